"""What form fields and buttons show: it stands in their data or their instruction, not in a result (§17.16.5–6)."""

from __future__ import annotations

import re
from typing import Any

from .package import W
from .properties import number, on

_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s?(.*)", re.IGNORECASE | re.DOTALL)
_BOX, _CROSSED = "\u2610", "\u2612"


def form_text(kind: str, instruction: str, data: Any) -> str | None:
    """What a field of this `kind` shows, None for one that stores its result; data: its `w:ffData`, if it has one."""
    if kind in ("MACROBUTTON", "GOTOBUTTON"):
        found = _BUTTON.match(instruction)
        return found[1] if found else ""
    if data is None:
        return None
    if kind == "FORMCHECKBOX":
        return _CROSSED if _checked(data.find(W + "checkBox")) else _BOX
    if kind == "FORMDROPDOWN" and (choices := data.find(W + "ddList")) is not None:
        entries = [item.get(W + "val") or "" for item in choices.iterfind(W + "listEntry")]
        chosen = _said(choices, "result") or _said(choices, "default")
        at = int(number(chosen))
        return entries[at] if 0 <= at < len(entries) else ""
    return None


def _checked(box: Any) -> bool:
    if box is None:
        return False
    for name in ("checked", "default"):
        if (found := box.find(W + name)) is not None:
            return on(found)
    return False


def _said(element: Any, name: str) -> str | None:
    found = element.find(W + name)
    return None if found is None else found.get(W + "val")
