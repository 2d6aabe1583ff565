"""Structured text in programs that no one here wrote: LibreOffice counts the clauses as they were typed.

Its digits in automatic numbers are Arabic ones (`numbering.arabic`); all else is compared as it is.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

import ita_docs

from . import KINDS, sample, with_pictures
from .conftest import Run, command
from .documents import Paragraph, drawings, for_libreoffice, furniture, paragraphs, repeated_headings
from .matching import match
from .numbering import NUMBERING, STYLES, Numbering, W, arabic
from .office import Office
from .ooxml import faults
from .pages import pages_of, pictures_of, squeezed

TYPED = re.compile(
    r"\s*(?P<mark>[0-9]+(?:\.[0-9]+)*\.?(?![0-9.)])|[0-9]+\)|\([0-9]+\)|[ก-ฮ][.)]|\([ก-ฮ]\)|[-–—•●])\s*(?P<text>.+)",
    re.DOTALL,
)
BULLET = re.compile("^[•◦▪]")
EMPHASIS = re.compile(r"\*\*|__|^#+ ")
TEXT = "txt:Text (encoded):UTF8"
FIELDS = [
    (kind, field.name)
    for kind in KINDS
    for field in ita_docs.load_kind(kind).table.fields
    if field.type == "structured"
]
FEATURES = """ย่อหน้าแรก มี **ตัวหนา** และ __ขีดเส้นใต้__ และ **__ทั้งสอง__** กับ R&D <b> {{ x }} "คำพูด"
# หัวข้อใหญ่
๑. ข้อหนึ่ง มีงบ ๓.๕ ล้านบาท
๑.๑ ข้อย่อย
๑.๑.๑ ข้อย่อยลงไป
๑) วงเล็บเดียว
(๑) วงเล็บคู่
(๒) วงเล็บคู่ ถัดไป
ก. ตัวอักษร
ข. ตัวอักษร ถัดไป
- ขีด
- ขีดที่สอง
๑.๑.๒ ข้อย่อยลงไป ถัดไป
๑.๒ ข้อย่อย ถัดไป
๒. ข้อสอง
๑) วงเล็บเดียว ของข้อสอง
| รายการ | จำนวน | หมายเหตุ |
|---|---|---|
| R&D <b> | ๑๒ | **สำคัญ** |
| __รวม__ | ๑๒ | |
๓. ข้อสาม
[รูป: ภาพ.png | คำบรรยาย A & B | ๔ ซม.]
[ขึ้นหน้าใหม่]
**หัวข้อตัวหนาทั้งบรรทัด**
1. English clause with 7 days
1.1 Second level, 2024 only
2. Another one
๑. เริ่มใหม่ที่หนึ่ง
๒. ต่อไป
[ขึ้นหน้าใหม่]
| ก | ข |
| ๑ | ๒ |
[ขึ้นหน้าใหม่]
ย่อหน้าสุดท้าย"""
LABELS = (
    *("1.", "1.1", "1.1.1", "1)", "(1)", "(2)", "ก.", "ข.", "-", "-", "1.1.2", "1.2", "2.", "1)", "3."),
    *("1.", "1.1", "2.", "1.", "2."),
)
"""The labels of `FEATURES`, digits as LibreOffice writes them."""


@pytest.fixture(scope="module")
def lines(samples: dict[str, Run], office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """Each document as LibreOffice's plain text, which has the automatic numbers, line by line without white space."""
    folder = tmp_path_factory.mktemp("plain")
    found = {}
    for kind in KINDS:
        for docx, plain in office.convert(samples[kind].different.values(), TEXT, folder / kind).items():
            found[docx] = said(plain)
    return found


def said(plain: Path) -> list[str]:
    """The lines of a text that LibreOffice wrote, without white space; its bullets, one for each level, as hyphens."""
    return [BULLET.sub("-", squeezed(line)) for line in plain.read_text("utf-8-sig").splitlines()]


def expected(paragraph: Paragraph) -> list[str]:
    """The lines that show a paragraph in LibreOffice's plain text, without white space."""
    shown = arabic(paragraph.label) + paragraph.text
    return [squeezed(line) for line in shown.split("\n")]


def unlike(shown: list[Paragraph], plain: list[str]) -> list[tuple[str, str]]:
    """Clauses, and what LibreOffice writes in their place."""
    found = []
    at = 0
    for one in shown:
        for line in expected(one) if one.label else ():
            if line not in plain[at:]:
                found.append((f"{one.label} {one.text[:40]}", str([there for there in plain if there in line][:1])))
            else:
                at = plain.index(line, at) + 1
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_counts_as_word_would(samples: dict[str, Run], lines: dict[Path, list[str]], kind: str) -> None:
    """Every paragraph with an automatic number is a line with that number, in order."""
    for docx in samples[kind].different.values():
        assert unlike(paragraphs(docx), lines[docx]) == [], docx.name


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in FIELDS}))
def test_clauses_have_the_numbers_that_were_typed(samples: dict[str, Run], kind: str) -> None:
    """Each line typed into a cell is a paragraph: without its mark, which is its label, or as a whole."""
    clauses = 0
    for ref, typed in cells(kind):
        docx = next(docx for name, docx in samples[kind].different.items() if name == ref or name.startswith(f"{ref}-"))
        there = [(arabic(one.label), squeezed(arabic(one.text))) for one in paragraphs(docx)]
        for line in filter(None, map(str.strip, typed.split("\n"))):
            if line.startswith(("|", "[")):
                continue
            plain = EMPHASIS.sub("", arabic(line))
            found = TYPED.fullmatch(plain)
            marked = None if found is None else (dashed(found["mark"]), squeezed(found["text"]))
            assert marked in there or ("", squeezed(plain)) in there, (docx.name, line)
            assert not (marked in there and ("", squeezed(plain)) in there), (docx.name, line)
            clauses += marked in there
    assert clauses or kind not in ("letter", "memo")


def cells(kind: str) -> Iterator[tuple[str, str]]:
    """Reference and text of the structured cells of a sample's main sheet."""
    from openpyxl import load_workbook

    table = ita_docs.load_kind(kind).table
    heads, *rows = load_workbook(sample(kind))[table.sheet].iter_rows(values_only=True)
    key = heads.index(table.field(table.key).title)
    for field in table.fields:
        if field.type != "structured" or field.title not in heads:
            continue
        for row in rows:
            if row[heads.index(field.title)]:
                yield str(row[key]), str(row[heads.index(field.title)])


def dashed(mark: str) -> str:
    """A typed mark as it is shown: every bullet is a hyphen."""
    return "-" if mark in "-–—•●" else mark


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in FIELDS}))
def test_a_clause_put_in_between_moves_the_others_on(
    samples: dict[str, Run], office: Office, tmp_path: Path, kind: str
) -> None:
    """The first is there twice, as when a clerk copies it in Word: on LibreOffice's pages those below go up by one."""
    pairs = [(docx, paragraphs(docx)) for docx in samples[kind].different.values()]
    docx, before = max(pairs, key=lambda pair: sum(one.label != "" for one in pair[1]))
    numbered = [one for one in before if one.label]
    assert len(numbered) > 1, f"no sample of {kind} has clauses"
    edited = with_copied(docx, tmp_path / "twice.docx", 0)
    after = [one for one in paragraphs(edited) if one.label]
    assert len(after) == len(numbered) + 1
    assert [one.text for one in after[1:]] == [one.text for one in numbered]
    # what stood first is now second, and the numbers of its level, or that begin with its, follow
    assert (leading(after[0].label), leading(after[1].label)) == (
        leading(numbered[0].label),
        leading(numbered[0].label) + 1,
    )
    copy = for_libreoffice(edited, tmp_path / "copy")
    pages = pages_of(office.convert([copy], "pdf", tmp_path / "pdf")[copy])
    assert match(paragraphs(edited), pages, furniture(edited), repeated_headings(edited), drawings(edited)).faults == []


def leading(label: str) -> int:
    """The number that a label begins with."""
    found = re.search(r"[0-9]+", arabic(label))
    assert found is not None, label
    return int(found[0])


def with_copied(docx: Path, copy: Path, place: int) -> Path:
    """`copy`: the package `docx` with one of its numbered paragraphs, from 0, there twice."""
    with zipfile.ZipFile(docx) as given, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as taken:
        lists = Numbering({name: etree.fromstring(given.read(name)) for name in (NUMBERING, STYLES)})
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                tree = etree.fromstring(data)
                numbered = [item for item in tree.iter(f"{W}p") if lists.label(item)]
                numbered[place].addprevious(deepcopy(numbered[place]))
                data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            taken.writestr(name, data)
    return copy


def test_the_letters_clauses_after_one_more(samples: dict[str, Run], office: Office, tmp_path: Path) -> None:
    """What LibreOffice prints of L-005-01 with ๒. put in twice: 2. 3. 3.1 3.2 4., where 2. 2.1 2.2 3. stood."""
    docx = samples["letter"].different["L-005-01"]
    files = [with_copied(docx, tmp_path / "again.docx", 1), docx]
    again, first = (said(plain) for plain in office.convert(files, TEXT, tmp_path).values())
    texts = [squeezed(one.text) for one in paragraphs(docx) if one.label]
    assert counted(first, texts) == ["1.", "2.", "2.1", "2.2", "3."]
    assert counted(again, texts) == ["1.", "2.", "3.", "3.1", "3.2", "4."]


def counted(plain: list[str], texts: list[str]) -> list[str]:
    """What stands before the lines that end with one of `texts`."""
    return [line.removesuffix(text) for line in plain for text in texts if line.endswith(text)]


@pytest.fixture(scope="module")
def featured(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Path]:
    """Kind and structured field → the document of its first sample that fills it in, with `FEATURES` there instead."""
    return {(kind, name): with_features(kind, name, tmp_path_factory.mktemp(kind)) for kind, name in FIELDS}


def with_features(kind: str, name: str, folder: Path) -> Path:
    from openpyxl import load_workbook
    from PIL import Image

    table = ita_docs.load_kind(kind).table
    book = load_workbook(sample(kind))
    sheet = book[table.sheet]
    heads = [cell.value for cell in sheet[1]]
    column, key = (heads.index(table.field(one).title) + 1 for one in (name, table.key))
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, column).value)
    sheet.cell(row, column).value = FEATURES
    ref = sheet.cell(row, key).value
    book.save(with_pictures(folder) / "features.xlsx")
    Image.new("RGB", (400, 300), "teal").save(folder / "ภาพ.png", dpi=(96, 96))
    made = command(kind, folder / "features.xlsx", folder=folder / "run")
    assert made.report["refused"] == [], made.report["problems"]
    at = next(at for at, item in enumerate(made.report["made"]) if str(item["ref"]) in (ref, f"{ref}-1", f"{ref}-01"))
    return made.documents[at]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_every_feature_makes_a_sound_package(featured: Mapping[tuple[str, str], Path], kind: str, name: str) -> None:
    assert faults(featured[kind, name]) == []


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_every_feature_is_there(featured: Mapping[tuple[str, str], Path], kind: str, name: str) -> None:
    """As python-docx reads it: numbers, tables, picture, emphasis, page breaks."""
    from docx import Document

    docx = featured[kind, name]
    shown = paragraphs(docx)
    first = next(at for at, one in enumerate(shown) if one.text.startswith("ย่อหน้าแรก"))
    last = next(at for at, one in enumerate(shown) if one.text == "ย่อหน้าสุดท้าย")
    assert [arabic(one.label) for one in shown[first : last + 1] if one.label] == list(LABELS)
    document = Document(str(docx))
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert [["ก", "ข"], ["๑", "๒"]] in thai(grids)
    assert [["รายการ", "จำนวน", "หมายเหตุ"], ["R&D <b>", "๑๒", "สำคัญ"], ["รวม", "๑๒", ""]] in thai(grids)
    looks = {(run.text, bool(run.bold), bool(run.underline)) for one in document.paragraphs for run in one.runs}
    assert {("ตัวหนา", True, False), ("ขีดเส้นใต้", False, True), ("ทั้งสอง", True, True)} <= looks
    assert sum(one.style.style_id == "PartHeading" for one in document.paragraphs) >= 2
    assert len([one for one in document.paragraphs if one.paragraph_format.page_break_before]) >= 3


def thai(grids: list[list[list[str]]]) -> list[list[list[str]]]:
    return [
        [[cell.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) for cell in row] for row in grid] for grid in grids
    ]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_libreoffice_lays_every_feature_out(
    featured: Mapping[tuple[str, str], Path], office: Office, tmp_path: Path, kind: str, name: str
) -> None:
    docx = featured[kind, name]
    copy = for_libreoffice(docx, tmp_path)
    pdf = office.convert([copy], "pdf", tmp_path)[copy]
    found = match(paragraphs(docx), pages_of(pdf), furniture(docx), repeated_headings(docx), drawings(docx))
    assert found.faults == []
    begin = {one.paragraph.text: one.words[0].page for one in found.placed if one.words}
    first, heading, last = (begin[text] for text in ("ข้อสาม", "หัวข้อตัวหนาทั้งบรรทัด", "ย่อหน้าสุดท้าย"))
    assert first < heading < last - 1
    [picture] = [one for one in pictures_of(pdf, tmp_path) if abs(one.width / one.height - 4 / 3) < 0.02]
    assert picture.width == pytest.approx(4 * 72 / 2.54, abs=1)
    assert first <= picture.page < heading
