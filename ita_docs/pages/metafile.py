"""Metafiles: drawings that are kept as the calls that drew them, played into a sketch ([MS-WMF], [MS-EMF])."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache

from . import metafile_emf, metafile_wmf
from .metafile_canvas import Canvas
from .metafile_handlers import Handler
from .metafile_records import Full, emf_records, wmf_records
from .metafile_sketch import Bitmap, Mark, Outline, Sketch, Words

_SMALL = 200_000
"""A file of so many bytes is remembered, for the other documents of a batch: an emblem, a logo."""
LACKS = {
    "bitmap": ("ภาพบิตแมปบางภาพ", "a bitmap"),
    "clip": ("การตัดขอบภาพบางแบบ", "some clipping"),
    "damaged": ("ส่วนที่ไฟล์เสียหาย", "what is damaged"),
    "flood": ("การเทสี", "a flood fill"),
    "gradient": ("การไล่สี (ใช้สีเดียวแทน)", "a gradient (drawn in one colour)"),
    "hatch": ("ลายแรเงา (ใช้สีเดียวแทน)", "hatching (drawn in one colour)"),
    "mixing": ("การผสมสีบางแบบ", "some mixing of colours"),
    "more": ("ส่วนที่เกินขีดจำกัด", "what is beyond the limits"),
    "pattern": ("ลวดลายพื้น (ใช้สีเดียวแทน)", "a pattern (drawn in one colour)"),
    "region": ("กรอบของบริเวณ", "the frame of a region"),
    "text": ("ข้อความบางส่วน", "some text"),
}
"""What could not be drawn, or not as it should be, in Thai and English."""


def played(data: bytes, kind: str) -> Sketch | None:
    """What a metafile draws; None where that is nothing. kind: emf or wmf."""
    return _remembered(data, kind) if len(data) <= _SMALL else _played(data, kind)


@lru_cache(16)
def _remembered(data: bytes, kind: str) -> Sketch | None:
    return _played(data, kind)


def _played(data: bytes, kind: str) -> Sketch | None:
    try:
        device, frame = metafile_emf.device_of(data) if kind == "emf" else metafile_wmf.device_of(data)
    except (struct.error, Full):
        return None
    canvas = Canvas(device)
    try:
        if kind == "emf":
            _perform(canvas, emf_records(data), metafile_emf.HANDLERS)
        else:
            _perform(canvas, wmf_records(data), metafile_wmf.HANDLERS)
    except struct.error:
        canvas.lacks.add("damaged")
    except Full:
        canvas.lacks.add("more")
    canvas.flush()
    frame = frame or _bounds(canvas.marks)
    if not canvas.marks or frame is None or "plus" in canvas.lacks:
        return None
    return Sketch(frame, tuple(canvas.marks), frozenset(canvas.lacks))


def _perform(canvas: Canvas, records: Iterable[tuple[int, bytes]], handlers: Mapping[int, Handler]) -> None:
    for kind, body in records:
        handler = handlers.get(kind)
        if handler is not None:
            try:
                handler(canvas, body)
            except (struct.error, ArithmeticError, LookupError, ValueError):
                # A record that ends before what it says it holds, or numbers that nothing can be made of.
                canvas.lacks.add("damaged")


def _bounds(marks: Iterable[Mark]) -> tuple[float, float, float, float] | None:
    """The frame about all marks: left, top, width, height; None where they have no extent."""
    xs: list[float] = []
    ys: list[float] = []
    for mark in marks:
        if isinstance(mark, Outline):
            for step in mark.path:
                xs += (float(value) for value in step[1::2])
                ys += (float(value) for value in step[2::2])
        elif isinstance(mark, Bitmap):
            xs += (mark.x, mark.x + mark.width)
            ys += (mark.y, mark.y + mark.height)
        elif isinstance(mark, Words):
            xs += (mark.x, mark.x + sum(mark.advances))
            ys += (mark.y, mark.y + abs(mark.font.height))
    xs, ys = [x for x in xs if math.isfinite(x)], [y for y in ys if math.isfinite(y)]
    if not xs or not ys or min(xs) == max(xs) or min(ys) == max(ys):
        return None
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
