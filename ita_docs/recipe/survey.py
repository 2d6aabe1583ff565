"""What lies in an output folder, held against the workbook that it was made of; nothing is made or changed."""

from __future__ import annotations

from dataclasses import dataclass

from .manifest import Manifest
from .planning import Plan


@dataclass(frozen=True, slots=True)
class Standing:
    """The documents of a kind and workbook, by the names of their files.

    present: as they would be made now. missing: made once, not there (or their PDF is not). stale: what they are made
    of has changed. edited: changed by somebody since. unmade: in the sheet, never made. refused: of rows that make no
    document, by reference. gone: of rows that the sheet has no more.
    """

    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    unmade: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether a run would make nothing."""
        return not (self.missing or self.stale or self.unmade)


def survey(plan: Plan, manifest: Manifest) -> Standing:
    """How the documents of a run stand. Raises: what reading the workbook does."""
    found: dict[str, list[str]] = {name: [] for name in Standing.__slots__}
    for step in plan.steps(manifest):
        if step.outcome.record is None:
            if step.outcome.refused is not None:
                found["refused"].append(step.outcome.ref or f"{step.outcome.sheet}:{step.outcome.row}")
            continue
        found[_state(step.name, step.key, plan, manifest)].append(step.name)
    found["gone"] = [entry.docx.name for entry in plan.left_over(manifest)]
    return Standing(*map(tuple, found.values()))


def files_alone(source: tuple[str, str], manifest: Manifest) -> Standing:
    """How documents stand whose workbook is not at hand: whether their files are there, and as they were."""
    found: dict[str, list[str]] = {"same": [], "missing": [], "edited": [], "other": []}
    for entry in manifest.entries(*source):
        found[manifest.state(entry.docx, entry)].append(entry.docx.name)
    return Standing(*(tuple(found[state]) for state in ("same", "missing", "other", "edited")))


def _state(name: str, key: str, plan: Plan, manifest: Manifest) -> str:
    entry = manifest.entry(*plan.source, name)
    if entry is None:
        return "unmade"
    states = [manifest.state(entry.docx, entry)]
    if plan.options.pdf:
        states.append("missing" if entry.pdf is None else manifest.state(entry.pdf, entry))
    if "missing" in states:
        return "missing"
    if entry.key != key or "other" in states:
        return "stale"
    return "edited" if "edited" in states else "present"
