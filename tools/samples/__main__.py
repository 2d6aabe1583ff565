"""Write every kind's sample workbook: `python -m tools.samples`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tools.templates import KINDS, frames

from .workbook import save

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write them all, each from its kind's module and its function `workbook`."""
    for kind in KINDS:
        save(import_module(f"tools.samples.{kind}").workbook(), ROOT / "samples" / f"{kind}.xlsx")
    for name in frames.PHOTOGRAPHS:
        frames.draw(ROOT / "samples" / name, ROOT / "fonts" / "THSarabunNew-Bold.ttf")


if __name__ == "__main__":
    main()
