"""Every document of every sample, laid out: what stands on its pages, line by line, is what tests/golden says.

`pytest tests/templates/test_golden.py --accept` takes what is there now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

import pytest

import ita_docs
from ita_docs import resources
from ita_docs.pages.model import Layout
from ita_docs.painting.pdf import PdfOptions
from ita_docs.recipe.finishing import Finish, finish
from ita_docs.records.record import Record
from ita_docs.word.documents import Dress, Writer

from .test_every_kind import sample

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
KINDS = [kind.name for kind in ita_docs.list_kinds()]
TODAY = date(2024, 6, 26)


@pytest.fixture
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only the bundled fonts, whatever this machine has: lines break where they do on any other."""
    monkeypatch.setattr(resources, "system_font_folders", tuple)
    resources.installed_fonts.cache_clear()
    yield
    resources.installed_fonts.cache_clear()


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize("name", KINDS)
def test_sample_prints_what_it_did(name: str, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / name
    now = dict(printed(name))
    if request.config.getoption("--accept"):
        _accept(folder, now)
    golden = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    said = differences(golden, now)
    if said:
        pytest.fail(
            "\n".join([f"{name}:", *said, "(if that is right: pytest tests/templates/test_golden.py --accept)"]), False
        )


def differences(golden: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What the two differ in, by reference, as lines to read."""
    said: list[str] = []
    for ref in sorted({*golden, *now}):
        if ref not in golden:
            said.append(f"{ref}.txt is missing")
        elif ref not in now:
            said.append(f"{ref}.txt is of no document")
        else:
            pair = (text.splitlines() for text in (golden[ref], now[ref]))
            said += unified_diff(*pair, f"{ref}.txt", "now", lineterm="", n=2)
    return said


def test_missing_surplus_and_changed_texts_are_told() -> None:
    assert differences({"1": "ก\n"}, {"1": "ก\n"}) == []
    assert differences({"1": "ก\n"}, {"2": "ก\n"}) == ["1.txt is of no document", "2.txt is missing"]
    assert differences({"1": "ก\nข\n"}, {"1": "ก\nค\n"})[-2:] == ["-ข", "+ค"]


def test_no_golden_text_is_of_a_kind_that_is_not_there() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(KINDS)


def printed(name: str) -> Iterator[tuple[str, str]]:
    """Reference and text of every document of a kind's sample."""
    kind = ita_docs.load_kind(name)
    checked = sample(name)
    writer = Writer(kind, Dress.of(kind, ita_docs.Settings(), today=TODAY))
    wanted = Finish(writer.refers, False, False, PdfOptions(), writer.yielding, writer.contents)
    for record in ends_of_series(checked.records):
        data = writer.write(record)
        yield record.ref, text_of(ita_docs.lay_out(finish(data, f"{record.ref}.docx", wanted).kept or data))


def ends_of_series(records: Sequence[Record]) -> Iterator[Record]:
    """The records; of those that one row of the main sheet makes, by another sheet, the first and the last."""
    for _, series in groupby(records, lambda record: (record.sheet, record.ref.rpartition("-")[0])):
        found = list(series)
        main = found[0].sheet == found[0].kind.table.sheet
        yield from found if main or len(found) < 2 else (found[0], found[-1])


def text_of(layout: Layout) -> str:
    """The lines of every page, from top to bottom and left to right, a line above each page."""
    lines = []
    for number, page in enumerate(layout.pages, 1):
        lines.append(f"──── หน้า {number} ────")
        placed = sorted(page.lines(), key=lambda line: (round(line.baseline), round(line.x)))
        lines += [line.line.text.replace("\t", " → ").strip() for line in placed if line.line.text.strip()]
    return "\n".join(lines) + "\n"


def _accept(folder: Path, now: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.txt"):
        path.unlink()
    for ref, text in now.items():
        (folder / f"{ref}.txt").write_text(text, encoding="utf-8", newline="\n")
