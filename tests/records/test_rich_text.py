"""Text that a clerk marked in a cell says in a record what it would say unmarked, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from ita_docs import check
from ita_docs.kinds.model import Constraints, Field, FieldType
from ita_docs.records.types import read_value
from ita_docs.sheets import RichText, Row, Run, Sheet, Value, Workbook, read_workbook
from ita_docs.structured.clause_marks import mark_of

from .test_memo import HEADINGS, KIND, PLAIN, only, saved

FULL = {
    **PLAIN,
    "โทรศัพท์": "0 2123 4567 ต่อ 12",
    "ที่": "ศธ 0401/123",
    "วันที่": "26 มิถุนายน 2567",
    "ชั้นความเร็ว": "ด่วน",
    "สิ่งที่ส่งมาด้วย": "1. รายชื่อ\n2. กำหนดการ",
    "เรื่องเดิม": "ตามที่\nได้  ประชุม",
    "ข้อเสนอ": "-",
}
OPINIONS = [["เลขอ้างอิง", "ความเห็น", "ผู้ลงนาม", "ตำแหน่ง"], ["M-001", "เห็นชอบ", "นายสมชาย ใจดี", "ผู้อำนวยการ"]]
GRID = [["เลขอ้างอิง", "รายการ", "จำนวน"], ["M-001", "กระดาษ", "5 รีม"], ["M-001", "หมึก", "2"]]


def test_a_memo_whose_subject_is_rich(tmp_path: Path) -> None:
    rich = CellRichText("ขออนุมัติ", TextBlock(InlineFont(b=True), "จัด"), TextBlock(InlineFont(u="single"), "ประชุม"))
    path = saved(tmp_path, {**PLAIN, "เรื่อง": rich})
    (row,) = [row for row in read_workbook(path).sheets[0].rows() if row.number == 2]
    assert [value.runs for value in row.cells.values() if isinstance(value, RichText)] == [
        (("ขออนุมัติ", False, False), ("จัด", True, False), ("ประชุม", False, True))
    ]
    record = only(check(KIND, path))
    assert record.values == only(check(KIND, saved(tmp_path, PLAIN))).values
    assert type(record.values["subject"]) is str


def test_every_cell_rich_headings_too(tmp_path: Path) -> None:
    book = read_workbook(saved(tmp_path, FULL, headings=HEADINGS, opinions=OPINIONS, grid=GRID))
    plain, rich = only(check(KIND, book)), only(check(KIND, marked(book)))
    assert rich.values == plain.values
    assert not [item for item in leaves(rich.values) if type(item) is RichText]


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("text", "ก  ข"), ("lines", "ก\nข"), ("paragraphs", "ก"),
        ("list", "1. ก\n2. ข"), ("person", "นายสมชาย ใจดี"), ("date", "26 มิถุนายน 2567"), ("date_range", "1-3 มิ.ย. 67"),
        ("time", "8.30 น."), ("number", "1,250.50"), ("integer", "๑๒"), ("money", "500 บาท"), ("phone", "0 2123 4567"),
        ("choice", "ด่วน"), ("document_number", "ศธ 0401/123"),
    ],
)  # fmt: skip
def test_a_field_of_each_type(sort: FieldType, text: str) -> None:
    field = Field("cell", "ช่อง", sort, constraints=Constraints(enum=("ด่วน",) if sort == "choice" else ()))
    rich = read_value(RichText([Run(text[:1], True), Run(text[1:])]), field)
    assert rich == read_value(text, field)
    assert not rich.failed
    assert not [item for item in leaves(rich.value) if type(item) is RichText]


def marked(book: Workbook) -> Workbook:
    """The same workbook, every text of it half bold."""

    def cell(value: Value) -> Value:
        if not isinstance(value, str):
            return value
        half = len(value) // 2
        return RichText([Run(value[:half]), Run(value[half:], True)])

    def sheet(of: Sheet) -> Sheet:
        rows = [Row(row.number, {at: cell(value) for at, value in row.cells.items()}) for row in of.rows()]
        return Sheet(of.name, lambda: iter(rows), of.merged, of.book)

    return Workbook(book.name, tuple(sheet(of) for of in book.sheets))


def leaves(value: Any) -> Iterator[Any]:
    """Whatever stands in a record's values, however deep, names of fields included."""
    yield value
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield name
            yield from leaves(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from leaves(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from leaves(getattr(value, name))


@pytest.mark.parametrize(
    ("runs", "clauses"),
    [
        (
            [Run("1. ก", True), Run(" ข\n2. "), Run("ค", underlined=True)],
            [[("ก", True), (" ข", False)], [("ค", False)]],
        ),
        ([Run("**ก** ข"), Run(" ค", True)], [[("**ก** ข", False), (" ค", True)]]),
        ([Run("  ก\u200b", True), Run("ข  ")], [[("ก", True), ("ข", False)]]),
        ([Run("ก\t1\n"), Run("ข\t2", True)], None),
    ],
)
def test_a_structured_text_keeps_what_is_marked(runs: list[Run], clauses: list[list[tuple[str, bool]]] | None) -> None:
    value = read_value(RichText(runs), Field("x", "ช่อง", "structured")).value
    if clauses is None:
        assert [[cell.bold for cell in row] for row in value.blocks[0].rows] == [[False, False], [True, True]]
    else:
        assert [[(span.text, span.bold) for span in one.text.spans] for one in value.clauses] == clauses


@given(st.lists(st.builds(Run, st.text(max_size=6), st.booleans(), st.booleans()), max_size=6))
def test_no_word_of_a_marked_cell_is_lost(runs: list[Run]) -> None:
    field = Field("x", "ช่อง", "lines")
    rich, plain = RichText(runs), "".join(run.text for run in runs)
    marked = read_value(rich, Field("x", "ช่อง", "structured")).value
    assert letters(str(marked)) == letters("".join(read_value(plain, field).value)) or mark_like(plain)


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def mark_like(text: str) -> bool:
    """Whether a line may begin with a letter as its mark."""
    return any(mark_of(line) is not None for line in text.splitlines())
