"""The space above and below paragraphs (ECMA-376 part 1, §17.3.1.33, §17.3.1.9)."""

from __future__ import annotations

from .flow import Paragraph, ParagraphLook

AUTO_SPACING = 14.0
"""What Word takes for automatic space before or after a paragraph, in points."""


def space_before(look: ParagraphLook, before: Paragraph | None, *, listed: bool = False) -> float:
    """The space a paragraph asks for above itself; `listed`: it is an item of a list."""
    if look.contextual and before is not None and before.look.style == look.style:
        return 0.0
    if not look.before_auto:
        return look.before
    # as in a browser: nothing above the first, nothing between items of a list
    return 0.0 if before is None or (listed and before.label is not None) else AUTO_SPACING


def space_after(look: ParagraphLook, following: Paragraph | None, *, listed: bool = False) -> float:
    """The space a paragraph asks for below itself; `listed`: it is an item of a list."""
    if look.contextual and following is not None and following.look.style == look.style:
        return 0.0
    if not look.after_auto:
        return look.after
    return 0.0 if listed and following is not None and following.label is not None else AUTO_SPACING
