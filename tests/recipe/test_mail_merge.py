"""A document for each row of a child table, from the workbook to the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest

import ita_docs
from ita_docs.problems import OutputError

from ..word.templates import paragraphs

TOML = """
name = "letters"
title = "หนังสือ"
file_name = "{ref}"
[table]
sheet = "หนังสือ"
key = "ref"
[[table.fields]]
name = "ref"
title = "เลขอ้างอิง"
constraints = { required = true, unique = true }
[[table.fields]]
name = "to"
title = "เรียน"
type = "addressee"
constraints = { required = true }
[[table.fields]]
name = "subject"
title = "เรื่อง"
[[children]]
name = "people"
sheet = "ผู้รับ"
key = "ref"
each = true
[[children.fields]]
name = "ref"
title = "เลขอ้างอิง"
[[children.fields]]
name = "to"
title = "เรียน"
type = "addressee"
[[children.fields]]
name = "number"
title = "เลขที่"
type = "year_number"
"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> ita_docs.Kind:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "kind.toml").write_text(TOML, encoding="utf-8")
    text = "{{ ref }}|{{ to.opening }}|{{ เรียน }}|{{ เลขที่ }}|{{ number.year }}|{{ subject }}|{{ to.closing }}"
    (folder / "template.docx").write_bytes(paragraphs(text))
    return ita_docs.load_kind(folder)


def frames(main: list[dict[str, Any]], people: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    return {"หนังสือ": pd.DataFrame(main), "ผู้รับ": pd.DataFrame(people)}


def text_of(path: Path) -> str:
    return docx.Document(str(path)).paragraphs[0].text


MAIN = [{"เลขอ้างอิง": "L-001", "เรียน": "ครู", "เรื่อง": "ก"}, {"เลขอ้างอิง": "L-002", "เรียน": None, "เรื่อง": "ข"}]
PEOPLE = [{"เลขอ้างอิง": "L-002", "เรียน": f"ผู้รับที่ {n}", "เลขที่": f"{n}/2569"} for n in range(1, 13)]


def test_every_row_is_a_file_of_its_own(letters: ita_docs.Kind, tmp_path: Path) -> None:
    people = [*PEOPLE, {"เลขอ้างอิง": "L-001", "เรียน": "นายกรัฐมนตรี", "เลขที่": None}]
    report = ita_docs.make(letters, frames(MAIN, people), tmp_path, numerals="arabic")
    assert (report.status, len(report.made)) == (0, 13)
    assert [item.docx for item in report.made] == ["L-001-1.docx", *(f"L-002-{n:02}.docx" for n in range(1, 13))]
    assert text_of(tmp_path / "L-001-1.docx") == "L-001-1|กราบเรียน|นายกรัฐมนตรี|||ก|ขอแสดงความนับถืออย่างยิ่ง"
    assert text_of(tmp_path / "L-002-07.docx") == "L-002-07|เรียน|ผู้รับที่ 7|7/2569|2569|ข|ขอแสดงความนับถือ"


def test_the_numeral_policy_dresses_the_numbers(letters: ita_docs.Kind, tmp_path: Path) -> None:
    ita_docs.make(letters, frames(MAIN, PEOPLE[:1]), tmp_path)
    assert "|๑/๒๕๖๙|๒๕๖๙|" in text_of(tmp_path / "L-002-1.docx")


@pytest.mark.parametrize(
    ("only", "made"),
    [
        ((("เลขอ้างอิง", "L-002"),), 12),
        ((("ref", "L-002-07"),), 1),
        ((("ref", "L-001"),), 1),
        ((("เลขที่", "3/2569"),), 1),
        ((("เลขที่", "3/2569"), ("ref", "L-002")), 1),
        ((("เลขที่", "3/2569"), ("ref", "L-001")), 0),
        ((("ref", "L-002-7"),), 0),
        ((("ref", "L-002-07"), ("ref", "L-002-09"), ("ref", "L-001")), 3),
        ((("ref", "L-002"), ("เลขที่", "3/2569"), ("ref", "L-001")), 1),
    ],
)
def test_only(letters: ita_docs.Kind, tmp_path: Path, only: tuple[tuple[str, str], ...], made: int) -> None:
    report = ita_docs.make(letters, frames(MAIN, PEOPLE), tmp_path, only=only)
    assert len(report.made) == made
    assert ("nothing-selected" in {item.code for item in report.problems}) == (made == 0)


def test_a_value_that_no_row_has_is_told(letters: ita_docs.Kind, tmp_path: Path) -> None:
    only = (("ref", "L-001"), ("ref", "L-009"), ("ref", "L-009"))
    report = ita_docs.make(letters, frames(MAIN, PEOPLE), tmp_path, only=only)
    assert ([item.ref for item in report.made], report.status) == (["L-001"], 1)
    [said] = report.problems
    assert said.code == "value-not-found"
    assert "ref=L-009" in said.message


def test_only_of_what_no_sheet_has(letters: ita_docs.Kind, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="เลขที่"):
        ita_docs.make(letters, frames(MAIN, PEOPLE), tmp_path, only=(("ไม่มี", "1"),))


def test_a_bad_row_costs_its_own_document_only(letters: ita_docs.Kind, tmp_path: Path) -> None:
    people = [dict(row) for row in PEOPLE]
    people[6]["เลขที่"] = "ไม่ทราบ"
    report = ita_docs.make(letters, frames(MAIN, people), tmp_path)
    assert (report.status, len(report.made)) == (1, 12)
    assert [(item.ref, item.sheet, item.row) for item in report.refused] == [("L-002-07", "ผู้รับ", 8)]
    assert [item.code for item in report.problems] == ["not-a-year-number"]
    assert (tmp_path / "L-002-12.docx").exists()


def test_a_bad_main_row_is_told_once_whichever_documents_are_asked_for(letters: ita_docs.Kind, tmp_path: Path) -> None:
    main = [MAIN[0], {**MAIN[1], "เรียน": "พระบาทสมเด็จพระเจ้าอยู่หัว"}]
    for only, refused in (((), 12), ((("ref", "L-002"),), 12), ((("ref", "L-002-07"),), 1)):
        report = ita_docs.make(letters, frames(main, PEOPLE), tmp_path, only=only)
        assert len(report.refused) == refused
        assert [item.code for item in report.problems] == ["royal-addressee"]


def test_names_do_not_depend_on_which_rows_are_made(letters: ita_docs.Kind, tmp_path: Path) -> None:
    main = [{**MAIN[1], "เลขอ้างอิง": "L-1"}, {**MAIN[0], "เลขอ้างอิง": "L-1-1"}]
    people = [{"เลขอ้างอิง": "L-1", "เรียน": "ครู", "เลขที่": "x"}]
    report = ita_docs.make(letters, frames(main, people), tmp_path)
    assert [item.docx for item in report.made] == ["L-1-1 (2).docx"]


def test_the_starter_makes_its_example(letters: ita_docs.Kind, tmp_path: Path) -> None:
    path = ita_docs.starter(letters, tmp_path / "starter.xlsx")
    report = ita_docs.make(letters, path, tmp_path / "out")
    assert (report.status, len(report.made)) == (0, 1)
