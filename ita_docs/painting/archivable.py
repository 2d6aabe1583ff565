"""Whether a page of a stranger's PDF may stand in PDF/A: seen from what it draws with (ISO 19005-1 and -2, 6.2 to 6.4).

Better no than a file that is not what it says: what is not known to be allowed is not.
"""

from __future__ import annotations

from typing import Any

import pikepdf

from .options import Conformance

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
FORBIDDEN = frozenset({"/OPI", "/Ref", "/TR", "/TR2", "/HTP", "/Alternates", "/Alternate"})
NAMES = frozenset({"/DeviceCMYK", "/DeviceN", "/Separation", "/Lab", "/LZWDecode", "/Crypt", "/JPXDecode", "/PS"})
COLOURED = frozenset({"k", "K", "d0", "d1", "ri"})
"""Operators that name the colours of another device, or glyphs drawn by a page."""
DEEPEST = 12


def archivable(pdf: pikepdf.Pdf, page: pikepdf.Page, resources: Any, level: Conformance) -> bool:
    """Whether a page may be part of a file of this level of PDF/A."""
    if level == "1b" and "/Group" in page.obj:
        return False
    return _draws_well(page) and _allowed(resources, level, 0, set())


def _draws_well(stream: Any) -> bool:
    operators = {str(item.operator) for item in pikepdf.parse_content_stream(stream)}
    return not operators & COLOURED


def _allowed(value: Any, level: Conformance, depth: int, seen: set[tuple[int, int]]) -> bool:
    if not isinstance(value, pikepdf.Object):
        return True
    if value.is_indirect:
        if value.objgen in seen:
            return True
        seen.add(value.objgen)
    if depth > DEEPEST:
        return False
    if isinstance(value, pikepdf.Array):
        return all(_allowed(item, level, depth + 1, seen) for item in value)
    if isinstance(value, pikepdf.Name):
        return str(value) not in NAMES
    if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return True
    if FORBIDDEN & set(value.keys()):
        return False
    if not (_font(value) and _state(value, level) and _stream(value, level)):
        return False
    return all(_allowed(item, level, depth + 1, seen) for key, item in value.items() if key not in ("/Parent", "/P"))


def _font(value: Any) -> bool:
    if value.get("/Type") != pikepdf.Name.Font:
        return True
    if value.get("/Subtype") == pikepdf.Name.Type0:
        return True  # its descendants are fonts too
    if value.get("/Subtype") == pikepdf.Name.Type3:
        return False
    descriptor = value.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in FONT_FILES)


def _state(value: Any, level: Conformance) -> bool:
    """Whether nothing is transparent, in PDF/A-1."""
    if level != "1b":
        return True
    opaque = all(float(value.get(key, 1)) == 1 for key in ("/ca", "/CA") if key in value)
    blended = "/BM" in value and value["/BM"] not in (pikepdf.Name.Normal, pikepdf.Name.Compatible)
    masked = "/SMask" in value and value["/SMask"] != pikepdf.Name("/None")
    return opaque and not blended and not masked and "/Group" not in value


def _stream(value: Any, level: Conformance) -> bool:
    if not isinstance(value, pikepdf.Stream):
        return True
    if value.get("/Subtype") == pikepdf.Name.Form:
        return _draws_well(value)
    return not value.get("/Interpolate", False)
