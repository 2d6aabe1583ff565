"""What is true of every shipped kind: its declaration, its template, its sample workbook, its starter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

import ita_docs
from ita_docs import Kind
from ita_docs.kinds.model import Table
from ita_docs.records.record import Checked
from ita_docs.word.documents import COPIES, Copy
from ita_docs.word.structured import NAMES
from tools.samples import sample_of
from tools.templates import KINDS, template
from tools.templates.wordml import BUILT_IN as WORDS_OWN

from . import ita_books

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ita_docs.list_kinds()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BUILT_IN = {*WORDS_OWN, "Default Paragraph Font", "Normal Table", "No List"}
BASES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
ONE_PAGE = ("award", "complaint_statistics", "score_card")
"""Kinds whose documents are one page by nature, whatever they say."""
FRONT_MATTER = ("measure_report",)
"""Templates that have pages numbered ก ข ค."""
SAMPLED = [kind for kind in SHIPPED if kind.name not in ita_books.REPORTS]
"""Kinds with a sample workbook of their own; annual reports share one."""
every_kind = pytest.mark.parametrize("kind", SHIPPED, ids=lambda kind: kind.name)
every_sample = pytest.mark.parametrize("kind", SAMPLED, ids=lambda kind: kind.name)


@cache
def package(name: str) -> dict[str, bytes]:
    with ZipFile(ita_docs.load_kind(name).template) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def own(kind: Kind) -> str:
    """The kind whose template prints this one."""
    return kind.template.parent.name


@cache
def sample(name: str) -> Checked:
    if name in ita_books.REPORTS:
        return ita_books.read(name)
    kind = ita_docs.load_kind(name)
    return ita_docs.check(kind, ita_docs.read_workbook(ROOT / "samples" / f"{sample_of(name)}.xlsx"))


def stories(kind: Kind) -> Iterator[etree._Element]:
    """The parts that print: body, heads, feet."""
    for name, data in package(kind.name).items():
        if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name):
            yield etree.fromstring(data)


def style_sheet(kind: Kind) -> etree._Element:
    return etree.fromstring(package(kind.name)["word/styles.xml"])


def test_every_shipped_kind_is_here_with_its_script_and_its_sample() -> None:
    names = [kind.name for kind in SHIPPED]
    assert sorted(KINDS) == sorted({own(kind) for kind in SHIPPED})
    assert {path.stem for path in (ROOT / "samples").glob("*.xlsx")} == set(map(sample_of, names))
    assert {path.name for path in (ROOT / "templates").iterdir() if path.is_dir()} == set(names)


# ---------------------------------------------------------------- the declaration


@every_kind
def test_kind_and_template_agree(kind: Kind) -> None:
    assert ita_docs.check_kind(kind.folder).problems == ()


@every_kind
def test_headings_are_distinct_and_every_field_is_explained(kind: Kind) -> None:
    for table in kind.tables:
        headings = [text for field in table.fields for text in (field.title, *field.aliases)]
        plain = ["".join(text.split()).casefold() for text in headings]
        assert len(plain) == len(set(plain))
        assert [field.name for field in table.fields if not (field.description and field.example)] == []
        assert table.description


@every_kind
def test_who_signs_for_another_is_asked_wherever_somebody_signs(kind: Kind) -> None:
    for table in kind.tables:
        names = [field.name for field in table.fields]
        for name in names:
            if name.endswith("signatory"):
                prefix = name.removesuffix("signatory")
                rest = [f"{prefix}{part}" for part in ("position", "acting", "acting_for")]
                assert [part for part in rest if part not in names] == []
                # neither is printed without the other, so neither is lost
                acting, acting_for = rest[1:]
                assert acting_for in table.field(acting).constraints.requires
                assert acting in table.field(acting_for).constraints.requires


# ---------------------------------------------------------------- the template


@every_kind
def test_template_is_what_its_script_writes(kind: Kind) -> None:
    assert template(own(kind)) == package(kind.name)
    with ZipFile(kind.template) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_kind
def test_every_style_has_a_thai_name_of_its_own(kind: Kind) -> None:
    names = [style.find(f"{W}name").get(f"{W}val") for style in style_sheet(kind).iter(f"{W}style")]
    assert len(names) == len(set(names))
    assert [name for name in names if name not in BUILT_IN and not re.match("[ก-๛]", name)] == []


@every_kind
def test_every_style_used_exists_and_no_other_is_there(kind: Kind) -> None:
    used = set(BASES)
    for story in stories(kind):
        for tag in ("pStyle", "rStyle", "tblStyle"):
            used |= {item.get(f"{W}val") for item in story.iter(W + tag)}
    if any(field.type == "structured" for table in kind.tables for field in table.fields):
        used |= NAMES.keys()
    if "TOC1" in used:
        used |= {"TOC2", "TOC3"}
    based = {}
    for style in style_sheet(kind).iter(f"{W}style"):
        parents = [style.find(W + tag) for tag in ("basedOn", "next")]
        based[style.get(f"{W}styleId")] = {item.get(f"{W}val") for item in parents if item is not None}
    assert len(based) == len(list(style_sheet(kind).iter(f"{W}style")))
    for _ in based:
        used |= {parent for style in used for parent in based[style]}
    assert used == set(based)


@every_kind
def test_no_direct_formatting(kind: Kind) -> None:
    for story in stories(kind):
        for paragraph in story.iter(f"{W}p"):
            style, *own = [child.tag for child in paragraph.find(f"{W}pPr")]
            assert style == f"{W}pStyle"
            assert own in ([], [f"{W}keepNext"], [f"{W}sectPr"])
        for run in story.iter(f"{W}rPr"):
            assert [child.tag for child in run] == [f"{W}rStyle"]


@every_kind
def test_one_font_in_every_slot_and_thai_as_the_language(kind: Kind) -> None:
    sheet = style_sheet(kind)
    run = sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    fonts, language = run.find(f"{W}rFonts"), run.find(f"{W}lang")
    assert {fonts.get(W + slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"TH SarabunPSK"}
    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("th-TH", "th-TH")
    assert len(list(sheet.iter(f"{W}rFonts"))) == 1


@every_kind
def test_the_thai_side_of_every_run_is_said(kind: Kind) -> None:
    for run in style_sheet(kind).iter(f"{W}rPr"):
        for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
            pair = [run.find(W + tag) for tag in (latin, thai)]
            assert (pair[0] is None) == (pair[1] is None)
            assert pair[0] is None or dict(pair[0].attrib) == dict(pair[1].attrib)


@every_kind
def test_a4_paper_thai_page_numbers_and_word_2013(kind: Kind) -> None:
    numbers = {"thaiNumbers", "thaiLetters"} if own(kind) in FRONT_MATTER else {"thaiNumbers"}
    found = set()
    body = etree.fromstring(package(kind.name)["word/document.xml"])
    for section in body.iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        sides = [int(size.get(W + side)) for side in "wh"]
        assert sorted(sides) == [11906, 16838]
        assert (size.get(f"{W}orient") == "landscape") == (sides[0] > sides[1])
        found.add(section.find(f"{W}pgNumType").get(f"{W}fmt"))
    assert found == numbers
    [mode] = etree.fromstring(package(kind.name)["word/settings.xml"]).iter(f"{W}compatSetting")
    assert (mode.get(f"{W}name"), mode.get(f"{W}val")) == ("compatibilityMode", "15")


@every_kind
def test_nothing_but_what_is_required_makes_a_document(kind: Kind) -> None:
    bare = _bare(kind.table)
    if kind.derivation is not None:
        bare["กรอบการประเมิน"] = "obec-2564"
        if kind.derivation.needs != ("frame",) and (kind.derivation.needs or kind.derivation.outline):
            assert ita_docs.check(kind, {kind.table.sheet: bare}).records == ()
            return
    (record,) = ita_docs.check(kind, {kind.table.sheet: bare}).records
    printed = text_of(ita_docs.fill(kind, record))
    assert not re.search(r"\{\{|\{%|None|\[\]|\(\)", printed)
    assert not re.search("(?<![O0-9])[0-9]", printed) or kind.numerals != "thai"


def _bare(table: Table) -> Any:
    """A row with the examples of the required fields, and of one of those of which one is required."""
    import pandas

    needed = {field.name: field for field in table.fields if field.constraints.required}
    for field in table.fields:
        if field.constraints.required_unless and not needed.keys() & set(field.constraints.required_unless):
            needed[field.name] = field
    return pandas.DataFrame([{field.title: field.example for field in needed.values()}])


def text_of(docx: bytes) -> str:
    """All text of a document, a paragraph a line, field codes left out."""
    found = []
    with ZipFile(io.BytesIO(docx)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name):
                for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
                    found.append("".join(node.text or "" for node in paragraph.iter(f"{W}t")))
    return "\n".join(found)


# ---------------------------------------------------------------- the workbooks


@every_sample
def test_dates_and_times_of_the_sample_show_as_such(kind: Kind) -> None:
    """A time in the format of a date would be seen as 0/1/1900."""
    from openpyxl import load_workbook

    for sheet in load_workbook(ROOT / "samples" / f"{sample_of(kind.name)}.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.is_date:
                    assert ("h" in cell.number_format) == isinstance(cell.value, time), (sheet.title, cell.coordinate)


@every_sample
def test_the_sample_is_whole(kind: Kind) -> None:
    checked = sample(kind.name)
    assert [item for item in checked.problems if item.severity == "error"] == []
    assert len(checked.records) >= 5


@every_sample
def test_one_record_of_the_sample_is_full_and_one_is_bare(kind: Kind) -> None:
    optional = [field.name for field in kind.table.fields if not field.constraints.required]
    optional += [child.name for child in kind.children if not child.each]
    unless = {field.name for field in kind.table.fields if field.constraints.required_unless}
    given = [{name for name in optional if record.values[name]} for record in sample(kind.name).records]
    assert set(optional) in given, [sorted(set(optional) - names) for names in given]
    assert any(names <= unless for names in given)


@every_sample
def test_every_column_of_every_child_is_filled_somewhere(kind: Kind) -> None:
    for child in kind.children:
        if not (child.free or child.into):
            records = sample(kind.name).records
            rows = [row for record in records for row in ([record.values] if child.each else record.values[child.name])]
            assert [field.name for field in child.fields if not any(row[field.name] for row in rows)] == []


@every_kind
def test_one_document_of_the_sample_is_longer_than_a_page(kind: Kind) -> None:
    pages = [
        path.read_text(encoding="utf-8").count("──── หน้า ")
        for path in (ROOT / "tests" / "golden" / kind.name).glob("*.txt")
    ]
    assert max(pages) >= 2 if kind.name not in ONE_PAGE else max(pages) == 1


@every_kind
def test_the_starter_checks_clean(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "starter.xlsx"
    ita_docs.starter(kind, path)
    checked = ita_docs.check(kind, ita_docs.read_workbook(path))
    assert [item for item in checked.problems if item.severity != "info"] == []
    assert len(checked.records) == 1


# ---------------------------------------------------------------- copies


@every_kind
@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_its_original_page_by_page_with_its_word_on_the_first_and_its_block_in_one_piece(
    kind: Kind, copy: Copy
) -> None:
    if "copy" not in ita_docs.Template(kind.template).placeholders():
        with pytest.raises(ita_docs.OutputError):
            ita_docs.fill(kind, sample(kind.name).records[0], copy=copy)
        return
    word = "-สำเนาคู่ฉบับ-" if copy == "สำเนาคู่ฉบับ" else "-สำเนา-"
    for record in sample(kind.name).records:
        original, copied = (printed(ita_docs.fill(kind, record, copy=which)) for which in ("", copy))
        assert [sum(word in text for text, _ in page) for page in copied] == [1] + [0] * (len(copied) - 1)
        plain = [sorted((text.replace(word, "").strip(), y) for text, y in page if text != word) for page in copied]
        last = len(original) - 1
        assert plain[:last] == [sorted(page) for page in original[:last]]
        assert set(original[last]) <= set(plain[last])
        added = [len(set(page) - set(original[last])) > FEET for page in plain[last:]]
        assert sum(added) == (copy != "สำเนา")


FEET = 2
"""Lines that a page has beside the text: its number, and the secrecy mark."""


def printed(docx: bytes) -> list[list[tuple[str, float]]]:
    """The lines of every page that say something, with their baselines in points."""
    return [
        [(line.line.text.strip(), round(line.baseline, 1)) for line in page.lines() if line.line.text.strip()]
        for page in ita_docs.lay_out(docx).pages
    ]
