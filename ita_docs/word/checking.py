"""The template author's tool: a kind's declaration and its template, checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from ..kinds.loading import load_kind
from ..problems import KindError, Problem, TemplateError
from ..records.context import tags
from .agreement import disagreements
from .documents import shown
from .template import Template


@dataclass(frozen=True, slots=True)
class KindCheck:
    """What checking a kind found: its name, the spellings of each tag by field, and every problem at once."""

    name: str
    tags: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def check_kind(folder: str | PathLike[str]) -> KindCheck:
    """Check the kind in `folder`: its kind.toml, the syntax of its template, and whether the two agree.

    Wrong kinds and templates are problems here, not exceptions: finding them is what the author asks for.
    """
    name = Path(folder).name
    try:
        kind = load_kind(Path(folder))
    except KindError as error:
        return KindCheck(name, {}, error.problems)
    spellings = {key: tuple(values) for key, values in tags(kind).items()}
    try:
        template = Template(kind.template, undefined="error", complex_script=True, show=shown)
    except TemplateError as error:
        return KindCheck(kind.name, spellings, error.problems)
    return KindCheck(kind.name, spellings, tuple(disagreements(kind, template.placeholders())))
