"""A kind by name or by folder: kind.toml read strictly, its template found."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..problems import KindError, problem
from ..resources import templates_folder
from ..strict_toml import Faults, Section, read_toml
from ..thai.near import nearest
from .model import Kind
from .rules import check_kind
from .schema import CHILD_KEYS, KIND_KEYS, NUMERALS, TABLE_KEYS, read_table

FILE = "kind.toml"


def load_kind(name_or_folder: str | Path, folders: Iterable[str | Path] = ()) -> Kind:
    """The kind of that name, looked for in `folders` and then among the shipped ones, or the kind in that folder.

    Each of `folders` is a kind's own folder or a folder of kinds.

    Raises: KindError: `unknown-kind`; or `bad-kind`, once for every fault of its kind.toml.
    """
    text = os.fspath(name_or_folder)
    if isinstance(name_or_folder, Path) or "/" in text or "\\" in text:
        return read_kind(Path(text))
    for folder in (*map(Path, folders), templates_folder()):
        for found in _kind_folders(folder):
            if text in (found.name, _declared_name(found)):
                return read_kind(found)
    if (Path(text) / FILE).is_file():
        return read_kind(Path(text))
    known = list(kind_names(folders))
    raise KindError(problem("unknown-kind", kind=text, known=", ".join(known) or "–", near=nearest(text, known)))


def read_kind(folder: Path) -> Kind:
    """The kind whose kind.toml is in `folder` (or is `folder`). Raises KindError with every fault."""
    if folder.name == FILE and not folder.is_dir():
        folder = folder.parent
    file = folder / FILE
    faults = Faults(file, "bad-kind", KindError)
    kind = _kind(read_toml(faults), folder, faults)
    faults.settle()
    check_kind(kind, faults)
    faults.settle()
    return kind


def kind_folders(folders: Iterable[str | Path] = ()) -> Iterator[Path]:
    """The folders of all kinds: those of `folders`, then the shipped ones; of one name the first."""
    seen: set[str] = set()
    for folder in (*map(Path, folders), templates_folder()):
        for found in _kind_folders(folder):
            name = _declared_name(found)
            if name not in seen:
                seen.add(name)
                yield found


def kind_names(folders: Iterable[str | Path] = ()) -> Iterator[str]:
    """The names of all kinds, readable or not."""
    return map(_declared_name, kind_folders(folders))


def _kind_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise KindError(problem("file-not-found", file=str(folder)))
    if (folder / FILE).is_file():
        return [folder]
    return sorted(entry.parent for entry in folder.glob(f"*/{FILE}"))


def _declared_name(folder: Path) -> str:
    try:
        name = tomllib.loads((folder / FILE).read_bytes().decode("utf-8-sig")).get("name")
    except (OSError, ValueError, RecursionError):  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return folder.name
    return name if isinstance(name, str) and name else folder.name


def _kind(content: dict[str, Any], folder: Path, faults: Faults) -> Kind:
    top = Section("", content, KIND_KEYS, faults)
    template = top.text("template", "template.docx")
    if Path(template).name != template or "\\" in template:
        faults.add("template", "ต้องเป็นชื่อไฟล์ในโฟลเดอร์เดียวกัน", "must be the name of a file in the same folder")
    elif not (folder / template).is_file():
        faults.add("template", f"ไม่พบไฟล์ {template} ใน {folder}", f"{template} is not in {folder}")
    numerals: Any = top.word("numerals", NUMERALS, "thai")
    table = read_table(top.section("table", TABLE_KEYS), child=False)
    return Kind(
        name=top.text("name"),
        title=top.text("title"),
        table=table,
        template=folder / template,
        children=tuple(read_table(item, child=True) for item in top.sections("children", CHILD_KEYS)),
        annex=top.text("annex", ""),
        description=top.text("description", ""),
        file_name=top.text("file_name", f"{{{table.key}}}"),
        numerals=numerals,
        keep_digits=top.texts("keep_digits"),
        emblem_cm=top.number("emblem_cm"),
        logo_cm=top.number("logo_cm"),
        folder=folder,
    )
