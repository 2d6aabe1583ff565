"""Write what docs/reference.md says from the code: `python -m tools.reference docs`. A test compares the two."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ita_docs.cli.parser import COMMANDS, build
from ita_docs.kinds.catalogue import list_kinds
from ita_docs.messages import CODES
from ita_docs.records.context import tags
from ita_docs.records.field_types import FIELD_TYPES
from ita_docs.thai.filters import EXAMPLES, FILTERS
from ita_docs.word.agreement import GIVEN, PARTS
from ita_docs.word.charts import bar_chart, line_chart
from ita_docs.word.pictures import picture
from ita_docs.word.sandbox import inserted

HEAD = """# Reference · คู่มืออ้างอิง

Written by `make docs` from the code; `tests/test_docs.py` fails when the two differ.

- [Commands · คำสั่ง](#commands--คำสั่ง)
- [Problem codes · รหัสปัญหา](#problem-codes--รหัสปัญหา)
- [Field types · ชนิดของข้อมูล](#field-types--ชนิดของข้อมูล)
- [Given names · ชื่อที่ใช้ได้ในทุกแม่แบบ](#given-names--ชื่อที่ใช้ได้ในทุกแม่แบบ)
- [Filters · ฟิลเตอร์](#filters--ฟิลเตอร์)
- [Kinds · ชนิดเอกสาร](#kinds--ชนิดเอกสาร)
"""


def main(folder: Path) -> None:
    (folder / "reference.md").write_text(reference(), encoding="utf-8", newline="\n")


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, commands(), codes(), field_types(), given(), filters(), kinds()])


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ").replace("\u00a0", " ").strip()


def table(headings: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(headings) + " |", "|" + "---|" * len(headings)]
    lines += ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Every command with its options, Thai and English."""
    pieces = ["## Commands · คำสั่ง", "", "Every command also takes `--lang th|en`, `--quiet`, `--debug`, `--help`.", ""]
    thai, english = subparsers("th"), subparsers("en")
    for name in COMMANDS:
        pieces += [f"### {name}", "", f"{thai[name].description} · {english[name].description}", ""]
        given = [action.dest.upper() for action in english[name]._actions if not action.option_strings]
        pieces += ["```", " ".join(["ita-docs", name, *given, "[options]"]), "```", ""]
        rows = []
        for action, same in zip(thai[name]._actions, english[name]._actions, strict=True):
            if action.dest in ("lang", "quiet", "debug", "help"):
                continue
            shown = ", ".join(action.option_strings) or action.dest
            rows.append([f"`{shown}`", action.help or "", same.help or ""])
        if rows:
            pieces += [table(["", "ไทย", "English"], rows)]
    pieces += [
        "Exit status: 0 everything made · 1 some rows refused (the others are made) · 2 nothing could start.",
        "",
    ]
    return "\n".join(pieces)


def subparsers(lang: str) -> dict[str, argparse.ArgumentParser]:
    parser = build(lang)
    (action,) = [item for item in parser._actions if isinstance(item, argparse._SubParsersAction)]
    return dict(action.choices)


def codes() -> str:
    """Every problem code with its severity and sentences."""
    rows = [[f"`{code}`", item.severity, item.th, item.en] for code, item in CODES.items()]
    text = "In the sentences `{…}` stands for what the problem names. Codes are stable: programs may rely on them.\n"
    return "\n".join(["## Problem codes · รหัสปัญหา", "", text, table(["code", "severity", "ไทย", "English"], rows)])


def field_types() -> str:
    """Every field type with what a cell may hold and what a template may ask of it."""
    rows = []
    for name, words in FIELD_TYPES.items():
        parts = ", ".join("items" if part == "[]" else f"`.{part}`" for part in PARTS.get(name, ()))
        rows.append([f"`{name}`", words.th, words.th_forms, words.en_forms, parts])
    headings = ["type", "ไทย", "พิมพ์ได้", "a cell may hold", "in a template"]
    return "\n".join(["## Field types · ชนิดของข้อมูล", "", table(headings, rows)])


GIVEN_NAMES = {
    "emblem": ("ตราครุฑ สูงตาม `emblem_cm`", "the emblem, `emblem_cm` high"),
    "logo": ("ตราหน่วยงาน สูงตาม `logo_cm`", "the office's logo, `logo_cm` high"),
    "today": ("วันที่ทำเอกสาร (`--today`)", "the day of the run (`--today`)"),
    "copy": (
        "สำเนา, สำเนาคู่ฉบับ หรือ สำเนาถูกต้อง (`--copy`) ต้นฉบับเป็นค่าว่าง",
        "which copy it is (`--copy`); empty for the original",
    ),
    "certifier": ("ผู้รับรองสำเนา จากข้อมูลสำนักงาน", "who certifies copies, from the office profile"),
    "certifier_position": ("ตำแหน่งของผู้รับรองสำเนา บรรทัดละหนึ่งรายการ", "their post, a line an item"),
}


def given() -> str:
    """The names that every template may use without declaring them."""
    rows = [[f"`{{{{ {name} }}}}`", *GIVEN_NAMES[name]] for name in GIVEN if name.isidentifier()]
    title = "## Given names · ชื่อที่ใช้ได้ในทุกแม่แบบ"
    return "\n".join([title, "", table(["tag", "ไทย", "English"], rows)])


DRAWN = (
    (picture, "`{{ photo | picture(height=6) }}`", "the picture"),
    (bar_chart, '`{{ rows | bar_chart("name", "score", highest=100, line=85, highlight="own") }}`', "the chart"),
    (inserted, "`{{p appendix.key | inserted }}`", "what is bound in there"),
    (line_chart, '`{{ rows | line_chart("year", "total", width=15, height=7) }}`', "the chart"),
)
"""The filters that print a drawing."""


def filters() -> str:
    """Every filter with an example."""
    rows = []
    for name, function in FILTERS.items():
        expression, result = EXAMPLES[name]
        rows.append([f"`{name}`", (function.__doc__ or "").strip(), f"`{{{{ {expression} }}}}`", result])
    rows += [[f"`{function.__name__}`", " ".join((function.__doc__ or "").split()), *said] for function, *said in DRAWN]
    text = (
        "Filters print Arabic digits; the numeral policy of the run dresses the finished document. "
        "Text is read first, an empty value prints nothing. Jinja's own filters work too.\n"
    )
    return "\n".join(["## Filters · ฟิลเตอร์", "", text, table(["filter", "", "example", "prints"], rows)])


def kinds() -> str:
    """Every shipped kind with its sheets, columns and tags."""
    pieces = ["## Kinds · ชนิดเอกสาร", ""]
    for kind in list_kinds():
        annex = f" ({kind.annex})" if kind.annex else ""
        pieces += [f"### {kind.name} · {kind.title}{annex}", "", kind.description, ""]
        spellings = tags(kind)
        for sheet in kind.tables:
            owner = "" if sheet is kind.table or sheet.each else f"{sheet.name}[]."
            free = " · แล้วตามด้วยคอลัมน์ใดก็ได้ · then any columns" if sheet.free else ""
            pieces += [f"แผ่นงาน · sheet `{sheet.sheet}`{free}", ""]
            rows = []
            for item in sheet.fields:
                rule = "*" if item.constraints.required else ""
                written = " ".join(f"`{spelling}`" for spelling in spellings.get(owner + item.name, ()))
                rows.append([item.title + rule, written, f"`{item.type}`", item.description])
            pieces += [table(["หัวคอลัมน์ · heading", "tag", "type", ""], rows)]
    return "\n".join(pieces)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
