"""A workbook read from whatever a clerk or a program has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .limits import LIMITS, Limits
from .model import Workbook

if TYPE_CHECKING:
    import pandas as pd

    from .source import Source

    Readable = (
        str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | pd.DataFrame | Mapping[str, pd.DataFrame]
    )


def read_workbook(source: Readable, limits: Limits = LIMITS) -> Workbook:
    """The workbook in a file (path, bytes, or open binary file: .xlsx, .xlsm, .xls, .ods, .csv), or in DataFrames.

    What the file contains decides, its suffix only where that cannot tell. Rows are read when asked for.
    Raises: WorkbookError for a file that cannot be read (here, or later while its rows are read); TypeError for
    something that is neither a file nor DataFrames.
    """
    given: Any = source
    if isinstance(given, Mapping) or _is_frame(given):
        from .frames import read_frames

        return read_frames(given)
    if not isinstance(given, (str, os.PathLike, bytes, bytearray, memoryview)) and not hasattr(given, "read"):
        raise TypeError(f"a workbook is a path, bytes, an open file or DataFrames, not {type(given).__name__}")
    from .content import format_of
    from .source import source_of

    found = source_of(given, limits)
    book = _read(found, format_of(found, limits), limits)
    return replace(book, folder=Path(given).parent) if isinstance(given, (str, os.PathLike)) else book


def _read(found: Source, form: str, limits: Limits) -> Workbook:
    if form == "xlsx":
        from .xlsx import read_xlsx

        return read_xlsx(found, limits)
    if form == "ods":
        from .ods import read_ods

        return read_ods(found, limits)
    if form == "xls":
        from .xls import read_xls

        return read_xls(found, limits)
    from .csv_file import read_csv

    return read_csv(found, limits)


def _is_frame(given: Any) -> bool:
    return hasattr(given, "itertuples") and hasattr(given, "columns")
