"""Colours as drawings write them: DrawingML colour elements (ECMA-376 part 1, §20.1.2.3) and the words of VML."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from .package import A
from .properties import number

Theme = Mapping[str, str]
"""Scheme colour names (`accent1`, `dk1`, `tx1`, …) → RRGGBB."""
_MAPPED = {
    "tx1": "dk1",
    "tx2": "dk2",
    "bg1": "lt1",
    "bg2": "lt2",
    "dk1": "tx1",
    "dk2": "tx2",
    "lt1": "bg1",
    "lt2": "bg2",
}
_OFFICE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
"""The Office theme: what a scheme colour is where the document has no theme."""
_SYSTEM = {
    "window": "FFFFFF", "windowtext": "000000", "windowframe": "000000", "buttonface": "F0F0F0", "buttontext": "000000",
    "btnface": "F0F0F0", "btntext": "000000", "threedface": "F0F0F0", "3dface": "F0F0F0", "infobackground": "FFFFE1",
    "infobk": "FFFFE1", "infotext": "000000", "highlight": "0078D7", "highlighttext": "FFFFFF", "graytext": "6D6D6D",
    "menu": "F0F0F0", "menutext": "000000", "captiontext": "000000", "activecaption": "99B4D1", "background": "000000",
    "scrollbar": "C8C8C8", "threedshadow": "A0A0A0", "buttonshadow": "A0A0A0", "btnshadow": "A0A0A0",
    "buttonhighlight": "FFFFFF", "btnhighlight": "FFFFFF", "threedlightshadow": "E3E3E3", "hotlight": "0066CC",
}  # fmt: skip
_NAMED = """
aliceblue F0F8FF antiquewhite FAEBD7 aqua 00FFFF aquamarine 7FFFD4 azure F0FFFF beige F5F5DC bisque FFE4C4
black 000000 blanchedalmond FFEBCD blue 0000FF blueviolet 8A2BE2 brown A52A2A burlywood DEB887 cadetblue 5F9EA0
chartreuse 7FFF00 chocolate D2691E coral FF7F50 cornflowerblue 6495ED cornsilk FFF8DC crimson DC143C cyan 00FFFF
darkblue 00008B darkcyan 008B8B darkgoldenrod B8860B darkgray A9A9A9 darkgreen 006400 darkkhaki BDB76B
darkmagenta 8B008B darkolivegreen 556B2F darkorange FF8C00 darkorchid 9932CC darkred 8B0000 darksalmon E9967A
darkseagreen 8FBC8F darkslateblue 483D8B darkslategray 2F4F4F darkturquoise 00CED1 darkviolet 9400D3 deeppink FF1493
deepskyblue 00BFFF dimgray 696969 dodgerblue 1E90FF firebrick B22222 floralwhite FFFAF0 forestgreen 228B22
fuchsia FF00FF gainsboro DCDCDC ghostwhite F8F8FF gold FFD700 goldenrod DAA520 gray 808080 green 008000
greenyellow ADFF2F honeydew F0FFF0 hotpink FF69B4 indianred CD5C5C indigo 4B0082 ivory FFFFF0 khaki F0E68C
lavender E6E6FA lavenderblush FFF0F5 lawngreen 7CFC00 lemonchiffon FFFACD lightblue ADD8E6 lightcoral F08080
lightcyan E0FFFF lightgoldenrodyellow FAFAD2 lightgray D3D3D3 lightgreen 90EE90 lightpink FFB6C1 lightsalmon FFA07A
lightseagreen 20B2AA lightskyblue 87CEFA lightslategray 778899 lightsteelblue B0C4DE lightyellow FFFFE0 lime 00FF00
limegreen 32CD32 linen FAF0E6 magenta FF00FF maroon 800000 mediumaquamarine 66CDAA mediumblue 0000CD
mediumorchid BA55D3 mediumpurple 9370DB mediumseagreen 3CB371 mediumslateblue 7B68EE mediumspringgreen 00FA9A
mediumturquoise 48D1CC mediumvioletred C71585 midnightblue 191970 mintcream F5FFFA mistyrose FFE4E1 moccasin FFE4B5
navajowhite FFDEAD navy 000080 oldlace FDF5E6 olive 808000 olivedrab 6B8E23 orange FFA500 orangered FF4500
orchid DA70D6 palegoldenrod EEE8AA palegreen 98FB98 paleturquoise AFEEEE palevioletred DB7093 papayawhip FFEFD5
peachpuff FFDAB9 peru CD853F pink FFC0CB plum DDA0DD powderblue B0E0E6 purple 800080 red FF0000 rosybrown BC8F8F
royalblue 4169E1 saddlebrown 8B4513 salmon FA8072 sandybrown F4A460 seagreen 2E8B57 seashell FFF5EE sienna A0522D
silver C0C0C0 skyblue 87CEEB slateblue 6A5ACD slategray 708090 snow FFFAFA springgreen 00FF7F steelblue 4682B4
tan D2B48C teal 008080 thistle D8BFD8 tomato FF6347 turquoise 40E0D0 violet EE82EE wheat F5DEB3 white FFFFFF
whitesmoke F5F5F5 yellow FFFF00 yellowgreen 9ACD32
"""
_NAMES = dict(zip(_NAMED.split()[::2], _NAMED.split()[1::2], strict=True))
_SHORT = (("dk", "dark"), ("lt", "light"), ("med", "medium"))
_HEX = frozenset("0123456789abcdefABCDEF")
Shade = tuple[str, float]
"""A colour, RRGGBB, and its opacity, 0–1."""


def named(name: str) -> str | None:
    """A colour by its CSS, preset (`dkBlue`) or system name."""
    name = name.strip().lower().replace("grey", "gray")
    for short, full in _SHORT:
        if name.startswith(short) and (found := _NAMES.get(full + name[len(short) :])):
            return found
    return _NAMES.get(name) or _SYSTEM.get(name)


def six(text: str | None) -> str | None:
    """`RRGGBB` or `RGB`, with or without `#`, as RRGGBB; None for anything else."""
    text = (text or "").strip().lstrip("#")
    if len(text) == 3:
        text = "".join(char * 2 for char in text)
    return text.upper() if len(text) == 6 and _HEX.issuperset(text) else None


def scheme(name: str, theme: Theme) -> str | None:
    """A scheme colour by name."""
    other = _MAPPED.get(name, name)
    return six(theme.get(name)) or six(theme.get(other)) or _OFFICE.get(name) or _OFFICE.get(other)


def over_paper(shade: Shade | None) -> str | None:
    """A shade as it looks on white paper, None for one that cannot be seen."""
    if shade is None or shade[1] <= 0.005:
        return None
    colour, opacity = shade
    if opacity >= 0.995:
        return colour
    return _hex([int(colour[i : i + 2], 16) / 255 * opacity + 1 - opacity for i in (0, 2, 4)])


def shade_of(parent: Any, theme: Theme, placeholder: str | None = None) -> Shade | None:
    """The colour among the children of `parent` (`a:solidFill`, `a:gs`, `a:lnRef`, …), its transforms applied.

    placeholder: what `phClr` stands for.
    """
    if parent is None:
        return None
    for child in parent:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag.startswith(A):
            continue
        value = child.get("val") or ""
        kind = tag[len(A) :]
        found: str | None = None
        if kind == "srgbClr":
            found = six(value)
        elif kind == "schemeClr":
            found = placeholder if value == "phClr" else scheme(value, theme)
        elif kind == "sysClr":
            found = six(child.get("lastClr")) or named(value)
        elif kind == "prstClr":
            found = named(value)
        elif kind == "scrgbClr":
            found = _hex([_to_gamma(_share(child.get(part), 0.0)) for part in ("r", "g", "b")])
        elif kind == "hslClr":
            hue = number(child.get("hue")) / 21600000 % 1.0
            lum, sat = (_clamped(_share(child.get(part), 0.0)) for part in ("lum", "sat"))
            found = _hex(list(colorsys.hls_to_rgb(hue, lum, sat)))
        else:
            continue
        return _transformed(found or "000000", child)
    return None


def vml_colour(text: str | None, fill: str | None = None) -> str | None:
    """A colour as VML writes it: `red`, `#f00`, `window`, `#4f81bd [3204]`, `fill darken(118)`; None for none.

    fill: the shape's own fill, which `fill …` refers to.
    """
    text = (text or "").strip()
    base, _, rest = text.partition("[")[0].strip().partition(" ")
    if base.lower() == "fill":
        kind, _, amount = rest.strip().partition("(")
        share = _clamped(number(amount.rstrip(") "), 255) / 255)
        parts = [int((fill or "FFFFFF")[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        if kind == "darken":
            return _hex([part * share for part in parts])
        return _hex([1 - (1 - part) * share for part in parts] if kind == "lighten" else parts)
    return six(base) if base.startswith("#") else named(base) or six(base)


def _share(text: str | None, default: float) -> float:
    """A percentage: 100000ths, or with its sign, as a share."""
    if text and text.endswith("%"):
        return number(text[:-1], default * 100) / 100
    return number(text, default * 100000) / 100000


def _clamped(value: float) -> float:
    return min(1.0, max(0.0, value))


def _hex(parts: list[float]) -> str:
    return "".join(f"{round(_clamped(part) * 255):02X}" for part in parts)


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _to_gamma(part: float) -> float:
    part = _clamped(part)
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _transformed(colour: str, element: Any) -> Shade:
    """The transforms below a colour element, applied in order (§20.1.2.3); tint and shade work on linear light."""
    opacity = 1.0
    if not len(element):
        return colour, opacity
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    for child in element:
        kind = str(child.tag).rpartition("}")[2]
        share = _share(child.get("val"), 1.0)
        if kind == "alpha":
            opacity = _clamped(share)
        elif kind == "alphaMod":
            opacity = _clamped(opacity * share)
        elif kind == "shade":
            parts = [_to_gamma(_to_linear(part) * _clamped(share)) for part in parts]
        elif kind == "tint":
            parts = [_to_gamma(1 - (1 - _to_linear(part)) * _clamped(share)) for part in parts]
        elif kind == "inv":
            parts = [1 - part for part in parts]
        elif kind == "gray":
            parts = [0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]] * 3
        elif kind[:3] in ("lum", "sat", "hue") or kind == "comp":
            hue, lum, sat = colorsys.rgb_to_hls(*parts)
            if kind == "comp":
                hue += 0.5
            elif kind.startswith("hue"):
                turned = number(child.get("val")) / 21600000
                hue = hue * share if kind == "hueMod" else hue + turned if kind == "hueOff" else turned
            elif kind.startswith("lum"):
                lum = lum * share if kind == "lumMod" else lum + share if kind == "lumOff" else share
            else:
                sat = sat * share if kind == "satMod" else sat + share if kind == "satOff" else share
            parts = list(colorsys.hls_to_rgb(hue % 1.0, _clamped(lum), _clamped(sat)))
        parts = [_clamped(part) for part in parts]
    return _hex(parts), opacity
