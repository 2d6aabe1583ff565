"""How VML writes lengths, styles, fills and strokes (ECMA-376 part 4, §14.1, §14.2)."""

from __future__ import annotations

from typing import Any

from .colours import over_paper, vml_colour
from .drawing_paths import within
from .drawing_styles import Stroke, lighter_mix
from .properties import number

V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"
W10 = "{urn:schemas-microsoft-com:office:word}"
_UNITS = {
    "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "pi": 12.0, "em": 12.0, "ex": 6.0,
}  # fmt: skip
_DASHES = {
    "solid": "solid", "shortdot": "dotted", "dot": "dotted", "1 1": "dotted", "squaredot": "dotted",
    "rounddot": "dotted", "sysdot": "dotted", "": "solid",
}  # fmt: skip


def length(text: str | None, default: float = 0.0, bare: float = 0.75) -> float:
    """A length as points; `bare`: what one is worth without a unit (a pixel), 1.0 for the units of a group."""
    text = (text or "").strip()
    if not text:
        return default
    factor = _UNITS.get(text[-2:].lower())
    if factor is None:
        value = number(text, default / bare if bare else 0.0) * bare
        return value if bare == 1.0 else within(value)
    return within(number(text[:-2], default / factor) * factor)


def share(text: str | None, default: float = 0.0) -> float:
    """A fraction: `0.5`, `50%`, or in 65536ths, `32768f`."""
    text = (text or "").strip()
    if text.endswith("f"):
        return number(text[:-1], default * 65536) / 65536
    if text.endswith("%"):
        return number(text[:-1], default * 100) / 100
    return number(text, default)


def degrees(text: str | None) -> float:
    """An angle: `90`, or in 65536ths of a degree, `-5898240fd`."""
    text = (text or "").strip()
    return number(text[:-2]) / 65536 if text.endswith("fd") else number(text)


def pair(text: str | None, default: tuple[float, float]) -> tuple[float, float]:
    """Two numbers with a comma or a blank between them; one left out is 0."""
    if not text:
        return default
    first, _, second = text.replace(" ", ",", 0 if "," in text else 1).partition(",")
    return number(first), number(second)


def style_of(element: Any) -> dict[str, str]:
    """The `style` attribute as a mapping."""
    found: dict[str, str] = {}
    for item in (element.get("style") or "").split(";"):
        name, _, value = item.partition(":")
        if name:
            found[name.strip().lower()] = value.strip()
    return found


def is_true(text: str | None, default: bool) -> bool:
    """A boolean of VML: t, true, 1, f, false, 0."""
    return default if not text else text.strip().lower() in ("t", "true", "1", "on", "yes")


class Sources:
    """The elements whose attributes a shape has: its own first, then its shape type's."""

    __slots__ = ("element", "kind")

    def __init__(self, element: Any, kind: Any) -> None:
        self.element, self.kind = element, kind

    def get(self, name: str) -> str | None:
        """An attribute."""
        value: str | None = self.element.get(name)
        if value is None and self.kind is not None:
            value = self.kind.get(name)
        return value

    def find(self, name: str) -> Any:
        """A child element."""
        found = self.element.find(name)
        return self.kind.find(name) if found is None and self.kind is not None else found


def fill_of(shape: Sources, default: bool) -> str | None:
    """The colour that a shape is filled with, None for none; default: whether it is filled where nothing says so."""
    fill = shape.find(V + "fill")
    on = is_true(shape.get("filled"), default)
    if fill is not None:
        on = is_true(fill.get("on"), on)
    if not on:
        return None
    colour = vml_colour(shape.get("fillcolor")) or "FFFFFF"
    if fill is None:
        return colour
    colour = vml_colour(fill.get("color")) or colour
    if (fill.get("type") or "").startswith(("gradient", "pattern")):
        colour = lighter_mix(colour, vml_colour(fill.get("color2"), colour) or "FFFFFF", 0.5)
    return over_paper((colour, min(1.0, max(0.0, share(fill.get("opacity"), 1.0)))))


def stroke_of(shape: Sources, default: bool) -> Stroke:
    """The line around a shape; default: whether there is one where nothing says so."""
    found = shape.find(V + "stroke")
    on = is_true(shape.get("stroked"), default)
    colour = vml_colour(shape.get("strokecolor"))
    width = length(shape.get("strokeweight"), 0.75, 1 / 12700)
    if found is not None:
        on = is_true(found.get("on"), on)
        colour = vml_colour(found.get("color")) or colour
        width = length(found.get("weight"), width, 1 / 12700)
    if not on or width <= 0:
        return Stroke()
    stroke = Stroke(colour or "000000", min(100.0, max(0.25, width)))
    if found is None:
        return stroke
    opacity = min(1.0, max(0.0, share(found.get("opacity"), 1.0)))
    style = _DASHES.get((found.get("dashstyle") or "").lower(), "dashed")
    if style == "solid" and "hin" in (found.get("linestyle") or ""):
        style = "double"
    head, tail = (
        (
            found.get(f"{end}arrow") or "",
            found.get(f"{end}arrowwidth") or "medium",
            found.get(f"{end}arrowlength") or "medium",
        )
        for end in ("start", "end")
    )
    return stroke._replace(colour=over_paper((stroke.colour or "000000", opacity)), style=style, head=head, tail=tail)
