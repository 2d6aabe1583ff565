"""What the sections `batch` and `curve` are made of, for the sizes that are asked for.

batch_inputs.py FOLDER SECTION ...      writes below FOLDER/batch

    reports_N.xlsx photos/      N offices with 20 photos each, every one a file of its own
    memos_N.xlsx awards_N.xlsx  for the shipped kinds: a memo is two pages of prose, an award one name of a list
    pages_N.xlsx …              one document of so many pages, photos or rows
    report.docx award.docx      docxtpl's templates
    office-1/ office-2/         LibreOffice's profiles with the bundled fonts
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from batch import PEER_AT_MOST, PROCESSES, peer_size
from make_kind import COLUMNS, ITEM_COLUMNS
from measure import chosen
from offices import FIRST, FRAMEWORK, SURNAMES, Amount
from offices import write as write_offices
from pdf_inputs import ROOT, office
from pdf_inputs import workbook as write_memos

REPORT = Amount(photos=20, own=True, gaps=7, texts=25)
"""What makes a report of 28 pages."""
SHORT = ("ปก", "ความเป็นมา")
MIDDLE = ("ปก", "คำนำ", "สารบัญ", *SHORT[1:], "ผลการประเมินรายตัวชี้วัด", "ผลการประเมินรายข้อ")
LENGTHS = {
    2: Amount(1, 0, gaps=7, texts=1, parts=SHORT),
    7: Amount(1, 0, gaps=7, texts=2, parts=MIDDLE),
    14: Amount(1, 0, gaps=1, texts=0),
    28: Amount(1, 0, gaps=7, texts=43),
    56: Amount(1, 0, gaps=7, texts=155),
}
"""Reports without photos, by their pages."""
EVENT = {
    **{"เลขอ้างอิง": "A-001", "หน่วยงาน": "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"},
    "ข้อความ": "การประกวดโครงงานคุณธรรม ประจำปีการศึกษา ๒๕๖๗\nเมื่อวันที่ ๒๔ - ๒๕ มิถุนายน ๒๕๖๗ ณ หอประชุมสำนักงาน",
    **{"คำอวยพร": "ขอให้มีความสุข ความเจริญ และยึดมั่นในความดีตลอดไป", "วันที่": "26 มิถุนายน 2567"},
    **{"ผู้ลงนาม": "นายสุรชัย พิพัฒน์ธนากุล", "ตำแหน่ง": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"},
}
AWARDS = ("ได้รับรางวัลชนะเลิศ ระดับเหรียญทอง", "ได้รับรางวัลรองชนะเลิศ อันดับที่ 1", "ได้รับรางวัลชมเชย")
NAME_HEADINGS = ("เลขอ้างอิง", "ลำดับ", "ผู้รับ", "สังกัด", "รางวัล/ระดับ", "เลขที่")


def reports(path: Path, count: int) -> None:
    """The workbook of `count` offices, and their photos."""
    write_offices(path.parent, Amount(count, REPORT.photos, REPORT.own, REPORT.gaps, REPORT.texts), file=path.name)


def memos(path: Path, count: int) -> None:
    """The workbook of `count` memos."""
    write_memos(path, range(1, count + 1))


def awards(path: Path, count: int) -> None:
    """The workbook of an event with `count` names."""
    from openpyxl import Workbook

    rng = random.Random(count)
    book = Workbook(write_only=True)
    events, names = book.create_sheet("เกียรติบัตร"), book.create_sheet("รายชื่อ")
    for row in (list(EVENT), list(EVENT.values())):
        events.append(row)
    names.append(NAME_HEADINGS)
    for number in range(1, count + 1):
        person = f"{rng.choice(('เด็กหญิง', 'เด็กชาย'))}{rng.choice(FIRST)} {rng.choice(SURNAMES)}"
        school = f"โรงเรียนตัวอย่างวิทยาที่ {rng.randint(1, 300)}"
        names.append([EVENT["เลขอ้างอิง"], number, person, school, rng.choice(AWARDS), f"{number}/2567"])
    book.save(path)


def pages(path: Path, count: int) -> None:
    """One report of about so many pages, without photos."""
    write_offices(path.parent, LENGTHS[count], file=path.name)


def photos(path: Path, count: int) -> None:
    """One report with so many photos."""
    write_offices(path.parent, Amount(1, count, own=True, gaps=7, texts=25), file=path.name)


def rows(path: Path, count: int) -> None:
    """One memo of the kind `bench_memo` with so many rows in its table."""
    from inputs import memo, phrase
    from openpyxl import Workbook

    book, values = Workbook(write_only=True), memo(1)
    main, items = book.create_sheet("memo"), book.create_sheet("items")
    for cells in (["doc", *COLUMNS], [1, *(values[name] for name in COLUMNS)]):
        main.append(cells)
    items.append(["doc", *ITEM_COLUMNS])
    rng = random.Random(count)
    for at in range(1, count + 1):
        items.append([1, str(at), phrase(rng, 38), f"{rng.uniform(0, 100):.2f}", phrase(rng, 14)])
    book.save(path)


BOOKS: dict[str, tuple[str, Callable[[Path, int], None]]] = {
    "batch-reports": ("reports", reports),
    "batch-memos": ("memos", memos),
    "batch-awards": ("awards", awards),
    "curve-documents": ("memos", memos),
    "curve-pages": ("pages", pages),
    "curve-photos": ("photos", photos),
    "curve-rows": ("rows", rows),
}


def sizes(section: str, size: int) -> Iterator[int]:
    """The sizes of the workbooks that a step reads."""
    yield size
    name = section.removeprefix("batch-")
    for peer in PEER_AT_MOST:
        if peer.startswith(name):
            yield peer_size(peer, size)
    if section == "batch-memos":
        yield min(size, 1000)


def peers(folder: Path) -> None:
    """docxtpl's templates, and LibreOffice's profiles."""
    import peer_award
    import peer_report

    from ita_docs.frameworks import load_framework

    items = [(f"O{item.number}", item.name) for item in load_framework(FRAMEWORK).items]
    peer_report.template(folder / "report.docx", items)
    peer_award.template(folder / "award.docx", ROOT / "templates" / "emblem-frame.png")
    for number in range(1, max(PROCESSES) + 1):
        # made anew each time: its fonts are links, and a checkout that was deleted leaves them dead
        shutil.rmtree(profile := folder / f"office-{number}", ignore_errors=True)
        office(profile, folder / "award.docx")


def main(folder: Path, sections: list[str]) -> None:
    """Write whatever is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = [(name, step[0]) for given in sections for name, step in chosen(given) if name in BOOKS]
    for section, size in steps:
        stem, write = BOOKS[section]
        for count in sizes(section, size):
            if not (path := folder / f"{stem}_{count}.xlsx").exists():
                write(path, count)
    if any(section in ("batch-reports", "batch-awards") for section, _ in steps):
        peers(folder)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve() / "batch", sys.argv[2:])
