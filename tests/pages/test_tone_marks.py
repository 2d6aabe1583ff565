"""A tone mark with nothing between it and its consonant stands low, whatever stands before the word."""

from __future__ import annotations

import pytest

from ita_docs.pages.tone_marks import TONES
from ita_docs.pages.typefaces import Typeface
from ita_docs.resources import fonts_folder

STYLES = ("THSarabunNew", "THSarabunNew-Bold", "THSarabunNew-Italic", "THSarabunNew-BoldItalic")
CONSONANTS = "กขคงจฉชซญฐดตถทธนบผพภมยรลวศษสหอฮ"


@pytest.fixture(scope="module", params=STYLES)
def face(request: pytest.FixtureRequest) -> Typeface:
    return Typeface(fonts_folder() / f"{request.param}.ttf", "TH Sarabun New")


def foot(face: Typeface, text: str) -> float:
    """The lowest point of the last glyph."""
    extents = face.font.get_glyph_extents(face.shape(text).glyphs[-1])
    return float(extents.y_bearing + extents.height)


@pytest.mark.parametrize("vowel", ["", "ุ", "ู"])
def test_a_mark_right_over_its_consonant_is_low(face: Typeface, vowel: str) -> None:
    for tone in TONES:
        low = foot(face, "น" + tone)
        assert {consonant: foot(face, consonant + vowel + tone) for consonant in CONSONANTS} == dict.fromkeys(
            CONSONANTS, low
        )


@pytest.mark.parametrize("vowel", ["ั", "ิ", "ี", "ึ", "ื"])
def test_a_mark_over_a_vowel_is_high(face: Typeface, vowel: str) -> None:
    for tone in "่้":
        assert foot(face, "ก" + vowel + tone) > foot(face, "น" + tone)


def test_the_mark_of_sara_am_stays_above_its_ring(face: Typeface) -> None:
    high, plain = face.shape("ก่ำ"), face.shape("ก่")
    assert high.glyphs[1] != plain.glyphs[1]
    assert high.gaps == 1


def test_a_font_that_places_marks_itself_is_left_alone() -> None:
    sans = Typeface(fonts_folder() / "DejaVuSans.ttf", "DejaVu Sans")
    assert not sans._low_tones
