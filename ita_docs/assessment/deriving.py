"""What a kind's derivation adds to its records: `ita` adds all that follows from an office's figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..kinds.model import Derivation, Kind
from ..records.checking import checked, read_records
from ..records.record import Checked, Outcome
from ..settings import Settings
from ..sheets import read_workbook
from ..sheets.model import Workbook

if TYPE_CHECKING:
    from ..frameworks import Framework
    from .offices import Cohort


def added_names(derivation: Derivation | None) -> Mapping[str, Any]:
    """The names that a derivation adds for templates, and the type of each value; none where there is none."""
    if derivation is None:
        return {}
    from .report import ADDED

    return ADDED


def read_derived(
    kind: Kind, book: Any, settings: Settings | None = None, frameworks: Sequence[Framework] = ()
) -> Iterator[Outcome]:
    """What becomes of each row of `book`, as `read_records` gives it, with what the kind's derivation adds.

    The scores of all offices are read first, because each is compared with the others. Takes and raises what
    `read_records` does.
    """
    if kind.derivation is None:
        yield from read_records(kind, book, settings)
        return
    from .report import Told, derived

    if not isinstance(book, Workbook):
        book = read_workbook(book)
    cohorts = _surveyed(kind, book, settings, frameworks)
    told = Told()
    for outcome in read_records(kind, book, settings):
        if outcome.record is None:
            yield outcome
            continue
        values, problems = derived(outcome.record, cohorts[outcome.record.ref], told)
        bad = any(item.severity == "error" for item in problems)
        record = None if bad else replace(outcome.record, derived=values)
        yield replace(outcome, record=record, problems=(*outcome.problems, *problems))


def check(kind: Kind, book: Any, settings: Settings | None = None, frameworks: Sequence[Framework] = ()) -> Checked:
    """The whole of `book` (a `Workbook`, or whatever `read_workbook` takes) checked. Never raises for wrong data.

    Raises: WorkbookError for a file that cannot be read at all.
    """
    return checked(read_derived(kind, book, settings, frameworks))


def _surveyed(
    kind: Kind, book: Workbook, settings: Settings | None, frameworks: Sequence[Framework]
) -> dict[str, Cohort]:
    """All offices of a workbook with their scores: by reference, with those that the same body assesses."""
    from .offices import Cohort, office_of
    from .parts import SCORES

    scored = replace(kind, children=tuple(child for child in kind.children if child.name in SCORES))
    bodies: dict[str, Cohort] = {}
    cohorts: dict[str, Cohort] = {}
    for outcome in read_records(scored, book, settings):
        if outcome.record is not None:
            office = office_of(outcome.record, frameworks)
            body = office.framework.body if office.framework is not None else ""
            cohorts[office.ref] = bodies.setdefault(body, Cohort())
            cohorts[office.ref].offices[office.ref] = office
    return cohorts
