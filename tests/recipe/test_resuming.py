"""A second run keeps what is still what would be made, and makes exactly the rest again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind

from ..pages.documents import docx as document
from ..pages.documents import field, p
from ..word.templates import OTHER_PICTURE, PICTURE, paragraphs
from .small import TEXTS, THINGS, book, codes, files, frames, plain, remade, rows, slip, times

REFS = ("ก", "ข", "ค")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("kinds") / "slip")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_nothing_changed_nothing_made(kind: Kind, out: Path) -> None:
    table = frames([*rows(*REFS), ("ง", "")], ("ก", "โต๊ะ"))
    run: Callable[[], ita_docs.Report] = lambda: ita_docs.make(kind, table, out, pdf=True)  # noqa: E731
    first = run()
    before, when = files(out), times(out)
    assert len(before) == 6
    second, third = run(), run()
    assert [item.kept for item in second.made] == [True] * 3
    assert second.seconds == (None,) * 3
    assert plain(first) == plain(second) == plain(third)
    assert (files(out), times(out)) == (before, when)


CHANGES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a cell": ({"table": rows(*REFS, ข="อื่น")}, ["ข"]),
    "a cell of a child row": ({"things": (("ก", "ตู้"), ("ข", "เก้าอี้"))}, ["ก"]),
    "a child row more": ({"things": (("ก", "โต๊ะ"), ("ข", "เก้าอี้"), ("ค", "ตู้"))}, ["ค"]),
    "a child row less": ({"things": (("ก", "โต๊ะ"),)}, ["ข"]),
    "a row above": ({"table": rows("ฮ", *REFS)}, ["ฮ"]),
    "rows the other way round": ({"table": rows(*reversed(REFS))}, []),
    "child rows the other way round": ({"things": (("ข", "เก้าอี้"), ("ก", "โต๊ะ"))}, []),
    "digits": ({"numerals": "arabic"}, [*REFS]),
    "an office's profile": ({"settings": ita_docs.Settings(address="ถนนอื่น")}, [*REFS]),
    "phrases that keep their digits": ({"settings": ita_docs.Settings(keep_digits=("A4",))}, [*REFS]),
    "who signs for copies": ({"settings": ita_docs.Settings(phone="02")}, []),
    "a date that nothing shows": ({"today": date(2024, 1, 1)}, []),
    "the time limit, and who asks": ({"seconds": 7.0, "caller": "ใคร", "command": ("make",)}, []),
    "processes": ({"jobs": 2}, []),
    "force": ({"force": True}, [*REFS]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_made_again_and_nothing_else(name: str, kind: Kind, out: Path) -> None:
    given: dict[str, Any] = {"table": rows(*REFS), "things": (("ก", "โต๊ะ"), ("ข", "เก้าอี้"))}

    def run(changes: dict[str, Any]) -> ita_docs.Report:
        options = {**given, **changes}
        return ita_docs.make(kind, frames(options.pop("table"), *options.pop("things")), out, **options)

    assert remade(run({})) == [*REFS]
    changes, wanted = CHANGES[name]
    assert remade(run(changes)) == wanted
    assert remade(run({name: value for name, value in changes.items() if name != "force"})) == []


def test_the_template_and_the_kind(tmp_path: Path, out: Path) -> None:
    kind = slip(tmp_path / "slip")
    table = frames(rows(*REFS))
    ita_docs.make(kind, table, out)
    assert remade(ita_docs.make(ita_docs.load_kind(tmp_path / "slip"), table, out)) == []
    assert remade(ita_docs.make(slip(tmp_path / "slip", "ท้าย"), table, out)) == [*REFS]
    toml = tmp_path / "slip" / "kind.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("emblem_cm = 1", "emblem_cm = 2"), encoding="utf-8")
    assert remade(ita_docs.make(ita_docs.load_kind(tmp_path / "slip"), table, out)) == [*REFS]
    shutil.copytree(tmp_path / "slip", tmp_path / "elsewhere" / "slip")
    assert remade(ita_docs.make(ita_docs.load_kind(tmp_path / "elsewhere" / "slip"), table, out)) == []


def test_pictures_by_their_bytes(kind: Kind, tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.png").write_bytes(PICTURE)
    (tmp_path / "b.png").write_bytes(PICTURE)
    given = book(tmp_path / "slips.csv", [("ก", "หนึ่ง", "a.png"), ("ข", "สอง", "b.png"), ("ค", "สาม", "")])
    (tmp_path / "emblem.png").write_bytes(PICTURE)
    run: Callable[..., list[str]] = lambda **more: remade(  # noqa: E731
        ita_docs.make(kind, given, out, emblem=tmp_path / "emblem.png", **more)
    )
    assert run() == [*REFS]
    os.utime(tmp_path / "a.png", ns=(1, 1))
    assert run() == []
    (tmp_path / "a.png").write_bytes(OTHER_PICTURE)
    assert run() == ["ก"]
    (tmp_path / "emblem.png").write_bytes(OTHER_PICTURE)
    assert run() == [*REFS]
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("a.png", "b.png", "slips.csv"):
        (tmp_path / name).rename(moved / name)
    given = moved / "slips.csv"
    assert run() == []


PIECES = field("DATE", "1").replace("DATE", 'DA</w:instrText></w:r><w:r><w:instrText>TE \\@ "d/M/yy"')
DATES = {
    "the tag": (paragraphs(*TEXTS, THINGS, "{{ today }}"), [*REFS]),
    "a field": (document(p("{{ ref }}") + p(field('DATE \\@ "d MMMM yyyy"', "1"))), [*REFS]),
    "a field in small letters": (document(p("{{ ref }}") + p(field('date \\@ "d/M/yy"', "1"))), [*REFS]),
    "a field in pieces": (document(p("{{ ref }}") + p(PIECES)), [*REFS]),
    "the date it was saved": (document(p("{{ ref }}") + p(field('SAVEDATE \\@ "d/M/yy"', "1"))), []),
    "none": (paragraphs("{{ ref }}"), []),
}


@pytest.mark.parametrize("name", DATES)
def test_another_day_where_documents_show_the_day(name: str, tmp_path: Path, out: Path) -> None:
    template, wanted = DATES[name]
    kind = slip(tmp_path / "slip")
    kind.template.write_bytes(template)
    run: Callable[[int], ita_docs.Report] = lambda day: ita_docs.make(  # noqa: E731
        kind, frames(rows(*REFS)), out, pdf=True, today=date(2024, 1, day)
    )
    run(1)
    first = files(out)
    assert remade(run(1)) == []
    assert remade(run(2)) == wanted
    assert (files(out) != first) == bool(wanted)


def test_another_version_of_the_program(kind: Kind, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ita_docs.make(kind, frames(rows(*REFS)), out)
    monkeypatch.setattr(ita_docs, "__version__", "99")
    assert remade(ita_docs.make(kind, frames(rows(*REFS)), out)) == [*REFS]
    assert remade(ita_docs.make(kind, frames(rows(*REFS)), out)) == []


def test_fonts_that_layouts_may_find(kind: Kind, tmp_path: Path, out: Path) -> None:
    for name in ("one", "two", "other"):
        (tmp_path / name).mkdir()
        shutil.copy(ROOT / "fonts" / "THSarabunNew.ttf", tmp_path / name / "a.ttf")
    shutil.copy(ROOT / "fonts" / "Caladea-Bold.ttf", tmp_path / "other" / "b.ttf")

    def run(folder: str) -> list[str]:
        options = ita_docs.PdfOptions(font_dirs=(tmp_path / folder,))
        return remade(ita_docs.make(kind, frames(rows("ก")), out, pdf=True, pdf_options=options))

    assert [run("one"), run("one"), run("two"), run("other"), run("other")] == [["ก"], [], [], ["ก"], []]


def test_pdfs_later(kind: Kind, out: Path) -> None:
    table = frames(rows(*REFS))
    ita_docs.make(kind, table, out)
    before, when = files(out), times(out)
    second = ita_docs.make(kind, table, out, pdf=True)
    assert [item.pdf for item in second.made] == ["ก.pdf", "ข.pdf", "ค.pdf"]
    assert {name: files(out)[name] for name in before} == before
    assert {name: times(out)[name] for name in when} == when
    assert remade(ita_docs.make(kind, table, out)) == []
    assert remade(ita_docs.make(kind, table, out, pdf=True)) == []


def test_documents_made_by_force_do_not_make_their_pdfs_old(kind: Kind, out: Path) -> None:
    table = frames(rows("ก"))
    ita_docs.make(kind, table, out, pdf=True)
    assert codes(ita_docs.make(kind, table, out, force=True)) == []
    assert remade(ita_docs.make(kind, table, out, pdf=True)) == []


def test_a_pdf_of_older_data_is_told_until_it_is_made(kind: Kind, out: Path) -> None:
    ita_docs.make(kind, frames(rows("ก")), out, pdf=True)
    changed = frames(rows("ก", ก="อื่น"))
    assert codes(ita_docs.make(kind, changed, out)) == ["pdf-is-older"]
    assert codes(ita_docs.make(kind, changed, out)) == ["pdf-is-older"]
    again = ita_docs.make(kind, changed, out, pdf=True)
    assert remade(again) == ["ก"]
    assert "pdf-is-older" not in codes(again)
    assert (out / "ก.pdf").read_bytes() == again_alone(kind, changed, out.with_name("alone"))


def again_alone(kind: Kind, table: Any, out: Path) -> bytes:
    ita_docs.make(kind, table, out, pdf=True)
    return (out / "ก.pdf").read_bytes()


@pytest.mark.parametrize("name", ["ข.docx", "ข.pdf"])
def test_a_file_that_somebody_deleted_is_there_again(name: str, kind: Kind, out: Path) -> None:
    table = frames(rows(*REFS))
    ita_docs.make(kind, table, out, pdf=True)
    before = files(out)
    (out / name).unlink()
    assert remade(ita_docs.make(kind, table, out, pdf=True)) == ["ข"]
    assert files(out) == before


def test_a_file_that_somebody_edited_is_kept(kind: Kind, out: Path) -> None:
    ita_docs.make(kind, frames(rows(*REFS)), out)
    edited = paragraphs("แก้แล้ว")
    (out / "ข.docx").write_bytes(edited)
    kept = ita_docs.make(kind, frames(rows(*REFS)), out)
    assert (remade(kept), codes(kept)) == ([], ["edited-kept"])
    changed = frames(rows(*REFS, ข="อื่น"))
    beside = ita_docs.make(kind, changed, out)
    assert (remade(beside), codes(beside)) == (["ข"], ["edited-since"])
    assert beside.made[1].docx == "ข (ใหม่).docx"
    again = ita_docs.make(kind, changed, out)
    assert (remade(again), codes(again), again.made[1].docx) == ([], ["edited-since"], "ข (ใหม่).docx")
    assert (out / "ข.docx").read_bytes() == edited
    forced = ita_docs.make(kind, changed, out, force=True)
    assert (codes(forced), forced.made[1].docx) == ([], "ข.docx")
    assert (out / "ข.docx").read_bytes() == (out / "ข (ใหม่).docx").read_bytes()


@pytest.mark.parametrize("left", [b"", bytes(5000), b"PK\3\4", None])
def test_what_a_power_cut_left_is_no_edit(left: bytes | None, kind: Kind, out: Path) -> None:
    table = frames(rows(*REFS))
    ita_docs.make(kind, table, out, pdf=True)
    before = files(out)
    for name in ("ก.docx", "ข.pdf"):
        (out / name).write_bytes(before[name][:-700] if left is None else left)
    again = ita_docs.make(kind, table, out, pdf=True)
    assert remade(again) == ["ก", "ข"]
    assert {"edited-kept", "edited-since"}.isdisjoint(codes(again))
    assert files(out) == before


def test_hashes_do_not_hang_on_chance(tmp_path: Path) -> None:
    program = (
        "import sys, ita_docs\nfrom ita_docs.cli import main\n"
        "sys.exit(main(['make', 'minutes', sys.argv[1], '-o', sys.argv[2], '--json', '--today', '2024-01-01']))"
    )
    said = []
    for seed in ("1", "2"):
        given = [sys.executable, "-c", program, str(ROOT / "samples" / "minutes.xlsx"), str(tmp_path)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(given, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout.count('"kept": true'))
    assert said == [0, 5]


def test_copies_and_originals_do_not_hide_each_other(out: Path) -> None:
    memo = ita_docs.load_kind("memo")
    given = ROOT / "samples" / "memo.xlsx"
    only = (("เลขอ้างอิง", "M-001"),)
    ita_docs.make(memo, given, out, only=only)
    copies = replace(ita_docs.MakeOptions(only=only), copy="สำเนา")
    assert remade(ita_docs.make(memo, given, out, copies)) == ["M-001"]
    assert remade(ita_docs.make(memo, given, out, copies)) == []
    assert remade(ita_docs.make(memo, given, out, only=only)) == []
