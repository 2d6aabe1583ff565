"""The command as a person or a script runs it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import ita_docs
from ita_docs.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "memo.xlsx"
MESSY = ROOT / "tests" / "data" / "messy_memo.xlsx"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_starter_check_make_and_make_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("starter", "memo", "-o", "memo.xlsx") == 0
    assert run("check", "memo", "memo.xlsx") == 0
    assert run("make", "memo", "memo.xlsx", "-o", "out") == 0
    assert [path.name for path in Path("out").glob("*.docx")] == ["ตัวอย่าง-001.docx"]
    assert run("make", "memo", "memo.xlsx", "-o", "out") == 0
    assert "สร้างแล้ว 1 ฉบับ" in capsys.readouterr().out


def test_make_with_every_option_prints_json_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    run("init")
    Path("garuda.png").write_bytes((ROOT / "templates" / "emblem-frame.png").read_bytes())
    capsys.readouterr()
    status = run(
        *("make", "memo", SAMPLE, "-o", "out", "--only", "เลขอ้างอิง=M-003", "--numerals", "arabic"),
        *("--today", "2024-06-26", "--settings", "ita-docs.toml", "--emblem", "garuda.png", "--json"),
    )
    captured = capsys.readouterr()
    value = json.loads(captured.out)
    assert status == 0
    assert captured.err == ""
    assert [item["ref"] for item in value["made"]] == ["M-003"]
    assert value["made"][0]["docx"] == "M-003.docx"


def test_check_json_is_the_same_object_with_nothing_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "memo", MESSY, "--json") == 1
    value = json.loads(capsys.readouterr().out)
    assert set(value) == {"made", "refused", "problems"}
    assert value["made"] == []
    assert value["refused"]
    assert {"J8", "H14"} <= {item["cell"] for item in value["problems"]}


def test_wrong_rows_are_refused_with_status_1_and_the_others_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "memo", MESSY, "-o", "out") == 1
    out = capsys.readouterr().out
    assert "บันทึกข้อความ!H14" in out
    assert "    → " in out
    assert list(Path("out").glob("*.docx"))


CANNOT_START = {
    "no workbook": ["check", "memo", "none.xlsx"],
    "no kind": ["make", "memoo", str(SAMPLE)],
    "no settings": ["make", "memo", str(SAMPLE), "--settings", "none.toml"],
    "no emblem": ["make", "memo", str(SAMPLE), "--emblem", "none.png"],
    "no such copy": ["make", "memo", str(SAMPLE), "--copy", "สำเนาถูก"],
    "bad date": ["make", "memo", str(SAMPLE), "--today", "31/2/2567"],
    "bad only": ["make", "memo", str(SAMPLE), "--only", "M-003"],
    "unknown column": ["make", "memo", str(SAMPLE), "--only", "ไม่มี=1"],
    "not a workbook": ["check", "memo", str(ROOT / "templates" / "emblem-frame.png")],
    "bad numerals": ["make", "memo", str(SAMPLE), "--numerals", "roman"],
    "no such command": ["mak", "memo"],
    "missing arguments": ["make"],
    "output is a file": ["make", "memo", str(SAMPLE), "-o", str(SAMPLE)],
}


@pytest.mark.parametrize("name", CANNOT_START)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_cannot_start_says_one_clear_sentence(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = run(*CANNOT_START[name], "--lang", lang)
    except SystemExit as error:
        status = error.code
    captured = capsys.readouterr()
    said = captured.err + captured.out
    assert status == 2
    assert "Traceback" not in said
    assert 1 <= len(captured.err.splitlines()) <= 2
    if lang == "th":
        assert any("ก" <= character <= "๛" for character in captured.err or said)


def test_debug_shows_the_traceback() -> None:
    from ita_docs.problems import WorkbookError

    with pytest.raises(WorkbookError):
        run("check", "memo", "none.xlsx", "--debug")


def test_json_of_what_cannot_start(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "memo", "none.xlsx", "--json") == 2
    value = json.loads(capsys.readouterr().out)
    assert value["made"] == value["refused"] == []
    assert [item["code"] for item in value["problems"]] == ["file-not-found"]


def test_a_missing_sheet_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "อื่น"
    book.save("other.xlsx")
    assert run("make", "memo", "other.xlsx", "--json") == 2
    (found,) = json.loads(capsys.readouterr().out)["problems"]
    assert (found["code"], found["sheet"], found["cell"]) == ("missing-sheet", "บันทึกข้อความ", None)


def test_files_that_exist_are_not_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init") == 0
    assert run("init") == 2
    assert run("init", "--force") == 0
    assert run("starter", "memo") == 0
    assert run("starter", "memo") == 2
    assert run("starter", "memo", "--force") == 0


def test_messages_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--lang", "en", "check", "memo", MESSY) == 1
    assert "is not in the calendar" in capsys.readouterr().out


def test_quiet_leaves_out_notes_but_not_errors(capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "memo", MESSY, "--quiet")
    out = capsys.readouterr().out
    assert "✗" in out
    assert "\n· " not in out


def test_kinds_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    from ..word.templates import paragraphs

    folder = Path("my-kinds") / "certificate"
    folder.mkdir(parents=True)
    (folder / "template.docx").write_bytes(paragraphs("ขอมอบเกียรติบัตรแก่ {{ ชื่อ_สกุล }} {{ rank }}"))
    (folder / "kind.toml").write_text(
        'name = "certificate"\ntitle = "เกียรติบัตร"\nfile_name = "{ref}"\n[table]\nsheet = "รายชื่อ"\nkey = "ref"\n'
        '[[table.fields]]\nname = "ref"\ntitle = "ลำดับ"\ntype = "text"\n'
        "constraints = { required = true, unique = true }\n"
        '[[table.fields]]\nname = "person"\ntitle = "ชื่อ-สกุล"\ntype = "person"\n',
        encoding="utf-8",
    )
    assert run("check-kind", folder) == 1
    out = capsys.readouterr().out
    assert "{{ rank }}" in out
    assert "{{ person }}   {{ ชื่อ_สกุล }}" in out
    (folder / "template.docx").write_bytes(paragraphs("ขอมอบเกียรติบัตรแก่ {{ ชื่อ_สกุล }}"))
    assert run("check-kind", folder) == 0
    Path("names.csv").write_text("ลำดับ,ชื่อ-สกุล\n1,นายสมชาย ใจดี\n2,นางสาวสุดา ดีใจ\n", encoding="utf-8-sig")
    assert run("make", "certificate", "names.csv", "-o", "out", "--kinds", "my-kinds") == 0
    assert sorted(path.name for path in Path("out").glob("*.docx")) == ["1.docx", "2.docx"]
    capsys.readouterr()
    assert run("kinds", "--kinds", "my-kinds") == 0
    assert "เกียรติบัตร" in capsys.readouterr().out


def test_the_module_runs_and_speaks_utf_8_under_any_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "ita_docs", "kinds"], capture_output=True, env=environment)
    assert done.returncode == 0
    assert "บันทึกข้อความ" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_the_guided_dialogue_makes_documents(tmp_path: Path) -> None:
    run("starter", "memo", "-o", "memo.xlsx")
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "ita_docs"]
    running = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, cwd=tmp_path)
    os.close(inner)
    memo = [kind.name for kind in ita_docs.list_kinds()].index("memo") + 1
    os.write(outer, f'99\n{memo}\n"memo.xlsx"\n\n\n\n'.encode())
    shown = b""
    while True:
        try:
            chunk = os.read(outer, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    assert running.wait(30) == 0
    text = shown.decode("utf-8", "replace")
    assert "เลือกชนิดเอกสาร" in text
    assert "ไม่เข้าใจคำตอบ" in text
    assert "ทำ PDF ด้วยหรือไม่" in text
    made = sorted(path.name for path in (tmp_path / "out").glob("*.*") if not path.name.startswith("."))
    assert made == ["ตัวอย่าง-001.docx", "ตัวอย่าง-001.pdf"]
