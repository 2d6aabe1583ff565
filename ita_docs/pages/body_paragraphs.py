"""The paragraphs of a document's body without what stands in them: their styles, outline levels and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from .cell_reading import TableSaid
from .flow import Block, Label, Paragraph, Section
from .package import Package, W
from .reading import Reader
from .stories import Story
from .styles import Style

_MARKED = etree.XPath(
    "boolean(.//w:numPr | .//w:outlineLvl | .//w:instrText | .//w:fldSimple)", namespaces={"w": W[1:-1]}
)
_KINDS = {W + "pStyle": "paragraph", W + "tblStyle": "table"}


class BodyParagraph(NamedTuple):
    """A paragraph of the body. style: the name of its style as Word shows it, and its id, in lower case; outline: its
    level from 1, 0 for body text. label: its automatic number with what follows it. width: of its column, in twips.
    """

    style: str
    style_id: str
    outline: int
    label: str
    width: int


def body_paragraphs(package: Package, named: frozenset[str] = frozenset()) -> dict[int, BodyParagraph]:
    """The paragraphs of the body, by their places among the `w:p` of the main part, from 1.

    Those in text boxes are left out, and tables without fields and without anything that has a heading's style, an
    outline level, a list or one of the styles `named` (names or ids, in lower case).

    Raises: PdfError (`not-a-docx`).
    """
    reader = _Bones(package, named)
    found = {}
    for section in reader.flow().sections:
        width = round(20 * _column(section))
        for paragraph in _paragraphs(section.blocks):
            look = paragraph.look
            style = reader.styles.style(look.style)
            outline = 0 if look.outline is None else look.outline + 1
            label = _label(paragraph.label)
            found[paragraph.number] = BodyParagraph(style.name, style.id.lower(), outline, label, width)
    found.pop(0, None)
    return found


class _Bones(Reader):
    """Reads paragraphs without their content, and no table in which nothing could be listed."""

    def __init__(self, package: Package, named: frozenset[str]) -> None:
        super().__init__(package)
        self._named = named
        self._lists: dict[tuple[str, str], bool] = {}

    def paragraph(self, element: Any, story: Story, table: TableSaid | None = None) -> Paragraph:
        """One paragraph, empty."""
        said, label = self.dressed(element, story, table)
        return Paragraph(said.look, (), said.mark, label, None, self.numbers.get(element, 0))

    def _block(self, element: Any, story: Story, table: TableSaid | None) -> Iterator[Block]:
        if element.tag != W + "tbl" or self._may_list(element):
            yield from super()._block(element, story, table)

    def _may_list(self, table: Any) -> bool:
        """Whether a table has a paragraph that counts or could be listed."""
        if _MARKED(table):
            return True
        used = {("paragraph", ""), ("table", "")}
        used.update((_KINDS[item.tag], item.get(W + "val") or "") for item in table.iter(*_KINDS))
        return any(map(self._style_lists, used))

    def _style_lists(self, used: tuple[str, str]) -> bool:
        """Whether what has a style, by its kind and id, counts or could be listed."""
        found = self._lists.get(used)
        if found is None:
            kind, identity = used
            found = self._lists[used] = self._says_so(self.styles.style(identity, kind))
        return found

    def _says_so(self, style: Style) -> bool:
        said = [self.styles.default_paragraph, style.paragraph]
        said += (part.paragraph for parts in style.parts.values() for part in parts)
        if any("num_id" in one or one.get("outline") is not None for one in said):
            return True
        return style.name.startswith("heading") or not self._named.isdisjoint((style.name, style.id.lower()))


def _column(section: Section) -> float:
    if section.columns:
        return section.columns[0][0]
    return section.width - section.left - section.right - section.gutter


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _label(label: Label | None) -> str:
    """A number and what stands behind it; a bullet is none."""
    if label is None or not any(map(str.isalnum, label.text)):
        return ""
    return label.text + {"tab": "\t", "space": " "}.get(label.suffix, "")
