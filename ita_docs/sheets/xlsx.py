"""An .xlsx or .xlsm workbook: its sheets in order, each read as a stream."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from ..problems import Problem
from .formulas import never_calculated
from .keeping import KeptRows
from .limits import Limits
from .markup import elements
from .model import Row, Sheet, Workbook
from .package import Package, resolved
from .refusals import refusing, unreadable
from .source import Source
from .xlsx_rows import Look, worksheet_rows
from .xlsx_strings import shared_strings
from .xlsx_styles import clocks_of
from .xlsx_survey import survey

WORKBOOK_PART = "xl/workbook.xml"
_TRUE = ("1", "true", "on")


class _Relationship(NamedTuple):
    sort: str
    part: str


class _Listed(NamedTuple):
    name: str
    hidden: bool
    part: str


def read_xlsx(source: Source, limits: Limits) -> Workbook:
    """The workbook of an OOXML package, transitional or strict. Raises WorkbookError."""
    with refusing(source.name, source.path):
        package = Package(source, limits)
        main = workbook_part(package)
        listed, from_1904, related = _contents(package, main)
        parts = {relationship.sort: relationship.part for relationship in related.values()}
        strings_part = parts.get("sharedStrings", resolved(main, "sharedStrings.xml"))
        styles_part = parts.get("styles", resolved(main, "styles.xml"))
        strings: list[str] = []
        if strings_part in package:
            strings = shared_strings(package.chunks(strings_part), limits, source.name)
        clocks = clocks_of(package.chunks(styles_part)) if styles_part in package else {}
        look = Look(source.name, strings, clocks, from_1904, limits)
        problems: list[Problem] = []
        sheets = tuple(_sheet(package, look, item, problems) for item in listed)
    return Workbook(source.name, sheets, tuple(problems))


def workbook_part(package: Package) -> str:
    """The part that is the workbook: what the package's relationships name, else where it usually is."""
    for relationship in _relationships(package, "").values():
        if relationship.sort == "officeDocument":
            return relationship.part
    return WORKBOOK_PART


def _contents(package: Package, main: str) -> tuple[list[_Listed], bool, dict[str, _Relationship]]:
    related = _relationships(package, main)
    listed: list[_Listed] = []
    from_1904 = False
    for parent, name, attributes in elements(package.chunks(main)):
        if name == "sheet" and parent == "sheets":
            relationship = related.get(attributes.get("id", ""))
            title = attributes.get("name", "")
            if relationship is None:
                raise unreadable(package.source.name, f"ไม่พบข้อมูลของแผ่นงาน “{title}” ในไฟล์")
            if relationship.sort == "worksheet":
                hidden = attributes.get("state", "visible") != "visible"
                listed.append(_Listed(title, hidden, relationship.part))
        elif name == "workbookPr":
            from_1904 = attributes.get("date1904", "") in _TRUE
    return listed, from_1904, related


def _relationships(package: Package, base: str) -> dict[str, _Relationship]:
    """The relationships of part `base` (the package's own for ""), by id; the last word of a type is its sort."""
    folder, _, name = base.rpartition("/")
    part = f"{folder}/_rels/{name}.rels".lstrip("/")
    if part not in package:
        return {}
    return {
        attributes.get("Id", ""): _Relationship(
            attributes.get("Type", "").rpartition("/")[2], resolved(base, attributes.get("Target", ""))
        )
        for _, tag, attributes in elements(package.chunks(part))
        if tag == "Relationship" and attributes.get("TargetMode") != "External"
    }


def _sheet(package: Package, look: Look, item: _Listed, problems: list[Problem]) -> Sheet:
    found = survey(package.chunks(item.part))
    uncalculated: list[tuple[int, int]] = []
    watching = [uncalculated] if found.suspicious else []

    def read() -> Generator[Row, None, None]:
        return worksheet_rows(lambda: package.chunks(item.part), look, watching.pop() if watching else None)

    rows = KeptRows(read)
    sheet = Sheet(item.name, rows, tuple(found.merged), look.book, hidden=item.hidden)
    if found.suspicious:
        for _ in rows():
            pass
        problems.extend(never_calculated(sheet, uncalculated))
    return sheet
