"""How closely one PDF follows another: `python bench/fidelity.py OURS.pdf THEIRS.pdf [--png DIR] [--show N]`.

OURS and THEIRS may be two folders; files of the same name are compared. A line is what stands on one baseline, told by
its base letters: marks, า ำ, spaces and private-use characters are left out, because printers write those differently.
Lines are matched in order through the whole document; a page counts the lines of THEIRS that OURS has too.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import unicodedata
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import raw

# A baseline that is nearer than this to the one above belongs to the same line: raised and lowered text.
NEAR = 3.5
LEADER = re.compile(r"[._…\-–—]{2,}")
LEFT_OUT = frozenset(("Mn", "Cc", "Zs", "Co", "Cf", "Cs"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a PDF. page: from 0. base: its base letters, left to right. shown: all its characters. y: in points."""

    page: int
    base: str
    shown: str
    y: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two PDFs side by side. pages: (ours, theirs). equal: indices into ours and theirs of the lines both have."""

    name: str
    pages: tuple[int, int]
    ours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    equal: tuple[tuple[int, int], ...]

    @property
    def share(self) -> float:
        """Equal lines among theirs; 1 if there are none."""
        return len(self.equal) / len(self.theirs) if self.theirs else 1.0

    @property
    def on_the_same_page(self) -> int:
        """Equal lines that stand on the same page in both."""
        return sum(self.ours[a].page == self.theirs[b].page for a, b in self.equal)

    def by_page(self) -> list[tuple[int, int, int]]:
        """(page, equal lines, lines) for each of their pages that has lines."""
        found = {b for _, b in self.equal}
        pages = sorted({line.page for line in self.theirs})
        rows = []
        for page in pages:
            here = [index for index, line in enumerate(self.theirs) if line.page == page]
            rows.append((page, sum(index in found for index in here), len(here)))
        return rows


def is_base(character: str) -> bool:
    return unicodedata.category(character) not in LEFT_OUT and character not in "\u0e32\u0e33\u0e45"


def characters(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, str]]:
    """(y, x, character) of all glyphs of a page, in the order they are painted."""
    text = page.get_textpage()
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
        yield y.value, x.value, chr(raw.FPDFText_GetUnicode(text.raw, index))


def lines(path: Path) -> tuple[int, tuple[Line, ...]]:
    """(pages, lines) of a PDF, top to bottom."""
    document = pypdfium2.PdfDocument(path)
    found: list[Line] = []
    for number, page in enumerate(document):
        rows: list[list[tuple[float, str]]] = []
        baseline: list[float] = []
        for y, x, character in sorted(characters(page), key=lambda glyph: (-glyph[0], glyph[1])):
            if not is_base(character):
                continue
            if not baseline or baseline[-1] - y > NEAR:
                rows.append([])
                baseline.append(y)
            rows[-1].append((x, character))
        shown: list[list[tuple[float, str]]] = [[] for _ in rows]
        for y, x, character in characters(page):
            near = [index for index, top in enumerate(baseline) if -NEAR <= top - y <= NEAR]
            if near and unicodedata.category(character) != "Cc":
                shown[min(near, key=lambda index: abs(baseline[index] - y))].append((x, character))
        for row, whole, y in zip(rows, shown, baseline, strict=True):
            base = LEADER.sub("", "".join(character for _, character in sorted(row)))
            if base:
                text = "".join(character for _, character in sorted(whole, key=lambda glyph: round(glyph[0], 1)))
                found.append(Line(number, base, text, y))
    pages = len(document)
    document.close()
    return pages, tuple(found)


def compare(ours: Path, theirs: Path) -> Comparison:
    """Both read, and their lines matched by the longest blocks in common."""
    our_pages, our_lines = lines(ours)
    their_pages, their_lines = lines(theirs)
    matcher = difflib.SequenceMatcher(
        None, [line.base for line in our_lines], [line.base for line in their_lines], autojunk=False
    )
    equal = tuple(
        (block.a + step, block.b + step) for block in matcher.get_matching_blocks() for step in range(block.size)
    )
    return Comparison(theirs.stem, (our_pages, their_pages), our_lines, their_lines, equal)


def differing(comparison: Comparison) -> Iterator[tuple[str, str, int]]:
    """(ours, theirs, page of theirs) of the runs of lines that differ; the lines of a run are parted by ` ⏎ `."""
    a = b = 0
    for next_a, next_b in (*comparison.equal, (len(comparison.ours), len(comparison.theirs))):
        if next_a > a or next_b > b:
            page = comparison.theirs[min(b, len(comparison.theirs) - 1)].page if comparison.theirs else 0
            yield (
                " ⏎ ".join(line.shown.strip() for line in comparison.ours[a:next_a]),
                " ⏎ ".join(line.shown.strip() for line in comparison.theirs[b:next_b]),
                page,
            )
        a, b = next_a + 1, next_b + 1


def side_by_side(ours: Path, theirs: Path, comparison: Comparison, folder: Path, scale: float = 1.5) -> int:
    """One PNG per page, ours at the left; a red bar beside each of their lines that ours has not. How many."""
    left, right = pypdfium2.PdfDocument(ours), pypdfium2.PdfDocument(theirs)
    folder.mkdir(parents=True, exist_ok=True)
    matched = {b for _, b in comparison.equal}
    count = max(len(left), len(right))
    for number in range(count):
        shots = [
            document[number].render(scale=scale).to_pil().convert("RGB") if number < len(document) else None
            for document in (left, right)
        ]
        width = [shot.width if shot else 40 for shot in shots]
        sheet = Image.new("RGB", (sum(width) + 12, max(shot.height for shot in shots if shot)), "gray")
        for shot, at in zip(shots, (0, width[0] + 12), strict=True):
            if shot:
                sheet.paste(shot, (at, 0))
        draw = ImageDraw.Draw(sheet)
        for index, line in enumerate(comparison.theirs):
            if line.page == number and index not in matched and number < len(right):
                bottom = (right[number].get_height() - line.y) * scale
                draw.rectangle((width[0] + 14, bottom - 16, width[0] + 20, bottom), fill="red")
        sheet.save(folder / f"{comparison.name}-{number + 1:03d}.png")
    left.close()
    right.close()
    return count


def pairs(ours: Path, theirs: Path) -> list[tuple[Path, Path]]:
    """The files to compare: the two, or those of the same name in two folders."""
    if theirs.is_dir():
        return [(ours / path.name, path) for path in sorted(theirs.glob("*.pdf")) if (ours / path.name).exists()]
    return [(ours, theirs)]


def report(comparison: Comparison, show: int) -> str:
    """What one comparison found, in a few lines."""
    our_pages, their_pages = comparison.pages
    text = [
        f"{comparison.name}: pages {our_pages} of {their_pages}, lines {len(comparison.equal)} of "
        f"{len(comparison.theirs)} = {comparison.share:.1%}, on the same page {comparison.on_the_same_page}"
    ]
    rows = comparison.by_page()
    if rows:
        page, equal, total = min(rows, key=lambda row: (row[1] / row[2], row[0]))
        text.append(f"  worst page {page + 1}: {equal} of {total} lines")
    for number, (a, b, page) in enumerate(differing(comparison)):
        if number == show:
            break
        text.append(f"  page {page + 1}\n    ours   {a}\n    theirs {b}")
    return "\n".join(text)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="How closely one PDF follows another, line by line.")
    parser.add_argument("ours", type=Path)
    parser.add_argument("theirs", type=Path)
    parser.add_argument("--png", type=Path, metavar="DIR", help="write a side-by-side picture of each page")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list the first N places that differ")
    asked = parser.parse_args(arguments)
    files = pairs(asked.ours, asked.theirs)
    missing = [path for pair in files for path in pair if not path.is_file()]
    if not files or missing:
        print("no such file: " + ", ".join(map(str, missing or [asked.ours, asked.theirs])), file=sys.stderr)
        return 2
    done = []
    for ours, theirs in files:
        comparison = compare(ours, theirs)
        done.append(comparison)
        print(report(comparison, asked.show))
        if asked.png:
            print(f"  {side_by_side(ours, theirs, comparison, asked.png)} pictures")
    if len(done) > 1:
        equal, total = sum(len(each.equal) for each in done), sum(len(each.theirs) for each in done)
        pages = sum(each.pages[0] == each.pages[1] for each in done)
        print(f"{len(done)} documents: lines {equal} of {total} = {equal / max(1, total):.1%}, pages equal in {pages}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
