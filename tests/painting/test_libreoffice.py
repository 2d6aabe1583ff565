"""LibreOffice as an engine, played by a script: one call for a batch, a hard end, nothing lost."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import ita_docs
from ita_docs.painting import libreoffice
from ita_docs.painting.libreoffice import convert
from ita_docs.painting.pdf import Pdf, PdfOptions
from ita_docs.problems import PdfError

from ..word.templates import paragraphs

SCRIPT = """#!/bin/sh
here={here}
echo "$*" >> "$here/calls"
profile=${{1#-env:UserInstallation=file://}}
cp "$profile/user/registrymodifications.xcu" "$here/settings"
ls "$profile/user/fonts" > "$here/fonts"
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
mkdir -p "$out"
for file; do
    name=$(basename "$file" .docx)
    if cmp -s "$file" "$here/hangs"; then
        sleep 60 & echo $! > "$here/child"
        printf half > "$out/$name.pdf"
        wait
    fi
    if cmp -s "$file" "$here/crashes"; then exit 139; fi
    if cmp -s "$file" "$here/fails"; then continue; fi
    cp "$here/made.pdf" "$out/$name.pdf"
done
"""
GOOD, HANGS, CRASHES, FAILS = (paragraphs(text) for text in ("ดี", "ค้าง", "ล้ม", "เปิดไม่ได้"))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the script notes what was asked of it."""
    folder = tmp_path / "office"
    folder.mkdir()
    for name, data in (("hangs", HANGS), ("crashes", CRASHES), ("fails", FAILS)):
        (folder / name).write_bytes(data)
    (folder / "made.pdf").write_bytes(ita_docs.to_pdf(GOOD).data)
    program = folder / "soffice"
    program.write_text(SCRIPT.format(here=folder), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def outcomes(*documents: bytes | Path, stall: float = 5.0, **changes: object) -> list[Pdf | PdfError]:
    return list(convert(documents, PdfOptions(engine="libreoffice", **changes), stall=stall))


def calls(office: Path) -> list[str]:
    return (office / "calls").read_text(encoding="utf-8").splitlines()


def test_a_batch_is_one_call_and_keeps_its_order(office: Path, tmp_path: Path) -> None:
    for folder in ("ก", "ข"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same name.docx").write_bytes(GOOD)
    (tmp_path / "text.docx").write_text("hello")
    files = [tmp_path / "ก" / "same name.docx", tmp_path / "text.docx", tmp_path / "none.docx", GOOD]
    first, text, none, last = outcomes(*files, tmp_path / "ข" / "same name.docx")[:4]
    assert isinstance(first, Pdf)
    assert first.pages == 1
    assert isinstance(last, Pdf)
    assert [item.problems[0].code for item in (text, none) if isinstance(item, PdfError)] == [
        "not-a-docx",
        "file-not-found",
    ]
    assert len(calls(office)) == 1
    assert calls(office)[0].count(".docx") == 3


def test_what_cannot_be_converted_is_named_and_the_others_are_made(office: Path, tmp_path: Path) -> None:
    (tmp_path / "แปลก.docx").write_bytes(FAILS)
    found = outcomes(GOOD, tmp_path / "แปลก.docx", GOOD)
    assert [type(item) for item in found] == [Pdf, PdfError, Pdf]
    assert "แปลก.docx" in str(found[1])
    assert len(calls(office)) == 1


@pytest.mark.parametrize("bad", [HANGS, CRASHES])
def test_what_it_hangs_or_crashes_on_is_left_out_of_a_second_call(office: Path, bad: bytes) -> None:
    start = time.monotonic()
    found = outcomes(GOOD, FAILS, GOOD, bad, GOOD, GOOD, stall=1.0)
    assert [type(item) for item in found] == [Pdf, PdfError, Pdf, PdfError, Pdf, Pdf]
    assert found[3].problems[0].code == "pdf-failed"
    assert [call.count(".docx") for call in calls(office)] == [6, 2]
    assert time.monotonic() - start < 30


def test_a_hanging_program_is_ended_with_its_children(office: Path) -> None:
    outcomes(HANGS, stall=0.7)
    child = int((office / "child").read_text())
    deadline = time.monotonic() + 5
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(child)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_program_that_never_makes_anything_is_not_tried_for_every_file(office: Path) -> None:
    found = outcomes(*[CRASHES] * 6)
    assert [type(item) for item in found] == [PdfError] * 6
    assert len(calls(office)) == 2


def test_the_profile_has_the_export_options_and_the_fonts(office: Path, tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Mine.ttf").write_bytes(b"")
    outcomes(GOOD, pdfa="2b", font_dirs=(tmp_path / "fonts",))
    assert '"SelectPdfVersion" oor:op="fuse"><value>2<' in (office / "settings").read_text(encoding="utf-8")
    assert {"Mine.ttf", "THSarabunNew.ttf", "stand-in-0-THSarabunNew.ttf"} <= set(
        (office / "fonts").read_text().split()
    )


def test_a_stand_in_has_the_name_and_the_line_height_of_the_family_that_is_missing() -> None:
    import io

    from fontTools.ttLib import TTFont

    from ita_docs.painting.lent_fonts import renamed
    from ita_docs.resources import fonts_folder

    shipped = fonts_folder() / "THSarabunNew-Bold.ttf"
    for family, postscript in (("TH SarabunPSK", "THSarabunPSK-Bold"), ("TH SarabunIT๙", "THSarabunIT9-Bold")):
        font = TTFont(io.BytesIO(renamed(shipped.read_bytes(), family)))
        assert font["name"].getDebugName(6) == postscript
        assert font["name"].getName(1, 3, 1).toUnicode() == family
        assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (850, -250, 30)
        assert (font["OS/2"].usWinAscent, font["OS/2"].usWinDescent) == (850, 250)
        assert font["hmtx"].metrics == TTFont(shipped)["hmtx"].metrics


def test_a_font_that_stands_in_is_said_though_it_has_the_name(office: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    run = document.add_paragraph().add_run("ทดสอบ")
    run.font.name = "TH SarabunPSK"
    run.font.element.rPr.rFonts.set(qn("w:cs"), "TH SarabunPSK")
    path = office / "psk.docx"
    document.save(str(path))
    (found,) = outcomes(path)
    assert isinstance(found, Pdf)
    assert [(item.value, item.detail) for item in found.problems] == [
        ("TH SarabunPSK", {"used": "TH Sarabun New", "count": 5})
    ]


def test_a_font_that_it_replaced_is_said(office: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    run = document.add_paragraph().add_run("ทดสอบ abc")
    run.font.name = "Nowhere Sans"
    run.font.element.rPr.rFonts.set(qn("w:cs"), "Nowhere Thai")
    path = office / "fonts.docx"
    document.save(str(path))
    (found,) = outcomes(path)
    assert isinstance(found, Pdf)
    said = {item.value: item.detail["count"] for item in found.problems if item.code == "font-substituted"}
    assert said == {"Nowhere Sans": 3, "Nowhere Thai": 5}


def test_catchwords_are_not_dropped_silently(office: Path) -> None:
    (found,) = outcomes(GOOD, catchwords=True)
    assert isinstance(found, Pdf)
    assert "unsupported-feature" in [item.code for item in found.problems]


def test_without_the_program_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "PLACES", ())
    with pytest.raises(PdfError) as raised:
        ita_docs.to_pdf(GOOD, engine="libreoffice")
    assert [item.code for item in raised.value.problems] == ["engine-missing"]
    assert "LibreOffice" in raised.value.worded("en")
