"""`ita-docs pdf` and `ita-docs make --pdf` as a person or a script runs them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from ita_docs.painting import libreoffice

from ..word.templates import paragraphs
from .test_commands import SAMPLE, run


@pytest.fixture(autouse=True)
def _in_a_folder_with_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("จดหมาย", "report"):
        Path(f"{name}.docx").write_bytes(paragraphs(f"เรื่อง {name}", "ด้วยสำนักงานจะจัดประชุม"))


def test_beside_the_document_and_its_path_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pdf", "จดหมาย.docx") == 0
    assert Path("จดหมาย.pdf").read_bytes().startswith(b"%PDF")
    assert "จดหมาย.pdf" in capsys.readouterr().out.splitlines()
    assert run("pdf", "จดหมาย.docx", "--quiet") == 0
    assert "จดหมาย.pdf" not in capsys.readouterr().out.splitlines()


def test_json_has_exactly_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.docx").write_text("hello")
    assert run("pdf", "*.docx", "-o", "out/", "--merge", "all.pdf", "--today", "2024-06-26", "--json") == 1
    captured = capsys.readouterr()
    value = json.loads(captured.out)
    assert captured.err == ""
    assert set(value) == {"made", "refused", "problems", "merged"}
    assert [item["ref"] for item in value["made"]] == ["report.docx", "จดหมาย.docx"]
    for item in value["made"]:
        assert set(item) == {"ref", "pdf", "pages", "sha256"}
        assert sha256((Path("out") / item["pdf"]).read_bytes()).hexdigest() == item["sha256"]
    assert value["refused"] == [{"ref": "bad.docx", "sheet": None, "row": None}]
    assert value["merged"]["pages"] == 2
    assert value["merged"]["pdf"] == "all.pdf"
    assert Path("out/all.pdf").exists()


def test_one_named_file_and_pdf_a(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pdf", "report.docx", "-o", "x/archive.pdf", "--pdfa", "1b") == 0
    assert b"pdfaid" in Path("x/archive.pdf").read_bytes()
    assert not Path("report.pdf").exists()


def test_a_wrong_file_is_named_and_the_others_made(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.docx").write_text("hello")
    assert run("pdf", "bad.docx", "report.docx", "--lang", "en") == 1
    out = capsys.readouterr().out
    assert "✗ bad.docx is not a Word document" in out
    assert "1 files refused" in out
    assert Path("report.pdf").exists()


CANNOT_START = {
    "no file": ["pdf", "none.docx"],
    "several into one": ["pdf", "report.docx", "จดหมาย.docx", "-o", "one.pdf"],
    "no font folder": ["pdf", "report.docx", "--font-dir", "none"],
    "bad level": ["pdf", "report.docx", "--pdfa", "9"],
    "bad engine": ["pdf", "report.docx", "--engine", "word"],
    "bad date": ["pdf", "report.docx", "--today", "31/2/2567"],
    "nothing given": ["pdf"],
    "output over a document": ["pdf", "report.docx", "-o", "จดหมาย.docx"],
    "no LibreOffice": ["pdf", "report.docx", "--engine", "libreoffice"],
    "no LibreOffice for make": ["make", "memo", str(SAMPLE), "--pdf", "--engine", "libreoffice"],
    "no font folder for make": ["make", "memo", str(SAMPLE), "--pdf", "--font-dir", "none"],
}


@pytest.mark.parametrize("name", CANNOT_START)
def test_what_cannot_start_says_so_and_writes_nothing(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "PLACES", ())
    try:
        status = run(*CANNOT_START[name])
    except SystemExit as error:
        status = error.code
    captured = capsys.readouterr()
    assert status == 2
    assert "Traceback" not in captured.err + captured.out
    assert any("ก" <= character <= "๛" for character in captured.err + captured.out)
    assert sorted(path.name for path in Path().iterdir()) == ["report.docx", "จดหมาย.docx"]
    assert Path("จดหมาย.docx").read_bytes().startswith(b"PK")


def test_make_with_pdfs_and_the_one_to_print(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("make", "memo", SAMPLE, "-o", "out", "--pdf", "--merge", "all.pdf", "--only", "เลขอ้างอิง=M-003")
    assert run(*arguments, "--json", "--today", "2024-06-26") == 0
    value = json.loads(capsys.readouterr().out)
    assert [(item["docx"], item["pdf"]) for item in value["made"]] == [("M-003.docx", "M-003.pdf")]
    assert value["merged"]["pages"] == value["made"][0]["pages"] >= 1
    assert run(*arguments, "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "1 PDFs" in said
    assert "bound in all.pdf" in said
    assert Path("out/M-003.pdf").exists()


def test_what_many_documents_say_names_the_first_and_counts_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("many").mkdir()
    for number in range(3):
        Path(f"many/{number}.docx").write_bytes(paragraphs("ข้อความ"))
    assert run("pdf", "many/*.docx") == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if line.startswith("·")]
    assert notes
    assert all(line.startswith("· 0.docx (+2): ") for line in notes)
