"""Documents whose rows are gone from the sheet: told of, and deleted only where that is asked for."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePath

from ..problems import OutputError, Problem, problem
from .entries import Entry
from .files import worded
from .manifest import Manifest
from .planning import Plan


def clear(plan: Plan, folder: Path, manifest: Manifest) -> list[Problem]:
    """Look for what earlier runs made of rows that are gone, once all rows have been read; what is to be said.

    Nothing is deleted while a row cannot be read: it may be the one. A file that somebody edited stays.
    Raises: OutputError.
    """
    if plan.book.name is None or not plan.has_names:
        return []
    prunes = plan.options.prune and not plan.has_nameless
    return [item for entry in plan.left_over(manifest) for item in _cleared(entry, folder, manifest, prunes)]


def _cleared(entry: Entry, folder: Path, manifest: Manifest, prunes: bool) -> list[Problem]:
    said: list[Problem] = []
    stamps = [stamp for stamp in (entry.docx, entry.pdf) if stamp is not None]
    for stamp in stamps:
        state = manifest.state(stamp, entry)
        path = folder / stamp.name
        inside = path.resolve().is_relative_to(folder.resolve())
        if state == "missing" or not inside:
            continue
        if not prunes:
            said.append(problem("row-gone", file=stamp.name))
        elif state == "edited":
            said.append(problem("edited-not-deleted", file=stamp.name))
        else:
            try:
                with worded(path):
                    path.unlink(missing_ok=True)
            except OutputError as error:
                return [*said, *error.problems]
            with suppress(OSError):
                for above in (folder / parent for parent in PurePath(stamp.name).parents[:-1]):
                    above.rmdir()
            said.append(problem("row-gone-deleted", file=stamp.name))
    if prunes or not said:
        manifest.gone(entry)
    return said
