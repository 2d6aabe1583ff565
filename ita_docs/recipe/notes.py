"""What the PDFs of a batch have to say, each thing once: 245 documents of one template share their fonts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..problems import Problem


@dataclass(slots=True)
class _Note:
    item: Problem
    first: str
    last: str
    documents: int = 1


class Notes:
    """Infos and warnings, those that differ in nothing but their `count` added up."""

    def __init__(self) -> None:
        self._notes: dict[object, _Note] = {}

    def add(self, name: str, items: Iterable[Problem]) -> None:
        """Note what is said of the document `name`."""
        for item in items:
            detail = {key: value for key, value in item.detail.items() if key != "count"}
            key = (item.code, item.severity, item.value, repr(sorted(detail.items())))
            known = self._notes.get(key)
            if known is None:
                self._notes[key] = _Note(item, name, name)
                continue
            known.item = _added(known.item, item)
            known.documents += known.last != name
            known.last = name

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of their first document.

        What one document says keeps its place; what several say has `{file, documents}` for its place: the first
        document, and how many there are.
        """
        return tuple(note.item if note.documents == 1 else _shared(note) for note in self._notes.values())


def _added(known: Problem, item: Problem) -> Problem:
    if "count" not in known.detail:
        return known
    return replace(known, detail={**known.detail, "count": known.detail["count"] + item.detail.get("count", 0)})


def _shared(note: _Note) -> Problem:
    place = {"file": note.first, "documents": note.documents}
    return replace(note.item, book=None, sheet=None, cell=None, row=None, place=place)
