"""Other documents bound into a report, each in the place that a tag marks.

A paper (.docx) keeps its look, its own sections, headers and page numbers from 1; the report's numbers go on behind it
as if its pages had been counted (`renumbered`). Pages of a PDF and pictures become pictures on pages of the report,
whose headers and numbers run on; `Bound.originals` says which picture shows which page, for the PDF to show the page.

docxcompose, which docxtpl's sub-documents use, gives a paper the report's styles, defaults and page: it is for pieces
of one document, not for papers that must look as they were signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from ..problems import Problem, TemplateError, problem
from .bound_pages import Shown, shown
from .bound_paper import Counters, Paper
from .bound_sections import (
    SECTION_ORDER,
    Blank,
    as_part,
    begins_a_page,
    closes,
    end_with,
    ends,
    goes_on,
    is_empty,
    numbering,
    same_on_even,
    smallest,
    spell_out,
)
from .bound_styles import PARAGRAPH_ORDER, properties_of, put
from .bundle import Bundle, MalformedPart, Relation
from .complex_script import W
from .insertions import MARK, Insertion, PaperInsertion, mark_of
from .pictures import IMAGE

BEFORE, AFTER = "_ita_before_", "_ita_after_"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CONTENT = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
LEAF = (
    '<w:p xmlns:w="{w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<w:pPr>{broken}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/>'
    '</w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{said}"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="{name}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
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
        self._nsmap: dict[str | None, str] = {}
        self._ignorable: set[str] = set()
        settings = host.related_tree("settings")
        self._even = _is_on(settings, "evenAndOddHeaders")
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
        self._declare()
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
        settings = self._host.related_tree("settings")
        there = list(ends(self._body))
        if _is_on(settings, "evenAndOddHeaders") != self._even and not self._even:
            self._plain += own
        for section in there:
            if section in self._plain:
                same_on_even(section)

    # ------------------------------------------------------------ a paper

    def _bind_paper(self, mark: Any, insertion: PaperInsertion) -> None:
        source = Bundle(insertion.data)
        paper = Paper(source, self._host, self._counters)
        self._note_differences(insertion, source, paper)
        self._remember_names(source.tree(source.main))
        body = paper.body
        last = body.find(W + "sectPr")
        last = etree.Element(W + "sectPr") if last is None else last
        if last.getparent() is not None:
            body.remove(last)
        elements = list(body)
        if not elements or elements[-1].tag != W + "p" or closes(elements[-1]):
            elements.append(smallest())
        sections = [found for element in elements for found in ends_of(element)] + [last]
        even = _is_on(paper.settings, "evenAndOddHeaders")
        self._blank.fill(sections[0], even)
        begins_a_page(sections[0])
        start = numbering(sections[0])
        if start.get(W + "start") is None:
            start.set(W + "start", "1")
        if even and not self._even:
            self._turn_even_on()
        elif not even:
            self._plain += sections
        before = self._begin(mark)
        for element in elements:
            mark.addprevious(element)
        after = self._end(mark, elements[-1], last)
        self._blank_after(after)
        if before is not None and after is not None:
            number = self._counters.papers
            self._bookmark(before, f"{BEFORE}{number}", at_end=True)
            self._bookmark(after, f"{AFTER}{number}")

    def _turn_even_on(self) -> None:
        settings = self._host.related_tree("settings")
        if settings is not None and not _is_on(settings, "evenAndOddHeaders"):
            element = etree.Element(W + "evenAndOddHeaders")
            later = next((child for child in settings if child.tag in _AFTER_EVEN), None)
            if later is None:
                settings.append(element)
            else:
                later.addprevious(element)

    def _begin(self, mark: Any) -> Any:
        """End the report's section before `mark`; the paragraph that it ends with, None where nothing stands there."""
        before = mark.getprevious()
        if before is None:
            return None
        if closes(before):
            return None if _is_bound(before) else before
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

    def _note_differences(self, insertion: PaperInsertion, source: Bundle, paper: Paper) -> None:
        """Say what cannot be kept, or what somebody should know before this is signed."""
        host, own = self._host.related_tree("settings"), paper.settings
        found = []
        if _mode(host) != _mode(own):
            found.append({"th": "บันทึกด้วย Word คนละรุ่น (compatibility mode)", "en": "it is in another mode of Word"})
        if _value(host, "defaultTabStop", "720") != _value(own, "defaultTabStop", "720"):
            found.append({"th": "ระยะแท็บเริ่มต้นต่างกัน", "en": "its default tab stops are others"})
        if next(paper.body.iter(W + "ins", W + "del", W + "moveTo", W + "moveFrom"), None) is not None:
            found.append({"th": "มีการแก้ไขที่ยังไม่ยอมรับ", "en": "it holds changes that nobody has accepted yet"})
        relations = source.relations(source.main).values()
        if any(item.external and not item.kind.endswith(("/hyperlink", "/attachedTemplate")) for item in relations):
            found.append({"th": "มีภาพหรือข้อมูลที่ลิงก์จากที่อื่น ซึ่งไม่ได้นำมาด้วย", "en": "what it links to elsewhere is left out"})
        self._problems += [problem("appendix-differs", value=insertion.name, what=what) for what in found]

    # ------------------------------------------------------------ pages as pictures

    def _bind_leaves(self, mark: Any, insertion: Any) -> None:
        following = self._following(mark)
        wide, high = _text_area(following)
        sideways = wide > high if insertion.is_pdf else None
        turned = [
            sideways is not None and leaf.width != leaf.height and (leaf.width > leaf.height) != sideways
            for leaf in insertion.leaves
        ]
        rooms = [_text_area(_turned(following)) if is_turned else (wide, high) for is_turned in turned]
        last: Any = None
        for is_turned, group in groupby(zip(turned, shown(insertion, rooms), strict=True), lambda item: item[0]):
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
                section = _turned(self._following(mark))
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
        return etree.fromstring(
            LEAF.format(
                w=W[1:-1],
                broken="<w:pageBreakBefore/>" if broken else "",
                cx=page.width,
                cy=page.height,
                id=self._counters.drawing,
                name=f"Page {page.leaf.number + 1}",
                said=escape(page.description),
                relation=self._host.relate(self._host.main, Relation(IMAGE, media[digest.digest()], False)),
            )
        )

    # ------------------------------------------------------------ namespaces

    def _remember_names(self, root: Any) -> None:
        self._nsmap |= {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
        self._ignorable |= {prefix for prefix in (root.get(MC + "Ignorable") or "").split() if prefix in root.nsmap}

    def _declare(self) -> None:
        """Say at the document's start which namespaces of the papers an older Word may ignore (ECMA-376 part 3)."""
        for element in self._body.iter(etree.Element):
            element.attrib.pop(_BOUND, None)
        if not self._ignorable:
            return
        old = self._host.tree(self._host.main)
        own = (old.get(MC + "Ignorable") or "").split()
        names = {**self._nsmap, "mc": MC[1:-1], **old.nsmap}
        usable = {prefix for prefix in self._ignorable if names.get(prefix) == self._nsmap[prefix]}
        new = etree.Element(old.tag, dict(old.attrib), nsmap=names)
        new.set(MC + "Ignorable", " ".join(sorted({*own, *usable})))
        new[:] = list(old)
        self._host.replace(self._host.main, new)


_BOUND = "ita-docs-bound"
_AFTER_EVEN = frozenset(
    W + name
    for name in (
        "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
        "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
        "doNotUseMarginsForDrawingGridOrigin", "characterSpacingControl", "footnotePr", "endnotePr", "compat",
        "docVars", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip


def _is_bound(element: Any) -> bool:
    return element.get(_BOUND) is not None


def ends_of(element: Any) -> Iterator[Any]:
    """The sections that end within an element of a body."""
    for found in element.iter(W + "sectPr"):
        if found.getparent().tag == W + "pPr":
            yield found


def _is_on(settings: Any, name: str) -> bool:
    found = None if settings is None else settings.find(W + name)
    return found is not None and found.get(W + "val") not in ("0", "false", "off")


def _value(settings: Any, name: str, default: str) -> str:
    found = None if settings is None else settings.find(W + name)
    return default if found is None else found.get(W + "val") or default


def _mode(settings: Any) -> str:
    for item in () if settings is None else settings.iterfind(f"{W}compat/{W}compatSetting"):
        if item.get(W + "name") == "compatibilityMode":
            return item.get(W + "val") or "12"
    return "12"


def _sides(section: Any) -> tuple[dict[str, int], dict[str, int]]:
    """Page size and margins in twips; A4 and an inch where nothing is said."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def read(element: Any, name: str, default: int) -> int:
        text = None if element is None else element.get(W + name)
        return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default

    return (
        {"w": read(size, "w", 11906), "h": read(size, "h", 16838)},
        {name: abs(read(margins, name, 1440)) for name in ("top", "right", "bottom", "left")},
    )


def _text_area(section: Any) -> tuple[float, float]:
    """Width and height of the text on a page, in points."""
    size, margins = _sides(section)
    width = size["w"] - margins["left"] - margins["right"]
    height = size["h"] - margins["top"] - margins["bottom"]
    return max(36.0, width / 20), max(36.0, height / 20)


def _turned(section: Any) -> Any:
    """A section whose pages are turned by a quarter, its margins with them."""
    made = as_part(section)
    size, margins = _sides(section)
    sizes = {W + "w": str(size["h"]), W + "h": str(size["w"])}
    if size["h"] > size["w"]:
        sizes[W + "orient"] = "landscape"
    put(made, etree.Element(W + "pgSz", sizes), SECTION_ORDER)
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    old = section.find(W + "pgMar")
    said = {W + "header": "709", W + "footer": "709", W + "gutter": "0"} if old is None else dict(old.attrib)
    said |= {W + new: str(margins[was]) for new, was in turned.items()}
    put(made, etree.Element(W + "pgMar", said), SECTION_ORDER)
    return made
