"""Photos from phones: upright, no finer than paper shows, without what the camera noted."""

from __future__ import annotations

import io
import random
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from PIL import Image

from ita_docs import Template
from ita_docs.painting.pdf import to_pdf
from ita_docs.problems import TemplateError
from ita_docs.word import photos
from ita_docs.word.documents import shown
from tests.painting.images import QUARTERS, png
from tests.photos import TURNS, photo

from .templates import paragraphs


def filled(path: Path, tag: str = "{{ photo }}") -> bytes:
    return Template(paragraphs(tag), show=shown).fill({"photo": path})


def put(folder: Path, data: bytes, name: str = "รูป.jpg") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def inside(made: bytes) -> tuple[str, bytes]:
    """The one picture of a document: its part and bytes."""
    (part,) = docx.Document(io.BytesIO(made)).part.package.image_parts
    return str(part.partname), part.blob


def colours(image: Image.Image) -> dict[tuple[int, int], tuple[int, int, int]]:
    wide, high = image.size
    rgb = image.convert("RGB")
    return {
        (column, row): rgb.getpixel((wide * (1 + 2 * column) // 4, high * (1 + 2 * row) // 4))
        for column, row in QUARTERS
    }


def stands_upright(image: Image.Image, slack: int = 12) -> bool:
    seen = colours(image)
    return all(abs(a - b) <= slack for at, colour in QUARTERS.items() for a, b in zip(colour, seen[at], strict=True))


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("size", [(60, 40), (3000, 2000)])
def test_every_orientation_stands_upright(tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    path = put(tmp_path, photo(*size, orientation=orientation))
    made = filled(path, "{{ photo|picture(width=3) }}")
    _, data = inside(made)
    with Image.open(io.BytesIO(data)) as image:
        assert stands_upright(image)
        assert image.width / image.height == pytest.approx(1.5, abs=0.02)
        assert not image.getexif()
    (shape,) = docx.Document(io.BytesIO(made)).inline_shapes
    assert shape.width / shape.height == pytest.approx(1.5, abs=0.01)


def test_it_stands_upright_in_the_pdf(tmp_path: Path) -> None:
    import pypdfium2

    made = to_pdf(filled(put(tmp_path, photo(600, 400, orientation=6)), "{{ photo|picture(width=6) }}"))
    page = pypdfium2.PdfDocument(made.data)[0]
    (picture,) = page.get_objects([3])
    left, bottom, right, top = picture.get_bounds()
    seen = page.render(scale=2).to_pil()
    box = (round(2 * left), round(seen.height - 2 * top), round(2 * right), round(seen.height - 2 * bottom))
    assert stands_upright(seen.crop(box))


def test_a_large_photo_is_as_fine_as_print_and_no_finer(tmp_path: Path) -> None:
    _, data = inside(filled(put(tmp_path, photo(4000, 3000)), "{{ photo|picture(width=12.7) }}"))
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, image.info["dpi"]) == ("JPEG", (1100, 825), (220, 220))


def test_a_small_photo_is_not_enlarged_and_keeps_its_pixels(tmp_path: Path) -> None:
    before = photo(600, 400, dpi=(96, 96))
    part, data = inside(filled(put(tmp_path, before, "a.JPG"), "{{ photo|picture(width=12) }}"))
    assert part.endswith(".jpg")
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(data)) as other:
        assert one.tobytes() == other.tobytes()
        assert one.info["dpi"] == other.info["dpi"] == (96, 96)
    assert b"Exif" in before
    assert b"Exif" not in data


def test_what_needs_no_change_keeps_its_bytes(tmp_path: Path) -> None:
    plain = io.BytesIO()
    Image.new("RGB", (90, 60)).save(plain, "JPEG")
    for data in (plain.getvalue(), png("RGBA"), photo(3000, 2000, kind="PNG")):
        assert inside(filled(put(tmp_path, data), "{{ photo|picture(width=2) }}"))[1] == data


def test_a_photo_saved_as_png_is_scaled_where_it_is_far_too_large(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.frombytes("RGB", (900, 600), random.Random(1).randbytes(1_620_000)).save(data, "PNG")
    part, kept = inside(filled(put(tmp_path, data.getvalue(), "a.png"), "{{ photo|picture(width=3) }}"))
    assert part.endswith(".jpg")
    assert len(kept) < 100_000 < len(data.getvalue())


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("JPEG", "CMYK", "JPEG"),
        ("JPEG", "L", "JPEG"),
        ("GIF", "P", "PNG"),
        ("BMP", "RGB", "PNG"),
        ("TIFF", "RGB", "PNG"),
        ("TIFF", "CMYK", "PNG"),
        ("WEBP", "RGB", "PNG"),
    ],
)
def test_every_format_becomes_one_that_word_opens(tmp_path: Path, kind: str, mode: str, expected: str) -> None:
    path = put(tmp_path, photo(kind=kind, mode=mode), "a.bin")
    _, data = inside(filled(path))
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.mode) == (expected, "L" if mode == "L" else "RGB")
        assert mode == "L" or stands_upright(image, 130 if mode == "CMYK" else 40)


def test_the_same_file_and_size_is_made_once_and_gives_the_same_bytes(tmp_path: Path) -> None:
    path = put(tmp_path, photo(3000, 2000, orientation=8))
    with patch.object(photos, "_redrawn", side_effect=photos._redrawn) as made:
        one = filled(path, "{{ photo|picture(width=4) }} {{ photo|picture(width=4) }}")
        assert made.call_count == 1
        assert filled(path, "{{ photo|picture(width=4) }} {{ photo|picture(width=4) }}") == one
        assert made.call_count == 1
        filled(path, "{{ photo|picture(width=3) }}")
        assert made.call_count == 2


def test_a_picture_is_described(tmp_path: Path) -> None:
    template = Template(paragraphs("{{ photo|picture(width=4, description=said) }}"), show=shown)
    made = template.fill({"photo": put(tmp_path, photo()), "said": 'ภาพ "ก"\n<ข> & id="9"'})
    (shape,) = docx.Document(io.BytesIO(made)).inline_shapes
    assert shape._inline.docPr.get("descr") == 'ภาพ "ก" <ข> & id="9"'


def test_a_photo_that_cannot_be_decoded_is_a_problem_that_names_it(tmp_path: Path) -> None:
    whole = photo(3000, 2000)
    broken = photo(3000, 2000, kind="TIFF", compression="tiff_lzw")
    for data in (whole[:9000], broken[:3000], b"\xff\xd8\xff"):
        with pytest.raises(TemplateError) as caught:
            filled(put(tmp_path, data), "{{ photo|picture(width=4) }}")
        (said,) = caught.value.problems
        assert said.code == "damaged-picture"
        assert "รูป.jpg" in said.message


def test_a_small_picture_starts_without_pillow(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = put(tmp_path, photo(60, 40))
    program = (
        "import sys; from pathlib import Path; from ita_docs.word.photos import ready; "
        f"ready(Path({str(path)!r}), 914400, 609600); assert 'PIL' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
