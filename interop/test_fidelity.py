"""Our PDF of every sample beside LibreOffice's, with the same font: as many pages, and the same lines.

Where a line ends differently because Word keeps a word whole that LibreOffice's ICU divides (docs/word-breaking.md), it
is not counted: LibreOffice's first break of the paragraph that we have not must lie where our rule has no break, and
our own where it has one; the rest of that paragraph's lines, which only follow from it, are left out with it.

LibreOffice 7.4 writes the automatic numbers of paragraphs and captions in Arabic digits where the document says Thai
ones: where one begins a line before the text of its paragraph, it is read as the document's; and of page numbers, in
both PDFs, only the number counts. Other digits must be what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate, chain
from pathlib import Path

import pytest

import ita_docs
from bench.fidelity import Comparison, Line, compare, is_base
from ita_docs.thai.line_breaks import break_points

from . import KINDS, REPORTS
from .conftest import Laid
from .documents import Paragraph, furniture, paragraphs
from .numbering import arabic

ENOUGH = 0.95
"""The least share of LibreOffice's lines, those left out not counted, that ours must have."""
ENOUGH_IN_TABLES = 0.9
"""The same of annual reports: a line through a table's cells differs with any of them, and then nothing excuses it."""


IN_ROW = 5
"""How many base letters of a cell, at least, must follow its number for the number to be known."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """Lines of a paragraph that differ because of a rule of Word's: ours, LibreOffice's."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


class Text:
    """The base letters of a document's paragraphs in a row, and where our rule lets a line break among them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.base = ""
        self.ends: list[int] = []
        """Where each paragraph ends in `base`."""
        self.breaks: set[int] = set()
        for text in paragraphs:
            before = [0, *accumulate(map(is_base, text))]
            self.breaks.update(len(self.base) + before[point] for point in break_points(text))
            self.base += base(text)
            self.ends.append(len(self.base))

    def paragraph(self, at: int) -> int:
        """The index of the paragraph in which the base letter `at` stands."""
        return bisect_left(self.ends, at + 1)


def unequal(comparison: Comparison) -> Iterator[tuple[tuple[Line, ...], tuple[Line, ...]]]:
    """The runs of lines, ours and theirs, that differ."""
    a = b = 0
    for next_a, next_b in (*comparison.equal, (len(comparison.ours), len(comparison.theirs))):
        if next_a > a or next_b > b:
            yield comparison.ours[a:next_a], comparison.theirs[b:next_b]
        a, b = next_a + 1, next_b + 1


def excuses(comparison: Comparison, text: Text) -> Iterator[Excuse]:
    """The lines that differ because of a rule of Word's, paragraph by paragraph."""
    for ours, theirs in unequal(comparison):
        said = "".join(line.base for line in ours)
        start = text.base.find(said)
        # only the same text, which stands in the document once, is the same text broken elsewhere
        if not said or said != "".join(line.base for line in theirs) or text.base.count(said) != 1:
            continue
        mine, other = ends(ours, start), ends(theirs, start)
        for number in range(text.paragraph(start), text.paragraph(start + len(said) - 1) + 1):
            own = [end for end in mine if text.paragraph(end - 1) == number]
            its = [end for end in other if text.paragraph(end - 1) == number]
            differing = (pair for pair in zip(own, its, strict=False) if pair[0] != pair[1])
            ended, divided = next(differing, (0, 0))
            if divided and ended in text.breaks and divided not in text.breaks:
                yield Excuse(
                    tuple(line.shown for line, end in zip(ours, mine, strict=True) if end in own),
                    tuple(line.shown for line, end in zip(theirs, other, strict=True) if end in its),
                )


def numbered(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """LibreOffice's lines, with the numbers of `paragraphs` in the digits that these have."""
    found = list(lines)
    at = 0
    for one, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        label, written = base(one.label), arabic(base(one.label))
        if label == written:
            continue
        # a number may have a cell of its own; in a row, other cells go on after the cell's first line
        text = base(one.text or (following.text if following is not None and one.in_table else ""))
        for place in range(at, len(found)):
            line = found[place]
            rest = line.base.removeprefix(written)
            least = min(len(text), IN_ROW) if one.in_table else len(rest)
            if rest == line.base or not rest or not text or rest[:least] != text[:least]:
                continue
            there = line.shown.lstrip().removeprefix(arabic(one.label))
            found[place] = replace(line, base=label + rest, shown=one.label + there)
            at = place + 1
            break
    return tuple(found)


def captioned(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """LibreOffice's lines, with the numbers of captions in the digits that `paragraphs` have."""
    found = list(lines)
    at = 0
    for one in paragraphs:
        other = [place for place, pair in enumerate(zip(one.text, one.counted, strict=False), 1) if len(set(pair)) > 1]
        if not other:
            continue
        whole, written, printed = base(one.counted), base(one.text[: other[-1]]), base(one.counted[: other[-1]])
        for place in range(at, len(found)):
            line = found[place]
            if line.base.startswith(printed) and whole.startswith(line.base):
                found[place] = replace(line, base=written + line.base.removeprefix(printed))
                at = place + 1
                break
    return tuple(found)


def with_page_numbers(lines: Sequence[Line], docx: Path) -> tuple[Line, ...]:
    """The lines, those that only say the page's number in Arabic digits."""
    told = chain.from_iterable((*section.heads, *section.feet) for section in furniture(docx))
    patterns = [re.compile(pattern) for pattern in chain.from_iterable(told) if r"\d" in pattern]
    return tuple(
        replace(line, base=arabic(line.base), shown=arabic(line.shown))
        if any(pattern.fullmatch("".join(line.shown.split())) for pattern in patterns)
        else line
        for line in lines
    )


def base(text: str) -> str:
    """The base letters of a text."""
    return "".join(filter(is_base, text))


def compared_as_numbered(ours: Path, theirs: Path, docx: Path) -> Comparison:
    """Our PDF and LibreOffice's of a document, line by line."""
    found = compare(ours, theirs)
    our = with_page_numbers(found.ours, docx)
    told = paragraphs(docx)
    their = with_page_numbers(captioned(numbered(found.theirs, told), told), docx)
    matcher = SequenceMatcher(None, [line.base for line in our], [line.base for line in their], autojunk=False)
    blocks = matcher.get_matching_blocks()
    equal = tuple((block.a + step, block.b + step) for block in blocks for step in range(block.size))
    return replace(found, ours=our, theirs=their, equal=equal)


def ends(lines: Sequence[Line], start: int) -> list[int]:
    """Where each line ends in the text's base letters, the first of them beginning at `start`."""
    return [start + end for end in accumulate(len(line.base) for line in lines)]


@pytest.fixture(scope="module")
def compared(laid: dict[str, list[Laid]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Comparison]]:
    """Every sample of every kind, ours against LibreOffice's."""
    folder = tmp_path_factory.mktemp("ours")
    found: dict[str, list[Comparison]] = {}
    for kind, items in laid.items():
        found[kind] = []
        for item in items:
            ours = folder / f"{kind}-{item.pdf.name}"
            ours.write_bytes(ita_docs.to_pdf(item.docx).data)
            found[kind].append(compared_as_numbered(ours, item.pdf, item.docx))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_pages(compared: dict[str, list[Comparison]], kind: str) -> None:
    assert [(item.name, item.pages) for item in compared[kind] if item.pages[0] != item.pages[1]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_lines(
    compared: dict[str, list[Comparison]], laid: dict[str, list[Laid]], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    equal = total = left_out = 0
    told = []
    for item, docx in zip(compared[kind], [each.docx for each in laid[kind]], strict=True):
        found = list(excuses(item, Text([one.shown for one in paragraphs(docx)])))
        equal, total = equal + len(item.equal), total + len(item.theirs)
        left_out += sum(len(excuse.theirs) for excuse in found)
        told += [f"  {item.name}: {' ⏎ '.join(excuse.ours)}\n     not {' ⏎ '.join(excuse.theirs)}" for excuse in found]
    said = f"{kind}: {equal} of {total} lines equal, {left_out} of the others left out:"
    with capsys.disabled():
        print("\n" + "\n".join([said, *told]))
    differing = [
        f"{item.name}: {' ⏎ '.join(line.shown for line in ours)} | {' ⏎ '.join(line.shown for line in theirs)}"
        for item in compared[kind]
        for ours, theirs in unequal(item)
    ]
    assert equal >= (ENOUGH_IN_TABLES if kind in REPORTS else ENOUGH) * (total - left_out), "\n".join(differing)


SAID = "ตรวจสอบฐานข้อมูลทุกปี"


def parted(ours: str, theirs: str) -> Comparison:
    """`SAID` on two lines, the first of them ours and LibreOffice's."""
    whole = base(SAID)
    ends = [len(base(first)) for first in (ours, theirs)]
    mine, other = ([Line(0, text, text, 0.0) for text in (whole[:end], whole[end:])] for end in ends)
    return Comparison("", (1, 1), tuple(mine), tuple(other), ())


def test_only_a_word_that_is_kept_whole_excuses() -> None:
    """ฐานข้อมูล is one word to Word and two to ICU; between two words nothing is excused, nor the other way round."""
    text = Text([SAID])
    assert len(list(excuses(parted("ตรวจสอบ", "ตรวจสอบฐาน"), text))) == 1
    assert list(excuses(parted("ตรวจสอบฐาน", "ตรวจสอบ"), text)) == []
    assert list(excuses(parted("ตรวจสอบ", "ตรวจสอบฐานข้อมูล"), text)) == []


def test_other_text_is_never_excused() -> None:
    assert list(excuses(parted("ตรวจสอบ", "ตรวจสอบฐาน"), Text(["ตรวจสอบฐานทุกปี"]))) == []


def test_only_numbers_of_paragraphs_may_have_other_digits() -> None:
    """Of ๑.๒ before its own text, and of nothing else."""
    clause = Paragraph("มี ๒ ข้อ", "", False, "๑.๒")
    for theirs, taken in (
        ("1.2 มี ๒ ข้อ", "๑.๒ มี ๒ ข้อ"),
        ("1.2 มี ๒", "๑.๒ มี ๒"),
        ("1.2 มี 2 ข้อ", "1.2 มี 2 ข้อ"),
        ("1.3 มี ๒ ข้อ", "1.3 มี ๒ ข้อ"),
        ("1.2", "1.2"),
    ):
        [line] = numbered([Line(0, base(theirs), theirs, 0.0)], [clause])
        assert (line.base, line.shown) == (base(taken), taken)
