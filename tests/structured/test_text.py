"""Blocks of a text: tables, pictures, page breaks and headings are seen for what they are, anything else is text."""

from __future__ import annotations

import pytest

from ita_docs.structured.emphasis import emphasized, plain
from ita_docs.structured.outline import Clause, outline
from ita_docs.structured.text import PageBreak, StructuredText, TextPicture, TextTable, renumbered, structured


def text(typed: str) -> StructuredText:
    return structured([emphasized(line) for line in typed.split("\n")])


def rows(*cells: tuple[str, ...]) -> TextTable:
    return TextTable(tuple(tuple(map(plain, row)) for row in cells))


def test_a_table_between_clauses_does_not_end_their_list() -> None:
    read = text("๑. ก\n| ข | ค |\n| ๑ | ๒ |\n๒. ง")
    assert read.blocks == (*outline(["๑. ก"]), rows(("ข", "ค"), ("๑", "๒")), read.blocks[2])
    assert read.clauses == outline(["๑. ก", "๒. ง"])


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("| ก | ข |\n|---|:-:|\n| ๑ | ๒ |", rows(("ก", "ข"), ("๑", "๒"))),
        ("|ก|ข|ค|\n|๑|", None),
        ("|ก|ข|ค|\n|๑|๒|", rows(("ก", "ข", "ค"), ("๑", "๒", ""))),
        (r"| ก \| ข | ค |" + "\n| | ๒ |", rows(("ก | ข", "ค"), ("", "๒"))),
        ("| ก |\n| ข |", None),
        ("| ก | ข |", None),
        ("|x| คือค่าสัมบูรณ์", None),
    ],
)
def test_tables(typed: str, table: TextTable | None) -> None:
    read = text(typed)
    if table is None:
        assert [str(block) for block in read] == typed.split("\n")
        assert all(isinstance(block, Clause) for block in read)
    else:
        assert read.blocks == (table,)


@pytest.mark.parametrize(
    ("typed", "picture"),
    [
        ("[รูป: ภาพ.png]", TextPicture("ภาพ.png")),
        ("[ ภาพ : a/b.JPG | การประชุม | ๘.๕ ซม. ]", TextPicture("a/b.JPG", "การประชุม", 8.5)),
        ("[รูปภาพ: ก.jpeg|12 cm]", TextPicture("ก.jpeg", "", 12.0)),
        ("![คำบรรยาย](ก.png)", TextPicture("ก.png", "คำบรรยาย")),
    ],
)
def test_pictures(typed: str, picture: TextPicture) -> None:
    assert text(typed).blocks == (picture,)


@pytest.mark.parametrize(
    "typed", ["[รูป: สวยงาม]", "[รูป:]", "[ภาพประกอบ]", "ดู [รูป: ก.png]", "#๑ ของประเทศ", "# ", "[หน้าใหม่] ต่อ"]
)
def test_what_is_not_understood_is_text(typed: str) -> None:
    assert text(typed).blocks == (Clause(plain(typed.strip())),)


def test_page_breaks_and_headings() -> None:
    read = text("[ขึ้นหน้าใหม่]\n## หัวข้อ\n**หัวข้อ**\n[Page Break]")
    assert [type(block) for block in read] == [PageBreak, Clause, Clause, PageBreak]
    assert [block.heading for block in read.clauses] == [True, True]
    assert str(read) == "\nหัวข้อ\nหัวข้อ\n"


def test_texts_read_one_by_one_are_numbered_as_one() -> None:
    parts = [(None, text("๑. ก")), (None, text("๑.๑ ข")), (None, text("๑.๓ ค")), (None, text("๒. ง"))]
    assert [one.clauses[0].numbers for one in renumbered(parts)] == [(1,), (1, 1), (1, 2), (2,)]
    assert [one.clauses[0].typed for one in renumbered(parts)] == [None, None, (1, 3), None]


def test_levels() -> None:
    said = [(1, "ก"), (2, "ข\nต่อ"), (2, "๑.๒ ค"), (4, "ง"), (4, "จ"), (7, "ฉ"), (1, "๓. ช"), (0, "๑. ซ"), (-1, "ฌ")]
    read = renumbered([(level, text(typed)) for level, typed in said])
    assert [[(one.numbers, str(one)) for one in part.clauses] for part in read] == [
        [((1,), "ก")], [((1, 1), "ข"), ((), "ต่อ")], [((1, 2), "ค")], [((1,), "ง")], [((2,), "จ")], [((), "ฉ")],
        [((2,), "ช")], [((), "๑. ซ")], [((), "ฌ")],
    ]  # fmt: skip
    assert read[6].clauses[0].typed == (3,)
    assert read[8].clauses[0].heading
    assert not any(part.clauses[0].typed for part in read[:6])


def test_flags() -> None:
    read = text("ก")
    assert read.with_next.keeps_next
    assert read.as_typed.with_next.keeps_digits
    assert not StructuredText()


def test_two_texts_are_numbered_as_one() -> None:
    assert (text("1) ก") + text("2) ข\n4) ค")).clauses == text("1) ก\n2) ข\n4) ค").clauses
    assert text("ก") + StructuredText() == text("ก")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("ก\nข", [(1,), (2,)]),
        ("มีหน้าที่ ดังนี้\nก\nข", [(), (1,), (2,)]),
        ("มีหน้าที่ ดังนี้\nก", [(), ()]),
        ("ก\n| ๑ | ๒ |\n| ๓ | ๔ |\nข", [(1,), (2,)]),
        ("ก", [()]),
        ("", []),
        ("**ก**\nข", [(), ()]),
        ("ก\n- ข", [(), ()]),
    ],
)
def test_lines_that_nobody_numbered(typed: str, numbers: list[tuple[int, ...]]) -> None:
    read = text(typed)
    listed = read.as_list
    assert [clause.numbers for clause in listed.clauses] == numbers
    assert [str(block) for block in listed] == [str(block) for block in read]
    assert {clause.form for clause in listed.clauses if clause.numbers} <= {"1)"}
