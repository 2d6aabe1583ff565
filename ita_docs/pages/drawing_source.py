"""What a drawing is read from: the pictures and links of its part, the theme, and where problems go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..problems import Problem, problem
from .drawing_paths import rectangle, size, within
from .drawn import PicturePiece, ShapePiece

if TYPE_CHECKING:
    from .metafile_sketch import Sketch

GREY = "808080"
_MAGIC = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"), (b"\xd7\xcd\xc6\x9a", "wmf"), (b"\x01\0\x09\0\0", "wmf"), (b"\x02\0\x09\0\0", "wmf"),
    (b"\x1f\x8b", "gzip"),
)  # fmt: skip


def kind_of(data: bytes) -> str:
    """What a picture file is, by its first bytes: png, jpeg, gif, bmp, tiff, emf, wmf, gzip (one of these two,
    compressed), svg, or "" for anything else.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF":
        return "emf"
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if head.startswith((b"<svg", b"<?xml")) else ""


class Source:
    """The surroundings of one drawing. Each thing that cannot be drawn is reported once."""

    __slots__ = ("_link", "_media", "_report", "_said", "_where", "theme")

    def __init__(
        self,
        media: Callable[[str], bytes | None],
        theme: Mapping[str, str],
        report: Callable[[Problem], None],
        where: Mapping[str, str],
        link: Callable[[str], str | None] | None = None,
    ) -> None:
        self._media, self._report, self._where, self._link = media, report, where, link
        self.theme = theme
        self._said: set[str] = set()

    def unsupported(self, thai: str, english: str) -> None:
        """Report what cannot be drawn, or not as it should be."""
        if english not in self._said:
            self._said.add(english)
            self._report(problem("unsupported-feature", what={"th": thai, "en": english}, where=dict(self._where)))

    def link(self, relationship: str | None) -> str | None:
        """The URI that a relationship leads to."""
        return self._link(relationship) if relationship and self._link is not None else None

    def picture(self, relationship: str | None) -> bytes | Sketch | None:
        """A picture that can be drawn: its bytes, or what a metafile draws; None (and a report) for one that cannot."""
        data = self._media(relationship) if relationship else None
        if not data:
            self.unsupported("รูปภาพที่หาไฟล์ไม่พบ", "a picture whose file is missing")
            return None
        kind = kind_of(data)
        if kind == "gzip":
            from .metafile_records import unpacked

            data = unpacked(data)
            kind = kind_of(data)
        if kind in ("emf", "wmf"):
            return self._sketch(data, kind)
        if kind in ("svg", ""):
            name = kind.upper() or "?"
            self.unsupported(f"รูปภาพชนิด {name}", f"a picture of the kind {name}")
            return None
        return data

    def _sketch(self, data: bytes, kind: str) -> Sketch | None:
        # Loaded when first met: metafiles are in one document in twenty.
        from .metafile import LACKS, played

        sketch = played(data, kind)
        if sketch is None:
            self.unsupported(f"รูปภาพชนิด {kind.upper()}", f"a picture of the kind {kind.upper()}")
            return None
        for lacking in sorted(sketch.lacks):
            thai, english = LACKS[lacking]
            self.unsupported(f"{thai}ในรูปภาพชนิด {kind.upper()}", f"{english} in a picture of the kind {kind.upper()}")
        return sketch


def picture_or_frame(
    source: Source,
    relationship: str | None,
    box: tuple[float, float, float, float],
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
    turn: float = 0.0,
    flip: tuple[bool, bool] = (False, False),
) -> PicturePiece | ShapePiece:
    """The picture in a box (x, y, width, height), or a grey frame of its size where it cannot be drawn."""
    data = source.picture(relationship)
    if data is None:
        return frame(*box, turn)
    x, y, width, height = box
    return PicturePiece(within(x), within(y), size(width, 0.1), size(height, 0.1), data, crop, turn % 360, flip)


def frame(x: float, y: float, width: float, height: float, turn: float = 0.0) -> ShapePiece:
    """A grey frame in place of what cannot be drawn."""
    width, height = size(width, 0.1), size(height, 0.1)
    return ShapePiece(
        within(x), within(y), width, height, rectangle(width, height), None, GREY, 0.75, "solid", turn % 360
    )


def cropped(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """Shares to cut off a picture: negative ones (which would add space) are 0, and something always stays."""
    left, top, right, bottom = (min(1.0, max(0.0, value)) for value in (left, top, right, bottom))
    if left + right >= 0.999:
        left = right = 0.0
    if top + bottom >= 0.999:
        top = bottom = 0.0
    return left, top, right, bottom
