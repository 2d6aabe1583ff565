"""Dates: what a clerk types is understood or refused, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.date_forms import Form, thai_date
from ita_docs.thai.dates import parse_date, read_date_cell
from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai

JUNE_26 = """
26/6/2567 | 26-06-2567 | 26.6.67 | 26 มิ.ย. 67 | ๒๖ มิถุนายน ๒๕๖๗ | วันที่ ๒๖ เดือน มิถุนายน พ.ศ. ๒๕๖๗ | 26 June 2024
วันพุธที่ ๒๖ มิถุนายน ๒๕๖๗ | 2024-06-26 | 2567-06-26 | 2024-06-26 00:00:00 | 2024-06-26T08:30:00 | 26/6/2567 0:00
26มิ.ย.2567 | 26 มิ.ย.67 | 26/มิ.ย./67 | ๒๖/๐๖/๒๕๖๗ | 26 Jun 2024 | 26-Jun-2567 | วันที่26มิถุนายน2567 | 26 มิถุนายน พ.ศ.2567
26 มิย 67 | 26 มิ.ย 67 | 26 มิ. ย. 2567 | 26-มิ.ย.-67 | 26 / 6 / 2567 | 26–6–2567 | 26／6／2567 | '26/6/2567 | 26 มิ.ย. 2567.
พุธ 26 มิ.ย. 2567 | พ. 26 มิ.ย. 67 | พุธที่ 26/6/67 | Wed 26 Jun 2024 | Wednesday, June 26, 2024 | June 26, 2024
26th June 2024 | 26 มิ.ย. ค.ศ. 2024 | 26 June 2024 AD | 26 June 2567 B.E. | 26 มิถุนายน พุทธศักราช 2567 | 26 มิถุนา 67
ณ วันที่ 26 มิ.ย. 67 | ลงวันที่ 26 มิถุนายน 2567 | เมื่อวันพุธที่ 26 มิถุนายน 2567 | ให้ไว้ ณ วันที่ ๒๖ มิถุนายน พ.ศ. ๒๕๖๗
วันที่ 26 เดือน 6 พ.ศ. 2567 | 26 มิถุนายน ปี พ.ศ. 2567 | ๒๖ มิถุนายน พ.ศ.\u00a0๒๕๖๗ | 26 มิถุนายน\u200b 2567 | 26 JUN 2024
"""
UNDERSTOOD = {
    **{text.strip(): date(2024, 6, 26) for text in JUNE_26.replace("\n", "|").split("|") if text.strip()},
    "29/02/2567": date(2024, 2, 29),
    "ศุกร์ 28 มิ.ย. 2567": date(2024, 6, 28),
    "26 กรกฏาคม 2567": date(2024, 7, 26),
    "26/6/50": date(2007, 6, 26),
    "1/1/99": date(2056, 1, 1),
    "26/6/1967": date(1967, 6, 26),
    "26/6/2400": date(1857, 6, 26),
    "1 เม.ย.2567": date(2024, 4, 1),
    "อ. 2 ก.ค. 67": date(2024, 7, 2),
    "อา. 30 มิ.ย. 67": date(2024, 6, 30),
    "วันพฤหัสฯ ที่ 27 มิ.ย. 67": date(2024, 6, 27),
    "26 sept 2024": date(2024, 9, 26),
}
REFUSED = {
    "26-Jun-24": "ambiguous-date",
    "26/6/49": "ambiguous-date",
    "26/6/00": "ambiguous-date",
    "01/02/03": "ambiguous-date",
    "1 May 24": "ambiguous-date",
    "26 มิ.ย. พ.ศ. 24": "ambiguous-date",
    "26 มิ.ย. ค.ศ. 67": "ambiguous-date",
    "26 มิ.ย. พ.ศ. 2024": "ambiguous-date",
    "31 กุมภาพันธ์": "impossible-date",
    "31 กุมภาพันธ์ 2567": "impossible-date",
    "31 ก.พ. 67": "impossible-date",
    "29/2/2566": "impossible-date",
    "0/0/2567": "impossible-date",
    "32/1/2567": "impossible-date",
    "26/13/2567": "impossible-date",
    "6/26/2567": "impossible-date",
    "32/02/03": "impossible-date",
    "วันศุกร์ที่ ๒๖ มิถุนายน ๒๕๖๗": "weekday-mismatch",
    "อังคาร 26 มิ.ย. 67": "weekday-mismatch",
    "Mon 26 Jun 2024": "weekday-mismatch",
    **dict.fromkeys(
        [
            "",
            " ",
            "-",
            "2567",
            "พ.ศ. 2567",
            "ส.ค. 2567",
            "26 มิถุนายน",
            "26/6",
            "26/6/256",
            "26/6/25677",
            "26/6/2800",
            "26/6/1700",
            "26 มิ.ย. ค.ศ. 2567",
            "26062567",
            "45469",
            "1e5",
            "ไม่ระบุ",
            "วันพุธ",
            "26 ฟหก 2567",
            "²6/6/2567",
            "1" * 5000,
            "26/6/2567 และ 27/6/2567",
            "26/6/2567 เวลา 08.30 น.",
        ],
        "not-a-date",
    ),
}


@pytest.mark.parametrize(("text", "day"), UNDERSTOOD.items())
def test_understood(text: str, day: date) -> None:
    assert parse_date(text) == day
    assert parse_date(to_thai(text)) == day
    assert parse_date(f" {text}  ") == day


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_refused(text: str, code: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Fault)
    assert found.code == code


def test_a_wrong_weekday_names_the_right_one() -> None:
    assert parse_date("วันศุกร์ที่ 26 มิถุนายน 2567") == Fault("weekday-mismatch", {"actual": "พุธ"})


@pytest.mark.parametrize(
    ("cell", "earliest", "meant"),
    [
        (date(2024, 6, 26), None, (date(2024, 6, 26), False)),
        (date(2567, 6, 26), None, (date(2024, 6, 26), True)),
        (date(2400, 1, 1), None, (date(1857, 1, 1), True)),
        (date(1949, 12, 31), None, (date(1949, 12, 31), False)),
        (date(1950, 1, 1), None, "ambiguous-date"),
        (date(1967, 6, 26), None, "ambiguous-date"),
        (date(1999, 12, 31), date(2000, 1, 1), "ambiguous-date"),
        (date(2000, 1, 1), None, (date(2000, 1, 1), False)),
        (date(1967, 6, 26), date(1940, 1, 1), (date(1967, 6, 26), False)),
        (date(2568, 2, 29), None, "impossible-date"),
        (date(3110, 6, 26), None, "not-a-date"),
    ],
)
def test_a_date_cell_is_read_as_meant(cell: date, earliest: date | None, meant: str | tuple[date, bool]) -> None:
    found = read_date_cell(cell, earliest)
    assert (found.code if isinstance(found, Fault) else tuple(found)) == meant


@given(
    st.dates(date(1912, 1, 1), date(2156, 12, 31)),
    st.sampled_from(["long", "official", "weekday"]),
    st.booleans(),
)
def test_a_written_date_is_read_back(day: date, form: Form, thai: bool) -> None:
    text = thai_date(day, form)
    assert parse_date(to_thai(text) if thai else text) == day


@given(st.dates(date(2007, 1, 1), date(2056, 12, 31)), st.sampled_from("/-. "), st.booleans())
def test_separators_do_not_matter(day: date, separator: str, padded: bool) -> None:
    parts = (f"{day.day:02}", f"{day.month:02}") if padded else (str(day.day), str(day.month))
    assert parse_date(separator.join((*parts, str(day.year + 543)))) == day
    assert parse_date(separator.join((*parts, str((day.year + 543) % 100)))) == (
        day if day.year + 543 < 2600 else Fault("ambiguous-date")
    )


PIECES = st.sampled_from(
    [*"0123456789๒๕ ./-–,'()", "มิ.ย.", "มิถุนายน", "วันพุธที่", "พ.ศ.", "ค.ศ.", "2567", "june", "ที่", "ปี"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    assert isinstance(parse_date(text), (date, Fault))


@pytest.mark.parametrize("evil", [".", " ", "1", "1.", "ก", "ก.", "- ", "วัน", "พ.ศ."])
def test_a_long_text_is_refused_at_once(evil: str) -> None:
    assert parse_date("1" + evil * 500_000 + "x") == Fault("not-a-date")
