"""docs/structured-text.md: what it says of its examples is what the program makes of them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from PIL import Image

import ita_docs
from ita_docs.structured.outline import LEVELS, Clause
from ita_docs.structured.text import PageBreak, TextPicture, TextTable
from ita_docs.thai.counting import letters
from ita_docs.thai.numerals import to_thai
from ita_docs.word.agreement import PARTS
from ita_docs.word.clauses import CLAUSE, MOST_LEVELS
from ita_docs.word.pictures import MOST_HIGH, MOST_WIDE
from ita_docs.word.structured import NAMES
from tests.templates.test_golden import text_of
from tools.pictures import MOST_BYTES, TYPED
from tools.text_examples import FOLDER, KIND, PAGE, SHOWN, Example, Outcome, example_kind, examples, outcome
from tools.text_examples import write_workbook as written

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = examples(TEXT)
PRINTED = {
    "clauses": (
        "สำนักงานกำหนดแนวปฏิบัติไว้ ดังนี้|๑. การลงเวลา|๑.๑ บุคลากรลงเวลาด้วยการสแกนใบหน้า|๑.๒ ผู้ไปราชการแจ้งล่วงหน้า|"
        "๑.๒.๑ แจ้งทางระบบออนไลน์|๑) แนบหนังสือเชิญ|(๑) หนังสือฉบับจริง|ก. มีลายมือชื่อ|- ลงวันที่ครบถ้วน|๒. การลา|"
        "๒.๑ ผู้ลาป่วยส่งใบลาในวันแรกที่กลับมา"
    ),
    "lists": (
        "ข้อเท็จจริง|๑. มีผู้เข้าอบรม จำนวน ๖๒ คน|๒. ผู้เข้าอบรมพึงพอใจในระดับมากที่สุด|รายละเอียดตามแบบสรุปที่แนบ|"
        "๓. ใช้งบประมาณ ๘,๔๐๐ บาท|ข้อเสนอ|๑. เผยแพร่ผลการอบรมบนเว็บไซต์|๒. จัดอบรมอีกครั้งในไตรมาสที่ ๔"
    ),
    "plain": (
        "๓.๕ ล้านบาท เป็นวงเงินของโครงการ|๐๘.๓๐ น. ลงทะเบียน|๑๒ กรกฎาคม ๒๕๖๗ เป็นวันสุดท้าย|๑. ประชุมคณะทำงาน|"
        "๓.๕ ล้านบาท แบ่งจ่ายสองงวด|๒. รายงานผล"
    ),
    "wrong": "๑. ประชุมคณะทำงาน|๒. จัดอบรม|๓. รายงานผล",
    "looks": "ผลที่ได้รับ บุคลากรเข้าใจการประเมินมากขึ้น|ให้ส่งข้อมูลภายในวันที่ ๒๐ มิถุนายน ๒๕๖๖เท่านั้น",
    "headings": ("เรื่องเดิม|ตามที่สำนักงานได้รับอนุมัติให้จัดประชุม นั้น|ภารกิจที่ต้องดำเนินการต่อไป|๑. ติดตามข้อมูลที่ยังไม่ครบ|๒. นำข้อมูลเข้าระบบ"),
    "table": ("ผลการสำรวจ ปรากฏดังนี้|กลุ่ม|ผู้ตอบ (คน)|คะแนนเฉลี่ย|อำนวยการ|๔๒|๔.๖๑|นิเทศ ติดตาม และประเมินผล|๔๐|๔.๗๐"),
    "picture": "ภาพประกอบการประชุม|ภาพที่ ๑ การประชุมกลั่นกรองข้อมูล",
    "pages": "หน้าแรก|#|หน้าที่สอง",
    "rows": (
        "ให้ทุกกลุ่มถือปฏิบัติ ดังนี้|๑. การเผยแพร่ข้อมูล|๑.๑ เจ้าของข้อมูลตรวจก่อนส่ง|๑.๒ ผู้ดูแลเว็บไซต์เผยแพร่ภายในสองวันทำการ|"
        "๑) กรณีอนุญาต ให้ลงวันที่เผยแพร่|๒) กรณีไม่อนุญาต ให้แจ้งเหตุผล|๒. การกำกับติดตาม"
    ),
}
"""The lines of each example's pages, `#` between two pages."""


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> ita_docs.Kind:
    return example_kind(EXAMPLES[KIND].text, tmp_path_factory.mktemp("kind"))


def made(kind: ita_docs.Kind, folder: Path, text: str, name: str = "own") -> Outcome:
    """What a cell with that text gives."""
    example = Example(name, text)
    return outcome(example, kind, written(example, folder))


def lines(result: Outcome) -> str:
    """What stands on its pages, in the form of `PRINTED`."""
    shown = [re.sub("────.*", "#", line) for line in text_of(ita_docs.lay_out(result.docx)).splitlines()]
    return "|".join(shown[1:])


def test_the_page_has_the_examples_that_are_tried_here() -> None:
    assert set(EXAMPLES) == {*PRINTED, KIND}
    assert set(SHOWN) <= set(PRINTED)


@pytest.mark.parametrize("name", PRINTED)
def test_example_prints_what_it_should(name: str, kind: ita_docs.Kind, tmp_path: Path) -> None:
    result = outcome(EXAMPLES[name], kind, written(EXAMPLES[name], tmp_path))
    assert lines(result) == PRINTED[name]
    said = re.search(rf"<!-- said: {name} -->\n\n```\n(.*?)\n```", TEXT, re.S)
    assert list(result.said) == (said[1].splitlines() if said else [])


@pytest.mark.parametrize("name", SHOWN)
def test_pictures_are_of_what_the_page_says(name: str) -> None:
    for part in ("sheet", "page"):
        path = FOLDER / f"{name}-{part}.png"
        assert f"](structured-text/{path.name})" in TEXT
        assert path.stat().st_size <= MOST_BYTES
        with Image.open(path) as picture:
            assert picture.text[TYPED] == EXAMPLES[name].typed, "run: make docs"


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {
        f"{name}-{part}" for name in SHOWN for part in ("sheet", "page")
    }


# ---------------------------------------------------------------- sentences of the page


def test_words_of_emphasis_are_bold_and_underlined_however_it_is_done(kind: ita_docs.Kind, tmp_path: Path) -> None:
    by_buttons = made(kind, tmp_path, EXAMPLES["looks"].text, "looks").record.values["body"]
    by_marks = made(kind, tmp_path, EXAMPLES["looks"].text).record.values["body"]
    assert [one.text.spans for one in by_buttons] == [one.text.spans for one in by_marks]
    spans = [span for one in by_marks for span in one.text.spans]
    assert [span.text for span in spans if span.bold] == ["ผลที่ได้รับ"]
    assert [span.text for span in spans if span.underlined] == ["ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๖"]


def test_marks_are_text_where_the_cell_itself_is_set(kind: ita_docs.Kind, tmp_path: Path) -> None:
    path = written(Example("own", "ก"), tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"] = CellRichText(TextBlock(InlineFont(b=True), "หนา"), " และ **ดาว**")
    book.save(path)
    (one,) = outcome(Example("own"), kind, path).record.values["body"]
    assert str(one) == "หนา และ **ดาว**"


def test_headings_are_headings_and_a_bold_clause_is_a_clause(kind: ita_docs.Kind, tmp_path: Path) -> None:
    body = made(kind, tmp_path, EXAMPLES["headings"].text).record.values["body"]
    assert [(one.heading, one.form) for one in body] == [
        *((True, None), (False, None), (True, None), (False, "1."), (True, "1."))
    ]


def test_clauses_nest_as_deep_as_is_said(kind: ita_docs.Kind, tmp_path: Path) -> None:
    forms = ["๑.", "๑.๑", "๑.๑.๑", "๑)", "(๑)", "ก.", "ก)", "(ก)", "-"]
    assert f"ซ้อนกันได้ {MOST_LEVELS} ระดับ" in TEXT
    result = made(kind, tmp_path, "\n".join(f"{form} ข้อ" for form in forms))
    assert [one.depth for one in result.record.values["body"]] == list(range(1, MOST_LEVELS + 1))
    assert lines(result).split("|") == [f"{form} ข้อ" for form in forms]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("๑. ก\n๑) ข\n(๑) ค", "๑. ก|๑) ข|(๑) ค"),
        ("๑. ก\nก. ข\n- ค", "๑. ก|ก. ข|- ค"),
        ("๑. ก\n๑.๑ ข\n๑.๒ ค\n๒. ง\n๒.๑ จ", "๑. ก|๑.๑ ข|๑.๒ ค|๒. ง|๒.๑ จ"),
        ("๓. ก\n๔. ข", "๓. ก|๔. ข"),
        ("1. ก\n1.1 ข", "๑. ก|๑.๑ ข"),
        ("๓. ก\n๓.๑ ข\nวงเงิน ๓.๒ ล้านบาท", "๓. ก|๓.๑ ข|วงเงิน ๓.๒ ล้านบาท"),
        ("๑. ก\n๒. ข\n๗. ค", "๑. ก|๒. ข|๗. ค"),
        ("ก\n[page break]\nข\n[ขึ้นหน้าใหม่]\nค", "ก|#|ข|#|ค"),
    ],
)
def test_what_is_said_of_clauses(typed: str, printed: str, kind: ita_docs.Kind, tmp_path: Path) -> None:
    result = made(kind, tmp_path, typed)
    assert lines(result) == printed
    assert result.said == ()


def test_what_is_off_by_more_than_one_is_text(kind: ita_docs.Kind, tmp_path: Path) -> None:
    body = made(kind, tmp_path, "๑. ก\n๒. ข\n๗. ค").record.values["body"]
    assert [one.form for one in body] == ["1.", "1.", None]


def test_a_table_may_be_pasted_and_may_hold_bars(kind: ita_docs.Kind, tmp_path: Path) -> None:
    typed = EXAMPLES["table"].text
    pasted = "\n".join(line.strip("| ").replace(" | ", "\t") for line in typed.splitlines())
    assert "\t" in pasted
    body, same = (made(kind, tmp_path, text).record.values["body"] for text in (typed, pasted))
    assert [str(block) for block in body] == [str(block) for block in same]
    assert [type(block) for block in body] == [Clause, TextTable]
    (table,) = made(kind, tmp_path, "| ก | ข |\n| ค \\| ง | จ |").record.values["body"]
    assert table.rows[1][0] == "ค | ง"
    for no_table in ("| ก | ข |", "| ก |\n| ข |"):
        assert not any(isinstance(one, TextTable) for one in made(kind, tmp_path, no_table).record.values["body"])


def test_pictures_come_from_below_the_workbook_alone(kind: ita_docs.Kind, tmp_path: Path) -> None:
    assert f"กว้างไม่เกิน {MOST_WIDE:.0f} ซม. และสูงไม่เกิน {MOST_HIGH:.0f} ซม." in TEXT
    folder = tmp_path / "งาน"
    (folder / "ภาพ").mkdir(parents=True)
    made(kind, folder, "ก")
    photo = next(folder.glob("*.png"))
    photo.rename(folder / "ภาพ" / photo.name)
    (block,) = made(kind, folder, "[รูป: ภาพ/ห้องประชุม.png]").record.values["body"]
    assert isinstance(block, TextPicture)
    (tmp_path / "นอก.png").write_bytes((folder / "ภาพ" / photo.name).read_bytes())
    for name in ("../นอก.png", "ไม่มี.png"):
        with pytest.raises(ValueError, match=re.escape(f"ไม่พบไฟล์ “{name}”")):
            made(kind, folder, f"[รูป: {name}]")
    (block,) = made(kind, folder, "[picture: ห้องประชุม.png | caption | 8 cm]").record.values["body"]
    assert (block.caption, block.width) == ("caption", 8)


def test_levels_are_those_that_are_named(kind: ita_docs.Kind, tmp_path: Path) -> None:
    named = re.search(r"เลข 1 ถึง (\d) หรือเลขข้อตัวอย่าง \((.*) ตามลำดับ\)", TEXT)
    assert named is not None
    assert int(named[1]) == len(LEVELS)
    shown = [{"ก.": f"{letters(1)}.", "-": "-"}.get(form, to_thai(form)) for form, _ in LEVELS]
    shown[1:3] = ["๑.๑", "๑.๑.๑"]
    assert re.findall("`(.*?)`", named[2]) == shown
    marks = [*shown, "หัวข้อ", ""]
    rows = [("ป-01", str(number), mark, f"แถวที่ {number}") for number, mark in enumerate(marks, 1)]
    example = Example("levels", rows=(("รหัส", "ลำดับ", "ระดับ", "ข้อความ"), *reversed(rows)))
    body = outcome(example, kind, written(example, tmp_path)).record.values["body"]
    assert [one.depth for one in body] == [*range(1, len(LEVELS) + 1), 0, 0]
    assert [one.heading for one in body] == [*[False] * len(LEVELS), True, False]
    assert [str(one) for one in body] == [row[3] for row in rows]


def test_styles_are_those_that_texts_use() -> None:
    table = TEXT.partition("<!-- styles -->")[2].partition("\n## ")[0]
    named = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.M))
    levels = {CLAUSE.format(depth) for depth in range(1, MOST_LEVELS + 1)}
    assert named == {role: name for role, name in NAMES.items() if role not in levels}
    assert "| `Clause1` … `Clause9` | ข้อ ระดับ ๑ … ข้อ ระดับ ๙ |" in table
    assert len(levels) == 9


def test_the_kind_and_its_template_agree(kind: ita_docs.Kind) -> None:
    assert ita_docs.check_kind(kind.folder).problems == ()


def test_a_break_is_a_block_of_its_own(kind: ita_docs.Kind, tmp_path: Path) -> None:
    body = made(kind, tmp_path, EXAMPLES["pages"].text).record.values["body"]
    assert [type(block) for block in body] == [Clause, PageBreak, Clause]


def test_numbers_are_words_own_and_never_typed(kind: ita_docs.Kind, tmp_path: Path) -> None:
    result = made(kind, tmp_path, EXAMPLES["clauses"].text)
    with ZipFile(BytesIO(result.docx)) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:numPr>") == sum(one.depth > 0 for one in result.record.values["body"]) == 10
    assert [text for text in re.findall("<w:t[ >][^<]*", body) if re.search(">[๐-๙(]", text)] == []


def test_tags_of_the_page_are_those_that_texts_have() -> None:
    named = set(re.findall(r"\{\{p body\.(\w+) \}\}", TEXT))
    assert named == {part for part in PARTS["structured"] if part.isidentifier()} != set()
