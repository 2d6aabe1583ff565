"""Metafiles in documents, and metafiles that are damaged."""

from __future__ import annotations

import math
import struct
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.pages import metafile_records
from ita_docs.pages.artwork import Artwork
from ita_docs.pages.drawn import PicturePiece, ShapePiece
from ita_docs.pages.metafile import LACKS, played
from ita_docs.pages.metafile_boxes import artwork
from ita_docs.pages.metafile_sketch import Sketch
from ita_docs.pages.model import Box, Group, ParagraphBox, Picture, Shape
from ita_docs.pages.typecase import Typecase

from .documents import laid, lines
from .drawing_samples import MEDIA, NAMES, inline, one, picture, read
from .metafile_samples import (
    AND,
    BLUE_PEN,
    COPY,
    DIB,
    DIB_BITS,
    DIB_HEADER,
    MASK_BITS,
    MASK_HEADER,
    OR,
    RED_BRUSH,
    WINDOW,
    WMF_BLUE_PEN,
    WMF_RED_BRUSH,
    blit,
    colour,
    emf,
    font,
    function,
    ints,
    many,
    poly,
    record,
    sketch,
    text,
    wmf,
    wmf_font,
    zipped,
)

POLYGON = poly(3, (10, 10), (30, 10), (20, 40))
EVERYTHING_EMF = emf(
    RED_BRUSH, BLUE_PEN, POLYGON, many(8, [(0, 0), (5, 5), (0, 5)], [(1, 1), (2, 2)]),
    poly(88, (1, 1), (2, 2), (3, 3), short=True),
    ints(33), ints(17, 8), ints(9, 200, 100), ints(11, 100, 50), record(36, struct.pack("<6fI", 1, 0.5, 0, 1, 0, 0, 2)),
    ints(30, 0, 0, 60, 40), ints(42, 1, 1, 30, 30), ints(44, 1, 1, 30, 30, 5, 5), ints(47, 1, 1, 30, 30, 0, 0, 9, 9),
    ints(59), ints(27, 0, 0), ints(54, 9, 9), ints(61), ints(60), ints(67, 1), ints(34, -1),
    ints(95, 4, 0, 0, 0, 0, 0x10001, 3, 0, 255, 0, 0), ints(37, 4), ints(43, 3, 3, 8, 8), ints(40, 4),
    font(3, -12, "TH Sarabun New", 450), ints(37, 3), text("ครุฑ ab", 10, 20, [5, 6, 0, 7, 2, 3, 3], 6, (0, 0, 50, 50)),
    blit(AND, 0, 0, 9, 9, MASK_HEADER, MASK_BITS), blit(OR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS),
    record(118, struct.pack("<4i3IiiHHHHiiHHHHII", 0, 0, 0, 0, 2, 1, 0, 0, 0, 9, 9, 9, 9, 5, 5, 9, 9, 9, 9, 0, 1)),
    record(75, struct.pack("<II4I4i4i", 48, 5, 32, 1, 1, 16, 1, 2, 3, 4, 1, 2, 3, 4)), POLYGON,
)  # fmt: skip
EVERYTHING_WMF = wmf(
    WINDOW, WMF_RED_BRUSH, WMF_BLUE_PEN, function(0x0324, 3, 10, 10, 30, 10, 20, 40),
    function(0x0538, 2, 3, 2, 1, 1, 2, 2, 3, 1, 1, 2, 3, 4), function(0x0817, 0, 0, 9, 9, 20, 20, 10, 10),
    function(0x001E), function(0x0416, 40, 40, 5, 5), function(0x061C, 4, 4, 20, 30, 10, 12), function(0x0127, -1),
    function(0x0F43, *colour(COPY), 0, 1, 2, 0, 0, 15, 30, 20, 10, more=DIB),
    wmf_font(-16, b"AngsanaUPC", 222), function(0x012D, 2),
    function(0x0A32, 20, 10, 4, 4, 0, 0, 50, 50, more="ครุฑ".encode("cp874") + struct.pack("<4h", 7, 8, 0, 9)),
)  # fmt: skip
TYPECASE = Typecase()


def boxes(found: Artwork | Box) -> list[Box]:
    """Every box of an artwork, those that hold others too."""
    inside = found.boxes if isinstance(found, Artwork) else found.blocks if isinstance(found, (Shape, Group)) else ()
    own = [] if isinstance(found, Artwork) else [found]
    return own + [box for each in inside for box in boxes(each)]


# ---------------------------------------------------------------- in documents


@pytest.mark.parametrize("data", [emf(POLYGON), wmf(WINDOW, function(0x0324, 3, 10, 10, 30, 10, 20, 40))])
@pytest.mark.parametrize("packed", [False, True])
def test_a_metafile_is_a_picture(data: bytes, packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MEDIA, "rId7", zipped(data) if packed else data)
    piece = one(inline(picture("rId7"))).pieces[0]
    assert isinstance(piece, PicturePiece)
    assert isinstance(piece.data, Sketch)
    assert (piece.width, piece.height) == (100.0, 50.0)


@pytest.mark.parametrize("data", [emf(), emf()[:60], wmf(), wmf()[:25], zipped(b"no picture"), zipped(emf())[:20]])
def test_one_that_draws_nothing_is_a_frame(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MEDIA, "rId7", data)
    (drawing,), problems = read(inline(picture("rId7")))
    assert isinstance(drawing.pieces[0], ShapePiece)
    assert [item.code for item in problems] == ["unsupported-feature"]


def test_what_is_lacking_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    hatched = ints(39, 1, 2, 255, 3) + ints(37, 1) + POLYGON
    monkeypatch.setitem(MEDIA, "rId7", emf(hatched, text("ก", 1, 1, [], 0x10)))
    (drawing,), problems = read(inline(picture("rId7")))
    assert isinstance(drawing.pieces[0], PicturePiece)
    told = [(item.message, item.worded("en").message) for item in problems]
    assert len(told) == 2
    assert "แรเงา" in told[0][0]
    assert "hatching" in told[0][1]
    assert "ข้อความ" in told[1][0]
    assert "text" in told[1][1]
    assert all("ย่อหน้า 1" in thai and "EMF" in thai for thai, _ in told)


def test_in_a_laid_out_document_it_is_one_figure() -> None:
    drawing = picture("pixel", '<a:srcRect l="50000"/>')
    body = inline(drawing, more='<wp:docPr id="1" name="p" descr="ครุฑ"/>')
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items() if prefix not in ("w", "r"))
    body = f"<w:p><w:r>{body.replace('<w:drawing>', f'<w:drawing {names}>')}</w:r></w:p>"
    layout = laid(body, extra={"word/media/pixel.png": emf(POLYGON)})
    (box,) = (box for line in lines(layout) for box in line.line.pictures)
    (shown,) = box.blocks if isinstance(box, Group) else (box,)
    assert isinstance(shown, Picture)
    assert isinstance(shown.data, Artwork)
    assert (shown.width, shown.height, shown.data.width, shown.data.height) == (100.0, 50.0, 200.0, 50.0)
    assert shown.element is not None
    assert (shown.element.role, shown.element.alt) == ("Figure", "ครุฑ")


# ---------------------------------------------------------------- as boxes


def test_a_sketch_fills_its_frame() -> None:
    made = artwork(sketch(emf(RED_BRUSH, BLUE_PEN, POLYGON)), 200.0, 200.0, TYPECASE)
    (shape,) = made.boxes
    assert isinstance(shape, Shape)
    assert shape.path == (("m", 20.0, 40.0), ("l", 60.0, 40.0), ("l", 40.0, 160.0), ("z",))
    assert (shape.fill, shape.stroke, shape.even_odd) == ("FF0000", "0000FF", True)
    assert shape.stroke_width == pytest.approx(2 * math.sqrt(2 * 4))


def test_the_same_sketch_in_the_same_size_is_one_artwork() -> None:
    for data in (emf(POLYGON), emf(text("ก", 5, 5, [4]))):
        found = sketch(data)
        assert artwork(found, 20.0, 30.0, TYPECASE) is artwork(found, 20.0, 30.0, TYPECASE)
        assert artwork(found, 20.0, 30.0, TYPECASE) is not artwork(found, 20.0, 31.0, TYPECASE)


def test_clips_are_groups_and_those_about_everything_are_none() -> None:
    inside, around = ints(30, 10, 10, 20, 20), ints(30, -1, -1, 101, 51)
    made = artwork(sketch(emf(around, POLYGON, ints(75, 0, 5), inside, POLYGON, POLYGON)), 100.0, 50.0, TYPECASE)
    first, second = made.boxes
    assert isinstance(first, Shape)
    assert isinstance(second, Group)
    assert second.clip[0] == ("m", 10.0, 10.0)
    assert len(second.blocks) == 2


def test_a_thin_edge_in_the_colour_of_the_shape_is_left_out() -> None:
    pen = ints(95, 3, 0, 0, 0, 0, 0, 1, 0, 255, 0, 0) + ints(37, 3)
    (shape,) = artwork(sketch(emf(RED_BRUSH, pen, POLYGON)), 100.0, 50.0, TYPECASE).boxes
    assert isinstance(shape, Shape)
    assert (shape.fill, shape.stroke) == ("FF0000", None)


def test_dots_stay_apart_between_round_ends() -> None:
    dotted = ints(38, 3, 2, 1, 0, 255) + ints(37, 3)
    (shape,) = artwork(sketch(emf(dotted, POLYGON)), 100.0, 50.0, TYPECASE).boxes
    assert isinstance(shape, Shape)
    assert shape.style == "leader"


def test_a_bitmap_is_a_picture_in_its_place() -> None:
    (box,) = artwork(sketch(emf(blit(COPY, 10, 20, 30, 15, DIB_HEADER, DIB_BITS))), 200.0, 50.0, TYPECASE).boxes
    assert isinstance(box, Picture)
    assert (box.x, box.y, box.width, box.height) == (20.0, 20.0, 60.0, 15.0)


def words(*records: bytes, width: float = 100.0, height: float = 50.0) -> Shape:
    (shape,) = artwork(sketch(emf(*records)), width, height, TYPECASE).boxes
    assert isinstance(shape, Shape)
    return shape


SARABUN = font(1, -16, "TH Sarabun New") + ints(37, 1)


def test_a_text_stands_on_its_baseline() -> None:
    shape = words(SARABUN, ints(22, 24), text("ครุฑ", 10, 40, []))
    (paragraph,) = shape.blocks
    (line,) = paragraph.lines  # type: ignore[union-attr]
    assert (shape.x, shape.y + line.baseline) == (pytest.approx(10.0), pytest.approx(40.0))
    assert (line.text, line.runs[0].size, line.runs[0].stretch) == ("ครุฑ", 16.0, 1.0)


@pytest.mark.parametrize(("align", "share"), [(24, 0.0), (24 | 6, 0.5), (24 | 2, 1.0)])
def test_a_text_is_aligned(align: int, share: float) -> None:
    shape = words(SARABUN, ints(22, align), text("ครุฑ", 50, 40, []))
    assert shape.x + shape.width * share == pytest.approx(50.0)


def test_a_text_that_goes_up_begins_at_its_point() -> None:
    shape = words(font(1, -16, "TH Sarabun New", 900), ints(37, 1), ints(22, 24), text("ครุฑ", 50, 40, []))
    assert shape.turn == 270.0
    baseline = shape.blocks[0].lines[0].baseline  # type: ignore[union-attr]
    # Turned about its middle, its left end is below and its baseline right of the middle.
    assert shape.y + shape.height / 2 + shape.width / 2 == pytest.approx(40.0)
    assert shape.x + shape.width / 2 - shape.height / 2 + baseline == pytest.approx(50.0)


def runs(*records: bytes, width: float = 100.0) -> list[tuple[float, str, float]]:
    line = words(*records, width=width).blocks[0].lines[0]  # type: ignore[union-attr]
    return [(round(run.x, 2), run.shaped.text, round(run.stretch, 2)) for run in line.runs]


def test_words_are_as_wide_as_told() -> None:
    (natural,) = words(SARABUN, text("กกกก", 0, 0, [])).blocks[0].lines  # type: ignore[union-attr]
    wide = round(natural.width / 4 * 1.1 * 1000)
    # Units of a thousandth: the device's are too coarse to tell.
    fine = record(35, struct.pack("<6f", 0.001, 0, 0, 0.001, 0, 0))
    big = font(1, -16000, "TH Sarabun New") + ints(37, 1)
    told = runs(fine, big, text("กกกก ก", 0, 0, [wide] * 4 + [3000, 1]))
    assert [(said, stretch) for _, said, stretch in told] == [("กกกก", 1.1), (" ", told[1][2]), ("ก", 1.0)]
    assert told[2][0] == pytest.approx((4 * wide + 3000) / 1000, abs=0.01)


def test_letters_that_are_spread_stand_each_at_its_place() -> None:
    assert runs(SARABUN, text("กํข้ค", 0, 0, [20, 0, 30, 0, 1])) == [(0, "กํ", 1.0), (20, "ข้", 1.0), (50, "ค", 1.0)]


def test_letters_are_stretched_with_the_picture() -> None:
    assert runs(SARABUN, text("กก", 0, 0, []), width=150.0) == [(0, "กก", 1.5)]


def test_a_condensed_font_narrows_its_letters() -> None:
    narrow = bytearray(font(1, -2000, "Liberation Sans"))
    narrow[16:20] = struct.pack("<i", 300)
    ((_, _, stretch),) = runs(bytes(narrow), ints(37, 1), text("aa", 0, 0, []))
    assert 0.2 < stretch < 0.35


def test_symbols_become_characters() -> None:
    ((_, said, _),) = runs(font(1, -16, "Symbol"), ints(37, 1), text("\xb3", 0, 0, []))
    assert said == "≥"


# ---------------------------------------------------------------- damage


def sound(found: Sketch | None) -> None:
    """Whatever was played can be laid out, in numbers that can be drawn."""
    if found is None:
        return
    assert found.lacks <= LACKS.keys()
    assert all(math.isfinite(value) for value in found.frame)
    assert found.frame[2] > 0
    assert found.frame[3] > 0
    for box in boxes(artwork(found, 100.0, 50.0, TYPECASE)):
        numbers = [box.x, box.y, box.width, box.height]
        for step in box.path if isinstance(box, Shape) else box.clip if isinstance(box, Group) else ():
            numbers += (float(value) for value in step[1:])
        if isinstance(box, (Shape, Picture)):
            numbers.append(box.turn)
        if isinstance(box, Shape):
            numbers.append(box.stroke_width)
        if isinstance(box, ParagraphBox):
            for run in box.lines[0].runs:
                numbers += (run.x, run.width, run.size, run.stretch)
        assert all(abs(value) <= 60000 for value in numbers), box


@pytest.mark.parametrize(("data", "kind"), [(EVERYTHING_EMF, "emf"), (EVERYTHING_WMF, "wmf")])
def test_the_samples_are_played_whole(data: bytes, kind: str) -> None:
    found = played(data, kind)
    assert found is not None
    assert "damaged" not in found.lacks
    assert len(found.marks) > 5
    sound(found)


@settings(max_examples=400)
@given(st.sampled_from([("emf", EVERYTHING_EMF), ("wmf", EVERYTHING_WMF)]), st.data())
def test_no_metafile_breaks(sample: tuple[str, bytes], data: st.DataObject) -> None:
    kind, whole = sample
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 4))
        word = data.draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]))
        size = data.draw(st.sampled_from([1, 2, 4]))
        damaged[at : at + size] = struct.pack("<I", word)[:size]
    cut = data.draw(st.one_of(st.none(), st.integers(1, len(damaged))))
    sound(played(bytes(damaged[:cut]), kind))


@given(
    st.sampled_from([("emf", emf(), 108), ("wmf", wmf(), 40)]), st.lists(st.binary(max_size=40), max_size=8), st.data()
)
def test_no_record_breaks(sample: tuple[str, bytes, int], bodies: list[bytes], data: st.DataObject) -> None:
    kind, whole, at = sample
    made = b""
    for body in bodies:
        if kind == "emf":
            made += record(data.draw(st.integers(1, 122)), body)
        else:
            from ita_docs.pages.metafile_wmf import HANDLERS

            made += function(data.draw(st.sampled_from(sorted(HANDLERS))), more=body)
    sound(played(whole[:at] + made + whole[at:], kind))


@pytest.mark.parametrize("length", [0, 7, 0x7FFFFFFF, 0xFFFFFFFF])
def test_a_record_whose_length_leads_astray_ends_the_picture(length: int) -> None:
    broken = struct.pack("<II", 3, length)
    found = sketch(emf(POLYGON)[:-20] + broken + POLYGON)
    assert (len(found.marks), found.lacks) == (1, {"damaged"})


def test_a_damaged_record_costs_only_itself() -> None:
    lying = poly(3, (1, 1), (2, 2))[:-16]
    lying = struct.pack("<II", 3, len(lying)) + lying[8:]
    found = sketch(emf(lying, POLYGON))
    assert (len(found.marks), found.lacks) == (1, {"damaged"})


def test_there_is_a_limit_to_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metafile_records, "MOST_RECORDS", 10)
    found = sketch(emf(POLYGON, *[ints(18, 1)] * 20, POLYGON))
    assert (len(found.marks), found.lacks) == (1, {"more"})


def test_there_is_a_limit_to_what_is_drawn() -> None:
    # A clip of many points that is put on anew again and again must not be written each time.
    clip = ints(59) + poly(6, *[(at % 90, at % 7) for at in range(5000)]) + ints(60) + ints(67, 5)
    started = perf_counter()
    found = sketch(emf(clip, *[ints(33) + ints(30, 0, 0, 50, 50) + POLYGON + ints(34, -1) + POLYGON] * 2000))
    assert found.lacks == {"more"}
    assert perf_counter() - started < 5


def test_there_is_a_limit_to_pixels() -> None:
    large = struct.pack("<IiiHHIIiiII", 40, 9000, 9000, 1, 8, 1, 0, 0, 0, 1, 0)
    found = sketch(emf(POLYGON, *[blit(COPY, 0, 0, 9, 9, large, bytes(8))] * 3))
    assert (len(found.marks), found.lacks) == (2, {"more"})


def test_a_bomb_is_unpacked_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metafile_records, "LARGEST", 1000)
    assert len(metafile_records.unpacked(zipped(bytes(10_000_000)))) == 1000
