"""Kinds that share: tables of another kind, its template, series of columns, rows that belong to every record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import check, load_kind
from ita_docs.kinds.series import expanded
from ita_docs.problems import KindError
from tests.records.tables import book, sheet

from .test_loading import GOOD, faults, write

SHARING = """
name = "second"
title = "หนังสือที่สอง"

[tables]
of = "trial"
"""
SERIES = """

[[children.fields]]
name = "o{1..3}"
title = "O{1..3}"
type = "score"
aliases = ["ข้อ {1..3}"]
example = "{1..3}"
"""


def test_a_kind_may_have_the_tables_and_the_template_of_another(tmp_path: Path) -> None:
    first = load_kind(write(tmp_path / "trial"))
    folder = write(tmp_path / "second", f'template_of = "trial"{SHARING}')
    (folder / "template.docx").unlink()
    second = load_kind(folder)
    assert (second.table, second.children) == (first.table, first.children)
    assert second.template == first.template


def test_it_may_leave_child_tables_out(tmp_path: Path) -> None:
    notes = GOOD.format(name="trial").partition("[[children]]")[2]
    others = notes.replace('"notes"', '"others"').replace("ความเห็น", "อื่น")
    write(tmp_path / "trial", f"{GOOD.format(name='trial')}[[children]]{others}")
    second = load_kind(write(tmp_path / "second", f'{SHARING}children = ["others"]'))
    assert [child.name for child in second.children] == ["others"]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ('of = "nobody"', "tables.of"),
        ('of = "../trial"', "tables.of"),
        ('of = "second"', "tables.of"),
        ('of = "trial"\nchildren = ["note"]', "notes"),
        ('of = "trial"\n[table]\nsheet = "ข้อมูล"', "table"),
        ('of = "trial"\nchild = 1', "tables.child"),
    ],
)
def test_what_cannot_be_shared_is_said(tmp_path: Path, said: str, about: str) -> None:
    write(tmp_path / "trial")
    found = faults(tmp_path / "second", SHARING.replace('of = "trial"', said))
    assert any(about in line for line in found)


def test_sharing_does_not_go_round(tmp_path: Path) -> None:
    write(tmp_path / "trial", SHARING.replace('"trial"', '"second"').replace('name = "second"', 'name = "trial"'))
    with pytest.raises(KindError):
        load_kind(write(tmp_path / "second", SHARING))


def test_a_template_of_nobody(tmp_path: Path) -> None:
    found = faults(tmp_path / "trial", 'template_of = "nobody"\n' + GOOD.format(name="trial"))
    assert any("template.docx" in line for line in found)


def test_a_series_of_columns_is_declared_once(tmp_path: Path) -> None:
    kind = load_kind(write(tmp_path / "trial", GOOD.format(name="trial") + SERIES))
    made = [(item.name, item.title, item.aliases, item.example) for item in kind.children[0].fields[2:]]
    assert made == [(f"o{n}", f"O{n}", (f"ข้อ {n}",), str(n)) for n in (1, 2, 3)]


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_series_has_a_column_for_every_number(first: int, last: int) -> None:
    names = [field["name"] for field in expanded({"name": f"o{{{first}..{last}}}"})]
    assert names == [f"o{number}" for number in range(first, last + 1)]


def test_rows_for_all_belong_to_every_record_and_come_first(tmp_path: Path) -> None:
    text = GOOD.format(name="trial").replace('order = "place"', 'for_all = ["*", "ทุกหน่วยงาน"]')
    kind = load_kind(write(tmp_path / "trial", text))
    main = sheet(["เลขอ้างอิง", "เรื่อง"], ["A", "ก"], ["B", "ข"])
    notes = sheet(*(["เลขอ้างอิง", "ลำดับ"], ["B", 1], ["*", 2], ["ทุกหน่วยงาน", 3], ["A", 4], ["C", 5]), name="ความเห็น")
    checked = check(kind, book(main, notes))
    placed = [[row["place"] for row in record.values["notes"]] for record in checked.records]
    assert placed == [[2, 3, 4], [2, 3, 1]]
    assert [item.code for item in checked.problems] == ["orphan-row"]


def test_a_wrong_row_for_all_refuses_every_record_and_is_told_once(tmp_path: Path) -> None:
    text = GOOD.format(name="trial").replace('order = "place"', 'for_all = ["*"]')
    kind = load_kind(write(tmp_path / "trial", text))
    main = sheet(["เลขอ้างอิง", "เรื่อง"], ["A", "ก"], ["B", "ข"])
    checked = check(kind, book(main, sheet(["เลขอ้างอิง", "ลำดับ"], ["*", "x"], name="ความเห็น")))
    assert [item.code for item in checked.problems] == ["not-a-number"]
    assert [item.ref for item in checked.refused] == ["A", "B"]


def test_rows_know_their_cells(tmp_path: Path) -> None:
    kind = load_kind(write(tmp_path / "trial"))
    main = sheet(["เลขอ้างอิง", "เรื่อง"], ["A", "ก"])
    notes = sheet(["เลขอ้างอิง", "ลำดับ"], ["A", 1], name="ความเห็น")
    record = check(kind, book(main, notes)).records[0]
    assert record.cell("subject").a1 == "B2"
    assert record.cell("speed").a1 == "A2"
    assert record.values["notes"][0].cell("place").a1 == "B2"
