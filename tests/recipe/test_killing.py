"""A run that is killed loses nothing and spoils nothing, and the next one goes on (`killing.py`; more in interop)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("how", "kills"), [("steps", 60), ("moments", 20)])
def test_runs_that_are_killed_give_what_one_gives_that_is_not(tmp_path: Path, how: str, kills: int) -> None:
    program = [sys.executable, "-m", "tests.recipe.killing", str(tmp_path), how, str(kills), "1"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    killed, finished = map(int, done.stdout.split())
    assert killed == kills
    assert finished >= 1
