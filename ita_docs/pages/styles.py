"""Styles resolved: what a paragraph, run or table style says with everything it is based on (ECMA-376 part 1,
§17.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from .characters import Look
from .package import A, W
from .properties import TOGGLES, Said, Theme, laid_over, paragraph_properties, run_properties

DEEPEST = 50
"""How long a chain of `basedOn` may be; Word allows fewer, and a ring must end."""
_SCRIPTS = {"latin": ("HAnsi", "Ascii"), "ea": ("EastAsia",), "cs": ("Bidi",)}
_LOOK_FIELDS = frozenset(Look._fields)


class Style(NamedTuple):
    """A style with all it is based on. name: as Word shows it (`heading 1`), in lower case.

    paragraph, run: what it says of them; parts: for a table style, condition (`firstRow`, …, "" for the whole table) →
    its tblPr, trPr and tcPr elements and its paragraph and run properties, base styles first. own: what the style says
    of paragraphs itself, without its bases.
    """

    id: str
    name: str
    paragraph: Said
    run: Said
    parts: Mapping[str, tuple[TablePart, ...]]
    own: Said


class TablePart(NamedTuple):
    """What a table style says of one condition."""

    table: etree._Element | None
    row: etree._Element | None
    cell: etree._Element | None
    paragraph: Said
    run: Said


def theme_fonts(theme: etree._Element | None, complex_script: str) -> dict[str, str]:
    """Theme font names (`minorHAnsi`, `majorBidi`, …) → family; `complex_script`: the script of `w:themeFontLang`."""
    names: dict[str, str] = {}
    if theme is None:
        return names
    for kind in ("major", "minor"):
        fonts = next(theme.iter(f"{A}{kind}Font"), None)
        for child in () if fonts is None else fonts:
            tag = etree.QName(child).localname
            face = child.get("typeface") or ""
            for script in _SCRIPTS.get(tag, ()):
                if face:
                    names[kind + script] = face
            if tag == "font" and child.get("script") == complex_script and face:
                names.setdefault(kind + "Bidi", face)
    return names


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """Theme colour names (`accent1`, `dk1`, `tx1`, …) → RRGGBB."""
    colours: dict[str, str] = {}
    scheme = None if theme is None else next(theme.iter(f"{A}clrScheme"), None)
    for child in () if scheme is None else scheme:
        for value in child:
            if shown := value.get("val") if etree.QName(value).localname == "srgbClr" else value.get("lastClr"):
                colours[etree.QName(child).localname] = shown.upper()
    for alias, name in (("tx1", "dk1"), ("bg1", "lt1"), ("tx2", "dk2"), ("bg2", "lt2")):
        if name in colours:
            colours[alias] = colours[name]
    return colours


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self.theme = theme
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self.defaults: dict[str, str] = {}
        self.default_run: Said = {}
        self.default_paragraph: Said = {}
        for element in () if root is None else root:
            if element.tag == W + "style":
                identity = element.get(W + "styleId") or ""
                self._elements.setdefault(identity, element)
                if element.get(W + "default") in ("1", "true", "on"):
                    self.defaults.setdefault(element.get(W + "type") or "paragraph", identity)
            elif element.tag == W + "docDefaults":
                if (found := element.find(f"{W}rPrDefault/{W}rPr")) is not None:
                    self.default_run = run_properties(found, theme)
                if (found := element.find(f"{W}pPrDefault/{W}pPr")) is not None:
                    self.default_paragraph = paragraph_properties(found)

    def style(self, identity: str, kind: str = "paragraph") -> Style:
        """The style of an id; the document's default of `kind` where there is no such style."""
        element = self._elements.get(identity)
        if element is None or (element.get(W + "type") or "paragraph") != kind:
            identity = self.defaults.get(kind, "")
            if identity not in self._elements:
                return Style("", "", {}, {}, {}, {})
        known = self._known.get(identity)
        if known is None:
            known = self._known[identity] = self._resolved(identity)
        return known

    def named(self, name: str) -> str:
        """The id of the paragraph style that a field calls `name`: its name or its id; a digit is a heading's level."""
        wanted = f"heading {name}" if name in tuple("123456789") else name.lower()
        for identity, element in self._elements.items():
            if (element.get(W + "type") or "paragraph") == "paragraph":
                said = element.find(W + "name")
                names = "" if said is None else (said.get(W + "val") or "").lower()
                if wanted in (identity.lower(), *names.split(",")):
                    return identity
        return ""

    def numbered(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """(style id, (num_id, level)) of each paragraph style that names a list itself."""
        for identity, element in self._elements.items():
            found = element.find(f"{W}pPr/{W}numPr")
            if found is not None:
                said = self._paragraph(element)
                yield identity, (said.get("num_id", 0), said.get("num_level", 0))

    def _chain(self, identity: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while (element := self._elements.get(identity)) is not None and element not in chain and len(chain) < DEEPEST:
            chain.append(element)
            base = element.find(W + "basedOn")
            identity = "" if base is None else base.get(W + "val") or ""
        return chain[::-1]

    def _resolved(self, identity: str) -> Style:
        paragraph: Said = {}
        run: Said = {}
        parts: dict[str, list[TablePart]] = {}
        name = ""
        own: Said = {}
        for element in self._chain(identity):
            named = element.find(W + "name")
            name = "" if named is None else (named.get(W + "val") or "").lower()
            own = self._paragraph(element)
            paragraph = laid_over(paragraph, own)
            run = laid_over(run, self._run(element))
            if element.get(W + "type") == "table":
                parts.setdefault("", []).append(self._part(element))
                for condition in element.iterchildren(W + "tblStylePr"):
                    parts.setdefault(condition.get(W + "type") or "", []).append(self._part(condition))
        return Style(identity, name, paragraph, run, {key: tuple(value) for key, value in parts.items()}, own)

    def _paragraph(self, element: etree._Element) -> Said:
        found = element.find(W + "pPr")
        said = {} if found is None else paragraph_properties(found)
        said.pop("style", None)
        return said

    def _run(self, element: etree._Element) -> Said:
        found = element.find(W + "rPr")
        said = {} if found is None else run_properties(found, self.theme)
        said.pop("style", None)
        return said

    def _part(self, element: etree._Element) -> TablePart:
        find = element.find
        return TablePart(
            find(W + "tblPr"), find(W + "trPr"), find(W + "tcPr"), self._paragraph(element), self._run(element)
        )

    def run_base(self, paragraph_style: str, table: Said) -> Said:
        """What a run has before its own character style: document defaults, table style, paragraph style."""
        return _toggled(laid_over(self.default_run, table), self.style(paragraph_style).run)

    def look(self, base: Said, said: Said) -> Look:
        """The look of a run that says `said` over `base`, its character style taken in."""
        above = dict(said)
        identity = above.pop("style", "")
        if identity:
            base = _toggled(base, self.style(identity, "character").run)
        return shown({**base, **above})

    def cached_look(self, key: tuple[object, ...], base: Said, element: etree._Element | None) -> Look:
        """As `look` for a `w:rPr` element; `key` names the base. Elements that say the same are resolved once."""
        if element is not None:
            key = (*key, *((child.tag, *child.attrib.items()) for child in element))
        known = self._looks.get(key)
        if known is None:
            said = {} if element is None else run_properties(element, self.theme)
            known = self._looks[key] = self.look(base, said)
        return known


def _toggled(below: Said, above: Said) -> Said:
    """`above` laid over `below`, but a toggle set by both is off (§17.7.3)."""
    said = {**below, **above}
    for name in TOGGLES:
        if above.get(name) and below.get(name):
            said[name] = False
    return said


def shown(said: Said) -> Look:
    """The look that a complete set of run properties gives."""
    values = {name: value for name, value in said.items() if name in _LOOK_FIELDS and value is not None}
    values["caps"] = "caps" if said.get("caps_on") else "small" if said.get("small_caps") else ""
    behind = said.get("highlight") or said.get("shaded")
    values["highlight"] = behind
    if said.get("colour") is None:
        ground = behind or said.get("ground")
        values["colour"] = "FFFFFF" if ground is not None and dark(ground) else "000000"
    return Look(**values)


def dark(colour: str) -> bool:
    """Whether text of automatic colour is white on it, as in Word."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return red * 0.299 + green * 0.587 + blue * 0.114 < 60
