"""Text as a cell or a comment of an .xlsx can hold it."""

from __future__ import annotations

import re

LONGEST = 32_767
"""What a cell holds, in UTF-16 units (Excel's specifications and limits)."""
_NEWLINE = re.compile("\r\n?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say (XML 1.0, production 2)."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""Thai vowels and tones that take no width."""


def cell_text(text: str) -> str:
    """`text` as the file says it: what can be written, with its escapes.

    What looks like an escape (`_x000D_`) is escaped itself, so that it is shown as typed (ST_Xstring, ECMA-376 part 1,
    22.9.2.19).
    """
    return _ESCAPE.sub("_x005F_", writable(text))


def writable(text: str) -> str:
    """`text` with what XML cannot say left out, cut to the length of a cell with an ellipsis."""
    text = _FORBIDDEN.sub("", _NEWLINE.sub("\n", text))
    units = text.encode("utf-16-le")
    if len(units) > LONGEST * 2:
        text = units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return text


def lines_of(text: str, characters: int) -> int:
    """About how many lines `text` takes where so many characters fit into one."""
    return sum(1 + max(len(_MARKS.sub("", line)) - 1, 0) // characters for line in text.split("\n"))
