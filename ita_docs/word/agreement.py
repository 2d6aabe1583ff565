"""Whether a template and its kind agree: every name the template uses is declared, every field declared is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..assessment.deriving import added_names
from ..kinds.model import Field, Kind, Table
from ..problems import Problem, problem
from ..records.context import tags
from ..thai.near import nearest
from .placeholders import EACH, Place
from .value_paths import value_paths

GIVEN = ("emblem", "logo", "today", "copy", "certifier", "certifier_position", f"certifier_position{EACH}")
"""Names that every kind's template may use without declaring them."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "person": ("title", "first", "last"),
    "document_number": ("code", "circular", "number"),
    "year_number": ("number", "year"),
    "addressee": ("opening", "closing", "pronoun", "typed_opening"),
    "date_range": ("start", "end", "precision"),
    "date": ("year", "month", "day"),
    "time": ("hour", "minute"),
    "phone": ("text",),
    **dict.fromkeys(("lines", "paragraphs", "list"), (EACH,)),
    "structured": (
        *(EACH, "with_next", "as_typed", "with_next.as_typed", "as_typed.with_next"),
        *("as_list", "as_list.with_next"),
    ),
}
"""What may be asked of a field's value, by field type."""
FREE = ("headings", f"headings{EACH}", "rows", f"rows{EACH}", f"rows{EACH}{EACH}")


def disagreements(kind: Kind, used: Mapping[str, tuple[Place, ...]]) -> list[Problem]:
    """What a kind and its template's placeholders disagree on.

    An undeclared name is an error with its place and the nearest declared name; a field that nothing uses is a warning.
    """
    declared = dict(_declared(kind))
    added = {path: path for name, type_ in added_names(kind.derivation).items() for path in value_paths(name, type_)}
    file = kind.template.name
    problems: list[Problem] = []
    for path, places in used.items():
        if path in declared or path in added:
            continue
        near = nearest(path, (*declared, *added))
        for place in places:
            at = {"file": file, "part": place.part, "paragraph": place.paragraph, "tag": place.tag}
            problems.append(problem("undeclared-placeholder", place=at, value=path, near=near))
    if kind.derivation is not None:
        return problems  # what a template does not show may be in what is derived
    seen = {declared[path] for path in used if path in declared}
    for table in kind.tables:
        if table.into:
            continue  # its rows are part of a text of the main table
        for item in table.fields:
            if table.each and item.name in kind.shared:
                continue  # told of the main table
            top = table is kind.table or table.each
            name = item.name if top else f"{table.name}{EACH}.{item.name}"
            if name in seen or item.name in (table.key, table.order) or f"{{{item.name}}}" in kind.file_name:
                continue
            place_of = {"file": file, "part": "", "paragraph": "", "tag": ""}
            tag = "{{ " + item.name + " }}"
            problems.append(problem("unused-field", place=place_of | {"tag": tag}, column=item.title, name=item.name))
        if table is not kind.table and table.free and table.name not in {name.split(".")[0] for name in seen}:
            tag = "{{ " + table.name + ".rows }}"
            at = {"file": file, "part": "", "paragraph": "", "tag": tag}
            problems.append(problem("unused-field", place=at, column=table.sheet, name=table.name))
    return problems


def _declared(kind: Kind) -> Iterator[tuple[str, str]]:
    """Every path a template may use, with the field or table it stands for."""
    spellings = tags(kind)
    for name in GIVEN:
        yield name, name
    each = kind.each.merged if kind.each is not None else ()
    for item in (*kind.table.fields, *each):
        for spelling in spellings[item.name]:
            yield from _paths(spelling, item, item.name)
    for child in kind.children:
        if child.each or child.into:
            continue
        for table_spelling in spellings[child.name]:
            yield table_spelling, child.name
            yield table_spelling + EACH, child.name
            if child.free:
                for path in FREE:
                    yield f"{table_spelling}.{path}", child.name
            else:
                yield from _rows(child, table_spelling, spellings)


def _rows(child: Table, spelling: str, spellings: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for item in child.fields:
        for field_spelling in spellings[f"{child.name}{EACH}.{item.name}"]:
            yield from _paths(f"{spelling}{EACH}.{field_spelling}", item, f"{child.name}{EACH}.{item.name}")


def _paths(spelling: str, item: Field, name: str) -> Iterator[tuple[str, str]]:
    yield spelling, name
    for part in PARTS.get(item.type, ()):
        yield spelling + (part if part.startswith(EACH) else f".{part}"), name
