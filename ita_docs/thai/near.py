"""Did you mean: the known word that a misspelt one is nearest to."""

from __future__ import annotations

from collections.abc import Iterable

from .text import heading_key


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word nearest to `word` in its normal form, or None where none is near (`cutoff`: 0 any, 1 equal)."""
    from difflib import SequenceMatcher

    wanted = heading_key(word)
    best, score = None, cutoff
    for candidate in known:
        ratio = SequenceMatcher(None, wanted, heading_key(candidate)).ratio()
        if ratio > score or (ratio == score and best is None):
            best, score = candidate, ratio
    return best
