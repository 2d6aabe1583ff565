"""The looks of pieces of a cell's text in an .ods document: spans, and the styles they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .model import Run

Look = tuple[bool, bool]
"""Whether bold, whether underlined."""
Said = tuple[bool | None, bool | None]
"""What a style says of the two; None where it says nothing."""
NO_LOOK: Look = (False, False)
_WEIGHTS = ("fo:font-weight", "style:font-weight-complex")
"""Thai text is of a complex script; who presses the button for bold in Calc sets both."""
_BOLD = 600
"""The weight from which text is bold."""


def look_of(properties: Mapping[str, str]) -> Said:
    """What `style:text-properties` say (ODF 1.3 part 3, 20.190, 20.386 and 20.389)."""
    weights = [weight for name in _WEIGHTS if (weight := properties.get(name)) is not None]
    bold = any(weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= _BOLD) for weight in weights)
    line = properties.get("style:text-underline-style")
    return bold if weights else None, None if line is None else line != "none"


def under(above: Look, said: Said) -> Look:
    """The look of a span within one of look `above`."""
    bold, underlined = said
    return above[0] if bold is None else bold, above[1] if underlined is None else underlined


def runs_of(paragraphs: Sequence[Sequence[str]], marked: Mapping[tuple[int, int], Look]) -> Iterator[Run]:
    """The pieces of a cell's text; the end of a line looks as what stands before it.

    `marked`: the looks of pieces that have one, by paragraph and place in it.
    """
    look = NO_LOOK
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield Run("\n", *look)
        for place, text in enumerate(paragraph):
            look = marked.get((at, place), NO_LOOK)
            yield Run(text, *look)
