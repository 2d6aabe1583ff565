"""The comments of a worksheet: one a marked cell, behind what a person wrote there (ECMA-376 part 1, 18.7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from ..problems import column_letters
from .cell_text import cell_text
from .namespaces import MAIN
from .parts import local_name, namespace_of, qualified

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
AUTHOR = "ita-docs"
FONT = "Tahoma"
"""It is on every Windows and Mac and shows Thai; Excel writes its own comments in it."""
SIZE = "10"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Run = tuple[str, bool]
"""A text, and whether it is bold."""


def no_comments() -> etree._Element:
    """The comments part of a sheet without any."""
    return etree.fromstring(f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>')


def add_comments(root: etree._Element, said: Mapping[tuple[int, int], Iterable[Run]]) -> list[tuple[int, int]]:
    """Add what is said of each (row, column); the cells that had no comment yet."""
    space = namespace_of(root)
    authors, listed = (_child(root, name, place) for place, name in enumerate(("authors", "commentList")))
    author = _author(authors)
    there = {item.get("ref", "").replace("$", "").upper(): item for item in listed if local_name(item) == "comment"}
    added = []
    for (row, column), runs in said.items():
        reference = f"{column_letters(column)}{row}"
        comment = there.get(reference)
        if comment is None:
            added.append((row, column))
            attributes = {"ref": reference, "authorId": str(author)}
            comment = etree.SubElement(listed, qualified(space, "comment"), attributes)
        _add_runs(_child(comment, "text", 0), list(runs))
    return added


def _author(authors: etree._Element) -> int:
    """The number of our author, added where it is missing."""
    names = [item.text for item in authors if local_name(item) == "author"]
    if AUTHOR in names:
        return names.index(AUTHOR)
    etree.SubElement(authors, qualified(namespace_of(authors), "author")).text = AUTHOR
    return len(names)


def _add_runs(text: etree._Element, runs: list[Run]) -> None:
    """Put `runs` behind the text of a comment, unless it says the same already."""
    space = namespace_of(text)
    said = "".join(item.text or "" for item in text.iter(qualified(space, "t")))
    ours = [(cell_text(words), bold) for words, bold in runs]
    if "".join(words for words, _ in ours) in said:
        return
    plain = next((item for item in text if local_name(item) == "t"), None)
    if plain is not None:
        # CT_Rst has one plain text or runs; Excel reads both, in that order, LibreOffice only the runs
        run = etree.Element(qualified(space, "r"))
        text.replace(plain, run)
        run.append(plain)
    at = max((number for number, item in enumerate(text, 1) if local_name(item) == "r"), default=0)
    if said:
        ours.insert(0, ("\n\n", False))
    for number, (words, bold) in enumerate(ours):
        text.insert(at + number, _run(space, words, bold))


def _run(space: str | None, words: str, bold: bool) -> etree._Element:
    run = etree.Element(qualified(space, "r"))
    look = etree.SubElement(run, qualified(space, "rPr"))
    if bold:
        etree.SubElement(look, qualified(space, "b"))
    for name, key, value in (("sz", "val", SIZE), ("color", "indexed", "81"), ("rFont", "val", FONT)):
        etree.SubElement(look, qualified(space, name), {key: value})
    etree.SubElement(look, qualified(space, "family"), {"val": "2"})
    text = etree.SubElement(run, qualified(space, "t"))
    text.text = words
    text.set(_SPACE, "preserve")
    return run


def _child(parent: etree._Element, name: str, place: int) -> etree._Element:
    for child in parent:
        if local_name(child) == name:
            return child
    made = etree.Element(qualified(namespace_of(parent), name))
    parent.insert(place, made)
    return made
