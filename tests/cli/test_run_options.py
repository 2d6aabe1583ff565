"""`make` with a log, a time limit, or other machines; stopped by the person, and given again."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ita_docs.recipe import orders
from ita_docs.recipe.manifest import FILE_NAME

from ..recipe.small import book, files, rows, slip
from ..recipe.test_crew import until
from .test_commands import ROOT, run
from .test_jobs import SCRIPT

REFS = ("ก", "ข", "ค")
MAKE = ("make", "slip", "slips.csv", "--kinds", "kinds", "-o", "out")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    slip(Path("kinds/slip"))
    book(Path("slips.csv"), rows(*REFS))


def log() -> list[str]:
    """The lines of the log, without their times."""
    lines = Path("run.log").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (INFO|WARNING|ERROR) ", line), line
    return [line[24:] for line in lines]


def test_the_log_tells_what_a_run_did() -> None:
    book(Path("slips.csv"), [*rows("ก", "ข"), ("ค", "")])
    assert run(*MAKE, "--log", "run.log") == 1
    first, *done, problem, last = log()
    assert first == f"INFO ita-docs {' '.join(MAKE)} --log run.log"
    assert done == ["INFO 1/3 ก.docx", "INFO 2/3 ข.docx", "INFO 3/3 -"]
    assert problem.startswith("ERROR missing-value slips!B4 ")
    assert last == "INFO made 2, kept 0, refused 1"
    run(*MAKE, "--log", "run.log")
    assert log()[:6] == [first, *done, problem, last]
    assert log()[-1] == "INFO made 0, kept 2, refused 1"


def test_the_log_tells_why_a_run_did_not_begin() -> None:
    assert run(*MAKE, "--name", "{ไม่มี}", "--log", "run.log") == 2
    assert [line.split()[0] for line in log()] == ["INFO", "ERROR"]
    assert "{ไม่มี}" in log()[1]


@pytest.mark.parametrize("path", ["none/run.log", "kinds"])
def test_a_log_that_cannot_be_written(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*MAKE, "--log", path) == 2
    assert path in capsys.readouterr().err
    assert not Path("out").exists()


def test_a_full_disk_under_the_log_does_not_hide_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*MAKE, "--log", "/dev/full", "--json") == 0
    shown = capsys.readouterr()
    assert [item["ref"] for item in json.loads(shown.out)["made"]] == [*REFS]
    assert len(shown.err.splitlines()) == 1
    assert "/dev/full" in shown.err
    assert len(files(Path("out"))) == 3


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "soon", "1e6"])
def test_time_limits_that_cannot_be(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(*MAKE, "--timeout", seconds)
    assert raised.value.code == 2
    assert "--timeout" in capsys.readouterr().err


def test_a_time_limit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    real = orders.Workshop.make

    def slow(shop: orders.Workshop, order: orders.Order) -> orders.Product:
        while order.name == "ข.docx":
            pass
        return real(shop, order)

    monkeypatch.setattr(orders.Workshop, "make", slow)
    assert run(*MAKE, "--timeout", "0.5", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert [item["ref"] for item in said["refused"]] == ["ข"]
    assert [item["code"] for item in said["problems"]] == ["document-too-slow"]


@pytest.mark.parametrize("address", ["10.0.0.1:8786", "dask:10.0.0.1", "http://x", ""])
def test_what_is_no_address(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*MAKE, "--executor", address) == 2
    assert "dask://HOST:PORT" in capsys.readouterr().err


def test_without_the_package(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(*MAKE, "--executor", "dask://10.0.0.1:8786") == 2
    assert "pip install 'ita-docs[cluster]'" in capsys.readouterr().err
    assert not Path("out").exists()


def test_the_zip_has_the_workbooks_name_unless_told() -> None:
    assert run(*MAKE, "--zip") == 0
    assert run(*MAKE, "--zip", "b/c") == 0
    assert {"slips.zip", "b/c.zip"} <= files(Path("out")).keys()


def test_options_that_cannot_be_say_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*MAKE, "--name", "{เรื่อง}") == 2
    assert "{เลข}, {ข้อความที่ว่า}" in capsys.readouterr().err


def test_stopped_by_the_person_and_given_again() -> None:
    refs = [f"M-{number}" for number in range(1500)]
    book(Path("slips.csv"), rows(*refs))
    Path("script.py").write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    given = [sys.executable, "script.py", *MAKE, "--jobs", "1", "--log", "run.log"]
    with subprocess.Popen(given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert until(lambda: Path("out").exists() and len(list(Path("out").glob("*.docx"))) > 20)
        running.send_signal(signal.SIGINT)
        out, error = running.communicate(timeout=20)
    assert (running.returncode, out) == (130, b"")
    assert error.decode().startswith("หยุดตามคำสั่ง")
    assert log()[-1].startswith("ERROR KeyboardInterrupt")
    made = len(files(Path("out")))
    assert 20 < made < 1500
    assert '"end"' not in Path("out", FILE_NAME).read_text(encoding="utf-8")
    book(Path("slips.csv"), rows(*refs[: made + 5]))
    whole = files(Path("out")).keys() | {f"{ref}.docx" for ref in refs[: made + 5]}
    assert run(*MAKE, "--jobs", "1") == 0
    assert files(Path("out")).keys() == whole
    assert run(*MAKE[:-1], "other", "--jobs", "1") == 0
    assert files(Path("other")) == files(Path("out"))
