"""The examples of docs/structured-text.md, made into documents: `python -m tools.text_examples` draws its pictures.

On the page an example is a comment with its name, then what is typed: a block of text (a cell) or a table (a sheet).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import ita_docs
from ita_docs.structured.emphasis import emphasized
from tools.package import write_package
from tools.pictures import framed, page_picture, save, sheet_picture, trimmed
from tools.samples.workbook import workbook
from tools.templates.blocks import text_block
from tools.templates.paper import Sheet, package
from tools.templates.styles import DATA_TABLE, PAPER, TEXTS, styles

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "structured-text.md"
FOLDER = PAGE.parent / "structured-text"
EXAMPLE = re.compile(r"^<!-- example: (\w+) -->\n\n(?:```\w*\n(.*?)^```$|((?:^\|[^\n]*\n)+))", re.S | re.M)
SHOWN = ("clauses", "lists", "plain", "looks", "headings", "table", "picture", "rows")
"""The examples that have pictures: `<name>-sheet.png` and `<name>-page.png`."""
SET = ("looks",)
"""Those whose bold and underlined words are set in the cell, as by the buttons of Excel."""
KIND = "kind"
"""The example that is no text but the declaration of the kind that the others are made with."""
PHOTO = "ห้องประชุม.png"
MAIN, REF, TEXT = "ประกาศ", "รหัส", "ข้อความ"
CELL_WIDTH = 60
WIDTH = 800
"""Of the pictures, in pixels."""


class Example(NamedTuple):
    """What is typed into a cell, or the rows of a sheet, its headings first."""

    name: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def typed(self) -> str:
        """All of it, as one text."""
        return self.text or "\n".join("\t".join(row) for row in self.rows)


def examples(page: str) -> dict[str, Example]:
    """The examples of a page by name."""
    found = {}
    for name, text, table in EXAMPLE.findall(page):
        lines = [line.strip().strip("|") for line in table.splitlines()]
        rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines if not set(line) <= set("|-: "))
        found[name] = Example(name, text.rstrip("\n"), rows)
    return found


def example_kind(declaration: str, folder: Path) -> ita_docs.Kind:
    """The kind that the page declares, in `folder`, with a template that shows nothing but its text."""
    (folder / "kind.toml").write_text(declaration, encoding="utf-8")
    sheet = Sheet(width=7800, height=16838, top=200, right=400, bottom=400, left=400)
    shown = styles((*TEXTS, *PAPER), (DATA_TABLE,))
    parts = package(text_block("body"), shown, title="", creator="", subject="", sheet=sheet, stories={})
    write_package(folder / "template.docx", parts)
    return ita_docs.load_kind(folder)


def write_workbook(example: Example, folder: Path) -> Path:
    """A workbook with the example, and the picture that it may name beside it."""
    rows = example.rows
    ref = rows[1][0] if rows else "ป-01"
    sheets: list[tuple[str, tuple[str, ...], list[tuple[object, ...]]]] = [
        (MAIN, (REF, TEXT), [(ref, None if rows else example.text)])
    ]
    if rows:
        sheets.append(("เนื้อความ", rows[0], [tuple(_value(cell) for cell in row) for row in rows[1:]]))
    book = workbook(*sheets)
    for sheet in book:
        sheet.column_dimensions["A"].width = 9
    book[MAIN].column_dimensions["B"].width = CELL_WIDTH
    for letter, width in zip("BCD", (8, 9, 60), strict=True):
        book[book.sheetnames[-1]].column_dimensions[letter].width = width if rows else CELL_WIDTH
    if example.name in SET:
        book[MAIN]["B2"] = set_in_cell(example.text)
    path = folder / f"{example.name}.xlsx"
    book.save(path)
    _draw_room(folder / PHOTO)
    return path


def set_in_cell(text: str) -> CellRichText:
    """A text whose marked words are bold and underlined by the cell itself."""
    parts: list[str | TextBlock] = []
    for number, line in enumerate(text.split("\n")):
        for at, span in enumerate(emphasized(line).spans):
            said = ("\n" if number and not at else "") + span.text
            plain = not (span.bold or span.underlined)
            font = InlineFont(b=span.bold or None, u="single" if span.underlined else None)
            parts.append(said if plain else TextBlock(font, said))
    return CellRichText(*parts)


def _value(cell: str) -> object:
    return int(cell) if cell.isascii() and cell.isdigit() else cell or None


class Outcome(NamedTuple):
    """What was made of an example: its document, the record of it, and what was told, in Thai."""

    docx: bytes
    record: ita_docs.Record
    said: tuple[str, ...]


def outcome(example: Example, kind: ita_docs.Kind, book: Path) -> Outcome:
    """The document that a workbook of `write_workbook` gives. Raises ValueError where its row is refused."""
    checked = ita_docs.check(kind, book)
    said = tuple(problem.message for problem in checked.problems)
    if len(checked.records) != 1:
        raise ValueError(f"{example.name}: {said}")
    (record,) = checked.records
    return Outcome(ita_docs.fill(kind, record), record, said)


def draw(folder: Path) -> None:
    """Write the pictures of the page, making the workbooks in `folder`."""
    found: Mapping[str, Example] = examples(PAGE.read_text(encoding="utf-8"))
    kind = example_kind(found[KIND].text, folder)
    for name in SHOWN:
        path = write_workbook(found[name], folder)
        book = openpyxl.load_workbook(path, rich_text=True)
        sheet = book[book.sheetnames[-1]]
        cells = sheet_picture(sheet, sheet.dimensions, width=WIDTH)
        save(cells, FOLDER / f"{name}-sheet.png", typed=found[name].typed)
        page = page_picture(outcome(found[name], kind, path).docx, width=WIDTH)
        save(framed(trimmed(page, 24)), FOLDER / f"{name}-page.png", typed=found[name].typed)


def _draw_room(path: Path) -> None:
    """A drawing of a meeting room, in place of a photograph."""
    from PIL import Image, ImageDraw

    room = Image.new("RGB", (640, 360), "#f3efe6")
    pen = ImageDraw.Draw(room)
    pen.rectangle((0, 270, 640, 360), fill="#d9c7a3")
    pen.rectangle((200, 50, 440, 180), fill="white", outline="#7f7f7f", width=4)
    for at, height in enumerate((30, 55, 80, 65)):
        pen.rectangle((240 + 44 * at, 165 - height, 266 + 44 * at, 165), fill="#5b9bd5")
    pen.polygon([(150, 235), (490, 235), (570, 310), (70, 310)], fill="#a9713e", outline="#6d4726")
    for x in (110, 210, 320, 430, 530):
        pen.ellipse((x - 16, 205, x + 16, 237), fill="#4f5b66")
        pen.rounded_rectangle((x - 26, 238, x + 26, 290), 12, fill="#5a7d9a")
    room.save(path)


if __name__ == "__main__":
    with TemporaryDirectory() as made_in:
        draw(Path(made_in))
