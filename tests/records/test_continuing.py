"""Texts in rows: levels, numbering over all rows, slips at their cells, and the text that they go on with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas
import pytest

from ita_docs import KindError, check, load_kind
from ita_docs.kinds.model import Kind

TOML = """
name = "notice"
title = "ประกาศ"
[table]
sheet = "ประกาศ"
key = "ref"
[[table.fields]]
name = "ref"
title = "รหัส"
constraints = { required = true, unique = true }
[[table.fields]]
name = "body"
title = "ข้อความ"
type = "structured"
example = "๑. ข้อ"
constraints = { requiredUnless = ["clauses"] }
[[children]]
name = "clauses"
sheet = "เนื้อความ"
key = "ref"
order = "order"
into = "body"
[[children.fields]]
name = "ref"
title = "รหัส"
[[children.fields]]
name = "order"
title = "ลำดับ"
type = "integer"
[[children.fields]]
name = "level"
title = "ระดับ"
type = "level"
[[children.fields]]
name = "text"
title = "ข้อความ"
type = "structured"
"""


def kind(folder: Path, toml: str = TOML) -> Kind:
    (folder / "kind.toml").write_text(toml, encoding="utf-8")
    (folder / "template.docx").write_bytes(b"")
    return load_kind(folder)


def checked(folder: Path, body: str | None, *rows: tuple[Any, Any, Any]) -> Any:
    main = pandas.DataFrame([{"รหัส": "A", "ข้อความ": body}])
    child = pandas.DataFrame([("A", *row) for row in rows], columns=["รหัส", "ลำดับ", "ระดับ", "ข้อความ"], dtype=object)
    return check(kind(folder), {"ประกาศ": main, "เนื้อความ": child})


def clauses(result: Any) -> list[tuple[tuple[int, ...], str]]:
    [record] = result.records
    return [(clause.numbers, str(clause)) for clause in record.values["body"].clauses]


def test_levels_number_the_rows(tmp_path: Path) -> None:
    result = checked(
        tmp_path, "ด้วย", (None, 1, "ก"), (None, 2, "ข\nต่อ"), (None, "๑.๑", "ค"), (None, "-", "ง"), (None, "หัวข้อ", "จ"),
        (None, "ระดับ ๑", "๒. ฉ"), (None, None, "ช"), (None, None, "๒.๑ ซ"),
    )  # fmt: skip
    assert clauses(result) == [
        ((), "ด้วย"), ((1,), "ก"), ((1, 1), "ข"), ((), "ต่อ"), ((1, 2), "ค"), ((), "ง"), ((), "จ"),
        ((2,), "ฉ"), ((), "ช"), ((2, 1), "ซ"),
    ]  # fmt: skip
    assert result.problems == ()


def test_rows_go_on_with_the_numbers_of_the_cell(tmp_path: Path) -> None:
    result = checked(tmp_path, "๑. ก\n๑.๑ ข", (1, 2, "ค"), (2, 1, "ง"), (3, None, "๓. จ"))
    assert clauses(result) == [((1,), "ก"), ((1, 1), "ข"), ((1, 2), "ค"), ((2,), "ง"), ((3,), "จ")]
    assert result.problems == ()


def test_rows_alone_are_the_text(tmp_path: Path) -> None:
    assert clauses(checked(tmp_path, None, (2, None, "๒. ข"), (1, None, "๑. ก"))) == [((1,), "ก"), ((2,), "ข")]
    nothing = checked(tmp_path, None)
    assert [item.code for item in nothing.problems] == ["missing-value"]


def test_a_slip_is_told_at_its_row_and_once(tmp_path: Path) -> None:
    result = checked(tmp_path, None, (1, None, "๑. ก"), (2, None, "๓. ข"), (3, None, "๔. ค\n๔. ง"), (4, 1, "๙. จ"))
    assert clauses(result) == [((1,), "ก"), ((2,), "ข"), ((3,), "ค"), ((4,), "ง"), ((5,), "จ")]
    said = [(item.code, item.place["index"], item.detail["typed"], item.detail["number"]) for item in result.problems]
    assert sorted(said) == [
        ("clause-renumbered", 1, "๓.", "๒."), ("clause-renumbered", 2, "๔.", "๓."),
        ("clause-renumbered", 3, "๙.", "๕."),
    ]  # fmt: skip


def test_what_is_no_level_is_told(tmp_path: Path) -> None:
    result = checked(tmp_path, "ก", (1, "สูง", "ข"))
    assert [(item.code, item.value) for item in result.problems] == [("not-a-level", "สูง")]
    assert not result.records


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('into = "body"', 'into = "bodi"'),
        ('into = "body"', 'into = "ref"'),
        ('into = "body"', 'into = "body"\neach = true'),
        ('type = "level"', 'type = "text"'),
        ('type = "level"', 'type = "structured"'),
    ],
)
def test_what_such_a_table_must_be(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(KindError) as raised:
        kind(tmp_path, TOML.replace(old, new))
    assert {item.code for item in raised.value.problems} == {"bad-kind"}
