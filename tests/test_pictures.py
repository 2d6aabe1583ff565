"""Pictures for the documents: a sheet shows what its cells show, a page is cut to what is on it, files stay small."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from PIL import Image

import ita_docs
from tests.templates.test_golden import text_of
from tools.pictures import TYPED, framed, save, sheet_document, sheet_picture, trimmed


def sheet() -> openpyxl.worksheet.worksheet.Worksheet:
    table = openpyxl.Workbook().active
    table.append(["รหัส", "วันที่", "ข้อความ"])
    table.append([1, date(2024, 6, 26), CellRichText("ก", TextBlock(InlineFont(b=True, u="single"), "ข"))])
    table.append([2, None, "บรรทัดหนึ่ง\nบรรทัดสอง"])
    return table


def test_a_sheet_shows_its_cells_with_letters_and_numbers() -> None:
    lines = text_of(ita_docs.lay_out(sheet_document(sheet(), "A1:C3"))).splitlines()[1:]
    assert lines == [
        *("A", "B", "C", "1", "รหัส", "วันที่", "ข้อความ"),
        *("2", "1", "26/6/2024", "กข", "3", "2", "บรรทัดหนึ่ง", "บรรทัดสอง"),
    ]


def test_a_range_has_its_own_letters_and_numbers() -> None:
    lines = text_of(ita_docs.lay_out(sheet_document(sheet(), "B2:C2"))).splitlines()[1:]
    assert lines == ["B", "C", "2", "26/6/2024", "กข"]


def test_a_picture_is_as_wide_as_asked_and_ends_below_its_last_row() -> None:
    short, long = (sheet_picture(sheet(), area, width=500) for area in ("A1:C2", "A1:C3"))
    assert short.width == long.width == 500
    assert 20 < short.height < long.height < 300


def test_pictures_are_cut_to_what_is_on_them() -> None:
    picture = Image.new("RGB", (100, 80), "white")
    picture.putpixel((40, 20), (0, 0, 0))
    assert trimmed(picture, 5).size == (100, 26)
    assert trimmed(picture, 5, sides=True).size == (11, 26)
    assert trimmed(Image.new("RGB", (9, 9), "white")).size == (9, 9)
    assert framed(picture).size == (102, 82)


def test_files_stay_small_and_know_what_they_were_made_from(tmp_path: Path) -> None:
    save(Image.new("RGB", (40, 30), "white"), tmp_path / "new" / "a.png", typed="ก")
    with Image.open(tmp_path / "new" / "a.png") as picture:
        assert (picture.size, picture.mode, picture.text[TYPED]) == ((40, 30), "P", "ก")
    noise = Image.frombytes("RGB", (400, 400), random.Random(1).randbytes(480_000))
    with pytest.raises(ValueError, match=r"^b\.png: \d+ bytes$"):
        save(noise, tmp_path / "b.png")
    assert not (tmp_path / "b.png").exists()
