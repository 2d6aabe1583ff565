"""Our archival files in a validator that no one here wrote: PDFBox preflight, which knows PDF/A-1b."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ita_docs.painting.merging import merge
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint
from tests.painting.test_archival import SAMPLES

from . import KINDS, REFUSED, chosen, sample
from .conftest import command
from .series import between

JAVA = Path("/usr/share/java")
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api", "commons-io")
VALID = '<isValid type="PDF/A1-b">true</isValid>'
VALIDATOR = "org.apache.pdfbox.preflight.Validator_A1b"


def faults(file: Path) -> list[str]:
    """What the validator finds wrong with a file; empty: it is valid."""
    classes = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
    done = subprocess.run(
        ["java", "-cp", classes, VALIDATOR, str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    said = done.stdout.strip().splitlines()
    assert said, done.stderr
    return [] if "is a valid PDF/A-1b file" in said[0] else said


def faults_of_all(folder: Path) -> dict[str, str]:
    """What the validator finds wrong with each PDF of `folder`, by name: one start for all, a report beside each."""
    classes = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
    subprocess.run(["java", "-cp", classes, VALIDATOR, "xml", "batch", str(folder)], timeout=240, check=False)
    found = {}
    for file in sorted(folder.glob("*.pdf")):
        said = file.with_name(f"{file.name}.preflight.xml").read_text("utf-8")
        if VALID not in said:
            found[file.name] = said
    return found


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_valid(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(paint(SAMPLES[name](), PaintOptions(pdfa="1b")))
    assert faults(file) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_sample_is_valid(kind: str, tmp_path: Path) -> None:
    made = command(kind, sample(kind), *chosen(kind), "--pdf", "--pdfa", "1b", "--merge", "all.pdf", folder=tmp_path)
    assert made.status == (kind in REFUSED)
    for item in made.report["made"]:
        # what is inside a series stands in the one PDF of all
        if item["ref"] in between(kind):
            (made.out / str(item["pdf"])).unlink()
    assert len(list(made.out.glob("*.pdf"))) == len(made.report["made"]) - len(between(kind)) + 1
    assert faults_of_all(made.out) == {}


def test_the_one_pdf_of_all_samples_is_valid(tmp_path: Path) -> None:
    parts = [(name, paint(made(), PaintOptions(pdfa="1b"))) for name, made in sorted(SAMPLES.items())]
    merge(parts, tmp_path / "all.pdf", pdfa="1b")
    merge(parts, tmp_path / "plain.pdf")
    assert faults(tmp_path / "all.pdf") == []
    assert faults(tmp_path / "plain.pdf") != []


def test_a_file_that_is_not_archival_is_found_out(tmp_path: Path) -> None:
    file = tmp_path / "plain.pdf"
    file.write_bytes(paint(SAMPLES["text"]()))
    (tmp_path / "right.pdf").write_bytes(paint(SAMPLES["text"](), PaintOptions(pdfa="1b")))
    assert faults(file) != []
    assert list(faults_of_all(tmp_path)) == ["plain.pdf"]
