"""memo/kind.toml against the issue's table, and the template's tags against kind.toml."""

from __future__ import annotations

import tomllib
from typing import Any
from zipfile import ZipFile

from docxtpl import DocxTemplate
from jinja2 import Environment, meta

from .memo_pages import FOLDER

KIND: dict[str, Any] = tomllib.loads((FOLDER / "kind.toml").read_text(encoding="utf-8"))
FIELDS = [
    ("เลขอ้างอิง", "ref", "text"),
    ("ส่วนราชการ", "agency", "text"),
    ("โทรศัพท์", "phone", "phone"),
    ("ที่", "number", "document_number"),
    ("วันที่", "date", "date"),
    ("เรื่อง", "subject", "text"),
    ("เรียน", "to", "text"),
    ("ชั้นความเร็ว", "urgency", "choice"),
    ("ชั้นความลับ", "secrecy", "choice"),
    ("สิ่งที่ส่งมาด้วย", "attachments", "list"),
    ("ข้อความ", "body", "structured"),
    ("เรื่องเดิม", "background", "structured"),
    ("ข้อเท็จจริง", "facts", "structured"),
    ("ข้อกฎหมาย/ระเบียบ", "regulations", "structured"),
    ("ข้อพิจารณา", "considerations", "structured"),
    ("ข้อเสนอ", "proposal", "structured"),
    ("ลงท้าย", "closing", "text"),
    ("ผู้ลงนาม", "signatory", "person"),
    ("ตำแหน่ง", "position", "lines"),
    ("ปฏิบัติราชการแทน/รักษาการ", "acting", "choice"),
    ("ตำแหน่งที่แทน", "acting_for", "text"),
]
OPINION_FIELDS = [
    ("เลขอ้างอิง", "ref", "text"),
    ("ลำดับ", "order", "integer"),
    ("ความเห็น", "opinion", "paragraphs"),
    ("ผู้ลงนาม", "signatory", "person"),
    ("ตำแหน่ง", "position", "lines"),
    ("ปฏิบัติราชการแทน/รักษาการ", "acting", "choice"),
    ("ตำแหน่งที่แทน", "acting_for", "text"),
    ("วันที่", "date", "date"),
]

ACTING = [
    *("ปฏิบัติราชการแทน", "รักษาราชการแทน", "รักษาการในตำแหน่ง", "รักษาการแทน", "ปฏิบัติหน้าที่แทน", "ทำการแทน"),
]


def columns(table: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(field["title"], field["name"], field["type"]) for field in table["fields"]]


def constraints(name: str) -> dict[str, Any]:
    [field] = [field for field in KIND["table"]["fields"] if field["name"] == name]
    return field.get("constraints", {})


def test_columns_are_the_issues() -> None:
    opinions, table, _ = KIND["children"]
    assert columns(KIND["table"]) == FIELDS
    assert columns(opinions) == OPINION_FIELDS
    assert columns(table) == [("เลขอ้างอิง", "ref", "text")]
    assert [KIND["table"]["sheet"], opinions["sheet"], table["sheet"]] == ["บันทึกข้อความ", "ความเห็น", "ตาราง"]
    assert (opinions["name"], opinions["order"], table["name"], table["free"]) == ("opinions", "order", "table", True)


def test_what_is_required() -> None:
    required = {name for _, name, _ in FIELDS if constraints(name).get("required")}
    assert required == {"ref", "agency", "subject", "to", "signatory", "position"}
    assert constraints("ref")["unique"]
    headed = ["background", "facts", "regulations", "considerations", "proposal"]
    assert constraints("body") == {"requiredUnless": [*headed, "clauses"]}
    assert constraints("urgency")["enum"] == ["ด่วน", "ด่วนมาก", "ด่วนที่สุด"]
    assert constraints("acting")["enum"] == ACTING
    assert constraints("secrecy")["enum"] == ["ลับ", "ลับมาก", "ลับที่สุด"]


def test_what_the_office_profile_fills() -> None:
    settings = {field["name"]: field["setting"] for field in KIND["table"]["fields"] if "setting" in field}
    assert settings == {name: name for name in ("phone", "signatory", "position", "acting", "acting_for")} | {
        "agency": "unit_agency",
        "number": "number_prefix",
    }


def test_template_and_kind_agree_both_ways() -> None:
    template = DocxTemplate(FOLDER / "template.docx")
    template.init_docx()
    package = ZipFile(FOLDER / "template.docx")
    sources = [package.read(name).decode() for name in package.namelist() if name.startswith("word/")]
    sources += [package.read("docProps/core.xml").decode()]
    env = Environment()
    env.filters["thai_date"] = str
    used: set[str] = set()
    for source in sources:
        used |= meta.find_undeclared_variables(env.parse(template.patch_xml(source)))
    declared = {name for _, name, _ in FIELDS} | {child["name"] for child in KIND["children"] if "into" not in child}
    assert used - {"emblem", "copy", "certifier", "certifier_position"} == declared - {"ref"}
