"""Structured texts in documents: what is typed comes out as Word's own numbering, emphasis, tables, pictures."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ita_docs import Template, lay_out
from ita_docs.problems import TemplateError
from ita_docs.structured.emphasis import emphasized
from ita_docs.structured.text import StructuredText, TextPicture, structured
from ita_docs.thai.numerals import to_arabic, to_thai

from .templates import paragraphs


def text(typed: str) -> StructuredText:
    return structured([emphasized(line) for line in typed.split("\n")])


def filled(body: StructuredText, **options: object) -> bytes:
    return Template(paragraphs("ก่อน", "{{p body }}", "หลัง"), **options).fill({"body": body})  # type: ignore[arg-type]


def lines(made: bytes) -> list[str]:
    """What the laid-out document says between ก่อน and หลัง."""
    said = [placed.line.text for page in lay_out(made).pages for placed in page.lines()]
    assert (said[0], said[-1]) == ("ก่อน", "หลัง")
    return said[1:-1]


def opened(made: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(made))


def test_what_people_type_stays_text() -> None:
    assert lines(filled(text("๑. R&D <b> {{ y }}"))) == ["๑. R&D <b> {{ y }}"]


@pytest.mark.parametrize("bare", [False, True])
def test_a_template_shows_clauses(bare: bool) -> None:
    data = paragraphs("ก่อน", "{{p body }}", "หลัง")
    if bare:
        data = without_numbering(data)
    typed = ["๑. R&D <b> {{ y }}", "๑.๑ ๓.๕ ล้านบาท", "ข้อความ", "๒. จบ"]
    made = Template(data).fill({"body": text("\n".join(typed))})
    assert lines(made) == typed
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("[Content_Types].xml").count(b"numbering+xml") == 1
        assert package.read("word/_rels/document.xml.rels").count(b"relationships/numbering") == 1
    opened(made)
    assert Template(data).fill({"body": text("\n".join(typed))}) == made


def without_numbering(data: bytes) -> bytes:
    """The package without its numbering part."""
    taken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(taken, "w") as kept:
        for name in given.namelist():
            if name != "word/numbering.xml":
                part = re.sub(rb"<(Override|Relationship) [^>]*numbering[^>]*>", b"", given.read(name))
                kept.writestr(name, part)
    return taken.getvalue()


def test_no_text_is_nothing() -> None:
    assert lines(filled(text(""))) == []


@pytest.mark.parametrize(("numerals", "typed", "shown"), [
    ("thai", "1. ข้อ", "๑. ข้อ"), ("arabic", "๑. ข้อ", "1. ข้อ"),
    ("as-typed", "1. ข้อ", "1. ข้อ"), ("as-typed", "๑. ข้อ", "๑. ข้อ"),
])  # fmt: skip
def test_numbers_by_policy(numerals: str, typed: str, shown: str) -> None:
    assert lines(filled(text(typed), numerals=numerals)) == [shown]


def test_english_keeps_its_digits() -> None:
    english = text("1. Report gifts within 7 days").as_typed
    assert lines(filled(english, numerals="thai")) == ["1. Report gifts within 7 days"]


def test_emphasis() -> None:
    document = opened(filled(text("ข้อ **สำคัญ** และ __ขีดเส้น__ **__ทั้งสอง__** จบ")))
    runs = [(run.text, run.bold, run.underline) for run in document.paragraphs[1].runs]
    assert runs == [
        ("ข้อ ", None, None), ("สำคัญ", True, None), (" และ ", None, None), ("ขีดเส้น", None, True),
        (" ", None, None), ("ทั้งสอง", True, True), (" จบ", None, None),
    ]  # fmt: skip
    assert b"<w:bCs/>" in filled_xml(text("**หนา**"))


def filled_xml(body: StructuredText, **options: object) -> bytes:
    with zipfile.ZipFile(io.BytesIO(filled(body, **options))) as package:
        return package.read("word/document.xml")


def test_the_number_of_a_bold_clause_is_bold() -> None:
    document = opened(filled(text("**๑. หนา**\n๒. บาง")))
    marks = [paragraph._p.pPr.find(f"{{{W}}}rPr/{{{W}}}bCs") for paragraph in document.paragraphs[1:3]]
    assert [mark is not None for mark in marks] == [True, False]


def test_a_table_is_a_table() -> None:
    made = filled(text("ก่อนตาราง\n| รายการ | จำนวน |\n|---|---|\n| R&D <b> | ๑๒ |\n| **รวม** | ๑๒ | เกิน |\nจบ"))
    [table] = opened(made).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["รายการ", "จำนวน", ""], ["R&D <b>", "๑๒", ""], ["รวม", "๑๒", "เกิน"],
    ]  # fmt: skip
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert opened(made).paragraphs[1].paragraph_format.keep_with_next
    assert {item.code for item in lay_out(made).problems} <= {"font-substituted"}


def test_no_word_of_a_narrow_column_is_torn() -> None:
    made = filled(text("| ลำดับ | หลักสูตรที่เป็นวิทยากรในปีงบประมาณ | ชั่วโมง |\n" + f"| ๑ | {'การพัฒนาแผนการเรียนรู้ ' * 4} | ๓ |"))
    assert {"ลำดับ", "ชั่วโมง", "๑", "๓"} <= {line.strip() for line in lines(made)}


def test_a_picture_fits_its_page(tmp_path: Path) -> None:
    path = tmp_path / "ภาพ.png"
    Image.new("L", (3000, 200)).save(path)
    body = StructuredText((TextPicture("ภาพ.png", "คำบรรยาย", None, path), TextPicture("ภาพ.png", "", 5.0, path)))
    made = opened(filled(body))
    assert [round(shape.width.cm, 1) for shape in made.inline_shapes] == [16.0, 5.0]
    assert [paragraph.text for paragraph in made.paragraphs] == ["ก่อน", "", "คำบรรยาย", "", "หลัง"]


def test_a_page_break_begins_a_page() -> None:
    layout = lay_out(filled(text("หนึ่ง\n[ขึ้นหน้าใหม่]\nสอง\n[ขึ้นหน้าใหม่]\n| ก | ข |\n| ค | ง |\n[หน้าใหม่]")))
    assert [[placed.line.text for placed in page.lines() if placed.line.text] for page in layout.pages] == [
        ["ก่อน", "หนึ่ง"], ["สอง"], ["ก", "ข", "ค", "ง"], ["หลัง"],
    ]  # fmt: skip


def test_the_end_keeps_with_what_follows() -> None:
    def kept(typed: str) -> list[bool]:
        document = opened(filled(text(typed).with_next))
        return [bool(paragraph.paragraph_format.keep_with_next) for paragraph in document.paragraphs[1:-1]]

    assert kept("สั้น\nสั้น\nสั้น\nสั้น") == [False, True, True, True]
    assert kept("ต้น\n" + "ยาว" * 60) == [False, True]
    assert kept("ต้น\n[หน้าใหม่]\nปลาย") == [False, True]
    assert [p.paragraph_format.keep_with_next for p in opened(filled(text("ก\nข"))).paragraphs[1:-1]] == [None, None]


@pytest.mark.parametrize("renamed", [False, True])
def test_styles_are_found_by_id_or_name(renamed: bool) -> None:
    """Word gives styles with Thai names ids of its own when it saves a template."""
    document = opened(paragraphs("{{p body }}"))
    for id, name in (("Body", "เนื้อความ"), ("Clause1", "ข้อ ระดับ ๑")):
        style = document.styles.add_style(name if renamed else id, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(f"{{{W}}}styleId", f"a{len(id)}" if renamed else id)
        style.paragraph_format.first_line_indent = Cm(2.5)
    stream = io.BytesIO()
    document.save(stream)
    made = opened(Template(stream.getvalue()).fill({"body": text("ก\n๑. ข\n๑.๑ ค")}))
    wanted = ["เนื้อความ", "ข้อ ระดับ ๑"] if renamed else ["Body", "Clause1"]
    assert [paragraph.style.name for paragraph in made.paragraphs] == [*wanted, "Normal"]
    levels = made.part.numbering_part.element.findall(f"{{{W}}}abstractNum")[-1].findall(f"{{{W}}}lvl")
    assert [level.find(f"{{{W}}}pPr") is not None for level in levels] == [True, False]


def test_a_short_table_stays_whole() -> None:
    def kept(count: int) -> list[bool]:
        [table] = opened(filled(text("\n".join(["| ก | ข |"] * count)))).tables
        return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]

    assert kept(4) == [True, True, True, False]
    assert kept(12) == [True] + [False] * 11


def test_a_text_inside_a_line_is_refused() -> None:
    with pytest.raises(TemplateError, match="ทั้งย่อหน้า"):
        Template(paragraphs("ที่นี่ {{ body }}")).fill({"body": text("ก")})


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf")), max_size=12
)
PIECES = st.sampled_from(
    ("**", "__", "|", "1. ", "๑.๑ ", "(ก) ", "- ", "# ", "[รูป: ก.png]", "[หน้าใหม่]", " ", "ข้อ", "<b>", "&")
)


@given(st.lists(st.one_of(WORDS, st.lists(PIECES, max_size=6).map("".join)), max_size=8))
def test_no_word_is_lost(typed: list[str]) -> None:
    """Every letter and digit that is no mark is in the document, in order."""
    body = text("\n".join(typed))
    document = opened(Template(paragraphs("{{p body }}")).fill({"body": body}))
    said = "".join(node.text or "" for node in document.element.body.iter(f"{{{W}}}t"))
    meant = "".join(str(block) for block in body)
    assert letters(said) == letters(meant)
    numbers = re.compile(r"^\s*(?:\*\*|__)*\s*(?:[0-9๐-๙.]+\)?|\([0-9๐-๙]+\)|[ก-ฮ][.)]|\([ก-ฮ]\))")
    missing = letters("".join(numbers.sub("", line) for line in typed if not COMMAND.search(line)))
    at = 0
    for letter in missing:
        at = letters(said).index(letter, at) + 1


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMMAND = re.compile(r"\[(?:รูป|หน้าใหม่)")


def letters(said: str) -> str:
    return "".join(filter(str.isalnum, said))


@given(st.lists(st.sampled_from(("1. ก", "1.1 ข", "๒. ค", "(1) ง", "ย่อหน้า", "- จ")), max_size=8), st.booleans())
def test_numbers_never_are_text(typed: list[str], thai: bool) -> None:
    made = filled(text("\n".join(typed)), numerals="thai" if thai else "arabic")
    dress = to_thai if thai else to_arabic
    assert len(lines(made)) == len(typed)
    for block, line in zip(text("\n".join(typed)).clauses, lines(made), strict=True):
        assert line == dress(line)
        assert line.endswith(dress(block.text))
