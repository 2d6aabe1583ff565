"""Lines below the signature that would stand alone on a page: less room above them, or the signature with them."""

from __future__ import annotations

from pathlib import Path

import pytest

import ita_docs
from ita_docs.painting.pdf import PdfOptions
from ita_docs.recipe.finishing import Finish, finish
from ita_docs.word.documents import Dress, Writer
from ita_docs.word.fitting import GAPS, Yielding, stands_alone

SETTINGS = ita_docs.Settings()
ROW = {
    "เลขอ้างอิง": "L-1",
    "ส่วนราชการเจ้าของหนังสือ": "สำนักงานตัวอย่าง",
    "เรื่อง": "ทดสอบ",
    "เรียน": "ผู้อำนวยการโรงเรียนตัวอย่าง",
    "ภาคสรุป": "จึงเรียนมาเพื่อทราบ",
    "ผู้ลงนาม": "นายทดสอบ ระบบดี",
    "ตำแหน่ง": "ผู้อำนวยการ",
    "ส่วนราชการเจ้าของเรื่อง": "กลุ่มอำนวยการ",
    "โทรศัพท์": "0 2000 0000",
    "โทรสาร": "0 2000 0001",
}


def pages(lines: int, copy: str = "") -> list[list[str]]:
    """The lines of each page of a letter with so many paragraphs, as it is made."""
    pandas = pytest.importorskip("pandas")
    kind = ita_docs.load_kind("letter")
    row = {**ROW, "ข้อความ": "\n".join(f"ย่อหน้าที่ {number}" for number in range(lines))}
    [record] = ita_docs.check(kind, {"หนังสือภายนอก": pandas.DataFrame([row])}).records
    writer = Writer(kind, Dress.of(kind, SETTINGS, copy=copy))  # type: ignore[arg-type]
    data = writer.write(record)
    made = finish(data, "L-1.docx", Finish(False, False, False, PdfOptions(), writer.yielding)).kept or data
    layout = ita_docs.lay_out(made)
    return [[line.line.text.strip() for line in page.lines() if line.line.text.strip()] for page in layout.pages]


def test_the_gap_shrinks_and_then_the_signature_goes_along() -> None:
    seen = set()
    for lines in range(8, 26):
        made = pages(lines)
        where = [number for number, page in enumerate(made) for line in page if line.startswith("โทร.")]
        signed = [number for number, page in enumerate(made) for line in page if line.startswith("(นาย")]
        assert where == signed == [len(made) - 1], lines
        if len(made) > 1:
            last = [line for line in made[-1] if line.startswith(("ย่อหน้าที่", "จึงเรียน"))]
            assert len(last) >= 2, lines
        seen.add(len(made))
    assert seen == {1, 2}


def test_a_copy_breaks_where_its_original_does() -> None:
    for lines in (12, 13, 14, 15):
        original, copied = pages(lines), pages(lines, "สำเนาถูกต้อง")
        assert [page[0] for page in copied][: len(original)] == [
            "-สำเนา-" if number == 0 else page[0] for number, page in enumerate(original)
        ]


def test_a_template_without_such_lines_has_no_room_to_give_up() -> None:
    kind = ita_docs.load_kind("memo")
    assert Writer(kind, Dress.of(kind, SETTINGS)).yielding is None
    styles = '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="ส่วนราชการเจ้าของเรื่อง"/></w:style>'
    assert Yielding.of(styles, '<w:pStyle w:val="a7"/>') == Yielding("a7", ())
    assert Yielding.of(styles, "") is None
    assert sorted(GAPS, reverse=True) == list(GAPS)


def test_a_page_that_begins_below_the_end_does_not_count(tmp_path: Path) -> None:
    kind = ita_docs.load_kind("letter")
    record = ita_docs.check(
        kind, ita_docs.read_workbook(Path(__file__).parents[2] / "samples" / "letter.xlsx")
    ).records[0]
    data = ita_docs.fill(kind, record, copy="สำเนาถูกต้อง")
    yielding = Writer(kind, Dress.of(kind, SETTINGS)).yielding
    assert yielding is not None
    assert not stands_alone(data, yielding, [1])
    assert not stands_alone(data, yielding, [10_000])
