"""The memo template against the regulation's facts, and what it prints for full and for empty values."""

from __future__ import annotations

from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from .memo_pages import FOLDER, Rows, W, filled, lines, part

PACKAGE = ZipFile(FOLDER / "template.docx")
STYLES = part(PACKAGE, "word/styles.xml")
PARTS = ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml")


def resolved(style_id: str, path: str) -> etree._Element | None:
    """A property of a style, its own or of the styles it is based on, else of the document's defaults."""
    while style_id:
        [style] = STYLES.xpath(f"w:style[@w:styleId='{style_id}']", namespaces={"w": W.strip("{}")})
        found = style.find("/".join(f"{W}{tag}" for tag in path.split("/")))
        if found is not None:
            return found
        parent = style.find(f"{W}basedOn")
        style_id = "" if parent is None else parent.get(f"{W}val")
    kind, rest = path.split("/", 1)
    default = {"pPr": "pPrDefault/pPr", "rPr": "rPrDefault/rPr"}[kind]
    return STYLES.find("/".join(f"{W}{tag}" for tag in f"docDefaults/{default}/{rest}".split("/")))


def value(style_id: str, path: str, attribute: str = "val") -> str | None:
    """An attribute of a resolved property; "" where the attribute is absent, None where the property is."""
    found = resolved(style_id, path)
    return None if found is None else found.get(W + attribute, "")


def test_paper_and_margins() -> None:
    section = part(PACKAGE).find(f"{W}body/{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    wanted = {"left": "1701", "right": "1134", "top": "850", "bottom": "1134"}
    assert {side: margins.get(W + side) for side in wanted} == wanted
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}pgNumType").get(f"{W}fmt") == "thaiNumbers"


@pytest.mark.parametrize(
    ("style", "points", "bold"),
    [
        ("MemoTitle", 29, True),
        ("Label", 20, True),
        ("AgencyLine", 16, False),
        ("NumberLine", 16, False),
        ("SubjectLine", 16, False),
        ("Addressee", 16, False),
        ("Body", 16, False),
        ("PartHeading", 16, True),
        ("Signer", 16, False),
        ("Urgency", 32, True),
        ("Secrecy", 32, True),
        ("PageNumber", 16, False),
    ],
)
def test_size_and_weight_on_both_sides(style: str, points: int, bold: bool) -> None:
    for tag in ("sz", "szCs"):
        assert value(style, f"rPr/{tag}") == str(2 * points)
    for tag in ("b", "bCs"):
        assert (resolved(style, f"rPr/{tag}") is not None) is bold


@pytest.mark.parametrize(
    ("style", "path", "attribute", "wanted"),
    [
        ("MemoTitle", "pPr/spacing", "line", "700"),
        ("MemoTitle", "pPr/spacing", "lineRule", "exact"),
        ("MemoTitle", "pPr/jc", "val", "center"),
        ("Urgency", "rPr/color", "val", "FF0000"),
        ("Secrecy", "rPr/color", "val", "FF0000"),
        ("Secrecy", "pPr/jc", "val", "center"),
        ("Body", "pPr/jc", "val", "thaiDistribute"),
        ("Body", "pPr/ind", "firstLine", "1417"),
        ("Closing", "pPr/ind", "firstLine", "1417"),
        ("Body", "pPr/spacing", "before", "120"),
        ("Addressee", "pPr/spacing", "before", "120"),
        ("Attachment", "pPr/spacing", "before", "120"),
        ("Closing", "pPr/spacing", "before", "120"),
        ("Signer", "pPr/jc", "val", "center"),
        ("Signer", "pPr/spacing", "before", "1085"),
        ("Position", "pPr/jc", "val", "center"),
        ("PageNumber", "pPr/jc", "val", "center"),
    ],
)
def test_paragraph_measures(style: str, path: str, attribute: str, wanted: str) -> None:
    assert value(style, path, attribute) == wanted


def test_single_line_spacing_unless_said() -> None:
    spacing = STYLES.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert {name: spacing.get(W + name) for name in ("line", "lineRule", "after")} == {
        "line": "240",
        "lineRule": "auto",
        "after": "0",
    }
    exact = {style.get(f"{W}styleId") for style in STYLES if style.find(f"{W}pPr/{W}spacing[@{W}lineRule]") is not None}
    assert exact == {"MemoTitle", "TableGap", "CopyInitials"}


@pytest.mark.parametrize("style", ["AgencyLine", "NumberLine", "SubjectLine"])
def test_head_lines_have_dots_to_the_margin_and_hang_under_their_value(style: str) -> None:
    stops = [(tab.get(f"{W}val"), tab.get(f"{W}pos"), tab.get(f"{W}leader")) for tab in resolved(style, "pPr/tabs")]
    assert stops[-1] == ("right", "9071", "dot")
    assert value(style, "pPr/ind", "left") == value(style, "pPr/ind", "hanging") == stops[0][1]


def test_title_is_centred_on_the_paper_and_the_emblem_at_the_margin() -> None:
    table = part(PACKAGE).find(f"{W}body/{W}tbl")
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == 9071
    assert abs(1701 + sum(widths[:2]) + widths[2] / 2 - 11906 / 2) <= 1
    margins = STYLES.xpath(".//w:style[@w:styleId='HeadLayout']//w:tblCellMar/*/@w:w", namespaces={"w": W.strip("{}")})
    assert set(margins) == {"0"}
    first = table.find(f".//{W}p")
    assert "".join(first.itertext()) == "{{ emblem }}"
    assert value("EmblemLine", "pPr/jc") is None


@pytest.mark.parametrize("style", ["Secrecy", "PageNumber", "CopyMark"])
def test_marks_are_centred_on_the_paper(style: str) -> None:
    left = 1701 + int(value(style, "pPr/ind", "left") or 0)
    assert left + (11906 - 1134 - left) / 2 == 11906 / 2


def test_signature_block_holds_together() -> None:
    for style in ("PartHeading", "TableTextLast", "Closing", "Opinion", "Signer", "CopyCertified"):
        assert value(style, "pPr/keepNext") == ""
    for style in ("Closing", "Opinion", "Signer", "Position", "CopyCertified", "CopyInitials"):
        assert value(style, "pPr/keepLines") == ""
    # What may be parted must not hold on: the text at large, and the end of one signature from the next opinion.
    assert resolved("Body", "pPr/keepNext") is None
    assert resolved("Position", "pPr/keepNext") is None


def test_no_rule_under_the_head_and_no_closing_phrase() -> None:
    assert not list(part(PACKAGE).iter(f"{W}pBdr"))
    assert "ขอแสดงความนับถือ" not in PACKAGE.read("word/document.xml").decode()


def test_everything_optional_empty_leaves_no_trace() -> None:
    package = filled(body=["ข้อความ"])
    assert lines(package) == [
        ("EmblemLine", ""),
        ("Urgency", ""),
        ("MemoTitle", "บันทึกข้อความ"),
        ("EmblemLine", ""),
        ("AgencyLine", "ส่วนราชการ\tกลุ่มอำนวยการ\t"),
        ("NumberLine", "ที่\t\t วันที่\t\t"),
        ("SubjectLine", "เรื่อง\tเรื่องทดสอบ R&D <b>\t"),
        ("Addressee", "เรียน\tผู้อำนวยการ"),
        ("Body", "ข้อความ"),
        ("Signer", "(นายทดสอบ ระบบดี)"),
        ("Position", "ครูชำนาญการ"),
    ]
    assert lines(package, "word/header1.xml") == [("Header", "")]
    assert lines(package, "word/header2.xml") == [("PageNumber", "- 2 -")]
    assert lines(package, "word/footer1.xml") == lines(package, "word/footer2.xml") == [("Footer", "")]
    assert [node.text for node in part(package, "word/header2.xml").iter(f"{W}instrText")] == [" PAGE "]


def test_everything_filled() -> None:
    step = {
        "opinion": ["- ทราบ", "- ดำเนินการ"],
        "signatory": "นายก ข",
        "position": ["ก", "ข"],
        "date": date(2024, 6, 27),
        "acting": "รักษาการแทน",
        "acting_for": "ค",
    }
    bare = {"opinion": [], "signatory": "", "position": [], "date": None, "acting": "", "acting_for": ""}
    package = filled(
        phone="๐ ๔๓๖๒ ๔๐๙๓",
        number="ศธ ๐๔๓๐๕/ว ๑๒๓",
        date=date(2024, 6, 26),
        urgency="ด่วนที่สุด",
        secrecy="ลับ",
        attachments=["แผนที่", "กำหนดการ"],
        body=["หนึ่ง", "สอง"],
        background=["เดิม"],
        proposal=["เสนอ ๑", "เสนอ ๒"],
        closing="จึงเรียนมาเพื่อโปรดทราบ",
        position=["ก", "ปฏิบัติราชการแทน ข"],
        opinions=[step, bare],
        table=Rows(("๑", "ดินสอ", "๓"), ("๒", "", "๔"), headings=("ที่", "รายการ", "จำนวน")),
    )
    assert lines(package)[1] == ("Urgency", "ด่วนที่สุด")
    assert lines(package)[4:] == [
        ("AgencyLine", "ส่วนราชการ\tกลุ่มอำนวยการ  โทร. ๐ ๔๓๖๒ ๔๐๙๓\t"),
        ("NumberLine", "ที่\tศธ ๐๔๓๐๕/ว ๑๒๓\t วันที่\t26/6/2567\t"),
        ("SubjectLine", "เรื่อง\tเรื่องทดสอบ R&D <b>\t"),
        ("Addressee", "เรียน\tผู้อำนวยการ"),
        ("AttachmentItem", "สิ่งที่ส่งมาด้วย\t1.\tแผนที่"),
        ("AttachmentItem", "\t2.\tกำหนดการ"),
        ("Body", "หนึ่ง"),
        ("Body", "สอง"),
        ("PartNumbered", "เรื่องเดิม"),
        ("Body", "เดิม"),
        ("PartNumbered", "ข้อเสนอ"),
        ("Body", "เสนอ ๑"),
        ("Body", "เสนอ ๒"),
        ("TableGap", ""),
        *[("TableHeading", text) for text in ("ที่", "รายการ", "จำนวน")],
        *[("TableText", text) for text in ("๑", "ดินสอ", "๓")],
        *[("TableTextLast", text) for text in ("๒", "", "๔")],
        ("Closing", "จึงเรียนมาเพื่อโปรดทราบ"),
        ("Signer", "(นายทดสอบ ระบบดี)"),
        ("Position", "ก\nปฏิบัติราชการแทน ข"),
        ("Opinion", "- ทราบ"),
        ("Opinion", "- ดำเนินการ"),
        ("Signer", "(นายก ข)"),
        ("PositionKept", "ก\nข รักษาการแทน\nค\n27/6/2567"),
        ("Signer", f"({'.' * 50})"),
        ("Position", ""),
    ]
    for name in PARTS[1:]:
        assert lines(package, name)[0] == ("Secrecy", "ลับ")


@pytest.mark.parametrize(
    ("agency", "torn"),
    [("กลุ่มอำนวยการ", False), ("ก" * 60, True), ("ก" * 90, False)],
)
def test_telephone_goes_to_a_line_of_its_own_where_it_would_be_torn(agency: str, torn: bool) -> None:
    between = "\t\n" if torn else "  "
    printed = dict(lines(filled(agency=agency, phone="๐ ๔๓๖๒ ๔๐๙๓")))["AgencyLine"]
    assert printed == f"ส่วนราชการ\t{agency}{between}โทร. ๐ ๔๓๖๒ ๔๐๙๓\t"


def test_one_attachment_and_one_headed_part_have_no_number() -> None:
    printed = lines(filled(attachments=["แผนที่"], facts=["จริง"]))
    assert ("Attachment", "สิ่งที่ส่งมาด้วย\tแผนที่") in printed
    assert ("PartHeading", "ข้อเท็จจริง") in printed
    assert ("Body", "จริง") in printed


@pytest.mark.parametrize("count", [1, 3, 6])
def test_table_fills_the_text_width_evenly(count: int) -> None:
    package = filled(body=["ก"], table=Rows(("ค่า",) * count, headings=("หัว",) * count))
    table = part(package).findall(f".//{W}tbl")[1]
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert len(widths) == count
    assert abs(sum(widths) - 9071) <= count + 1
    assert max(widths) - min(widths) <= 3
    heading, row = table.findall(f"{W}tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert heading.find(f"{W}trPr/{W}cantSplit") is not None
    assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_properties_name_the_memo() -> None:
    core = filled().read("docProps/core.xml").decode()
    assert "<dc:title>เรื่องทดสอบ R&amp;D &lt;b&gt;</dc:title>" in core
    assert "<dc:creator>กลุ่มอำนวยการ</dc:creator>" in core


@pytest.mark.parametrize(
    ("position", "printed"),
    [
        (["รองผู้อำนวยการ"], "รองผู้อำนวยการ ปฏิบัติราชการแทน\nผู้อำนวยการ"),
        (["นิติกร", "หัวหน้ากลุ่ม"], "นิติกร\nหัวหน้ากลุ่ม ปฏิบัติราชการแทน\nผู้อำนวยการ"),
        ([], "ปฏิบัติราชการแทน\nผู้อำนวยการ"),
    ],
)
def test_who_signs_for_another_says_so_after_the_own_post(position: list[str], printed: str) -> None:
    package = filled(body=["ก"], position=position, acting="ปฏิบัติราชการแทน", acting_for="ผู้อำนวยการ")
    assert dict(lines(package))["Position"] == printed


CERTIFIED = {"copy": "สำเนาถูกต้อง", "certifier": "นางสาวก ข", "certifier_position": ["เจ้าพนักงาน", "หัวหน้ากลุ่ม"]}


@pytest.mark.parametrize(
    ("values", "word", "added"),
    [
        ({"copy": "สำเนา"}, "-สำเนา-", []),
        ({"copy": "สำเนาคู่ฉบับ"}, "-สำเนาคู่ฉบับ-", [("CopyInitials", "\t ร่าง\n\t พิมพ์\n\t ตรวจ")]),
        (
            CERTIFIED,
            "-สำเนา-",
            [
                ("CopyCertified", "สำเนาถูกต้อง"),
                ("Signer", "(นางสาวก ข)"),
                ("Position", f"เจ้าพนักงาน\nหัวหน้ากลุ่ม\nวันที่ {'.' * 40}"),
            ],
        ),
        (
            {"copy": "สำเนาถูกต้อง"},
            "-สำเนา-",
            [
                ("CopyCertified", "สำเนาถูกต้อง"),
                ("Signer", f"({'.' * 50})"),
                ("Position", f"ตำแหน่ง {'.' * 40}\nวันที่ {'.' * 40}"),
            ],
        ),
    ],
)
def test_a_copy_is_the_original_with_its_word_and_its_block(
    values: dict[str, Any], word: str, added: list[tuple[str, str]]
) -> None:
    original, copy = filled(body=["ก"]), filled(body=["ก"], **values)
    assert lines(copy) == lines(original) + added
    assert lines(copy, "word/header1.xml") == [("CopyMark", word)]
    for name in PARTS[2:]:
        assert lines(copy, name) == lines(original, name)
    secret = filled(body=["ก"], secrecy="ลับ", **values)
    assert lines(secret, "word/header1.xml") == [("Secrecy", f"ลับ  {word}")]
