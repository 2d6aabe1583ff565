"""A drawing in a line of text as DrawingML: a group of shapes that Word's user can take apart and edit.

Lengths in points. Source: ECMA-376 part 1, §20.1 and §20.4.2.8; MS-ODRAWXML §2.18 and §2.19 (`wps`, `wpg`). Word before
2010 shows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from .pictures import ShownDrawing

EMU = 12_700
"""English Metric Units in a point."""
_MICROSOFT = "http://schemas.microsoft.com/office/word/2010/"
_OPEN = "http://schemas.openxmlformats.org/"
NAMES = (
    f'xmlns:mc="{_OPEN}markup-compatibility/2006" xmlns:wp="{_OPEN}drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_OPEN}drawingml/2006/main" '
    f'xmlns:wpg="{_MICROSOFT}wordprocessingGroup" xmlns:wps="{_MICROSOFT}wordprocessingShape"'
)


class Rectangle(NamedTuple):
    """A filled rectangle; a fill of None is nothing to be seen. name: what Word's user sees it listed as."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    name: str = ""


class Segment(NamedTuple):
    """A straight line from x, y to `to_x`, `to_y`, `weight` points thick."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    weight: float = 0.75
    dashed: bool = False
    name: str = ""


class Dot(NamedTuple):
    """A filled circle about x, y."""

    x: float
    y: float
    radius: float
    fill: str
    name: str = ""


class Label(NamedTuple):
    """Text in a box; it wraps at the box's sides.

    align: left, center, right. size: of the font, in points. fill: of the box, None for none. anchor: "ctr" in the
    middle from top to bottom, "t" at the top (§20.1.10.60).
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    align: str = "center"
    size: float = 12.0
    bold: bool = False
    fill: str | None = None
    name: str = ""
    anchor: str = "ctr"


Mark = Rectangle | Segment | Dot | Label


def drawing_run(drawing: ShownDrawing, numbers: Iterator[int]) -> str:
    """The run that shows a drawing; numbers: ids that no other drawing of the document has."""
    size = f'cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"'
    place = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    whole = f'id="{next(numbers)}" name="{escape(drawing.name)}" descr="{escape(drawing.alt)}"'
    # The group is as large as its shapes are together; a clear one makes that the frame's size.
    frame = Rectangle(0.0, 0.0, drawing.width, drawing.height, None, "กรอบ")
    shapes = "".join(_shape(mark, next(numbers)) for mark in (frame, *drawing.marks))
    return (
        f'<w:r><mc:AlternateContent {NAMES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {whole}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_MICROSOFT}wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{place}</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _emu(points: float) -> int:
    return round(points * EMU)


def _shape(mark: Mark, number: int) -> str:
    named = f'<wps:cNvPr id="{number}" name="{escape(mark.name or type(mark).__name__)}"/>'
    if isinstance(mark, Segment):
        return f"<wps:wsp>{named}<wps:cNvCnPr/>{_line(mark)}<wps:bodyPr/></wps:wsp>"
    if isinstance(mark, Label):
        look = _properties(mark.x, mark.y, mark.width, mark.height, "rect", mark.fill)
        body = (
            '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
            f'anchor="{mark.anchor}" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
        )
        text = f"<wps:txbx><w:txbxContent>{_paragraph(mark)}</w:txbxContent></wps:txbx>"
        return f'<wps:wsp>{named}<wps:cNvSpPr txBox="1"/>{look}{text}{body}</wps:wsp>'
    if isinstance(mark, Dot):
        side = 2 * mark.radius
        look = _properties(mark.x - mark.radius, mark.y - mark.radius, side, side, "ellipse", mark.fill)
    else:
        look = _properties(mark.x, mark.y, mark.width, mark.height, "rect", mark.fill)
    return f"<wps:wsp>{named}<wps:cNvSpPr/>{look}<wps:bodyPr/></wps:wsp>"


def _properties(x: float, y: float, width: float, height: float, preset: str, fill: str | None) -> str:
    place = f'<a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/>'
    return (
        f'<wps:spPr><a:xfrm>{place}</a:xfrm><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        f"{_filled(fill)}<a:ln><a:noFill/></a:ln></wps:spPr>"
    )


def _filled(colour: str | None) -> str:
    return "<a:noFill/>" if colour is None else f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _line(mark: Segment) -> str:
    left, right = sorted((mark.x, mark.to_x))
    top, bottom = sorted((mark.y, mark.to_y))
    # `line` goes from the top left corner to the bottom right one
    flip = ' flipV="1"' if (mark.x - mark.to_x) * (mark.y - mark.to_y) < 0 else ""
    place = f'<a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(right - left)}" cy="{_emu(bottom - top)}"/>'
    dash = '<a:prstDash val="dash"/>' if mark.dashed else ""
    return (
        f'<wps:spPr><a:xfrm{flip}>{place}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_emu(mark.weight)}">{_filled(mark.colour)}{dash}</a:ln></wps:spPr>'
    )


def _paragraph(label: Label) -> str:
    """The text of a label, whatever the template's own paragraphs look like but for their font."""
    half_points = round(label.size * 2)
    bold = "<w:b/><w:bCs/>" if label.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    # the paragraph's mark is as large as its text: it counts in the height of the line
    look = (
        f'<w:rPr>{bold}<w:color w:val="000000"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        '<w:lang w:bidi="th-TH"/></w:rPr>'
    )
    return (
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" w:line="240" '
        'w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/>'
        f'<w:jc w:val="{label.align}"/>{look}</w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(label.text)}</w:t></w:r></w:p>'
    )
