"""Documents with something written into their main part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from ita_docs.word.main_part import MainPart

P = ParamSpec("P")


def written(docx: bytes, write: Callable[Concatenate[MainPart, P], None], *said: P.args, **more: P.kwargs) -> bytes:
    """`docx` after `write` of `said`."""
    part = MainPart(docx)
    write(part, *said, **more)
    return part.docx()
