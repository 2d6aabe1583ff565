"""What a document still needs once it is filled: its tables of contents, the page numbers and page breaks of its
layout, and its PDF.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..painting.pdf import Pdf, PdfOptions, laid_out, pdf_of
from ..problems import PdfError
from ..thai.numerals import Policy
from ..word.captions import with_results
from ..word.contents import with_contents
from ..word.fitting import GAPS, Yielding, kept_together, stands_alone, with_gap
from ..word.page_breaks import with_page_breaks
from ..word.page_references import with_page_numbers

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
    fitted, layout = _fitted(_listed(data, name, wanted), name, wanted)
    printed, kept, layout = _referred(fitted, layout, name, wanted, data)
    changed = None if kept is data else kept
    if not wanted.prints:
        return Finished(changed)
    try:
        return Finished(changed, pdf_of(printed, name, wanted.options, layout))
    except PdfError as error:
        return Finished(changed, error)


def _listed(data: bytes, name: str, wanted: Finish) -> bytes:
    """A document with its captions numbered, and its references and tables of contents; as it is if it is no DOCX."""
    if wanted.contents is None:
        return data
    from ..pages.contents import tables_of_contents
    from ..pages.references import reference_texts
    from ..pages.sequences import sequence_numbers

    try:
        numbered = with_results(data, sequence_numbers(data, name, wanted.contents), wanted.contents)
        referring = with_results(numbered, reference_texts(numbered, name))
        return with_contents(referring, tables_of_contents(referring, name))
    except (PdfError, RecursionError):
        return data


def _numbered_on(data: bytes, layout: Layout) -> bytes:
    """A report whose page numbers go on behind the papers bound into it."""
    from ..word.renumbering import renumbered

    places = {name: place.page for name, place in layout.destinations.items()}
    return renumbered(data, places, layout.page_numbers)


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


def _referred(
    data: bytes, layout: Layout | None, name: str, wanted: Finish, before: bytes
) -> tuple[bytes, bytes, Layout | None]:
    """A document as it is printed, as it is kept, and its layout, where it was made; as they were `before` where that
    fails.

    The layout shows the numbers of its own pages, whatever the document says: once they are written it is that of the
    document still.
    """
    if not wanted.refers and not wanted.breaks and not wanted.binds:
        return data, data, layout
    options = replace(wanted.options, catchwords=wanted.breaks)
    try:
        if layout is None or wanted.breaks:
            layout = laid_out(data, name, options)
        if wanted.binds and (numbered := _numbered_on(data, layout)) is not data:
            data, layout = numbered, laid_out(numbered, name, options)
    except PdfError:
        return before, before, None
    if wanted.refers:
        data = with_page_numbers(data, layout.page_numbers)
    return data, with_page_breaks(data, layout.starts) if wanted.breaks else data, layout
