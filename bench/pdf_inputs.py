"""What the section `pdf` converts: the memos of the other sections, two pages of prose, a report of 28 pages, and the
same in typst's markup.

pdf_inputs.py FOLDER writes below FOLDER/pdf

    memo_N.xlsx             workbooks for `ita-docs make memo`
    memo/ prose/ report/    DOCX files to measure, and as many .typ; prose is of the shipped kind
    memo/first/ …           one more of each: to warm up with, and the file that a cold start converts
    fonts/ office/          the bundled fonts; LibreOffice's profile, which holds them too

The text is phrases of the sample workbook, mixed anew for every paragraph from fixed seeds: none comes twice. The
copies name TH Sarabun New and plain justification, so that every program has the font and does the same work.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from inputs import memo
from inputs import picture as logo
from pdf_report import dress, picture, report
from pdf_typst import FAMILY, PARAGRAPHS, typst_memo, typst_prose, typst_report

ROOT = Path(__file__).resolve().parent.parent
WORKBOOKS = (30, 245, 1000)
MEMOS, REPORTS = 30, 5
"""How many are measured in one process."""
HEADINGS = (*("เลขอ้างอิง", "ส่วนราชการ", "โทรศัพท์", "ที่", "วันที่", "เรื่อง", "เรียน", "ข้อความ", "ลงท้าย", "ผู้ลงนาม", "ตำแหน่ง"),)
CHAPTERS, ROWS = 8, 56
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""Tagged, as ours is."""


@cache
def phrases() -> tuple[str, ...]:
    """The runs without spaces in the texts of the sample memos."""
    from openpyxl import load_workbook

    sheet = load_workbook(ROOT / "samples" / "memo.xlsx", read_only=True).worksheets[0]
    cells = (str(value) for row in sheet.iter_rows(min_row=2, values_only=True) for value in row if value)
    return tuple(sorted({part for cell in cells for part in cell.split() if len(part) > 7}))


def prose(rng: random.Random, length: int, said: Sequence[str] = ()) -> str:
    """Thai text of at most `length` characters, of the phrases `said`, else of those of the sample."""
    said = said or phrases()
    text = rng.choice(said)
    while len(longer := f"{text} {rng.choice(said)}") <= length:
        text = longer
    return text[:length]


def row(number: int) -> tuple[str, ...]:
    """The row of memo `number` of the shipped kind: two pages of prose."""
    rng = random.Random(number)
    body = "\n".join(prose(rng, 760) for _ in range(3))
    head = (f"B-{number:04}", prose(rng, 60), "0 2000 0000", f"อว 0200/{number}", "21 พฤศจิกายน 2569")
    signed = ("นางสาวมณีรัตน์ ทองประเสริฐ", "นักวิชาการศึกษาชำนาญการ")
    return (*head, prose(rng, 60), prose(rng, 40), body, prose(rng, 80), *signed)


def workbook(path: Path, numbers: Sequence[int]) -> None:
    """A workbook of memos for the shipped kind."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("บันทึกข้อความ")
    for cells in (HEADINGS, *map(row, numbers)):
        sheet.append(cells)
    book.save(path)


def memos(folder: Path) -> None:
    """The memos of the other sections as DOCX and in typst's markup, the first one apart."""
    from docx import Document

    from ita_docs import Template

    document = Document(str(folder.parent.parent / "templates" / "memo.docx"))
    for name, size in (("Normal", 16), ("Title", 24)):
        dress(document.styles[name], size)
    dressed = io.BytesIO()
    document.save(dressed)
    template = Template(dressed.getvalue())
    for number in range(1, MEMOS + 2):
        to = folder / "first" if number == 1 else folder
        values = memo(number)
        (to / f"M-{number:04}.docx").write_bytes(template.fill(values))
        (to / f"M-{number:04}.typ").write_text(typst_memo(values), encoding="utf-8")
    for to in (folder, folder / "first"):
        (to / "picture.png").write_bytes(logo().getvalue())


def prose_memos(folder: Path) -> None:
    """Memos of the shipped kind, of prose only, as DOCX and in typst's markup, the first one apart."""
    book, made = folder / "memo.xlsx", folder / "made"
    workbook(book, range(MEMOS + 1))
    command = [sys.executable, "-m", "ita_docs", "make", "memo", str(book), "-o", str(made), "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    shutil.copyfile(ROOT / "templates" / "emblem-frame.png", folder / "emblem.png")
    for number in range(MEMOS + 1):
        to = folder / "first" if number == 0 else folder
        name = f"B-{number:04}"
        (to / f"{name}.docx").write_bytes(plain((made / f"{name}.docx").read_bytes()))
        (to / f"{name}.typ").write_text(typst_prose(row(number)), encoding="utf-8")
    shutil.copyfile(folder / "emblem.png", folder / "first" / "emblem.png")
    shutil.rmtree(made)


def plain(docx: bytes) -> bytes:
    """The document with the bundled family named, and plain justification."""
    taken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as given, zipfile.ZipFile(taken, "w", zipfile.ZIP_DEFLATED) as written:
        for name in given.namelist():
            data = given.read(name)
            if name.endswith(".xml"):
                data = data.replace(b'"TH SarabunPSK"', f'"{FAMILY}"'.encode()).replace(b'"thaiDistribute"', b'"both"')
            written.writestr(name, data)
    return taken.getvalue()


def report_text(number: int) -> list[dict[str, Any]]:
    """The chapters of report `number`."""
    rng = random.Random(5000 + number)
    chapters: list[dict[str, Any]] = []
    for chapter in range(CHAPTERS):
        score = [(str(at), prose(rng, 60), f"{rng.uniform(0, 100):.2f}", prose(rng, 30)) for at in range(1, ROWS + 1)]
        chapters.append(
            {
                "title": f"ตัวชี้วัดที่ {chapter + 1} {prose(rng, 30)}",
                "parts": [prose(rng, 40) for _ in range(2)],
                "paragraphs": [prose(rng, 480) for _ in range(PARAGRAPHS)],
                "list": [prose(rng, 110) for _ in range(5)],
                "table": score if chapter in (1, 3, 5) else None,
                "picture": chapter in (2, 6),
            }
        )
    return chapters


def reports(folder: Path) -> None:
    """The reports as DOCX and in typst's markup, the first one apart."""
    photo = picture()
    for number in range(REPORTS + 1):
        to = folder / "first" if number == 0 else folder
        report(to / f"R-{number}.docx", report_text(number), photo)
        (to / f"R-{number}.typ").write_text(typst_report(report_text(number)), encoding="utf-8")
        (to / "photo.jpg").write_bytes(photo)


def office(profile: Path, first: Path) -> None:
    """LibreOffice's profile with the fonts and the options, started once; nothing where it is not installed."""
    from ita_docs.painting.lent_fonts import lend

    if (program := shutil.which("soffice")) is None:
        return
    fonts = profile / "user" / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    lend(fonts, ())
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(profile), str(first)], check=True, stdout=subprocess.DEVNULL)


def main(folder: Path) -> None:
    """Write whatever is not there yet."""
    made: dict[str, Callable[[Path], None]] = {"memo": memos, "prose": prose_memos, "report": reports}
    for name, make in made.items():
        if not (to := folder / name).exists():
            (to / "first").mkdir(parents=True)
            make(to)
    for count in WORKBOOKS:
        if not (path := folder / f"memo_{count}.xlsx").exists():
            workbook(path, range(1, count + 1))
    if not (fonts := folder / "fonts").exists():
        shutil.copytree(ROOT / "fonts", fonts)
    # made anew each time: its fonts are links, and a checkout that was deleted leaves them dead
    shutil.rmtree(folder / "office", ignore_errors=True)
    office(folder / "office", next((folder / "memo" / "first").glob("*.docx")))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve() / "pdf")
