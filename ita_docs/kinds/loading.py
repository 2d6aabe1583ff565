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
from .model import Derivation, Kind, Table
from .rules import check_kind
from .schema import CHILD_KEYS, DERIVATION_KEYS, KIND_KEYS, NUMERALS, SHARED_KEYS, TABLE_KEYS, read_table

FILE = "kind.toml"
DERIVATIONS = ("ita",)
"""The names that `[derivation]` may have; `assessment.deriving` does what they say."""
NEEDS = ("score_card", "frame", "items", "checklist", "measures", "results", "complaints")
"""What a derivation may need or expect: blocks that stand on rows of child tables, as `assessment.parts` says."""


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
    numerals: Any = top.word("numerals", NUMERALS, "thai")
    table, children = _tables(top, folder)
    return Kind(
        name=top.text("name"),
        title=top.text("title"),
        table=table,
        template=_template(top, folder),
        children=children,
        annex=top.text("annex", ""),
        description=top.text("description", ""),
        file_name=top.text("file_name", f"{{{table.key}}}"),
        numerals=numerals,
        keep_digits=top.texts("keep_digits"),
        emblem_cm=top.number("emblem_cm"),
        logo_cm=top.number("logo_cm"),
        derivation=_derivation(top),
        numerals_field=top.text("numerals_field", "") or None,
        folder=folder,
    )


def _template(top: Section, folder: Path) -> Path:
    """The template: a file of this folder, or (`template_of`) that of another kind."""
    name, of = top.text("template", "template.docx"), top.text("template_of", "")
    if of:
        folder = _home(of, folder) or folder / of
    if Path(name).name != name or "\\" in name:
        top.faults.add("template", "ต้องเป็นชื่อไฟล์ในโฟลเดอร์เดียวกัน", "must be the name of a file in the same folder")
    elif not (folder / name).is_file():
        top.faults.add("template", f"ไม่พบไฟล์ {name} ใน {folder}", f"{name} is not in {folder}")
    return folder / name


def _home(kind: str, folder: Path) -> Path | None:
    """The folder of another kind: beside this one's, else among the shipped ones; None where there is none."""
    if not kind or kind in (folder.name, ".", "..") or Path(kind).name != kind:
        return None
    return next((home for home in (folder.parent / kind, templates_folder() / kind) if (home / FILE).is_file()), None)


def _derivation(top: Section) -> Derivation | None:
    if "derivation" not in top.content:
        return None
    asked = top.section("derivation", DERIVATION_KEYS)
    name = asked.word("name", DERIVATIONS, DERIVATIONS[0])
    return Derivation(
        name,
        title=asked.texts("title"),
        outline=asked.texts("outline"),
        needs=_blocks(asked, "needs"),
        expects=_blocks(asked, "expects"),
        main=asked.flag("main"),
    )


def _blocks(asked: Section, key: str) -> tuple[str, ...]:
    names = asked.texts(key)
    for name in names:
        if name not in NEEDS:
            known, near = ", ".join(NEEDS), nearest(name, NEEDS)
            asked.faults.add(asked.path(key), f"“{name}” ใช้ไม่ได้ ใช้ได้: {known}", f"must be of: {known}", near)
    return names


def _tables(top: Section, folder: Path) -> tuple[Table, tuple[Table, ...]]:
    """The main table and the child tables: declared here, or (`[tables]`) those of another kind.

    That kind is looked for beside this one, then among the shipped ones; `children` names those of its child tables
    that are wanted, all where it is not given.
    """
    if "tables" not in top.content:
        children = tuple(read_table(item, child=True) for item in top.sections("children", CHILD_KEYS))
        return read_table(top.section("table", TABLE_KEYS), child=False), children
    shared = top.section("tables", SHARED_KEYS)
    for key in ("table", "children"):
        if key in top.content:
            top.faults.add(key, "ระบุพร้อมกับ [tables] ไม่ได้", "cannot stand beside [tables]")
    of, wanted = shared.text("of"), shared.texts("children")
    home = _home(of, folder)
    if home is None or "tables" in read_toml(Faults(home / FILE, "bad-kind", KindError)):
        thai, english = f"“{of}” ไม่ใช่ชนิดเอกสารที่มีตารางของตนเอง", f"“{of}” is no kind that has tables of its own"
        top.faults.add(shared.path("of"), thai, english)
        return Table("table", "", "", ()), ()
    other = read_kind(home)
    known = {child.name: child for child in other.children}
    for name in wanted:
        if name not in known:
            thai, english = f"ไม่มีตาราง “{name}” ใน {of}", f"{of} has no table “{name}”"
            top.faults.add(shared.path("children"), thai, english, nearest(name, known))
    return other.table, tuple(child for child in other.children if not wanted or child.name in wanted)
