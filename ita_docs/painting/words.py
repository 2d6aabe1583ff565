"""Shaped words as the operands of `TJ`, grapheme cluster by grapheme cluster (ISO 32000-1, 9.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..pages.typefaces import Shaped
from .embedding import Cluster, EmbeddedFont

_UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = " \xa0"
_NOTHING = "\u200b"
REMEMBERED = 20_000
"""How many words are kept cut, for the other documents of a batch."""


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word ready to be shown.

    whole: the inside of a `TJ` array. clusters: the same, cluster by cluster; a cluster whose glyphs do not say its
    text one by one stands in a Span with ActualText, which leaves the array and opens another. bare: the clusters
    without those Spans. spaces: which clusters are spaces; None where none is. texts: what each cluster says.
    """

    whole: str
    clusters: tuple[str, ...]
    bare: tuple[str, ...]
    spaces: tuple[bool, ...] | None
    texts: tuple[str, ...]


def actual(said: str) -> str:
    """The operator that opens a Span which says `said`, whatever is drawn in it (14.9.4)."""
    return f"/Span<</ActualText<FEFF{said.encode('utf-16-be', 'replace').hex().upper()}>>>BDC"


def number(value: float) -> str:
    """A number as it stands in a page's content, two decimals at most."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


Parted = tuple[tuple[Cluster, ...], tuple[str, ...], tuple[bool, ...] | None]
"""The clusters of a shaped word, what each says, and which are spaces; None where none is."""
_PARTED: dict[int, tuple[Shaped, Parted]] = {}


def parted(shaped: Shaped) -> Parted:
    """`shaped` cut at its grapheme clusters."""
    known = _PARTED.get(id(shaped))
    if known is None:
        if len(_PARTED) >= REMEMBERED:
            _PARTED.clear()
        # the word is kept too: an id is only good while its object lives
        known = _PARTED[id(shaped)] = (shaped, _parted(shaped))
    return known[1]


def _parted(shaped: Shaped) -> Parted:
    starts = shaped.starts
    firsts = [at for at, start in enumerate(starts) if not at or start != starts[at - 1]]
    clusters = []
    for first, last in pairwise((*firsts, len(starts))):
        text = shaped.text[starts[first] : starts[last] if last < len(starts) else len(shaped.text)]
        clusters.append((text, shaped.glyphs[first:last], shaped.advances[first:last]))
    texts = tuple(text for text, _, _ in clusters)
    spaces = tuple(text in _SPACES for text in texts)
    return tuple(clusters), texts, spaces if True in spaces else None


class Setting:
    """The words of one font at one size (points) and rise (points)."""

    def __init__(self, font: EmbeddedFont, size: float, rise: float) -> None:
        self.font = font
        self.size = size
        self.rise = rise
        self.words: dict[int, tuple[Shaped, Word]] = {}
        self._wide: dict[tuple[int, int], tuple[Shaped, Word]] = {}

    def word(self, shaped: Shaped) -> Word:
        """`shaped`, ready to be shown."""
        known = self.words.get(id(shaped))
        if known is None:
            known = self.words[id(shaped)] = (shaped, self._word(shaped, 0))
        return known[1]

    def wide(self, shaped: Shaped, wider: int) -> Word:
        """`shaped` with every cluster `wider` thousandths of the size wider than it is."""
        known = self._wide.get((id(shaped), wider))
        if known is None:
            known = self._wide[id(shaped), wider] = (shaped, self._word(shaped, wider))
        return known[1]

    def _word(self, shaped: Shaped, wider: int) -> Word:
        clusters, texts, spaces = parted(shaped)
        # A cluster whose glyphs stay where they are is the same at every size.
        known = {} if shaped.offsets else self.font.clusters.setdefault(wider, {})
        shown: list[tuple[str, str]] = []
        last = 0
        for cluster in clusters:
            first, last = last, last + len(cluster[1])
            found = known.get(cluster)
            if found is None:
                found = self._cluster(shaped, first, last, cluster[0], wider)
                if not shaped.offsets:
                    known[cluster] = found
            shown.append(found)
        inside = tuple([one for one, _ in shown])
        return Word("".join(inside).replace("><", ""), inside, tuple([bare for _, bare in shown]), spaces, texts)

    def _cluster(self, shaped: Shaped, first: int, last: int, said: str, wider: int) -> tuple[str, str]:
        glyphs, advances = shaped.glyphs[first:last], shaped.advances[first:last]
        offsets = shaped.offsets[first:last] if shaped.offsets else ()
        if _UNWRITTEN.search(said):
            said = _UNWRITTEN.sub("", said)
            if not said:
                return (number(-sum(advances) * 1000 / self.font.source.units - wider),) * 2
        moved = any(dx or dy for dx, dy in offsets)
        if len(glyphs) > len(said) and not moved:
            glyphs, advances = self._composed(glyphs, advances, said)
        if len(glyphs) == 1 and not moved:
            shown = self._show(glyphs[0], said, advances[0], wider)
            return shown, shown
        if len(glyphs) <= len(said) and not moved:
            # Glyphs that stand on one another are read in the order in which they are written.
            split = [*said[: len(glyphs) - 1], said[len(glyphs) - 1 :]]
            shown = "".join(map(self._show, glyphs, split, advances, (*(0,) * (len(glyphs) - 1), wider)))
            return shown, shown
        # Readers that know no ActualText get the text too, and nothing that shows for the glyphs left over.
        head = said[: len(glyphs) - 1] if len(glyphs) <= len(said) else said[:-1]
        parts = [*head, *[_NOTHING] * (len(glyphs) - len(head) - 1), said[len(head) :]]
        inside = "".join(
            self._placed(glyph, part, advance, offset, wider if place == len(glyphs) - 1 else 0)
            for place, (glyph, part, advance, offset) in enumerate(
                zip(glyphs, parts, advances, offsets or ((0, 0),) * len(glyphs), strict=True)
            )
        )
        return f"]TJ {actual(said)}[{inside}]TJ EMC[", inside

    def _composed(
        self, glyphs: tuple[int, ...], advances: tuple[int, ...], said: str
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Nikhahit and sara aa as the one glyph of sara am, where that looks the same and reads in order."""
        trio = self.font.source.sara_am
        if trio is None or "\u0e33" not in said:
            return glyphs, advances
        nikhahit, aa, am = trio
        if glyphs[-1] != aa or nikhahit not in glyphs or self.font.source.width(am) != advances[-1]:
            return glyphs, advances
        at = glyphs.index(nikhahit)
        if advances[at]:
            return glyphs, advances
        return (*glyphs[:at], *glyphs[at + 1 : -1], am), (*advances[:at], *advances[at + 1 :])

    def _show(self, glyph: int, said: str, advance: int, wider: int) -> str:
        font = self.font
        width = font.source.width(glyph)
        if width == advance:
            return f"<{font.code(glyph, said, wider)}>"
        return f"<{font.code(glyph, said, wider)}>{self._gap(advance - width)}"

    def _gap(self, units: float) -> str:
        return number(-units * 1000 / self.font.source.units) if units else ""

    def _placed(self, glyph: int, said: str, advance: int, offset: tuple[int, int], wider: int) -> str:
        dx, dy = offset
        source = self.font.source
        code = f"<{self.font.code(glyph, said, wider)}>"
        shown = f"{self._gap(dx)}{code}{self._gap(advance - dx - source.width(glyph))}"
        if not dy:
            return shown
        raised = number(self.rise + dy * self.size / source.units)
        return f"]TJ {raised} Ts[{shown}]TJ {number(self.rise)} Ts["
