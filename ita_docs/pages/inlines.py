"""The content of a paragraph read in order: runs, fields, links, drawings (ECMA-376 part 1, §17.3.3, §17.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
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
_CODED = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")


class InlineReader:
    """Reads the runs of paragraphs. Subclassed by the reader of whole documents, which knows blocks."""

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

    def inlines(self, element: etree._Element, story: Story, base: Any, key: tuple[object, ...]) -> tuple[Inline, ...]:
        """What stands in a paragraph whose runs have `base`; `key` names the base."""
        said: list[Inline] = []
        self._content(element, story, base, key, None, said)
        return tuple(_joined(_ended(said)))

    def _content(
        self,
        element: etree._Element,
        story: Story,
        base: Any,
        key: tuple[object, ...],
        link: str | None,
        said: list[Inline],
    ) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, story, base, key, link, said)
            elif tag in _LEFT_OUT:
                continue
            elif tag == W + "hyperlink":
                self._content(child, story, base, key, self.target(child, story) or link, said)
            elif tag == W + "bookmarkStart":
                if (name := child.get(W + "name")) and name != _CURSOR:
                    said.append(Bookmark(name))
            elif tag == W + "fldSimple":
                self._simple_field(child, story, base, key, link, said)
            elif tag in _OPEN_UP:
                self._content(child, story, base, key, link, said)
            elif tag == MC + "AlternateContent":
                if (branch := self.chosen(child)) is not None:
                    self._content(branch, story, base, key, link, said)
            elif tag in (M + "oMath", M + "oMathPara"):
                self._equation(child, base, key, said)

    def _equation(self, element: etree._Element, base: Any, key: tuple[object, ...], said: list[Inline]) -> None:
        self.unsupported("สมการ", "an equation (drawn as a line of text)")
        text = "".join(item.text or "" for item in element.iter(M + "t"))
        if text:
            said.append(Text(text, self.styles.cached_look(key, base, None)))

    def _run(
        self,
        run: etree._Element,
        story: Story,
        base: Any,
        key: tuple[object, ...],
        link: str | None,
        said: list[Inline],
    ) -> None:
        properties = run.find(W + "rPr")
        look = self.styles.cached_look(key, base, properties)
        for child in run:
            tag = child.tag
            if tag == W + "t":
                text = child.text or ""
                if child.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                    text = text.strip(" \t\r\n")
                self._text(text.translate(_BLANKS), look, story, link, said)
            elif tag == W + "fldChar":
                if (done := story.mark(child, look, link)) is not None:
                    said.append(done)
            elif tag == W + "instrText":
                story.instruct(child.text or "")
            elif look.hidden or story.swallows:
                if tag == W + "tab" and story.fields:
                    continue
                if tag in (W + "drawing", W + "pict") and not look.hidden:
                    said.extend(
                        item._replace(look=look, link=item.link or link) for item in self.drawings(child, story)
                    )
            elif tag == W + "tab":
                said.append(Tab(look))
            elif tag == W + "ptab":
                leader = child.get(W + "leader") or "none"
                said.append(Tab(look, child.get(W + "alignment") or "left", leader))
            elif tag in (W + "br", W + "cr"):
                kind = child.get(W + "type") or "textWrapping"
                said.append(Break(look, kind if kind in ("page", "column") else "line"))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                said.extend(item._replace(look=look, link=item.link or link) for item in self.drawings(child, story))
            elif tag == W + "sym":
                self._symbol(child, look, story, link, said)
            elif tag in _PLAIN:
                self._text(_PLAIN[tag], look, story, link, said)
            elif tag in (W + "footnoteReference", W + "endnoteReference", W + "footnoteRef", W + "endnoteRef"):
                said.append(Text(self.note_mark(child, story), replace(look, vertical="superscript"), link))
            elif tag == W + "pgNum":
                said.append(Field("PAGE", look))
            elif tag == MC + "AlternateContent":
                if (branch := self.chosen(child)) is not None:
                    for item in branch:
                        drawn = self.drawings(item, story)
                        said.extend(part._replace(look=look, link=part.link or link) for part in drawn)
            elif tag == W + "ruby":
                self.unsupported("คำอ่านเหนือตัวอักษร", "a phonetic guide above the text")
                self._content(child, story, base, key, link, said)

    def _text(self, text: str, look: Look, story: Story, link: str | None, said: list[Inline]) -> None:
        if not text or look.hidden:
            return
        if story.swallows:
            story.keep(text, look)
            return
        if look.ascii in _CODED or look.hansi in _CODED:
            text = to_unicode(look.ascii if look.ascii in _CODED else look.hansi, text) or text
        said.append(Text(text, look, link or story.link))

    def _symbol(self, element: etree._Element, look: Look, story: Story, link: str | None, said: list[Inline]) -> None:
        font = element.get(W + "font") or look.ascii
        try:
            code = int(element.get(W + "char") or "", 16)
            character = chr(code)
        except (ValueError, OverflowError):
            return
        mapped = to_unicode(font, character)
        if mapped is None:
            look = replace(look, ascii=font, hansi=font, cs=font)
            mapped = character if not 0xD800 <= code < 0xE000 else "\ufffd"
        said.append(Text(mapped, look, link))

    def _simple_field(
        self,
        element: etree._Element,
        story: Story,
        base: Any,
        key: tuple[object, ...],
        link: str | None,
        said: list[Inline],
    ) -> None:
        item = OpenField(element.get(W + "instr") or "", result=True)
        item.parsed = parse_field(item.instruction)
        story.open(item)
        inner: list[Inline] = []
        self._content(element, story, base, key, link, inner)
        story.close()
        look = self.styles.cached_look(key, base, element.find(f"{W}r/{W}rPr"))
        if item.laid_out:
            if not story.swallows:
                said.append(item.inline(look, link))
        elif (made := item.worked_out(story.today, look)) is not None:
            said.append(made)
        else:
            said.extend(inner)


_BLANKS = {ord("\n"): " ", ord("\r"): None, ord("\t"): " "}


def _ended(said: list[Inline]) -> list[Inline]:
    """Bookmarks after the page break that ends a paragraph put before it: nothing of the paragraph comes after it."""
    end = len(said)
    while end and isinstance(said[end - 1], Bookmark):
        end -= 1
    last = said[end - 1] if 0 < end < len(said) else None
    return [*said[: end - 1], *said[end:], last] if isinstance(last, Break) and last.kind != "line" else said


def _joined(said: list[Inline]) -> Iterator[Inline]:
    """Texts of one look that stand side by side made one: Word cuts runs anywhere, also inside a cluster."""
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
