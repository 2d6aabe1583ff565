"""The blocks of a structured text: paragraphs and clauses, headings, tables, pictures, page breaks.

What is typed: `| ก | ข |` on lines under each other is a table, `[รูป: แฟ้ม.png | คำบรรยาย | 8 ซม.]` a picture,
`[ขึ้นหน้าใหม่]` a page break, `# หัวข้อ` (or a line that is bold as a whole) a heading. Whatever is not understood is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from .emphasis import Emphasized, Span, emphasized
from .outline import LEVELS, PARAGRAPH, Clause, Numbering, mark_written

CELL = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
"""The line that other programs put below the headings of a table."""
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
PICTURE = re.compile(
    r"\[\s*(?:รูปภาพ|รูป|ภาพ|picture|image)\s*:\s*(?P<file>[^|\]]+\.(?:png|jpe?g))\s*(?:\|(?P<more>[^\]]*))?\]"
    r"|!\[(?P<caption>[^\]]*)\]\((?P<link>[^)]+\.(?:png|jpe?g))\)",
    re.IGNORECASE,
)
WIDTH = re.compile(r"([0-9๐-๙]+(?:\.[0-9๐-๙]+)?)\s*(?:ซม\.?|เซนติเมตร|cm\.?)", re.IGNORECASE)
BREAK = re.compile(r"\[\s*(?:ขึ้นหน้าใหม่|หน้าใหม่|แบ่งหน้า|page\s*break)\s*\]", re.IGNORECASE)
LEAST_ROWS = 2
LISTED = LEVELS.index(("1)", 1)) + 1
"""The level of the lines of a list that nobody has numbered."""
INTRODUCING = ("ดังนี้", "ต่อไปนี้", ":")
"""What a line ends with that introduces those below it."""


class TextTable(NamedTuple):
    """A simple table: rows of equally many cells, the first of them the headings."""

    rows: tuple[tuple[Emphasized, ...], ...]

    def __str__(self) -> str:
        return "\n".join("\t".join(row) for row in self.rows)


class TextPicture(NamedTuple):
    """A picture by its file's name as typed; `path` is set where the file was found. width: in centimetres, None for
    its own."""

    file: str
    caption: str = ""
    width: float | None = None
    path: Path | None = None

    def __str__(self) -> str:
        return self.caption


class PageBreak(NamedTuple):
    """What follows begins a page."""

    def __str__(self) -> str:
        return ""


Block = Clause | TextTable | TextPicture | PageBreak


@dataclass(frozen=True, slots=True)
class StructuredText:
    """The blocks of a text, in order; false without any. A template shows it with a tag for a whole paragraph,
    `{{p body }}`.

    keeps_next: its end stays on the page of what follows. keeps_digits: its digits are not touched by the policy.
    """

    blocks: tuple[Block, ...] = ()
    keeps_next: bool = False
    keeps_digits: bool = False

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)

    def __str__(self) -> str:
        return "\n".join(map(str, self.blocks))

    @property
    def with_next(self) -> StructuredText:
        """The same text, its end kept on the page of what follows: for the text above a signature."""
        return replace(self, keeps_next=True)

    @property
    def as_typed(self) -> StructuredText:
        """The same text, its digits kept as they are: for text in English."""
        return replace(self, keeps_digits=True)

    @property
    def as_list(self) -> StructuredText:
        """The same text, numbered ๑) ๒) … where it has several lines and none of them is numbered; a first line that
        ends with ดังนี้ introduces them.
        """
        clauses = self.clauses
        first = 1 if clauses and str(clauses[0]).endswith(INTRODUCING) else 0
        if len(clauses) - first < 2 or any(clause.form is not None or clause.heading for clause in clauses):
            return self
        numbering = Numbering()
        levels = {id(clause): LISTED for clause in clauses[first:]}
        blocks = (
            numbering.clause(block.text, levels.get(id(block), PARAGRAPH)) if isinstance(block, Clause) else block
            for block in self.blocks
        )
        return replace(self, blocks=tuple(blocks))

    def __add__(self, other: StructuredText) -> StructuredText:
        """This text, then `other`, numbered as one."""
        first, second = renumbered([(None, self), (None, other)])
        return first.followed_by(second)

    def followed_by(self, other: StructuredText) -> StructuredText:
        """This text, then `other`."""
        return replace(self, blocks=(*self.blocks, *other.blocks))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The paragraphs and clauses among its blocks."""
        return tuple(block for block in self.blocks if isinstance(block, Clause))


def structured(lines: Sequence[Emphasized]) -> StructuredText:
    """The text of `lines`, blank ones left out."""
    numbering = Numbering()
    return StructuredText(tuple(_blocks(lines, numbering)))


def renumbered(parts: Iterable[tuple[int | None, StructuredText]]) -> list[StructuredText]:
    """Texts that were read one by one, numbered as one. Each has the level that its first line is said to have."""
    numbering = Numbering()
    return [
        replace(text, blocks=tuple(_again(text.blocks, level, numbering))) if text.blocks else text
        for level, text in parts
    ]


def _again(blocks: Iterable[Block], level: int | None, numbering: Numbering) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Clause):
            yield numbering.clause(_as_typed(block), level)
            level = None
        else:
            yield block


def _as_typed(clause: Clause) -> Emphasized:
    mark = mark_written(clause, clause.typed)
    return Emphasized.of([Span(f"{mark} "), *clause.text.spans]) if mark else clause.text


def _blocks(lines: Sequence[Emphasized], numbering: Numbering) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at].trimmed()
        end = at + 1
        if line.startswith("|") and (table := _table(lines[at:])) is not None:
            block, count = table
            end = at + count
            yield block
        elif BREAK.fullmatch(line):
            yield PageBreak()
        elif found := PICTURE.fullmatch(line):
            yield _picture(found)
        elif found := HEADING.match(line):
            yield Clause(line.piece(found.end()).emboldened())
        elif line:
            yield numbering.clause(line)
        at = end


def _table(lines: Sequence[Emphasized]) -> tuple[TextTable, int] | None:
    """The table that `lines` begin with, and how many of them it takes; None for what is no table."""
    rows: list[list[Emphasized]] = []
    count = 0
    for line in lines:
        text = line.trimmed()
        if not (text.startswith("|") and text.endswith("|") and len(CELL.findall(text)) > 2):
            break
        if not (count == 1 and RULE.fullmatch(text)):
            rows.append(_cells(text))
        count += 1
    if len(rows) < LEAST_ROWS:
        return None
    width = max(map(len, rows))
    blank = emphasized("")
    return TextTable(tuple((*row, *[blank] * (width - len(row))) for row in rows)), count


def _cells(line: Emphasized) -> list[Emphasized]:
    cuts = [found.start() for found in CELL.finditer(line)]
    cells = (line.piece(start + 1, end).trimmed() for start, end in pairwise(cuts))
    return [Emphasized.of(span._replace(text=span.text.replace("\\|", "|")) for span in cell.spans) for cell in cells]


def _picture(found: re.Match[str]) -> TextPicture:
    if found["file"] is None:
        return TextPicture(found["link"].strip(), found["caption"].strip())
    caption, width = "", None
    for part in (found["more"] or "").split("|"):
        if size := WIDTH.fullmatch(part.strip()):
            width = float(size[1])
        elif part.strip():
            caption = f"{caption} {part.strip()}".strip()
    return TextPicture(found["file"].strip(), caption, width)
