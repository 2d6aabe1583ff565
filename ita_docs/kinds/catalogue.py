"""All document kinds there are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .loading import kind_folders, read_kind
from .model import Kind


def list_kinds(folders: Iterable[str | Path] = ()) -> list[Kind]:
    """Every kind of `folders`, then every shipped one; a kind of `folders` hides a shipped one of its name.

    Raises: KindError for the first kind that cannot be used.
    """
    return [read_kind(folder) for folder in kind_folders(folders)]
