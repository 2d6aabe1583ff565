"""Cell styles like those that are there, but with a fill that says how bad it is (ECMA-376 part 1, 18.8)."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from ..problems import Severity
from .namespaces import MAIN
from .parts import local_name

COLOURS: dict[Severity, str] = {"error": "FFFFC7CE", "warning": "FFFFEB9C"}
"""Light red and light yellow, those of Excel's own styles Bad and Neutral."""
MOST_STYLES = 65_000
"""Excel opens 65 490 cell styles, and a book that comes near has others to add."""
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


def empty_styles() -> etree._Element:
    """The styles of a workbook that has none."""
    groups = (
        "<fonts><font/></fonts><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>"
    )
    named = '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    return etree.fromstring(f'<styleSheet xmlns="{MAIN}">{groups}{named}</styleSheet>')


class MarkedStyles:
    """The cell styles of a workbook; what is asked for is added at their end."""

    def __init__(self, root: etree._Element) -> None:
        self._formats = _group(root, "cellXfs")
        self._styles = _children(self._formats, "xf")
        self._fills = _group(root, "fills")
        self._known: dict[tuple[int, Severity], int] = {}
        self._fill_of: dict[Severity, int] = {}

    def style(self, base: int, severity: Severity) -> int:
        """The number of a style like number `base`, filled for `severity`; `base` itself where there is no room."""
        found = self._known.get((base, severity))
        if found is None:
            found = self._known[base, severity] = self._add(base, severity)
        return found

    def _add(self, base: int, severity: Severity) -> int:
        styles = self._styles
        if len(styles) >= MOST_STYLES:
            return base
        style = deepcopy(styles[base if base < len(styles) else 0]) if styles else _element("xf")
        style.set("fillId", str(self._fill(severity)))
        style.set("applyFill", "1")
        styles.append(style)
        self._formats.append(style)
        self._formats.set("count", str(len(styles)))
        return len(styles) - 1

    def _fill(self, severity: Severity) -> int:
        if severity not in self._fill_of:
            if not _children(self._fills, "fill"):
                # numbers 0 and 1 always mean these two
                self._fills.extend([_pattern("none"), _pattern("gray125")])
            self._fills.append(_pattern("solid", COLOURS[severity]))
            self._fill_of[severity] = len(_children(self._fills, "fill")) - 1
            self._fills.set("count", str(self._fill_of[severity] + 1))
        return self._fill_of[severity]


def _group(root: etree._Element, name: str) -> etree._Element:
    """A child of the style sheet, put in its place where it is missing."""
    for child in root:
        if local_name(child) == name:
            return child
    before = _ORDER[: _ORDER.index(name)]
    at = max((number for number, child in enumerate(root, 1) if local_name(child) in before), default=0)
    made = _element(name)
    root.insert(at, made)
    return made


def _children(group: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in group if local_name(child) == name]


def _pattern(name: str, colour: str = "") -> etree._Element:
    fill = _element("fill")
    pattern = etree.SubElement(fill, f"{{{MAIN}}}patternFill", {"patternType": name})
    colours: Iterable[tuple[str, str, str]] = (("fgColor", "rgb", colour), ("bgColor", "indexed", "64"))
    for child, key, value in colours if colour else ():
        etree.SubElement(pattern, f"{{{MAIN}}}{child}", {key: value})
    return fill


def _element(name: str) -> etree._Element:
    return etree.Element(f"{{{MAIN}}}{name}")
