"""What the cells of `report.xlsx` look like (ECMA-376 part 1, 18.8)."""

from __future__ import annotations

from typing import Literal

from .namespaces import MAIN

FONT = "TH Sarabun New"
SIZE = 14
Look = Literal["title", "label", "head", "text", "link", "whole", "decimal", "fact"]

_FONTS = ("", "<b/>", '<u/><color rgb="FF0563C1"/>', '<b/><sz val="20"/>')
_FONT_OF: dict[Look, int] = {"title": 3, "label": 1, "head": 1, "link": 2}
_FILLS = {"head": "FFDDEBF7", "error": "FFFFC7CE", "warning": "FFFFEB9C", "kept": "FFE2EFDA"}
_NUMBER_OF: dict[Look, int] = {"whole": 3, "decimal": 4, "fact": 3}
"""Built-in formats: #,##0 and #,##0.00 (18.8.30)."""
_TOP = '<alignment vertical="top" wrapText="1"/>'
_ALIGNMENT: dict[Look, str] = {
    "title": '<alignment vertical="center"/>',
    "head": '<alignment horizontal="center" vertical="center" wrapText="1"/>',
    "whole": '<alignment horizontal="center" vertical="top"/>',
    "decimal": '<alignment horizontal="center" vertical="top"/>',
    "fact": '<alignment horizontal="left" vertical="top" wrapText="1"/>',
}


class Styles:
    """The cell styles in use; each look with each fill is worked out once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Look, str, bool], int] = {}
        self._formats = [f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">{_TOP}</xf>']

    def number(self, look: Look, fill: str = "", *, as_typed: bool = False) -> int:
        """The number of a cell style; `as_typed` keeps a text a text when its cell is edited."""
        key = (look, fill, as_typed)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._formats)
            self._formats.append(_format(look, fill, as_typed))
        return found

    def xml(self) -> str:
        """The styles part (18.8.39)."""
        fonts = "".join(_font(look) for look in _FONTS)
        fills = "".join(
            f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'
            for colour in _FILLS.values()
        )
        sides = "".join(
            f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>' for side in ("left", "right", "top", "bottom")
        )
        return (
            f'<styleSheet xmlns="{MAIN}"><fonts count="{len(_FONTS)}">{fonts}</fonts>'
            f'<fills count="{len(_FILLS) + 2}"><fill><patternFill patternType="none"/></fill>'
            f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills>'
            '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
            f"<border>{sides}<diagonal/></border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._formats)}">{"".join(self._formats)}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


def _format(look: Look, fill: str, as_typed: bool) -> str:
    filled = list(_FILLS).index(fill) + 2 if fill in _FILLS else 0
    typed = ' quotePrefix="1"' if as_typed else ""
    return (
        f'<xf numFmtId="{_NUMBER_OF.get(look, 0)}" fontId="{_FONT_OF.get(look, 0)}" fillId="{filled}" '
        f'borderId="{0 if look == "title" else 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" '
        f'applyBorder="1" applyAlignment="1"{typed}>{_ALIGNMENT.get(look, _TOP)}</xf>'
    )


def _font(look: str) -> str:
    """A font (18.8.22); its size may be part of how it looks."""
    size = "" if "<sz" in look else f'<sz val="{SIZE}"/>'
    bold, colour = look.partition("<color")[::2]
    return f'<font>{bold}{size}{"<color" + colour if colour else ""}<name val="{FONT}"/><family val="2"/></font>'
