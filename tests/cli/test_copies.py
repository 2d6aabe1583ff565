"""`make --copy` and `make --logo`: what is made, under which name, and what is refused before anything is made."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

import ita_docs
from ita_docs.cli import main
from ita_docs.cli.parser import COPIES
from ita_docs.word import documents

from ..word.templates import OTHER_PICTURE, PICTURE, paragraphs

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "memo.xlsx"
CREST = """
name = "crest"
title = "ใบตรา"
file_name = "{ref}"
logo_cm = 2.5
[table]
sheet = "รายชื่อ"
key = "ref"
[[table.fields]]
name = "ref"
title = "ลำดับ"
type = "text"
constraints = { required = true, unique = true }
[[table.fields]]
name = "acting"
title = "การแทน"
type = "choice"
setting = "acting"
constraints = { enum = ["รักษาการแทน"] }
[[table.fields]]
name = "address"
title = "ที่อยู่"
type = "lines"
setting = "address"
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def crest() -> ita_docs.Kind:
    folder = Path("kinds") / "crest"
    folder.mkdir(parents=True)
    (folder / "kind.toml").write_text(CREST, encoding="utf-8")
    (folder / "template.docx").write_bytes(
        paragraphs("{{ logo }}", "{{ acting }}", "{% for line in address %}[{{ line }}]{% endfor %}")
    )
    Path("crests.csv").write_text("ลำดับ\n1\n", encoding="utf-8")
    return ita_docs.load_kind(folder)


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_the_command_takes_the_copies_that_there_are() -> None:
    assert COPIES == documents.COPIES


def test_copies_stand_beside_their_originals(capsys: pytest.CaptureFixture[str]) -> None:
    only = ("--only", "เลขอ้างอิง=M-001")
    Path("ita-docs.toml").write_text('[office]\ncertifier = "นายก ข"\ncertifier_position = ["ค", "ง"]', "utf-8")
    assert run("make", "memo", SAMPLE, *only, "--quiet") == 0
    original = Path("out/M-001.docx").read_bytes()
    for copy in COPIES:
        capsys.readouterr()
        assert run("make", "memo", SAMPLE, *only, "--copy", copy, "--pdf", "--json") == 0
        (made,) = json.loads(capsys.readouterr().out)["made"]
        assert (made["docx"], made["pdf"]) == (f"M-001 ({copy}).docx", f"M-001 ({copy}).pdf")
    assert len(list(Path("out").glob("*.docx"))) == 4
    assert Path("out/M-001.docx").read_bytes() == original
    assert texts(Path("out/M-001 (สำเนาถูกต้อง).docx"))[-3:-1] == ["สำเนาถูกต้อง", "(นายก ข)"]
    assert texts(Path("out/M-001 (สำเนาถูกต้อง).docx"))[-1].splitlines()[:2] == ["ค", "ง"]


def test_a_copy_keeps_the_number_that_its_original_got(tmp_path: Path) -> None:
    import pandas

    kind = ita_docs.load_kind("memo")
    row = {field.title: field.example for field in kind.table.fields}
    book = pandas.DataFrame([row | {"เลขอ้างอิง": "ก/1"}, row | {"เลขอ้างอิง": "ก:1"}])
    report = ita_docs.make(kind, book, tmp_path / "out", copy="สำเนา")
    assert [item.docx for item in report.made] == ["ก-1 (สำเนา).docx", "ก-1 (2) (สำเนา).docx"]
    assert [item.code for item in report.problems] == ["file-name-adjusted"] * 2
    assert "ก-1 (2) (สำเนา)" in report.problems[1].message


def test_a_kind_that_knows_no_copies_refuses_them_before_anything_is_made(
    crest: ita_docs.Kind, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", "--copy", "สำเนา") == 2
    said = capsys.readouterr().err
    assert "--copy สำเนา" in said
    assert "ใบตราไม่มีที่พิมพ์คำว่าสำเนา" in said
    assert not Path("out").exists()
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", "--copy", "สำเนา", "--lang", "en") == 2
    assert "the template of crest has no place that says so" in capsys.readouterr().err


def test_a_copy_that_is_none() -> None:
    kind = ita_docs.load_kind("memo")
    record = ita_docs.check(kind, ita_docs.read_workbook(SAMPLE)).records[0]
    with pytest.raises(ita_docs.OutputError) as caught:
        ita_docs.fill(kind, record, copy="สำเนาถูก")  # type: ignore[arg-type]
    (item,) = caught.value.problems
    assert item.code == "bad-option"
    assert "สำเนาถูกต้อง" in item.message
    with pytest.raises(ita_docs.OutputError):
        ita_docs.make(kind, ita_docs.read_workbook(SAMPLE), "out", copy="copy")
    assert not Path("out").exists()


def test_a_logo_is_put_in_and_a_frame_without_one(crest: ita_docs.Kind) -> None:
    Path("own.png").write_bytes(PICTURE)
    Path("office.png").write_bytes(OTHER_PICTURE)
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", "-o", "frame", "--quiet") == 0
    office = '[office]\nlogo = "office.png"\nacting = "รักษาการแทน"\naddress = ["ถนน", "อำเภอ"]'
    Path("ita-docs.toml").write_text(office, "utf-8")
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", "-o", "office", "--quiet") == 0
    options = ("--logo", "own.png", "-o", "own", "--quiet")
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", *options) == 0
    frame = (ROOT / "templates" / "logo-frame.png").read_bytes()
    for folder, picture in (("frame", frame), ("office", OTHER_PICTURE), ("own", PICTURE)):
        with ZipFile(f"{folder}/1.docx") as package:
            assert [package.read(name) for name in package.namelist() if "/media/" in name] == [picture]
    (shape,) = docx.Document("own/1.docx").inline_shapes
    assert round(shape.height.cm, 2) == 2.5
    assert texts(Path("office/1.docx"))[1:] == ["รักษาการแทน", "[ถนน][อำเภอ]"]


def test_a_logo_that_is_not_there(crest: ita_docs.Kind, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "crest", "crests.csv", "--kinds", "kinds", "--logo", "none.png") == 2
    assert "none.png" in capsys.readouterr().err
    assert not Path("out").exists()
