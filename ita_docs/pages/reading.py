"""A DOCX read into its flow: every style, list and table property resolved, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from ..problems import PdfError, Problem, problem
from .cell_reading import TableSaid
from .drawings import choose, read_drawing
from .drawn import Drawing
from .facts import Facts
from .flow import Block, Flow, Section
from .font_table import embedded_fonts, font_table
from .inlines import note_number, with_text
from .numbering import Counter, Numbering
from .package import MC, Member, Package, R, W, parsed
from .paragraph_reading import ParagraphReader
from .properties import number, on, twips
from .section_reading import read_section
from .stories import Story
from .styles import Styles, dark, theme_colours, theme_fonts
from .table_reading import TableReader
from .typecase import Embedded

_BLOCK_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_DEEPEST = 40
"""How deep tables and text boxes may stand in each other."""


class Fonts(NamedTuple):
    """The fonts that travel in a document, and family → class (`roman`, `swiss`, …) as its font table says."""

    embedded: Embedded
    classes: dict[str, str]


def read_flow(data: bytes, name: str = "document.docx", today: date | None = None) -> tuple[Flow, list[Problem], Fonts]:
    """The flow of a DOCX, what of it is not supported, and what it says of its fonts.

    Raises: PdfError for what is no DOCX, is damaged or is over a limit.
    """
    package = Package(data, name)
    reader = Reader(package, today)
    return reader.flow(), reader.problems, Fonts(embedded_fonts(package), font_table(package).classes)


class Reader(ParagraphReader):
    """Reads one document."""

    def __init__(self, package: Package, today: date | None = None) -> None:
        super().__init__()
        self.package = package
        self.today = today
        self.problems: list[Problem] = []
        self._reported: set[str] = set()
        self._depth = 0
        main = package.main
        settings = package.tree_or_none(package.related(main, "settings"))
        self.settings = etree.Element(W + "settings") if settings is None else settings
        language = self.settings.find(W + "themeFontLang")
        script = "Thai" if language is None or "th" in (language.get(W + "bidi") or "th") else ""
        said = (package.member(package.related(main, part)) for part in ("styles", "theme", "numbering"))
        self.styles, self.colours, self.numbering = _dress(*said, script)
        self.notes: list[tuple[str, int]] = []

    # ------------------------------------------------------------ the document

    def flow(self) -> Flow:
        """The whole document."""
        root = self.package.tree(self.package.main)
        if root is None:
            reason = f"{self.package.main}: damaged"
            raise PdfError(problem("not-a-docx", file=self.package.name, reason=reason))
        body = root.find(W + "body")
        self.numbers = {paragraph: number for number, paragraph in enumerate(root.iter(W + "p"), 1)}
        sections: list[Section] = []
        blocks: list[Block] = []
        story = Story(self.package.main, Counter(self.numbering), self.today)
        last: Section | None = None
        for block, ended in self._body(() if body is None else body, story):
            if block is not None:
                blocks.append(block)
            if ended is not None:
                last = read_section(self, ended, last)._replace(blocks=tuple(blocks))
                sections.append(last)
                blocks = []
        if blocks or not sections:
            final = read_section(self, etree.Element(W + "sectPr"), last)
            sections.append(final._replace(blocks=tuple(blocks)))
        return Flow(
            tuple(self._with_notes(sections)),
            self._facts(),
            default_tab=max(1.0, self._measure("defaultTabStop", 36.0)),
            mode=self._mode(),
            even_differs=self.setting("evenAndOddHeaders"),
            mirror=self.setting("mirrorMargins"),
            adds_spacing=self.settings.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing") is not None,
        )

    def _body(self, elements: Iterable[Any], story: Story) -> Iterator[tuple[Block | None, Any]]:
        """Each block of the body, and the properties of the section that ends with it."""
        for element in elements:
            if element.tag == W + "sectPr":
                yield None, element
            elif element.tag in _BLOCK_WRAPPERS:
                yield from self._body(element, story)
            else:
                ended = element.find(f"{W}pPr/{W}sectPr") if element.tag == W + "p" else None
                made = list(self._block(element, story, None))
                for block in made[:-1]:
                    yield block, None
                yield (made[-1] if made else None), ended

    def _with_notes(self, sections: list[Section]) -> list[Section]:
        """The sections, with the text of notes after the last one: their place on each page is not supported yet."""
        blocks: list[Block] = []
        for kind, identity in self.notes:
            part = self.package.related(self.package.main, kind + "s")
            root = self.package.tree_or_none(part)
            for note in () if root is None or part is None else root.iter(W + kind):
                if note_number(note) == identity:
                    blocks += self.blocks(note, Story(part or "", Counter(self.numbering), self.today))
        if not blocks:
            return sections
        return [*sections[:-1], sections[-1]._replace(blocks=(*sections[-1].blocks, *blocks))]

    def _facts(self) -> Facts:
        part = next(
            (item.target for item in self.package.relationships("").values() if item.kind.endswith("core-properties")),
            None,
        )
        root = self.package.tree_or_none(part)
        said = {} if root is None else {etree.QName(item).localname: (item.text or "").strip() for item in root}
        try:
            created = datetime.fromisoformat(said.get("created", "").replace("Z", "+00:00"))
        except ValueError:
            created = None
        return Facts(
            said.get("title", ""), said.get("creator", ""), said.get("subject", ""), said.get("keywords", ""), created
        )

    def setting(self, name: str) -> bool:
        """Whether a setting of the document is on."""
        found = self.settings.find(W + name)
        return found is not None and on(found)

    def _measure(self, name: str, default: float) -> float:
        found = self.settings.find(W + name)
        return default if found is None else twips(found.get(W + "val"), default)

    def _mode(self) -> int:
        for item in self.settings.iterfind(f"{W}compat/{W}compatSetting"):
            if item.get(W + "name") == "compatibilityMode":
                return int(number(item.get(W + "val"), 12))
        return 12

    # ------------------------------------------------------------ blocks

    def blocks(self, parent: Any, story: Story, table: TableSaid | None = None) -> tuple[Block, ...]:
        """The blocks that stand in `parent`: a cell, a header, a text box."""
        made: list[Block] = []
        self._depth += 1
        if self._depth <= _DEEPEST:
            for element in parent:
                made.extend(self._block(element, story, table))
        else:
            self.unsupported("ตารางหรือกล่องข้อความซ้อนกันลึกเกินไป", "tables or text boxes nested too deeply")
        self._depth -= 1
        return tuple(made)

    def _block(self, element: Any, story: Story, table: TableSaid | None) -> Iterator[Block]:
        tag = element.tag
        if tag == W + "p":
            if (paragraph := self.paragraph(element, story, table)) is not None:
                yield paragraph
        elif tag == W + "tbl":
            yield from TableReader(self).read(element, story)
        elif tag in _BLOCK_WRAPPERS:
            for child in element:
                yield from self._block(child, story, table)
        elif tag == MC + "AlternateContent":
            branch = self.chosen(element)
            for child in () if branch is None else branch:
                yield from self._block(child, story, table)
        elif tag == W + "altChunk":
            self.unsupported("เนื้อหาจากไฟล์อื่นที่แทรกไว้ (altChunk)", "content of another file (altChunk)")

    # ------------------------------------------------------------ what the inlines ask for

    def where(self) -> dict[str, str]:
        """Where the reading is, for messages."""
        return {"th": f"ย่อหน้าที่ {self.count}", "en": f"paragraph {self.count}"}

    def unsupported(self, thai: str, english: str) -> None:
        """Note once that a feature is not supported, with the first place where it was met."""
        if english not in self._reported:
            self._reported.add(english)
            self.problems.append(problem("unsupported-feature", what={"th": thai, "en": english}, where=self.where()))

    def drawings(self, element: Any, story: Story) -> tuple[Drawing, ...]:
        """The drawings of a `w:drawing`, `w:pict` or `w:object`."""
        relationships = self.package.relationships(story.part)

        def media(identity: str) -> bytes | None:
            found = relationships.get(identity)
            return None if found is None or found.external else self.package.data(found.target)

        def report(item: Problem) -> None:
            what = str(item.detail.get("what"))
            if what not in self._reported:
                self._reported.add(what)
                self.problems.append(item)

        if self._depth > _DEEPEST:
            return ()

        def link(identity: str) -> str | None:
            found = relationships.get(identity)
            return None if found is None else found.target if found.external else None

        made = read_drawing(element, media, self.colours, report, self.where(), link)

        def read(content: Any, fill: str | None) -> tuple[Block, ...]:
            ground = None if fill is None or not dark(fill) else TableSaid((fill,), {}, {"ground": fill})
            return self.blocks(content, story.within(), ground)

        return tuple(with_text(item, read) for item in made)

    def chosen(self, element: Any) -> Any:
        """The branch of an `mc:AlternateContent` that is shown."""
        return choose(element)

    def target(self, element: Any, story: Story) -> str | None:
        """Where a `w:hyperlink` leads."""
        anchor = element.get(W + "anchor")
        found = self.package.relationships(story.part).get(element.get(R + "id") or "")
        if found is not None and found.external:
            return found.target + (f"#{anchor}" if anchor else "")
        return f"#{anchor}" if anchor else None

    def note_mark(self, element: Any, story: Story) -> str:
        """The number of a note; its text goes to the end of the document."""
        kind = "footnote" if "footnote" in element.tag else "endnote"
        if element.tag in (W + "footnoteRef", W + "endnoteRef"):
            return str(len(self.notes))
        self.unsupported("เชิงอรรถ (พิมพ์ไว้ท้ายเอกสาร)", "footnotes (printed at the end of the document)")
        self.notes.append((kind, note_number(element)))
        return str(len(self.notes))


@lru_cache(maxsize=8)
def _dress(
    styles: Member | None, theme: Member | None, numbering: Member | None, script: str
) -> tuple[Styles, dict[str, str], Numbering]:
    """The styles, theme colours and lists of three parts; documents of a batch have the same."""
    look = parsed(theme)
    made = Styles(parsed(styles), theme_fonts(look, script))
    return made, theme_colours(look), Numbering(parsed(numbering), dict(made.numbered()))
