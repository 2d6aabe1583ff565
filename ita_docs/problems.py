"""What is wrong, as values: a place in a spreadsheet, a problem there, and the exception tree.

Wrong data is a `Problem`; a wrong kind, template, workbook file or machine is an exception that carries one or more
problems, so that the same table of sentences (`messages`) words both.

    ItaDocsError
    ├── KindError        a kind's folder, its kind.toml, or its agreement with its template
    ├── FrameworkError   a framework of the assessment that cannot be found or used
    ├── TemplateError    a template that cannot be read, compiled or filled
    ├── WorkbookError    a workbook that cannot be opened or read at all
    ├── SettingsError    an office profile that cannot be used
    ├── PdfError         a document that cannot be laid out or written as PDF
    └── OutputError      a place that cannot be written
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .messages import Wording, severity_of, word

Severity = Literal["error", "warning", "info"]
VALUE_LIMIT = 200
"""Longest value that a problem quotes, in characters; the rest is cut with an ellipsis."""


def column_letters(column: int) -> str:
    """The letters of a 1-based column number: 1 → A, 27 → AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a cell is: the book's and the sheet's name, and row and column, both 1-based as in the file.

    A row of a pandas DataFrame has no address in a file: `frame`, `index` and `label` name it instead.
    """

    book: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    frame: str | None = None
    index: Any = None
    label: str | None = None

    @property
    def a1(self) -> str | None:
        """The address as a spreadsheet shows it (`C7`), or None where there is none."""
        if self.frame is not None or self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"

    @property
    def place(self) -> dict[str, Any] | None:
        """`{frame, index, column}` for a cell of a DataFrame, else None."""
        if self.frame is None:
            return None
        return {"frame": self.frame, "index": self.index, "column": self.label}


def quoted(value: object) -> str | None:
    """A value as a problem quotes it: text, at most `VALUE_LIMIT` characters; None stays None."""
    if value is None:
        return None
    text = str(value)
    return text if len(text) <= VALUE_LIMIT else text[:VALUE_LIMIT] + "…"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or worth knowing, with its place; `code` is stable, the wording comes from `messages`.

    `place` locates what has no cell: `{frame, index, column}` in a DataFrame, `{file, part, paragraph, tag}` in a
    template.
    """

    code: str
    severity: Severity
    book: str | None = None
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    value: str | None = None
    place: Mapping[str, Any] | None = None
    row: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)

    def worded(self, lang: str = "th") -> Wording:
        """The sentence and the hint in `lang` ("th" or "en")."""
        facts = {"book": self.book, "sheet": self.sheet, "cell": self.cell, "column": self.column, "value": self.value}
        return word(self.code, {**facts, **(self.place or {}), **self.detail}, lang)

    @property
    def message(self) -> str:
        """What is wrong, in Thai."""
        return self.worded().message

    @property
    def hint(self) -> str:
        """What to do about it, in Thai; empty where nothing needs doing."""
        return self.worded().hint

    def to_json(self, lang: str = "th") -> dict[str, Any]:
        """The problem as the JSON report shows it."""
        wording = self.worded(lang)
        place = None if self.place is None else {key: _plain(value) for key, value in self.place.items()}
        return {
            "code": self.code,
            "severity": self.severity,
            "book": self.book,
            "sheet": self.sheet,
            "cell": self.cell,
            "column": self.column,
            "value": self.value,
            "message": wording.message,
            "hint": wording.hint,
            "place": place,
        }


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def problem(
    code: str,
    ref: CellRef | None = None,
    *,
    column: str | None = None,
    value: object = None,
    place: Mapping[str, Any] | None = None,
    severity: Severity | None = None,
    **detail: Any,
) -> Problem:
    """A `Problem` of `code` at `ref`; `column` is the heading as the clerk wrote it, `detail` fills the sentence.

    Raises: KeyError for a code that `messages` does not word.
    """
    at = ref or CellRef()
    return Problem(
        code=code,
        severity=severity or severity_of(code),
        book=at.book,
        sheet=at.sheet,
        cell=at.a1,
        column=column if column is not None else at.label,
        value=quoted(value),
        place=place if place is not None else at.place,
        row=at.row,
        detail=detail,
    )


class ItaDocsError(Exception):
    """Something other than the data is wrong; `problems` says what, at least one."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*problems)

    def __str__(self) -> str:
        return self.worded("th")

    def worded(self, lang: str) -> str:
        """One line a problem: the sentence and, after it, the hint."""
        return "\n".join(" ".join(filter(None, item.worded(lang))) for item in self.problems)


class KindError(ItaDocsError):
    """A document kind that cannot be used."""


class FrameworkError(ItaDocsError):
    """A framework of the assessment that cannot be found or used."""


class TemplateError(ItaDocsError):
    """A template that cannot be read, compiled or filled."""


class WorkbookError(ItaDocsError):
    """A workbook that cannot be opened or read at all."""


class SettingsError(ItaDocsError):
    """An office profile that cannot be used."""


class PdfError(ItaDocsError):
    """A document that cannot be laid out, or written as PDF."""


class OutputError(ItaDocsError):
    """A place that cannot be written."""
