"""Where the shipped templates and fonts are: beside the package when installed, above it in a source tree."""

from __future__ import annotations

from pathlib import Path

from .problems import ItaDocsError, problem

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = PACKAGE / name
    if installed.is_dir():
        return installed
    # Only a tree with our pyproject.toml is ours: a site-packages folder may hold somebody else's `templates`.
    if (PACKAGE.parent / "pyproject.toml").is_file() and (PACKAGE.parent / name).is_dir():
        return PACKAGE.parent / name
    raise ItaDocsError(problem("file-not-found", file=str(installed)))


def templates_folder() -> Path:
    """The folder of shipped document kinds, one subfolder each. Raises ItaDocsError if it is not there."""
    return _folder("templates")


def fonts_folder() -> Path:
    """The folder of shipped font files. Raises ItaDocsError if it is not there."""
    return _folder("fonts")
