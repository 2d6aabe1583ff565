"""A cell read as its field's type says; one reader for each field type.

A reader takes a cell that is not empty and gives its typed value with everything to be said about it; where that
includes an error, the value is the type's empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..kinds.model import Field, FieldType
from ..sheets.model import CellError, Value
from ..thai.fault import Fault
from .constraints import broken
from .reading import Reading
from .record import EMPTY
from .types_dates import read_date, read_range, read_time, read_year
from .types_files import read_file, read_image
from .types_numbers import read_integer, read_money, read_number, read_score
from .types_structured import read_level, read_structured
from .types_text import read_lines, read_list, read_text
from .types_words import (
    read_addressee,
    read_choice,
    read_document_number,
    read_person,
    read_phone,
    read_year_number,
)

Reader = Callable[[Value, Field, "Path | None"], Reading]


def _plainly(reader: Callable[[Value, Field], Reading]) -> Reader:
    return lambda value, field, folder: reader(value, field)


READERS: Mapping[FieldType, Reader] = {
    "text": _plainly(read_text),
    "lines": _plainly(read_lines),
    "paragraphs": _plainly(read_lines),
    "structured": read_structured,
    "level": _plainly(read_level),
    "list": _plainly(read_list),
    "person": _plainly(read_person),
    "date": _plainly(read_date),
    "date_range": _plainly(read_range),
    "time": _plainly(read_time),
    "number": _plainly(read_number),
    "integer": _plainly(read_integer),
    "year": _plainly(read_year),
    "score": _plainly(read_score),
    "money": _plainly(read_money),
    "phone": _plainly(read_phone),
    "choice": _plainly(read_choice),
    "document_number": _plainly(read_document_number),
    "year_number": _plainly(read_year_number),
    "addressee": _plainly(read_addressee),
    "image": read_image,
    "file": read_file,
}


def read_value(value: Value, field: Field, folder: Path | None = None) -> Reading:
    """The value of a cell that is not empty, as one of `field`; `folder` is where file names are counted from."""
    if isinstance(value, CellError):
        return Reading(EMPTY[field.type], (Fault("formula-error", {}),))
    reading = READERS[field.type](value, field, folder)
    if reading.failed or reading.empty:
        return Reading(EMPTY[field.type], reading.faults) if reading.failed else reading
    if faults := broken(reading.value, field):
        reading = Reading(reading.value, (*reading.faults, *faults))
        return Reading(EMPTY[field.type], reading.faults) if reading.failed else reading
    return reading
