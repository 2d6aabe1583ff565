"""Symbol fonts in Unicode."""

from __future__ import annotations

import pytest

from ita_docs.pages.symbols import TABLES, to_unicode
from ita_docs.pages.typecase import Typecase


@pytest.mark.parametrize("family", TABLES)
def test_every_mapping_can_be_drawn_by_the_stand_in(family: str) -> None:
    face = Typecase().face(family)
    assert face.drawn == "DejaVu Sans"
    assert [(hex(code), char) for code, char in TABLES[family].items() if not face.covers(char)] == []


def test_symbol_and_wingdings_are_complete() -> None:
    assert set(TABLES["wingdings"]) == set(range(0x20, 0x100))
    symbol = set(range(0x20, 0x7F)) | set(range(0xA0, 0xFF)) - {0xF0}
    assert set(TABLES["symbol"]) == symbol


@pytest.mark.parametrize(
    ("family", "code", "char"),
    [
        ("Wingdings", 0xFE, "☑"),
        ("Wingdings", 0xFD, "☒"),
        ("Wingdings", 0xA8, "◻"),
        ("Wingdings", 0xFC, "✔"),
        ("Wingdings", 0xD8, "➢"),
        ("Wingdings", 0xA7, "▪"),
        ("Wingdings", 0x76, "❖"),
        ("Wingdings", 0x6F, "□"),
        ("Wingdings", 0x8A, "⑩"),
        ("Wingdings", 0xE0, "→"),
        ("Symbol", 0xB7, "•"),
        ("Symbol", 0x61, "α"),
        ("Symbol", 0xD6, "√"),
        ("Symbol", 0xAE, "→"),
        ("Wingdings 2", 0x52, "☑"),
        ("Wingdings 2", 0x50, "✓"),
        ("Wingdings 2", 0xA3, "□"),
        ("Wingdings 2", 0xF8, "※"),
        ("Wingdings 3", 0x7D, "▸"),
        ("Wingdings 3", 0xF0, "▼"),
        ("Webdings", 0x61, "✔"),
        ("Webdings", 0x6E, "●"),
    ],
)
def test_known_codes_with_and_without_the_offset(family: str, code: int, char: str) -> None:
    assert to_unicode(family, chr(code)) == char
    assert to_unicode(family.upper() + " ", chr(0xF000 + code)) == char


def test_text_and_what_means_nothing() -> None:
    assert to_unicode("Wingdings", "\uf0fe \uf0a8") == "☑ ◻"
    assert to_unicode("Symbol", "\uf0f0\x80ก") == "\uf0f0\x80ก"
    assert to_unicode("TH SarabunPSK", "ab") is None
    assert to_unicode("", "ab") is None
