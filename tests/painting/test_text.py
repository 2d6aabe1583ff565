"""Text copies out exactly, and stands where the layout puts it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from ita_docs.pages.typefaces import Shaped
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .layouts import HEIGHT, face, layout, line, page, paragraph, run, runs, written
from .reading import BREAK, opened, operators, origins, picture, said

TEXT = """
ที่ ป่า น้ำ ปู่ ญู ฐู กี้ เก๋า ผู้ ปฏิญญา ก่ำ ฟ้า ฏุ ป่ำ ฟ้ำ ปิ่น ฝั่ง ฎู ฤๅ ฦๅ ฯลฯ ๆ ทั้งนี้ ไฟ เปลี่ยน office
ผู้อำนวยการสำนักงานเขตพื้นที่ ๑๒๓ A4
"""
WORDS = TEXT.split()
FONTS = ("THSarabunNew.ttf", "THSarabunNew-Bold.ttf", "THSarabunNew-Italic.ttf", "THSarabunNew-BoldItalic.ttf")
CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """A Thai syllable in legal order: every letter and mark may occur."""
    lead = draw(st.sampled_from(["", *"เแโใไ"]))
    vowel = draw(st.sampled_from(["", *"ัิีึืุู็ฺํ"]))
    tone = draw(st.sampled_from(["", *"่้๊๋์๎"]))
    follow = draw(st.sampled_from(["", *"ะาๅๆฯ"])) if vowel else draw(st.sampled_from(["", *"ะาำๅๆฯ"]))
    return lead + draw(st.sampled_from(CONSONANTS)) + vowel + tone + follow


texts = st.lists(st.one_of(syllables(), st.sampled_from([*WORDS, " ", "๑๒๓", "(ก)", "“ข”", "A4", "123"])), min_size=1)


def plain(text: str) -> str:
    """Without the spaces at the ends, which readers drop."""
    return " ".join(text.split())


@pytest.mark.parametrize("file", FONTS)
def test_words_copy_out_exactly(file: str) -> None:
    pdf = paint(layout(page(written([*WORDS], face=face(file)))))
    assert said(pdf).split(BREAK) == WORDS


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=5), st.sampled_from([0.0, 0.3, 0.6, 2.5]), st.sampled_from(FONTS))
def test_any_thai_copies_out_exactly(lines: list[list[str]], letter: float, file: str) -> None:
    # pdfium takes short lines below one another for a line from top to bottom: each begins with a long word.
    laid = [
        line(runs(["ปฏิญญา", *parts], letter=letter, face=face(file), size=8.0), HEIGHT * at)
        for at, parts in enumerate(lines)
    ]
    got = said(paint(layout(page(paragraph(laid, x=20)))))
    assert [plain(text) for text in got.split(BREAK)] == [kept for each in laid if (kept := plain(each.text))]


def test_no_private_character_and_no_empty_map() -> None:
    with opened(paint(layout(page(written(WORDS))), PaintOptions(compress=False))) as document:
        font = document.pages[0].Resources.Font.F1
        mapped = [part for part in font.ToUnicode.read_bytes().decode().split("\n") if part.startswith("<0")][1:]
    values = [bytes.fromhex(entry.split()[1].strip("<>")).decode("utf-16-be") for entry in mapped]
    assert len(values) > 30
    assert all(value and not any(unicodedata.category(char) == "Co" for char in value) for value in values)


def test_a_thai_digit_drawn_for_an_ascii_one_stays_ascii_when_copied() -> None:
    pdf = paint(layout(page(written(["ที่ 2567"], face=face(thai_digits=True, family="TH SarabunIT๙")))))
    assert said(pdf) == "ที่ 2567"
    assert picture(pdf).tobytes() == picture(paint(layout(page(written(["ที่ ๒๕๖๗"]))))).tobytes()


def test_sara_am_of_a_font_that_takes_it_apart_is_one_glyph_where_it_can_be() -> None:
    typeface = face("THSarabunNew-Bold.ttf")
    nikhahit, tone, aa, consonant, am = (typeface.font.get_nominal_glyph(ord(char)) for char in "ํ้านำ")
    width = typeface.font.get_glyph_h_advance
    apart = Shaped("น้ำ", (consonant, nikhahit, tone, aa), (width(consonant), 0, 0, width(aa)), (), (0,) * 4, 0, 1, 0)
    base = run("น้ำ", face=typeface)
    own = type(base)(0.0, base.width, typeface, 16.0, apart)
    pdf = paint(layout(page(paragraph([line((own,))]))))
    assert said(pdf) == "น้ำ"
    assert b"ActualText" not in paint(layout(page(paragraph([line((own,))]))), PaintOptions(compress=False))
    assert width(am) == width(aa)


@pytest.mark.parametrize("offset", [(0, 120), (-80, 0), (-80, 120)])
def test_a_moved_mark_says_its_cluster_and_stands_where_it_was_moved(offset: tuple[int, int]) -> None:
    still = face().shape("กี้")
    moved = Shaped(
        still.text, still.glyphs, still.advances, ((0, 0), (0, 0), offset), still.starts, still.width, still.gaps, 0
    )

    def made(*shaped: Shaped) -> bytes:
        first = run("กี้", 0)
        each = [type(first)(40.0 * at, 40.0, first.face, 40.0, value) for at, value in enumerate(shaped)]
        return paint(layout(page(paragraph([line(tuple(each))]))))

    assert said(made(moved, still)).replace(" ", "") == "กี้กี้"
    scale = 10
    box = (72 * scale, 30 * scale, 92 * scale, 110 * scale)
    before = picture(made(still), scale=scale).crop(box)
    after = picture(made(moved), scale=scale).crop(box)
    assert before.tobytes() != after.tobytes()
    # The same ink, elsewhere: the tone mark is the topmost mark of both.
    top_before, top_after = (_ink(image)[1] for image in (before, after))
    assert abs((top_before - top_after) - offset[1] / 1000 * 40 * scale) <= 2


def test_a_moved_mark_after_a_letter_of_another_width_stands_where_it_was_moved() -> None:
    still = face().shape("บั")
    wide = still.advances[0] + 50
    moved = still._replace(advances=(wide, 0), offsets=((0, 0), (-80, 0)), width=wide)
    document = opened(paint(layout(page(paragraph([line((run("บั")._replace(shaped=moved),))])))))
    arrays = [operands[0] for operands, operator in operators(document) if operator == "TJ"]
    gaps = [float(item) for array in arrays for item in array if isinstance(item, Decimal | int)]
    assert gaps == pytest.approx([-50, 80, -80], abs=0.01)


def _ink(image) -> tuple[int, int, int, int]:  # type: ignore[no-untyped-def]
    return image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()


def test_letter_spacing_stays_out_of_clusters() -> None:
    spread, tight = (
        paint(layout(page(paragraph([line(runs(["น้ำที่"], letter=letter, size=40.0))])))) for letter in (9.0, 0.0)
    )
    cluster = run("น้ำ", size=40.0).width
    first = tuple(round(part * 4) for part in (72, 60, 72 + cluster, 110))
    assert picture(spread, scale=4).crop(first).tobytes() == picture(tight, scale=4).crop(first).tobytes()
    width = run("ที่", size=40.0).width
    moved = [round(part * 4) for part in (72 + cluster + 9, 60, 72 + cluster + 9 + width, 110)]
    assert _ink(picture(spread, scale=4).crop(moved)) is not None
    unmoved = picture(tight, scale=4).crop([moved[0] - 36, moved[1], moved[2] - 36, moved[3]])
    difference = ImageChops.difference(picture(spread, scale=4).crop(moved), unmoved)
    assert max(high for _, high in difference.getextrema()) < 16


@pytest.mark.parametrize("letter", [0.0, 0.05, 0.4, 0.5, 0.8, 1.25, 2.0, 5.0])
def test_spread_text_has_no_spaces_of_its_own(letter: float) -> None:
    # pdfium loses a space of its own between two Spans.
    words = ["ที่", "ป่าไม้", "ได้", " ", "และ", "คอมพิวเตอร์", " ", "จึง", "ปี", " ", "2567", "น้ำ", " ", "ผู้", "ใหญ่"]
    pdf = paint(layout(page(paragraph([line(runs(words, letter=letter, word=letter))]))))
    assert said(pdf) == "".join(words)


@pytest.mark.parametrize(("letter", "whole"), [(0.25, False), (0.4, True)])
def test_pdf_a_text_spread_from_a_fiftieth_of_its_size_says_what_it_is(letter: float, whole: bool) -> None:
    # poppler takes a gap of 0.031 of the size for a space.
    box = paragraph([line(runs(["ที่", "ป่า", " ", "ไม้"], letter=letter))])
    content = paint(layout(page(box)), PaintOptions(compress=False, pdfa="1b")).decode("latin-1")
    spans = [bytes.fromhex(span.split(">")[0]).decode("utf-16") for span in content.split("/ActualText<")[1:]]
    assert spans == (["ที่ป่า ", "ไม้"] if whole else [])


def test_spread_letters_stand_where_they_are_drawn_for_whoever_reads_the_page() -> None:
    # A Span has one place for all its letters: who sorts letters by place would scramble them.
    shaped = runs(["กข", "คง"], letter=2.0)
    pdf = paint(layout(page(paragraph([line(shaped)]))))
    places = [x for x, _ in origins(pdf)]
    width = run("ก").width
    assert places == sorted(set(places))
    assert places[1] - places[0] == pytest.approx(width + 2.0, abs=0.02)


def test_every_run_begins_where_the_layout_says() -> None:
    at = (0.0, 31.5, 120.25, 300.0)
    laid = tuple(
        run("ก", x, colour=colour) for x, colour in zip(at, ("000000", "FF0000", "FF0000", "0000FF"), strict=True)
    )
    pdf = paint(layout(page(paragraph([line(laid)]))))
    bare = _ink(picture(paint(layout(page(paragraph([line((run("ก"),))])))), scale=8))
    for x in at:
        column = picture(pdf, scale=8).crop((round((72 + x) * 8), 0, round((72 + x + 9) * 8), 1000))
        assert abs(_ink(column)[0] - (bare[0] - 72 * 8)) <= 1


def test_a_line_is_one_text_object() -> None:
    laid = line((run("ก"), run("ข", 20, size=10.0), run("ค", 40, face=face("THSarabunNew-Bold.ttf"), rise=3.0)))
    with opened(paint(layout(page(paragraph([laid]))))) as document:
        names = [name for _, name in operators(document)]
    assert names.count("BT") == names.count("ET") == 1
    assert names.count("Tf") == 3


def test_rise_stretch_bold_and_slant_are_undone() -> None:
    odd = run("ก", 0, rise=4.0, stretch=1.5, face=face(bold=True, slanted=True))
    mixed = paint(layout(page(paragraph([line((odd, run("ข", 40))), line((run("ค"),), HEIGHT)]))))
    plain_ = paint(layout(page(paragraph([line((run("ข", 40),)), line((run("ค"),), HEIGHT)]))))
    for box in ((110, 60, 160, 92), (60, 92, 160, 130)):
        crop = [4 * part for part in box]
        assert picture(mixed, scale=4).crop(crop).tobytes() == picture(plain_, scale=4).crop(crop).tobytes()


def test_a_scaled_typeface_is_drawn_larger_at_the_same_size() -> None:
    pdf = paint(layout(page(written(["ก"], face=face(scale=2.0), size=10.0))))
    assert picture(pdf).tobytes() == picture(paint(layout(page(written(["ก"], size=20.0))))).tobytes()


def test_control_characters_are_not_copied() -> None:
    assert said(paint(layout(page(written(["ก\x01ข\x0bค"]))))) == "กขค"
