"""Which branch of `mc:AlternateContent` is read (ECMA-376 part 3, §9.3)."""

from __future__ import annotations

from typing import Any

from .package import MC

_MICROSOFT = "http://schemas.microsoft.com/office/"
_KNOWN = {
    "wps": _MICROSOFT + "word/2010/wordprocessingShape",
    "wpg": _MICROSOFT + "word/2010/wordprocessingGroup",
    "wpc": _MICROSOFT + "word/2010/wordprocessingCanvas",
    "wp14": _MICROSOFT + "word/2010/wordprocessingDrawing",
    "w14": _MICROSOFT + "word/2010/wordml",
    "w15": _MICROSOFT + "word/2012/wordml",
    "a14": _MICROSOFT + "drawing/2010/main",
    "a16": _MICROSOFT + "drawing/2014/main",
    "asvg": _MICROSOFT + "drawing/2016/SVG/main",
    "pic14": _MICROSOFT + "drawing/2010/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wne": _MICROSOFT + "word/2006/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
"""The namespaces whose content is understood, by the prefix that everybody gives them."""
_SUPPORTED = frozenset(_KNOWN.values())


def choose(alternate: Any) -> Any:
    """The first `mc:Choice` all of whose namespaces are understood, else `mc:Fallback`; None without either.

    A position in percent (`wp14:pctPosHOffset`) is left for its fallback, which says the same in absolute terms.
    """
    fallback = alternate.find(MC + "Fallback")
    for choice in alternate.iterfind(MC + "Choice"):
        prefixes = (choice.get("Requires") or "").split()
        names = [choice.nsmap.get(prefix) or _KNOWN.get(prefix) for prefix in prefixes]
        if names and all(name in _SUPPORTED for name in names):
            if fallback is not None and len(fallback) and _in_percent(choice):
                return fallback
            return choice
    return fallback


def _in_percent(choice: Any) -> bool:
    return len(choice) == 1 and any("}pctPos" in str(item.tag) for item in choice[0])
