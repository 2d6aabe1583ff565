"""The preset shapes of DrawingML (§20.1.10.56) that never change but in size: flow chart symbols, signs, buttons."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .drawing_arrows import ARROWS
from .drawing_curves import CURVES
from .drawing_geometry import Outline, Part
from .drawing_paths import Pen
from .drawing_presets import POLYGONS, Given

_BOX = "M0,0 L1,0 1,1 0,1 Z"
_CIRCLE = "M0,.5 A.5,.5,180,360 Z"
_ROUND = (0.146, 0.146, 0.146, 0.146)
_SYMBOLS: dict[str, tuple[tuple[str, ...], tuple[float, float, float, float]]] = {
    "flowChartProcess": ((_BOX,), (0, 0, 0, 0)),
    "flowChartDecision": (("M0,.5 L.5,0 1,.5 .5,1 Z",), (0.25, 0.25, 0.25, 0.25)),
    "flowChartInputOutput": (("M0,1 L.2,0 1,0 .8,1 Z",), (0.2, 0, 0.2, 0)),
    "flowChartPredefinedProcess": ((_BOX, "-M.125,0 L.125,1 M.875,0 L.875,1"), (0.125, 0, 0.125, 0)),
    "flowChartInternalStorage": ((_BOX, "-M.125,0 L.125,1 M0,.125 L1,.125"), (0.125, 0.125, 0, 0)),
    "flowChartDocument": (("M0,0 L1,0 1,.802 C.5,.802,.5,1.135,0,.934 Z",), (0, 0, 0, 0.198)),
    "flowChartMultidocument": (
        (
            "M.138,0 L1,0 1,.674 C.569,.674,.569,.95,.138,.81 Z",
            "M.069,.084 L.931,.084 .931,.74 C.5,.74,.5,1.02,.069,.88 Z",
            "M0,.168 L.862,.168 .862,.806 C.431,.806,.431,1.09,0,.95 Z",
        ),
        (0, 0.168, 0.138, 0.2),
    ),
    "flowChartTerminator": (
        ("M.161,0 L.839,0 A.161,.5,270,180 L.161,1 A.161,.5,90,180 Z",),
        (0.047, 0.146, 0.047, 0.146),
    ),
    "flowChartPreparation": (("M0,.5 L.2,0 .8,0 1,.5 .8,1 .2,1 Z",), (0.2, 0, 0.2, 0)),
    "flowChartManualInput": (("M0,.2 L1,0 1,1 0,1 Z",), (0, 0.2, 0, 0)),
    "flowChartManualOperation": (("M0,0 L1,0 .8,1 .2,1 Z",), (0.2, 0, 0.2, 0)),
    "flowChartConnector": ((_CIRCLE,), _ROUND),
    "flowChartOffpageConnector": (("M0,0 L1,0 1,.8 .5,1 0,.8 Z",), (0, 0, 0, 0.2)),
    "flowChartPunchedCard": (("M0,.2 L.2,0 1,0 1,1 0,1 Z",), (0, 0.2, 0, 0)),
    "flowChartPunchedTape": (
        ("M0,.1 A.25,.1,180,-180 A.25,.1,180,180 L1,.9 A.25,.1,0,-180 A.25,.1,0,180 Z",),
        (0, 0.2, 0, 0.2),
    ),
    "flowChartSummingJunction": ((_CIRCLE, "-M.146,.146 L.854,.854 M.854,.146 L.146,.854"), _ROUND),
    "flowChartOr": ((_CIRCLE, "-M.5,0 L.5,1 M0,.5 L1,.5"), _ROUND),
    "flowChartCollate": (("M0,0 L1,0 .5,.5 1,1 0,1 .5,.5 Z",), (0.25, 0.25, 0.25, 0.25)),
    "flowChartSort": (("M0,.5 L.5,0 1,.5 .5,1 Z", "-M0,.5 L1,.5"), (0.25, 0.25, 0.25, 0.25)),
    "flowChartExtract": (("M0,1 L.5,0 1,1 Z",), (0.25, 0.5, 0.25, 0)),
    "flowChartMerge": (("M0,0 L1,0 .5,1 Z",), (0.25, 0, 0.25, 0.5)),
    "flowChartOnlineStorage": (
        ("M.1667,0 L1,0 A.1667,.5,270,-180 L.1667,1 A.1667,.5,90,180 Z",),
        (0.1667, 0, 0.1667, 0),
    ),
    "flowChartOfflineStorage": (("M0,0 L1,0 .5,1 Z", "-M.4,.8 L.6,.8"), (0.25, 0, 0.25, 0.5)),
    "flowChartDelay": (("M0,0 L.5,0 A.5,.5,270,180 L0,1 Z",), (0, 0.146, 0.146, 0.146)),
    "flowChartMagneticTape": (
        ("M.5,1 A.5,.5,90,315 L.854,.854 1,.854 1,1 Z",),
        _ROUND,
    ),
    "flowChartMagneticDisk": (
        ("M0,.1667 A.5,.1667,180,180 L1,.8333 A.5,.1667,0,180 Z", "-M1,.1667 A.5,.1667,0,180"),
        (0, 0.3333, 0, 0.1667),
    ),
    "flowChartMagneticDrum": (
        ("M.1667,0 L.8333,0 A.1667,.5,270,180 L.1667,1 A.1667,.5,90,180 Z", "-M.8333,1 A.1667,.5,90,180"),
        (0.1667, 0, 0.3333, 0),
    ),
    "flowChartDisplay": (("M0,.5 L.1667,0 .8333,0 A.1667,.5,270,180 L.1667,1 Z",), (0.1667, 0, 0.1667, 0)),
    "lightningBolt": (
        ("M.392,0 L.595,.281 .513,.316 .767,.554 .676,.597 1,1 .464,.69 .566,.636 .228,.456 .35,.387 0,.18 Z",),
        (0.405, 0.346, 0.4, 0.346),
    ),
    "mathPlus": (
        ("M.13,.38 L.38,.38 .38,.13 .62,.13 .62,.38 .87,.38 .87,.62 .62,.62 .62,.87 .38,.87 .38,.62 .13,.62 Z",),
        (0, 0, 0, 0),
    ),
    "mathMinus": (("M.13,.38 L.87,.38 .87,.62 .13,.62 Z",), (0, 0, 0, 0)),
    "mathEqual": (("M.13,.206 L.87,.206 .87,.441 .13,.441 Z M.13,.559 L.87,.559 .87,.794 .13,.794 Z",), (0, 0, 0, 0)),
    "mathMultiply": (
        ("M.17,.34 L.34,.17 .5,.33 .66,.17 .83,.34 .67,.5 .83,.66 .66,.83 .5,.67 .34,.83 .17,.66 .33,.5 Z",),
        (0, 0, 0, 0),
    ),
}
"""Paths over a box of 1 × 1, and the insets of the text as shares. A path that begins with - is only a line.

M x,y; L x,y …; C x1,y1,x2,y2,x,y; A rx,ry,start,sweep (angles of the unit ellipse, degrees); Z.
"""


def _drawn(steps: str, width: float, height: float) -> Pen:
    pen, command = Pen(width, height), ""
    for word in steps.lstrip("-").split():
        if word[0].isalpha():
            command, word = word[0], word[1:]
        values = [float(value) for value in word.split(",") if value]
        if command == "M":
            pen.move(values[0], values[1])
        elif command == "L":
            pen.line(values[0], values[1])
        elif command == "C":
            pen.curve(values[0], values[1], values[2], values[3], values[4], values[5])
        elif command == "A":
            pen.arc(values[0], values[1], values[2], values[3])
        else:
            pen.close()
    return pen


def known_presets() -> Iterable[str]:
    """The names of all presets that have an outline."""
    return (*POLYGONS, *CURVES, *ARROWS, *_SYMBOLS)


@lru_cache(maxsize=256)
def _outline(name: str, width: float, height: float, adjusted: tuple[tuple[str, float], ...]) -> Outline | None:
    draw = POLYGONS.get(name) or CURVES.get(name) or ARROWS.get(name)
    if draw is not None:
        return draw(Given(width, height, dict(adjusted)))
    if (symbol := _SYMBOLS.get(name)) is None:
        return None
    paths, (left, top, right, bottom) = symbol
    parts = tuple(Part(_drawn(steps, width, height).path, fill=not steps.startswith("-")) for steps in paths)
    return Outline(parts, (left * width, top * height, right * width, bottom * height))


def preset(name: str, width: float, height: float, adjusted: dict[str, float]) -> Outline | None:
    """The outline of a preset shape in a box of `width` × `height` points, None for one that is not known."""
    return _outline(name, width, height, tuple(sorted(adjusted.items())))
