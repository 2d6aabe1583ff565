"""Shaped words as the operands of `TJ`, grapheme cluster by grapheme cluster (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..pages.typefaces import Shaped
from .embedding import EmbeddedFont

_UNWRITTEN = frozenset((*map(chr, range(32)), "\x7f", "\ufffe", "\uffff")) - frozenset("\t\n\r")
_SPACES = " \xa0"
_NOTHING = "\u200b"
REMEMBERED = 20_000
"""How many words are kept cut, for the other documents of a batch."""


class Cluster:
    """A grapheme cluster: what it says, its glyphs, and their advances in the font's units. Equal ones are one."""

    __slots__ = ("advances", "glyphs", "text")

    def __init__(self, text: str, glyphs: tuple[int, ...], advances: tuple[int, ...]) -> None:
        self.text = text
        self.glyphs = glyphs
        self.advances = advances


class Word(NamedTuple):
    """A shaped word ready to be shown, cluster by cluster: the insides of a `TJ` array.

    shown: a cluster whose glyphs do not say its text one by one stands in a Span with ActualText, which leaves the
    array and opens another. bare: without those Spans. spaces: which clusters are spaces; None where none is.
    """

    clusters: tuple[Cluster, ...]
    shown: Sequence[str]
    bare: Sequence[str]
    spaces: tuple[bool, ...] | None


def actual(said: str) -> str:
    """The operator that opens a Span which says `said`, whatever is drawn in it (14.9.4)."""
    return f"/Span<</ActualText<FEFF{said.encode('utf-16-be', 'replace').hex().upper()}>>>BDC"


def number(value: float) -> str:
    """A number as it stands in a page's content, two decimals at most."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


Parted = tuple[tuple[Cluster, ...], tuple[bool, ...] | None]
"""The clusters of a shaped word, and which are spaces; None where none is."""
_PARTED: dict[int, tuple[Shaped, Parted]] = {}
_CLUSTERS: dict[tuple[str, tuple[int, ...], tuple[int, ...]], Cluster] = {}


def parted(shaped: Shaped) -> Parted:
    """`shaped` cut at its grapheme clusters."""
    known = _PARTED.get(id(shaped))
    if known is None:
        if len(_PARTED) >= REMEMBERED:
            _PARTED.clear()
            _CLUSTERS.clear()
        # the word is kept too: an id is only good while its object lives
        known = _PARTED[id(shaped)] = (shaped, _parted(shaped))
    return known[1]


def _parted(shaped: Shaped) -> Parted:
    starts = shaped.starts
    firsts = [at for at, start in enumerate(starts) if not at or start != starts[at - 1]]
    clusters = []
    for first, last in pairwise((*firsts, len(starts))):
        text = shaped.text[starts[first] : starts[last] if last < len(starts) else len(shaped.text)]
        said = (text, shaped.glyphs[first:last], shaped.advances[first:last])
        cluster = _CLUSTERS.get(said)
        if cluster is None:
            cluster = _CLUSTERS[said] = Cluster(*said)
        clusters.append(cluster)
    spaces = tuple(cluster.text in _SPACES for cluster in clusters)
    return tuple(clusters), spaces if True in spaces else None


class Setting:
    """The words of one font at one size (points) and rise (points). whole: those shown as they are, by their id."""

    def __init__(self, font: EmbeddedFont, size: float, rise: float) -> None:
        self.font = font
        self.size = size
        self.rise = rise
        self.whole: dict[int, tuple[Shaped, str]] = {}

    def shown(self, shaped: Shaped) -> str:
        """`shaped` as it is: the inside of a `TJ` array."""
        known = self.whole.get(id(shaped))
        if known is None:
            shown, _ = self._shown(shaped, parted(shaped)[0], 0)
            known = self.whole[id(shaped)] = (shaped, "".join(shown).replace("><", ""))
        return known[1]

    def word(self, shaped: Shaped, wider: int = 0) -> Word:
        """`shaped` by its clusters, every one `wider` thousandths of the size wider than it is."""
        clusters, spaces = parted(shaped)
        return Word(clusters, *self._shown(shaped, clusters, wider), spaces)

    def _shown(self, shaped: Shaped, clusters: tuple[Cluster, ...], wider: int) -> tuple[Sequence[str], Sequence[str]]:
        """Each cluster as it is shown, and without a Span about it."""
        if shaped.offsets:
            made = []
            last = 0
            for cluster in clusters:
                first, last = last, last + len(cluster.glyphs)
                made.append(self._cluster(cluster, shaped.offsets[first:last], wider))
            return [shown for shown, _ in made], [bare for _, bare in made]
        # a cluster whose glyphs stay where they are is the same at every size
        known = self.font.clusters.setdefault(wider, {})
        try:
            shown = [known[cluster] for cluster in clusters]
        except KeyError:
            for cluster in clusters:
                if cluster not in known:
                    known[cluster], bare = self._cluster(cluster, (), wider)
                    if bare != known[cluster]:
                        self.font.bare[cluster, wider] = bare
            shown = [known[cluster] for cluster in clusters]
        if not self.font.bare:
            return shown, shown
        return shown, [self.font.bare.get((cluster, wider), one) for cluster, one in zip(clusters, shown, strict=True)]

    def _cluster(self, cluster: Cluster, offsets: tuple[tuple[int, int], ...], wider: int) -> tuple[str, str]:
        said, glyphs, advances = cluster.text, cluster.glyphs, cluster.advances
        if not said.isprintable():
            said = "".join(char for char in said if char not in _UNWRITTEN and not "\ud800" <= char <= "\udfff")
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
        lead = self._gap(dx)
        # what stands before it may end with a number
        shown = f"{f' {lead}' if lead else ''}{code}{self._gap(advance - dx - source.width(glyph))}"
        if not dy:
            return shown
        raised = number(self.rise + dy * self.size / source.units)
        return f"]TJ {raised} Ts[{shown}]TJ {number(self.rise)} Ts["
