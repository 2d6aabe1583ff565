"""The texts of an .xlsx: its shared strings, and its escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .limits import Limits
from .markup import new_parser, parse
from .model import Run, marked_text
from .refusals import too_large

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
TEXT_OF_A_CELL = "จำนวนตัวอักษรในช่องเดียว"
_SURROGATE = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    """`_x000D_` and its like made the characters they stand for (ST_Xstring, ECMA-376 part 1, 22.9.2.19)."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def is_bold(attributes: Mapping[str, str]) -> bool:
    """What a `b` element says (CT_BooleanProperty, ECMA-376 part 1, 18.8.2)."""
    return attributes.get("val", "1") not in ("0", "false", "off")


def is_underlined(attributes: Mapping[str, str]) -> bool:
    """What a `u` element says (18.4.13)."""
    return attributes.get("val", "single") != "none"


def rich_text(text: str, runs: Sequence[Run]) -> str:
    """`text`, of which the file says that it consists of `runs`; escapes in both as written."""
    whole = unescaped(text)
    made = marked_text([run._replace(text=unescaped(run.text)) for run in runs])
    # an escape may begin in one run and end in the next, and text may stand between the runs of a damaged file
    return made if made == whole else whole


def shared_strings(chunks: Iterable[bytes], limits: Limits, book: str | None) -> list[str]:
    """The shared strings in order, runs of rich text joined (as `rich_text` does), phonetic guides left out.

    Raises: WorkbookError for a text over the limit; ExpatError.
    """
    strings: list[str] = []
    texts: list[str] = []
    parts: list[str] = []
    runs: list[Run] = []
    item = run = guide = rich = bold = underlined = ""
    guided = in_run = is_b = is_u = False
    longest = limits.text

    def root(tag: str, attributes: dict[str, str]) -> None:
        nonlocal item, run, guide, rich, bold, underlined
        prefix = tag.removesuffix("sst")
        names = ("si", "t", "rPh", "r", "b", "u")
        item, run, guide, rich, bold, underlined = (prefix + name for name in names)
        parser.StartElementHandler = start

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal guided, in_run, is_b, is_u
        if tag == run:
            texts.clear()
        elif tag == item:
            parts.clear()
        elif tag == guide:
            guided = True
        elif tag == rich:
            in_run, is_b, is_u = True, False, False
            parser.EndElementHandler = end_in_rich
        elif tag == bold:
            is_b = is_bold(attributes)
        elif tag == underlined:
            is_u = is_underlined(attributes)

    def end(tag: str) -> None:
        nonlocal guided
        if tag == run:
            if not guided:
                parts.extend(texts)
        elif tag == item:
            text = parts[0] if len(parts) == 1 else "".join(parts)
            if len(text) > longest:
                raise too_large(book, TEXT_OF_A_CELL, longest)
            strings.append(unescaped(text) if "_x" in text else text)
        elif tag == guide:
            guided = False

    def end_in_rich(tag: str) -> None:
        """What `end` does, from the first run of a string to the string's end: nearly all strings have no runs."""
        nonlocal guided, in_run
        if tag == run:
            if not guided:
                parts.extend(texts)
                if in_run:
                    runs.append(Run("".join(texts), is_b, is_u))
        elif tag == item:
            text = "".join(parts)
            if len(text) > longest:
                raise too_large(book, TEXT_OF_A_CELL, longest)
            strings.append(rich_text(text, runs))
            runs.clear()
            parser.EndElementHandler = end
        elif tag == guide:
            guided = False
        elif tag == rich:
            in_run = False

    parser = new_parser()
    parser.StartElementHandler = root
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    parse(parser, chunks)
    return strings
