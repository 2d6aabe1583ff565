"""The template author's tool: a kind's declaration and its template, checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from zipfile import BadZipFile

from ..kinds.loading import load_kind
from ..kinds.model import Kind
from ..problems import KindError, Problem, TemplateError, problem
from ..records.context import tags
from ..thai.filters import FILTERS
from .agreement import disagreements
from .budget import Limits
from .clauses import STYLES
from .compiling import open_template, patched, sources
from .documents import shown
from .package import unpack
from .placeholders import Place, sound_placeholders
from .sandbox import environment
from .structured import NAMES, WANTED, styles_of
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
    faults, used = _survey(kind)
    problems = [*disagreements(kind, used), *_styles_missing(kind)]
    if faults:
        # a tag that cannot be read may be the one that uses the field
        problems = [item for item in problems if item.code != "unused-field"]
    return KindCheck(kind.name, spellings, (*faults, *problems))


def _styles_missing(kind: Kind) -> list[Problem]:
    """A warning where a kind has structured texts and its template lacks styles that they are shown in."""
    if not any(item.type == "structured" for table in kind.tables for item in table.fields):
        return []
    try:
        styles = unpack(kind.template.read_bytes()).get(STYLES)
    except (OSError, BadZipFile):
        return []
    there = {} if styles is None else styles_of(styles.text())
    lacking = ", ".join(f"{role} ({NAMES[role]})" for role in WANTED if role not in there)
    return [problem("missing-style", value=lacking)] if lacking else []


def _survey(kind: Kind) -> tuple[tuple[Problem, ...], dict[str, tuple[Place, ...]]]:
    """The syntax errors of a kind's template, and what it asks for as far as it can be read."""
    try:
        return (), Template(kind.template, undefined="error", complex_script=True, show=shown).placeholders()
    except TemplateError as error:
        faults = error.problems
    if any(item.code not in ("template-syntax", "unclosed-tag") for item in faults):
        return faults, {}
    env = environment("error", shown, FILTERS)
    opened = open_template(kind.template.read_bytes(), kind.template.name, Limits().megabytes)
    used: dict[str, tuple[Place, ...]] = {}
    for part, _, source, *_ in sources(opened):
        for path, places in sound_placeholders(env, part, patched(opened, source)).items():
            used[path] = used.get(path, ()) + places
    return faults, used
