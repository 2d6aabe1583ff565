"""Bitmaps and texts of enhanced metafiles."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image

from ita_docs.pages.metafile_sketch import Bitmap, Outline, Words

from .metafile_samples import (
    AND,
    BLUE,
    BMP,
    COPY,
    DIB_BITS,
    DIB_HEADER,
    MASK_BITS,
    MASK_HEADER,
    OR,
    PATTERN,
    RED,
    RED_BRUSH,
    XOR,
    blit,
    emf,
    font,
    ints,
    only,
    poly,
    record,
    sketch,
    text,
)  # fmt: skip

TRIANGLE = [(10, 10), (30, 10), (20, 40)]
BLACK = "000000"


def outline(*records: bytes) -> Outline:
    mark = only(emf(*records))
    assert isinstance(mark, Outline)
    return mark


# ---------------------------------------------------------------- bitmaps


def test_a_bitmap_in_its_box() -> None:
    assert only(emf(blit(COPY, 10, 20, 30, 15, DIB_HEADER, DIB_BITS))) == Bitmap(BMP, 10, 20, 30, 15)
    # A negative height turns it upside down.
    assert only(emf(blit(COPY, 10, 35, 30, -15, DIB_HEADER, DIB_BITS))) == Bitmap(
        BMP, 10, 20, 30, 15, flip=(False, True)
    )


def test_device_independent_bits_are_cropped_from_below() -> None:
    head = struct.pack("<4i6i", 0, 0, 0, 0, 10, 20, 1, 0, 1, 1)
    offsets = struct.pack("<4IIIii", 80, len(DIB_HEADER), 80 + len(DIB_HEADER), len(DIB_BITS), 0, COPY, 30, 15)
    mark = only(emf(record(81, head + offsets + DIB_HEADER + DIB_BITS)))
    assert mark == Bitmap(BMP, 10, 20, 30, 15, (0.5, 0.0, 0.0, 0.0))


def test_a_bitmap_may_wrap_a_jpeg() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 0, 4, 4, 0, 0, 0, 0)
    assert only(emf(blit(COPY, 10, 20, 30, 15, header, b"\xff\xd8\xff\xe0"))) == Bitmap(
        b"\xff\xd8\xff\xe0", 10, 20, 30, 15
    )


def pixels(data: bytes) -> list[object]:
    with Image.open(BytesIO(data)) as image:
        return [image.getpixel((x, 0)) for x in range(image.width)]


def test_a_mask_and_its_picture_become_one_with_clear_parts() -> None:
    mark = only(emf(blit(AND, 0, 0, 9, 9, MASK_HEADER, MASK_BITS), blit(OR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS)))
    assert isinstance(mark, Bitmap)
    assert pixels(mark.data) == [(255, 0, 0, 255), (0, 0, 255, 0)]


def test_a_mask_that_whitens_comes_first() -> None:
    mark = only(emf(blit(OR, 0, 0, 9, 9, MASK_HEADER, MASK_BITS), blit(AND, 0, 0, 9, 9, DIB_HEADER, DIB_BITS)))
    assert isinstance(mark, Bitmap)
    assert pixels(mark.data) == [(255, 0, 0, 0), (0, 0, 255, 255)]


def test_a_picture_is_no_mask() -> None:
    copied = blit(COPY, 0, 0, 9, 9, DIB_HEADER, DIB_BITS)
    assert only(emf(copied, blit(OR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS))) == Bitmap(BMP, 0, 0, 9, 9)
    made = sketch(emf(blit(AND, 0, 0, 9, 9, DIB_HEADER, DIB_BITS), copied, blit(XOR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS)))
    assert (made.marks, made.lacks) == ((Bitmap(BMP, 0, 0, 9, 9),) * 2, {"mixing"})


def test_a_transfer_without_a_bitmap_fills() -> None:
    mark = outline(RED_BRUSH, blit(PATTERN, 1, 2, 3, 4))
    assert (mark.path[2], mark.fill, mark.stroke) == (("l", 4, 6), "FF0000", None)
    assert outline(blit(0x42, 1, 2, 3, 4)).fill == BLACK


def test_each_pixel_may_be_translucent() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 32, 0, 8, 0, 0, 0, 0)
    # Premultiplied: half a red, and nothing.
    mark = alike(114, 0x01FF0000, header, b"\0\0\x80\x80\0\0\0\0")
    assert pixels(mark.data) == [(255, 0, 0, 128), (0, 0, 0, 0)]


def alike(kind: int, operation: int, header: bytes, bits: bytes) -> Bitmap:
    """A bitmap by a record that is laid out as EMR_STRETCHBLT is."""
    data = bytearray(blit(operation, 0, 0, 9, 9, header, bits))
    data[:4] = struct.pack("<I", kind)
    mark = only(emf(bytes(data)))
    assert isinstance(mark, Bitmap)
    return mark


def test_a_bitmap_may_be_blended_as_a_whole() -> None:
    assert pixels(alike(114, 0x00800000, DIB_HEADER, DIB_BITS).data) == [(255, 0, 0, 128), (0, 0, 255, 128)]
    assert alike(114, 0x00FF0000, DIB_HEADER, DIB_BITS).data == BMP


def test_one_colour_may_be_clear() -> None:
    assert pixels(alike(116, BLUE, DIB_HEADER, DIB_BITS).data) == [(255, 0, 0, 255), (0, 0, 255, 0)]


def test_a_part_of_a_wider_mask_is_used() -> None:
    wider = struct.pack("<IiiHHIIiiII", 40, 4, 1, 1, 1, 0, 4, 0, 0, 2, 0) + MASK_HEADER[40:]
    mark = only(emf(blit(AND, 0, 0, 9, 9, wider, b"\x40\0\0\0"), blit(OR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS)))
    assert isinstance(mark, Bitmap)
    assert pixels(mark.data) == [(255, 0, 0, 255), (0, 0, 255, 0)]


@pytest.mark.parametrize(
    ("bad", "lacking"),
    [
        (blit(COPY, 0, 0, 9, 9, DIB_HEADER, b"") + blit(COPY, 0, 0, 9, 9, b"no header", DIB_BITS), "bitmap"),
        (blit(COPY, 0, 0, 9, 9, DIB_HEADER[:16] + b"\x09" + DIB_HEADER[17:], DIB_BITS), "bitmap"),
        (blit(XOR, 0, 0, 9, 9, DIB_HEADER, DIB_BITS), "mixing"),
        (blit(0x550009, 0, 0, 9, 9), "mixing"),
        (record(79, bytes(120)), "bitmap"),
        (record(72, bytes(40)), "region"),
    ],
)
def test_transfers_that_cannot_be_made_are_told(bad: bytes, lacking: str) -> None:
    made = sketch(emf(poly(3, *TRIANGLE), bad))
    assert isinstance(made.marks[0], Outline)
    assert len(made.marks) == 1
    assert lacking in made.lacks


def test_a_transfer_that_keeps_what_is_there_is_nothing() -> None:
    assert isinstance(only(emf(poly(3, *TRIANGLE), blit(0xAA0029, 0, 0, 9, 9, DIB_HEADER, DIB_BITS))), Outline)


# ---------------------------------------------------------------- texts


def test_a_text_in_its_font() -> None:
    dressed = (font(1, -12, "TH Sarabun New", 900, 700), ints(37, 1), ints(22, 24), ints(24, RED))
    mark = only(emf(*dressed, text("ครุฑ", 10, 20, [5, 6, 0, 7])))
    assert isinstance(mark, Words)
    assert (mark.text, mark.x, mark.y, mark.colour, mark.advances) == ("ครุฑ", 10, 20, "FF0000", (5, 6, 0, 7))
    assert (mark.font.family, mark.font.height, mark.font.bold, mark.font.turn) == ("TH Sarabun New", -12, True, -90)
    assert (mark.across, mark.down) == ("left", "baseline")


def test_a_text_is_aligned_and_stands_on_its_ground() -> None:
    box = (1, 2, 9, 8)
    made = sketch(emf(ints(25, BLUE), ints(22, 6), text("ก", 5, 5, [4], 6, box)))
    ground, words = made.marks
    assert isinstance(ground, Outline)
    assert isinstance(words, Words)
    assert (ground.fill, ground.path[0], ground.path[2]) == ("0000FF", ("m", 1, 2), ("l", 9, 8))
    assert (words.across, words.down, words.ground) == ("center", "top", "0000FF")
    assert [clip.path for clip in words.clips] == [ground.path]


def test_texts_may_follow_the_current_point() -> None:
    first, second = sketch(emf(ints(22, 1), ints(27, 3, 4), text("ก", 50, 50, [7]), text("ข", 50, 50, [7]))).marks
    assert isinstance(first, Words)
    assert isinstance(second, Words)
    assert [(mark.x, mark.y) for mark in (first, second)] == [(3, 4), (10, 4)]


def test_text_of_glyph_numbers_is_left_out_and_told() -> None:
    made = sketch(emf(text("ก", 5, 5, [4], 0x10), ints(43, 0, 0, 9, 9)))
    assert len(made.marks) == 1
    assert made.lacks == {"text"}


def test_short_texts() -> None:
    head = struct.pack("<iiIIIff", 5, 6, 2, 0x300, 1, 1.0, 1.0)
    mark = only(emf(record(108, head + b"ab")))
    assert isinstance(mark, Words)
    assert (mark.text, mark.x, mark.y, mark.advances) == ("ab", 5, 6, ())
    wide = struct.pack("<iiIIIff4i", 5, 6, 1, 4, 1, 1.0, 1.0, 1, 2, 3, 4) + "ก".encode("utf-16-le")
    clipped = only(emf(record(108, wide)))
    assert isinstance(clipped, Words)
    assert (clipped.text, clipped.clips[0].path[2]) == ("ก", ("l", 3, 4))


def test_text_in_a_path_is_told() -> None:
    made = sketch(emf(poly(3, *TRIANGLE), ints(59), text("ก", 5, 5, [4]), ints(60)))
    assert (len(made.marks), made.lacks) == (1, {"text"})
