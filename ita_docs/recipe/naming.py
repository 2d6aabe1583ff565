"""File names: safe on Windows and Linux, never colliding, never leaving the output folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from ..kinds.model import Kind
from ..problems import OutputError, problem
from ..thai.text import clean, graphemes, heading_key
from ..word.documents import shown

UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
OUTER = re.compile(r"^[\s.~-]+|[\s.]+$")
"""What a name may not begin or end with: blanks, dots, and what hides a file or looks like an option."""
RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"]
)
"""Names that Windows keeps for devices, with or without an extension (Win32 naming conventions)."""
LONGEST = 160
"""Most bytes (UTF-8) of a name without extension: file systems take 255, and `(ใหม่ 2)` may follow."""
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def name_pattern(kind: Kind, asked: str) -> str:
    """The pattern of a kind's files: its own, or the one asked for, whose headings become names of fields.

    Raises: OutputError (`bad-option`) for one that names no field, or one that the kind does not have.
    """
    if not asked:
        return kind.file_name
    fields = (*kind.table.fields, *(kind.each.merged if kind.each is not None else ()))
    names = {heading_key(title): item.name for item in fields for title in (item.name, item.title, *item.aliases)}
    wanted = PLACEHOLDER.findall(asked)
    unknown = [name for name in wanted if heading_key(name) not in names]
    if unknown or not wanted:
        titles = ", ".join(dict.fromkeys(f"{{{item.title}}}" for item in fields))
        said = " ".join(f"{{{name}}}" for name in unknown)
        raise OutputError(problem("bad-option", option=f"--name {asked}", reason=f"{said} ({titles})".strip()))
    return PLACEHOLDER.sub(lambda found: f"{{{names[heading_key(found[1])]}}}", asked)


def wanted_name(pattern: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """A file name pattern filled with a record's values, its folders first; nothing made safe yet.

    Only a `/` of the pattern parts folders, none of a value.
    """
    return tuple(
        PLACEHOLDER.sub(lambda found: _one_line(values.get(found[1], "")), part) for part in pattern.split("/")
    )


def _one_line(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value))
    return "" if value is None else str(shown(value)).replace("\n", " ")


def safe_name(name: str) -> str:
    """A file name without extension that every system takes: unsafe characters become `-`, long names are cut.

    The cut never splits a grapheme cluster.
    """
    name = unicodedata.normalize("NFC", clean(name).text.replace("\n", " "))
    name = OUTER.sub("", UNSAFE.sub("-", name)) or "เอกสาร"
    if name.split(".", 1)[0].rstrip().upper() in RESERVED:
        name = f"_{name}"
    return OUTER.sub("", _cut(name, LONGEST))


def _cut(name: str, most: int) -> str:
    if len(name.encode()) <= most:
        return name
    kept = ""
    size = 0
    for cluster in graphemes(name):
        size += len(cluster.encode())
        if size > most:
            break
        kept += cluster
    return kept or name[: most // 4]


class Names:
    """Gives each document a name of its own; the same rows in the same order get the same names."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, *wanted: str) -> str:
        """The safe form of a name, its folders before it; with ` (2)`, ` (3)`, … where another document has it already.

        File systems may ignore case and the spelling of composed letters, so the comparison does too.
        """
        *folders, name = map(safe_name, wanted)
        place = "".join(f"{folder}/" for folder in folders)
        free = place + name
        count = 1
        while _folded(free) in self._taken:
            count += 1
            free = f"{place}{_cut(name, LONGEST - 8)} ({count})"
        self._taken.add(_folded(free))
        return free


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name.casefold())
