"""A font in one document: a character code for each glyph with its text, and the objects that embed it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .fonts import FontSource
from .objects import Body, Reference, array, text

if TYPE_CHECKING:
    from .words import Cluster

MOST_CODES = 0xFFFF
_INFO = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0}


class EmbeddedFont:
    """A Type 0 font of one document.

    A code stands for a glyph **and** the text that it says, so that one glyph can say different things (a Thai digit
    drawn for an ASCII one, the last glyph of a ligature) and text copies out exactly (ISO 32000-1, 9.7 and 9.10.3).
    """

    def __init__(self, source: FontSource, name: str, at: Reference) -> None:
        self.source = source
        self.name = name
        self.at = at
        self.clusters: dict[int, dict[Cluster, str]] = {}
        """Grapheme clusters shown already, by how much wider they are."""
        self.bare: dict[tuple[Cluster, int], str] = {}
        """The same without the Spans about them, where there are any."""
        self._codes: dict[tuple[int, str, int], str] = {}

    def code(self, glyph: int, said: str, wider: int = 0) -> str:
        """Four hexadecimal digits. wider: how much more room the glyph takes than it has, in thousandths of the size.

        Letters that are spread take their gaps with them: readers then see no gap where a space could be.
        """
        code = self._codes.get((glyph, said, wider))
        if code is None:
            code = self._codes[glyph, said, wider] = f"{min(len(self._codes) + 1, MOST_CODES):04X}"
        return code

    @property
    def widens(self) -> bool:
        """Whether codes may be wider than their glyphs: a compact font's widths are by glyph."""
        return not self.source.compact

    def embed(self, body: Body, *, code_set: bool) -> None:
        """Write the font's objects; `code_set`: with the CIDSet that PDF/A-1 wants."""
        source, pairs = self.source, list(self._codes)
        glyphs = [glyph for glyph, _, _ in pairs]
        subset = source.subset(glyphs)
        base = f"/{subset.tag}+{source.name}"
        program: dict[str, object] = {"Filter": "/FlateDecode", "Length1": subset.length}
        if source.compact:
            program = {"Filter": "/FlateDecode", "Subtype": "/CIDFontType0C"}
        file = body.stream(program, subset.program, compress=False)
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": base,
            **source.descriptor,
            "FontFile3" if source.compact else "FontFile2": file,
        }
        if code_set:
            descriptor["CIDSet"] = body.stream({}, _bitmap(glyphs if source.compact else range(1, len(pairs) + 1)))
        info = body.add({key: text(value) if isinstance(value, str) else value for key, value in _INFO.items()})
        font: dict[str, Any] = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if source.compact else "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": info,
            "FontDescriptor": body.add(descriptor),
            "DW": 0,
        }
        encoding: object = "/Identity-H"
        if source.compact:
            # A compact font has no map from CIDs to glyphs: the codes lead to its glyph numbers by a CMap instead.
            widths = {glyph: source.width(glyph) for glyph in sorted(set(glyphs))}
            font["W"] = array(
                part for glyph, width in widths.items() for part in (glyph, array([source.thousandths(width)]))
            )
            encoding = body.stream(
                {"Type": "/CMap", "CMapName": f"/{subset.tag}-H", "CIDSystemInfo": info}, _code_map(subset.tag, glyphs)
            )
        else:
            font["W"] = array(
                [1, array([source.thousandths(source.width(glyph)) + wider for glyph, _, wider in pairs])]
            )
            gids = b"".join(glyph.to_bytes(2, "big") for glyph in (0, *glyphs))
            font["CIDToGIDMap"] = body.stream({}, gids)
        body.put(
            self.at,
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base if not source.compact else f"{base}-{subset.tag}-H",
                "Encoding": encoding,
                "DescendantFonts": array([body.add(font)]),
                "ToUnicode": body.stream({}, _to_unicode([said for _, said, _ in pairs])),
            },
        )


_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType {kind} def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@lru_cache(1024)
def _hexadecimal(said: str) -> str:
    return said.encode("utf-16-be", "replace").hex().upper()


def _in_hundreds(lines: list[str], operator: str) -> list[str]:
    parts = []
    for first in range(0, len(lines), 100):
        part = lines[first : first + 100]
        parts += [f"{len(part)} begin{operator}", *part, f"end{operator}"]
    return parts


def _to_unicode(said: list[str]) -> bytes:
    lines = [f"<{code:04X}> <{_hexadecimal(value)}>" for code, value in enumerate(said, 1)]
    head = _HEAD.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2)
    return (head + "\n".join(_in_hundreds(lines, "bfchar")) + "\n" + _TAIL).encode()


def _code_map(tag: str, glyphs: list[int]) -> bytes:
    lines = [f"<{code:04X}> {glyph}" for code, glyph in enumerate(glyphs, 1)]
    head = _HEAD.format(ordering="Identity", name=f"{tag}-H", kind=1)
    return (head + "\n".join(_in_hundreds(lines, "cidchar")) + "\n" + _TAIL).encode()


def _bitmap(codes: list[int] | range) -> bytes:
    """One bit for each CID that the font has, the highest bit first (9.8.3); CID 0 is there always."""
    bits = bytearray(max(codes, default=0) // 8 + 1)
    bits[0] = 0x80
    for code in codes:
        bits[code >> 3] |= 0x80 >> (code & 7)
    return bytes(bits)
