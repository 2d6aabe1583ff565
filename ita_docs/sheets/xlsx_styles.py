"""Which cell styles of an .xlsx show dates and times."""

from __future__ import annotations

from collections.abc import Iterable

from .markup import elements
from .number_formats import BUILT_IN, Clock, clock_of


def clocks_of(chunks: Iterable[bytes]) -> dict[str, Clock]:
    """Style index, as a cell's `s` writes it → its clock; styles that show plain numbers or text are absent.

    Source: ECMA-376 part 1, 18.8.10 (cellXfs) and 18.8.31 (numFmts).
    """
    codes: dict[str, Clock | None] = {str(number): clock for number, clock in BUILT_IN.items()}
    formats: list[str] = []
    for parent, name, attributes in elements(chunks):
        if name == "numFmt" and parent == "numFmts":
            codes[attributes.get("numFmtId", "")] = clock_of(attributes.get("formatCode", ""))
        elif name == "xf" and parent == "cellXfs":
            formats.append(attributes.get("numFmtId", ""))
    clocks = ((str(index), codes.get(key)) for index, key in enumerate(formats))
    return {index: clock for index, clock in clocks if clock is not None}
