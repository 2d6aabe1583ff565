"""VML."""

from __future__ import annotations

from typing import Any

from .drawing_source import Source
from .flow import Drawing


def read_vml(element: Any, source: Source) -> tuple[Drawing, ...]:
    """The drawings of a `w:pict` or `w:object`."""
    return ()
