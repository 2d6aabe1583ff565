"""Anybody's DOCX files to PDF: where each goes, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

import ita_docs
from ita_docs.problems import OutputError, PdfError
from ita_docs.recipe.converting import ConvertOptions, convert, expanded, one_output

from ..word.templates import paragraphs

LETTER = paragraphs("เรียน ผู้อำนวยการ")


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "a" / "จดหมาย.docx", tmp_path / "b" / "จดหมาย.docx"]
    for number, file in enumerate(files):
        file.parent.mkdir()
        file.write_bytes(paragraphs(f"เรียน ผู้อำนวยการ {number}"))
    return files


def test_each_pdf_stands_beside_its_document(letters: list[Path]) -> None:
    done = convert(letters, ConvertOptions())
    assert [Path(item.pdf or "") for item in done.made] == [path.with_suffix(".pdf") for path in letters]
    for item, path in zip(done.made, letters, strict=True):
        assert path.with_suffix(".pdf").read_bytes() == ita_docs.to_pdf(path).data
        assert (item.ref, item.pages) == ("จดหมาย.docx", 1)
    assert done.status == 0


def test_two_of_one_name_do_not_meet_in_a_folder(letters: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    done = convert(letters, ConvertOptions(out=out))
    assert [Path(item.pdf or "").name for item in done.made] == ["จดหมาย.pdf", "จดหมาย (2).pdf"]
    again = convert(letters, ConvertOptions(out=out))
    assert again == done


def test_a_pdf_that_we_did_not_write_is_kept(letters: list[Path]) -> None:
    scan = letters[0].with_suffix(".pdf")
    scan.write_bytes(b"a signed copy")
    done = convert(letters[:1], ConvertOptions())
    assert scan.read_bytes() == b"a signed copy"
    assert Path(done.made[0].pdf or "").name == "จดหมาย (ใหม่).pdf"
    assert [item.code for item in done.problems if item.severity == "warning"] == ["edited-since"]
    convert(letters[:1], ConvertOptions(force=True))
    assert scan.read_bytes().startswith(b"%PDF")


def test_the_file_that_is_named_is_replaced(letters: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "x" / "report.pdf"
    out.parent.mkdir()
    out.write_bytes(b"")
    done = convert(letters[:1], ConvertOptions(out=out))
    assert done.made[0].pdf == out.as_posix()
    assert [path.name for path in out.parent.iterdir()] == ["report.pdf"]
    assert out.read_bytes().startswith(b"%PDF")


def test_a_file_that_fails_is_refused_and_the_others_go_on(letters: list[Path], tmp_path: Path) -> None:
    (tmp_path / "text.docx").write_text("hello")
    files = [tmp_path / "text.docx", tmp_path / "none.docx", *letters]
    done = convert(files, ConvertOptions(out=tmp_path / "out"))
    assert done.status == 1
    assert done.refused == ("text.docx", "none.docx")
    errors = [item for item in done.problems if item.severity == "error"]
    assert [(item.code, item.place) for item in errors] == [
        ("not-a-docx", {"file": "text.docx"}),
        ("file-not-found", {"file": "none.docx"}),
    ]
    assert len(done.made) == 2


def test_none_of_the_files_is_there(tmp_path: Path) -> None:
    with pytest.raises(PdfError) as raised:
        convert([tmp_path / "1.docx", tmp_path / "2.docx"], ConvertOptions())
    assert [item.code for item in raised.value.problems] == ["file-not-found"] * 2


@pytest.mark.parametrize("asked", [Path(), Path("..")])
def test_a_merged_file_that_has_no_name(letters: list[Path], asked: Path) -> None:
    with pytest.raises(OutputError) as raised:
        convert(letters, ConvertOptions(merge=asked))
    assert [said.code for said in raised.value.problems] == ["bad-option"]


def test_merged_alone_or_beside_the_others(letters: list[Path], tmp_path: Path) -> None:
    alone = tmp_path / "alone.pdf"
    done = convert(letters, ConvertOptions(merge=alone))
    assert done.merged is not None
    assert (done.merged.pdf, done.merged.pages) == (alone.as_posix(), 2)
    assert [item.pdf for item in done.made] == [None, None]
    assert [path for path in tmp_path.rglob("*.pdf") if path != alone] == []
    with pikepdf.open(alone) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["จดหมาย", "จดหมาย"]
    both = convert(letters, ConvertOptions(out=tmp_path / "out", merge=Path("จดหมาย.pdf")))
    assert both.merged is not None
    assert Path(both.merged.pdf).name == "จดหมาย (3).pdf"
    assert sorted(path.name for path in (tmp_path / "out").glob("*.pdf")) == [
        "จดหมาย (2).pdf",
        "จดหมาย (3).pdf",
        "จดหมาย.pdf",
    ]


def test_several_files_do_not_go_into_one_pdf_by_accident(letters: list[Path], tmp_path: Path) -> None:
    one_output(letters[:1], tmp_path / "all.pdf")
    one_output(letters, tmp_path / "folder")
    with pytest.raises(OutputError) as raised:
        one_output(letters, tmp_path / "all.pdf")
    assert "--merge" in raised.value.worded("en")


def test_patterns_that_no_shell_filled_in(tmp_path: Path) -> None:
    for name in ("ข.docx", "ก.docx", "~$ก.docx", "x[1].docx"):
        (tmp_path / name).write_bytes(LETTER)
    assert [path.name for path in expanded([str(tmp_path / "*.docx")])] == ["x[1].docx", "ก.docx", "ข.docx"]
    assert expanded([str(tmp_path / "x[1].docx")]) == [tmp_path / "x[1].docx"]
    assert expanded([str(tmp_path / "*.doc")]) == [tmp_path / "*.doc"]
