"""Runs that are killed, more often than `make test` has time for, and as whole commands with other processes."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.recipe.killing import files

from . import ROOT

MEMOS = 120


@pytest.mark.parametrize(("how", "kills", "seed"), [("steps", 100, 2), ("moments", 140, 3)])
def test_two_hundred_kills(tmp_path: Path, how: str, kills: int, seed: int) -> None:
    program = [sys.executable, "-m", "tests.recipe.killing", str(tmp_path), how, str(kills), str(seed)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    killed, finished = map(int, done.stdout.split())
    assert killed == kills
    assert finished >= 1


def test_a_command_with_two_processes(tmp_path: Path) -> None:
    """Killed ten times while it makes memos with their PDFs, it has at last what one makes that is not."""
    book = workbook(tmp_path / "memos.xlsx")

    def begun(out: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "ita_docs", "make", "memo", str(book), "-o", str(tmp_path / out), "--pdf"]
        return subprocess.Popen([*command, "--quiet", *options], cwd=ROOT, stdout=subprocess.PIPE)

    started = time.monotonic()
    whole = begun("whole", "--jobs", "1")
    whole.communicate()
    took = time.monotonic() - started
    assert whole.returncode == 0
    dice = random.Random(4)
    for _ in range(10):
        run = begun("out", "--jobs", "2")
        time.sleep(dice.uniform(0.3, took / 3))
        run.send_signal(signal.SIGKILL)
        run.communicate()
    last = begun("out", "--jobs", "2")
    said = last.communicate()[0].decode()
    assert last.returncode == 0, said
    made, wanted = files(tmp_path / "out"), files(tmp_path / "whole")
    assert {name: made[name] for name in made if name != "report.xlsx"} == {
        name: wanted[name] for name in wanted if name != "report.xlsx"
    }
    assert len(made) == 2 * MEMOS + 1


def workbook(path: Path) -> Path:
    """Memos of one and of two pages."""
    from openpyxl import Workbook

    import ita_docs

    table = ita_docs.load_kind("memo").table
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.sheet)
    sheet.append([item.title for item in table.fields])
    for number in range(MEMOS):
        changes = {"ref": f"M-{number}", "body": f"เรื่องที่ {number} " * (20 + 300 * (number % 2))}
        sheet.append([changes.get(item.name, item.example) for item in table.fields])
    book.save(path)
    return path
