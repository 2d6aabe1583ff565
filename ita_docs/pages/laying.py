"""A DOCX laid out: its flow set, paged, and set again until its page numbers agree with its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import PdfError, problem
from .blocks import Setter
from .catchwords import RESERVE, with_catchwords
from .foreseen import Foreseen
from .model import Element, Layout
from .number_formats import numbered
from .numbers_shown import Shown
from .paging import Pager
from .passes import Sections
from .reading import read_flow
from .sheets import MOST_PAGES, TooManyPages
from .typecase import Typecase

PASSES = 4
"""How often a document is set at most: page numbers that still change then would never stop."""


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How a document is laid out.

    font_dirs: folders of fonts, before the installed ones; default none. today: what DATE fields show; default None,
    for what the file holds. catchwords: the first words of each page at the foot of the page before; default no.
    """

    font_dirs: tuple[Path, ...] = ()
    today: date | None = None
    catchwords: bool = False


def lay_out(docx: bytes, options: LayoutOptions | None = None, *, name: str = "document.docx") -> Layout:
    """The pages of a DOCX; `name` is what messages call it.

    Raises: PdfError (`not-a-docx`, `docx-limit`, `pdf-failed`).
    """
    chosen = options or LayoutOptions()
    try:
        flow, problems, fonts = read_flow(docx, name, chosen.today)
        typecase = Typecase(chosen.font_dirs, fonts.embedded, fonts.classes)
        shown = Shown()
        setter = Setter(flow, typecase, shown)
        foreseen = Foreseen()
        reserve = RESERVE if chosen.catchwords else 0.0
        sections = Sections()
        for _ in range(PASSES):
            shown.begin()
            pager = Pager(setter, Element("Document"), flow.mirror, foreseen, sections, reserve)
            pager.run(flow.sections)
            settled = foreseen.settled()
            same_from = shown.agreed_from(len(pager.pages), pager.section_pages, pager.numbers, pager.styled)
            if same_from == 0 and settled:
                break
            moves = not settled or foreseen.known
            sections = Sections() if same_from is None or moves else Sections(pager, same_from)
    except TooManyPages as error:
        what = {"th": "จำนวนหน้า", "en": "its number of pages"}
        raise PdfError(problem("docx-limit", file=name, what=what, limit=str(MOST_PAGES))) from error
    except RecursionError as error:
        what = {"th": "ความลึกของส่วนที่ซ้อนกัน", "en": "the depth of what is nested in it"}
        raise PdfError(problem("docx-limit", file=name, what=what, limit="–")) from error
    pages = with_catchwords(setter, pager.pages, pager.openings) if chosen.catchwords else pager.pages
    said = (*problems, *setter.problems, *typecase.problems())
    numbers = {name: numbered(number, format) for name, (number, format) in pager.numbers.items()}
    starts = tuple(item.start for item in pager.openings if item.start is not None)
    outline = tuple(pager.outline)
    return Layout(tuple(pages), pager.root, flow.facts, outline, pager.destinations, numbers, starts, said)
