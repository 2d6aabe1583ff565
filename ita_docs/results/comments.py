"""The comments of a worksheet: one a marked cell, behind what a person wrote there (ECMA-376 part 1, 18.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import NamedTuple, TypeVar

from lxml import etree

from ..problems import column_letters
from .cell_text import cell_text
from .namespaces import MAIN
from .parts import local_name, namespace_of, qualified
from .repacking import Content

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
AUTHOR = "ita-docs"
FONT = "Tahoma"
"""It is on every Windows and Mac and shows Thai; Excel writes its own comments in it."""
SIZE = "10"
Run = tuple[str, bool]
"""A text, and whether it is bold."""
T = TypeVar("T")
Wording = Callable[[T], list[Run]]
_HERE = "ita-docs: new comments"


class Added(NamedTuple):
    """The cells that had no comment yet, and the bytes of the comments part with theirs."""

    new: list[tuple[int, int]]
    content: Content


def no_comments() -> etree._Element:
    """The comments part of a sheet without any."""
    return etree.fromstring(f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>')


def add_comments(root: etree._Element, said: Mapping[tuple[int, int], T], word: Wording[T]) -> Added:
    """Add what is said of each (row, column), worded when it is written; `root` is changed for those that are there."""
    authors, listed = (_child(root, name, place) for place, name in enumerate(("authors", "commentList")))
    author = _author(authors)
    there = {item.get("ref", "").replace("$", "").upper(): item for item in listed if local_name(item) == "comment"}
    new = []
    for cell, items in said.items():
        comment = there.get(_reference(cell))
        if comment is None:
            new.append(cell)
        else:
            _add_runs(_child(comment, "text", 0), word(items))
    listed.append(etree.Comment(_HERE))

    def written() -> Iterator[bytes]:
        whole = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        before, _, behind = whole.partition(f"<!--{_HERE}-->".encode())
        yield before
        for cell in new:
            runs = "".join(_run(words, bold) for words, bold in word(said[cell]))
            head = f'<comment xmlns="{MAIN}" ref="{_reference(cell)}" authorId="{author}">'
            yield f"{head}<text>{runs}</text></comment>".encode()
        yield behind

    return Added(new, written)


def _reference(cell: tuple[int, int]) -> str:
    row, column = cell
    return f"{column_letters(column)}{row}"


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
    if cell_text("".join(words for words, _ in runs)) in said:
        return
    plain = next((item for item in text if local_name(item) == "t"), None)
    if plain is not None:
        # a plain text becomes a run, so that ours can follow it
        run = etree.Element(qualified(space, "r"))
        text.replace(plain, run)
        run.append(plain)
    at = max((number for number, item in enumerate(text, 1) if local_name(item) == "r"), default=0)
    ours = [("\n\n", False), *runs] if said else runs
    for number, (words, bold) in enumerate(ours):
        text.insert(at + number, etree.fromstring(_run(words, bold).replace("<r>", f'<r xmlns="{MAIN}">', 1)))


def _run(words: str, bold: bool) -> str:
    """A run of rich text (18.4.4)."""
    look = f'{"<b/>" if bold else ""}<sz val="{SIZE}"/><color indexed="81"/><rFont val="{FONT}"/><family val="2"/>'
    return f'<r><rPr>{look}</rPr><t xml:space="preserve">{escape(cell_text(words), quote=False)}</t></r>'


def _child(parent: etree._Element, name: str, place: int) -> etree._Element:
    for child in parent:
        if local_name(child) == name:
            return child
    made = etree.Element(qualified(namespace_of(parent), name))
    parent.insert(place, made)
    return made
