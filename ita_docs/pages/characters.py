"""Runs of a DOCX as they are meant: their look resolved, their text, tabs, breaks and fields (ECMA-376 part 1,
§17.3.2).
"""

from __future__ import annotations

from typing import NamedTuple

from .model import Colour


class Look(NamedTuple):
    """The resolved properties of a run (§17.3.2). Hashable: runs of one look share one value.

    ascii, hansi, cs, east_asia: family names, theme names resolved. size and size_cs in points; bold, italic for Latin,
    bold_cs, italic_cs for complex script. complex: the whole run is complex script (`w:cs`, `w:rtl`). hint: `w:hint` of
    rFonts. underline: `w:u`'s value, "" for none. vertical: "", "superscript" or "subscript". raised: points.
    highlight: what lies behind the text (highlight, else shading). spacing: points after every character. stretch: 1.0
    = 100 %. kern: the least size that is kerned, 0 for none. caps: "", "caps" or "small".
    """

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    cs: str = "Times New Roman"
    east_asia: str = "Times New Roman"
    size: float = 10.0
    size_cs: float = 10.0
    bold: bool = False
    bold_cs: bool = False
    italic: bool = False
    italic_cs: bool = False
    complex: bool = False
    hint: str = ""
    underline: str = ""
    underline_colour: Colour | None = None
    strike: bool = False
    double_strike: bool = False
    vertical: str = ""
    raised: float = 0.0
    colour: Colour = "000000"
    highlight: Colour | None = None
    spacing: float = 0.0
    stretch: float = 1.0
    kern: float = 0.0
    caps: str = ""
    hidden: bool = False

    @property
    def decorated(self) -> bool:
        """Whether anything is drawn beside the letters: a line, or a colour behind them."""
        return bool(self.underline or self.strike or self.double_strike or self.highlight is not None)


class Text(NamedTuple):
    """Characters of one look. link: a URI or `#bookmark`, where the run is in a hyperlink."""

    text: str
    look: Look
    link: str | None = None


class Tab(NamedTuple):
    """A tab character; a `ptab` has `alignment` (left, center, right) and `leader`, and is relative to the margins."""

    look: Look
    alignment: str = ""
    leader: str = "none"


class Break(NamedTuple):
    """kind: line, page or column."""

    look: Look
    kind: str = "line"


class Field(NamedTuple):
    """A field that the layout works out: PAGE, NUMPAGES, SECTIONPAGES, PAGEREF (`argument` is its bookmark) or, in a
    header or footer, STYLEREF (a paragraph style).

    format: a value of ST_NumberFormat ("" for the section's own); for STYLEREF `last` or "" for the first on the page.
    shown: the result stored in the file.
    """

    kind: str
    look: Look
    shown: str = ""
    argument: str = ""
    format: str = ""
    link: str | None = None


class Bookmark(NamedTuple):
    """Where a bookmark begins."""

    name: str
