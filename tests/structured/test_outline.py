"""Lines as clauses: their depth and numbers, what is no clause, slips, and that no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.structured.clause_marks import Form, mark_of, written
from ita_docs.structured.emphasis import emphasized, plain
from ita_docs.structured.outline import Clause, outline
from ita_docs.thai.numerals import to_thai

REPORT = """
ผลการประเมินมีดังนี้
๑. ความเป็นมา
สำนักงานได้รับแจ้งผลการประเมินแล้ว
๑.๑ ผลคะแนนรวม
๑.๒ ผลคะแนนรายตัวชี้วัด
๑) แบบวัด IIT
(๑) ด้านการปฏิบัติหน้าที่
(๒) ด้านการใช้งบประมาณ
๒) แบบวัด EIT
- ด้านการสื่อสาร
- ด้านคุณภาพ
๓) แบบวัด OIT
๒. ข้อเสนอ
๒.๑ จัดประชุม
ก. ผู้บริหาร
ข. เจ้าหน้าที่
๒.๒ รายงานผล
"""


def test_a_text_of_many_levels() -> None:
    clauses = outline(REPORT.splitlines())
    assert [(clause.depth, clause.form, clause.numbers) for clause in clauses] == [
        (0, None, ()), (1, "1.", (1,)), (0, None, ()), (2, "1.", (1, 1)), (2, "1.", (1, 2)), (3, "1)", (1,)),
        (4, "(1)", (1,)), (4, "(1)", (2,)), (3, "1)", (2,)), (4, "-", ()), (4, "-", ()), (3, "1)", (3,)),
        (1, "1.", (2,)), (2, "1.", (2, 1)), (3, "ก.", (1,)), (3, "ก.", (2,)), (2, "1.", (2, 2)),
    ]  # fmt: skip
    assert all(clause.typed is None for clause in clauses)


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (["๑. ข้อ", "๓.๕ ล้านบาท"], Clause(plain("๓.๕ ล้านบาท"))),
        (["๑. ข้อ", "๑.๕ ล้านบาท"], Clause(plain("๑.๕ ล้านบาท"))),
        (["๑. ข้อ", "๔๐) ข้อ"], Clause(plain("๔๐) ข้อ"))),
        (["ข้อความ", "ม. ๓ บัญญัติว่า"], Clause(plain("ม. ๓ บัญญัติว่า"))),
        (["ก. ข้อ", "ม. ๓ บัญญัติว่า"], Clause(plain("ม. ๓ บัญญัติว่า"))),
        (["๑. ข้อ", "๒. ข้อ", "๙๙. ข้อ"], Clause(plain("๙๙. ข้อ"))),
        (["๓.๒ ข้อ"], Clause(plain("๓.๒ ข้อ"))),
    ],
)
def test_a_number_without_a_place_is_text(lines: list[str], last: Clause) -> None:
    assert outline(lines)[-1] == last


def test_a_slip_is_told() -> None:
    clauses = outline(["๑. ก", "๒. ข", "๒. ค", "๕. ง", "๕. จ"])
    assert [(clause.numbers, clause.typed) for clause in clauses] == [
        ((1,), None), ((2,), None), ((3,), (2,)), ((4,), (5,)), ((5,), None),
    ]  # fmt: skip


def test_a_list_begins_anew_and_the_first_where_it_says() -> None:
    clauses = outline(["๔. ก", "๕. ข", "เรื่องใหม่", "๑. ค", "๒. ง"])
    assert [(clause.numbers, clause.begins) for clause in clauses] == [
        ((4,), True), ((5,), False), ((), False), ((1,), True), ((2,), False),
    ]  # fmt: skip


def test_a_chain_may_begin_a_text() -> None:
    clauses = outline(["๒.๑ ก", "๒.๒ ข", "๒.๒.๑ ค"])
    assert [(clause.depth, clause.numbers) for clause in clauses] == [(1, (2, 1)), (1, (2, 2)), (2, (2, 2, 1))]


LINES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.builds(
            lambda form, numbers, thai, text: (to_thai if thai else str)(f"{written(form, tuple(numbers))} {text}"),
            st.sampled_from(("1.", "1)", "(1)", "ก.", "ก)", "(ก)", "-")),
            st.lists(st.integers(1, 5), min_size=1, max_size=3),
            st.booleans(),
            st.sampled_from(("ข้อ", "R&D <b>", "๓.๕ ล้านบาท", "{{ x }}")),
        ),
    ),
    max_size=20,
)


@given(LINES)
def test_no_word_is_lost(lines: list[str]) -> None:
    kept = [emphasized(line.strip()).strip() for line in lines if line.strip()]
    clauses = outline(lines)
    assert len(clauses) == len(kept)
    for clause, line in zip(clauses, kept, strict=True):
        mark = mark_of(line)
        assert clause.text == (line if clause.form is None or mark is None else line[mark.length :])


@given(LINES)
def test_depths_go_down_one_by_one(lines: list[str]) -> None:
    depth = 0
    for clause in outline(lines):
        if clause.depth:
            assert clause.depth <= depth + 1
            depth = clause.depth


@given(LINES)
def test_what_was_numbered_is_numbered_so_again(lines: list[str]) -> None:
    first = outline(lines)
    again = outline(said(clause.form, clause.numbers, clause.text) for clause in first)
    assert [one._replace(arabic=False) for one in again] == [one._replace(typed=None, arabic=False) for one in first]


def said(form: Form | None, numbers: tuple[int, ...], text: str) -> str:
    return text if form is None else f"{written(form, numbers)} {text}"
