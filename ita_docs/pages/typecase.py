"""The typecase: which typeface stands for the family, weight and slant that a document names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from ..problems import Problem, problem
from ..resources import FontFile, family_key, fonts_folder, installed_fonts
from .advances import ADVANCES
from .stand_ins import BUNDLED, FALLBACKS, SYMBOL_FAMILIES, StandIn, stand_in
from .typefaces import OUTLINES, Typeface

Embedded = Mapping[tuple[str, bool, bool], bytes]
"""Font files that travel in the document: (family, bold, italic) → bytes."""


class Typecase:
    """The typefaces of one document. folders: searched before the system's; embedded: fonts inside the document.

    classes: family → `roman`, `swiss`, `modern`, … as the document's font table says, for families that nobody knows.
    A family is looked for in the document, in `folders`, among the shipped fonts, and on the system; only then does
    another stand in for it, which `problems` tells.
    """

    def __init__(
        self, folders: Sequence[Path] = (), embedded: Embedded | None = None, classes: Mapping[str, str] | None = None
    ) -> None:
        self._installed = installed_fonts(tuple(folders))
        self._embedded = {
            (family_key(name), bold, italic): data for (name, bold, italic), data in (embedded or {}).items()
        }
        self._classes = {family_key(name): kind for name, kind in (classes or {}).items()}
        self._faces: dict[tuple[str, bool, bool], Typeface] = {}
        self._own: set[Typeface] = set()
        self._subsets: dict[Typeface, set[str]] = {}
        self._fallbacks: dict[tuple[Typeface, str], Typeface] = {}
        self._styles: dict[Typeface, tuple[str, bool, bool]] = {}
        self.cut: dict[tuple[Any, ...], tuple[Any, dict[tuple[str, bool], Any]]] = {}
        """The words of the document that are cut and shaped, by look: kept here by `pieces`."""
        self._counts: dict[Typeface, int] = {}
        self._missing: dict[str, Typeface] = {}

    def face(self, family: str, bold: bool = False, italic: bool = False) -> Typeface:
        """The typeface for a family in a style. `bold` and `slanted` of the result say what the painter must add."""
        face = self._faces.get((family, bold, italic))
        if face is None:
            face = self._faces[family, bold, italic] = self._find(family.strip() or "Times New Roman", bold, italic)
            self._styles.setdefault(face, (family, bold, italic))
        return face

    def for_text(self, face: Typeface, char: str) -> Typeface:
        """The typeface that draws `char` in text set in `face`: `face` itself if it can, or if nothing can."""
        if face.covers(char):
            return face
        found = self._fallbacks.get((face, char))
        if found is None:
            found = self._fallbacks[face, char] = self._fallback(face, char)
        return found

    def note(self, face: Typeface, count: int) -> None:
        """`count` characters are set in `face`."""
        self._counts[face] = self._counts.get(face, 0) + count

    def problems(self) -> list[Problem]:
        """Which families were stood in for, with how many characters each, and which characters nothing can draw.

        A character that a family lacks although it is at hand is drawn with another font, as Word does it, unsaid.
        """
        used: dict[str, dict[str, None]] = {}
        counts: dict[str, int] = {}
        at_hand = {face.family for face in self._own}
        for face, count in self._counts.items():
            if face.family not in at_hand:
                used.setdefault(face.family, {})[face.drawn] = None
                counts[face.family] = counts.get(face.family, 0) + count
        for (face, char), other in self._fallbacks.items():
            if face.family in used and other is not face:
                used[face.family][other.drawn] = None
            elif face in self._subsets and other is not face:
                used.setdefault(face.family, {})[other.drawn] = None
                self._subsets[face].add(char)
        for face, lacking in self._subsets.items():
            if lacking:
                counts[face.family] = counts.get(face.family, 0) + len(lacking)
        found = [
            problem("font-substituted", value=family, used=", ".join(drawn), count=counts[family])
            for family, drawn in sorted(used.items())
        ]
        for char, face in sorted(self._missing.items(), key=lambda item: item[0]):
            where = {"th": f"ข้อความในแบบอักษร {face.family}", "en": f"text in the font {face.family}"}
            found.append(problem("missing-glyph", value=char, code_point=f"U+{ord(char):04X}", where=where))
        return found

    # ------------------------------------------------------------ the search

    def _find(self, family: str, bold: bool, italic: bool) -> Typeface:
        key = family_key(family)
        face = self._in_document(family, key, bold, italic) or self._exact(family, key, bold, italic)
        if face is not None:
            self._own.add(face)
            return face
        return _stood_in(family, stand_in(key, self._classes.get(key, "")), bold, italic)

    def _in_document(self, family: str, key: str, bold: bool, italic: bool) -> Typeface | None:
        for style in _nearest(bold, italic):
            data = self._embedded.get((key, *style))
            if data is not None:
                face = _travelling(data, family, bold and not style[0], italic and not style[1])
                if face.usable:
                    self._subsets[face] = set()
                    return face
        return None

    def _exact(self, family: str, key: str, bold: bool, italic: bool) -> Typeface | None:
        if key in BUNDLED:
            return _stood_in(family, StandIn(BUNDLED[key]), bold, italic)
        if key in SYMBOL_FAMILIES:
            return None  # Their codes have become Unicode, which the fonts themselves do not know.
        files = self._installed.family(family)
        for style in _nearest(bold, italic):
            for file in files:
                if (file.bold, file.italic) == style:
                    face = _from_file(file, family, bold and not style[0], italic and not style[1])
                    if face.usable:
                        return face
        return None

    def _fallback(self, face: Typeface, char: str) -> Typeface:
        if char in self._missing:
            return face
        family, bold, italic = self._styles.get(face, (face.family, False, False))
        key = family_key(family)
        instead = stand_in(key, self._classes.get(key, ""))
        if face in self._subsets:
            other = self._exact(family, key, bold, italic)
            if other is not None and other.covers(char):
                return other
        for choice in (instead, *instead.others, *FALLBACKS):
            other = _stood_in(family, choice, bold, italic)
            if other.covers(char):
                return other
        other = self._anywhere(family, char, bold, italic)
        if other is None:
            self._missing[char] = face
        return other or face

    def _anywhere(self, family: str, char: str, bold: bool, italic: bool) -> Typeface | None:
        """An installed font that has `char`, in the style asked for if one has it so."""
        best = None
        for file in self._installed.files():
            score = (file.bold == bold) + (file.italic == italic)
            if (best is None or score > best[0]) and _has(file, ord(char)):
                best = score, file
                if score == 2:
                    break
        return (
            None
            if best is None
            else _from_file(best[1], family, bold and not best[1].bold, italic and not best[1].italic)
        )


def _nearest(bold: bool, italic: bool) -> tuple[tuple[bool, bool], ...]:
    """The styles that can be made into the one asked for, the best first; a lighter one can be, a heavier cannot."""
    wanted = [(bold, italic), (bold, False), (False, italic), (False, False)]
    return (*dict.fromkeys(wanted), *(style for style in _STYLES if style not in wanted))


_STYLES = ((False, False), (True, False), (False, True), (True, True))


@lru_cache(maxsize=64)
def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=16)
def _travelling(data: bytes, family: str, bold: bool, slanted: bool) -> Typeface:
    """The typeface of a font file inside a document; documents of a batch have the same."""
    return Typeface(Path(f"{family}.ttf"), family, bold=bold, slanted=slanted, data=data)


@lru_cache(maxsize=65536)
def _has(file: FontFile, code: int) -> bool:
    try:
        face = hb.Face(hb.Blob.from_file_path(str(file.path)), file.number)
    except (OSError, hb.HarfBuzzError):
        return False
    return not OUTLINES.isdisjoint(face.table_tags) and bool(hb.Font(face).get_nominal_glyph(code))


# Typefaces outlive a document, and with them the words that they have shaped.
@lru_cache(maxsize=512)
def _from_file(file: FontFile, family: str, bold: bool, slanted: bool) -> Typeface:
    return Typeface(
        file.path,
        family,
        number=file.number,
        drawn=file.family,
        bold=bold,
        slanted=slanted,
        data=_bytes(file.path),
    )


@lru_cache(maxsize=512)
def _stood_in(family: str, choice: StandIn, bold: bool, italic: bool) -> Typeface:
    style = next(style for style in _nearest(bold, italic) if choice.shipped.file(*style))
    path = fonts_folder() / choice.shipped.file(*style)
    ascent, descent, gap = choice.metrics or (None, None, None)
    return Typeface(
        path,
        family,
        drawn=choice.shipped.family,
        ascent=ascent,
        descent=descent,
        gap=gap,
        scale=choice.scale,
        bold=bold and not style[0],
        slanted=italic and not style[1],
        thai_digits=choice.thai_digits,
        advances=ADVANCES.get((choice.advances, bold)),
        data=_bytes(path),
    )
