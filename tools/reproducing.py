"""docs/reproducing-the-documents.md, the seed reports block by block and ours: `python -m tools.reproducing docs`.

It is read from tests/seeds, from the samples and from their documents laid out; the pictures are of those.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import ita_docs
from tools import seeds, slips
from tools.pictures import framed, save
from tools.reference import table
from tools.samples import sample_of

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE, FOLDER = "reproducing-the-documents.md", "reproducing"
KIND = "measure_report"
OFFICES = {
    "000": ("NKIM", "รายงานการเปิดเผยข้อมูลสาธารณะ OIT สพม.หนองคาย ปี 2566"),
    "001": ("NKP", "รายงานสี่ส่วนพร้อมภาคผนวก สพม.นครพนม ปี 2565"),
    "002": ("RET", "บันทึกและมาตรการ ศธจ.ร้อยเอ็ด ปี 2567"),
    "003": ("KKNM", "รายงานสั้นรายตัวชี้วัด สพม.ขอนแก่น ปี 2566"),
    "004": ("NWT2", "การวิเคราะห์ มาตรการ และผล สพป.นราธิวาส เขต 2 ปี 2567"),
}
"""Report → the office of the sample, what it is."""
PICTURED = {
    "000": ("000-01", "000-06", "000-10", "000-14"),
    "001": ("001-01", "001-08", "001-14", "001-40"),
    "002": ("002-04", "002-06", "002-12", "002-14"),
    "003": ("003-01", "003-07", "003-10", "003-11"),
    "004": ("004-01", "004-05", "004-09", "004-10"),
}
"""The blocks whose pages are pictured."""
HEIGHT, BETWEEN, FINER = 360, 8, 4
"""Of the pictures, in pixels; pages are drawn so many times finer."""
COLUMNS = ["บล็อก", "คือ", "ชนิดและฉบับ", "ช่องที่ใช้", "หน้า", "ต่างจากต้นฉบับ"]
SLIP_COLUMNS = ["บล็อก", "ต้นฉบับ", "ผล"]
HEAD = """# สร้างเอกสารจริงห้าฉบับซ้ำ · Reproducing the five documents

รายงาน ITA ห้าฉบับของสำนักงานจริงแยกเป็นบล็อก สร้างได้จากสมุดงานตัวอย่างทุกบล็อก เว้นที่บอกว่ายังไม่มีชนิด โครงสร้าง ตัวเลข
และวันที่เป็นของต้นฉบับ ถ้อยคำ บุคคล และภาพเป็นของเราเอง · Five annual reports of real offices, taken apart in blocks, each made
from the samples but for those that say which kind is to come: their structure, figures and dates, in our words, with
invented people and drawn pictures.

```sh
ita-docs make measure_report samples/ita_reports.xlsx -o out/ --only รหัส=NKP --pdf
```

เลขหน้านับจากหน้าแรกของไฟล์ การทดสอบใน `tests/seeds` ไม่ผ่านถ้าบล็อกใดไม่มีชนิด ช่อง หรือหน้า · Pages are counted from the file's
first. `tests/seeds` fails for a block without a kind, cells or a page. `make docs` writes this page.
"""
COUNTED = """
ต้นฉบับมีที่ผิด {all} แห่ง โปรแกรมตรวจพบ {caught} แห่งด้วยรหัสที่แสดง อีก {designed} แห่งเกิดไม่ได้เพราะไม่ได้พิมพ์เอง ที่เหลือข้อมูลบอกไม่ได้
การทดสอบใส่ที่ผิดซึ่งตรวจพบลงในสมุดงานตัวอย่างทีละแห่ง · Of {all} errors in the originals {caught} are caught by the codes shown,
{designed} cannot come about, and the rest data do not show. Tests put each that is caught into the sample.
"""


def page() -> str:
    """The whole page."""
    count = {
        "all": len(slips.SLIPS),
        "caught": sum(bool(one.codes) for one in slips.SLIPS),
        "designed": sum(bool(one.designed) for one in slips.SLIPS),
    }
    return "\n".join([HEAD + COUNTED.format(**count), *(part for report in OFFICES for part in _report(report))])


def _report(report: str) -> Iterator[str]:
    what = OFFICES[report][1]
    yield f"## {report} · {what}\n"
    yield f"![{what}]({FOLDER}/{report}.png)\n"
    rows = sorted((*_blocks(report), *_papers(report)), key=lambda row: row[0])
    yield table(COLUMNS, rows) + "\n"
    yield f"### ที่ผิดในต้นฉบับ {report} · Errors of the original\n"
    found = [[one.where, one.said, _outcome(one)] for one in slips.SLIPS if one.where.startswith(report)]
    yield table(SLIP_COLUMNS, sorted(found, key=lambda row: row[0])) + "\n"


def _blocks(report: str) -> Iterator[list[str]]:
    for one in seeds.blocks(seeds.FOLDER / "reports" / f"{report}.toml"):
        if one.later:
            yield [one.id, one.title, f"ยังไม่มี · to come: {one.later}", "", "", one.remark]
            continue
        cells = [area for place in one.cells for area in seeds.ranges(one, place)]
        numbers = sorted({number for phrase in one.phrases for number in seeds.pages_of(one, phrase)})
        yield [one.id, one.title, _kind(one.kind, one.ref), _cells(cells), _numbers(numbers), one.remark]


def _papers(report: str) -> Iterator[list[str]]:
    for path in seeds.PAPERS:
        for one in seeds.papers(path):
            for block in one.ids:
                if block.startswith(report):
                    title = seeds.BLOCKS["wanted"][block]
                    numbers = [number for number, _ in one.pages]
                    yield [block, title, _kind(one.kind, one.ref), _cells(one.cells), _numbers(numbers), ""]


def _kind(kind: str, ref: str) -> str:
    return f"[{kind}](../samples/{sample_of(kind)}.xlsx) {ref}"


def _cells(places: list[str] | tuple[str, ...]) -> str:
    return " ".join(f"`{place}`" for place in dict.fromkeys(places))


def _numbers(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers)) or "-"


def _outcome(one: slips.Slip) -> str:
    if one.codes:
        return " ".join(f"`{code}`" for code in one.codes)
    return f"เกิดไม่ได้: {one.designed}" if one.designed else f"ไม่พบ: {one.unseen}"


# ---------------------------------------------------------------- pictures


def picture(report: str) -> Image:
    """Pages of our document side by side."""
    import pypdfium2
    from PIL import Image

    ref, _ = OFFICES[report]
    found = {one.id: one for one in seeds.blocks(seeds.FOLDER / "reports" / f"{report}.toml") if one.kind == KIND}
    numbers = [seeds.pages_of(found[block], found[block].phrases[0])[0] for block in PICTURED[report]]
    with seeds.bundled_fonts():
        data = ita_docs.to_pdf(seeds.documents(KIND)[ref]).data
    shown = []
    with pypdfium2.PdfDocument(data) as document:
        for number in numbers:
            sheet = document[number - 1]
            drawn = sheet.render(scale=FINER * HEIGHT / sheet.get_height()).to_pil().convert("RGB")
            shown.append(framed(drawn.reduce(FINER)))
    width = sum(one.width for one in shown) + BETWEEN * (len(shown) - 1)
    made = Image.new("RGB", (width, max(one.height for one in shown)), "#ffffff")
    at = 0
    for one in shown:
        made.paste(one, (at, 0))
        at += one.width + BETWEEN
    return made


def main(folder: Path) -> None:
    """Write the page and its pictures."""
    (folder / PAGE).write_text(page(), encoding="utf-8", newline="\n")
    for report in OFFICES:
        save(picture(report), folder / FOLDER / f"{report}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
