"""The README's table of kinds with a picture of each: `python -m tools.gallery` writes both; a test compares them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import ita_docs
from tools.pictures import framed, page_picture, save, trimmed
from tools.reference import table
from tools.samples import sample_of

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FOLDER = ROOT / "docs" / "kinds"
FIRST_SCREEN = ROOT / "docs" / "memo.png"
BETWEEN = re.compile("(<!-- kinds: written by make docs -->\n).*?(<!-- /kinds -->)", re.S)
SHOWN = {
    **{"letter": "L-006", "memo": "M-004", "oit_report": "NKIM"},
    **dict.fromkeys(("complaint_statistics", "measure_report", "measures", "oit_checklist", "score_card"), "NKP"),
}
"""The document of a sample that is pictured, where it is not the first."""
PAGES = {"measure_report": 7, "measures": 4, "oit_report": 6}
"""The page that is pictured, where it is not the first."""
SMALL, LARGE, ROOM = 220, 880, 40
"""Widths of the pictures of a whole page, and what is left around its text, in pixels."""


def kinds() -> str:
    """The table: a row a kind, with what it is, the sheets of its workbook, and its sample."""
    rows = []
    for kind in ita_docs.list_kinds():
        sheets = " · ".join(f"`{one.sheet}`" for one in kind.tables)
        annex = f" ({kind.annex})" if kind.annex else ""
        workbook = f"samples/{sample_of(kind.name)}.xlsx"
        sample = f"[{workbook}]({workbook})"
        name = f"**{kind.title}**{annex}<br>`{kind.name}`<br>{sample}"
        rows.append([f"![{kind.title}](docs/kinds/{kind.name}.png)", name, f"{kind.description}<br>แผ่นงาน: {sheets}"])
    return table(["", "ชนิดเอกสาร · kind", "สมุดงานบอกอะไรได้ · what its workbook can say"], rows)


def with_kinds(readme: str) -> str:
    """A README with the table as it is now."""
    return BETWEEN.sub(lambda found: f"{found[1]}\n{kinds()}\n{found[2]}", readme)


def document(kind: ita_docs.Kind) -> bytes:
    """The document of the kind's sample that is pictured."""
    checked = ita_docs.check(kind, ita_docs.read_workbook(ROOT / "samples" / f"{sample_of(kind.name)}.xlsx"))
    by_ref = {record.ref: record for record in reversed(checked.records)}
    return ita_docs.fill(kind, by_ref[SHOWN.get(kind.name, checked.records[0].ref)])


def main() -> None:
    """Write the table, the small pictures, and the picture of the first screen."""
    README.write_text(with_kinds(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for kind in ita_docs.list_kinds():
        picture = page_picture(document(kind), width=4 * SMALL, page=PAGES.get(kind.name, 1))
        save(framed(picture.reduce(4)), FOLDER / f"{kind.name}.png")
    memo = page_picture(document(ita_docs.load_kind("memo")), width=LARGE)
    save(framed(trimmed(memo, ROOM, sides=True)), FIRST_SCREEN)


if __name__ == "__main__":
    sys.exit(main())
