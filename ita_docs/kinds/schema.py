"""A kind.toml as parsed, read strictly: every key known, every value of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from ..thai.near import nearest
from .faults import Faults
from .model import Constraints, Field, FieldType, Numerals, Table
from .series import expanded

KIND_KEYS = (
    *("name", "title", "annex", "description", "template", "file_name"),
    *("numerals", "numerals_field", "keep_digits", "emblem_cm", "logo_cm", "table", "children"),
    *("tables", "template_of", "derivation"),
)
TABLE_KEYS = ("name", "sheet", "key", "description", "fields")
CHILD_KEYS = (*TABLE_KEYS, "order", "free", "each", "into", "for_all")
SHARED_KEYS = ("of", "children")
DERIVATION_KEYS = ("name", "title", "outline")
FIELD_KEYS = ("name", "title", "type", "aliases", "description", "example", "setting", "constraints")
CONSTRAINT_KEYS = (
    *("required", "requiredUnless", "requires", "after", "yearOf", "unique"),
    *("enum", "pattern", "minimum", "maximum", "maxLength"),
)
TYPES: tuple[str, ...] = get_args(FieldType)
NUMERALS: tuple[str, ...] = get_args(Numerals)


class Section:
    """One table of the file: its keys are taken by type, and what is wrong with them goes to `faults`."""

    def __init__(self, at: str, content: Mapping[str, Any], known: Iterable[str], faults: Faults) -> None:
        self.at, self.content, self.faults = at, content, faults
        known = tuple(known)
        for key in content:
            if key not in known:
                faults.add(self.path(key), "ไม่ใช่คำที่รู้จัก", "is not a known key", nearest(key, known))

    def path(self, key: str) -> str:
        """The key as the file spells its place."""
        return f"{self.at}.{key}" if self.at else key

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without `default` it must be there and not be empty."""
        value = self.content.get(key, default)
        if not isinstance(value, str):
            if value is None:
                self.faults.add(self.path(key), "ต้องระบุ", "must be given")
            else:
                self.faults.add(self.path(key), "ต้องเป็นข้อความ", "must be a text")
            return default or ""
        if default is None and not value.strip():
            self.faults.add(self.path(key), "ต้องไม่ว่าง", "must not be empty")
        return value.strip()

    def word(self, key: str, choices: tuple[str, ...], default: str) -> str:
        """One of `choices`."""
        value = self.text(key, default)
        if value in choices:
            return value
        listed, near = ", ".join(choices), nearest(value, choices)
        self.faults.add(self.path(key), f"“{value}” ต้องเป็นหนึ่งใน {listed}", f"“{value}” must be one of {listed}", near)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none empty."""
        value = self.content.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(item.strip() for item in value)
        self.faults.add(self.path(key), "ต้องเป็นรายการข้อความที่ไม่ว่าง", "must be a list of texts, none empty")
        return ()

    def flag(self, key: str) -> bool:
        """True or false; false when absent."""
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            self.faults.add(self.path(key), "ต้องเป็น true หรือ false", "must be true or false")
            return False
        return value

    def number(self, key: str, whole: bool = False) -> float | None:
        """A number above zero; None when absent."""
        value = self.content.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not 0 < value < 10**6:
            kind, english = ("จำนวนเต็มบวก", "a whole number") if whole else ("จำนวนบวก", "a number")
            self.faults.add(self.path(key), f"ต้องเป็น{kind}", f"must be {english} above zero")
            return None
        return float(value)

    def bound(self, key: str) -> str | None:
        """A number or an ISO date, as text; None when absent."""
        value = self.content.get(key)
        if isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self.faults.add(self.path(key), "ต้องเป็นตัวเลขหรือวันที่", "must be a number or a date")
        return None

    def sections(self, key: str, known: Iterable[str]) -> list[Section]:
        """The tables of an array of tables (`[[key]]`)."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.faults.add(self.path(key), f"ต้องเขียนเป็น [[{key}]]", f"must be written as [[{key}]]")
            return []
        return [Section(f"{self.path(key)}[{n}]", item, known, self.faults) for n, item in enumerate(value, 1)]

    def section(self, key: str, known: Iterable[str]) -> Section:
        """The table at `key`; an empty one when absent."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            self.faults.add(self.path(key), "ต้องเป็นหมวด", "must be a table")
            value = {}
        return Section(self.path(key), value, known, self.faults)


def read_field(section: Section) -> Field:
    """One `[[…fields]]`."""
    kind: Any = section.word("type", TYPES, "text")
    return Field(
        name=section.text("name"),
        title=section.text("title"),
        type=kind,
        aliases=section.texts("aliases"),
        description=section.text("description", ""),
        example=section.text("example", ""),
        constraints=_constraints(section.section("constraints", CONSTRAINT_KEYS)),
        setting=section.text("setting", "") or None,
    )


def read_table(section: Section, child: bool) -> Table:
    """`[table]`, or one `[[children]]`."""
    order = section.text("order", "") if child else ""
    return Table(
        name=section.text("name") if child else section.text("name", "table"),
        sheet=section.text("sheet"),
        key=section.text("key"),
        fields=tuple(read_field(one) for item in section.sections("fields", FIELD_KEYS) for one in _series(item)),
        free=section.flag("free") if child else False,
        order=order or None,
        description=section.text("description", ""),
        each=section.flag("each") if child else False,
        into=(section.text("into", "") or None) if child else None,
        for_all=section.texts("for_all") if child else (),
    )


def _series(section: Section) -> Iterator[Section]:
    """The fields that one `[[…fields]]` declares: one, or a series (`o{1..43}`)."""
    for content in expanded(section.content):
        yield Section(section.at, content, content, section.faults)  # its keys were checked with the section's


def _constraints(section: Section) -> Constraints:
    for key in ("requiredUnless", "requires"):
        if isinstance(named := section.content.get(key), str):
            section.content = {**section.content, key: [named]}
    length = section.number("maxLength", whole=True)
    return Constraints(
        required=section.flag("required"),
        required_unless=section.texts("requiredUnless"),
        requires=section.texts("requires"),
        after=section.text("after", "") or None,
        year_of=section.text("yearOf", "") or None,
        unique=section.flag("unique"),
        enum=section.texts("enum"),
        pattern=section.text("pattern", "") or None,
        minimum=section.bound("minimum"),
        maximum=section.bound("maximum"),
        max_length=None if length is None else int(length),
    )
