"""`ita-docs status`: what lies in a folder, held against its workbook."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.recipe.manifest import FILE_NAME

from ..recipe.small import append, book, files, frames, rows, slip
from ..word.templates import PICTURE, paragraphs
from .test_commands import run

ALL = ("ก", "ข", "ค", "ง", "จ")
MAKE = ("make", "slip", "slips.csv", "--kinds", "kinds", "-o", "out")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    slip(home / "kinds" / "slip")
    monkeypatch.chdir(home)
    book(Path("slips.csv"), rows(*ALL))


def status(capsys: pytest.CaptureFixture[str], folder: str = "out") -> tuple[int, list[dict[str, Any]]]:
    """The exit status, and what the JSON says that is not empty."""
    capsys.readouterr()
    code = run("status", folder, "--json")
    shown = capsys.readouterr()
    assert shown.err == ""
    return code, [{name: value for name, value in item.items() if value != []} for item in json.loads(shown.out)]


KNOWN = {"kind": "slip", "book": "slips.csv", "workbook_read": True, "ended": True}


def test_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*MAKE, "--pdf") == 0
    present = [f"{ref}.docx" for ref in ALL]
    assert status(capsys) == (0, [{**KNOWN, "present": present}])
    assert run("status", "out") == 0
    assert capsys.readouterr().out.splitlines() == ["slip จาก slips.csv", "  ✓ เรียบร้อย 5 ฉบับ"]


def test_every_state(capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE)
    Path("out/ก.docx").unlink()
    Path("out/ข.docx").write_bytes(paragraphs("แก้แล้ว"))
    book(Path("slips.csv"), [*rows("ก", "ข", "ค", "ฮ", ค="อื่น"), ("ผิด", ""), *rows("จ")])
    before = files(Path("out"))
    wanted = {
        "present": ["จ.docx"],
        "missing": ["ก.docx"],
        "stale": ["ค.docx"],
        "edited": ["ข.docx"],
        "unmade": ["ฮ.docx"],
        "refused": ["ผิด"],
        "gone": ["ง.docx"],
    }
    assert status(capsys) == (1, [{**KNOWN, **wanted}])
    for lang, words in (("th", ("ไฟล์หาย 1", "มีคนแก้ไข 1", ": ฮ.docx")), ("en", ("missing: 1", "edited: 1", ": ฮ.docx"))):
        assert run("status", "out", "--lang", lang) == 1
        said = capsys.readouterr().out
        assert len(said.splitlines()) == 8
        assert all(word in said for word in words)
    assert files(Path("out")) == before
    run(*MAKE, "--prune")
    assert status(capsys)[0] == 0


@pytest.mark.parametrize("lost", ["ก.pdf", "ก.docx"])
def test_a_file_of_a_document_that_is_missing(lost: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE, "--pdf")
    (Path("out") / lost).unlink()
    code, [said] = status(capsys)
    assert (code, said["missing"]) == (1, ["ก.docx"])


def test_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ita-docs.toml").write_text('[office]\naddress = "ถนน"\n', encoding="utf-8")
    run(*MAKE, "--name", "{ข้อความที่ว่า}/{เลข}")
    monkeypatch.chdir(tmp_path)
    code, [said] = status(capsys, "home/out")
    assert (code, len(said["present"])) == (0, 5)
    assert Path.cwd() == tmp_path
    Path("home/ita-docs.toml").write_text('[office]\naddress = "ถนนอื่น"\n', encoding="utf-8")
    code, [said] = status(capsys, "home/out")
    assert (code, len(said["stale"])) == (1, 5)


@pytest.mark.parametrize("lost", ["slips.csv", "kinds/slip/kind.toml", "kinds/slip/template.docx"])
def test_without_what_it_was_made_of(lost: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE)
    Path(lost).unlink()
    Path("out/ก.docx").unlink()
    code, [said] = status(capsys)
    assert (code, said["workbook_read"], said["missing"], len(said["present"])) == (1, False, ["ก.docx"], 4)
    assert run("status", "out") == 1
    assert "เทียบกับสมุดงานไม่ได้: " in capsys.readouterr().out


def test_a_run_that_was_made_by_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    kind = ita_docs.load_kind("slip", [Path("kinds")])
    ita_docs.make(kind, frames(rows("ก")), "out")
    assert status(capsys) == (
        1,
        [{"kind": "slip", "book": "", "workbook_read": False, "ended": True, "present": ["ก.docx"]}],
    )


def test_a_run_that_did_not_end(capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE)
    text = Path("out", FILE_NAME).read_text(encoding="utf-8").splitlines(keepends=True)
    assert '"end"' in text[-1]
    made = [number for number, line in enumerate(text) if '"made"' in line]
    Path("out", FILE_NAME).write_text("".join(text[: made[1] + 1]), encoding="utf-8")
    code, [said] = status(capsys)
    assert (code, said["ended"]) == (1, False)
    assert (said["present"], said["unmade"]) == (["ก.docx", "ข.docx"], ["ค.docx", "ง.docx", "จ.docx"])
    run("status", "out")
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_run_that_made_nothing_yet(capsys: pytest.CaptureFixture[str]) -> None:
    """Killed before its first document."""
    run(*MAKE)
    lines = Path("out", FILE_NAME).read_text(encoding="utf-8").splitlines(keepends=True)
    Path("out", FILE_NAME).write_text(lines[0], encoding="utf-8")
    code, [said] = status(capsys)
    assert (code, said["ended"], len(said["unmade"])) == (1, False, 5)


def test_several_runs_into_one_folder(capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE)
    book(Path("other.csv"), rows("ฉ"))
    run("make", "slip", "other.csv", "--kinds", "kinds", "-o", "out")
    code, said = status(capsys)
    assert code == 0
    assert [(item["book"], len(item["present"])) for item in said] == [("slips.csv", 5), ("other.csv", 1)]


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_where_nothing_was_made(there: bool, capsys: pytest.CaptureFixture[str]) -> None:
    if there:
        Path("empty").mkdir()
    assert run("status", "empty") == 2
    assert "empty" in capsys.readouterr().err
    assert Path("empty").exists() == there


COMMANDS: list[object] = [
    *(None, 5, "x", [], [5], [None, "make"], ["/", "kinds"], ["/none", "make"], ["/", "status", "out"]),
    *(["/", "make", "memo", 5], ["\0", "make", "slip", "x"], {"a": 1}, ["/", "make", "--jobs", "0", "a", "b"]),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_manifest_that_tells_no_command(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    run(*MAKE)
    here = os.getcwd()
    append(Path("out"), {"run": {"source": ["slip", "slips.csv"], "command": command}})
    capsys.readouterr()
    assert run("status", "out", "--json") == 1
    [said] = json.loads(capsys.readouterr().out)
    assert (said["workbook_read"], len(said["present"])) == (False, 5)
    assert os.getcwd() == here


def test_it_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.png").write_bytes(PICTURE)
    book(Path("slips.csv"), [("ก", "ข้อความ", "a.png")])
    run(*MAKE)
    os.utime("a.png", ns=(1, 1))
    before = Path("out", FILE_NAME).read_bytes()
    assert status(capsys)[0] == 0
    assert Path("out", FILE_NAME).read_bytes() == before
