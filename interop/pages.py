"""A PDF as poppler reads it: words in the order in which they were painted, each with its box."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from .office import run

CM = 72 / 2.54
"""Points in a centimetre."""
_XHTML = "{http://www.w3.org/1999/xhtml}"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word's text and box, in points from the upper left corner of page `page` (from 1)."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in points, and its words."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's box in points, on page `page`."""

    page: int
    left: float
    top: float
    width: float
    height: float


def squeezed(text: str) -> str:
    """Text without any white space, in NFC: what survives justification and line breaks."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF with their words, in painting order."""
    xml = _CONTROL.sub("", run(["pdftotext", "-raw", "-bbox", "-enc", "UTF-8", str(pdf), "-"]))
    found = []
    for number, page in enumerate(ElementTree.fromstring(xml).iter(f"{_XHTML}page"), start=1):
        words = tuple(
            Word(word.text or "", number, *(float(word.get(side, "")) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{_XHTML}word")
        )
        found.append(Page(number, float(page.get("width", "")), float(page.get("height", "")), words))
    return found


def layout_text(pdf: Path) -> list[str]:
    """The text of every page as it stands on the paper, line by line."""
    text = run(["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"])
    return text.split("\f")[:-1]


def fonts_of(pdf: Path) -> dict[str, bool]:
    """The fonts of a PDF by name without subset tag, and whether each is embedded."""
    rows = [row.split() for row in run(["pdffonts", str(pdf)]).splitlines()[2:]]
    # from the right: object number and generation, ToUnicode, subset, embedded; a type's name may hold a space
    return {row[0].partition("+")[2] or row[0]: row[-5] == "yes" for row in rows}


def pictures_of(pdf: Path, folder: Path) -> list[Picture]:
    """The pictures of a PDF; `folder` takes what pdftohtml writes."""
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"{pdf.stem}.xml"
    run(["pdftohtml", "-q", "-xml", "-zoom", "3", str(pdf), str(report)])
    found = []
    # pdftohtml's XML is not always well formed where text is; the pictures are single tags with plain numbers
    for page, body in re.findall(r'<page number="(\d+)"(.*?)</page>', report.read_text("utf-8"), re.DOTALL):
        for tag in re.findall(r"<image\b[^>]*>", body):
            sides = (float(re.search(rf'{side}="([\d.]+)"', tag)[1]) for side in ("left", "top", "width", "height"))  # type: ignore[index]
            found.append(Picture(int(page), *(side / 3 for side in sides)))
    return found


def lines(words: list[Word]) -> list[list[Word]]:
    """Words put together to lines: on one page, boxes that overlap by more than half their height."""
    found: list[list[Word]] = []
    for word in words:
        last = found[-1][-1] if found else None
        same = last is not None and last.page == word.page
        if last is not None and same and min(last.bottom, word.bottom) - max(last.top, word.top) > word.height / 2:
            found[-1].append(word)
        else:
            found.append([word])
    return found
