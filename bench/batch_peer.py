"""The whole script of a docxtpl user: openpyxl reads, docxtpl fills, LibreOffice prints all files in one call.

batch_peer.py NAME BOOK TEMPLATE OFFICES JOBS OUT     NAME is reports, reports-as-taken or awards

With JOBS processes: a pool of as many fills, and as many LibreOffices convert a share of the files each, with the
profiles OFFICES/office-1, office-2 … Photos are made upright and as fine as paper shows first, as careful users do and
as ours are: Pillow's thumbnail decodes a JPEG at a half, a quarter or an eighth where that will do. With
`reports-as-taken` they go in as docxtpl's documentation does it: the file, and a width.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

DPI, QUALITY = 220, 85
ROOM = (7.6, 8.6)
"""Of a photo on the page, in cm."""
CM_IN_INCH = 2.54
Context = dict[str, Any]


def sheets(book: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every sheet, by heading."""
    from openpyxl import load_workbook

    found = {}
    for sheet in load_workbook(book, read_only=True, data_only=True):
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, row, strict=False)) for row in rows]
    return found


def reports(book: Path) -> Iterator[tuple[str, Context]]:
    """The file name and the values of every office's report."""
    found = sheets(book)
    by_code: dict[str, dict[str, list[Context]]] = {}
    for title, rows in found.items():
        for row in rows:
            by_code.setdefault(row["รหัส"], {}).setdefault(title, []).append(row)
    common = by_code["*"]["เนื้อหา"]
    for office in found["หน่วยงาน"]:
        yield office["รหัส"], _report(office, by_code[office["รหัส"]], common, book.parent)


def _report(office: Context, own: dict[str, list[Context]], common: list[Context], folder: Path) -> Context:
    before, now = ({number: _score(row[f"ตัวชี้วัด {number}"]) for number in range(1, 9)} for row in own["คะแนนตัวชี้วัด"])
    (items,) = own["คะแนน OIT"]
    oit = {name: _score(value) for name, value in items.items() if name.startswith("O")}
    texts: dict[str, list[Context]] = {}
    for row in (*common, *own.get("เนื้อหา", ())):
        texts.setdefault(row["ส่วน"], []).append({"heading": row["หัวข้อ"] or "", "lines": row["ข้อความ"].split("\n")})
    listed = {
        "past": ("ผลย้อนหลัง", {"year": "ปี", "score": "คะแนน"}),
        "measures": ("มาตรการ", MEASURE),
        "results": ("ผลการดำเนินงาน", RESULT),
        "complaints": ("เรื่องร้องเรียน", {"task": "ภารกิจ", "carried": "ยกมา", "received": "รับใหม่", "finished": "เสร็จสิ้น"}),
        "editors": ("ผู้จัดทำ", {"person": "ชื่อ", "position": "ตำแหน่ง", "role": "บทบาท"}),
    }
    loops = {
        name: [{to: row[heading] for to, heading in names.items()} for row in own[title]]
        for name, (title, names) in listed.items()
    }
    words = {to: office[heading] for to, heading in OFFICE.items()}
    assessed = own["คะแนน OIT"][0]["ปี"]
    totals = {"iit": now[1], "eit": now[6], "oit": oit["O1"]}
    photos = _photo_pages(own.get("ภาพ", []), folder)
    known = {"assessed": assessed, "before": before, "i": now, "o": oit, "texts": texts, "photo_pages": photos}
    return {**words, **loops, **totals, **known}


OFFICE = {"name": "ชื่อหน่วยงาน", "parents": "ต้นสังกัด", "year": "ปีงบประมาณ", "director": "ผู้อำนวยการ", "position": "ตำแหน่ง"}
MEASURE = {
    **{"indicator": "ตัวชี้วัด", "issue": "ประเด็น", "measure": "มาตรการ", "steps": "ขั้นตอน"},
    **{"period": "ระยะเวลา", "responsible": "ผู้รับผิดชอบ", "monitoring": "การกำกับติดตาม"},
}
RESULT = {
    **{"indicator": "ตัวชี้วัด", "activity": "กิจกรรม", "summary": "สรุปผล", "outcomes": "ผลลัพธ์"},
    **{"date": "วันที่", "place": "สถานที่", "participants": "ผู้เข้าร่วม", "target": "เป้าหมาย"},
}


def _score(value: Any) -> str:
    return "-" if value is None else f"{value:.2f}"


def _photo_pages(rows: list[Context], folder: Path) -> list[Context]:
    """Four photos a page in two rows, those of one activity together."""
    by_title: dict[str, list[Context]] = {}
    for row in rows:
        by_title.setdefault(row["ส่วน"], []).append({"file": folder / row["แฟ้ม"], "caption": row["คำบรรยาย"]})
    return [
        {"title": title, "rows": [photos[at : at + 2] for at in range(start, min(start + 4, len(photos)), 2)]}
        for title, photos in by_title.items()
        for start in range(0, len(photos), 4)
    ]


def awards(book: Path) -> Iterator[tuple[str, Context]]:
    """The file name and the values of every certificate."""
    found = sheets(book)
    events = {row["เลขอ้างอิง"]: row for row in found["เกียรติบัตร"]}
    for number, row in enumerate(found["รายชื่อ"], 1):
        both = {**events[row["เลขอ้างอิง"]], **row}
        yield f"{row['เลขอ้างอิง']}-{number:04}", {to: both[heading] for to, heading in AWARD.items()}


AWARD = {
    **{"agency": "หน่วยงาน", "recipient": "ผู้รับ", "affiliation": "สังกัด", "award": "รางวัล/ระดับ", "text": "ข้อความ"},
    **{"blessing": "คำอวยพร", "date": "วันที่", "number": "เลขที่", "signatory": "ผู้ลงนาม", "position": "ตำแหน่ง"},
}


def fill(template: Path, out: Path, as_taken: bool, given: tuple[str, Context]) -> Path:
    """One document, as documented."""
    from docxtpl import DocxTemplate

    name, values = given
    document = DocxTemplate(template)
    for page in values.get("photo_pages", ()):
        for row in page["rows"]:
            for photo in row:
                photo["picture"] = (_as_taken if as_taken else _picture)(document, photo["file"])
    document.render(values, autoescape=True)
    path = out / f"{name}.docx"
    document.save(path)
    return path


def _picture(document: Any, file: Path) -> Any:
    from docx.shared import Cm
    from docxtpl import InlineImage
    from PIL import Image, ImageOps

    most = [round(side / CM_IN_INCH * DPI) for side in ROOM]
    with Image.open(file) as opened:
        # a thumbnail of the side that is shown across, whichever way the camera was held
        turned = opened.getexif().get(0x0112, 1) >= 5
        opened.thumbnail(tuple(most[::-1] if turned else most))
        image = ImageOps.exif_transpose(opened)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
    data.seek(0)
    return InlineImage(document, data, width=Cm(image.width / DPI * CM_IN_INCH))


def _as_taken(document: Any, file: Path) -> Any:
    from docx.shared import Cm
    from docxtpl import InlineImage

    return InlineImage(document, str(file), width=Cm(ROOM[0]))


def convert(files: list[Path], offices: Path, jobs: int, out: Path) -> None:
    """All files to PDF: one LibreOffice for each share of them."""
    running = []
    for number in range(jobs):
        profile = f"-env:UserInstallation={(offices / f'office-{number + 1}').resolve().as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(out)]
        running.append(subprocess.Popen([*command, *map(str, files[number::jobs])], stdout=subprocess.DEVNULL))
    for process in running:
        process.wait()


READERS: dict[str, Callable[[Path], Iterator[tuple[str, Context]]]] = {
    "reports": reports,
    "reports-as-taken": reports,
    "awards": awards,
}


def main(name: str, book: Path, template: Path, offices: Path, jobs: int, out: Path) -> None:
    """Fill and convert."""
    work = partial(fill, template, out, name.endswith("as-taken"))
    if jobs == 1:
        files = list(map(work, READERS[name](book)))
    else:
        import docxtpl  # noqa: F401 - before the pool forks, so that it is imported once

        with Pool(jobs) as pool:
            files = list(pool.imap(work, READERS[name](book)))
    convert(files, offices, jobs, out)


if __name__ == "__main__":
    if len(sys.argv) != 7 or sys.argv[1] not in READERS:
        sys.exit(__doc__)
    named, book, template, offices, jobs, out = sys.argv[1:]
    main(named, Path(book), Path(template), Path(offices), int(jobs), Path(out))
