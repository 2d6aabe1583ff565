"""Paragraphs read: their properties through styles and lists, their number, their content (ECMA-376 part 1, §17.3)."""

from __future__ import annotations

from typing import Any, NamedTuple

from .cell_reading import TableSaid
from .characters import Look
from .flow import Frame, Label, Paragraph, ParagraphLook
from .inlines import Content, Surroundings, joined
from .numbering import Counter, Level, Numbering
from .package import W
from .properties import Said, key_of, laid_over, paragraph_properties, run_properties, twips
from .stories import Story
from .symbols import to_unicode

_LOOK = frozenset(ParagraphLook._fields)
_PPR = W + "pPr"


class _Said(NamedTuple):
    """A `w:pPr` resolved. base_key, base: what its runs start from; mark: the look of its mark; level: of its list;
    said: everything, by name; marked: the `w:rPr` of its mark; drops: its first letter is to be a large one.
    """

    look: ParagraphLook
    base_key: tuple[object, ...]
    base: Said
    mark: Look
    level: Level | None
    said: Said
    marked: Any
    frame: Frame | None
    drops: bool


class ParagraphReader(Surroundings):
    """Reads the paragraphs of one document. count: how many were read; numbers: their places in the main part."""

    numbering: Numbering

    def __init__(self) -> None:
        self.count = 0
        self.numbers: dict[Any, int] = {}
        self._known: dict[tuple[object, ...], _Said] = {}
        self._bases: dict[tuple[object, ...], Said] = {}

    def paragraph(self, element: Any, story: Story, table: TableSaid | None = None) -> Paragraph | None:
        """One paragraph; None for what Word does not show (a hidden paragraph mark with nothing before it)."""
        said, label = self.dressed(element, story, table)
        content = Content(self, story, said.base, said.base_key)
        content.read(element)
        inlines = joined(content.said)
        if said.mark.hidden and not inlines and element.getnext() is not None:
            return None
        if said.drops:
            self.unsupported("อักษรตัวแรกขนาดใหญ่ (drop cap)", "drop caps")
        # Word writes the frame of a table that floats into the paragraphs of its cells, where it says nothing more
        frame = None if said.frame is None or _in_cell(element) else said.frame
        return Paragraph(said.look, inlines, said.mark, label, frame, self.numbers.get(element, 0))

    def dressed(self, element: Any, story: Story, table: TableSaid | None) -> tuple[_Said, Label | None]:
        """What a paragraph says of itself, and its number: it counts."""
        self.count += 1
        # its properties come first (§17.3.1.26)
        properties = element[0] if len(element) and element[0].tag == _PPR else None
        said = self._said(properties, table)
        return said, None if said.level is None else self._label(said, said.level, story.counter)

    def _said(self, properties: Any, table: TableSaid | None) -> _Said:
        """What a `w:pPr` says; those that say the same are resolved once."""
        table_key = () if table is None else table.key
        key = (table_key, () if properties is None else key_of(properties))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._resolved(properties, table, table_key)
        return known

    def _resolved(self, properties: Any, table: TableSaid | None, table_key: tuple[object, ...]) -> _Said:
        direct = {} if properties is None else paragraph_properties(properties)
        style = self.styles.style(direct.get("style", ""))
        said = laid_over(self.styles.default_paragraph, {} if table is None else table.paragraph)
        chain = style.paragraph
        listed = {**chain, **direct}
        if level := self._level(listed, style.id):
            indents = self._level_paragraph(level)
            # a style's own indents win over those of the list it names; a list named directly wins over the style
            if "num_id" in direct:
                said = laid_over(laid_over(said, chain), indents)
            else:
                said = laid_over(laid_over(laid_over(said, chain), indents), style.own)
        else:
            said = laid_over(said, chain)
        said = laid_over(said, direct)
        if level:
            said["num_level"] = listed.get("num_level", 0)
        base_key = (style.id, table_key, ground := said.get("shading"))
        base = self._bases.get(base_key)
        if base is None:
            base = self._bases[base_key] = self.styles.run_base(style.id, {} if table is None else table.run)
            if ground is not None:
                base["ground"] = ground
        marked = None if properties is None else properties.find(W + "rPr")
        return _Said(
            _paragraph_look(said, style.id), base_key, base, self.styles.cached_look(base_key, base, marked),
            self._level(said, ""), said, marked,
            self._frame(said.get("frame")), said.get("frame", {}).get(W + "dropCap") in ("drop", "margin"),
        )  # fmt: skip

    def _level(self, said: Said, style: str) -> Level | None:
        identity = said.get("num_id", 0)
        if not identity:
            return None
        if "num_level" not in said and (at := self.numbering.level_of_style(identity, style)) is not None:
            said["num_level"] = at
        return self.numbering.level(identity, said.get("num_level", 0))

    @staticmethod
    def _level_paragraph(level: Level) -> Said:
        said = {} if level.ppr is None else paragraph_properties(level.ppr)
        return {name: said[name] for name in ("left", "right", "first", "tabs") if name in said}

    def _label(self, paragraph: _Said, level: Level, counter: Counter) -> Label | None:
        at = paragraph.said["num_level"]
        text = counter.label(paragraph.said["num_id"], at)
        above = {} if paragraph.marked is None else run_properties(paragraph.marked, self.styles.theme)
        above = {name: value for name, value in above.items() if name not in ("underline", "hidden")}
        if level.rpr is not None:
            above |= run_properties(level.rpr, self.styles.theme)
        look = self.styles.look(paragraph.base, above)
        if look.hidden:
            return None
        text = to_unicode(look.ascii, text) or to_unicode(look.hansi, text) or text
        return Label(text, look, level.suffix, level.alignment, at)

    @staticmethod
    def _frame(said: Any) -> Frame | None:
        if not said or said.get(W + "dropCap") in ("drop", "margin"):
            return None
        get = said.get
        height = twips(get(W + "h"))
        return Frame(
            twips(get(W + "w")), height, get(W + "hRule") == "exact",
            get(W + "hAnchor") or "column", get(W + "vAnchor") or "paragraph",
            get(W + "xAlign") or "", get(W + "yAlign") or "", twips(get(W + "x")), twips(get(W + "y")),
            get(W + "wrap") or "around", (twips(get(W + "hSpace")), twips(get(W + "vSpace"))),
        )  # fmt: skip


def _in_cell(element: Any) -> bool:
    around = next(element.iterancestors(W + "tc", W + "txbxContent"), None)
    return around is not None and around.tag == W + "tc"


def _paragraph_look(said: Said, style: str) -> ParagraphLook:
    values = {name: value for name, value in said.items() if name in _LOOK}
    values["style"] = style
    values["tabs"] = tuple(stop for _, stop in sorted(said.get("tabs", {}).items()) if stop is not None)
    values["borders"] = tuple(said.get("borders", {}).items())
    if said.get("bidi"):
        swapped = {"left": "right", "right": "left"}
        alignment = values.get("alignment", "left")
        values["alignment"] = swapped.get(alignment, alignment)
    return ParagraphLook(**values)
