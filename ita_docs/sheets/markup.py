"""XML read as a stream of events: no document type, so no entities of its own and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_BUFFER = 1 << 16
_SEPARATOR = " "


def new_parser(namespaces: bool = False) -> XMLParserType:
    """A parser that reports text whole; with `namespaces`, names are `URI local`. A DOCTYPE is an ExpatError."""
    parser = expat.ParserCreate(None, _SEPARATOR) if namespaces else expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _BUFFER
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def parse(parser: XMLParserType, chunks: Iterable[bytes]) -> None:
    """Feed a whole document to `parser`. Raises ExpatError for what is not well-formed."""
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)


def elements(chunks: Iterable[bytes]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every start tag of a small part as (parent's name, name, attributes), all names local."""
    found: list[tuple[str, str, dict[str, str]]] = []
    path = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        found.append((path[-1], name, {_local(key): value for key, value in attributes.items()}))
        path.append(name)

    def end(tag: str) -> None:
        path.pop()

    parser = new_parser(namespaces=True)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    for chunk in chunks:
        parser.Parse(chunk)
        yield from found
        found.clear()
    parser.Parse(b"", True)
    yield from found


def _local(name: str) -> str:
    return name.rpartition(_SEPARATOR)[2]


def _refuse_doctype(*declaration: object) -> NoReturn:
    raise expat.ExpatError("a document type is not allowed here")
