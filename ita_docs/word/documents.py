"""A kind's record as a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..kinds.model import Kind, Numerals
from ..problems import SettingsError, TemplateError, problem
from ..records.context import context
from ..records.record import Record
from ..resources import templates_folder
from ..settings import Settings
from ..thai.date_forms import thai_date
from ..thai.date_ranges import DateRange, date_range
from ..thai.times import thai_time
from .agreement import disagreements
from .page_references import BODY, refers
from .template import Template

FRAME = "emblem-frame.png"
"""The clearly marked empty frame that stands where an office has named no emblem."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a run gives every document of a kind.

    numerals: the digits. emblem: the picture's bytes, None for a kind without one. keep_digits: phrases whose digits
    stay Arabic. today: the date that templates may print, None if the caller has none.
    """

    numerals: Numerals = "thai"
    emblem: bytes | None = None
    keep_digits: tuple[str, ...] = ()
    today: date | None = None

    @classmethod
    def of(
        cls,
        kind: Kind,
        settings: Settings,
        numerals: Numerals | None = None,
        emblem: Path | None = None,
        today: date | None = None,
    ) -> Dress:
        """The dress that a run asks for, else the office profile, else the kind.

        Raises: SettingsError for an emblem that is not there or is no picture.
        """
        policy = numerals or settings.numerals or kind.numerals
        picture = None
        if kind.emblem_cm is not None:
            picture = read_emblem(emblem or settings.emblem or _frame(kind))
        return cls(policy, picture, (*kind.keep_digits, *settings.keep_digits), today)


def _frame(kind: Kind) -> Path:
    own = kind.folder / FRAME
    return own if own.exists() else templates_folder() / FRAME


def read_emblem(path: Path) -> bytes:
    """The bytes of a picture file. Raises SettingsError (`missing-file`, `not-an-image`)."""
    from docx.image.exceptions import UnrecognizedImageError
    from docx.image.image import Image

    try:
        data = path.read_bytes()
        Image.from_blob(data)
    except OSError as error:
        raise SettingsError(problem("missing-file", value=str(path))) from error
    except (UnrecognizedImageError, ValueError, IndexError) as error:
        raise SettingsError(problem("not-an-image", value=str(path))) from error
    return data


class Writer:
    """Writes the documents of one kind: its template compiled once, checked against the kind.

    refers: whether its documents name pages (a table of contents), so that they want `with_page_numbers`.

    Raises: TemplateError, from the start, for a template that is malformed or asks for what the kind does not declare.
    """

    __slots__ = ("_dress", "_emblem_height", "kind", "refers", "template")

    def __init__(self, kind: Kind, dress: Dress) -> None:
        self.kind = kind
        self._dress = dress
        self.template = Template(
            kind.template,
            undefined="error",
            complex_script=True,
            numerals=dress.numerals,
            keep_digits=dress.keep_digits,
            show=shown,
        )
        errors = [item for item in disagreements(kind, self.template.placeholders()) if item.severity == "error"]
        if errors:
            raise TemplateError(*errors)
        self._emblem_height = _centimetres(kind.emblem_cm)
        self.refers = refers(self.template.source_text(BODY))

    def write(self, record: Record) -> bytes:
        """The document of `record`, as the bytes of a DOCX. Raises TemplateError."""
        names = context(record)
        names["today"] = self._dress.today
        names["emblem"] = self._emblem()
        return self.template.fill(names)

    def _emblem(self) -> Any:
        from docxtpl import InlineImage

        if self._dress.emblem is None:
            return ""
        return InlineImage(None, self._dress.emblem, height=self._emblem_height)


def _centimetres(height: float | None) -> Any:
    from docx.shared import Cm

    return None if height is None else Cm(height)


@lru_cache(maxsize=16)
def _writer(kind: Kind, dress: Dress) -> Writer:
    return Writer(kind, dress)


def fill(
    kind: Kind,
    record: Record,
    *,
    settings: Settings | None = None,
    numerals: Numerals | None = None,
    emblem: Path | None = None,
    today: date | None = None,
) -> bytes:
    """The document of one checked record, as the bytes of a DOCX; the kind's template is compiled once.

    Raises: TemplateError, SettingsError.
    """
    return _writer(kind, Dress.of(kind, settings or Settings(), numerals, emblem, today)).write(record)


def shown(value: Any) -> Any:
    """A typed value as a tag without a filter prints it: dates in full, lists a line each, nothing for no value."""
    if value is None:
        return ""
    if isinstance(value, date):
        return thai_date(value)
    if isinstance(value, DateRange):
        return date_range(value)
    if isinstance(value, time):
        return thai_time(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (list, tuple)) and not isinstance(value, str):
        return "\n".join(str(shown(item)) for item in value)
    if isinstance(value, (int, float, Mapping)) or hasattr(value, "__html__"):
        return value
    return str(value)
