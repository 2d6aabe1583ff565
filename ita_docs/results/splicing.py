"""Small changes made in a long XML part, as bytes pass by: all that is not changed stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError

_ATTRIBUTE = rb"\s+([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')"
_EACH = re.compile(_ATTRIBUTE)
_TAG = re.compile(rb"<([^\s/>]+)((?:" + _ATTRIBUTE.replace(b"(", b"(?:", 1) + rb")*)\s*(/?)>")
"""A start tag: its name, its attributes, whether it is empty."""


@dataclass(slots=True)
class Edit:
    """What changes where a tag begins.

    before: bytes put in front of it. attributes: name → value, of this start tag; None takes one away. inside: bytes
    put right behind it, as the first of its content.
    """

    before: bytes = b""
    attributes: dict[bytes, bytes | None] = field(default_factory=dict)
    inside: bytes = b""


def spliced(chunks: Iterable[bytes], edits: Mapping[int, Edit]) -> Iterator[bytes]:
    """The bytes of `chunks` with `edits` made, by the offset of their tags. Raises ExpatError where one has no tag."""
    source = iter(chunks)
    rest = b""
    start = 0
    for at, edit in sorted(edits.items()):
        while start + len(rest) <= at:
            yield rest
            start += len(rest)
            rest = _more(source)
        yield rest[: at - start]
        yield edit.before
        rest = rest[at - start :]
        start = at
        if edit.attributes or edit.inside:
            while (tag := _TAG.match(rest)) is None:
                rest += _more(source)
            yield _changed(tag, edit)
            rest = rest[tag.end() :]
            start += tag.end()
    yield rest
    yield from source


def _more(source: Iterator[bytes]) -> bytes:
    chunk = next(source, b"")
    if not chunk:
        raise ExpatError("a part ends inside a tag")
    return chunk


def _changed(tag: re.Match[bytes], edit: Edit) -> bytes:
    name, attributes, empty = tag.groups()
    left = dict(edit.attributes)
    made = [b"<" + name]
    for each in _EACH.finditer(attributes):
        if each[1] not in left:
            made.append(each[0])
        elif (value := left.pop(each[1])) is not None:
            made.append(b' %b="%b"' % (each[1], value))
    made += [b' %b="%b"' % (key, value) for key, value in left.items() if value is not None]
    if edit.inside and empty:
        return b"".join([*made, b">", edit.inside, b"</", name, b">"])
    return b"".join([*made, b"/>" if empty else b">", edit.inside])
