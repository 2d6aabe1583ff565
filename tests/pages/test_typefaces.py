"""Shaping: marks, digits, clusters, metrics."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages import typefaces
from ita_docs.pages.typefaces import Shaped, Typeface
from ita_docs.resources import fonts_folder

FONTS = fonts_folder()
SARABUN = Typeface(FONTS / "THSarabunNew.ttf", "TH Sarabun New")
SANS = Typeface(FONTS / "LiberationSans-Regular.ttf", "Liberation Sans")


def extents(face: Typeface, shaped: Shaped) -> list[tuple[float, float, float, float]]:
    """(left, bottom, right, top) of each glyph as it stands."""
    boxes, pen = [], 0
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    for glyph, advance, (dx, dy) in zip(shaped.glyphs, shaped.advances, offsets, strict=True):
        box = face.font.get_glyph_extents(glyph)
        left, top = pen + dx + box.x_bearing, dy + box.y_bearing
        boxes.append((left, top + box.height, left + box.width, top))
        pen += advance
    return boxes


@pytest.mark.parametrize("word", ["ที่", "กี้", "ปี่", "ป้ำ", "ซึ้ง"])
def test_a_tone_mark_stands_above_the_vowel(word: str) -> None:
    shaped = SARABUN.shape(word)
    base, first, second = extents(SARABUN, shaped)[:3]
    vowel, tone = (second, first) if "ำ" in word else (first, second)
    if "ำ" not in word:
        assert vowel[1] > base[1]
    assert tone[1] > vowel[3] - 1
    assert base[0] < tone[0] < base[2]
    assert tone[0] < vowel[2]
    assert vowel[0] < tone[2]


def test_a_tone_mark_without_a_vowel_comes_down() -> None:
    alone = extents(SARABUN, SARABUN.shape("ท่"))[1]
    raised = extents(SARABUN, SARABUN.shape("ที่"))[2]
    assert alone[3] < raised[3]


def test_a_tail_goes_where_a_vowel_stands_below() -> None:
    assert SARABUN.shape("ญู").glyphs[0] != SARABUN.shape("ญ").glyphs[0]


@pytest.mark.parametrize(
    ("text", "gaps", "starts"),
    [
        ("ที่นี่", 2, (0, 0, 0, 3, 3, 3)),
        ("น้ำ", 1, (0, 0, 0)),
        ("fi", 2, (0, 1)),
        ("ก\u200bข", 2, (0, 2)),
        ("a\tb", 2, (0, 2)),
        ("\u200b\ufeff\xad", 0, ()),
        ("", 0, ()),
    ],
)
def test_clusters(text: str, gaps: int, starts: tuple[int, ...]) -> None:
    shaped = SARABUN.shape(text)
    assert (shaped.text, shaped.gaps, shaped.starts) == (text, gaps, starts)


@given(st.text(st.sampled_from("กที่้ำาเแญฐูุฯๆ๑1aZfi .-\xa0\u200b\u200d\u2060\u2011\xad\n中😀"), max_size=12))
def test_a_shaped_word_is_whole(text: str) -> None:
    shaped = SARABUN.shape(text)
    assert len(shaped.glyphs) == len(shaped.advances) == len(shaped.starts)
    assert len(shaped.offsets) in (0, len(shaped.glyphs))
    assert shaped.width == sum(shaped.advances)
    assert list(shaped.starts) == sorted(shaped.starts)
    assert shaped.gaps == len(set(shaped.starts)) <= len(text)
    assert shaped.spaces == text.count(" ") + text.count("\xa0")
    if SARABUN.covers(text):
        assert 0 not in shaped.glyphs


def test_what_is_never_seen_takes_no_room() -> None:
    for face in (SARABUN, SANS):
        assert face.covers("a\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200fb")
        assert face.shape("a\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200fb").glyphs == face.shape("ab").glyphs


def test_hyphens_and_spaces_that_do_not_break_look_like_those_that_do() -> None:
    assert SARABUN.shape("1\u20112").glyphs == SARABUN.shape("1-2").glyphs
    assert SARABUN.covers("1\u20112\xa0\u2010")
    carlito = Typeface(FONTS / "Carlito-Regular.ttf", "Carlito")
    assert carlito.shape("a\xa0b").width == carlito.shape("a b").width


def test_what_is_not_covered() -> None:
    assert not SARABUN.covers("กขค☐")
    assert not SANS.covers("ก")
    assert SARABUN.shape("中").glyphs == (0,)


def test_ligatures_are_for_thai_only() -> None:
    carlito = Typeface(FONTS / "Carlito-Regular.ttf", "Carlito")
    assert len(carlito.shape("fitting").glyphs) == 7


def test_kerning_is_asked_for() -> None:
    assert SANS.shape("AVA", kern=True).width < SANS.shape("AVA").width
    assert SANS.shape("AVA").width == sum(SANS.shape(char).width for char in "AVA")


def test_digits_of_it9_are_drawn_thai_and_stay_ascii() -> None:
    face = Typeface(FONTS / "THSarabunNew.ttf", "TH SarabunIT๙", thai_digits=True)
    shaped = face.shape("1/2569")
    assert shaped.text == "1/2569"
    assert shaped.glyphs == SARABUN.shape("๑/๒๕๖๙").glyphs
    assert face.covers("0123456789")


def test_shaping_is_remembered_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    face = Typeface(FONTS / "THSarabunNew.ttf", "x")
    first = face.shape("คำ")
    assert face.shape("คำ") is first
    assert face.shape("คำ", kern=True) is not first
    monkeypatch.setattr(typefaces, "REMEMBERED", 10)
    for number in range(40):
        face.shape(str(number))
        assert len(face._shaped) <= 10
    assert face.shape("คำ") == first


def test_advances_of_another_family_keep_the_marks_in_place() -> None:
    plain = extents(SARABUN, SARABUN.shape("ที่"))
    for advance, moved in ((450, 0), (400, 0), (500, 35)):
        wide = Typeface(FONTS / "THSarabunNew.ttf", "x", advances={"ท": advance})
        assert wide.shape("ที่").width == advance
        assert [box[0] - was[0] for box, was in zip(extents(wide, wide.shape("ที่")), plain, strict=True)] == [moved] * 3
        assert bool(wide.shape("ท").offsets) == bool(moved)
    assert wide.shape("ทก").width == 500 + SARABUN.shape("ก").width
    one = Typeface(FONTS / "THSarabunNew.ttf", "x", advances={"ฤ": 400, "ๅ": 300})
    assert (len(one.shape("ฤๅ").glyphs), one.shape("ฤๅ").width) == (1, 700)
    scaled = Typeface(FONTS / "THSarabunNew.ttf", "x", advances={"ท": 500}, scale=1.25)
    assert scaled.shape("ท").width * scaled.unit == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("file", "ascent", "descent", "gap"),
    [
        ("THSarabunNew.ttf", 0.844, 0.457, 0.030),
        ("LiberationSans-Regular.ttf", 1854 / 2048, 434 / 2048, 67 / 2048),
        ("LiberationSerif-Bold.ttf", 1825 / 2048, 443 / 2048, 87 / 2048),
        ("LiberationMono-Regular.ttf", 1705 / 2048, 615 / 2048, 0.0),
        ("Carlito-Regular.ttf", 1950 / 2048, 550 / 2048, 0.0),
    ],
)
def test_line_metrics_are_those_of_word_on_windows(file: str, ascent: float, descent: float, gap: float) -> None:
    face = Typeface(FONTS / file, "x")
    assert (face.ascent, face.descent, face.gap) == pytest.approx((ascent, descent, gap))
    doubled = Typeface(FONTS / file, "x", scale=2.0)
    assert doubled.ascent == pytest.approx(2 * ascent)


def test_use_typo_metrics_is_obeyed() -> None:
    data = bytearray((FONTS / "LiberationSans-Regular.ttf").read_bytes())
    count = int.from_bytes(data[4:6])
    records = [data[12 + 16 * index : 28 + 16 * index] for index in range(count)]
    os2 = next(int.from_bytes(record[8:12]) for record in records if record[:4] == b"OS/2")
    data[os2 + 62 : os2 + 64] = (int.from_bytes(data[os2 + 62 : os2 + 64]) | 128).to_bytes(2)
    data[os2 + 68 : os2 + 74] = (1000).to_bytes(2) + (-400).to_bytes(2, signed=True) + (100).to_bytes(2)
    face = Typeface(Path("x.ttf"), "x", data=bytes(data))
    assert (face.ascent, face.descent, face.gap) == pytest.approx((1000 / 2048, 400 / 2048, 100 / 2048))


def test_strokes_and_capitals() -> None:
    assert SARABUN.underline == pytest.approx((-0.035, 0.030))
    assert SARABUN.strikeout == pytest.approx((0.25, 0.03))
    assert SANS.cap_height == pytest.approx(1409 / 2048)
    assert Typeface(SANS.path, "x", scale=0.5).cap_height == pytest.approx(1409 / 4096)


def test_a_damaged_font_has_no_characters_and_harmless_metrics() -> None:
    face = Typeface(Path("x.ttf"), "x", data=b"\0\1\0\0 not a font at all")
    assert not face.characters
    assert not face.usable
    assert SARABUN.usable
    assert face.ascent + face.descent == pytest.approx(1.0)
    assert face.underline[1] > 0 < face.strikeout[1]
    assert face.cap_height == pytest.approx(0.7)
