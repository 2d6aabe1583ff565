"""docs/seeds.md, which sample has the structure of which real paper: `python -m tools.seeds_table docs`.

It is read from tests/seeds/*.toml.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BLOCKS = "blocks.toml"
HEAD = """# เอกสารจริงที่สร้างได้จากสมุดงาน · Papers of real reports, made from sheets

รายงาน ITA ห้าฉบับของสำนักงานจริงมีบันทึก ประกาศ คำสั่ง และรายงานการประชุมเหล่านี้ ตัวอย่างของเรามีโครงสร้าง ตัวเลข และวันที่อย่างเดียวกัน
ถ้อยคำและบุคคลเป็นของเราเอง · Five annual reports of real offices hold these papers; the samples have their structure,
figures and dates, in our own words and with invented people. `tests/seeds` fails for a block without cells or pages.

"""
COLUMNS = ("บล็อก · block", "คือ · what it is", "ชนิด · kind", "ฉบับ · document", "ช่องที่ใช้ · cells", "หน้า · pages")


def table() -> str:
    """The whole page."""
    lines = [HEAD, f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    lines += [f"| {' | '.join(row)} |" for row in sorted(_rows())]
    return lines[0] + "\n".join(lines[1:]) + "\n"


def _rows() -> Iterator[tuple[str, ...]]:
    folder = ROOT / "tests" / "seeds"
    wanted = tomllib.loads((folder / BLOCKS).read_text(encoding="utf-8"))["wanted"]
    for path in sorted(folder.glob("*.toml")):
        if path.name == BLOCKS:
            continue
        for paper in tomllib.loads(path.read_text(encoding="utf-8"))["paper"]:
            for block in paper["ids"] if "ids" in paper else [paper["id"]]:
                yield _row(block, wanted.get(block, ""), paper)


def _row(block: str, title: str, paper: dict[str, Any]) -> tuple[str, ...]:
    kind = paper["kind"]
    cells = " ".join(f"`{cells}`" for cells in paper["cells"])
    return (block, title, f"[{kind}](../samples/{kind}.xlsx)", paper["ref"], cells, str(len(paper["pages"])))


if __name__ == "__main__":
    (Path(sys.argv[1]) / "seeds.md").write_text(table(), encoding="utf-8", newline="\n")
