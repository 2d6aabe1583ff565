"""Which rows of a workbook are asked for (`--only`)."""

from __future__ import annotations

from ..kinds.model import Field, Kind
from ..problems import OutputError, problem
from ..records.record import Outcome
from ..thai.text import heading_key


class Selection:
    """The rows that have, of each name asked for, one of its values; all rows where nothing is asked for.

    asked: (heading or field name, value) pairs.
    """

    def __init__(self, kind: Kind, asked: tuple[tuple[str, str], ...]) -> None:
        self._kind = kind
        self._asked = asked
        self._met: set[tuple[str, str]] = set()

    @property
    def unmet(self) -> tuple[tuple[str, str], ...]:
        """The pairs that no row had."""
        return tuple(dict.fromkeys(pair for pair in self._asked if pair not in self._met))

    def takes(self, outcome: Outcome) -> bool:
        """Whether a row is asked for; of a refused row only its key is known.

        Raises OutputError for a name that the kind does not have.
        """
        names: dict[str, bool] = {}
        for name, value in self._asked:
            field = self._field(name)
            met = heading_key(value) in {heading_key(text) for text in self._values(outcome, field)}
            names[field.name] = names.get(field.name, False) or met
            if met:
                self._met.add((name, value))
        return all(names.values())

    def _field(self, name: str) -> Field:
        fields = (*self._kind.table.fields, *(self._kind.each.merged if self._kind.each is not None else ()))
        wanted = heading_key(name)
        for item in fields:
            if wanted in map(heading_key, (item.name, item.title, *item.aliases)):
                return item
        titles = ", ".join(dict.fromkeys(item.title for item in fields))
        raise OutputError(problem("bad-option", option="--only", reason=f"“{name}” ({titles})"))

    def _values(self, outcome: Outcome, field: Field) -> tuple[str, ...]:
        """What a row may be asked for by; a key also asks for every document of its main row."""
        if field.name == self._kind.table.key:
            return (outcome.ref or "", outcome.owner or "")
        return ("" if outcome.record is None else str(outcome.record.values[field.name]),)
