"""The styles of the lines of a table of contents: those that a document has, and Word's own for those it lacks."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIGURES = "table of figures"
_STEP = 220
"""How much further in each level begins in Word's own styles, in twips."""
_MOST = 50
"""How long a chain of `basedOn` may be."""


class EntryStyle(NamedTuple):
    """A style. leads: it has a stop for the page number. stops: it has one for the text behind a number. left: its
    indent, size: of its letters, both in twips.
    """

    id: str
    leads: bool = False
    stops: bool = False
    left: int = 0
    size: int = 220


class EntryStyles:
    """The styles of lines by their names in Word: `toc 1` … `toc 9`, `table of figures`. root: the styles part.

    grown: whether styles were put into `root` that it did not have.
    """

    def __init__(self, root: Any) -> None:
        self._root = root
        self.grown = False
        self._ids: dict[str, Any] = {}
        self._names: dict[str, Any] = {}
        self._known: dict[str, EntryStyle] = {}
        self._normal = "Normal"
        for element in root.iter(f"{W}style"):
            if element.get(f"{W}type", "paragraph") != "paragraph":
                continue
            self._ids.setdefault(element.get(f"{W}styleId") or "", element)
            self._names.setdefault(_value(element, "name").lower(), element)
            if element.get(f"{W}default") in ("1", "true", "on"):
                self._normal = element.get(f"{W}styleId") or "Normal"

    def of(self, level: int, figures: bool) -> EntryStyle:
        """The style of lines of a level; that of Word's own is made where there is none."""
        name = FIGURES if figures else f"toc {level}"
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._read(name, level, figures)
        return found

    def _read(self, name: str, level: int, figures: bool) -> EntryStyle:
        identity = "TableofFigures" if figures else f"TOC{level}"
        element = self._names.get(name)
        if element is None:
            element = self._ids.get(identity)
        if element is None:
            element = self._made(identity, name, 0 if figures else (level - 1) * _STEP)
        leads = stops = False
        left: int | None = None
        size: int | None = None
        for said in self._chain(element):
            kinds = [stop.get(f"{W}val") for stop in said.iterfind(f"{W}pPr/{W}tabs/{W}tab")]
            leads = leads or "right" in kinds or "end" in kinds
            stops = stops or "left" in kinds or "start" in kinds or "num" in kinds
            indent = said.find(f"{W}pPr/{W}ind")
            if indent is not None:
                stops = stops or _whole(indent.get(f"{W}hanging")) > 0
                given = indent.get(f"{W}left") or indent.get(f"{W}start")
                left = _whole(given) if left is None and given else left
            letters = said.find(f"{W}rPr/{W}szCs")
            size = _whole(letters.get(f"{W}val")) * 10 if size is None and letters is not None else size
        default = self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}szCs")
        size = size or (_whole(default.get(f"{W}val")) * 10 if default is not None else 0) or 220
        return EntryStyle(element.get(f"{W}styleId") or identity, leads, stops, left or 0, size)

    def _chain(self, element: Any) -> list[Any]:
        chain: list[Any] = []
        while element is not None and element not in chain and len(chain) < _MOST:
            chain.append(element)
            element = self._ids.get(_value(element, "basedOn"))
        return chain

    def _made(self, identity: str, name: str, left: int) -> Any:
        """Word's own style of that name."""
        style = etree.SubElement(self._root, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": identity})
        said: list[tuple[str, str | None]] = [("name", name), ("basedOn", self._normal), ("next", self._normal)]
        said += [("uiPriority", "99" if name == FIGURES else "39"), ("unhideWhenUsed", None)]
        for tag, value in said:
            etree.SubElement(style, W + tag, {} if value is None else {f"{W}val": value})
        properties = etree.SubElement(style, f"{W}pPr")
        if left:
            etree.SubElement(properties, f"{W}ind", {f"{W}left": str(left)})
        self._ids[identity] = self._names[name] = style
        self.grown = True
        return style


def _value(element: Any, name: str) -> str:
    child = element.find(W + name)
    return "" if child is None else child.get(f"{W}val") or ""


def _whole(text: str | None) -> int:
    """A whole number, 0 for anything else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 10 else 0
