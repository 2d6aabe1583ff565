"""`--jobs` as a person meets it: nothing to see but the time, also when it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from ita_docs.cli.given import MOST_JOBS, usual_jobs

from ..recipe.test_crew import is_running, until
from ..recipe.test_making import MEMO
from ..word.templates import paragraphs
from .test_commands import ROOT, SAMPLE, run

SCRIPT = """
import signal, subprocess, sys
# whoever runs the tests in the background ignores Ctrl-C
signal.signal(signal.SIGINT, signal.default_int_handler)
class Noted(subprocess.Popen):
    def __init__(self, *given, **options):
        super().__init__(*given, **options)
        with open("helpers", "a") as file:
            file.write(f"{self.pid}\\n")
subprocess.Popen = Noted
from ita_docs.cli import entry
sys.exit(entry())
"""
"""The console script, noting the processes that it starts; nothing keeps it from running when it is imported."""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_stopped_in_the_middle_nobody_goes_on(how: signal.Signals, status: int) -> None:
    plain = {name: str(value).replace("\n", " ") for name, value in MEMO.items()}
    rows = [",".join({**plain, "เลขอ้างอิง": f"M-{n}"}.values()) for n in range(2000)]
    Path("many.csv").write_text("\n".join([",".join(plain), *rows]), encoding="utf-8")
    Path("script.py").write_text(SCRIPT, encoding="utf-8")
    arguments = ("make", "memo", "many.csv", "-o", "out", "--pdf", "--jobs", "2", "--quiet")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # a terminal sends Ctrl-C to every process of its foreground group
    running = subprocess.Popen(
        [sys.executable, "script.py", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )
    helpers = Path("helpers")
    assert until(lambda: helpers.exists() and helpers.read_text() != "")
    (helper,) = map(int, helpers.read_text().split())
    time.sleep(0.4)
    assert running.poll() is None
    assert is_running(helper)
    os.killpg(running.pid, how)
    stopped = time.monotonic()
    out, error = running.communicate(timeout=20)
    assert time.monotonic() - stopped < 5
    assert running.returncode == status
    assert out == b""
    assert "Traceback" not in error.decode()
    assert ("หยุดตามคำสั่ง" in error.decode()) == (how == signal.SIGINT)
    assert until(lambda: not is_running(helper), 5)
    made = list(Path("out").glob("*.docx"))
    assert 0 < len(made) < 2000
    for path in made[-20:]:
        docx.Document(str(path))
    for path in Path("out").glob("*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF")


def test_what_is_printed_does_not_tell_how_many_worked(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for jobs in ((), ("--jobs", "1"), ("--jobs", "3")):
        assert run("make", "memo", SAMPLE, "-o", "out", "--pdf", "--force", "--json", *jobs) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5"])
def test_a_number_of_processes_that_cannot_be(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run("pdf", "a.docx", "--jobs", jobs)
    assert raised.value.code == 2
    assert "--jobs" in capsys.readouterr().err


def test_as_many_processes_as_this_one_may_use_cores() -> None:
    probe = "import os\nfrom ita_docs.cli.given import usual_jobs\nprint(usual_jobs())"
    assert 1 <= usual_jobs() <= MOST_JOBS
    if hasattr(os, "sched_setaffinity"):
        one = f"import os; os.sched_setaffinity(0, {{min(os.sched_getaffinity(0))}})\n{probe}"
        done = subprocess.run([sys.executable, "-c", one], capture_output=True, text=True, check=True, cwd=ROOT)
        assert done.stdout.strip() == "1"


def test_little_work_loads_nothing_for_sharing_it() -> None:
    for name in ("a.docx", "b.docx"):
        Path(name).write_bytes(paragraphs("ข้อความ"))
    probe = (
        "import sys\nfrom ita_docs.cli import main\nfrom ita_docs.recipe import crew\n"
        # whatever else the machine does, the work is little
        "crew.PATIENCE = 60\nmain(['pdf', 'a.docx', 'b.docx', '--jobs', '4', '--quiet'])\n"
        "names = ('multiprocessing', 'subprocess', 'ita_docs.recipe.helper')\n"
        "print([name for name in names if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, env=environment)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
