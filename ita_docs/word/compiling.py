"""A template file → parts ready to fill: done once, by docxtpl's own rules.

docxtpl decides what a template means (`DocxTemplate.patch_xml`); here its work is done once and kept. What differs from
document to document is rendered by Jinja; every other part keeps the compressed bytes python-docx would write for it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError

from ..problems import TemplateError, problem
from . import complex_script, digits
from .cell_properties import ordered_cells
from .faults import syntax_faults
from .package import Entry, refuse_bombs, unpack
from .sandbox import Sandbox
from .subdocs import picture_parts

CORE = "docProps/core.xml"
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The core properties docxtpl renders."""
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BODY = "ita-docs-body"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
TAG = re.compile(r"\{[{%#]")
ZERO_WIDTH_IN_TAG = re.compile(r"\{[{%#](?:(?!\}\}|%\}|#\}).)*", re.DOTALL)
ENDS_SECTION = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>(?:(?!</w:pPr>).)*<w:sectPr.*?</w:pPr>)(.*?)</w:p>", re.DOTALL)
ENDS_WITH = re.compile(r"<w:pStyle [^>]*/>|<w:sectPr.*?</w:sectPr>", re.DOTALL)
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
PARAGRAPH_TAG = re.compile(r"\{[{%]p\s")
ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
WRITTEN_ONCE = datetime(2000, 1, 1)
"""Time of last change for a package without properties: python-docx would write the present."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that Jinja renders: `head + rendered + tail` is its XML.

    `source` is what Jinja compiled, a paragraph a line; `next_id` numbers new drawings (docxtpl takes it from the
    template).
    """

    name: str
    head: str
    source: str
    tail: str
    template: JinjaTemplate
    next_id: int
    open_tag: str = ""
    """For the body: its start tag with every namespace; empty for other parts."""

    @property
    def is_body(self) -> bool:
        return bool(self.open_tag)

    @property
    def has_tags(self) -> bool:
        """Whether the part differs from document to document; of a part without tags one rendering serves all."""
        return bool(TAG.search(self.source))


@dataclass(frozen=True, slots=True)
class Property:
    """A core property with tags: `token` stands for its text in the XML."""

    token: str
    source: str
    template: JinjaTemplate


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template, compiled: `parts` are rendered per document, `entries` are everything else, in file order."""

    name: str
    parts: tuple[Part, ...]
    properties: tuple[Property, ...]
    core: str
    entries: dict[str, Entry]
    images: dict[str, str]
    """The pictures of the template: SHA-1 → name of their part."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What is done to every part at compile time beside docxtpl's rules."""

    complex_script: bool = False
    numerals: str = "as-typed"
    literal_braces: bool = False
    """Whether `{_{` is resolved in the template only, so that data may hold it."""


def open_template(data: bytes, name: str, megabytes: int) -> Any:
    """The template as docxtpl opens it. Raises TemplateError (`not-a-docx`, `template-limit`)."""
    from docxtpl import DocxTemplate

    refuse_bombs(data, name, megabytes)
    try:
        opened = DocxTemplate(io.BytesIO(data))
        opened.init_docx()
        opened.docx.element.body  # noqa: B018 (raises for a package that is no Word document)
        return opened
    except Exception as error:
        reason = str(error) or type(error).__name__
        raise TemplateError(problem("not-a-docx", file=name, reason=reason)) from error


def compile_template(data: bytes, name: str, env: Sandbox, dress: Dress, megabytes: int) -> Compiled:
    """The template in `data`, compiled in `env`.

    Raises: TemplateError with every syntax error found, or `not-a-docx`.
    """
    opened = open_template(data, name, megabytes)
    had_core = _has_core(data)
    document = opened.docx
    trees = [(part, part.element) for part in _xml_parts(document)]
    if dress.complex_script:
        for part, tree in trees:
            complex_script.complete(tree, is_styles=part.partname.endswith("styles.xml"))
    if dress.numerals != "as-typed":
        for _, tree in trees:
            digits.set_formats(tree, dress.numerals)
    parts, faults = _parts(opened, name, env, dress)
    properties, token_faults = _properties(opened, name, env)
    if faults + token_faults:
        raise TemplateError(*faults, *token_faults)
    if not had_core:
        document.core_properties.modified = WRITTEN_ONCE
    written = io.BytesIO()
    document.save(written)
    entries = unpack(written.getvalue())
    core = entries[CORE].text() if CORE in entries else ""
    return Compiled(name, parts, properties, core, entries, picture_parts(document))


def _has_core(data: bytes) -> bool:
    return any(name.endswith("core.xml") for name in unpack(data))


def _xml_parts(document: Any) -> Iterator[Any]:
    """The parts whose tree python-docx keeps: body, styles, numbering, headers, footers, …"""
    for part in document.part.package.parts:
        if getattr(part, "element", None) is not None:
            yield part


def _parts(opened: Any, name: str, env: Sandbox, dress: Dress) -> tuple[tuple[Part, ...], list[Any]]:
    parts: list[Part] = []
    faults: list[Any] = []
    for partname, head, original, tail, next_id, open_tag in sources(opened):
        source = patched(opened, original)
        if dress.literal_braces:
            source = _literal_braces(source)
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
        try:
            template = env.from_string(source)
        except TemplateSyntaxError:
            faults += syntax_faults(source, original, name, partname, env)
            continue
        parts.append(Part(partname, head, source, tail, template, next_id, open_tag))
    return tuple(parts), faults


def patched(opened: Any, source: str) -> str:
    """A part's XML by docxtpl's rules, ready for Jinja; invisible characters in tags do not count."""
    source = ZERO_WIDTH_IN_TAG.sub(lambda found: ZERO_WIDTH.sub("", found[0]), source)
    return ordered_cells(str(opened.patch_xml(ENDS_SECTION.sub(_with_its_section, source))))


def _with_its_section(found: re.Match[str]) -> str:
    """A paragraph that is a tag goes, its section stays: LibreOffice ends sections in the paragraph before."""
    if not PARAGRAPH_TAG.search("".join(TEXT.findall(found[2]))):
        return found[0]
    properties = "".join(sorted(ENDS_WITH.findall(found[1])))  # the style, then the section: the schema's order
    return f"{found[0]}<w:p><w:pPr>{properties}</w:pPr></w:p>"


def _literal_braces(source: str) -> str:
    for typed, meant in (("{_{", "{{ '{{' }}"), ("}_}", "{{ '}}' }}"), ("{_%", "{{ '{%' }}"), ("%_}", "{{ '%}' }}")):
        source = source.replace(typed, meant)
    return source


def sources(opened: Any) -> Iterator[tuple[str, str, str, str, int, str]]:
    """(part name, head, source, tail, next drawing id, body's start tag) of each part docxtpl renders, in its order."""
    from docx.oxml import parse_xml

    document = opened.docx
    root = document.element
    body = root.body
    source = opened.get_xml()
    open_tag = source[: source.index(">") + 1]
    if body.nsmap == root.nsmap:
        source = "<w:body>" + source.removeprefix(open_tag)
    marker = root.makeelement(BODY)
    root.replace(body, marker)
    head, tail = _serialized(root).split(f"<{BODY}/>")
    root.replace(marker, body)
    yield _entry_name(document.part), head, source, tail, document.part.next_id, open_tag
    seen = set()
    for uri in (opened.HEADER_URI, opened.FOOTER_URI):
        for _, part in opened.get_headers_footers(uri):
            if part.partname not in seen:
                seen.add(part.partname)
                source = opened.xml_to_string(parse_xml(part.blob))
                yield _entry_name(part), DECLARATION, source, "", part.next_id, ""
    for part in document.part.package.parts:
        if part.content_type == FOOTNOTES:
            yield _entry_name(part), "", part.blob.decode("utf-8-sig"), "", 1, ""


def _entry_name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _serialized(root: Any) -> str:
    from docx.opc.oxml import serialize_part_xml

    return str(serialize_part_xml(root).decode("utf-8"))


def _properties(opened: Any, name: str, env: Sandbox) -> tuple[tuple[Property, ...], list[Any]]:
    """Core properties as docxtpl writes them: each is set, even when empty; those with tags become tokens."""
    core = opened.docx.core_properties
    found: list[Property] = []
    faults: list[Any] = []
    for index, attribute in enumerate(PROPERTIES):
        text = getattr(core, attribute)
        token = text
        if TAG.search(text):
            token = f"ita-docs-property-{index}"
            try:
                found.append(Property(token, text, env.from_string(text)))
            except TemplateSyntaxError:
                faults += syntax_faults(text, text, name, CORE, env)
        setattr(core, attribute, token)
    return tuple(found), faults


def filled_core(core: str, properties: tuple[Property, ...], show: Callable[[JinjaTemplate], str]) -> str:
    """The core properties part with every token replaced by what its template shows."""
    for item in properties:
        core = core.replace(item.token, escape(show(item.template), quote=False))
    return core
