"""What the shipped kinds print, written in Python: `python -m tools.templates` writes every template.docx and frame.

paper   sheet, margins, heads and feet, the package     wordml  elements, runs, paragraphs, styles
styles  the looks that kinds share                      frames  the empty frames of emblem and logo
blocks  what kinds are built of                         memo …  one module a kind
"""

from __future__ import annotations

from importlib import import_module

KINDS = (
    *("announcement", "award", "certificate", "complaint_statistics", "letter", "measure_report", "memo", "minutes"),
    *("oit_checklist", "order", "score_card"),
)
"""The kinds that have a template of their own: each has a module of its name here, with `template`. Other kinds are
printed by one of these (`template_of`).
"""


def template(kind: str) -> dict[str, bytes]:
    """Every part of a kind's template by name."""
    parts: dict[str, bytes] = import_module(f"tools.templates.{kind}").template()
    return parts
