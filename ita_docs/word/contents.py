"""Tables of contents written into a document: the lines that its TOC fields show before Word updates them.

A line is as Word writes it: a paragraph in the style of its level, the text, the separator, and a PAGEREF field to a
bookmark round what it leads to (ECMA-376 part 1, §17.16.5.68).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from .clauses import STYLES
from .entry_styles import EntryStyle, EntryStyles
from .fields import Field, alone, fields, instruction_of, mark_of, run_of, text_of
from .main_part import MainPart
from .targets import Targets

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Entry = tuple[int, int, str, bool]
"""What a line leads to, by its place among the `w:p` of the main part, from 1; its level; its text, with a tab behind
an automatic number; whether its page is named."""
Contents = tuple[tuple[Entry, ...], bool, bool, str, int]
"""The lines of a field; whether they are captions, whether they are links, what stands before the page numbers, and the
width of their column in twips."""
UNKNOWN = "0"
"""The page number of a line until a layout tells it."""


def write_contents(part: MainPart, tables: Mapping[int, Contents]) -> None:
    """Write `tables` (place among the fields → lines) into a document as the results of its TOC fields.

    Page numbers are still `UNKNOWN`. Fields whose parts do not stand as Word writes them stay as they are.

    Styles of lines that the document does not have are put into its styles.
    """
    root, looks = (part.root, part.other(STYLES)) if tables else (None, None)
    if root is None or looks is None:
        return
    known = EntryStyles(looks)
    targets = Targets(root)
    for field in list(fields(root)):
        table = tables.get(field.place)
        if table is not None:
            part.changed |= _written(field, table, targets, known)
    if known.grown:
        part.replace(STYLES, looks)


def _written(field: Field, table: Contents, targets: Targets, looks: EntryStyles) -> bool:
    """The lines put into a field; whether it could take them."""
    field = _complex(field)
    first = _paragraph_of(field.begin)
    last = _paragraph_of(field.end)
    if first is None or last is None or first.getparent() is not last.getparent():
        return False
    if field.separate is not None and _paragraph_of(field.separate) is not first:
        return False
    between = []
    if first is not last:
        between = list(first.itersiblings())
        if last not in between:
            return False
        between = between[: between.index(last)]
        if any(next(item.iter(f"{W}sectPr"), None) is not None for item in (first, *between)):
            return False
    begin, end = alone(field.begin), alone(field.end)
    if field.separate is not None:
        separate = alone(field.separate)
    else:
        separate = run_of(mark_of("separate"))
        if first is last:
            end.addprevious(separate)
        else:
            first.append(separate)
    _emptied(begin, separate, end, first, last, between)
    lines = [_line(entry, table, targets, looks) for entry in table[0]]
    if not lines:
        return True
    if first is last:
        last = _parted(first, end)
    _dress(first, lines[0])
    for line in lines[1:]:
        last.addprevious(line)
    return True


def _complex(field: Field) -> Field:
    """A field that may have several paragraphs, made of a simple one."""
    if field.end is not None:
        return field
    begin, separate, end = map(mark_of, ("begin", "separate", "end"))
    instruction = instruction_of(field.instruction.strip())
    for item in (begin, instruction, separate):
        field.begin.addprevious(run_of(item))
    for item in list(field.begin):
        field.begin.addprevious(item)
    field.begin.addprevious(run_of(end))
    field.begin.getparent().remove(field.begin)
    return Field(field.place, begin, separate, end, [instruction], [])


def _paragraph_of(mark: Any) -> Any:
    """The paragraph in which a mark's run stands itself, None for one in a link or the like."""
    paragraph = mark.getparent().getparent() if mark.getparent() is not None else None
    return paragraph if paragraph is not None and paragraph.tag == f"{W}p" else None


def _emptied(begin: Any, separate: Any, end: Any, first: Any, last: Any, between: Iterable[Any]) -> None:
    """Take the result out of a field; bookmarks in it go before the field."""
    gone = list(between)
    if first is last:
        gone += _until(separate, end)
    else:
        gone += list(separate.itersiblings())
        gone += [item for item in end.itersiblings(preceding=True) if item.tag != f"{W}pPr"]
    for item in gone:
        for mark in list(item.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            begin.addprevious(deepcopy(mark))
        item.getparent().remove(item)


def _until(start: Any, end: Any) -> list[Any]:
    found = []
    for item in start.itersiblings():
        if item is end:
            break
        found.append(item)
    return found


def _parted(first: Any, end: Any) -> Any:
    """A paragraph of its own for the end of a field, behind that in which the field begins; it has what the whole
    paragraph had, but for the page break before it.
    """
    last = etree.Element(f"{W}p")
    properties = first.find(f"{W}pPr")
    if properties is not None:
        kept = deepcopy(properties)
        for item in kept.findall(f"{W}pageBreakBefore"):
            kept.remove(item)
        last.append(kept)
        for item in properties.findall(f"{W}sectPr"):
            properties.remove(item)
    last.extend([end, *end.itersiblings()])
    first.addnext(last)
    return last


def _dress(first: Any, line: Any) -> None:
    """Put a line into the paragraph in which a field begins; a page break before that stays."""
    look, *content = line
    properties = first.find(f"{W}pPr")
    if properties is not None:
        breaks = properties.find(f"{W}pageBreakBefore")
        if breaks is not None:
            look.find(f"{W}pStyle").addnext(breaks)
        first.remove(properties)
    first.insert(0, look)
    first.extend(content)


def _line(entry: Entry, table: Contents, targets: Targets, looks: EntryStyles) -> Any:
    place, level, text, numbered = entry
    entries, figures, links, separator, width = table
    style = looks.of(level, figures)
    labels = [len(item[2].partition("\t")[0]) for item in entries if item[1] == level and "\t" in item[2]]
    line = etree.Element(f"{W}p")
    properties = etree.SubElement(line, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style.id})
    _stop(
        properties, style, max(labels, default=0) if "\t" in text else 0, width if numbered and separator == "\t" else 0
    )
    bookmark = targets.bookmark(place)
    holder = etree.SubElement(line, f"{W}hyperlink", {f"{W}anchor": bookmark, f"{W}history": "1"}) if links else line
    holder.extend(_runs(text))
    if numbered:
        holder.extend(_runs(separator))
        asked = f"PAGEREF {bookmark} \\h" if links else f"PAGEREF {bookmark}"
        marks = (mark_of("begin"), instruction_of(asked), mark_of("separate"), text_of(UNKNOWN), mark_of("end"))
        holder.extend(run_of(mark) for mark in marks)
    return line


def _runs(text: str) -> list[Any]:
    """Runs of a text; a tab has its own."""
    made = []
    for place, part in enumerate(text.split("\t")):
        if place:
            made.append(run_of(etree.Element(f"{W}tab")))
        if part:
            made.append(run_of(text_of(part)))
    return made


def _stop(properties: Any, style: EntryStyle, label: int, width: int) -> None:
    """The tab stops that a line needs beside those of its style, as Word sets them."""
    stops: list[tuple[str, int, str | None]] = []
    if label and not style.stops:
        # as many whole letters as the widest number of the level needs, and half a letter between
        stops.append(("left", style.left + math.ceil(label / 2 + 0.5) * style.size, None))
    if width and not style.leads:
        stops.append(("right", width, "dot"))
    if stops:
        tabs = etree.SubElement(properties, f"{W}tabs")
        for kind, position, leader in stops:
            stop = etree.SubElement(tabs, f"{W}tab", {f"{W}val": kind})
            if leader:
                stop.set(f"{W}leader", leader)
            stop.set(f"{W}pos", str(position))
