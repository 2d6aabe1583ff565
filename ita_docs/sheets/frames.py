"""pandas DataFrames as a workbook, without importing pandas."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from .model import Row, Sheet, Value, Workbook
from .serials import exact

SINGLE = "DataFrame"
"""The sheet name of a DataFrame given alone."""
_UNNAMED = "Unnamed: "
"""How pandas names a column whose heading is empty."""
_MISSING = ("NAType", "NaTType")


def read_frames(given: Any) -> Workbook:
    """One DataFrame, or a mapping of sheet name → DataFrame. Raises TypeError for a mapping of something else."""
    if not isinstance(given, Mapping):
        return Workbook(None, (_sheet(SINGLE, given),), single=True)
    for name, frame in given.items():
        if not hasattr(frame, "itertuples"):
            raise TypeError(f"sheet {name!r} is not a DataFrame but {type(frame).__name__}")
    return Workbook(None, tuple(_sheet(str(name), frame) for name, frame in given.items()))


def _sheet(name: str, frame: Any) -> Sheet:
    return Sheet(name, lambda: _rows(frame), frame=True)


def _rows(frame: Any) -> Generator[Row, None, None]:
    headings = ((column, heading(label)) for column, label in enumerate(frame.columns, start=1))
    yield Row(1, {column: text for column, text in headings if text})
    for number, (label, *values) in enumerate(frame.itertuples(index=True, name=None), start=2):
        cells: dict[int, Value] = {}
        for column, given in enumerate(values, start=1):
            value = value_of(given)
            if value is not None and value != "":
                cells[column] = value
        if cells:
            yield Row(number, cells, index=label.item() if _is_numpy(label) else label)


def heading(label: Any) -> str:
    """A column label as text: levels of a MultiIndex joined by spaces, pandas' names for empty headings left out."""
    levels = label if isinstance(label, tuple) else (label,)
    texts = [str(level) for level in levels if value_of(level) is not None]
    return " ".join(text for text in texts if text and not text.startswith(_UNNAMED))


def value_of(given: Any) -> Value:
    """What a cell of a DataFrame holds, in Python's own types; None, NaN, NaT and NA are None.

    A moment keeps its wall-clock time without zone; a float becomes an int or a Decimal of 15 significant digits
    (7 for single precision). What has no counterpart is shown as text.
    """
    if type(given) is str:
        return given
    if _is_numpy(given):
        given = float(str(given)) if given.dtype.kind == "f" and given.dtype.itemsize < 8 else given.item()
    if given is None or isinstance(given, bool):
        return given
    if isinstance(given, str):
        return str(given)
    if isinstance(given, int):
        return int(given)
    if isinstance(given, float):
        return exact(given) if isfinite(given) else None if given != given else str(given)
    if isinstance(given, Decimal):
        return None if given.is_nan() else given
    if isinstance(given, datetime):
        return _native(given)
    if isinstance(given, timedelta):
        return timedelta(days=given.days, seconds=given.seconds, microseconds=given.microseconds)
    if isinstance(given, time):
        return given.replace(tzinfo=None)
    if isinstance(given, date):
        return given
    return None if type(given).__name__ in _MISSING else str(given)


def _native(given: datetime) -> datetime | None:
    if type(given).__name__ in _MISSING:
        return None
    return datetime(given.year, given.month, given.day, given.hour, given.minute, given.second, given.microsecond)


def _is_numpy(given: Any) -> bool:
    return type(given).__module__ == "numpy" and hasattr(given, "item") and hasattr(given, "dtype")
