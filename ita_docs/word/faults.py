"""Where in a template an error is: its part, the text of its paragraph, and the tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from ..problems import ItaDocsError, Problem, TemplateError, problem
from ..thai.near import nearest
from .sandbox import MissingName, Sandbox
from .subdocs import NeedsBase

TAGS = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
BLOCK = re.compile(r"\{%[-+]?\s*(\w+)")
ENDS = {name: f"end{name}" for name in ("for", "if", "set", "with", "macro", "call", "filter", "raw", "block")}
ENDS["autoescape"] = "endautoescape"
MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
UNCLOSED = {"th": "แท็กไม่ปิด", "en": "the tag is not closed"}
RECURSION = {"th": "การเรียกซ้อน", "en": "recursion"}
MEMORY = {"th": "หน่วยความจำ", "en": "memory"}
LONGEST = 120
"""Longest paragraph text that a problem quotes, in characters."""


class Tag(NamedTuple):
    """A tag of a template's source: its text and where it starts."""

    text: str
    start: int

    @property
    def keyword(self) -> str:
        """`for` of `{% for … %}`; empty for an expression or a comment."""
        found = BLOCK.match(self.text)
        return found[1] if found else ""

    @property
    def opens_block(self) -> bool:
        """Whether an end tag must follow."""
        return self.keyword in ENDS and not (self.keyword == "set" and "=" in self.text)

    @property
    def is_open(self) -> bool:
        """Whether the tag is never closed: it runs on into the markup."""
        return "<w:" in self.text or "</w:" in self.text or self.text[-1] != "}"

    @property
    def shown(self) -> str:
        """The tag as its author sees it."""
        return plain(self.text.split("<", 1)[0] if self.is_open else self.text)


def plain(xml: str) -> str:
    """The text of a piece of XML."""
    return unescape(re.sub(r"<[^>]*>", "", xml)).strip()


def tags(source: str) -> Iterator[Tag]:
    """Every tag of `source`, in order; an unclosed one ends where the next paragraph begins."""
    at = 0
    while found := TAGS.search(source, at):
        tag = Tag(found[0], found.start())
        yield tag
        at = found.start() + 2 if tag.is_open else found.end()


def paragraph_at(source: str, start: int) -> str:
    """The text of the paragraph that holds position `start`; what stands between paragraphs is its own paragraph."""
    opened = max(source.rfind("<w:p>", 0, start), source.rfind("<w:p ", 0, start))
    if opened < 0 or source.rfind("</w:p>", 0, start) > opened:
        text = plain(source[start : source.find("<", start)])
    else:
        closed = source.find("</w:p>", start)
        text = plain(source[opened : closed if closed > 0 else len(source)])
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _place(source: str, tag: Tag, file: str, part: str) -> dict[str, Any]:
    return {"file": file, "part": part, "paragraph": paragraph_at(source, tag.start), "tag": tag.shown}


def syntax_faults(source: str, original: str, file: str, part: str, env: Sandbox) -> list[Problem]:
    """Every syntax error of `source`, each at its tag; `original` is the part before docxtpl's rules.

    A tag that its paragraph does not close swallows what follows, so where there is one only such tags are told.
    """
    faults = list(_never_closed(original, file, part))
    if not faults:
        faults = [_worded(fault, source, file, part) for fault in _sorted_out(source, env)[1]]
    return faults or [_whole(source, file, part, env)]


def sound_tags(source: str, env: Sandbox) -> list[Tag]:
    """The tags of `source` that are well formed, with its blocks closed: what can be told of a template with errors."""
    return _sorted_out(source, env)[0]


class _Fault(NamedTuple):
    """A tag, and what is wrong with it: a reason, or the end tag that it lacks."""

    tag: Tag
    reason: str | dict[str, str]
    wanted: str = ""


def _sorted_out(source: str, env: Sandbox) -> tuple[list[Tag], list[_Fault]]:
    sound: list[Tag] = []
    faults: list[_Fault] = []
    blocks: list[Tag] = []

    def close(block: Tag) -> None:
        faults.append(_Fault(block, "", ENDS[block.keyword]))
        sound.append(Tag("{% " + ENDS[block.keyword] + " %}", block.start))

    for tag in tags(source):
        keyword = tag.keyword
        if reason := _fault_of(tag, env):
            faults.append(_Fault(tag, reason))
        elif keyword in MIDDLES and not (blocks and blocks[-1].keyword in MIDDLES[keyword]):
            inside = " / ".join(MIDDLES[keyword])
            faults.append(_Fault(tag, {"th": f"{keyword} ไม่อยู่ใน {inside}", "en": f"{keyword} outside {inside}"}))
        elif keyword in ENDS.values() and not any(ENDS[block.keyword] == keyword for block in blocks):
            opener = keyword.removeprefix("end")
            faults.append(_Fault(tag, {"th": f"{keyword} ไม่มีตัวเปิด {opener}", "en": f"{keyword} without {opener}"}))
        else:
            if keyword in ENDS.values():
                while ENDS[blocks[-1].keyword] != keyword:
                    close(blocks.pop())
                blocks.pop()
            elif tag.opens_block:
                blocks.append(tag)
            sound.append(tag)
    while blocks:
        close(blocks.pop())
    return sound, sorted(faults, key=lambda fault: fault.tag.start)


def _worded(fault: _Fault, source: str, file: str, part: str) -> Problem:
    place = _place(source, fault.tag, file, part)
    if fault.wanted:
        return problem("unclosed-tag", place=place, wanted="{% " + fault.wanted + " %}")
    return problem("template-syntax", place=place, reason=fault.reason)


def _never_closed(original: str, file: str, part: str) -> Iterator[Problem]:
    for paragraph in PARAGRAPH.findall(original):
        text = plain(paragraph)
        for tag in tags(text):
            if tag.is_open:
                at = {"file": file, "part": part, "paragraph": text, "tag": tag.text}
                yield problem("template-syntax", place=at, reason=UNCLOSED)


def _fault_of(tag: Tag, env: Sandbox) -> str | dict[str, str]:
    """What Jinja says of a tag by itself; empty when it is well formed."""
    if tag.is_open:
        return UNCLOSED
    keyword = tag.keyword
    if keyword in MIDDLES or keyword in ENDS.values():
        return ""
    probe = tag.text
    if tag.opens_block:
        probe += "{% " + ENDS[keyword] + " %}"
    try:
        env.plain_parse(probe)
        return ""
    except TemplateSyntaxError as error:
        return error.message or "?"


def _whole(source: str, file: str, part: str, env: Sandbox) -> Problem:
    try:
        env.from_string(source)
    except TemplateSyntaxError as error:
        tag = _tag_in_line(source, error.lineno, "")
        return problem("template-syntax", place=_place(source, tag, file, part), reason=error.message or "?")
    raise AssertionError("the template compiles")


def _tag_in_line(source: str, lineno: int, wanted: str) -> Tag:
    """The tag of a 1-based line that speaks of `wanted`, else the line's first, else the line itself."""
    lines = source.split("\n")
    start = sum(len(line) + 1 for line in lines[: lineno - 1])
    line = lines[lineno - 1] if 0 < lineno <= len(lines) else ""
    found = [Tag(tag.text, start + tag.start) for tag in tags(line)]
    return next((tag for tag in found if wanted and wanted in tag.text), found[0] if found else Tag(plain(line), start))


def runtime_fault(error: Exception, source: str, file: str, part: str, names: Iterable[str]) -> ItaDocsError:
    """What went wrong while a part was filled, as a TemplateError with its place.

    `names` are the names that the data has, for the suggestion.
    """
    if isinstance(error, NeedsBase):
        raise error
    lineno = _line_of(error)
    if isinstance(error, TemplateError) and any(item.place for item in error.problems):
        return error
    if isinstance(error, MissingName):
        tag = _tag_in_line(source, lineno, error.name)
        known = names if error.owner is None else _names_of(error.owner)
        near = nearest(error.name, known)
        return TemplateError(
            problem("undefined-name", place=_place(source, tag, file, part), name=error.name, near=near)
        )
    place = _place(source, _tag_in_line(source, lineno, ""), file, part)
    if isinstance(error, TemplateError):
        first = error.problems[0]
        return TemplateError(problem(first.code, place=place, value=first.value, **first.detail))
    reason = str(error) or type(error).__name__
    if isinstance(error, RecursionError):
        return TemplateError(problem("template-limit", place=place, what=RECURSION, limit="1,000"))
    if isinstance(error, MemoryError):
        return TemplateError(problem("template-limit", place=place, what=MEMORY, limit="–"))
    code = "template-unsafe" if isinstance(error, SecurityError) else "template-failed"
    if isinstance(error, UndefinedError):
        code = "template-failed"
    return TemplateError(problem(code, place=place, reason=reason))


def _line_of(error: BaseException) -> int:
    """The line of the template's source that was being filled, 1-based; 1 when unknown."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _names_of(owner: Any) -> list[str]:
    if isinstance(owner, Mapping):
        return [key for key in owner if isinstance(key, str)]
    return [name for name in dir(owner) if not name.startswith("_")]
