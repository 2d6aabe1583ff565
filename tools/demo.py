"""Make every sample: `python -m tools.demo OUT` writes OUT/<kind>/*.docx and *.pdf from the sample workbooks."""

from __future__ import annotations

import sys
from pathlib import Path

import ita_docs
from tools.samples import sample_of

SAMPLES = Path(__file__).parents[1] / "samples"


def main(out: Path) -> int:
    """The number of errors: 0 when every sample is whole."""
    failed = 0
    for kind in ita_docs.list_kinds():
        report = ita_docs.make(kind, SAMPLES / f"{sample_of(kind.name)}.xlsx", out / kind.name, force=True, pdf=True)
        pages = sum(item.pages or 0 for item in report.made)
        print(f"{kind.title}: {len(report.made)} DOCX, {pages} pages of PDF → {out / kind.name}")
        # an office of the shared workbook that has nothing for a kind is no failure
        errors = [item for item in report.problems if item.severity == "error" and item.code != "nothing-to-show"]
        failed += len(errors)
        for item in errors + [item for item in report.problems if item.severity == "warning"]:
            print("  ", item.severity, *filter(None, (item.sheet, item.cell)), item.message)
    return failed


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(Path(sys.argv[1])))
