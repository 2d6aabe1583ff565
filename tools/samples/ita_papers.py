"""Papers of other kinds that the annual reports bind in, in sheets of their own in the same workbook.

They are those of the kinds' own samples; whoever heads the office this year signs this year's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import announcement, memo, memo_seeds, minutes

REF = "เลขอ้างอิง"
HEADS = {"นายชวลิต ธรรมรัตน์": "นายสมพงษ์ วัฒนากูล", "นายบดินทร์ วิเศษสุวรรณ": "นายสุรชัย พิพัฒน์ธนากุล"}
"""Who heads an office in the papers' own samples → who heads it in the reports."""
EARLIER = ("A-004",)
"""Papers of years before, signed by who headed the office then."""
BOUND = {
    "บันทึกข้อความ": (memo.HEADINGS, memo_seeds.MEMOS),
    "ความเห็น": (memo.OPINION_HEADINGS, memo_seeds.OPINIONS),
    "ประกาศ": (announcement.HEADINGS, announcement.ANNOUNCEMENTS),
    "กำหนดการ": (announcement.SCHEDULE_HEADINGS, announcement.SCHEDULE),
    "เนื้อความ": (announcement.CLAUSE_HEADINGS, list(announcement.clauses())),
    "รายงานการประชุม": (minutes.HEADINGS, minutes.MEETINGS),
    "ผู้เข้าประชุม": (minutes.ATTENDEE_HEADINGS, minutes.ATTENDEES),
    "ระเบียบวาระ": (minutes.AGENDA_HEADINGS, minutes.AGENDA),
}
"""Sheet → its headings, all its rows."""

Rows = Iterable[Mapping[str, Any] | Sequence[Any]]


def sheets(refs: Iterable[str]) -> list[tuple[str, Sequence[str], list[Any]]]:
    """The sheets with the rows of these papers; a sheet without any is left out."""
    wanted = set(refs)
    found = [(sheet, headings, _of(rows, wanted)) for sheet, (headings, rows) in BOUND.items()]
    return [one for one in found if one[2]]


def _of(rows: Rows, wanted: set[str]) -> list[Any]:
    kept = [row for row in rows if (row[REF] if isinstance(row, Mapping) else row[0]) in wanted]
    return [_signed(row) if isinstance(row, Mapping) and row[REF] not in EARLIER else row for row in kept]


def _signed(row: Mapping[str, Any]) -> dict[str, Any]:
    return {heading: HEADS.get(value, value) if isinstance(value, str) else value for heading, value in row.items()}
