"""What a document still needs once it is filled: its tables of contents, the page numbers and page breaks of its
layout, and its PDF.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..painting.pdf import Pdf, PdfOptions, laid_out, pdf_of
from ..problems import PdfError
from ..thai.numerals import Policy
from ..word.captions import show_results
from ..word.contents import write_contents
from ..word.fitting import GAPS, Yielding, kept_together, stands_alone, with_gap
from ..word.main_part import BODY, MainPart
from ..word.page_breaks import break_pages
from ..word.page_references import number_pages

if TYPE_CHECKING:
    from ..pages.model import Layout


class Finish(NamedTuple):
    """What is done with a document.

    refers: its table of contents gets the page numbers of its own layout. breaks: what is kept breaks its pages where
    the layout does. prints: its PDF is made. options: how. yielding: the room that it may give up. contents: the digits
    of its captions where it has tables of contents or captions to be numbered, None where it has none. binds: other
    papers are bound into it, behind which its page numbers go on.
    """

    refers: bool
    breaks: bool
    prints: bool
    options: PdfOptions
    yielding: Yielding | None = None
    contents: Policy | None = None
    binds: bool = False

    @property
    def needed(self) -> bool:
        """Whether there is anything to do."""
        return self.refers or self.breaks or self.prints or self.binds or (self.yielding, self.contents) != (None, None)


class Finished(NamedTuple):
    """A document's bytes as they are kept, None for as they were, and its PDF, if asked for, or why there is none."""

    kept: bytes | None = None
    pdf: Pdf | PdfError | None = None


def finish(data: bytes, name: str, wanted: Finish) -> Finished:
    """The document `data`, whose file is to be `name`, finished."""
    listed = MainPart(data)
    if wanted.contents is not None and not _listed(listed, data, name, wanted.contents):
        listed = MainPart(data)
    fitted, layout = _fitted(listed.docx(), name, wanted)
    part = listed if fitted is listed.docx() else MainPart(fitted)
    try:
        printed, layout = _referred(part, layout, name, wanted)
        if wanted.breaks and layout is not None:
            break_pages(part, layout.starts)
        kept = part.docx()
    except PdfError:
        printed, kept, layout = data, data, None
    changed = None if kept is data else kept
    if not wanted.prints:
        return Finished(changed)
    try:
        return Finished(changed, pdf_of(printed, name, wanted.options, layout))
    except PdfError as error:
        return Finished(changed, error)


def _listed(part: MainPart, data: bytes, name: str, numerals: Policy) -> bool:
    """Number the captions of a document, and write its references and tables of contents; False if it is no DOCX."""
    from ..pages.contents import tables_of_contents
    from ..pages.package import Package
    from ..pages.references import reference_texts
    from ..pages.sequences import sequence_numbers

    try:
        package = Package(data, name, {} if part.root is None else {BODY: part.root})
        show_results(part, sequence_numbers(package, numerals), numerals)
        show_results(part, reference_texts(package))
        write_contents(part, tables_of_contents(package))
    except (PdfError, RecursionError):
        return False
    return True


def _fitted(data: bytes, name: str, wanted: Finish) -> tuple[bytes, Layout | None]:
    """A document with as much room above its last lines as leaves them on the page of what they belong to.

    With its layout, where that was made.
    """
    if wanted.yielding is None:
        return data, None
    for gap in (None, *GAPS):
        tried = data if gap is None else with_gap(data, wanted.yielding, gap)
        try:
            layout = laid_out(tried, name, wanted.options)
        except PdfError:
            return data, None
        if not stands_alone(tried, wanted.yielding, [start.paragraph for start in layout.starts]):
            return tried, layout
    return kept_together(data, wanted.yielding), None


def _referred(part: MainPart, layout: Layout | None, name: str, wanted: Finish) -> tuple[bytes, Layout | None]:
    """A document with its page numbers, as it is printed, and its layout, where it was made. Raises PdfError.

    The layout shows the numbers of its own pages, whatever the document says: once they are written it is that of the
    document still.
    """
    if wanted.refers or wanted.breaks or wanted.binds:
        options = replace(wanted.options, catchwords=wanted.breaks)
        if layout is None or wanted.breaks:
            layout = laid_out(part.docx(), name, options)
        if wanted.binds:
            from ..word.renumbering import renumber

            places = {name: place.page for name, place in layout.destinations.items()}
            renumber(part, places, layout.page_numbers)
            if part.changed:
                layout = laid_out(part.docx(), name, options)
        if wanted.refers:
            number_pages(part, layout.page_numbers)
    return part.docx(), layout
