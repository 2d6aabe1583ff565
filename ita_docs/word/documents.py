"""A kind's record as a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, get_args

from ..kinds.model import Kind, Numerals
from ..problems import OutputError, SettingsError, TemplateError, problem
from ..records.context import context
from ..records.record import Record
from ..resources import templates_folder
from ..settings import Settings
from ..thai.date_forms import thai_date
from ..thai.date_ranges import DateRange, date_range
from ..thai.near import nearest
from ..thai.times import thai_time
from .agreement import disagreements
from .clauses import STYLES
from .fitting import Yielding
from .main_part import BODY
from .page_references import has_results, refers
from .template import Template

FRAME = "{}-frame.png"
"""The clearly marked empty frame that stands where an office has named no emblem or logo."""
Copy = Literal["", "สำเนา", "สำเนาคู่ฉบับ", "สำเนาถูกต้อง"]
DIGITS: dict[str, Numerals] = {"ไทย": "thai", "อารบิก": "arabic"}
"""What a record may say of its digits."""
COPIES: tuple[str, ...] = get_args(Copy)[1:]
"""What a document may be but the original: a copy, the file copy with its initials, a certified copy."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a run gives every document of a kind.

    numerals: the digits. emblem, logo: the pictures' bytes, None for a kind without one. keep_digits: phrases whose
    digits stay Arabic. today: the date that templates may print, None if the caller has none. copy: which copy it is,
    empty for the original. certifier, certifier_position: who certifies copies; the position's lines.
    """

    numerals: Numerals = "thai"
    emblem: bytes | None = None
    keep_digits: tuple[str, ...] = ()
    today: date | None = None
    logo: bytes | None = None
    copy: Copy = ""
    certifier: str = ""
    certifier_position: tuple[str, ...] = ()
    asked: bool = False
    """Whether the run asks for these digits, so that no record has a say (`Kind.numerals_field`)."""

    @classmethod
    def of(
        cls,
        kind: Kind,
        settings: Settings,
        numerals: Numerals | None = None,
        emblem: Path | None = None,
        today: date | None = None,
        *,
        logo: Path | None = None,
        copy: Copy = "",
    ) -> Dress:
        """The dress that a run asks for, else the office profile, else the kind.

        Raises: SettingsError for an emblem or logo that is not there or is no picture; OutputError for a copy that is
        none of `COPIES`.
        """
        if copy and copy not in COPIES:
            known = ", ".join(COPIES)
            near = nearest(copy, COPIES)
            meant_th, meant_en = ("", "") if near is None else (f" (หมายถึง {near} หรือไม่)", f" (is {near} meant?)")
            raise _bad_copy(copy, f"ใช้ได้เฉพาะ {known}{meant_th}", f"only {known} can be used{meant_en}")
        return cls(
            numerals or settings.numerals or kind.numerals,
            None if kind.emblem_cm is None else read_picture(emblem or settings.emblem or _frame(kind, "emblem")),
            (*kind.keep_digits, *settings.keep_digits),
            today,
            None if kind.logo_cm is None else read_picture(logo or settings.logo or _frame(kind, "logo")),
            copy,
            settings.certifier,
            tuple(line for line in map(str.strip, settings.certifier_position.split("\n")) if line),
            numerals is not None,
        )


def _bad_copy(copy: str, thai: str, english: str) -> OutputError:
    return OutputError(problem("bad-option", option=f"--copy {copy}", reason={"th": thai, "en": english}))


def _frame(kind: Kind, picture: str) -> Path:
    name = FRAME.format(picture)
    own = kind.folder / name
    return own if own.exists() else templates_folder() / name


def read_picture(path: Path) -> bytes:
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

    data: the template's bytes, where its file may not be at hand. used: the names that its tags ask for. refers:
    whether its documents name pages (a table of contents), so that they want `with_page_numbers`. yielding: the room
    that they may give up to stay on fewer pages, None for none. contents: the digits of their captions where they have
    TOC, SEQ or REF fields, None where they have none.

    Raises: TemplateError, from the start, for a template that is malformed or asks for what the kind does not declare;
    OutputError for a copy where the template has no place to say so.
    """

    __slots__ = ("_data", "_dress", "_dressed", "_given", "contents", "kind", "refers", "template", "used", "yielding")

    def __init__(self, kind: Kind, dress: Dress, data: bytes | None = None) -> None:
        self.kind = kind
        self._dress = dress
        self._data = data
        self.template = self._template(dress.numerals)
        self._dressed = {dress.numerals: self.template}
        used = self.template.placeholders()
        self.used = frozenset(used)
        errors = [item for item in disagreements(kind, used) if item.severity == "error"]
        if errors:
            raise TemplateError(*errors)
        if dress.copy and "copy" not in used:
            thai = f"แม่แบบของ{kind.title}ไม่มีที่พิมพ์คำว่า{dress.copy} (แท็ก {{{{ copy }}}})"
            english = f"the template of {kind.name} has no place that says so (the tag {{{{ copy }}}})"
            raise _bad_copy(dress.copy, thai, english)
        self._given = {
            "today": dress.today,
            "copy": dress.copy,
            "certifier": dress.certifier,
            "certifier_position": dress.certifier_position,
        }
        body = self.template.source_text(BODY)
        self.contents = dress.numerals if has_results(body) else None
        self.refers = refers(body)
        self.yielding = Yielding.of(self.template.source_text(STYLES), body)

    def write(self, record: Record) -> bytes:
        """The document of `record`, as the bytes of a DOCX. Raises TemplateError."""
        return self.write_values(context(record), self.numerals_of(record))

    def write_values(self, values: Mapping[str, Any], numerals: Numerals) -> bytes:
        """The document of what `context` gives of a record, in the record's digits. Raises TemplateError."""
        kind, dress = self.kind, self._dress
        pictures = {"emblem": _image(dress.emblem, kind.emblem_cm), "logo": _image(dress.logo, kind.logo_cm)}
        return self._for(numerals).fill({**values, **self._given, **pictures})

    def numerals_of(self, record: Record) -> Numerals:
        """The digits of a record's document: the record's own, where the run asks for none."""
        named = self.kind.numerals_field
        own = None if named is None or self._dress.asked else DIGITS.get(record.values[named])
        return own or self._dress.numerals

    def _for(self, digits: Numerals) -> Template:
        """The template with these digits."""
        if digits not in self._dressed:
            self._dressed[digits] = self._template(digits)
        return self._dressed[digits]

    def _template(self, numerals: Numerals) -> Template:
        source: Path | BytesIO = self.kind.template
        if self._data is not None:
            source = BytesIO(self._data)
            source.name = self.kind.template.name
        return Template(
            source,
            undefined="error",
            complex_script=True,
            numerals=numerals,
            keep_digits=self._dress.keep_digits,
            show=shown,
        )


def _image(data: bytes | None, height: float | None) -> Any:
    """A picture for a tag, so many centimetres high; nothing where the kind has none."""
    if data is None or height is None:
        return ""
    from docx.shared import Cm
    from docxtpl import InlineImage

    return InlineImage(None, data, height=Cm(height))


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
    logo: Path | None = None,
    copy: Copy = "",
) -> bytes:
    """The document of one checked record, as the bytes of a DOCX; the kind's template is compiled once.

    Raises: TemplateError, SettingsError; OutputError for a copy that the kind's template does not know.
    """
    dress = Dress.of(kind, settings or Settings(), numerals, emblem, today, logo=logo, copy=copy)
    return _writer(kind, dress).write(record)


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
