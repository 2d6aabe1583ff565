"""How DrawingML shapes are filled and stroked: from their properties, else from their style (§20.1.8, §20.1.2.2.24)."""

from __future__ import annotations

from typing import Any, NamedTuple

from .colours import Shade, Theme, over_paper, shade_of, six
from .drawing_source import Source
from .package import A
from .properties import number

_DASHES = {"dot": "dotted", "sysDot": "dotted", "solid": "solid"}
_COMPOUND = frozenset(("dbl", "thickThin", "thinThick", "tri"))
_STYLE_WIDTHS = (0.0, 0.5, 1.0, 1.5)
"""The lines of the Office theme, in points, by `a:lnRef`'s index."""
_RECOLOURING = frozenset(("biLevel", "duotone", "grayscl", "lum", "hsl", "tint"))
_FILLS = ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")


class Stroke(NamedTuple):
    """A line: colour None for none; head and tail: (kind, width, length) of what ends it."""

    colour: str | None = None
    width: float = 0.75
    style: str = "solid"
    head: tuple[str, str, str] = ("", "", "")
    tail: tuple[str, str, str] = ("", "", "")


def note_effects(properties: Any, blip: Any, source: Source) -> None:
    """Report what is done to a shape or picture that is not drawn: shadows, glows, depth, recolouring."""
    effects = None if properties is None else properties.find(A + "effectLst")
    if effects is not None and len(effects):
        source.unsupported("เงาหรือแสงของรูป", "shadows and glows")
    for child in () if blip is None else blip:
        if isinstance(child.tag, str) and child.tag[len(A) :] in _RECOLOURING:
            source.unsupported("รูปภาพที่ปรับสี", "a recoloured picture")


def lighter(colour: str | None, amount: float) -> str | None:
    """A fill nearer to white by `amount` (0–1), to black for a negative one."""
    if colour is None or not amount or six(colour) is None:
        return colour
    goal = 255 if amount > 0 else 0
    parts = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(part + (goal - part) * abs(amount)):02X}" for part in parts)


def fill_of(properties: Any, style: Any, source: Source, group: str | None = None) -> str | None:
    """The colour that a shape is filled with, None for none. group: what `a:grpFill` stands for."""
    found = _element(properties)
    if found is None:
        reference = None if style is None else style.find(A + "fillRef")
        if reference is None or number(reference.get("idx")) <= 0:
            return None
        return over_paper(shade_of(reference, source.theme))
    kind = str(found.tag)[len(A) :]
    if kind == "noFill":
        return None
    if kind == "grpFill":
        return group
    if kind == "blipFill":
        source.unsupported("พื้นรูปร่างที่เป็นรูปภาพ", "a shape filled with a picture")
        return None
    placeholder = _placeholder(style, "fillRef", source.theme)
    shade = paint(found, source.theme, placeholder)
    if shade is not None and 0.005 < shade[1] < 0.995:
        source.unsupported("พื้นรูปร่างโปร่งแสง", "a translucent fill")
    return over_paper(shade)


def _element(properties: Any) -> Any:
    if properties is None:
        return None
    for child in properties:
        if isinstance(child.tag, str) and child.tag.startswith(A) and child.tag[len(A) :] in _FILLS:
            return child
    return None


def _placeholder(style: Any, name: str, theme: Theme) -> str | None:
    reference = None if style is None else style.find(A + name)
    shade = None if reference is None else shade_of(reference, theme)
    return None if shade is None else shade[0]


def paint(fill: Any, theme: Theme, placeholder: str | None = None) -> Shade | None:
    """The one colour that stands for a fill: a gradient's is the mean of its stops, a pattern's its two mixed."""
    kind = str(fill.tag)[len(A) :]
    if kind == "solidFill":
        return shade_of(fill, theme, placeholder)
    if kind == "gradFill":
        stops = [shade for stop in fill.iterfind(f"{A}gsLst/{A}gs") if (shade := shade_of(stop, theme, placeholder))]
        return _mean(stops)
    if kind == "pattFill":
        front = shade_of(fill.find(A + "fgClr"), theme, placeholder) or ("000000", 1.0)
        back = shade_of(fill.find(A + "bgClr"), theme, placeholder) or ("FFFFFF", 1.0)
        name = fill.get("prst") or ""
        share = number(name[3:]) / 100 if name.startswith("pct") else 0.7 if name.startswith("dk") else 0.35
        share = min(1.0, max(0.0, share))
        return lighter_mix(front[0], back[0], share), 1.0
    return None


def lighter_mix(front: str, back: str, share: float) -> str:
    """`share` of one colour and the rest of another."""
    return "".join(
        f"{round(int(front[i : i + 2], 16) * share + int(back[i : i + 2], 16) * (1 - share)):02X}" for i in (0, 2, 4)
    )


def _mean(stops: list[Shade]) -> Shade | None:
    if not stops:
        return None
    count = len(stops)
    parts = (sum(int(colour[i : i + 2], 16) for colour, _ in stops) / count for i in (0, 2, 4))
    return "".join(f"{round(part):02X}" for part in parts), sum(opacity for _, opacity in stops) / count


def stroke_of(properties: Any, style: Any, theme: Theme) -> Stroke:
    """The line around a shape: what `a:ln` leaves open comes from the style."""
    reference = None if style is None else style.find(A + "lnRef")
    index = 0 if reference is None else int(max(0.0, min(3.0, number(reference.get("idx")))))
    stroke = Stroke()
    placeholder = None
    if reference is not None and index:
        shade = shade_of(reference, theme)
        placeholder = None if shade is None else shade[0]
        stroke = stroke._replace(colour=over_paper(shade), width=_STYLE_WIDTHS[index])
    line = None if properties is None else properties.find(A + "ln")
    if line is None:
        return stroke
    if (text := line.get("w")) is not None:
        stroke = stroke._replace(width=min(100.0, max(0.25, number(text, 9525) / 12700)))
    fill = _element(line)
    if fill is not None:
        stroke = stroke._replace(colour=over_paper(paint(fill, theme, placeholder)))
    dash = line.find(A + "prstDash")
    if dash is not None:
        stroke = stroke._replace(style=_DASHES.get(dash.get("val") or "solid", "dashed"))
    elif line.find(A + "custDash") is not None:
        stroke = stroke._replace(style="dashed")
    if line.get("cmpd") in _COMPOUND and stroke.style == "solid":
        stroke = stroke._replace(style="double")
    return stroke._replace(head=_end(line.find(A + "headEnd")), tail=_end(line.find(A + "tailEnd")))


def _end(element: Any) -> tuple[str, str, str]:
    if element is None:
        return "", "", ""
    return element.get("type") or "none", element.get("w") or "med", element.get("len") or "med"
