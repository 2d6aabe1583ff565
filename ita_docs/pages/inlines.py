"""The content of a paragraph read in order: runs, fields, links, drawings (ECMA-376 part 1, §17.3.3, §17.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lxml import etree

from .characters import Bookmark, Break, Field, Look, Tab, Text
from .drawn import Drawing, ShapePiece
from .fields import parse_field
from .flow import Inline
from .model import Colour
from .package import MC, M, W
from .properties import number
from .stories import OpenField, Story
from .styles import Styles
from .symbols import to_unicode

_OPEN_UP = frozenset(
    W + name
    for name in ("smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo", "dir", "bdo", "ruby", "rubyBase")
)
"""Elements around runs that are read through."""
_LEFT_OUT = frozenset(W + name for name in ("del", "moveFrom", "rt", "rPr", "pPr", "sdtPr", "sdtEndPr", "proofErr"))
_PLAIN = {
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
    W + "dayShort": "", W + "dayLong": "", W + "monthShort": "", W + "monthLong": "", W + "yearShort": "",
}  # fmt: skip
_CURSOR = "_GoBack"
"""The bookmark with which Word remembers where its user was."""
_CODED = frozenset(("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"))
_R, _RPR, _T = W + "r", W + "rPr", W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN = (W + "drawing", W + "pict", W + "object")
_NOTES = (W + "footnoteReference", W + "endnoteReference", W + "footnoteRef", W + "endnoteRef")


class Surroundings:
    """What the content of a paragraph asks of the document it stands in."""

    styles: Styles

    def drawings(self, element: etree._Element, story: Story) -> tuple[Drawing, ...]:
        raise NotImplementedError

    def unsupported(self, thai: str, english: str) -> None:
        raise NotImplementedError

    def target(self, element: etree._Element, story: Story) -> str | None:
        raise NotImplementedError

    def note_mark(self, element: etree._Element, story: Story) -> str:
        raise NotImplementedError

    def chosen(self, element: etree._Element) -> etree._Element | None:
        raise NotImplementedError


class Content:
    """The content of one paragraph as it is read; its runs have `base`, which `key` names. said: what was read."""

    def __init__(self, around: Surroundings, story: Story, base: Any, key: tuple[object, ...]) -> None:
        self._around = around
        self._story = story
        self._base = base
        self._key = key
        self.said: list[Inline] = []

    def read(self, element: etree._Element, link: str | None = None) -> None:
        """Take what stands in a paragraph, or in an element around runs; `link`: where it leads."""
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child, link)
            elif tag in _LEFT_OUT:
                continue
            elif tag == W + "hyperlink":
                self.read(child, self._around.target(child, self._story) or link)
            elif tag == W + "bookmarkStart":
                if (name := child.get(W + "name")) and name != _CURSOR:
                    self.said.append(Bookmark(name))
            elif tag == W + "fldSimple":
                self._simple_field(child, link)
            elif tag in _OPEN_UP:
                self.read(child, link)
            elif tag == MC + "AlternateContent":
                if (branch := self._around.chosen(child)) is not None:
                    self.read(branch, link)
            elif tag in (M + "oMath", M + "oMathPara"):
                self._equation(child)

    def _look(self, properties: etree._Element | None) -> Look:
        return self._around.styles.cached_look(self._key, self._base, properties)

    def _equation(self, element: etree._Element) -> None:
        self._around.unsupported("สมการ", "an equation (drawn as a line of text)")
        text = "".join(item.text or "" for item in element.iter(M + "t"))
        if text:
            self.said.append(Text(text, self._look(None)))

    def _run(self, run: etree._Element, link: str | None) -> None:
        look: Look | None = None
        for child in run:
            tag = child.tag
            if look is None:
                # the properties of a run come first (§17.3.2.25)
                look = self._look(child if tag == _RPR else None)
            if tag == _T:
                text = child.text or ""
                if child.get(_SPACE) != "preserve":
                    text = text.strip(" \t\r\n")
                self._text(text if text.isprintable() else text.translate(_BLANKS), look, link)
            elif tag != _RPR:
                self._part(child, tag, look, link)

    def _part(self, child: etree._Element, tag: str, look: Look, link: str | None) -> None:
        """Take what stands in a run that is not text."""
        story, said = self._story, self.said
        if tag == W + "fldChar":
            if (done := story.mark(child, look, link)) is not None:
                said.append(self._styled(done))
        elif tag == W + "instrText":
            story.instruct(child.text or "")
        elif look.hidden or story.swallows:
            if tag in _DRAWN[:2] and not look.hidden:
                self._drawings(child, look, link)
        elif tag == W + "tab":
            said.append(Tab(look))
        elif tag == W + "ptab":
            said.append(Tab(look, child.get(W + "alignment") or "left", child.get(W + "leader") or "none"))
        elif tag in (W + "br", W + "cr"):
            kind = child.get(W + "type") or "textWrapping"
            said.append(Break(look, kind if kind in ("page", "column") else "line"))
        elif tag in _DRAWN:
            self._drawings(child, look, link)
        elif tag == W + "sym":
            self._symbol(child, look, link)
        elif tag in _PLAIN:
            self._text(_PLAIN[tag], look, link)
        elif tag in _NOTES:
            mark = self._around.note_mark(child, story)
            said.append(Text(mark, look._replace(vertical="superscript"), link))
        elif tag == W + "pgNum":
            said.append(Field("PAGE", look))
        elif tag == MC + "AlternateContent":
            if (branch := self._around.chosen(child)) is not None:
                for item in branch:
                    self._drawings(item, look, link)
        elif tag == W + "ruby":
            self._around.unsupported("คำอ่านเหนือตัวอักษร", "a phonetic guide above the text")
            self.read(child, link)

    def _styled(self, item: Inline) -> Inline:
        """A STYLEREF field with the id of the style that it names."""
        if isinstance(item, Field) and item.kind == "STYLEREF":
            return item._replace(argument=self._around.styles.named(item.argument))
        return item

    def _drawings(self, element: etree._Element, look: Look, link: str | None) -> None:
        found = self._around.drawings(element, self._story)
        self.said.extend(item._replace(look=look, link=item.link or link) for item in found)

    def _text(self, text: str, look: Look, link: str | None) -> None:
        if not text or look.hidden:
            return
        if self._story.swallows:
            self._story.keep(text, look)
            return
        if look.ascii in _CODED or look.hansi in _CODED:
            text = to_unicode(look.ascii if look.ascii in _CODED else look.hansi, text) or text
        self.said.append(Text(text, look, link or self._story.link))

    def _symbol(self, element: etree._Element, look: Look, link: str | None) -> None:
        font = element.get(W + "font") or look.ascii
        try:
            code = int(element.get(W + "char") or "", 16)
            character = chr(code)
        except (ValueError, OverflowError):
            return
        mapped = to_unicode(font, character)
        if mapped is None:
            look = look._replace(ascii=font, hansi=font, cs=font)
            mapped = character if not 0xD800 <= code < 0xE000 else "\ufffd"
        self.said.append(Text(mapped, look, link))

    def _simple_field(self, element: etree._Element, link: str | None) -> None:
        story = self._story
        item = OpenField(element.get(W + "instr") or "", result=True, framed=story.framed)
        item.parsed = parse_field(item.instruction)
        story.open(item)
        inner = Content(self._around, story, self._base, self._key)
        inner.read(element, link)
        story.close()
        look = self._look(element.find(f"{W}r/{W}rPr"))
        if item.laid_out:
            if not story.swallows:
                self.said.append(self._styled(item.inline(look, link)))
        elif (form := item.form) is not None:
            self.said.append(Text(form, look, link))
        elif item.dates and story.today is not None:
            shown = "".join(part.text for part in inner.said if isinstance(part, Text))
            self.said.append(Text(item.dated(story.today, shown), look, link))
        else:
            self.said.extend(inner.said)


_BLANKS = {ord("\n"): " ", ord("\r"): None, ord("\t"): " "}


def joined(said: Sequence[Inline]) -> tuple[Inline, ...]:
    """What was read, texts of one look that stand side by side made one: Word cuts runs anywhere, also in a cluster."""
    return tuple(said) if len(said) < 2 else tuple(_joined(_ended(said)))


def _ended(said: Sequence[Inline]) -> Sequence[Inline]:
    """Bookmarks after the page break that ends a paragraph put before it: nothing of the paragraph comes after it."""
    end = len(said)
    while end and isinstance(said[end - 1], Bookmark):
        end -= 1
    last = said[end - 1] if 0 < end < len(said) else None
    return [*said[: end - 1], *said[end:], last] if isinstance(last, Break) and last.kind != "line" else said


def _joined(said: Sequence[Inline]) -> Iterator[Inline]:
    waiting: Text | None = None
    for item in said:
        if isinstance(item, Text):
            if waiting is not None and waiting.look == item.look and waiting.link == item.link:
                waiting = Text(waiting.text + item.text, item.look, item.link)
                continue
            if waiting is not None:
                yield waiting
            waiting = item
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield item
    if waiting is not None:
        yield waiting


def with_text(drawing: Drawing, read: Callable[[Any, Colour | None], tuple[Any, ...]]) -> Drawing:
    """`drawing` with the raw text of its shapes, and what they are filled with, read into blocks."""
    if not any(isinstance(piece, ShapePiece) and piece.text is not None for piece in drawing.pieces):
        return drawing
    pieces = tuple(
        piece._replace(text=read(piece.text, piece.fill))
        if isinstance(piece, ShapePiece) and piece.text is not None
        else piece
        for piece in drawing.pieces
    )
    return drawing._replace(pieces=pieces)


def note_number(element: etree._Element) -> int:
    """The id of a footnote or endnote reference."""
    return int(number(element.get(W + "id"), 0))
