"""Every sample's PDF in readers that no one here wrote: poppler, pdf.js, pdfium and qpdf."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import ita_docs
from ita_docs.pages.model import Box, Group, Layout, ParagraphBox, PlacedLine, Shape

from . import KINDS, only, sample
from .office import run
from .series import between

MODULES = Path(tempfile.gettempdir()) / "ita-docs-interop" / "node_modules"
"""Where install.sh puts pdf.js."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[Path, Layout]]:
    """For each kind, the PDF of every sample, of a series its ends, with the layout it was painted from."""
    found: dict[str, dict[Path, Layout]] = {}
    for kind in KINDS:
        folder = tmp_path_factory.mktemp(kind)
        report = ita_docs.make(ita_docs.load_kind(kind), sample(kind), folder, only=only(kind), pdf=True)
        assert report.made
        found[kind] = {
            folder / str(item.pdf): ita_docs.lay_out((folder / item.docx).read_bytes())
            for item in report.made
            if item.ref not in between(kind)
        }
    return found


def differences(texts: list[str], layout: Layout) -> Iterator[str]:
    """Where the text of pages, as a reader gives it, is not that of the layout's lines, in their order.

    Lines are parted by a line break, side by side (cells of a row) and in drawings by any white space; a tab is white
    space too, and of two spaces readers give one, and may give a plain one for one that does not break.
    """
    if len(texts) != len(layout.pages):
        yield f"{len(texts)} pages of {len(layout.pages)}"
    for text, page in zip(texts, layout.pages, strict=False):
        at = 0
        last: PlacedLine | str | None = None
        for line in chain.from_iterable(with_drawn(line) for line in page.lines()):
            wanted = (line if isinstance(line, str) else line.line.text).strip()
            if not wanted:
                continue
            beside = isinstance(line, str) or isinstance(last, str) or (last and are_side_by_side(last, line))
            between = r"\s*" if at == 0 or beside else r"(?:\s*\n\s*|^\s*)"
            words = re.split(r"(\s*\t\s*|  +)", wanted)
            pattern = between + "".join(r"\s+" if place % 2 else re.escape(word) for place, word in enumerate(words))
            found = re.compile(pattern.replace("\xa0", "[ \xa0]")).match(text, at)
            if found is None:
                yield f"expected {wanted!r}, found {text[at : at + len(wanted) + 20]!r}"
                break
            at, last = found.end(), line
        else:
            if text[at:].strip():
                yield f"more than the layout: {text[at:].strip()!r}"


def are_side_by_side(one: PlacedLine, other: PlacedLine) -> bool:
    """Whether two lines share a baseline, or nearly so where their letters are of two sizes, or are of two columns."""
    share = abs(one.baseline - other.baseline) < min(one.line.height, other.line.height) / 8
    return share or other.x >= one.x + one.line.width


def with_drawn(line: PlacedLine) -> Iterator[PlacedLine | str]:
    """A line, and the lines of what is drawn in it."""
    yield line
    for box in line.line.pictures:
        yield from _drawn(box)


def _drawn(box: Box) -> Iterator[str]:
    if isinstance(box, ParagraphBox):
        yield from (line.text for line in box.lines)
    elif isinstance(box, Group | Shape):
        for block in box.blocks:
            yield from _drawn(block)


def faults(texts: dict[Path, list[str]], layouts: dict[Path, Layout]) -> list[str]:
    """What the readings of all samples differ in, with their files."""
    found = [f"{file.name}: {fault}" for file in layouts for fault in differences(texts[file], layouts[file])]
    private = [file.name for file, pages in texts.items() if PRIVATE.search("".join(pages))]
    return found + [f"{name}: private-use characters" for name in private]


@pytest.mark.parametrize("kind", KINDS)
def test_pdftotext_gives_the_exact_text(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    texts = {}
    for file in printed[kind]:
        said = run(["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"])
        texts[file] = said.split("\f")[:-1]
    assert faults(texts, printed[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_pdfjs_gives_the_exact_text(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    program = Path(__file__).with_name("pdfjs_text.mjs")
    files = list(printed[kind])
    # it warns that it cannot draw
    said = run(["node", str(program), str(MODULES), *map(str, files)]).splitlines()[-1]
    assert faults(dict(zip(files, json.loads(said), strict=True)), printed[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_pdfium_gives_the_exact_text(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    texts = {}
    for file in printed[kind]:
        document = pypdfium2.PdfDocument(file)
        texts[file] = [page.get_textpage().get_text_range().replace("\r", "") for page in document]
        document.close()
    assert faults(texts, printed[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_font_is_embedded_as_a_subset_with_its_text(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    for file in printed[kind]:
        fonts = run(["pdffonts", str(file)]).splitlines()[2:]
        assert fonts
        for line in fonts:
            # name, type of two words, encoding, then: embedded, subset, ToUnicode
            assert line.split()[4:7] == ["yes", "yes", "yes"], (file.name, line)


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_says_what_it_is(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    """Tagged, with a title that is shown, its number of pages, and its language."""
    for file, layout in printed[kind].items():
        facts = dict(re.findall(r"^([^:\n]+):[ ]*(.*)$", run(["pdfinfo", str(file)]), re.MULTILINE))
        assert (facts["Tagged"], int(facts["Pages"])) == ("yes", len(layout.pages)), file.name
        assert facts["Title"] == (layout.facts.title or file.stem), file.name
        with pikepdf.open(file) as pdf:
            assert str(pdf.Root.Lang).startswith("th")
            assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("kind", KINDS)
def test_qpdf_finds_nothing_wrong(printed: dict[str, dict[Path, Layout]], kind: str) -> None:
    for file in printed[kind]:
        with pikepdf.open(file) as pdf:
            assert (pdf.check_pdf_syntax(), pdf.get_warnings()) == ([], []), file.name
