"""Text as a cell or a comment of an .xlsx can hold it."""

from __future__ import annotations

import re

LONGEST = 32_767
"""What a cell holds, in UTF-16 units (Excel's specifications and limits)."""
_NEWLINE = re.compile("\r\n?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say (XML 1.0, production 2)."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str, longest: int = LONGEST) -> str:
    """`text` with what cannot be written left out, cut to `longest` UTF-16 units with an ellipsis.

    What looks like an escape (`_x000D_`) is escaped, so that it is shown as typed (ST_Xstring, ECMA-376 part 1,
    22.9.2.19).
    """
    text = _FORBIDDEN.sub("", _NEWLINE.sub("\n", text))
    units = text.encode("utf-16-le")
    if len(units) > longest * 2:
        text = units[: (longest - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return _ESCAPE.sub("_x005F_", text)
