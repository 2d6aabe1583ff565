"""A Dask cluster of this machine: a scheduler and workers, real processes that speak over the loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from time import monotonic, sleep
from typing import Any

from distributed import Client

from . import ROOT


def until(true: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait for something to become true."""
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "not in time"
        sleep(0.02)


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass(slots=True)
class Workers:
    """A scheduler, and the workers that it has, each with a folder of its own below `folder`."""

    folder: Path
    port: int = field(default_factory=free_port)
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)
    client: Any = None

    def __enter__(self) -> Workers:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._start("scheduler", "--port", str(self.port), "--no-show")
        self.client = Client(self.tcp, timeout=30, set_as_default=False)
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.kill()

    @property
    def tcp(self) -> str:
        """The scheduler's address as Dask writes it."""
        return f"tcp://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """The same as `--executor` takes it."""
        return f"dask://127.0.0.1:{self.port}"

    def add(self, *options: str, package: Path = ROOT) -> None:
        """Start a worker of one thread, with the program in `package`, and wait for it."""
        before = len(self.client.nthreads())
        own = self.folder / f"worker-{len(self.started)}"
        self._start(
            "worker", self.tcp, "--nthreads", "1", "--local-directory", str(own), "--no-dashboard", *options,
            package=package,
        )  # fmt: skip
        until(lambda: len(self.client.nthreads()) > before)

    def processes(self) -> Mapping[str, int]:
        """The number of each worker's process, by its address."""
        return dict(self.client.run(os.getpid))

    def kill(self, *, scheduler: bool = True) -> None:
        """End the workers, those who would start them again, and the scheduler, whatever they are doing."""
        for process in self.started if scheduler else self.started[1:]:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.started = [] if scheduler else self.started[:1]

    def _start(self, what: str, *options: str, package: Path = ROOT) -> None:
        with (self.folder / f"{what}-{len(self.started)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", what, "--host", "127.0.0.1", *options],
                cwd=self.folder,
                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": str(package)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.started.append(process)
