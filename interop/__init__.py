"""Our files in programs that no one here wrote: LibreOffice, poppler, pdf.js, PDFBox. A missing tool fails."""

from pathlib import Path
from shutil import copy

ROOT = Path(__file__).resolve().parent.parent
KINDS = tuple(sorted(file.parent.name for file in (ROOT / "templates").glob("*/kind.toml")))
"""The shipped kinds; each has a sample."""


def sample(kind: str) -> Path:
    """The sample workbook of a kind."""
    return ROOT / "samples" / f"{kind}.xlsx"


def with_pictures(folder: Path) -> Path:
    """`folder`, made, with the pictures that sample workbooks name: those are looked for beside the workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (ROOT / "samples").iterdir():
        if file.suffix in (".png", ".jpg"):
            copy(file, folder)
    return folder
