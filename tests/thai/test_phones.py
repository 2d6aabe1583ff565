"""Telephone numbers: the official groups, whatever the separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai
from ita_docs.thai.phones import Phone, parse_phone

READ = {
    **dict.fromkeys(
        [
            "043624093",
            "043-624093",
            "0-4362-4093",
            "0 4362 4093",
            "043 624 093",
            "(043) 624093",
            "0.4362.4093",
            "043–624093",
            "043‑624‑093",
            "+66 43 624 093",
            "+66(0)43624093",
            "โทร. 0 4362 4093",
            "โทรศัพท์ 043624093",
            "โทร:043624093",
            "Tel. 043-624093",
            " 043624093 ",
            "0\u00a04362\u00a04093",
            "'043624093",
            "0 ๔๓๖๒ 4093",
        ],
        "0 4362 4093",
    ),
    **dict.fromkeys(["๐ ๔๓๖๒ ๔๐๙๓", "๐๔๓๖๒๔๐๙๓", "๐-๔๓๖๒-๔๐๙๓", "โทร. ๐๔๓–๖๒๔๐๙๓"], "๐ ๔๓๖๒ ๔๐๙๓"),
    **dict.fromkeys(["02-280-2930", "022802930", "(02) 280 2930"], "0 2280 2930"),
    **dict.fromkeys(["081-234-5678", "0812345678", "08-1234-5678", "+66812345678", "มือถือ 081 2345678"], "08 1234 5678"),
    "0-4362-4093 ต่อ 12": "0 4362 4093 ต่อ 12",
    "043624093 #12": "0 4362 4093 ต่อ 12",
    "02 123 4567 ext 5": "0 2123 4567 ต่อ 5",
    "0-2280-2930 ต่อ 1101-1105": "0 2280 2930 ต่อ 1101-1105",
    "0 4362 4093 ต่อ 12, 13": "0 4362 4093 ต่อ 12, 13",
    "๐-๔๓๖๒-๔๐๙๓ ต่อ ๑๒": "๐ ๔๓๖๒ ๔๐๙๓ ต่อ ๑๒",
    "0-4362-4093-4": "0 4362 4093-4",
    "0 4362 4093 ถึง 95": "0 4362 4093-95",
    **dict.fromkeys(
        [
            "0 4362 4093, 0 4362 4094",
            "043624093/043624094",
            "043624093 / 043624094",
            "043624093\n043624094",
            "0 4362 4093 และ 0 4362 4094",
            "043-624093;043-624094",
        ],
        "0 4362 4093, 0 4362 4094",
    ),
    "0 4362 4093 หรือ 081-234-5678": "0 4362 4093, 08 1234 5678",
    "1111": "1111",
}
REFUSED = [
    "",
    "-",
    "ไม่มี",
    "12345",
    "04362409",
    "04362409333",
    "O43624093",
    "43624093",
    "0 4362 4093 ต่อ",
    "0 4362 4093 (สมชาย)",
    "02 280 2930 กด 3",
    "ต่อ 12",
    ",",
    "1" * 5000,
]


@pytest.mark.parametrize(("text", "grouped"), READ.items())
def test_read(text: str, grouped: str) -> None:
    assert parse_phone(text) == Phone(grouped)
    assert parse_phone(grouped) == Phone(grouped)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert parse_phone(text) == Fault("not-a-phone")


@pytest.mark.parametrize(("cell", "grouped"), [("43624093", "0 4362 4093"), ("812345678", "08 1234 5678")])
def test_a_number_cell_has_lost_its_zero(cell: str, grouped: str) -> None:
    assert parse_phone(cell, numeric=True) == Phone(grouped)


@given(
    st.from_regex(r"0([2-7][0-9]{7}|[689][0-9]{8})", fullmatch=True).filter(str.isascii),
    st.data(),
    st.sampled_from([" ", "-", "–", ".", " - ", "\u00a0"]),
)
def test_separators_do_not_matter(digits: str, data: st.DataObject, separator: str) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(digits) - 3), max_size=3)))
    pieces = [digits[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    plain = parse_phone(digits)
    assert isinstance(plain, Phone)
    assert parse_phone(separator.join(pieces)) == plain
    assert parse_phone(to_thai(separator.join(pieces))) == Phone(to_thai(plain.text))
    assert plain.text.replace(" ", "") == digits


@given(st.one_of(st.text(), st.text(st.sampled_from("0123456789๐๔ -,/.()#+xต่อ"))))
def test_any_text_is_a_phone_or_a_fault(text: str) -> None:
    assert isinstance(parse_phone(text), (Phone, Fault))
    assert isinstance(parse_phone(text, numeric=True), (Phone, Fault))


def test_a_long_text_is_refused_at_once() -> None:
    for evil in (" ", "1", "1 ", "-", ", ", "ต่อ "):
        assert parse_phone("0" + evil * 500_000 + "y") == Fault("not-a-phone")
