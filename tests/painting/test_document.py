"""The file around the pages: facts, outline, destinations, labels, fonts, equal bytes."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from ita_docs.pages.facts import Facts
from ita_docs.pages.model import Destination, LinkArea, OutlineEntry, Picture
from ita_docs.painting.archival import srgb_profile
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .fonts import compact_font
from .images import png
from .layouts import A4, face, layout, line, page, paragraph, runs, written
from .reading import BREAK, opened, picture, said

FACTS = Facts("บันทึก <ก> & ข", "สมหญิง ใจดี", "เรื่องหนึ่ง", "คำ, สำคัญ", datetime(2024, 6, 26, 9, 30))


def test_facts_are_said_twice_alike() -> None:
    with opened(paint(layout(page(), facts=FACTS))) as document:
        info = document.docinfo
        with document.open_metadata() as xmp:
            assert str(info.Title) == xmp["dc:title"] == FACTS.title
            assert [str(info.Author)] == xmp["dc:creator"] == [FACTS.author]
            assert str(info.Subject) == xmp["dc:description"] == FACTS.subject
            assert str(info.Keywords) == xmp["pdf:Keywords"] == FACTS.keywords
            assert xmp["xmp:CreateDate"] == "2024-06-26T09:30:00Z"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.Root.Lang) == "th"


def test_a_time_of_a_zone_is_universal_in_the_file() -> None:
    there = datetime(2024, 6, 26, 16, 30, tzinfo=timezone(timedelta(hours=7)))
    assert there.astimezone(UTC).hour == 9
    with opened(paint(layout(page(), facts=Facts(created=there)))) as document:
        assert str(document.docinfo.CreationDate) == "D:20240626093000Z"


def test_no_facts_no_time_no_title() -> None:
    with opened(paint(layout(page()))) as document:
        assert set(document.docinfo.keys()) == {"/Creator", "/Producer"}
        assert not document.Root.ViewerPreferences.DisplayDocTitle
    with opened(paint(layout(page(), facts=FACTS), PaintOptions(title="อื่น", language="en"))) as document:
        assert str(document.docinfo.Title) == "อื่น"
        assert str(document.Root.Lang) == "en"


def test_control_characters_in_facts_do_not_break_the_metadata() -> None:
    with opened(paint(layout(page(), facts=Facts("ก\x00ข\x0b", "\ud800")))) as document:
        assert str(document.docinfo.Title) == "กข"
        with document.open_metadata() as xmp:
            assert xmp["dc:title"] == "กข"


def test_the_outline_follows_the_levels() -> None:
    entries = [(1, "หนึ่ง", 0), (2, "หนึ่ง.๑", 0), (4, "ลึก", 1), (2, "หนึ่ง.๒", 1), (1, "สอง", 1), (3, "ข้าม", 7)]
    outline = tuple(OutlineEntry(level, title, Destination(at, 72.0, 100.0)) for level, title, at in entries)
    with opened(paint(layout(page(), page(), outline=outline))) as document:
        with document.open_outline() as read:
            got = [
                (top.title, [(low.title, [each.title for each in low.children]) for low in top.children])
                for top in read.root
            ]
        # The entry for a page that is not there leads nowhere and is left out.
        assert got == [("หนึ่ง", [("หนึ่ง.๑", ["ลึก"]), ("หนึ่ง.๒", [])]), ("สอง", [])]
        first = document.Root.Outlines.First
        assert first.Dest[0].objgen == document.pages[0].objgen
        assert float(first.Dest[3]) == pytest.approx(A4[1] - 100)
        assert document.Root.Outlines.Count == 5
        assert first.Count == 3


def test_links_and_named_destinations() -> None:
    links = tuple(
        LinkArea(10.0 * at, 0, 10, 18, target) for at, target in enumerate(("#ที่นี่", "#หายไป", "https://example.org/"))
    )
    first = page(paragraph([line(runs(["กขค"]), links=links)]))
    with opened(paint(layout(first, page(), destinations={"ที่นี่": Destination(1, 72, 200)}))) as document:
        annotations = list(document.pages[0].Annots)
        assert len(annotations) == 2
        assert annotations[0].Dest[0].objgen == document.pages[1].objgen
        assert [round(float(corner)) for corner in annotations[0].Rect] == [72, 752, 82, 770]
        assert str(annotations[1].A.URI) == "https://example.org/"
        names = document.Root.Names.Dests.Names
        assert bytes(names[0]) == "ที่นี่".encode()
        assert float(names[1][3]) == pytest.approx(A4[1] - 200, abs=0.01)


def test_page_labels() -> None:
    with opened(paint(layout(page(label="ก"), page(), page(label="๓")))) as document:
        assert [each.label for each in document.pages] == ["ก", "2", "๓"]
    with opened(paint(layout(page(), page()))) as document:
        assert "/PageLabels" not in document.Root


def test_no_pages_at_all_is_a_file() -> None:
    with opened(paint(layout())) as document:
        assert len(document.pages) == 0


def test_equal_layouts_are_equal_bytes_in_any_process() -> None:
    code = (
        "import sys; from hashlib import sha256\n"
        "from tests.painting.test_document import everything\n"
        "print(sha256(everything()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert everything() == everything()


def everything(options: PaintOptions | None = None) -> bytes:
    """A document of many things."""
    boxes = (
        written(["ที่ น้ำ", "abc"]),
        written(["หนา"], face=face("THSarabunNew-Bold.ttf")),
        Picture(9, 9, 9, 9, png("RGBA")),
    )
    return paint(layout(page(*boxes, label="๑"), facts=FACTS, destinations={"ก": Destination(0, 0, 0)}), options)


def test_uncompressed_content_can_be_read() -> None:
    assert b" Tm" in everything(PaintOptions(compress=False))
    assert len(everything()) < len(everything(PaintOptions(compress=False)))


def test_a_font_is_embedded_once_and_only_with_its_glyphs() -> None:
    boxes = (written(["กขค"]), written(["กขค"], face=face(family="TH Sarabun New")), written(["ง"], size=30.0))
    with opened(paint(layout(page(*boxes), page(*boxes)))) as document:
        programs = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Length1" in each]
        assert len(programs) == 1
        assert int(programs[0].Length1) < 6000
        font = document.pages[0].Resources.Font.F1
        assert str(font.BaseFont)[7:] == "+THSarabunNew"
        assert font.DescendantFonts[0].W[1][0] == 386


def test_a_font_of_cff_outlines_looks_and_copies_alike() -> None:
    text = ["กขคaก", "aขa"]
    compact = face("compact", family="Compact", data=compact_font(face(), "กขคa"))
    pdf, own = (paint(layout(page(written(text, face=each, size=40.0)))) for each in (compact, face()))
    assert said(pdf).split(BREAK) == text
    ours, theirs = (picture(each, scale=2).convert("L") for each in (pdf, own))
    ink = [sum(1 for level in image.tobytes() if level < 128) for image in (ours, theirs)]
    assert ink[0] == pytest.approx(ink[1], rel=0.03)
    with opened(pdf) as document:
        font = document.pages[0].Resources.Font.F1
        assert str(font.DescendantFonts[0].Subtype) == "/CIDFontType0"
        assert str(font.DescendantFonts[0].FontDescriptor.FontFile3.Subtype) == "/CIDFontType0C"


@pytest.mark.parametrize("table", [b"glyf", b"loca", b"head", b"hmtx", b"maxp", b"hhea", b"post"])
def test_a_font_with_a_damaged_table_is_no_crash(table: bytes) -> None:
    data = bytearray(face().data)
    entry = data.index(table, 12)
    start, length = (int.from_bytes(data[entry + at : entry + at + 4], "big") for at in (8, 12))
    for damage in (b"\xff" * length, bytes(length)):
        data[start : start + length] = damage
        typeface = face(
            "damaged", family=f"{table!r}{damage[:1]!r}", data=bytes(data), ascent=0.8, descent=0.2, gap=0.0
        )
        with opened(paint(layout(page(written(["กขค"], face=typeface))))) as document:
            assert len(document.pages) == 1


@pytest.mark.parametrize("pdfa", ["1b", "2b", "3b"])
def test_an_archival_file_says_so_and_which_colours_it_means(pdfa: str) -> None:
    pdf = everything(PaintOptions(pdfa=pdfa))  # type: ignore[arg-type]
    with opened(pdf) as document:
        with document.open_metadata() as xmp:
            assert xmp.pdfa_status == pdfa.upper()
        intent = document.Root.OutputIntents[0]
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()
        assert document.pdf_version == ("1.4" if pdfa == "1b" else "1.7")
        descriptor = document.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
        assert ("/CIDSet" in descriptor) == (pdfa == "1b")
    # ISO 19005-1, 6.1.7: the data of a stream ends before an end of line, and is as long as it says.
    assert pdf.count(b"\nendstream") == pdf.count(b"endstream")


def test_the_colour_profile_is_one_that_others_read() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    assert profile.profile.version == 2.1
    assert profile.profile.profile_description == "sRGB"
    to_srgb = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    colours = Image.new("RGB", (2, 1))
    colours.putpixel((0, 0), (200, 100, 50))
    colours.putpixel((1, 0), (10, 250, 128))
    got = ImageCms.applyTransform(colours, to_srgb)
    assert got is not None
    for at, colour in ((0, (200, 100, 50)), (1, (10, 250, 128))):
        assert all(abs(a - b) <= 3 for a, b in zip(got.getpixel((at, 0)), colour, strict=True))
