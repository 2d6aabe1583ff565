"""Our files in programs that no one here wrote: LibreOffice, poppler, pdf.js, PDFBox. A missing tool fails."""

from pathlib import Path
from shutil import copy, copytree

from tools.samples import sample_of

ROOT = Path(__file__).resolve().parent.parent
KINDS = tuple(sorted(file.parent.name for file in (ROOT / "templates").glob("*/kind.toml")))
"""The shipped kinds; each has a sample."""
REPORTS = tuple(kind for kind in KINDS if sample_of(kind) == "ita_reports")
"""Those made of the workbook of all offices."""
OFFICES = ("NPM1", "NKP", "NKIM", "RET", "KKNM", "NWT2")
"""Of its 45 offices: one with published figures only, and the five whose reports are told in full."""
REFUSED = {"measures": ("NPM1",), "oit_report": ("NPM1",), "score_card": ("NPM1", "NKIM")}
"""Those that have nothing to show in a kind that needs something."""


def sample(kind: str) -> Path:
    """The sample workbook of a kind."""
    return ROOT / "samples" / f"{sample_of(kind)}.xlsx"


def only(kind: str) -> tuple[tuple[str, str], ...]:
    """Which rows of a kind's sample are looked at, as `MakeOptions.only` says it: of `REPORTS` those of `OFFICES`."""
    return tuple(("รหัส", office) for office in OFFICES) if kind in REPORTS else ()


def chosen(kind: str) -> list[str]:
    """The same as options of the command."""
    return [option for name, value in only(kind) for option in ("--only", f"{name}={value}")]


def with_pictures(folder: Path) -> Path:
    """`folder`, made, with the files that sample workbooks name: those are looked for beside the workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (ROOT / "samples").iterdir():
        if file.is_dir():
            copytree(file, folder / file.name, dirs_exist_ok=True)
        elif file.suffix in (".png", ".jpg"):
            copy(file, folder)
    return folder
