"""Settings of a document as a whole, which a paper loses where it is bound into another (ECMA-376 part 1, §17.15)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .bundle import Bundle
from .complex_script import W

_AFTER_EVEN = frozenset(
    W + name
    for name in (
        "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
        "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
        "doNotUseMarginsForDrawingGridOrigin", "characterSpacingControl", "footnotePr", "endnotePr", "compat",
        "docVars", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip


def even_pages_differ(settings: Any) -> bool:
    """Whether even pages have headers of their own."""
    return is_on(settings, "evenAndOddHeaders")


def let_even_pages_differ(settings: Any) -> None:
    """Give even pages headers of their own."""
    if settings is not None and not even_pages_differ(settings):
        element = etree.Element(W + "evenAndOddHeaders")
        later = next((child for child in settings if child.tag in _AFTER_EVEN), None)
        if later is None:
            settings.append(element)
        else:
            later.addprevious(element)


def differences(source: Bundle, host: Bundle) -> list[dict[str, str]]:
    """What of a paper cannot be kept in `host`, or somebody should know before this is signed; Thai and English."""
    there, own = host.related_tree("settings"), source.related_tree("settings")
    found = []
    if _mode(there) != _mode(own):
        found.append({"th": "บันทึกด้วย Word คนละรุ่น (compatibility mode)", "en": "it is in another mode of Word"})
    if _value(there, "defaultTabStop", "720") != _value(own, "defaultTabStop", "720"):
        found.append({"th": "ระยะแท็บเริ่มต้นต่างกัน", "en": "its default tab stops are others"})
    body = source.tree(source.main)
    if next(body.iter(W + "ins", W + "del", W + "moveTo", W + "moveFrom"), None) is not None:
        found.append({"th": "มีการแก้ไขที่ยังไม่ยอมรับ", "en": "it holds changes that nobody has accepted yet"})
    relations = source.relations(source.main).values()
    if any(item.external and not item.kind.endswith(("/hyperlink", "/attachedTemplate")) for item in relations):
        thai = "มีภาพหรือข้อมูลที่ลิงก์จากที่อื่น ซึ่งไม่ได้นำมาด้วย"
        found.append({"th": thai, "en": "what it links to elsewhere is left out"})
    return found


def is_on(settings: Any, name: str) -> bool:
    found = None if settings is None else settings.find(W + name)
    return found is not None and found.get(W + "val") not in ("0", "false", "off")


def _value(settings: Any, name: str, default: str) -> str:
    found = None if settings is None else settings.find(W + name)
    return default if found is None else found.get(W + "val") or default


def _mode(settings: Any) -> str:
    for item in () if settings is None else settings.iterfind(f"{W}compat/{W}compatSetting"):
        if item.get(W + "name") == "compatibilityMode":
            return item.get(W + "val") or "12"
    return "12"
