"""Document numbers: code, circular or not, register number; open ones to be numbered by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.document_numbers import DocumentNumber, parse_document_number
from ita_docs.thai.fault import Fault

READ = {
    "ศธ ๐๔๓๐๕/๑๒๓": ("ศธ ๐๔๓๐๕", False, "๑๒๓"),
    "ศธ ๐๔๓๐๕/ว ๑๒๓": ("ศธ ๐๔๓๐๕", True, "๑๒๓"),
    "ศธ ๐๒๑๐๒/": ("ศธ ๐๒๑๐๒", False, ""),
    "ศธ 04305/ว123": ("ศธ 04305", True, "123"),
    "ศธ 04305/ว.123": ("ศธ 04305", True, "123"),
    "ศธ 0206.6/ว22": ("ศธ 0206.6", True, "22"),
    "ศธ04305/123": ("ศธ 04305", False, "123"),
    "ศธ. 04305 / 123": ("ศธ 04305", False, "123"),
    "ศธ 04305／123": ("ศธ 04305", False, "123"),
    "ที่ ศธ 04305/123": ("ศธ 04305", False, "123"),
    "ศธ ๐๔๐๔๗.๑๐๙/๒๐๖": ("ศธ ๐๔๐๔๗.๑๐๙", False, "๒๐๖"),
    "ศธ 04305/.....": ("ศธ 04305", False, ""),
    "ศธ 04305/ว ……": ("ศธ 04305", True, ""),
    "กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙": ("กค (กวจ) ๐๔๐๕.๒", True, "๑๑๙"),
    "-": ("", False, "", "-"),
    "ที่ -": ("", False, "", "-"),
    "...../.....": ("", False, "", ""),
    "ที่ ……": ("", False, "", ""),
    "25/2567": ("", False, "", "25/2567"),
    "สพม.นพ ๑๒/๒๕๖๗": ("", False, "", "สพม.นพ ๑๒/๒๕๖๗"),
    "อว 0602.01(1)/123": ("", False, "", "อว 0602.01(1)/123"),
    "ศธ 04305/123-125": ("", False, "", "ศธ 04305/123-125"),
}


@pytest.mark.parametrize(("text", "parts"), READ.items())
def test_read(text: str, parts: tuple[str, ...]) -> None:
    assert parse_document_number(text) == DocumentNumber(*parts)


def test_only_numbers_of_the_regulations_form_are_usual() -> None:
    usual = {text: parse_document_number(text).usual for text in ("ศธ 04305/1", "ศธ 04305/", "-", "....", "25/2567")}
    assert usual == {"ศธ 04305/1": True, "ศธ 04305/": True, "-": True, "....": True, "25/2567": False}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (DocumentNumber("ศธ 04305", False, "123"), "ศธ 04305/123"),
        (DocumentNumber("ศธ 04305", True, "123"), "ศธ 04305/ว 123"),
        (DocumentNumber("ศธ 04305"), "ศธ 04305/"),
        (DocumentNumber("ศธ 04305", True), "ศธ 04305/ว"),
        (DocumentNumber("", written="-"), "-"),
    ],
)
def test_written_and_read_back(number: DocumentNumber, text: str) -> None:
    assert str(number) == text
    assert parse_document_number(text) == number


@pytest.mark.parametrize("text", ["ศธ 04305", "ไม่ทราบ", "ศธ/ก", "1" * 9, "ขอเลข", "ศธ 04305" + "/1" * 50])
def test_refused(text: str) -> None:
    assert parse_document_number(text) == Fault("not-a-document-number")


@given(st.one_of(st.text(), st.text(st.sampled_from("กศธว0123๐๔./() -…"))))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    found = parse_document_number(text)
    assert isinstance(found, Fault) or parse_document_number(str(found)) == found


def test_a_long_text_is_refused_at_once() -> None:
    for evil in ("0", ".", "0.", "ว ", "…", "/"):
        assert parse_document_number("ศธ 04/" + evil * 500_000 + "x") == Fault("not-a-document-number")
