"""The one PDF of all documents (`--merge`), where an earlier run has bound it of the same."""

from __future__ import annotations

from hashlib import blake2b
from os import fspath

from ..report import Merged, Report
from .entries import Stamp, stamp_of
from .manifest import Manifest
from .planning import Plan
from .tally import Step


class Binding:
    """The hash of all documents that go into one PDF, in their order."""

    def __init__(self) -> None:
        self._told = blake2b(digest_size=32)

    def add(self, step: Step) -> None:
        """Another row."""
        if step.key:
            self._told.update(f"{step.name} {step.key}\n".encode())

    @property
    def key(self) -> str:
        """The hash of those that were added."""
        return self._told.hexdigest()


def bound_before(plan: Plan, manifest: Manifest) -> Merged | None:
    """The one PDF that an earlier run bound, if all rows are read and it is still what would be bound.

    Where each document has its own PDF, nothing is asked: those are bound again in no time.
    """
    options = plan.options
    if options.merge is None or options.pdf or options.force:
        return None
    before = manifest.bound.get((*plan.source, fspath(options.merge)))
    if before is None:
        return None
    key, stamp, pages = before
    now = Binding()
    plan.needs_pdfs = False
    for step in plan.steps(manifest):
        now.add(step)
        if step.order is not None and step.kept is None:
            break
    else:
        if now.key == key and manifest.is_whole(stamp):
            return Merged(stamp.name, pages, stamp.sha256)
    plan.needs_pdfs = True
    return None


def note_bound(plan: Plan, manifest: Manifest, binding: Binding, report: Report) -> None:
    """Note of what documents the one PDF was bound, if none of theirs is missing in it. Raises OutputError."""
    merged, merge = report.merged, plan.options.merge
    if merged is None or merge is None or any(made.pages is None for made in report.made):
        return
    stamp: Stamp = stamp_of(manifest.folder, merged.pdf, merged.sha256)
    manifest.note_bound((*plan.source, fspath(merge)), binding.key, stamp, merged.pages)
