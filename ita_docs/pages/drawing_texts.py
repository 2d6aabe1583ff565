"""The text in a shape: where it stands in it, which way it runs, and its colour (§20.1.2.1.1, `wps:txbx`)."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from .colours import over_paper, shade_of
from .drawing_paths import Place
from .drawing_source import Source
from .drawn import ShapePiece
from .package import A, W
from .properties import number

if TYPE_CHECKING:
    from .drawing_geometry import Outline

_ANCHORS = {"t": "top", "ctr": "middle", "b": "bottom"}
_TURNED = {"vert": 90, "eaVert": 90, "wordArtVert": 90, "mongolianVert": 90, "wordArtVertRtl": 90, "vert270": 270}
Insets = tuple[float, float, float, float]


def text_box(at: Place, text: Any, insets: Insets, anchor: str, grows: bool, direction: int = 0) -> ShapePiece:
    """The text of a shape as a piece without outline. direction: 0, or how the text is turned in it: 90, 180, 270.

    insets are those of the shape; a piece whose text is turned has the shape's sides changed over.
    """
    x, y, width, height = at.x, at.y, at.width, at.height
    left, top, right, bottom = insets
    if direction == 90:
        insets = (top, right, bottom, left)
    elif direction == 270:
        insets = (bottom, left, top, right)
    elif direction == 180:
        insets = (right, bottom, left, top)
    if direction in (90, 270):
        x, y, width, height = x + (width - height) / 2, y + (height - width) / 2, height, width
        # Height and width have changed over: growing would be growing to the side.
        grows = False
    turn = (at.turn + direction) % 360
    return ShapePiece(x, y, width, height, turn=turn, text=text, insets=insets, anchor=anchor, grows=grows)


def text_piece(body: Any, at: Place, text: Any, outline: Outline) -> ShapePiece:
    """The text of a `wps:wsp` as a piece without outline; `body` is its `wps:bodyPr`."""
    insets = tuple(
        own + (default if body is None else min(1440.0, max(0.0, number(body.get(name), default * 12700) / 12700)))
        for own, name, default in zip(
            outline.inset, ("lIns", "tIns", "rIns", "bIns"), (7.2, 3.6, 7.2, 3.6), strict=True
        )
    )
    anchor, direction, grows = "top", 0, False
    if body is not None:
        anchor = _ANCHORS.get(body.get("anchor") or "", "top")
        grows = body.find(A + "spAutoFit") is not None
        direction = _TURNED.get(body.get("vert") or "", 0)
        if body.get("upright") in ("1", "true"):
            at = Place(at.x, at.y, at.width, at.height)
        direction = (direction + round(number(body.get("rot")) / 5400000) * 90) % 360
    if at.flip[1]:
        direction = (direction + 180) % 360
    left, top, right, bottom = insets
    return text_box(at, text, (left, top, right, bottom), anchor, grows, direction)


def note_text(body: Any, source: Source) -> None:
    """Report what a `wps:bodyPr` asks of its text that is not drawn: warped letters, columns."""
    if body is None:
        return
    warp = body.find(A + "prstTxWarp")
    if warp is not None and warp.get("prst") not in (None, "textNoShape"):
        source.unsupported("อักษรศิลป์ (WordArt)", "WordArt (drawn as plain text)")
    if number(body.get("numCol"), 1) > 1:
        source.unsupported("กล่องข้อความหลายคอลัมน์", "columns in a text box")


def tinted(text: Any, style: Any, source: Source) -> Any:
    """The text with the colour that the shape's style gives it (`a:fontRef`) said in every run that says none."""
    reference = None if style is None else style.find(A + "fontRef")
    colour = None if reference is None else over_paper(shade_of(reference, source.theme))
    if colour in (None, "000000"):
        return text
    text = copy.deepcopy(text)
    for run in text.iter(W + "r"):
        properties = run.find(W + "rPr")
        if properties is None:
            properties = run.makeelement(W + "rPr")
            run.insert(0, properties)
        if properties.find(W + "color") is None and properties.find(W + "rStyle") is None:
            said = properties.makeelement(W + "color")
            said.set(W + "val", colour)
            properties.append(said)
    return text
