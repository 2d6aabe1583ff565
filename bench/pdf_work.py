"""DOCX (typst: its own markup) to PDF in one process: ours, rdocx or typst.

pdf_work.py NAME FONTS FOLDER OUT [FIRST]     NAME is ita-docs, rdocx or typst

Converts every file of FOLDER into OUT. With FIRST, a folder of one more file, that one is converted beforehand, and one
line of JSON is printed: `setup_ms` until it is done, `ms` per document after it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

Convert = Callable[[Path, Path], object]


def ita_docs(fonts: Path) -> Convert:
    """Ours, as documented."""
    from ita_docs import to_pdf

    return lambda file, to: to.write_bytes(to_pdf(file).data)


def rdocx(fonts: Path) -> Convert:
    """rdocx, as documented, with the bundled fonts."""
    from rdocx import Document

    return lambda file, to: to.write_bytes(Document.open(str(file)).to_pdf(font_dir=str(fonts)))


def typst(fonts: Path) -> Convert:
    """typst, as documented, with the bundled fonts read once."""
    from typst import Fonts, compile

    known = Fonts(include_system_fonts=False, font_paths=[str(fonts)])
    return lambda file, to: compile(str(file), output=str(to), font_paths=known)


TOOLS = {"ita-docs": (ita_docs, "docx"), "rdocx": (rdocx, "docx"), "typst": (typst, "typ")}


def main(name: str, fonts: Path, folder: Path, out: Path, first: Path | None) -> None:
    """Convert, and say what it took if there is a first file."""
    started = time.perf_counter()
    tool, ending = TOOLS[name]
    convert = tool(fonts)
    if first is not None:
        for file in first.glob(f"*.{ending}"):
            convert(file, out / "first.pdf")
        (out / "first.pdf").unlink()
    files = sorted(folder.glob(f"*.{ending}"))
    ready = time.perf_counter()
    for file in files:
        convert(file, out / f"{file.stem}.pdf")
    done = time.perf_counter()
    if first is not None:
        print(f'{{"setup_ms": {1000 * (ready - started)}, "ms": {1000 * (done - ready) / len(files)}}}')


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6) or sys.argv[1] not in TOOLS:
        sys.exit(__doc__)
    main(sys.argv[1], *map(Path, sys.argv[2:5]), Path(sys.argv[5]) if len(sys.argv) == 6 else None)
