"""A framework by name, by file, or by the body and the year that it is for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..problems import FrameworkError, problem
from ..strict_toml import Faults, read_toml
from ..thai.near import nearest
from ..thai.text import normal_form
from .model import Framework
from .rules import check_framework
from .schema import read_framework

FOLDER = Path(__file__).parent / "data"
SUFFIX = ".toml"


class Choice(NamedTuple):
    """The framework for a body's year; not `exact` where it is another year's that stands for it."""

    framework: Framework
    exact: bool


def framework_names() -> tuple[str, ...]:
    """The names of the shipped frameworks."""
    return tuple(sorted(file.stem for file in FOLDER.glob(f"*{SUFFIX}")))


def load_framework(name_or_file: str | Path) -> Framework:
    """The shipped framework of that name, or the one in that TOML file.

    Raises: FrameworkError: `unknown-framework`; `file-not-found`; or `bad-framework`, once for every fault of its file.
    """
    text = os.fspath(name_or_file)
    if isinstance(name_or_file, Path) or "/" in text or "\\" in text or text.lower().endswith(SUFFIX):
        return _read(Path(text))
    known = framework_names()
    if text in known:
        return _shipped(text)
    near = nearest(text, known)
    raise FrameworkError(problem("unknown-framework", of=so_named(text), known=", ".join(known), near=near))


def so_named(framework: str) -> dict[str, str]:
    """What `unknown-framework` says of a name that no framework has."""
    return {"th": f" “{framework}”", "en": f": “{framework}”"}


def framework_text(name: str) -> str:
    """The file of a shipped framework, to be copied and changed. Raises: FrameworkError `unknown-framework`."""
    load_framework(name if name in framework_names() else name.removesuffix(SUFFIX))
    return (FOLDER / f"{name.removesuffix(SUFFIX)}{SUFFIX}").read_text(encoding="utf-8")


def framework_for(parents: str, year: int, among: Iterable[Framework] | None = None) -> Choice | None:
    """The framework of the first body that `parents` names, for the fiscal year `year` (a Buddhist year).

    `parents` are an office's parent bodies, one a line, the nearest first; `among` the frameworks to choose from, all
    shipped ones when not given. None where no body is told, or there is none for its year. A ministry alone is no
    body: its offices are assessed by several.
    """
    known = [_shipped(name) for name in framework_names()] if among is None else list(among)
    for line in normal_form(parents).splitlines():
        if ours := [framework for framework in known if _names_body(line, framework.body_words)]:
            exact = [Choice(framework, True) for framework in ours if framework.year == year]
            standing = [Choice(framework, False) for framework in ours if year in framework.stands_for]
            return next(iter(exact + standing), None)
    return None


def _names_body(line: str, words: Iterable[str]) -> bool:
    """Whether a line names a body: a name may stand anywhere, an abbreviation for itself only (สป. is not สป.สธ.)."""
    close = re.sub(r"\s", "", line)
    apart = re.sub(r"(?<=\.)\s+(?=[ก-ฮ]{1,5}\.)", "", line.replace("สังกัด", " "))
    for word in words:
        if word.endswith("."):
            if re.search(rf"(?<![ก-๛.]){re.escape(word[:-1])}(?:\.(?![ก-๛])|(?![ก-๛.]))", apart):
                return True
        elif re.sub(r"\s", "", word) in close:
            return True
    return False


@cache
def _shipped(name: str) -> Framework:
    return _read(FOLDER / f"{name}{SUFFIX}")


def _read(file: Path) -> Framework:
    faults = Faults(file, "bad-framework", FrameworkError)
    framework = read_framework(read_toml(faults), faults)
    faults.settle()
    check_framework(framework, faults)
    faults.settle()
    return framework
