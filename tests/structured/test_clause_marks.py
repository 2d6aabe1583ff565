"""The marks of clauses: each form in both digits, what only looks like one, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.structured.clause_marks import Form, Mark, mark_of, written
from ita_docs.thai.counting import LETTERS
from ita_docs.thai.numerals import to_thai

FORMS: tuple[Form, ...] = ("1.", "1)", "(1)", "ก.", "ก)", "(ก)")


@pytest.mark.parametrize(
    ("line", "form", "numbers", "rest"),
    [
        ("๑. ความเป็นมา", "1.", (1,), "ความเป็นมา"),
        ("1.ความเป็นมา", "1.", (1,), "ความเป็นมา"),
        ("  ๑๒.  ข้อ", "1.", (12,), "ข้อ"),
        ("๑.๒ ข้อ", "1.", (1, 2), "ข้อ"),
        ("๒.๓. ข้อ", "1.", (2, 3), "ข้อ"),
        ("1.2.3 ข้อ", "1.", (1, 2, 3), "ข้อ"),
        ("๓) ข้อ", "1)", (3,), "ข้อ"),
        ("๑๐.) ข้อ", "1)", (10,), "ข้อ"),
        ("(๑๐) ข้อ", "(1)", (10,), "ข้อ"),
        ("ก. ข้อ", "ก.", (1,), "ข้อ"),
        ("ง) ข้อ", "ก)", (4,), "ข้อ"),
        ("(ข) ข้อ", "(ก)", (2,), "ข้อ"),
        ("- ข้อ", "-", (), "ข้อ"),
        ("•ข้อ", "-", (), "ข้อ"),
    ],
)
def test_a_mark(line: str, form: Form, numbers: tuple[int, ...], rest: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.form, mark.numbers, line[mark.length :]) == (form, numbers, rest)


@pytest.mark.parametrize(
    "line",
    [
        "", "ข้อความ", "๑", "๑.", "(๑)", "- ", "2567 เป็นปี", "๒๕๖๗. ข้อ", "1,234 บาท", "๑๒.๓๐% ของ", "0.5 คะแนน",
        "พ.ศ. ๒๕๖๗", "ม.๓", "ก.พ. ๒๕๖๗", "-5 องศา", "(หมายเหตุ) ข้อ", "1.5) ข้อ",
    ],
)  # fmt: skip
def test_no_mark(line: str) -> None:
    assert mark_of(line) is None


@given(st.sampled_from(FORMS), st.integers(1, 999), st.booleans())
def test_a_written_mark_is_read_again(form: Form, number: int, thai: bool) -> None:
    number = min(number, len(LETTERS)) if "ก" in form else number
    line = f"{written(form, (number,))} ข้อความ"
    line = to_thai(line) if thai else line
    assert mark_of(line) == Mark(form, (number,), len(line) - len("ข้อความ"))


@given(st.lists(st.integers(1, 999), min_size=2, max_size=6))
def test_a_written_chain_is_read_again(numbers: list[int]) -> None:
    mark = mark_of(f"{written('1.', tuple(numbers))} ก")
    assert mark is not None
    assert mark.numbers == tuple(numbers)


@given(st.text())
def test_a_mark_is_never_the_whole_line(line: str) -> None:
    mark = mark_of(line)
    assert mark is None or line[mark.length :].strip()
