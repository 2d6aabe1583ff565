"""WordprocessingML written by hand: elements, runs, paragraphs and styles.

Lengths are twips (1/1440 inch) and font sizes are points, as the regulation states them; the XML wants half points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {"w": W, "r": R}

BUILT_IN = (
    *("Normal", "header", "footer", "TOC Heading", "table of figures"),
    *(f"{name} {level}" for name in ("heading", "toc") for level in (1, 2, 3)),
)
"""Style names that are Word's own."""

Element = etree._Element
Tab = tuple[str, int, str | None]
"""Alignment (left, center, right), position from the left margin, leader (dot or None)."""


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the w namespace; attributes that are None are left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        if value is not None:
            element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


def text(content: str, style: str | None = None) -> list[Element]:
    """Runs of `content`; a tab or line feed becomes Word's own, in a run beside the text."""
    runs: list[Element] = []
    for piece in _pieces(content):
        run = w("r", *([w("rPr", w("rStyle", val=style))] if style else []))
        if piece == "\t":
            run.append(w("tab"))
        elif piece == "\n":
            run.append(w("br"))
        else:
            node = w("t")
            node.text = piece
            node.set(f"{{{XML}}}space", "preserve")
            run.append(node)
        runs.append(run)
    return runs


def _pieces(content: str) -> Iterable[str]:
    start = 0
    for at, letter in enumerate(content):
        if letter in "\t\n":
            if at > start:
                yield content[start:at]
            yield letter
            start = at + 1
    if start < len(content):
        yield content[start:]


def paragraph(style: str, *parts: str | list[Element], kept: bool = False) -> Element:
    """A paragraph whose whole look is its style; a part is text or ready-made runs.

    kept: whether it stays on the page of what follows. A style that says so beside another with the same level of the
    template's list would do, but LibreOffice numbers one style a level only.
    """
    element = w("p", w("pPr", w("pStyle", val=style), *([w("keepNext")] if kept else [])))
    for part in parts:
        element.extend(text(part) if isinstance(part, str) else part)
    return element


def field(instruction: str, shown: str) -> list[Element]:
    """The runs of a field, with the result that it shows until it is updated."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(f"{{{XML}}}space", "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
        *text(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph or character style; what is None comes from the style it is based on."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str | None = "Normal"
    next: str | None = None
    listed: bool = True
    """Whether Word offers it in its gallery, in the order of the list."""
    size: float | None = None
    bold: bool = False
    color: str | None = None
    align: str | None = None
    left: int | None = None
    right: int | None = None
    first_line: int | None = None
    hanging: int | None = None
    before: int | None = None
    after: int | None = None
    exact: int | None = None
    """Line pitch fixed at so many twips, whatever the font."""
    contextual: bool = False
    """Whether the space between two paragraphs of this style is dropped."""
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    """Whether it begins a page."""
    ruled: bool = False
    """Whether a line runs under it, from indent to indent."""
    tabs: tuple[Tab, ...] = ()
    list: int | None = None
    """The level, from 1, of the template's own list that numbers it."""
    outline: int | None = None
    """The level, from 1, at which a table of contents lists it."""

    def element(self, rank: int) -> Element:
        """`w:style`, its children in the order of the schema."""
        custom = None if self.name in BUILT_IN else 1
        style = w("style", type=self.kind, default=None if self.based_on else 1, styleId=self.id, customStyle=custom)
        style.append(w("name", val=self.name))
        if self.based_on:
            style.append(w("basedOn", val=self.based_on))
        if self.next:
            style.append(w("next", val=self.next))
        style.append(w("uiPriority", val=rank))
        if self.listed:
            style.append(w("qFormat"))
        for properties in (self._paragraph(), self._run()):
            if len(properties):
                style.append(properties)
        return style

    def _paragraph(self) -> Element:
        properties = w("pPr")
        switches = (
            *(("keepNext", self.keep_next), ("keepLines", self.keep_lines)),
            ("pageBreakBefore", self.page_break),
        )
        for tag, switch in switches:
            if switch is not None:
                properties.append(w(tag, val=None if switch else 0))
        if self.list is not None:
            properties.append(w("numPr", w("ilvl", val=self.list - 1), w("numId", val=1)))
        if self.ruled:
            properties.append(w("pBdr", w("bottom", val="single", sz=6, space=0, color="auto")))
        if self.tabs:
            stops = (w("tab", val=align, leader=leader, pos=at) for align, at, leader in self.tabs)
            properties.append(w("tabs", *stops))
        if (self.before, self.after, self.exact) != (None, None, None):
            rule = "exact" if self.exact else None
            properties.append(w("spacing", before=self.before, after=self.after, line=self.exact, lineRule=rule))
        indents = {"left": self.left, "right": self.right, "firstLine": self.first_line, "hanging": self.hanging}
        if any(indent is not None for indent in indents.values()):
            properties.append(w("ind", **indents))
        if self.contextual:
            properties.append(w("contextualSpacing"))
        if self.align:
            properties.append(w("jc", val=self.align))
        if self.outline:
            properties.append(w("outlineLvl", val=self.outline - 1))
        return properties

    def _run(self) -> Element:
        properties = w("rPr")
        if self.bold:
            properties.extend([w("b"), w("bCs")])
        if self.color:
            properties.append(w("color", val=self.color))
        if self.size:
            properties.extend([w("sz", val=half_points(self.size)), w("szCs", val=half_points(self.size))])
        return properties


def half_points(points: float) -> int:
    """A font size as the XML counts it."""
    return round(points * 2)


def serialized(root: Element) -> bytes:
    """The bytes of a part."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
