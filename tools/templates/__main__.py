"""Write every kind's template.docx, and the frames, under `templates/`: `python -m tools.templates`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tools.package import write_package

from . import frames

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("memo",)
"""The kinds whose template is written here: each has a module of its name with a function `template`."""


def template(kind: str) -> dict[str, bytes]:
    """Every part of a kind's template by name."""
    parts: dict[str, bytes] = import_module(f"tools.templates.{kind}").template()
    return parts


def main() -> None:
    """Write them all where the program looks for them."""
    folder = ROOT / "templates"
    for kind in KINDS:
        write_package(folder / kind / "template.docx", template(kind))
    for name in frames.FRAMES:
        frames.draw(folder / name, ROOT / "fonts" / "THSarabunNew-Bold.ttf")


if __name__ == "__main__":
    main()
