"""The texts of an .xlsx: its shared strings, and its escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .limits import Limits
from .markup import new_parser, parse
from .refusals import too_large

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    """`_x000D_` and its like made the characters they stand for (ST_Xstring, ECMA-376 part 1, 22.9.2.19)."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def shared_strings(chunks: Iterable[bytes], limits: Limits, book: str | None) -> list[str]:
    """The shared strings in order, runs of rich text joined, phonetic guides left out.

    Raises: WorkbookError for a text over the limit; ExpatError.
    """
    strings: list[str] = []
    texts: list[str] = []
    parts: list[str] = []
    item = run = guide = ""
    guided = False
    longest = limits.text

    def root(tag: str, attributes: dict[str, str]) -> None:
        nonlocal item, run, guide
        prefix = tag.removesuffix("sst")
        item, run, guide = prefix + "si", prefix + "t", prefix + "rPh"
        parser.StartElementHandler = start

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal guided
        if tag == run:
            texts.clear()
        elif tag == item:
            parts.clear()
        elif tag == guide:
            guided = True

    def end(tag: str) -> None:
        nonlocal guided
        if tag == run:
            if not guided:
                parts.extend(texts)
        elif tag == item:
            text = parts[0] if len(parts) == 1 else "".join(parts)
            if len(text) > longest:
                raise too_large(book, "จำนวนตัวอักษรในช่องเดียว", longest)
            strings.append(unescaped(text) if "_x" in text else text)
        elif tag == guide:
            guided = False

    parser = new_parser()
    parser.StartElementHandler = root
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    parse(parser, chunks)
    return strings
