"""Our files in programs that no one here wrote: LibreOffice, poppler, pdf.js, PDFBox. A missing tool fails."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = tuple(sorted(file.parent.name for file in (ROOT / "templates").glob("*/kind.toml")))
"""The shipped kinds; each has a sample."""


def sample(kind: str) -> Path:
    """The sample workbook of a kind."""
    return ROOT / "samples" / f"{kind}.xlsx"
