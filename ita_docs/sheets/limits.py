"""How much a workbook may ask of this machine."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused as too large; all of it is counted while reading, never taken from what a file says of itself."""

    part_bytes: int = 512 * MIB
    """One uncompressed part of a zip, or one file that is no zip, in bytes; default 512 MiB."""
    total_bytes: int = 1024 * MIB
    """All parts read from one zip together, uncompressed, in bytes; default 1 GiB."""
    ratio: int = 300
    """Uncompressed over compressed size of a part, beyond its first `ratio_from` bytes; default 300."""
    ratio_from: int = 10 * MIB
    """Size from which `ratio` counts, in uncompressed bytes; default 10 MiB."""
    rows: int = 1_048_576
    """Highest row number that may hold a value; default 1 048 576, as in Excel."""
    columns: int = 16_384
    """Highest column number that may hold a value; default 16 384 (XFD), as in Excel."""
    cells: int = 20_000_000
    """Cells with a value in one sheet; default 20 million."""
    text: int = 4 * MIB
    """Length of the text of one cell, in characters; default 4 194 304."""


LIMITS = Limits()
"""The defaults."""
