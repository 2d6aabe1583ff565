"""What the tests share: LibreOffice, every sample made by the command, and its pages."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from . import KINDS, ROOT, chosen, sample
from .documents import drawings, for_libreoffice, furniture, paragraphs, repeated_headings
from .matching import Matching, match
from .office import Office
from .pages import Page, pages_of
from .series import between
from .typefaces import install

TOOLS = ("soffice", "pdftotext", "pdffonts", "pdftohtml", "pdfinfo", "node", "java")
TODAY = "2024-06-26"


def pytest_configure() -> None:
    missing = [tool for tool in TOOLS if which(tool) is None]
    if missing:
        raise pytest.UsageError(f"{', '.join(missing)} not installed: run `sh interop/install.sh`")
    if find_spec("distributed") is None:
        raise pytest.UsageError("distributed not installed: run `make interop`, or pip install '.[cluster]'")


@dataclass(frozen=True, slots=True)
class Run:
    """What the command did: its exit status and its JSON report; documents are under `out`.

    inside: the references of the documents inside a series, whose ends stand for them where they are laid out.
    """

    status: int
    report: dict[str, list[dict[str, object]]]
    out: Path
    inside: frozenset[str] = frozenset()

    @property
    def documents(self) -> list[Path]:
        """The documents made, in the sheet's order."""
        return [self.out / str(item["docx"]) for item in self.report["made"]]

    @property
    def different(self) -> dict[str, Path]:
        """Reference → document, but for those inside a series."""
        made = zip(self.report["made"], self.documents, strict=True)
        return {str(item["ref"]): docx for item, docx in made if item["ref"] not in self.inside}


def command(*arguments: str | Path, folder: Path, stderr: bool = False) -> Run:
    """Run `ita-docs make … -o folder/made --json` from `folder`, which holds no office profile.

    `stderr` says whether it has to say something there; nobody expects a traceback.
    """
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "made"
    done = subprocess.run(
        [sys.executable, "-m", "ita_docs", "make", *map(str, arguments), "-o", str(out), "--today", TODAY, "--json"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = done.stderr.decode("utf-8", "replace")
    assert bool(said) == stderr, said
    assert "Traceback" not in said, said
    return Run(done.returncode, json.loads(done.stdout), out)


@dataclass(frozen=True, slots=True)
class Laid:
    """A document made, its PDF by LibreOffice, the PDF's pages, and where each paragraph stands on them."""

    ref: str
    docx: Path
    pdf: Path
    pages: list[Page]
    matching: Matching


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice with the bundled fonts."""
    folder = tmp_path_factory.mktemp("office")
    return Office.at(folder, install(folder))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Every kind's sample, made by the command: of annual reports some offices."""
    folder = tmp_path_factory.mktemp("samples")
    made = {kind: command(kind, sample(kind), *chosen(kind), folder=folder / kind) for kind in KINDS}
    return {kind: replace(run, inside=between(kind)) for kind, run in made.items()}


@pytest.fixture(scope="session")
def laid(samples: dict[str, Run], office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Laid]]:
    """Every document of every kind as pages, of a series its ends; LibreOffice starts once a kind."""
    folder = tmp_path_factory.mktemp("laid")
    found: dict[str, list[Laid]] = {}
    for kind, made in samples.items():
        copies = {docx: for_libreoffice(docx, folder / kind) for docx in made.different.values()}
        pdfs = office.convert(copies.values(), "pdf", folder / kind)
        found[kind] = []
        for ref, docx in made.different.items():
            pdf = pdfs[copies[docx]]
            pages = pages_of(pdf)
            matching = match(paragraphs(docx), pages, furniture(docx), repeated_headings(docx), drawings(docx))
            found[kind].append(Laid(ref, docx, pdf, pages, matching))
    return found
