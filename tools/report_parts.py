"""The table of parts in docs/ita-reports.md, read from the code: `python -m tools.report_parts docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from ita_docs.assessment.blocks import BLOCKS, PART, Block

BEGIN, END = "<!-- parts: written by make docs -->\n", "<!-- /parts -->"
PAPERS = {"cover": "ไม่มีเลขหน้า", "front": "ก ข ค", "body": "แนวตั้ง", "wide": "แนวนอน"}
COLUMNS = ("ส่วน · part", "เรียกอีกอย่างว่า · also called", "หน้า · paper")


def parts() -> str:
    """The table: what each part is called, and on what paper it stands."""
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    lines += [f"| {' | '.join(_row(block))} |" for block in (PART, *BLOCKS)]
    return "\n".join(lines) + "\n"


def with_parts(page: str) -> str:
    """`page` with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{parts()}{END}{rest.partition(END)[2]}"


def _row(block: Block) -> tuple[str, str, str]:
    return f"**{block.title}**", " · ".join(block.aliases), PAPERS[block.paper]


if __name__ == "__main__":
    page = Path(sys.argv[1]) / "ita-reports.md"
    page.write_text(with_parts(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
