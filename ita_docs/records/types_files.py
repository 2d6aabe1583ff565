"""Cells read as names of files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from ..kinds.model import Field
from ..sheets.model import Value
from ..thai.fault import Fault
from .picture_files import picture_facts
from .plain import plain_text
from .reading import Reading
from .types_text import cleaned


def read_image(value: Value, field: Field, folder: Path | None) -> Reading:
    """The path of a picture file inside `folder`, the workbook's; nothing outside it can be named."""
    text, said = cleaned(plain_text(value))
    path, faults = picture_at(text, folder)
    return Reading(path, (*said, *faults))


def read_file(value: Value, field: Field, folder: Path | None) -> Reading:
    """The path of any file inside `folder`, the workbook's; whoever uses it says whether it can be used."""
    text, said = cleaned(plain_text(value))
    path = _inside(folder, text)
    return Reading(path, said) if path is not None else Reading(None, (*said, Fault("missing-file", {})))


def picture_at(name: str, folder: Path | None) -> tuple[Path | None, tuple[Fault, ...]]:
    """The path of a picture file in `folder`, or why there is none."""
    path = _inside(folder, name)
    if path is None:
        return None, (Fault("missing-file", {}),)
    try:
        facts = picture_facts(path)
    except OSError:
        return None, (Fault("missing-file", {}),)
    return (None, (facts,)) if isinstance(facts, Fault) else (path, ())


def _inside(folder: Path | None, name: str) -> Path | None:
    if folder is None or not name:
        return None
    name = name.replace("\\", "/")
    try:
        home = folder.resolve()
        for form in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
            path = (home / form).resolve()
            if path.is_relative_to(home) and path.is_file():
                return path
    except (OSError, ValueError):  # a name that no file system takes
        return None
    return None
