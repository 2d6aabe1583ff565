"""Write every sample workbook: `python -m tools.samples`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tools.templates import KINDS, frames

from . import ita_photos, ita_scans, sample_of
from .workbook import save

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write them all, each from the function `workbook` of its module, and the pictures and scans that they show."""
    for name in dict.fromkeys(map(sample_of, KINDS)):
        save(import_module(f"tools.samples.{name}").workbook(), ROOT / "samples" / f"{name}.xlsx")
    font = ROOT / "fonts" / "THSarabunNew-Bold.ttf"
    for name in frames.PHOTOGRAPHS:
        frames.draw(ROOT / "samples" / name, font)
    for name in ita_photos.NAMES:
        ita_photos.draw(ROOT / "samples" / "ita_photos" / name, font)
    for name in ita_scans.NAMES:
        ita_scans.write(ROOT / "samples" / ita_scans.FOLDER / name)


if __name__ == "__main__":
    main()
