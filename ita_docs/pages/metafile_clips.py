"""Clips of metafiles: outlines, most of them upright rectangles, outside of which nothing is seen."""

from __future__ import annotations

from .drawing_paths import Path
from .metafile_sketch import Clip, Clips

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""
NOTHING = Clip((("m", 0.0, 0.0), ("l", 0.0, 0.0), ("z",)))
"""A clip that lets nothing through."""


def rectangle(left: float, top: float, right: float, bottom: float) -> list[tuple[str | float, ...]]:
    """The outline of a rectangle."""
    return [("m", left, top), ("l", right, top), ("l", right, bottom), ("l", left, bottom), ("z",)]


def narrowed(clips: Clips, clip: Clip) -> Clips:
    """Clips and one more; two rectangles become the one that they share."""
    if clips and (old := edges(clips[-1].path)) is not None and (new := edges(clip.path)) is not None:
        left, top = max(old[0], new[0]), max(old[1], new[1])
        right, bottom = min(old[2], new[2]), min(old[3], new[3])
        shared = Clip(tuple(rectangle(left, top, right, bottom))) if left < right and top < bottom else NOTHING
        return (*clips[:-1], shared)
    return (*clips, clip)


def edges(path: Path) -> Rectangle | None:
    """The edges of a path that is one upright rectangle."""
    if len(path) != 5 or [part[0] for part in path] != ["m", "l", "l", "l", "z"]:
        return None
    xs, ys = ([float(part[index]) for part in path[:4]] for index in (1, 2))
    if xs[0] != xs[3] or xs[1] != xs[2] or ys[0] != ys[1] or ys[2] != ys[3]:
        return None
    return min(xs), min(ys), max(xs), max(ys)
