"""What the property elements of WordprocessingML say: `w:rPr`, `w:pPr` and borders as plain mappings, lengths in
points.

A mapping holds only what is said, so that one laid over another is inheritance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from .flow import Edge, TabStop
from .package import W

Said = dict[str, Any]
TOGGLES = ("bold", "bold_cs", "italic", "italic_cs", "caps_on", "small_caps", "strike", "hidden")
"""Properties that cancel each other where both a paragraph style and a character style set them (§17.7.3)."""
HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "00008B", "darkCyan": "008B8B",
    "darkGray": "A9A9A9", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "D3D3D3", "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF",
    "yellow": "FFFF00",
}  # fmt: skip
"""§17.18.40."""
_PATTERNS = {"clear": 0.0, "nil": 0.0, "solid": 1.0, "horzStripe": 0.5, "vertStripe": 0.5, "diagStripe": 0.5}
_STYLES = {
    "single": "solid", "thick": "solid", "double": "double", "triple": "double", "dotted": "dotted", "dashed": "dashed",
    "dotDash": "dashed", "dotDotDash": "dashed", "dashSmallGap": "dashed", "wave": "solid", "doubleWave": "double",
    "nil": "none", "none": "none", "inset": "solid", "outset": "solid", "hairline": "solid",
}  # fmt: skip
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
FARTHEST = 22 * 72.0
"""Word's longest length, 22 inches: what is beyond is no length."""


def number(text: str | None, default: float = 0.0) -> float:
    """A number as written, `default` for what is none."""
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if -1e9 < value < 1e9 else default


def twips(text: str | None, default: float = 0.0) -> float:
    """A length in twentieths of a point, or with its unit (`2.5cm`), as points."""
    if text and (factor := _UNITS.get(text[-2:])):
        value = number(text[:-2], default / factor) * factor
    else:
        value = number(text, default * 20) / 20
    return max(-FARTHEST, min(FARTHEST, value))


def half_points(text: str | None, default: float) -> float:
    """A font size in half points (or with a unit) as points, between 0.5 and 1638."""
    value = twips(text, default) if text and text[-2:] in _UNITS else number(text, default * 2) / 2
    return value if 0.5 <= value <= 1638 else default


def key_of(element: etree._Element) -> tuple[object, ...]:
    """What an element says, with all that is in it: equal for those that say the same."""
    return (element.tag, *element.attrib.items(), *map(key_of, element))


def on(element: etree._Element) -> bool:
    """Whether a toggle element is on: present, unless it says otherwise."""
    return (element.get(W + "val") or "true") not in ("0", "false", "off")


def colour(text: str | None) -> str | None:
    """A hexadecimal colour, None for `auto` and what is none."""
    if text is None or len(text) != 6:
        return None
    try:
        int(text, 16)
    except ValueError:
        return None
    return text.upper()


def shading(element: etree._Element) -> str | None:
    """The colour of `w:shd`: its fill, mixed with the pattern's colour where there is a pattern."""
    fill = colour(element.get(W + "fill"))
    pattern = element.get(W + "val") or "clear"
    share = number(pattern[3:]) / 100 if pattern.startswith("pct") else _PATTERNS.get(pattern, 0.25)
    if share <= 0:
        return fill
    front, back = colour(element.get(W + "color")) or "000000", fill or "FFFFFF"
    mixed = (int(front[i : i + 2], 16) * share + int(back[i : i + 2], 16) * (1 - share) for i in (0, 2, 4))
    return "".join(f"{round(part):02X}" for part in mixed)


def edge(element: etree._Element) -> Edge:
    """A border element (§17.3.4): width in eighths of a point, space in points."""
    kind = element.get(W + "val") or "nil"
    style = _STYLES.get(kind, "solid" if "hin" not in kind else "double")
    width = min(12.0, max(0.25, number(element.get(W + "sz"), 4) / 8))
    if style == "double":
        width *= 3
    space = min(31.0, max(0.0, number(element.get(W + "space"))))
    return Edge(style, width if style != "none" else 0.0, colour(element.get(W + "color")) or "000000", space)


def edges(element: etree._Element) -> dict[str, Edge]:
    """The borders of `w:pBdr`, `w:tblBorders`, `w:tcBorders` or `w:pgBorders` by side; start and end as left and
    right.
    """
    names = {"start": "left", "end": "right"}
    return {names.get(tag, tag): edge(item) for item in element if (tag := str(item.tag).rpartition("}")[2])}


Theme = Mapping[str, str]
"""Theme font names: `minorHAnsi`, `majorBidi`, … → family."""
_SLOTS = (
    ("ascii", "ascii", "asciiTheme"),
    ("hansi", "hAnsi", "hAnsiTheme"),
    ("cs", "cs", "cstheme"),
    ("east_asia", "eastAsia", "eastAsiaTheme"),
)


def _fonts(element: etree._Element, said: Said, theme: Theme) -> None:
    for slot, plain, themed in _SLOTS:
        name = theme.get(element.get(W + themed) or "") or element.get(W + plain)
        if name:
            said[slot] = name
    if hint := element.get(W + "hint"):
        said["hint"] = hint


def _underline(element: etree._Element, said: Said) -> None:
    kind = element.get(W + "val") or "none"
    said["underline"] = "" if kind == "none" else kind
    said["underline_colour"] = colour(element.get(W + "color"))


def _vertical(element: etree._Element, said: Said) -> None:
    kind = element.get(W + "val")
    said["vertical"] = kind if kind in ("superscript", "subscript") else ""


def _toggle(name: str) -> Callable[[etree._Element, Said], None]:
    return lambda element, said: said.__setitem__(name, on(element))


def _shaded(element: etree._Element, said: Said) -> None:
    said["shaded"] = shading(element)


_RUN: dict[str, Callable[[etree._Element, Said], None]] = {
    W + "b": _toggle("bold"),
    W + "bCs": _toggle("bold_cs"),
    W + "i": _toggle("italic"),
    W + "iCs": _toggle("italic_cs"),
    W + "caps": _toggle("caps_on"),
    W + "smallCaps": _toggle("small_caps"),
    W + "strike": _toggle("strike"),
    W + "dstrike": _toggle("double_strike"),
    W + "vanish": _toggle("hidden"),
    W + "specVanish": lambda element, said: None,
    W + "cs": _toggle("complex"),
    W + "rtl": _toggle("complex"),
    W + "sz": lambda element, said: said.update(size=half_points(element.get(W + "val"), 10.0)),
    W + "szCs": lambda element, said: said.update(size_cs=half_points(element.get(W + "val"), 10.0)),
    W + "u": _underline,
    W + "vertAlign": _vertical,
    W + "color": lambda element, said: said.update(colour=colour(element.get(W + "val"))),
    W + "highlight": lambda element, said: said.update(highlight=HIGHLIGHTS.get(element.get(W + "val") or "")),
    W + "shd": _shaded,
    W + "spacing": lambda element, said: said.update(spacing=twips(element.get(W + "val"))),
    W + "position": lambda element, said: said.update(raised=half_points_signed(element.get(W + "val"))),
    W + "kern": lambda element, said: said.update(kern=number(element.get(W + "val")) / 2),
    W + "w": lambda element, said: said.update(stretch=_stretch(element.get(W + "val"))),
    W + "rStyle": lambda element, said: said.update(style=element.get(W + "val") or ""),
}


def half_points_signed(text: str | None) -> float:
    """A shift in half points as points."""
    return max(-200.0, min(200.0, number(text) / 2))


def _stretch(text: str | None) -> float:
    share = number((text or "").rstrip("%"), 100.0) / 100
    return share if 0.01 <= share <= 6 else 1.0


def run_properties(element: etree._Element, theme: Theme) -> Said:
    """What a `w:rPr` says, by the names of `flow.Look`."""
    said: Said = {}
    for child in element:
        tag = child.tag
        if tag == W + "rFonts":
            _fonts(child, said, theme)
        elif handler := _RUN.get(tag):
            handler(child, said)
    return said


_ALIGNMENTS = {
    "start": "left", "end": "right", "left": "left", "right": "right", "center": "center", "both": "both",
    "distribute": "distribute", "thaiDistribute": "thaiDistribute", "mediumKashida": "both", "lowKashida": "both",
    "highKashida": "both",
}  # fmt: skip


def _indent(element: etree._Element, said: Said) -> None:
    get = element.get
    for name, keys in (("left", ("start", "left")), ("right", ("end", "right"))):
        given = next((value for key in keys if (value := get(W + key)) is not None), None)
        if given is not None:
            said[name] = twips(given)
    if (hanging := get(W + "hanging")) is not None:
        said["first"] = -twips(hanging)
    elif (first := get(W + "firstLine")) is not None:
        said["first"] = twips(first)


def _spacing(element: etree._Element, said: Said) -> None:
    get = element.get
    for side in ("before", "after"):
        if (given := get(W + side)) is not None:
            said[side] = max(0.0, twips(given))
        if (auto := get(W + side + "Autospacing")) is not None:
            said[side + "_auto"] = auto not in ("0", "false", "off")
    if (given := get(W + "line")) is not None:
        rule = get(W + "lineRule") or "auto"
        amount = twips(given) if rule != "auto" else number(given, 240.0) / 240
        if rule == "auto" and given[-2:] in _UNITS:
            amount = twips(given) / 12
        said["line_rule"] = rule if rule in ("exact", "atLeast") else "auto"
        said["line"] = abs(amount) if amount else (1.0 if rule == "auto" else 0.0)


def _tabs(element: etree._Element, said: Said) -> None:
    stops: dict[float, TabStop | None] = {}
    for item in element:
        kind = item.get(W + "val") or "left"
        at = round(twips(item.get(W + "pos")), 2)
        kind = {"start": "left", "end": "right", "num": "left"}.get(kind, kind)
        stops[at] = None if kind == "clear" else TabStop(at, kind, item.get(W + "leader") or "none")
    said["tabs"] = stops


def _numbering(element: etree._Element, said: Said) -> None:
    for child in element:
        value = int(number(child.get(W + "val")))
        if child.tag == W + "numId":
            said["num_id"] = value
        elif child.tag == W + "ilvl":
            said["num_level"] = min(8, max(0, value))


def _outline(element: etree._Element, said: Said) -> None:
    level = int(number(element.get(W + "val"), 9))
    said["outline"] = level if 0 <= level <= 8 else None


_PARAGRAPH: dict[str, Callable[[etree._Element, Said], None]] = {
    W + "pStyle": lambda element, said: said.update(style=element.get(W + "val") or ""),
    W + "jc": lambda element, said: said.update(alignment=_ALIGNMENTS.get(element.get(W + "val") or "", "left")),
    W + "ind": _indent,
    W + "spacing": _spacing,
    W + "tabs": _tabs,
    W + "numPr": _numbering,
    W + "outlineLvl": _outline,
    W + "keepNext": _toggle("keep_next"),
    W + "keepLines": _toggle("keep_lines"),
    W + "pageBreakBefore": _toggle("page_break_before"),
    W + "widowControl": _toggle("widow_control"),
    W + "contextualSpacing": _toggle("contextual"),
    W + "snapToGrid": _toggle("snap_to_grid"),
    W + "bidi": _toggle("bidi"),
    W + "shd": lambda element, said: said.update(shading=shading(element)),
    W + "pBdr": lambda element, said: said.update(borders=edges(element)),
    W + "framePr": lambda element, said: said.update(frame={**said.get("frame", {}), **element.attrib}),
}


def paragraph_properties(element: etree._Element) -> Said:
    """What a `w:pPr` says, by the names of `flow.ParagraphLook`; also style, num_id, num_level, bidi and frame."""
    said: Said = {}
    for child in element:
        if handler := _PARAGRAPH.get(child.tag):
            handler(child, said)
    return said


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Said:
    """`above` laid over `below`: what both say is taken from above; tab stops and borders are joined side by side."""
    said = {**below, **above}
    for name in ("tabs", "borders", "frame"):
        if name in above and name in below:
            said[name] = {**below[name], **above[name]}
    return said
