"""The numeral policy over a finished part: its text, its page numbers and its lists.

Text is read paragraph by paragraph, so that a token spread over runs is seen whole: in `O` + `43` the digits stay.
Field instructions (`w:instrText`) are never text and never change.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from ..thai.numerals import KEEP_CLOSE, KEEP_OPEN, Keep, Policy, convert

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = {"thai": ("decimal", "thaiNumbers"), "arabic": ("thaiNumbers", "decimal")}
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(</?w:p[ >]|<w:(?:tab|br|cr)[ /])")
HAS_DIGIT = re.compile("[0-9\u0e50-\u0e59\ufdd0]")
ENTITY = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|\w+);")
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
AFTER_PAGE_NUMBERS = frozenset(
    ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid")
)
"""What follows `w:pgNumType` in CT_SectPr."""


def dress(xml: str, policy: Policy, keep: Keep | None) -> str:
    """The XML of a part with the digits of its text by `policy`."""
    pieces: list[str] = []
    done = 0
    segments: list[tuple[int, int, str]] = []
    for found in TEXT.finditer(xml):
        if found[2] is None:
            start, end = found.span(1)
            segments.append((start, end, _text(found[1])))
        elif segments:
            done = _convert(xml, segments, policy, keep, pieces, done)
            segments = []
    if segments:
        done = _convert(xml, segments, policy, keep, pieces, done)
    if not pieces:
        return xml
    pieces.append(xml[done:])
    return "".join(pieces)


def _convert(
    xml: str, segments: list[tuple[int, int, str]], policy: Policy, keep: Keep | None, pieces: list[str], done: int
) -> int:
    """Convert the text of one line; append what changed to `pieces` and return how far `xml` is used."""
    text = segments[0][2] if len(segments) == 1 else "".join(segment[2] for segment in segments)
    if not HAS_DIGIT.search(text):
        return done
    dressed = convert(text, policy, keep)
    if dressed == text:
        return done
    at = 0
    for start, end, old in segments:
        new = dressed[at : at + len(old)]
        at += len(old)
        if new != old:
            pieces += (xml[done:start], escape(new, quote=False))
            done = end
    return done


def _text(raw: str) -> str:
    return ENTITY.sub(_character, raw) if "&" in raw else raw


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else ENTITIES[name]


def without_marks(text: str) -> str:
    """Text without the marks that the filter keep_digits sets."""
    return text.replace(KEEP_OPEN, "").replace(KEEP_CLOSE, "") if KEEP_OPEN in text or KEEP_CLOSE in text else text


def set_formats(tree: Any, policy: str) -> None:
    """Page numbers and numbered lists of a part in the policy's digits; `tree` is changed.

    A section without `w:pgNumType` counts in Arabic digits, so under "thai" it gets one.
    """
    plain, wanted = FORMATS[policy]
    for number in tree.iter(f"{W}numFmt"):
        if number.get(f"{W}val") == plain:
            number.set(f"{W}val", wanted)
    for section in tree.iter(f"{W}sectPr"):
        number = section.find(f"{W}pgNumType")
        if number is None:
            if policy != "thai":
                continue
            number = section.makeelement(f"{W}pgNumType")
            later = next((child for child in section if child.tag.removeprefix(W) in AFTER_PAGE_NUMBERS), None)
            if later is None:
                section.append(number)
            else:
                later.addprevious(number)
        if number.get(f"{W}fmt", "decimal") == plain:
            number.set(f"{W}fmt", wanted)
