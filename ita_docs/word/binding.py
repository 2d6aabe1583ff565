"""Other documents bound into a report, each in the place that a tag marks.

A paper (.docx) keeps its look, its own sections, headers and page numbers from 1; the report's numbers go on behind it
as if its pages had been counted (`renumber`). Pages of a PDF and pictures become pictures on pages of the report,
whose headers and numbers run on; `Bound.originals` says which picture shows which page, for the PDF to show the page.

docxcompose, which docxtpl's sub-documents use, gives a paper the report's styles, defaults and page: it is for pieces
of one document, not for papers that must look as they were signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from ..problems import Problem, TemplateError, problem
from .bound_counters import Counters
from .bound_names import Names
from .bound_pages import Shown, paragraph, shown
from .bound_paper import Paper
from .bound_sections import (
    Blank,
    begins_a_page,
    closes,
    end_with,
    ends,
    ends_of,
    goes_on,
    is_empty,
    numbering,
    same_on_even,
    smallest,
    spell_out,
    text_area,
    turned,
)
from .bound_settings import differences, even_pages_differ, let_even_pages_differ
from .bound_styles import PARAGRAPH_ORDER, properties_of, put
from .bundle import Bundle, MalformedPart, Relation
from .complex_script import W
from .insertions import MARK, Insertion, PaperInsertion, mark_of
from .pictures import IMAGE

BEFORE, AFTER = "_ita_before_", "_ita_after_"
_BOUND = "ita-docs-bound"
CONTENT = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
OF_THE_BODY = {
    "th": "แท็กของภาคผนวกต้องอยู่ในย่อหน้าของเนื้อความ ไม่ใช่ในตารางหรือกล่องข้อความ",
    "en": "the tag of an appendix stands in a paragraph of the body, not in a table or a box",
}


@dataclass(frozen=True, slots=True)
class Bound:
    """A report with all that was bound in. problems: what may look other than in its original.

    originals: of each picture that shows a page of a PDF: its SHA-256 in hexadecimal, the PDF, and the page from 0.
    """

    docx: bytes
    problems: tuple[Problem, ...] = ()
    originals: tuple[tuple[str, Path, int], ...] = ()


def bound(docx: bytes, insertions: Mapping[str, Insertion]) -> Bound:
    """The report `docx`, each insertion in the place that `Insert` marks with its key; others stay as they are.

    Raises: TemplateError for an insertion that cannot be bound in, or a mark that stands inside a table.
    """
    wanted = {mark_of(key): item for key, item in insertions.items()}
    if not wanted:
        return Bound(docx)
    try:
        return _Binder(Bundle(docx)).bind(wanted)
    except MalformedPart as error:
        raise TemplateError(problem("not-a-docx", file="report", reason=str(error))) from error


class _Binder:
    def __init__(self, host: Bundle) -> None:
        self._host = host
        self._body = host.tree(host.main).find(W + "body")
        if self._body is None:
            raise MalformedPart(host.main)
        self._counters = Counters(host)
        self._blank = Blank(host)
        self._problems: list[Problem] = []
        self._originals: dict[str, tuple[Path, int]] = {}
        self._names = Names()
        self._even = even_pages_differ(host.related_tree("settings"))
        self._gaps: list[tuple[int, Any]] = []
        """Where papers stand: the number of the bookmark before them, the paragraph that they end with."""
        self._plain: list[Any] = []
        """Sections that look the same on even pages."""

    def bind(self, wanted: Mapping[str, Insertion]) -> Bound:
        if self._body.find(W + "sectPr") is None:
            etree.SubElement(self._body, W + "sectPr")
        spell_out(self._body)
        own = list(ends(self._body))
        for mark, name in list(self._marks()):
            if name not in wanted:
                continue
            if mark.getparent() is not self._body:
                raise TemplateError(problem("template-failed", reason=OF_THE_BODY))
            insertion = wanted[name]
            try:
                if isinstance(insertion, PaperInsertion):
                    self._bind_paper(mark, insertion)
                else:
                    self._bind_leaves(mark, insertion)
            except MalformedPart as error:
                reason = {"th": f"เสียหาย ({error})", "en": f"it is damaged ({error})"}
                raise TemplateError(problem("appendix-unusable", value=insertion.name, reason=reason)) from error
        self._settle_even(own)
        self._mark_gaps()
        for element in self._body.iter(W + "p"):
            element.attrib.pop(_BOUND, None)
        self._names.declare(self._host)
        return Bound(
            self._host.finished(),
            tuple(self._problems),
            tuple((digest, *page) for digest, page in self._originals.items()),
        )

    def _marks(self) -> Iterator[tuple[Any, str]]:
        for start in self._body.iter(W + "bookmarkStart"):
            name = start.get(W + "name") or ""
            if name.startswith(MARK):
                yield start.getparent(), name

    def _settle_even(self, own: list[Any]) -> None:
        """Give every section a header of its own for even pages, where only some of the papers have such."""
        if even_pages_differ(self._host.related_tree("settings")) and not self._even:
            self._plain += own
        for section in ends(self._body):
            if section in self._plain:
                same_on_even(section)

    def _bind_paper(self, mark: Any, insertion: PaperInsertion) -> None:
        source = Bundle(insertion.data)
        paper = Paper(source, self._host, self._counters)
        self._problems += [
            problem("appendix-differs", value=insertion.name, what=what) for what in differences(source, self._host)
        ]
        self._names.remember(source.tree(source.main))
        found = paper.body.find(W + "sectPr")
        last = etree.Element(W + "sectPr") if found is None else found
        elements = [element for element in paper.body if element is not last]
        if not elements or elements[-1].tag != W + "p" or closes(elements[-1]):
            elements.append(smallest())
        sections = [found for element in elements for found in ends_of(element)] + [last]
        even = even_pages_differ(paper.settings)
        self._blank.fill(sections[0], even)
        begins_a_page(sections[0])
        start = numbering(sections[0])
        if start.get(W + "start") is None:
            start.set(W + "start", "1")
        if even and not self._even:
            let_even_pages_differ(self._host.related_tree("settings"))
        elif not even:
            self._plain += sections
        before = self._begin(mark)
        for element in elements:
            mark.addprevious(element)
        self._blank_after(self._end(mark, elements[-1], last))
        if before is not None:
            number = self._counters.papers
            self._bookmark(before, f"{BEFORE}{number}", at_end=True)
            self._gaps.append((number, elements[-1]))
        elif self._gaps:
            self._gaps[-1] = self._gaps[-1][0], elements[-1]

    def _mark_gaps(self) -> None:
        """Bookmark where the report goes on behind papers."""
        for number, last in self._gaps:
            after = next((item for item in last.itersiblings() if item.tag == W + "p"), None)
            if after is not None:
                self._bookmark(after, f"{AFTER}{number}")

    def _begin(self, mark: Any) -> Any:
        """End the report's section before `mark`; the paragraph that it ends with, None where nothing stands there."""
        before = mark.getprevious()
        if before is None:
            return None
        if closes(before):
            return None if before.get(_BOUND) is not None else before
        following = self._following(mark)
        last = end_with(before, following)
        goes_on(following)
        return last

    def _end(self, mark: Any, element: Any, section: Any) -> Any:
        """End what is bound in with `element`, and `section`; the first paragraph behind it, None where none is."""
        following = self._following(mark)
        holder = following if following.getparent() is self._body else following.getparent().getparent()
        rest = []
        sibling = mark.getnext()
        while sibling is not None and sibling is not holder:
            rest.append(sibling)
            sibling = sibling.getnext()
        if holder is not following:
            rest.append(holder)
        self._body.remove(mark)
        if all(is_empty(item) for item in rest):
            for item in rest:
                self._body.remove(item)
            if holder is following:
                self._body.replace(following, section)
                return None
        else:
            begins_a_page(following)
        closing = end_with(element, section)
        closing.set(_BOUND, "")
        return next((item for item in closing.itersiblings() if item.tag == W + "p"), None)

    def _following(self, mark: Any) -> Any:
        """The properties of the section that `mark` stands in."""
        for sibling in mark.itersiblings():
            if sibling.tag == W + "sectPr":
                return sibling
            if (found := next(ends_of(sibling), None)) is not None:
                return found
        raise MalformedPart(self._host.main)

    def _blank_after(self, after: Any) -> None:
        """Keep the headers of a paper from the section behind it."""
        if after is not None:
            following = next(ends_of(after), None)
            following = self._following(after) if following is None else following
            self._blank.fill(following, self._even)
            begins_a_page(following)

    def _bookmark(self, paragraph: Any, name: str, at_end: bool = False) -> None:
        self._counters.bookmark += 1
        identity = {W + "id": str(self._counters.bookmark)}
        marks = [
            etree.Element(W + "bookmarkStart", {**identity, W + "name": name}),
            etree.Element(W + "bookmarkEnd", identity),
        ]
        place = len(paragraph) if at_end else int(paragraph.find(W + "pPr") is not None)
        paragraph[place:place] = marks

    def _bind_leaves(self, mark: Any, insertion: Any) -> None:
        following = self._following(mark)
        wide, high = text_area(following)
        sideways = wide > high if insertion.is_pdf else None
        across = [
            sideways is not None and leaf.width != leaf.height and (leaf.width > leaf.height) != sideways
            for leaf in insertion.leaves
        ]
        rooms = [text_area(turned(following)) if is_turned else (wide, high) for is_turned in across]
        last: Any = None
        for is_turned, group in groupby(zip(across, shown(insertion, rooms), strict=True), lambda item: item[0]):
            if is_turned:
                if last is not None and not closes(last):
                    end_with(last, self._following(mark))
                    goes_on(self._following(mark))
                elif last is None:
                    self._begin(mark)
            for place, (_, leaf) in enumerate(group):
                last = self._leaf(leaf, insertion, broken=not is_turned or place > 0)
                mark.addprevious(last)
            if is_turned:
                section = turned(self._following(mark))
                goes_on(section)
                goes_on(self._following(mark))
                end_with(last, section)
        if closes(last):
            section = last.find(f"{W}pPr/{W}sectPr")
            section.getparent().remove(section)
            self._end(mark, last, section)
            return
        behind = mark.getnext()
        self._body.remove(mark)
        if behind is not None and behind.tag == W + "p" and not is_empty(behind):
            put(properties_of(behind, "pPr"), etree.Element(W + "pageBreakBefore"), PARAGRAPH_ORDER)
        elif behind is not None and behind.tag == W + "tbl":
            breaking = smallest()
            put(properties_of(breaking, "pPr"), etree.Element(W + "pageBreakBefore"), PARAGRAPH_ORDER)
            behind.addprevious(breaking)

    def _leaf(self, page: Shown, insertion: Any, broken: bool) -> Any:
        digest = sha256(page.data)
        media = self._counters.media
        if digest.digest() not in media:
            media[digest.digest()] = self._host.free(f"word/media/page1.{page.ending}")
            self._host.add(media[digest.digest()], CONTENT[page.ending], page.data)
        if insertion.is_pdf:
            self._originals.setdefault(digest.hexdigest(), (insertion.path, page.leaf.number))
        self._counters.drawing += 1
        relation = self._host.relate(self._host.main, Relation(IMAGE, media[digest.digest()], False))
        return paragraph(page, self._counters.drawing, relation, broken=broken)
