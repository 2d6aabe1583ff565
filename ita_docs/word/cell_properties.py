"""Properties of table cells in the schema's order (ECMA-376 part 1, §17.4.69): docxtpl puts some elsewhere.

`cellbg` and `colspan` put theirs before the width, `vm` and `hm` behind all; Word alone bears that.
"""

from __future__ import annotations

import re

ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark"),
)
CELL = re.compile(r"(<w:tcPr(?: [^>]*)?>)(.*?)</w:tcPr>", re.DOTALL)
VALUE = r'"(?:\{\{.*?\}\}|\{%.*?%\}|[^"{])*"'
CHILD = re.compile(rf"<w:(\w+)(?: [\w:]+={VALUE})*(?:/>|>.*?</w:\1>)", re.DOTALL)
"""A property; its values may hold tags, and these quotes."""


def ordered_cells(source: str) -> str:
    """A part's XML with tags, the properties of each cell in order where a tag is among them."""
    return CELL.sub(_ordered, source)


def _ordered(found: re.Match[str]) -> str:
    if "{" not in found[2]:
        return found[0]
    children = list(CHILD.finditer(found[2]))
    if "".join(child[0] for child in children) != found[2] or any(child[1] not in ORDER for child in children):
        return found[0]
    children.sort(key=lambda child: ORDER.index(child[1]))
    return f"{found[1]}{''.join(child[0] for child in children)}</w:tcPr>"
