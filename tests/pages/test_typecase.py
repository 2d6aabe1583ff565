"""Which typeface stands for a family, and the index of installed fonts."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_docs import resources
from ita_docs.pages.font_table import embedded_fonts, font_table, revealed
from ita_docs.pages.package import Package
from ita_docs.pages.typecase import Typecase
from ita_docs.resources import InstalledFonts, family_key, fonts_folder, installed_fonts

FONTS = fonts_folder()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KEY = "{302EE813-EB4A-4642-A93A-89EF99B2457E}"


@pytest.fixture(autouse=True)
def _bare_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No font is installed."""
    monkeypatch.setattr(resources, "system_font_folders", tuple)
    installed_fonts.cache_clear()
    yield
    installed_fonts.cache_clear()


def renamed(file: str, old: str, new: str) -> bytes:
    """A font file of ours whose family goes by another name of the same length."""
    data = (FONTS / file).read_bytes()
    before, after = old.encode("utf-16-be"), new.encode("utf-16-be")
    assert len(before) == len(after)
    assert before in data
    return data.replace(before, after).replace(old.encode(), new.encode())


# ---------------------------------------------------------------- stand-ins


@pytest.mark.parametrize("name", ["TH SarabunPSK", "TH Sarabun PSK", "THSarabunPSK", "th sarabunpsk"])
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_psk_is_drawn_with_new_on_its_own_lines(name: str, bold: bool, italic: bool) -> None:
    face = Typecase().face(name, bold, italic)
    assert (face.family, face.drawn) == (name, "TH Sarabun New")
    assert 16 * (face.ascent + face.descent + face.gap) == pytest.approx(18.08)
    assert (face.bold, face.slanted) == (False, False)
    assert ("Bold" in face.path.stem, "Italic" in face.path.stem) == (bold, italic)


@pytest.mark.parametrize("name", ["TH SarabunIT๙", "TH SarabunIT9", "TH Sarabun IT๙", "THSarabunIT๙"])
def test_it9_draws_thai_digits(name: str) -> None:
    case = Typecase()
    face = case.face(name)
    assert face.thai_digits
    assert 20 * (face.ascent + face.descent + face.gap) == pytest.approx(22.6)
    assert face.shape("9").glyphs == case.face("TH Sarabun New").shape("๙").glyphs


@pytest.mark.parametrize(
    ("name", "drawn", "height"),
    [
        ("TH Sarabun New", "TH Sarabun New", 1.331),
        ("Arial", "Liberation Sans", 1.14990),
        ("Times New Roman", "Liberation Serif", 1.14990),
        ("Courier New", "Liberation Mono", 1.13281),
        ("Calibri", "Carlito", 1.22070),
        ("Cambria", "Caladea", 1.172),
        ("Tahoma", "Liberation Sans", 1.207),
        ("Angsana New", "Liberation Serif", 1.353),
        ("AngsanaUPC", "Liberation Serif", 1.353),
        ("Cordia New", "Liberation Sans", 1.38623),
        ("TH Niramit AS", "TH Sarabun New", 1.331),
        ("Anything Mono", "Liberation Mono", 1.13281),
        ("Some Garamond", "Liberation Serif", 1.14990),
        ("Nobody Knows", "Liberation Sans", 1.14990),
        ("", "Liberation Serif", 1.14990),
    ],
)
def test_every_name_has_a_stand_in(name: str, drawn: str, height: float) -> None:
    face = Typecase().face(name)
    assert face.drawn == drawn
    assert face.ascent + face.descent + face.gap == pytest.approx(height, abs=1e-4)


def test_the_font_table_tells_the_class_of_a_stranger() -> None:
    case = Typecase(classes={"Nobody Knows": "roman", "Arial": "roman"})
    assert case.face("nobody knows").drawn == "Liberation Serif"
    assert case.face("Arial").drawn == "Liberation Sans"


def test_angsana_has_its_own_widths() -> None:
    case = Typecase()
    latin = case.face("Angsana New")
    thai = case.for_text(latin, "ก")
    assert latin.shape("a").width * latin.unit == pytest.approx(0.293, abs=1e-3)
    assert latin.shape(" ").width * latin.unit == pytest.approx(0.165, abs=1e-3)
    assert thai.shape("กำ").width * thai.unit == pytest.approx(0.396 + 0.285, abs=1e-3)
    bold = case.for_text(case.face("Angsana New", True), "ก")
    assert bold.shape("ก").width * bold.unit == pytest.approx(0.383, abs=1e-3)
    assert (thai.ascent, thai.descent) == (latin.ascent, latin.descent)


def test_styles_that_a_file_lacks_are_made() -> None:
    case = Typecase()
    plain, bold = case.face("DejaVu Sans"), case.face("DejaVu Sans", True, True)
    assert (plain.bold, plain.slanted) == (False, False)
    assert (bold.bold, bold.slanted) == (True, True)
    mono = case.face("Courier New", True, True)
    assert (mono.path.name, mono.bold, mono.slanted) == ("LiberationMono-Bold.ttf", False, True)


def test_a_face_is_found_once() -> None:
    case = Typecase()
    assert case.face("TH SarabunPSK") is case.face("TH SarabunPSK")
    # Another document shares it, and the words that it has shaped.
    assert Typecase().face("TH SarabunPSK") is case.face("TH SarabunPSK")
    assert case.face("TH SarabunPSK") is not case.face("TH Sarabun New")


# ---------------------------------------------------------------- fallback and problems


def test_characters_that_a_family_lacks() -> None:
    case = Typecase()
    psk = case.face("TH SarabunPSK", True)
    assert case.for_text(psk, "ก") is psk
    box = case.for_text(psk, "☐")
    assert (box.drawn, box.bold, box.family) == ("DejaVu Sans", True, "TH SarabunPSK")
    assert case.for_text(psk, "☐") is box
    arial = case.face("Arial", True)
    assert case.for_text(arial, "ก").path.name == "THSarabunNew-Bold.ttf"
    tahoma = case.for_text(case.face("Tahoma"), "ก")
    assert (tahoma.scale, tahoma.ascent) == (1.5, case.face("Tahoma").ascent)


def test_what_stood_in_is_told_with_its_characters() -> None:
    case = Typecase()
    new, psk, psk_bold = case.face("TH Sarabun New"), case.face("TH SarabunPSK"), case.face("TH SarabunPSK", True)
    case.note(new, 100)
    case.note(psk, 7)
    case.note(psk_bold, 5)
    case.note(psk, 3)
    case.for_text(psk, "☐")
    case.for_text(new, "☑")
    (told,) = case.problems()
    assert (told.code, told.severity, told.value) == ("font-substituted", "info", "TH SarabunPSK")
    assert told.detail == {"used": "TH Sarabun New, DejaVu Sans", "count": 15}
    assert "TH SarabunPSK" in told.message


def test_what_nothing_draws_is_told_once() -> None:
    case = Typecase()
    face = case.face("TH Sarabun New")
    assert case.for_text(face, "\U00012000") is face
    assert case.for_text(case.face("Arial"), "\U00012000") is case.face("Arial")
    (told,) = case.problems()
    assert (told.code, told.severity, told.value) == ("missing-glyph", "warning", "\U00012000")
    assert "U+12000" in told.message
    assert "TH Sarabun New" in told.worded("en").message


# ---------------------------------------------------------------- installed fonts


def test_an_installed_original_is_preferred(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "THSarabun.ttf").write_bytes(renamed("THSarabunNew.ttf", "TH Sarabun New", "TH SarabunPSK "))
    case = Typecase([tmp_path])
    face = case.face("TH SarabunPSK")
    assert face.path == tmp_path / "deep" / "THSarabun.ttf"
    case.note(face, 10)
    assert case.problems() == []
    bold = case.face("TH SarabunPSK", True)
    assert (bold.path, bold.bold) == (face.path, True)


def test_a_family_is_found_by_name_in_any_file(tmp_path: Path) -> None:
    shutil.copy(FONTS / "Caladea-Bold.ttf", tmp_path / "x1.TTF")
    shutil.copy(FONTS / "Caladea-Italic.ttf", tmp_path / "x2.otf")
    (tmp_path / "other.ttf").write_bytes(renamed("Caladea-Regular.ttf", "Caladea", "Unknown"))
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0\xff\xff")
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("no font")
    index = installed_fonts((tmp_path,))
    assert index is installed_fonts((tmp_path,))
    assert [(file.path.name, file.bold, file.italic) for file in index.family("caladea")] == [
        ("x1.TTF", True, False),
        ("x2.otf", False, True),
    ]
    (found,) = index.family("Unknown")
    assert (found.path.name, found.number, found.family) == ("other.ttf", 0, "Unknown")
    assert index.family("Nobody Knows") == ()
    assert Typecase([tmp_path]).face("unknown").drawn == "Unknown"


def test_fonts_of_a_collection(tmp_path: Path) -> None:
    parts = [(FONTS / name).read_bytes() for name in ("Caladea-Regular.ttf", "LiberationMono-Bold.ttf")]
    header = 12 + 4 * len(parts)
    starts, body = [], b""
    for part in parts:
        start = header + len(body)
        starts.append(start)
        part = bytearray(part)
        for index in range(int.from_bytes(part[4:6])):
            at = 12 + 16 * index + 8
            part[at : at + 4] = (int.from_bytes(part[at : at + 4]) + start).to_bytes(4)
        body += bytes(part)
    file = tmp_path / "two.ttc"
    file.write_bytes(b"ttcf" + struct.pack(">II2I", 0x10000, 2, *starts) + body)
    found = list(InstalledFonts((tmp_path,)).files())
    assert [(item.number, item.family, item.bold) for item in found] == [
        (0, "Caladea", False),
        (1, "Liberation Mono", True),
    ]


def test_a_character_is_fetched_from_an_installed_font(tmp_path: Path) -> None:
    shutil.copy(FONTS / "DejaVuSans.ttf", tmp_path / "a.ttf")
    # cuneiform is in no font of ours: the installed one is given a cmap that has it.
    data = bytearray((tmp_path / "a.ttf").read_bytes())
    cmap = b"\0\0\0\1\0\3\0\x0a\0\0\0\x0c" + struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x12000, 0x12000, 36)
    for index in range(int.from_bytes(data[4:6])):
        record = 12 + 16 * index
        if data[record : record + 4] == b"cmap":
            data[record + 8 : record + 16] = len(data).to_bytes(4) + len(cmap).to_bytes(4)
    (tmp_path / "a.ttf").write_bytes(bytes(data) + cmap)
    case = Typecase([tmp_path])
    face = case.for_text(case.face("TH SarabunPSK", True), "\U00012000")
    assert (face.path, face.bold, face.family) == (tmp_path / "a.ttf", True, "TH SarabunPSK")
    assert face.shape("\U00012000").glyphs == (36,)


def test_names_that_mean_one_family() -> None:
    assert family_key("TH SarabunIT๙") == family_key("THSarabunIT9") == family_key("th sarabun it๙")
    assert family_key("TH SarabunPSK") != family_key("TH Sarabun New")


def test_the_system_has_folders_that_exist(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Microsoft" / "Windows" / "Fonts").mkdir(parents=True)
    monkeypatch.setattr(resources.sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert resources.system_font_folders() == (tmp_path / "Fonts", tmp_path / "Microsoft" / "Windows" / "Fonts")
    monkeypatch.setattr(resources.sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".fonts").mkdir()
    assert tmp_path / ".fonts" in resources.system_font_folders()


# ---------------------------------------------------------------- fonts in the document


def document(fonts: str, files: dict[str, bytes]) -> Package:
    """A DOCX that has a font table and font files, the first related as rId1."""
    relation = f'<Relationships xmlns="{PACKAGE}">{{}}</Relationships>'
    one = '<Relationship Id="{}" Type="' + R + '/{}" Target="{}"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", relation.format(one.format("r1", "officeDocument", "word/document.xml")))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"/>')
        archive.writestr(
            "word/_rels/document.xml.rels", relation.format(one.format("r1", "fontTable", "fontTable.xml"))
        )
        archive.writestr("word/fontTable.xml", f'<w:fonts xmlns:w="{W}" xmlns:r="{R}">{fonts}</w:fonts>')
        related = "".join(one.format(f"rId{n}", "font", name) for n, name in enumerate(files, 1))
        archive.writestr("word/_rels/fontTable.xml.rels", relation.format(related))
        for name, data in files.items():
            archive.writestr(f"word/{name}", data)
    return Package(stream.getvalue())


def test_obfuscation_goes_both_ways() -> None:
    plain = bytes(range(100))
    hidden = revealed(plain, KEY)
    assert hidden[:32] != plain[:32]
    assert hidden[32:] == plain[32:]
    assert hidden[0] == 0x7E  # The last byte of the key comes first.
    assert revealed(hidden, KEY.lower().strip("{}")) == plain
    assert revealed(plain, "no key") == plain
    assert revealed(b"short", KEY) == b"short"


def test_a_font_in_the_document_is_used_first() -> None:
    font = renamed("Caladea-Bold.ttf", "Caladea", "Letters")
    package = document(
        '<w:font w:name="Letters"><w:family w:val="roman"/>'
        f'<w:embedBold r:id="rId1" w:fontKey="{KEY}"/><w:embedItalic r:id="rId2"/>'
        '<w:embedRegular r:id="rId9"/></w:font>'
        '<w:font w:name="Others"><w:family w:val="modern"/></w:font>',
        {"fonts/font1.odttf": revealed(font, KEY), "fonts/font2.odttf": b"damaged" * 20},
    )
    embedded = embedded_fonts(package)
    assert embedded == {("Letters", True, False): font}
    assert font_table(package).classes == {"Letters": "roman", "Others": "modern"}
    case = Typecase(embedded=embedded)
    face = case.face("letters", True)
    assert face.data == font
    assert (face.bold, face.slanted) == (False, False)
    assert case.face("Letters", True, True).slanted
    case.note(face, 10)
    assert case.problems() == []
    thai = case.for_text(face, "ก")
    assert thai.drawn == "TH Sarabun New"
    assert [item.value for item in case.problems()] == ["letters"]


def test_an_unusable_font_in_the_document_is_passed_over() -> None:
    case = Typecase(embedded={("TH SarabunPSK", False, False): b"\0\1\0\0" + bytes(60)})
    assert case.face("TH SarabunPSK").drawn == "TH Sarabun New"
    assert case.face("TH SarabunPSK").path.parent == FONTS
