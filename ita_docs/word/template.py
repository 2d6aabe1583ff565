"""A template, compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from os import PathLike
from types import MappingProxyType
from typing import IO, Any, Literal
from xml.parsers.expat import ExpatError, ParserCreate

from markupsafe import Markup

from ..problems import TemplateError, problem
from ..thai.filters import FILTERS
from ..thai.numerals import Policy, convert, keep
from . import digits
from .budget import BUDGET, Budget, Limits
from .compiling import CORE, Dress, Part, compile_template, filled_core
from .faults import runtime_fault
from .filling import FILLING, Filling, shown
from .idle_sections import without_idle_section
from .package import Entry, deflated, pack, read_source, unpack
from .pictures import Pictures
from .placeholders import Place, placeholders
from .sandbox import environment, spelled
from .subdocs import NeedsBase, base_of
from .tables import grids_agree

LISTING = re.compile(r"<w:t(?: [^>]*)?>[^<]*[\t\n\a\f]|<w:t(?: [^>]*)?/>")
LISTING_CHARACTERS = re.compile("[\t\n\a\f]")
DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*(")')
FIRST_DRAWING = 1001
"""docxtpl numbers the drawings of the body from here."""
TEXT_IN_LINE = re.compile("<w:t(?: [^>]*)?>[^<]*<w:(?:p|tbl)>")
"""A structured text printed inside a line."""
WANTS_PARAGRAPH = {
    "th": "เนื้อความที่มีหลายย่อหน้าต้องใช้แท็กของทั้งย่อหน้า เช่น {{p body }}",
    "en": "a structured text takes a whole paragraph: {{p body }}",
}
BLANK = re.compile(r">\s+<")
BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


@dataclass(frozen=True, slots=True)
class TemplateOptions:
    """How a template is compiled and filled.

    undefined: what a name without a value does: "blank" (docxtpl's way) or "error". complex_script: complete the Thai
    side of run properties. numerals: digits of the whole document: "thai", "arabic" or "as-typed". keep_digits: phrases
    whose digits stay Arabic, beside the shipped ones. show: how a value prints (default `str`). limits: what a filling
    may use.
    """

    undefined: Literal["blank", "error"] = "blank"
    complex_script: bool = False
    numerals: Policy = "as-typed"
    keep_digits: tuple[str, ...] = ()
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    show: Callable[[Any], Any] | None = None
    limits: Limits = field(default_factory=Limits)


class Template:
    """A DOCX in docxtpl's template language: compiled once, immutable, safe to fill from many threads.

    `source` is a path, bytes or a binary file. With the default options `fill` gives what docxtpl gives for
    `render(context, autoescape=True)`.

    Raises: TemplateError with every syntax error of the template, or for a file that is no DOCX.
    """

    __slots__ = ("_compiled", "_data", "_env", "_fixed", "_keep", "_parts", "name", "options")

    def __init__(
        self,
        source: str | PathLike[str] | bytes | IO[bytes],
        *,
        undefined: Literal["blank", "error"] = "blank",
        complex_script: bool = False,
        numerals: Policy = "as-typed",
        keep_digits: Iterable[str] = (),
        filters: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
        show: Callable[[Any], Any] | None = None,
        limits: Limits = Limits(),  # noqa: B008 (immutable)
    ) -> None:
        self.options = TemplateOptions(
            undefined, complex_script, numerals, tuple(keep_digits), dict(filters), show, limits
        )
        self._data, self.name = read_source(source)
        self._keep = None if numerals == "as-typed" else keep(self.options.keep_digits)
        finalize = partial(shown, show)
        self._env = environment(undefined, finalize, {**FILTERS, **self.options.filters})
        dress = Dress(complex_script, numerals, literal_braces=undefined == "error")
        self._compiled = compile_template(self._data, self.name, self._env, dress, limits.megabytes)
        self._parts = tuple(part for part in self._compiled.parts if part.has_tags)
        self._fixed = self._finished_once()

    def source_text(self, part: str) -> str:
        """The XML of a part as the template's file has it; "" where there is none."""
        entry = unpack(self._data).get(part)
        return "" if entry is None else entry.text()

    def __repr__(self) -> str:
        return f"Template({self.name!r})"

    def fill(self, context: Mapping[str, Any], *, docxtpl: Any = None) -> bytes:
        """The document for `context`, as the bytes of a DOCX; the same context gives the same bytes.

        `docxtpl` is a `docxtpl.DocxTemplate` over the same file (see `docxtpl()`) whose links (`build_url_id`) and
        sub-documents the context uses; a Subdoc in the context brings its own.

        Raises: TemplateError with the part, paragraph and tag.
        """
        names = {spelled(key) if isinstance(key, str) else key: value for key, value in context.items()}
        try:
            return self._filled(names, docxtpl)
        except NeedsBase as needed:
            return self._filled(names, needed.docxtpl)

    def _filled(self, names: dict[str, Any], docxtpl: Any) -> bytes:
        package = self._compiled if docxtpl is None else base_of(docxtpl)
        filling = Filling(self.options, Pictures(package.entries, package.images), docxtpl)
        filled, budget = FILLING.set(filling), BUDGET.set(Budget(self.options.limits))
        try:
            changed = {part.name: self._render(part, names, filling).encode("utf-8") for part in self._parts}
            if self._compiled.properties or docxtpl is not None:
                core = filled_core(self._compiled.core, self._compiled.properties, partial(self._property, names))
                changed[CORE] = core.encode("utf-8")
        finally:
            BUDGET.reset(budget)
            FILLING.reset(filled)
        filling.finish(next(part.name for part in self._compiled.parts if part.is_body))
        new = {**self._fixed, **filling.pictures.changed()}
        new |= {name: deflated(name, data) for name, data in changed.items()}
        packed = [new.pop(name, entry) for name, entry in package.entries.items()]
        return pack(packed + list(new.values()))

    def placeholders(self) -> dict[str, tuple[Place, ...]]:
        """What the template asks for: each full path (`rows[].name`) with the places that use it, in order."""
        sources = [(part.name, part.source) for part in self._compiled.parts]
        sources += [(CORE, item.source) for item in self._compiled.properties]
        return placeholders(self._env, sources)

    def docxtpl(self) -> Any:
        """A fresh `docxtpl.DocxTemplate` over the same file: to build its Subdoc and links with."""
        from io import BytesIO

        from docxtpl import DocxTemplate

        opened = DocxTemplate(BytesIO(self._data))
        opened.init_docx()
        return opened

    def _finished_once(self) -> dict[str, Entry]:
        """The parts without tags, finished like the others but the same in every document."""
        filling = Filling(self.options, Pictures(self._compiled.entries, self._compiled.images), None)
        parts = [part for part in self._compiled.parts if not part.has_tags]
        return {part.name: deflated(part.name, self._render(part, {}, filling).encode("utf-8")) for part in parts}

    def _render(self, part: Part, names: dict[str, Any], filling: Filling) -> str:
        filling.part = part
        try:
            xml = part.template.render(names)
        except Exception as error:
            raise runtime_fault(error, part.source, self.name, part.name, names) from error
        xml = xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
        if filling.lists is not None and TEXT_IN_LINE.search(xml):
            raise TemplateError(problem("template-failed", place=_nowhere(self.name, part), reason=WANTS_PARAGRAPH))
        if self.options.undefined == "blank" and "_" in xml:
            for typed, meant in BRACES:
                xml = xml.replace(typed, meant)
        if LISTING_CHARACTERS.search(xml) and LISTING.search(xml):
            xml = _docxtpl().resolve_listing(xml)
        xml = self._finish_body(part, xml) if part.is_body else self._finish_story(part, xml)
        if self.options.numerals != "as-typed":
            xml = digits.dress(xml, self.options.numerals, self._keep)
        return part.head + digits.without_marks(xml) + part.tail

    def _finish_body(self, part: Part, xml: str) -> str:
        if not grids_agree(xml) or not _is_well_formed(part.head + xml + part.tail):
            xml = self._repaired(part, xml)
        if self.options.undefined == "error":
            xml = without_idle_section(xml)
        if "docPr" not in xml:
            return xml
        numbers = iter(range(FIRST_DRAWING, 1 << 31))
        return DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)

    def _finish_story(self, part: Part, xml: str) -> str:
        """A header, footer or footnotes part, which must be well formed; python-docx drops blanks between its tags."""
        if not _is_well_formed(part.head + xml + part.tail):
            raise TemplateError(problem("template-failed", place=_nowhere(self.name, part), reason="XML"))
        if part.head and BLANK.search(xml):
            from docx.oxml import parse_xml
            from lxml import etree

            xml = etree.tostring(parse_xml(xml), encoding="unicode")
        return xml

    def _repaired(self, part: Part, xml: str) -> str:
        """The body as docxtpl mends it: recovered where it is not well formed, grids as wide as their rows."""
        from lxml import etree

        try:
            tree = _docxtpl().fix_tables(part.open_tag + xml.removeprefix("<w:body>"))
        except Exception as error:
            place = _nowhere(self.name, part)
            raise TemplateError(problem("template-failed", place=place, reason=str(error))) from error
        return re.sub(r"^<w:body[^>]*>", "<w:body>", etree.tostring(tree, encoding="unicode"))

    def _property(self, names: dict[str, Any], template: Any) -> str:
        text = str(template.render(names))
        if self.options.undefined == "error":
            # a property is text, not markup: docxtpl's escaping would show there; 255 characters are its most
            text = str(Markup(text).unescape())[:255]
        if self.options.numerals != "as-typed":
            text = convert(text, self.options.numerals, self._keep)
        return digits.without_marks(text)


def _docxtpl() -> Any:
    """docxtpl's rules, on a template that opens no file."""
    from docxtpl import DocxTemplate

    return DocxTemplate("")


def _is_well_formed(xml: str) -> bool:
    try:
        ParserCreate("utf-8").Parse(xml.encode("utf-8"), True)
    except (ExpatError, UnicodeEncodeError):
        return False
    return True


def _nowhere(file: str, part: Part) -> dict[str, Any]:
    return {"file": file, "part": part.name, "paragraph": "", "tag": ""}
