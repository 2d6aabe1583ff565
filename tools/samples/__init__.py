"""The sample workbooks, written in Python: `python -m tools.samples` writes every one under `samples/`.

workbook  sheets and the file      memo …      one module a workbook: what it says
                                   ita_photos  the pictures of ita_reports
                             ita_papers  the memos, announcements and minutes bound into its reports
                             ita_scans   the scanned papers bound into them
"""

from __future__ import annotations

import tomllib
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SHARED = {"measure_report": "ita_reports"}
"""Kinds whose tables others have too → the workbook of them all."""


def sample_of(kind: str) -> str:
    """The name of the sample workbook that serves a kind: its own, or that of the kinds with the same tables."""
    declared = tomllib.loads((TEMPLATES / kind / "kind.toml").read_text(encoding="utf-8"))
    owner: str = declared.get("tables", {}).get("of", kind)
    return SHARED.get(owner, owner)
