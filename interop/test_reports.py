"""Annual reports in programs that no one here wrote: contents, charts, photos, archival files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

import ita_docs

from . import ROOT, sample
from .conftest import Laid, command
from .matching import Placed
from .measures import MM
from .numbering import arabic
from .office import run
from .pages import Picture, pictures_of, squeezed
from .test_binding import BOUND
from .test_pdfa import faults

LISTS = {"TOC": r"TOC\d", "ตาราง": "TableofFigures", "ภาพ": "TableofFigures"}
"""What lines of a list begin with, but for contents; their style."""
PHOTOS = 0.1
"""How far a photo on paper may be from its file: the mean of the differences of all points, 1 being black to white."""


def office(laid: dict[str, list[Laid]], kind: str, ref: str = "NKP") -> Laid:
    return next(item for item in laid[kind] if item.ref == ref)


def listed(item: Laid) -> Iterator[list[tuple[str, str]]]:
    """Of each list of a document the lines: text without spaces, and the page's number as it is written there."""
    for word, style in LISTS.items():
        lines = [one.paragraph.text for one in item.matching.placed if re.fullmatch(style, one.paragraph.style)]
        parted = [line.rpartition("\t") for line in lines if word == "TOC" or line.startswith(word)]
        yield [(squeezed(text), arabic(number)) for text, _, number in parted]


def headings(item: Laid) -> list[Placed]:
    """What the lists may name: paragraphs outside tables that are no lines of a list."""
    lines = "|".join(LISTS.values())
    return [
        one
        for one in item.matching.placed
        if one.words and not one.paragraph.in_table and not re.fullmatch(lines, one.paragraph.style)
    ]


def number(item: Laid, page: int) -> str:
    """The number that LibreOffice prints at the foot of a page."""
    return arabic("".join(word.text for word in item.matching.feet[page]))


@pytest.mark.parametrize("kind", BOUND)
def test_every_line_names_the_page_of_its_heading(laid: dict[str, list[Laid]], kind: str) -> None:
    """Contents, tables and figures: each heading in its turn, on the page with that number.

    LibreOffice drops the space above a chart that begins a page, and tears a row of two lines though its paragraph may
    not stand alone: then a page may hold a heading more, and of ten lines one may name the page behind.
    """
    wrong = []
    total = 0
    assert len(next(listed(office(laid, kind)))) > 10
    for item in laid[kind]:
        for lines in listed(item):
            rest = iter(headings(item))
            total += len(lines)
            for text, label in lines:
                there = next((one for one in rest if squeezed(one.paragraph.text) == text), None)
                page = None if there is None else number(item, there.words[0].page)
                if page != label:
                    wrong.append((item.ref, text, label, page))
    assert len(wrong) <= total / 10, wrong
    assert [one for one in wrong if not one[3] or int(one[2]) - int(one[3]) != 1] == []


def test_the_longest_report_has_all_three_lists(laid: dict[str, list[Laid]]) -> None:
    """None of its headings and captions is left out of them; front matter is numbered by letters."""
    item = office(laid, "measure_report")
    contents, tables, figures = listed(item)
    assert contents[0][1] == "ก"
    styles = [(one.paragraph.style, squeezed(one.paragraph.text)) for one in headings(item)]
    assert [text for style, text in styles if re.fullmatch(r"Heading\d", style)] == [
        text for text, _ in contents if text in {text for style, text in styles if re.fullmatch(r"Heading\d", style)}
    ]
    assert [text for style, text in styles if style == "TableCaption"] == [text for text, _ in tables]
    assert [text for style, text in styles if style == "Caption"] == [text for text, _ in figures]


@pytest.mark.parametrize("kind", ["measure_report", "measures", "score_card"])
def test_charts_have_all_their_labels(laid: dict[str, list[Laid]], kind: str) -> None:
    """Where there are captions, on the pages of these; none lies outside the text, or over another.

    That every label is there, the matching has said.
    """
    seen = 0
    for item in laid[kind]:
        assert item.matching.faults == []
        drawn = {page: words for page, words in item.matching.drawn.items() if words}
        seen += len(drawn)
        captions = {one.words[0].page for one in headings(item) if one.paragraph.style == "Caption"}
        assert set(drawn) == (captions if kind != "score_card" else {1}), item.ref
        for page, words in drawn.items():
            sheet = item.pages[page - 1]
            assert all(0 < word.left <= word.right < sheet.width and word.bottom < sheet.height for word in words)
            pairs = [(one, two) for at, one in enumerate(words) for two in words[at + 1 :] if one.text != two.text]
            over = [
                (item.ref, one.text, two.text)
                for one, two in pairs
                if min(one.right, two.right) - max(one.left, two.left) > MM
                and min(one.bottom, two.bottom) - max(one.top, two.top) > one.height / 2
            ]
            assert over == []
    assert seen >= 3


def test_photos_are_upright(laid: dict[str, list[Laid]], tmp_path: Path) -> None:
    """Each stands on LibreOffice's page as its file is to be looked at, in the order of the sheet, with its caption."""
    from openpyxl import load_workbook
    from PIL import Image, ImageOps

    item = office(laid, "measure_report")
    heads, *rows = load_workbook(sample("measure_report"))["ภาพ"].iter_rows(values_only=True)
    code, file = heads.index("รหัส"), heads.index("แฟ้ม")
    names = [str(row[file]) for row in rows if row[code] == "NKP"]
    pages = sorted({one.words[0].page for one in item.matching.placed if one.paragraph.style == "PhotoCaption"})
    pictures = [one for one in pictures_of(item.pdf, tmp_path) if one.page in pages]
    shown = sorted(pictures, key=lambda one: (one.page, round(one.top), one.left))
    assert len(shown) == len(names) > 2
    for name, picture in zip(names, shown, strict=True):
        upright = ImageOps.exif_transpose(Image.open(ROOT / "samples" / name))
        assert picture.width / picture.height == pytest.approx(upright.width / upright.height, rel=0.02), name
        there = printed(item.pdf, picture, tmp_path)
        unlike = [apart(there, upright.rotate(turn, expand=True)) for turn in (0, 90, 180, 270)]
        assert unlike[0] < PHOTOS, (name, unlike)
        assert unlike[0] == min(unlike), (name, unlike)


def printed(pdf: Path, picture: Picture, folder: Path) -> object:
    """A picture as it stands on the paper."""
    from PIL import Image

    page = str(picture.page)
    run(["pdftoppm", "-r", "72", "-png", "-singlefile", "-f", page, "-l", page, str(pdf), str(folder / page)])
    right, bottom = picture.left + picture.width, picture.top + picture.height
    return Image.open(folder / f"{page}.png").crop(
        (round(picture.left), round(picture.top), round(right), round(bottom))
    )


def apart(one: object, other: object) -> float:
    """How far two pictures are from each other, 0 to 1."""
    from PIL import ImageChops, ImageStat

    small = [picture.convert("RGB").resize((24, 24)) for picture in (one, other)]  # type: ignore[attr-defined]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3 / 255


def test_a_report_with_charts_and_photos_is_archival(tmp_path: Path) -> None:
    """As PDF/A-1b, PDFBox finds nothing; as 2b, which it does not know, only that the file says so, and no CIDSet."""
    row = ("--only", "รหัส=NKP")
    found = {}
    for level in ("1b", "2b"):
        made = command(
            "measure_report", sample("measure_report"), *row, "--pdf", "--pdfa", level, folder=tmp_path / level
        )
        file = made.out / str(made.report["made"][0]["pdf"])
        found[level] = faults(file)
        with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (level[0], "B")
            assert (pdf.check_pdf_syntax(), pdf.get_warnings()) == ([], [])
    assert found["1b"] == []
    assert [line for line in found["2b"] if not re.search("CIDSet entry is missing|must be 1$", line)] == found["2b"][
        :1
    ]


def test_its_pages_are_as_many_in_our_pdf(laid: dict[str, list[Laid]]) -> None:
    item = office(laid, "measure_report")
    assert ita_docs.to_pdf(item.docx).pages == len(item.pages) > 25
