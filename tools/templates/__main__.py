"""Write every kind's template.docx, and the frames, under `templates/`: `python -m tools.templates`."""

from __future__ import annotations

from pathlib import Path

from tools.package import write_package

from . import KINDS, frames, template

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write them all where the program looks for them."""
    folder = ROOT / "templates"
    for kind in KINDS:
        write_package(folder / kind / "template.docx", template(kind))
    for name in frames.FRAMES:
        frames.draw(folder / name, ROOT / "fonts" / "THSarabunNew-Bold.ttf")


if __name__ == "__main__":
    main()
