"""Pictures in a PDF: how they are embedded, and how they look."""

from __future__ import annotations

import struct
import zlib

import pikepdf
import pytest

from ita_docs.pages.model import Picture
from ita_docs.painting import pictures
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint
from ita_docs.painting.png import rows_of
from ita_docs.problems import Problem

from .images import QUARTERS, file, png
from .layouts import layout, page
from .reading import opened, picture

Colour = tuple[int, int, int]


def near(one: Colour, other: Colour, slack: int = 40) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(one, other, strict=True))


def shown(box: Picture, options: PaintOptions | None = None) -> dict[tuple[int, int], Colour]:
    """The colours in the middle of the four quarters of a picture's box at (100, 100)."""
    image = picture(paint(layout(page(box)), options), scale=2)
    quarters = ((column, row) for column in (0, 1) for row in (0, 1))
    return {
        (column, row): image.getpixel(
            (
                round(2 * (100 + box.width * (0.25 + column / 2))),
                round(2 * (100 + box.height * (0.25 + row / 2))),
            )
        )
        for column, row in quarters
    }


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("RGB", "JPEG"),
        ("P", "GIF"),
        ("RGB", "BMP"),
        ("RGB", "TIFF"),
        ("CMYK", "TIFF"),
        ("CMYK", "JPEG"),
    ],
)
@pytest.mark.parametrize("pdfa", [None, "1b"])
def test_every_format_shows_its_colours(mode: str, kind: str, pdfa: str | None) -> None:
    got = shown(Picture(100, 100, 80, 60, file(mode, kind)), PaintOptions(pdfa=pdfa))  # type: ignore[arg-type]
    for quarter, colour in QUARTERS.items():
        assert near(got[quarter], colour, 115 if mode == "CMYK" else 10), (quarter, got)


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "PNG"), ("1", "PNG"), ("L", "JPEG"), ("1", "TIFF"), ("I;16", "PNG"), ("F", "TIFF")]
)
def test_grey_pictures(mode: str, kind: str) -> None:
    got = shown(Picture(100, 100, 80, 60, file(mode, kind)))
    assert near(got[1, 1], (255, 255, 255), 5)
    assert all(abs(red - blue) < 3 for red, _, blue in got.values())


def test_a_jpeg_is_embedded_untouched() -> None:
    data = file("RGB", "JPEG")
    with opened(paint(layout(page(Picture(0, 0, 10, 10, data))))) as document:
        image = document.pages[0].Resources.XObject.I1
        assert image.read_raw_bytes() == data
        assert image.Filter == pikepdf.Name.DCTDecode


@pytest.mark.parametrize("mode", ["RGB", "P", "L", "1"])
def test_the_rows_of_an_opaque_png_are_embedded_untouched(mode: str) -> None:
    data = png(mode)
    with opened(paint(layout(page(Picture(0, 0, 10, 10, data))))) as document:
        image = document.pages[0].Resources.XObject.I1
        assert image.read_raw_bytes() in data
        assert image.DecodeParms.Predictor == 15


@pytest.mark.parametrize("damage", [b"", b"\x07" * 99])
def test_rows_that_are_not_sound_are_not_embedded(damage: bytes) -> None:
    data = png()
    at = data.index(b"IDAT") + 4
    rows = zlib.compress(damage)
    broken = (
        data[: at - 8] + struct.pack(">I", len(rows)) + b"IDAT" + rows + struct.pack(">I", zlib.crc32(b"IDAT" + rows))
    )
    assert rows_of(broken + data[-12:], 10**6) is None
    assert rows_of(data, 10**6) is not None
    assert rows_of(data, 10) is None


def test_the_same_picture_is_one_object() -> None:
    pages = [page(Picture(0, 0, 10, 10, png()), Picture(50, 0, 10, 10, bytes(bytearray(png())))) for _ in range(3)]
    with opened(paint(layout(*pages))) as document:
        images = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert len(images) == 1


def test_pictures_are_encoded_once_a_batch_and_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def encode(data: bytes, opaque: bool) -> pictures.Encoded:
        asked.append(data)
        return pictures.Encoded(1, 1, (), bytes(400), None)

    monkeypatch.setattr(pictures, "encode", encode)
    monkeypatch.setattr(pictures, "REMEMBERED", 1000)
    memory = pictures._Memory()
    for data in (b"a", b"b", b"a", b"c", b"a", b"b"):
        memory.encoded(data, False)
    assert asked == [b"a", b"b", b"c", b"b"]
    memory.encoded(b"a", True)
    assert asked[-1] == b"a"


def test_transparency_shines_through_or_is_laid_on_white() -> None:
    box = Picture(100, 100, 80, 60, png("RGBA"))
    plain, archived = shown(box), shown(box, PaintOptions(pdfa="1b"))
    assert near(plain[1, 0], (127, 191, 127), 8)
    assert near(archived[1, 0], (127, 191, 127), 8)
    with opened(paint(layout(page(box)))) as document:
        assert "/SMask" in document.pages[0].Resources.XObject.I1
    with opened(paint(layout(page(box)), PaintOptions(pdfa="1b"))) as document:
        assert "/SMask" not in document.pages[0].Resources.XObject.I1


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"turn": 90.0}, {(0, 0): (0, 1), (1, 0): (0, 0), (1, 1): (1, 0), (0, 1): (1, 1)}),
        ({"turn": 180.0}, {(0, 0): (1, 1), (1, 1): (0, 0), (1, 0): (0, 1), (0, 1): (1, 0)}),
        ({"flip": (True, False)}, {(0, 0): (1, 0), (1, 0): (0, 0), (0, 1): (1, 1), (1, 1): (0, 1)}),
        ({"flip": (False, True)}, {(0, 0): (0, 1), (0, 1): (0, 0), (1, 0): (1, 1), (1, 1): (1, 0)}),
        # Mirrored in its own frame, then turned.
        ({"flip": (True, False), "turn": 90.0}, {(0, 0): (1, 1), (1, 0): (1, 0), (0, 1): (0, 1), (1, 1): (0, 0)}),
        ({"crop": (0.5, 0.5, 0.0, 0.0)}, dict.fromkeys(QUARTERS, (1, 1))),
        ({"crop": (0.0, 0.0, 0.5, 0.5)}, dict.fromkeys(QUARTERS, (0, 0))),
    ],
)
def test_turned_mirrored_cropped(how: dict[str, object], expected: dict[tuple[int, int], tuple[int, int]]) -> None:
    got = shown(Picture(100, 100, 80, 80, png(), **how))  # type: ignore[arg-type]
    for place, quarter in expected.items():
        assert near(got[place], QUARTERS[quarter]), (place, got)


def test_nothing_of_a_cropped_picture_shows_outside_its_box() -> None:
    image = picture(paint(layout(page(Picture(100, 100, 40, 40, png(), crop=(0.0, 0.0, 0.5, 0.5))))))
    assert image.getpixel((160, 120)) == image.getpixel((120, 160)) == (255, 255, 255)


def bomb(side: int) -> bytes:
    """A PNG that says it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [b"", b"garbage", png()[:60], file("RGB", "JPEG")[:200], file("P", "GIF")[:30], bomb(20_000), bomb(11_000)],
    ids=["empty", "garbage", "short png", "short jpeg", "short gif", "bomb", "large"],
)
def test_a_picture_that_cannot_be_read_is_a_grey_frame_and_a_problem(data: bytes) -> None:
    problems: list[Problem] = []
    box = Picture(100, 100, 80, 60, data)
    pdf = paint(layout(page(box)), None, problems)
    assert [each.code for each in problems] == ["unsupported-feature"]
    assert "หน้า 1" in problems[0].message
    assert "page 1" in problems[0].worded("en").message
    assert near(picture(pdf).getpixel((140, 130)), (238, 238, 238), 2)


def test_a_picture_of_no_size_or_cropped_away_is_no_crash() -> None:
    boxes = (Picture(0, 0, 0, 0, png()), Picture(0, 0, 9, 9, png(), crop=(0.6, 0.0, 0.6, 0.0)))
    with opened(paint(layout(page(*boxes)))) as document:
        assert len(document.pages) == 1
