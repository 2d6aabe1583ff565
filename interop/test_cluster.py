"""Documents made by the workers of a real Dask cluster are those of this machine, byte for byte, whoever is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from time import monotonic
from typing import Any

import pytest
from psutil import Process

import ita_docs
from ita_docs.recipe.cluster import Cluster

from . import ROOT, sample, with_pictures
from .cluster import Workers, free_port, until

REGIONS = ("--only", "เขตตรวจราชการ=11", "--only", "เขตตรวจราชการ=12")
MANY = ["measure_report", str(sample("measure_report")), *REGIONS]
FEW = ["memo", str(sample("memo"))]


class Run:
    """`ita-docs make … --pdf --json` into `folder`/out, going on."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.out = folder / "out"
        chosen = ["-o", str(self.out), "--pdf", "--json", "--today", "2024-06-26", "--lang", "en"]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ita_docs", "make", *arguments, *chosen],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def wait_for_documents(self, count: int) -> None:
        """Wait until so many are there, and see that the run has not ended."""
        until(lambda: len(list(self.out.glob("*.docx"))) >= count)
        assert self._process.poll() is None

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)

    def ended(self, seconds: float = 120) -> tuple[int, dict[str, Any], str]:
        """Its exit status, its report, and what it said on stderr."""
        try:
            said, also = self._process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise
        return self._process.returncode, json.loads(said) if said else {}, also.decode()

    @property
    def files(self) -> dict[str, bytes]:
        """Everything it has made, but its journal."""
        return {path.name: path.read_bytes() for path in self.out.iterdir() if path.suffix in (".docx", ".pdf")}


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Workers]:
    """Two workers, one with a nanny, which starts it again when it ends."""
    with Workers(tmp_path / "cluster") as workers:
        workers.add("--nanny")
        workers.add("--no-nanny")
        yield workers


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[str]], Run]:
    """What one process makes of the same, made once."""
    known: dict[str, Run] = {}

    def made(arguments: list[str]) -> Run:
        run = known.get(arguments[0])
        if run is None:
            run = known[arguments[0]] = Run(tmp_path_factory.mktemp("alone"), *arguments, "--jobs", "1")
            assert run.ended()[0] == 0
        return run

    return made


@pytest.mark.parametrize("what", [FEW, MANY], ids=["memo", "measure_report"])
def test_workers_make_what_this_machine_makes(
    what: list[str], cluster: Workers, alone: Callable[[list[str]], Run], tmp_path: Path
) -> None:
    run = Run(tmp_path, *what, "--executor", cluster.address)
    status, report, said = run.ended()
    assert (status, said) == (0, "")
    assert run.files == alone(what).files
    assert len(report["made"]) * 2 == len(run.files) > 30
    # none was made here: every worker has a process that makes them
    assert len([pid for pid in cluster.processes().values() if Process(pid).children()]) == 2


@pytest.mark.parametrize("nanny", [True, False], ids=["with nanny", "without"])
def test_a_worker_that_is_killed_costs_nothing(
    nanny: bool, cluster: Workers, alone: Callable[[list[str]], Run], tmp_path: Path
) -> None:
    started = {process.pid for process in cluster.started}
    (victim,) = [pid for pid in cluster.processes().values() if (pid in started) != nanny]
    run = Run(tmp_path, *MANY, "--executor", cluster.address)
    run.wait_for_documents(2)
    os.kill(victim, signal.SIGKILL)
    status, report, said = run.ended()
    assert (status, said) == (0, "")
    assert run.files == alone(MANY).files
    assert not [item for item in report["problems"] if item["code"] == "cluster-lost"]


@pytest.mark.parametrize("scheduler", [False, True], ids=["workers", "all"])
def test_where_all_are_killed_this_machine_makes_the_rest(
    scheduler: bool, cluster: Workers, alone: Callable[[list[str]], Run], tmp_path: Path
) -> None:
    run = Run(tmp_path, *MANY, "--executor", cluster.address)
    run.wait_for_documents(2)
    cluster.kill(scheduler=scheduler)
    status, report, said = run.ended()
    assert (status, said) == (0, "")
    assert run.files == alone(MANY).files
    (lost,) = [item for item in report["problems"] if item["code"] == "cluster-lost"]
    assert cluster.address in lost["message"]


def test_ctrl_c_ends_the_run_and_the_next_goes_on(
    cluster: Workers, alone: Callable[[list[str]], Run], tmp_path: Path
) -> None:
    run = Run(tmp_path, *MANY, "--executor", cluster.address)
    run.wait_for_documents(2)
    run.interrupt()
    status, _, said = run.ended(seconds=20)
    assert status == 130
    assert "Traceback" not in said
    assert len(run.files) < len(alone(MANY).files)
    again = Run(tmp_path, *MANY, "--executor", cluster.address)
    status, report, _ = again.ended()
    assert status == 0
    assert again.files == alone(MANY).files
    assert any(item.get("kept") for item in report["made"])


def test_a_scheduler_that_is_not_there_is_told_in_seconds(tmp_path: Path) -> None:
    start = monotonic()
    status, report, said = Run(tmp_path, *FEW, "--executor", f"dask://127.0.0.1:{free_port()}").ended()
    assert (status, [item["code"] for item in report["problems"]]) == (2, ["cluster-unreachable"])
    assert monotonic() - start < 15
    assert len(said.splitlines()) <= 2


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    with Workers(tmp_path / "cluster") as cluster:
        status, report, _ = Run(tmp_path, *FEW, "--executor", cluster.address).ended()
    assert (status, [item["code"] for item in report["problems"]]) == (2, ["cluster-unreachable"])


def test_a_worker_of_another_version_is_named(tmp_path: Path) -> None:
    older = tmp_path / "older"
    copytree(ROOT / "ita_docs", older / "ita_docs", ignore=ignore_patterns("__pycache__"))
    first = older / "ita_docs" / "__init__.py"
    first.write_text(first.read_text(encoding="utf-8").replace(ita_docs.__version__, "0.0.1"), encoding="utf-8")
    with Workers(tmp_path / "cluster") as cluster:
        cluster.add("--no-nanny", package=older)
        status, report, _ = Run(tmp_path, *FEW, "--executor", cluster.address).ended()
    (item,) = report["problems"]
    assert (status, item["code"]) == (2, "cluster-differs")
    assert "0.0.1" in item["message"]


class Elsewhere(Executor):
    """A machine where `folder` is missing."""

    def __init__(self, cluster: Cluster, folder: Path) -> None:
        self._cluster = cluster
        self._folder = folder

    def submit(self, function: Callable[..., Any], /, *args: Any) -> Future[Any]:  # type: ignore[override]
        away = self._folder.rename(self._folder.with_name("away"))
        try:
            done: Future[Any] = Future()
            done.set_result(self._cluster.submit(function, *args).result())
            return done
        finally:
            away.rename(self._folder)


@pytest.mark.parametrize("folder", ["ita_photos", "ita_files"])
def test_a_file_that_a_worker_does_not_find_costs_its_row(folder: str, cluster: Workers, tmp_path: Path) -> None:
    book = Path(copy(sample("measure_report"), with_pictures(tmp_path / "books")))
    with Cluster(cluster.client) as workers:
        report = ita_docs.make(
            ita_docs.load_kind("measure_report"),
            book,
            tmp_path / "out",
            only=(("รหัส", "NKP"), ("รหัส", "RET")),
            executor=Elsewhere(workers, book.parent / folder),
        )
    assert [item.ref for item in report.made] == ["RET"]
    assert [item.ref for item in report.refused] == ["NKP"]
    (missing,) = [item for item in report.problems if item.severity == "error"]
    assert missing.code == "missing-file"
    assert missing.sheet
    assert missing.row
