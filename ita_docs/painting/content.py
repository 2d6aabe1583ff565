"""A page's content as it grows: operators, the graphics state in force, marked content (ISO 32000-1, 8.4, 14.6)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..pages.model import Colour, Element, Fill, LinkArea, Rule
from .structure import Structure
from .words import number

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def place(x: float, y: float, width: float, height: float) -> str:
    """The four numbers of a rectangle whose top left corner is (x, y)."""
    return f"{number(x)} {number(y - height)} {number(width)} {number(height)}"


@lru_cache(4096)
def rgb(colour: Colour) -> str:
    """The three components of a colour as numbers, or one where it is a grey; black for what is no colour."""
    try:
        parts = [f"{byte / 255:.3f}".rstrip("0").rstrip(".") for byte in bytes.fromhex(colour)]
    except ValueError:
        parts = []
    if len(parts) != 3:
        return "0"
    return parts[0] if len(set(parts)) == 1 else " ".join(parts)


def fill_operator(colour: Colour) -> str:
    """The operator that sets the colour of fills and text."""
    components = rgb(colour)
    return f"{components} rg" if " " in components else f"{components} g"


def stroke_operator(colour: Colour) -> str:
    """The operator that sets the colour of strokes."""
    components = rgb(colour)
    return f"{components} RG" if " " in components else f"{components} G"


def dash_of(style: str, width: float) -> str:
    """The dash pattern of a rule's style."""
    if style == "dotted":
        dot = number(max(width, 0.25))
        return f"[{dot} {dot}] 0 d"
    if style == "leader":
        return f"[{number(width)} {number(3 * width)}] 0 d"
    if style == "dashed":
        return f"[{number(max(4 * width, 2.0))} {number(max(3 * width, 1.5))}] 0 d"
    return "[] 0 d"


class LinkOnPage(NamedTuple):
    """A link annotation to be: its rectangle (left, bottom, right, top), where it leads, its element."""

    bounds: tuple[float, float, float, float]
    target: str
    element: Element | None


class Content:
    """The content of one page. Places are PDF's: points, y upwards, in the innermost frame that is open."""

    def __init__(self, page: int, structure: Structure | None) -> None:
        self.page = page
        self.matrix = IDENTITY
        self.parts: list[str] = []
        self.fonts: dict[str, bytes] = {}
        self.pictures: dict[str, bytes] = {}
        self.look: tuple[object, ...] | None = None
        """The look of the text shown last; None where it is not known."""
        self.links: list[LinkOnPage] = []
        self._structure = structure
        self._link: tuple[Element, str, Element] | None = None
        self._frames: list[tuple[Matrix, str, str, str, tuple[object, ...] | None]] = []
        self._fill = self._stroke = "0"
        self._pen = ""
        self._open: Element | bool | None = None

    # ------------------------------------------------------------ marked content

    def mark(self, element: Element | None) -> None:
        """What is painted next belongs to `element`; None: it is an artifact."""
        if self._structure is None or self._open is (element or False):
            return
        self.unmark()
        if element is None:
            self.parts.append("/Artifact BMC")
        else:
            number = self._structure.content(element, self.page)
            self.parts.append(f"/{self._structure.role(element)}<</MCID {number}>>BDC")
        self._open = element or False

    def unmark(self) -> None:
        """Close what `mark` opened."""
        if self._open is not None:
            if self.parts[-1].endswith(("BMC", "BDC")) and self._open is False:
                self.parts.pop()
            else:
                self.parts.append("EMC")
            self._open = None

    def link(self, parent: Element | None, target: str) -> Element | None:
        """The Link element in `parent` for `target`: the one just shown, where it goes on, else a new one."""
        if parent is None or self._structure is None:
            return None
        link = self._link
        if link is None or link[0] is not parent or link[1] != target or self._open is not link[2]:
            link = self._link = (parent, target, self._structure.child(parent, "Link"))
        return link[2]

    def click(self, area: LinkArea, x: float, y: float, element: Element | None) -> None:
        """An area to click on, its parent's top left corner at (x, y)."""
        bounds = self.bounds(x + area.x, y - area.y, area.width, area.height)
        self.links.append(LinkOnPage(bounds, area.target, element))

    def figure(self, element: Element | None, x: float, y: float, width: float, height: float) -> None:
        """What is painted next is a figure; (x, y): its top left corner."""
        self.framed(element, x, y, width, height)
        self.mark(element)

    def framed(self, element: Element | None, x: float, y: float, width: float, height: float) -> None:
        """A figure reaches over this room, whether anything of it is painted there or not."""
        if element is not None and self._structure is not None:
            self._structure.box(element, self.page, self.bounds(x, y, width, height))

    # ------------------------------------------------------------ frames

    def save(self, matrix: Matrix | None = None, clip: str = "", rule: str = "W") -> None:
        """Open a frame: its matrix into the frame around it, and the path (in it) that clips it, W or W* its rule."""
        self.unmark()
        self._frames.append((self.matrix, self._fill, self._stroke, self._pen, self.look))
        self.parts.append("q")
        if matrix is not None:
            self.parts.append(" ".join(f"{part:.5f}".rstrip("0").rstrip(".") for part in matrix) + " cm")
            self.matrix = product(matrix, self.matrix)
        if clip:
            self.parts.append(f"{clip} {rule} n")

    def restore(self) -> None:
        """Close the innermost frame."""
        self.unmark()
        self.matrix, self._fill, self._stroke, self._pen, self.look = self._frames.pop()
        self.parts.append("Q")

    def bounds(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        """The rectangle on the page (left, bottom, right, top) about one in this frame, (x, y) its top left corner."""
        a, b, c, d, e, f = self.matrix
        corners = [(x + i, y - j) for i in (0.0, width) for j in (0.0, height)]
        across = [a * u + c * v + e for u, v in corners]
        up = [b * u + d * v + f for u, v in corners]
        return min(across), min(up), max(across), max(up)

    # ------------------------------------------------------------ state

    def fill(self, colour: Colour) -> None:
        """Set the colour of fills and text."""
        if colour != self._fill:
            self._fill = colour
            self.parts.append(fill_operator(colour))

    def filled(self, colour: Colour) -> str:
        """The operator that text wants for `colour`, empty where that is in force already."""
        if colour == self._fill:
            return ""
        self._fill = colour
        return fill_operator(colour)

    def pen(self, colour: Colour, width: float, style: str) -> None:
        """Set colour, width (points) and dash pattern of strokes."""
        if colour != self._stroke:
            self._stroke = colour
            self.parts.append(stroke_operator(colour))
        pen = f"{number(width)} w {dash_of(style, width)}"
        if pen != self._pen:
            self._pen = pen
            self.parts.append(pen)

    def embolden(self, colour: Colour, width: float) -> str:
        """The operators with which text is stroked too, `width` points wide."""
        self._stroke, self._pen = colour, ""
        return f"2 Tr {stroke_operator(colour)} {number(width)} w [] 0 d"

    # ------------------------------------------------------------ fills and rules

    def draw(self, item: Fill | Rule, x: float, y: float) -> None:
        """Draw a fill or a rule whose parent's top left corner is (x, y)."""
        if isinstance(item, Fill):
            self.fill(item.colour)
            self.parts.append(f"{place(x + item.x, y - item.y, item.width, item.height)} re f")
            return
        x1, y1, x2, y2 = x + item.x1, y - item.y1, x + item.x2, y - item.y2
        if item.style != "double":
            self.pen(item.colour, item.width, item.style)
            self._stroke_line(x1, y1, x2, y2)
            return
        third = item.width / 3
        self.pen(item.colour, third, "solid")
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        over, up = (y1 - y2) / length * third, (x2 - x1) / length * third
        self._stroke_line(x1 + over, y1 + up, x2 + over, y2 + up)
        self._stroke_line(x1 - over, y1 - up, x2 - over, y2 - up)

    def _stroke_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.parts.append(f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S")

    def resources(self) -> bytes:
        """The resource dictionary of what was painted."""
        parts = []
        for kind, used in (("Font", self.fonts), ("XObject", self.pictures)):
            if used:
                parts.append(f"/{kind}<<".encode())
                parts += [b"/%s %s" % (name.encode(), at) for name, at in sorted(used.items())]
                parts.append(b">>")
        return b"<<%s>>" % b"".join(parts)

    def data(self) -> bytes:
        """The stream's bytes."""
        self.unmark()
        return "\n".join(self.parts).encode("ascii", "replace")
