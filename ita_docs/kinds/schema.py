"""The keys of a kind.toml, and its tables and fields read from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from ..strict_toml import Section
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
DERIVATION_KEYS = ("name", "title", "outline", "needs", "expects", "main")
FIELD_KEYS = ("name", "title", "type", "aliases", "description", "example", "setting", "constraints")
CONSTRAINT_KEYS = (
    *("required", "requiredUnless", "requires", "after", "yearOf", "unique"),
    *("enum", "pattern", "minimum", "maximum", "maxLength"),
)
TYPES: tuple[str, ...] = get_args(FieldType)
NUMERALS: tuple[str, ...] = get_args(Numerals)


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
