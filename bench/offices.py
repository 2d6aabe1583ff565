"""A workbook of as many area offices as there are (245), with everything that an annual ITA report can hold.

    python bench/offices.py FOLDER [--offices 245] [--photos 20] [--seed 1]

writes FOLDER/offices.xlsx and the photos that it names. Names are made from provinces, figures from a seeded generator;
people are invented. The same arguments give the same cells. `batch_inputs.py` writes larger ones (`Amount`).
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from photos import name as own_photo
from photos import write_photos
from PIL import Image, ImageDraw

from ita_docs.frameworks import Framework, load_framework

FRAMEWORK = "obec-2566"
REPORTED, ASSESSED = 2567, 2566
PARENTS = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\nกระทรวงศึกษาธิการ"
PRIMARY = 183
"""Of the 245 offices; the other 62 are of secondary schools."""
POOL = 12
"""Different photos; a report shows some of them."""
SURNAMES = ("ใจดี", "ศรีสุข", "แก้วมณี", "ทองดี", "รักเรียน", "บุญมา", "พงษ์ไพร", "วงศ์สุวรรณ")
FIRST = ("สมชาย", "สมหญิง", "วิชัย", "มาลี", "ประเสริฐ", "อรุณี", "ธนา", "ปราณี")
STEPS = "1. ประชุมชี้แจงผู้เกี่ยวข้อง\n2. มอบหมายผู้รับผิดชอบรายข้อ\n3. ปรับปรุงข้อมูลบนเว็บไซต์\n4. ตรวจสอบซ้ำก่อนรายงาน"
WATCH = "- รายงานความก้าวหน้าในการประชุมผู้บริหารทุกเดือน\n- สรุปผลรอบ 6 เดือน และ 12 เดือน"


def offices(count: int) -> Iterator[tuple[str, str, str]]:
    """Code, full name and short name of each office."""
    from pythainlp.corpus import provinces

    names = sorted(provinces() - {"กรุงเทพมหานคร"})
    for number in range(count):
        province = names[number % len(names)]
        if number < PRIMARY:
            area = f"{province} เขต {number // len(names) + 1}"
            yield f"P{number + 1:03}", f"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{area}", f"สพป.{area}"
        else:
            round_ = "" if number - PRIMARY < len(names) else f" เขต {(number - PRIMARY) // len(names) + 1}"
            area = f"{names[(number - PRIMARY) % len(names)]}{round_}"
            yield f"S{number + 1:03}", f"สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา{area}", f"สพม.{area}"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a workbook holds.

    photos: of each office. own: whether they are files of its own, below `photos/`, as a phone takes them; else they
    are drawn from a pool. gaps: how many items of the OIT have no score, and so how many measures and results there
    are; None for about one in twelve. texts: paragraphs of each office's own. parts: those of the report, all if empty.
    """

    offices: int = 245
    photos: int = 20
    own: bool = False
    gaps: int | None = None
    texts: int = 0
    parts: tuple[str, ...] = ()


def write(folder: Path, amount: Amount, seed: int = 1, file: str = "offices.xlsx") -> Path:
    """The workbook and its photos; the workbook's path."""
    dice = random.Random(seed)
    framework = load_framework(FRAMEWORK)
    folder.mkdir(parents=True, exist_ok=True)
    listed = list(offices(amount.offices))
    if amount.own:
        write_photos(folder / "photos", [code for code, *_ in listed], amount.photos)
    else:
        for number in range(POOL if amount.photos else 0):
            write_photo(folder / f"photo-{number + 1:02}.jpg", number)
    book = Workbook(write_only=True)
    sheets = {name: book.create_sheet(name) for name in HEADINGS}
    for name, headings in HEADINGS.items():
        sheets[name].append(headings)
    sheets["เนื้อหา"].append(["*", "ความเป็นมา", 1, None, BACKGROUND])
    for at, part in enumerate(amount.parts, 1):
        sheets["โครงรายงาน"].append(["*", at, part])
    for number, office in enumerate(listed):
        for sheet, row in (*rows(*office, number, dice, framework, amount), *texts(office[0], number, amount.texts)):
            sheets[sheet].append(row)
    path = folder / file
    book.save(path)
    return path


HEADINGS = {
    "หน่วยงาน": [
        "รหัส",
        "ชื่อหน่วยงาน",
        "ชื่อย่อ",
        "ต้นสังกัด",
        "ปีงบประมาณ",
        "เขตตรวจราชการ",
        "ผู้ตอบ IIT",
        "ผู้ตอบ EIT",
        "ผู้อำนวยการ",
        "ตำแหน่ง",
    ],
    "คะแนนตัวชี้วัด": ["รหัส", "ปี", *(f"ตัวชี้วัด {n}" for n in range(1, 9))],
    "คะแนน OIT": ["รหัส", "ปี", *(f"O{n}" for n in range(1, 44))],
    "ผลย้อนหลัง": ["รหัส", "ปี", "คะแนน"],
    "มาตรการ": ["รหัส", "ตัวชี้วัด", "ประเด็น", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "การกำกับติดตาม"],
    "ผลการดำเนินงาน": ["รหัส", "ตัวชี้วัด", "กิจกรรม", "สรุปผล", "ผลลัพธ์", "วันที่", "สถานที่", "ผู้เข้าร่วม", "เป้าหมาย"],
    "เรื่องร้องเรียน": ["รหัส", "ภารกิจ", "ยกมา", "รับใหม่", "เสร็จสิ้น"],
    "เนื้อหา": ["รหัส", "ส่วน", "ลำดับ", "หัวข้อ", "ข้อความ"],
    "ภาพ": ["รหัส", "ส่วน", "แฟ้ม", "คำบรรยาย"],
    "ผู้จัดทำ": ["รหัส", "กลุ่ม", "ชื่อ", "ตำแหน่ง", "บทบาท"],
    "โครงรายงาน": ["รหัส", "ลำดับ", "ส่วน"],
}
PLACES = ("ความเป็นมา", "ผู้ตอบแบบวัด", "ภาพรวมผลการประเมิน", "จุดแข็งและจุดที่ต้องพัฒนา", "ผลการดำเนินการตามมาตรการ")
"""The parts that an office's own texts stand in, by turns."""
BACKGROUND = (
    "การประเมินคุณธรรมและความโปร่งใสช่วยให้หน่วยงานเห็นจุดที่ควรปรับปรุงจากสายตาของผู้มีส่วนได้ส่วนเสียทั้งภายในและภายนอก\n"
    "รายงานฉบับนี้นำผลการประเมินของปีก่อนมาวิเคราะห์ กำหนดมาตรการ และรายงานสิ่งที่ได้ดำเนินการในปีงบประมาณนี้"
)


def rows(
    code: str, name: str, short: str, number: int, dice: random.Random, framework: Framework, amount: Amount
) -> Iterator[tuple[str, list[Any]]]:
    """Every row of one office, with its sheet."""
    director = f"นาย{dice.choice(FIRST)} {dice.choice(SURNAMES)}"
    region = str(number % 18 + 1)
    people = dice.randint(40, 90), dice.randint(90, 400)
    yield "หน่วยงาน", [code, name, short, PARENTS, REPORTED, region, *people, director, f"ผู้อำนวยการ{name}"]
    for year in (ASSESSED - 1, ASSESSED):
        yield "คะแนนตัวชี้วัด", [code, year, *(float(score(dice)) for _ in range(8))]
    zeros = {item.number for item in framework.items if dice.random() < 0.08}
    if amount.gaps is not None:
        zeros = set(dice.sample([item.number for item in framework.items], amount.gaps))
    yield "คะแนน OIT", [code, ASSESSED, *(0 if item.number in zeros else 100 for item in framework.items)]
    for year in range(ASSESSED - 7, ASSESSED):
        yield "ผลย้อนหลัง", [code, year, float(score(dice, 70))]
    for node in [f"O{item}" for item in sorted(zeros)] or ["8"]:
        issue = "ข้อมูลที่เผยแพร่ยังไม่ครบตามองค์ประกอบ"
        plan = ["จัดทำและเผยแพร่ข้อมูลให้ครบถ้วน", STEPS, "ตลอดปีงบประมาณ", "กลุ่มอำนวยการ\nกลุ่มกฎหมายและคดี", WATCH]
        yield "มาตรการ", [code, node, issue, *plan]
        attended = dice.randint(50, 65)
        done = ["ประชุมเชิงปฏิบัติการปรับปรุงข้อมูล", "1. ประชุม 1 ครั้ง\n2. แก้ไขข้อมูลครบทุกข้อ", "ข้อมูลครบและเป็นปัจจุบัน"]
        yield "ผลการดำเนินงาน", [code, node, *done, "15 มีนาคม 2567", f"ห้องประชุม {short}", attended, 65]
    for task in ("ร้องเรียน/ตรวจสอบ", "ร้องทุกข์", "อุทธรณ์", "คดีปกครอง"):
        before, new = dice.randint(0, 4), dice.randint(0, 5)
        yield "เรื่องร้องเรียน", [code, task, before, new, dice.randint(0, before + new)]
    for at in range(amount.photos):
        file = f"photos/{own_photo(code, at)}" if amount.own else f"photo-{dice.randrange(POOL) + 1:02}.jpg"
        yield "ภาพ", [code, f"กิจกรรมที่ {at // 4 + 1}", file, f"ภาพกิจกรรมของ{short} ภาพที่ {at + 1}"]
    for at in range(8):
        person = f"นางสาว{dice.choice(FIRST)} {dice.choice(SURNAMES)}"
        yield "ผู้จัดทำ", [code, "ที่ปรึกษา" if at < 2 else "คณะทำงาน", person, "ศึกษานิเทศก์", "กรรมการ"]


def texts(code: str, number: int, count: int) -> Iterator[tuple[str, list[Any]]]:
    """The rows of an office's own texts: paragraphs under headings, with lists between."""
    from pdf_inputs import phrases, prose

    rng = random.Random(9000 + number)
    # no phrase names an office: a report is warned of another's name
    said = tuple(phrase for phrase in phrases() if not re.search("สำนักงาน|สพ[ปม]|ศธจ", phrase))
    for at in range(count):
        place = PLACES[at % len(PLACES)]
        listed = "".join(f"\n{item}. {prose(rng, 70, said)}" for item in range(1, 4)) if at % 4 == 3 else ""
        yield "เนื้อหา", [code, place, at + 2, prose(rng, 40, said), f"{prose(rng, 480, said)}{listed}"]


def score(dice: random.Random, least: int = 85) -> Decimal:
    """A survey's score of two decimals."""
    return Decimal(dice.randint(least * 100, 10_000)) / 100


def write_photo(path: Path, number: int) -> None:
    """A picture of 1600 × 1200 that a camera could have made, as hard to compress."""
    dice = random.Random(number)
    size = (1600, 1200) if number % 4 else (1200, 1600)
    grain = Image.frombytes("L", (size[0] // 4, size[1] // 4), dice.randbytes(size[0] * size[1] // 16)).resize(size)
    picture = Image.merge(
        "RGB", [grain.point(lambda value, base=base: base + value // 8) for base in dice.sample(range(60, 200), 3)]
    )
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y, wide = dice.randrange(size[0]), dice.randrange(size[1]), dice.randrange(80, 400)
        draw.ellipse((x, y, x + wide, y + wide), fill=tuple(dice.randbytes(3)))
    picture.save(path, quality=88)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    for name, default in (("offices", 245), ("photos", 20), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    print(write(asked.folder, Amount(asked.offices, asked.photos), asked.seed))


if __name__ == "__main__":
    main()
