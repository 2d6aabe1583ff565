"""A copy of a clerk's workbook in which every bad cell is coloured and says what is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar
from xml.parsers.expat import ExpatError

from ..problems import Problem, Severity, WorkbookError
from ..sheets.content import format_of
from ..sheets.limits import LIMITS
from ..sheets.markup import elements
from ..sheets.model import Span
from ..sheets.package import Package, resolved
from ..sheets.refusals import refusing
from ..sheets.source import source_of
from ..sheets.xlsx import workbook_part
from ..sheets.xlsx_rows import column_number
from ..sheets.xlsx_survey import survey
from . import comments, fills, note_shapes
from .marked_cells import WHOLE_ROW, Found, find_cells
from .namespaces import MAIN, OFFICE
from .parts import Parts
from .repacking import repack
from .splicing import spliced
from .whole_file import whole_file

T = TypeVar("T")
Said = dict[int, dict[int, list[Problem]]]
"""Row → column → what is said of the cell; the column `WHOLE_ROW` stands for the row itself."""

HEADS: dict[str, dict[Severity, str]] = {
    "th": {"error": "ต้องแก้ไข: ", "warning": "ควรตรวจสอบ: "},
    "en": {"error": "To be corrected: ", "warning": "Please check: "},
}
HINT = {"th": "วิธีแก้: ", "en": "What to do: "}
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def mark_workbook(book: Path, problems: Iterable[Problem], path: Path, lang: str = "th") -> int:
    """Write a copy of `book` to `path` in which each cell with an error or a warning is filled and has a comment.

    A problem of a whole row is said at the row's first cell in use, one of a cell inside a merged range at the range's
    first. What a person wrote in a comment stays, and ours follows it. Everything else is copied as it is; `path` needs
    the suffix of `book`. How many cells were marked; 0 where no file is written: nothing to mark, or a book that is no
    .xlsx or .xlsm (.csv, .xls, .ods), is strict OOXML, has a password, is damaged, or is over the limits.

    Raises: OutputError (`file-in-use`, `cannot-write`).
    """
    said = _by_sheet(problems, book.name)
    if not said:
        return 0
    try:
        source = source_of(book, LIMITS)
        if format_of(source, LIMITS) != "xlsx":
            return 0
        parts = Parts(source)
        with refusing(source.name, source.path):
            marked = _mark(parts, said, "en" if lang == "en" else "th")
        if marked:
            with whole_file(path) as beside, beside.open("w+b") as out:
                repack(source, out, parts.changes())
    except (WorkbookError, ExpatError):
        return 0
    return marked


def _by_sheet(problems: Iterable[Problem], book: str | None) -> dict[str, Said]:
    """What is said of cells and rows of each sheet of the book."""
    found: dict[str, Said] = {}
    for item in problems:
        if item.severity == "info" or item.sheet is None or item.book not in (None, book) or item.place is not None:
            continue
        row, column = item.row or 0, WHOLE_ROW
        if item.cell is not None:
            address = _ADDRESS.fullmatch(item.cell)
            if address is None:
                continue
            row, column = int(address[2]), column_number(address[1])
        if 1 <= row <= LIMITS.rows and column <= LIMITS.columns:
            said = found.setdefault(item.sheet, {}).setdefault(row, {}).setdefault(column, [])
            if item not in said:
                said.append(item)
    return found


def _mark(parts: Parts, said: Mapping[str, Said], lang: str) -> int:
    """Change what has to change; how many cells are marked. Raises WorkbookError, ExpatError."""
    main = workbook_part(parts.package)
    whole = Package(parts.source, LIMITS)
    sheets = _sheets(parts, main)
    styles: fills.MarkedStyles | None = None
    marked = 0
    for name, wanted in said.items():
        part = sheets.get(name)
        if part is None or part not in parts:
            continue
        if styles is None:
            styles = _styles(parts, main)
        anchored = _anchored(wanted, survey(whole.chunks(part)).merged)
        found = find_cells(whole.chunks(part), anchored, partial(_paint, styles))
        if found is None or not found.cells:
            continue
        _comment(parts, part, found, lang)
        parts.put(part, partial(_spliced, whole, part, found))
        marked += len(found.cells)
    return marked


def _spliced(package: Package, part: str, found: Found[Problem]) -> Iterable[bytes]:
    return spliced(package.chunks(part), found.edits)


def _sheets(parts: Parts, main: str) -> dict[str, str]:
    """The part of each worksheet by its name. Raises WorkbookError, ExpatError."""
    related = {item.id: item.part for item in parts.related(main) if item.sort == "worksheet"}
    listed = elements(parts.package.chunks(main))
    sheets = [attributes for parent, name, attributes in listed if (parent, name) == ("sheets", "sheet")]
    return {item["name"]: related[item["id"]] for item in sheets if "name" in item and item.get("id") in related}


def _styles(parts: Parts, main: str) -> fills.MarkedStyles:
    """The workbook's cell styles, to be added to. Raises WorkbookError."""
    part = next((item.part for item in parts.related(main) if item.sort == "styles"), None)
    if part is None:
        # what nothing refers to is read all the same where it has its usual name, as `sheets` does
        part = resolved(main, "styles.xml")
        parts.relate(main, "styles", part)
    if part not in parts.package:
        parts.declare(part, fills.CONTENT_TYPE)
    root = parts.changed_tree(part, fills.empty_styles)
    if root.tag != f"{{{MAIN}}}styleSheet":
        raise ExpatError("not the styles of a transitional workbook")
    return fills.MarkedStyles(root)


def _paint(styles: fills.MarkedStyles, base: int, said: list[Problem]) -> int:
    return styles.style(base, "error" if any(item.severity == "error" for item in said) else "warning")


def _anchored(wanted: Said, merged: Iterable[Span]) -> Said:
    """What is said of cells that a merged range covers, moved to the range's first cell."""
    rows = sorted(wanted)
    found = {row: dict(columns) for row, columns in wanted.items()}
    for span in merged:
        for row in rows[bisect_left(rows, span.top) : bisect_right(rows, span.bottom)]:
            for column in wanted[row]:
                if span.left <= column <= span.right and (row, column) != (span.top, span.left):
                    first = found.setdefault(span.top, {})
                    first[span.left] = [*first.get(span.left, ()), *found[row].pop(column, ())]
    return {row: columns for row, columns in found.items() if columns}


def _comment(parts: Parts, sheet: str, found: Found[Problem], lang: str) -> None:
    """Add the comments of a sheet, and boxes for those that are new."""
    drawing, old = None, note_shapes.empty_drawing(len(found.cells))
    if found.drawing is not None:
        drawing = next((item.part for item in parts.related(sheet) if item.id == found.drawing), None)
        if drawing is None or drawing not in parts.package:
            return
        old = parts.package.read(drawing)
    if not note_shapes.can_be_added_to(old):
        return
    part = next((item.part for item in parts.related(sheet) if item.sort == "comments"), None)
    if part is None:
        part = parts.free_name("xl/comments{}.xml")
        parts.relate(sheet, "comments", part)
        parts.declare(part, comments.CONTENT_TYPE)
    word = partial(_runs, lang=lang)
    said = dict(sorted(found.cells.items()))
    added = comments.add_comments(parts.tree(part, comments.no_comments), said, word)
    parts.put(part, added.content)

    def boxes() -> Iterator[tuple[int, int, str, int]]:
        for row, column in added.new:
            height = note_shapes.box_height("".join(words for words, _ in word(said[row, column])))
            yield row, column, found.grid.anchor(row, column, note_shapes.WIDTH, height), height

    if drawing is None:
        drawing = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.declare_suffix("vml", note_shapes.CONTENT_TYPE)
        found.add_drawing(parts.relate(sheet, "vmlDrawing", drawing), OFFICE)
    parts.put(drawing, lambda: note_shapes.with_boxes(old, boxes()))


def _runs(said: list[Problem], lang: str) -> list[comments.Run]:
    """What a comment says: sentence and hint of each problem, errors first."""
    runs: list[comments.Run] = []
    for item in dict.fromkeys((item.severity, item.worded(lang)) for item in sorted(said, key=_rank)):
        severity, (message, hint) = item
        runs += [("\n\n" if runs else "", False), (HEADS[lang][severity], True), (message, False)]
        if hint.strip():
            runs += [("\n" + HINT[lang], True), (hint.strip(), False)]
    return [run for run in runs if run[0]]


def _rank(item: Problem) -> int:
    return 0 if item.severity == "error" else 1
