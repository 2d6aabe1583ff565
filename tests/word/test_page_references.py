"""Page numbers written back into a document's table of contents."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pandas as pd
import pytest

import ita_docs
from ita_docs.word.page_references import number_pages

from ..pages.documents import docx as document
from ..pages.documents import field, p, r
from .written import written

KIND = """
name = "report"
title = "รายงาน"
template = "template.docx"
numerals = "thai"
file_name = "{ref}"

[table]
sheet = "รายงาน"
key = "ref"

[[table.fields]]
name = "ref"
title = "เลข"
type = "text"
constraints = { required = true, unique = true }

[[table.fields]]
name = "lines"
title = "เนื้อหา"
type = "paragraphs"
"""


def shown(data: bytes) -> list[str]:
    """The text of each paragraph."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("instruction", "before", "after"),
    [
        (" PAGEREF _Toc1 \\h ", "1", "12"),
        ('PAGEREF "_Toc1"', "9", "12"),
        ("PAGEREF _Toc1 \\* THAIARABIC", "9", "๑๒"),
        ("PAGEREF _Toc1 \\h", "๙", "๑๒"),
        ("PAGEREF _Other \\h", "9", "9"),
        ("REF _Toc1 \\h", "ก", "ก"),
    ],
)
def test_a_field_shows_the_page(instruction: str, before: str, after: str) -> None:
    made = written(document(p(r("บท ") + field(instruction, before) + r(" ท้าย"))), number_pages, {"_Toc1": "12"})
    assert shown(made) == [f"บท {after} ท้าย"]


def test_a_number_over_several_runs_is_one_number() -> None:
    spread = field("PAGEREF a", "@").replace(r("@"), r("1") + r("0") + r("7"))
    assert shown(written(document(p(spread)), number_pages, {"a": "8"})) == ["8"]


def test_the_inner_field_of_a_table_of_contents() -> None:
    entry = r("บทที่ ๑\t") + field("PAGEREF a \\h", "๙๙")
    whole = field('TOC \\o "1-3" \\h', "@").replace(r("@"), entry)
    assert shown(written(document(p(whole)), number_pages, {"a": "3"})) == ["บทที่ ๑\t๓"]


def test_nothing_to_write_leaves_the_bytes() -> None:
    plain = document(p("ไม่มีสารบัญ"))
    assert written(plain, number_pages, {"a": "3"}) is plain
    right = document(p(field("PAGEREF a", "3")))
    assert written(right, number_pages, {"a": "3"}) is right


def test_make_writes_the_page_numbers_of_its_own_layout(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="here"/>{}<w:bookmarkEnd w:id="1"/>'
    body = (
        p(field("PAGEREF here \\h", "๑"))
        + p("{%p for line in lines %}")
        + p("{{ line }}")
        + p("{%p endfor %}")
        + p(mark.format(r("{{ ref }}")))
    )
    folder = tmp_path / "kinds" / "report"
    folder.mkdir(parents=True)
    (folder / "template.docx").write_bytes(document(body))
    (folder / "kind.toml").write_text(KIND, encoding="utf-8")
    kind = ita_docs.load_kind("report", [tmp_path / "kinds"])
    frame = pd.DataFrame([{"เลข": "ก", "เนื้อหา": "\n".join(["บรรทัด"] * 40)}, {"เลข": "ข", "เนื้อหา": "เดียว"}])
    report = ita_docs.make(kind, frame, tmp_path / "out", pdf=True)
    assert report.status == 0, [item.message for item in report.problems]
    pages = {item.ref: item.pages for item in report.made}
    assert pages == {"ก": 3, "ข": 1}
    first = {ref: shown((tmp_path / "out" / f"{ref}.docx").read_bytes())[0] for ref in pages}
    assert first == {"ก": "๓", "ข": "๑"}
    names = zipfile.ZipFile(tmp_path / "out" / "ก.docx").namelist()
    assert len(names) == len(set(names))
    assert not re.search("PAGEREF", first["ก"])
