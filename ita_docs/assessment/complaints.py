"""The statistics of complaints: totals and balance of every task, and of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..problems import Problem, problem
from ..records.record import ChildRow

TOTAL = ("รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ทั้งหมด")
COLUMNS = (("carried", "ยกมา"), ("received", "รับใหม่"), ("all", "รวม"), ("finished", "เสร็จสิ้น"), ("pending", "คงค้าง"))


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A task: carried over, newly received, all of them, finished, pending. Numbers of matters."""

    task: str
    carried: int
    received: int
    all: int
    finished: int
    pending: int


@dataclass(frozen=True, slots=True)
class Complaints:
    """All tasks and their sums; `none` where no matter was carried over or received."""

    rows: tuple[ComplaintRow, ...] = ()
    total: ComplaintRow = ComplaintRow("รวม", 0, 0, 0, 0, 0)
    none: bool = True


def complaints_of(rows: Sequence[ChildRow]) -> tuple[Complaints, list[Problem]]:
    """The statistics, and where typed totals contradict them; a row called รวม is compared and not counted."""
    made: list[ComplaintRow] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    sums: list[ChildRow] = []
    for row in rows:
        name = " ".join(row["task"].split())
        if name in TOTAL:
            sums.append(row)
            continue
        if name in seen:
            problems.append(problem("task-repeated", row.cell("task"), value=name))
        seen.add(name)
        made.append(_row(name, row["carried"] or 0, row["received"] or 0, row["finished"] or 0))
        problems += _compared(row, made[-1], ("all", "pending"))
        if made[-1].pending < 0:
            last = made[-1]
            at = row.cell("finished")
            problems.append(problem("more-finished-than-received", at, given=last.finished, computed=last.all))
    added = (sum(getattr(row, name) for row in made) for name in ("carried", "received", "finished"))
    total = _row(TOTAL[0], *added)
    for row in sums:
        problems += _compared(row, total, tuple(name for name, _ in COLUMNS))
    return Complaints(tuple(made), total, total.all == 0), problems


def _row(task: str, carried: int, received: int, finished: int) -> ComplaintRow:
    together = carried + received
    return ComplaintRow(task, carried, received, together, finished, together - finished)


def _compared(row: ChildRow, computed: ComplaintRow, names: Sequence[str]) -> list[Problem]:
    found = []
    for name in names:
        given, known = row[name], getattr(computed, name)
        if given is not None and given != known:
            cell = row.cell(name)
            found.append(problem("total-mismatch", cell, given=given, computed=known))
    return found
