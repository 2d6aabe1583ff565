"""The boxes that comments are shown in: shapes of a legacy VML drawing, without which Excel drops a comment.

Source: ECMA-376 part 4 (transitional), 19.1.2.19 and 19.4.2.12; [MS-OI29500] 2.1.1736.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .cell_text import lines_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMES = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_DECLARED = re.compile(rb'xmlns:(?:v|o|x)\s*=\s*["\']urn:schemas-microsoft-com:')
_END = re.compile(rb"</xml\s*>\s*\Z")
_SHAPE = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_TYPE = b"_x0000_t202"
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202"{names} coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape id="_x0000_s{number}"{names} type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:2pt;width:{width}pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1"'
    ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
WIDTH = 300
"""Of a box, in pixels."""
_LINE = 20
"""Height of a line of Thai in it, and how many characters it holds."""
_CHARACTERS = 40


def empty_drawing(boxes: int) -> bytes:
    """A drawing without shapes that has numbers for so many: 1024 in each of its blocks."""
    blocks = ",".join(str(block) for block in range(1, 2 + boxes // 1023))
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout>'
    return f"<xml{_NAMES}>{layout}</xml>".encode()


def box_height(text: str) -> int:
    """How high a box of `WIDTH` has to be for `text`, in pixels."""
    return min(_LINE * lines_of(text, _CHARACTERS) + 16, 400)


def can_be_added_to(drawing: bytes) -> bool:
    """Whether a drawing ends as it should. What Excel writes need not be well-formed (`<br>`), so it is not parsed."""
    return _END.search(drawing) is not None


def with_boxes(drawing: bytes, boxes: Iterable[tuple[int, int, str, int]]) -> Iterator[bytes]:
    """A drawing that can be added to with a box for each (row, column, anchor, height), piece by piece."""
    end = _END.search(drawing)
    at = len(drawing) if end is None else end.start()
    names = "" if len(_DECLARED.findall(drawing[:2000])) >= 3 else _NAMES
    number = max((int(found) for found in _SHAPE.findall(drawing)), default=1024)
    yield drawing[:at]
    if _TYPE not in drawing:
        yield _SHAPE_TYPE.format(names=names).encode()
    for row, column, anchor, height in boxes:
        number += 1
        size = {"width": WIDTH * 3 / 4, "height": height * 3 / 4}
        box = _BOX.format(number=number, names=names, anchor=anchor, row=row - 1, column=column - 1, **size)
        yield box.encode()
    yield drawing[at:]
