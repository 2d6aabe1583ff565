"""The styles of a document that is bound into another: renamed, free of theme and document defaults.

What a document takes from its defaults (`w:docDefaults`) and its theme is written into its styles, so that it looks the
same where these are another's (ECMA-376 part 1, §17.7.2: defaults, then table, paragraph and character styles).
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from .complex_script import SCHEMA_ORDER, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# fmt: off
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)
# fmt: on
"""Order of the children of w:pPr (CT_PPr)."""
BY_ATTRIBUTE = ("rFonts", "spacing", "ind", "lang")
"""Properties whose attributes are said one by one."""
NEUTRAL_RUN = {
    "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
    "sz": {"val": "20"},
    "szCs": {"val": "20"},
    "kern": {"val": "0"},
    "color": {"val": "auto"},
}
NEUTRAL_PARAGRAPH = {
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "ind": {"left": "0", "right": "0", "firstLine": "0"},
    "jc": {"val": "left"},
    "widowControl": {"val": "1"},
}
"""What holds where neither the defaults nor a style say anything (§17.3)."""
THEME_FONTS = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"), ("cs", "cstheme"))
THEME_COLOURS = ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")
SCRIPTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}


def put(parent: Any, child: Any, order: tuple[str, ...]) -> Any:
    """Insert `child` where the schema wants it, in place of what says the same."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    rank = order.index(child.tag.removeprefix(W))
    for other in parent:
        name = other.tag.removeprefix(W) if isinstance(other.tag, str) else ""
        if name not in order or order.index(name) > rank:
            other.addprevious(child)
            return child
    parent.append(child)
    return child


def properties_of(element: Any, name: str) -> Any:
    """The `w:pPr` or `w:rPr` of a paragraph, run or style, a new one where there is none."""
    found = element.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        if element.tag == W + "style":
            later = next((child for child in element if child.tag in _AFTER[name]), None)
            if later is None:
                element.append(found)
            else:
                later.addprevious(found)
        else:
            element.insert(0, found)
    return found


_AFTER = {
    "rPr": tuple(W + name for name in ("tblPr", "trPr", "tcPr", "tblStylePr")),
    "pPr": tuple(W + name for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")),
}


class Theme:
    """The fonts and colours of a document's theme."""

    def __init__(self, root: Any, settings: Any) -> None:
        self.colours: dict[str, str] = {}
        self.fonts: dict[str, str] = {}
        language = None if settings is None else settings.find(W + "themeFontLang")
        script = "Thai" if language is None or "th" in (language.get(W + "bidi") or "th") else ""
        if root is None:
            return
        for child in next(root.iter(A + "clrScheme"), ()):
            for value in child:
                shown = value.get("val") if value.tag == A + "srgbClr" else value.get("lastClr")
                if shown:
                    self.colours[etree.QName(child).localname] = shown
        for alias, name in (("tx1", "dk1"), ("bg1", "lt1"), ("tx2", "dk2"), ("bg2", "lt2")):
            if name in self.colours:
                self.colours[alias] = self.colours[name]
        for size in ("major", "minor"):
            for child in next(root.iter(f"{A}{size}Font"), ()):
                face, kind = child.get("typeface") or "", etree.QName(child).localname
                for place in SCRIPTS.get(kind, ()) if face else ():
                    self.fonts[size + place] = face
                if kind == "font" and child.get("script") == script and face:
                    self.fonts.setdefault(size + "Bidi", face)

    def resolve(self, element: Any) -> None:
        """Write the names of fonts and the values of colours into an element in place of what refers to the theme."""
        if element.tag == W + "rFonts":
            for plain, themed in THEME_FONTS:
                place = element.attrib.pop(W + themed, None)
                if place is not None and (face := self.fonts.get(place)):
                    element.set(W + plain, face)
        elif element.tag == A + "schemeClr":
            colour = self.colours.get(element.get("val") or "")
            if colour is not None:
                element.tag = A + "srgbClr"
                element.set("val", colour)
        else:
            for name in THEME_COLOURS:
                element.attrib.pop(W + name, None)


class Defaults:
    """What the defaults of a document come to in another: name of the property → its attributes."""

    def __init__(self, styles: Any, host: Any, theme: Theme) -> None:
        self.run = _come_to(_said(styles, "rPr", theme), _said(host, "rPr", None), NEUTRAL_RUN)
        self.paragraph = _come_to(_said(styles, "pPr", theme), _said(host, "pPr", None), NEUTRAL_PARAGRAPH)

    def fold(self, style: Any) -> None:
        """Write the defaults into a paragraph style that is based on none."""
        _lay_under(properties_of(style, "pPr"), self.paragraph, PARAGRAPH_ORDER)
        _lay_under(properties_of(style, "rPr"), self.run, SCHEMA_ORDER)

    def complete(self, style: Any, sheet: Sheet) -> None:
        """Say all of its spacing in a paragraph style that says some: LibreOffice takes the rest from the defaults."""
        spacing = style.find(f"{W}pPr/{W}spacing")
        if spacing is not None and style.get(W + "type", "paragraph") == "paragraph":
            inherited = sheet.says(style.get(W + "styleId"), "pPr").get("spacing", {})
            for key, value in self.paragraph.get("spacing", {}).items():
                if spacing.get(W + key) is None:
                    spacing.set(W + key, inherited.get(key, value))


def _said(styles: Any, name: str, theme: Theme | None) -> dict[str, dict[str, str]]:
    found = None if styles is None else styles.find(f"{W}docDefaults/{W}{name}Default/{W}{name}")
    said: dict[str, dict[str, str]] = {}
    for element in () if found is None else deepcopy(found):
        if theme is not None:
            theme.resolve(element)
        said[element.tag.removeprefix(W)] = {key.removeprefix(W): value for key, value in element.attrib.items()}
    return said


def _come_to(
    own: dict[str, dict[str, str]], host: dict[str, dict[str, str]], neutral: dict[str, dict[str, str]]
) -> dict[str, dict[str, str]]:
    order = SCHEMA_ORDER if neutral is NEUTRAL_RUN else PARAGRAPH_ORDER
    below = {name: neutral[name] for name in host if name in neutral}
    above = {name: said for name, said in own.items() if name in order}
    return {
        name: {**below.get(name, {}), **above.get(name, {})}
        if name in BY_ATTRIBUTE
        else above.get(name, below.get(name, {}))
        for name in {**below, **above}
    }


def _lay_under(properties: Any, said: dict[str, dict[str, str]], order: tuple[str, ...]) -> None:
    for name, attributes in said.items():
        own = properties.find(W + name)
        if own is None:
            put(properties, etree.Element(W + name, {W + key: value for key, value in attributes.items()}), order)
        elif name in BY_ATTRIBUTE:
            for key, value in attributes.items():
                if own.get(W + key) is None and not _otherwise(own, key):
                    own.set(W + key, value)


def _otherwise(element: Any, key: str) -> bool:
    """Whether an element says what `key` says by another attribute."""
    others = {"left": "start", "right": "end", "firstLine": "hanging"}
    return key in others and element.get(W + others[key]) is not None


class Sheet:
    """The styles of a document by id, as they were before anything was folded into them."""

    def __init__(self, root: Any) -> None:
        self.styles: dict[str, Any] = {}
        self.default: dict[str, str] = {}
        for style in () if root is None else root.iterchildren(W + "style"):
            identity = style.get(W + "styleId") or ""
            self.styles.setdefault(identity, style)
            if style.get(W + "default") in ("1", "true", "on"):
                self.default.setdefault(style.get(W + "type") or "paragraph", identity)

    def chain(self, identity: str | None) -> list[Any]:
        """A style and what it is based on, nearest first."""
        found: list[Any] = []
        while identity and (style := self.styles.get(identity)) is not None and style not in found:
            found.append(style)
            base = style.find(W + "basedOn")
            identity = None if base is None else base.get(W + "val")
        return found

    def says(self, identity: str | None, kind: str) -> dict[str, dict[str, str]]:
        """What a style with its bases says of paragraphs (`pPr`) or runs (`rPr`)."""
        said: dict[str, dict[str, str]] = {}
        for style in reversed(self.chain(identity)):
            for element in style.find(W + kind) if style.find(W + kind) is not None else ():
                name = element.tag.removeprefix(W)
                values = {key.removeprefix(W): value for key, value in element.attrib.items()}
                said[name] = {**said.get(name, {}), **values}
        return said


def over_tables(root: Any, sheet: Sheet, defaults: Defaults) -> None:
    """Say at each paragraph of a table what its table style says, where the folded defaults would now hide that."""
    for table in root.iter(W + "tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        identity = sheet.default.get("table") if style is None else style.get(W + "val")
        for kind, folded in (("pPr", defaults.paragraph), ("rPr", defaults.run)):
            hidden = _common(sheet.says(identity, kind), folded)
            if hidden:
                for paragraph in table.iterfind(f"{W}tr/{W}tc/{W}p"):
                    _say(paragraph, sheet, kind, hidden)


def _common(said: dict[str, dict[str, str]], folded: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {name: attributes for name, attributes in said.items() if name in folded}


def _say(paragraph: Any, sheet: Sheet, kind: str, hidden: dict[str, dict[str, str]]) -> None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    identity = sheet.default.get("paragraph") if style is None else style.get(W + "val")
    own = sheet.says(identity, kind)
    left = {
        name: {key: value for key, value in attributes.items() if key not in own.get(name, {})}
        for name, attributes in hidden.items()
        if name in BY_ATTRIBUTE or name not in own
    }
    left = {name: attributes for name, attributes in left.items() if attributes}
    if not left:
        return
    if kind == "pPr":
        _lay_under(properties_of(paragraph, "pPr"), left, PARAGRAPH_ORDER)
        return
    for run in paragraph.iter(W + "r"):
        character = run.find(f"{W}rPr/{W}rStyle")
        above = {} if character is None else sheet.says(character.get(W + "val"), "rPr")
        rest = {name: attributes for name, attributes in left.items() if name not in above}
        if rest:
            _lay_under(properties_of(run, "rPr"), rest, SCHEMA_ORDER)
