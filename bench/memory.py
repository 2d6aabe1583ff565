"""The peak memory of a process and of those that it starts, on Linux."""

from __future__ import annotations

import threading
from pathlib import Path

PAUSE = 0.02
"""Seconds between two looks."""


class Watch:
    """Looks at a process and its descendants until it is left.

    In MB, None elsewhere: peak, the sum of their peaks; own, that of the process; largest_child, that of the largest of
    its descendants.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peaks: dict[int, int] = {}
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.join()

    @property
    def peak(self) -> float | None:
        return sum(self._peaks.values()) / 1024 if self._peaks else None

    @property
    def own(self) -> float | None:
        return self._peaks[self._pid] / 1024 if self._pid in self._peaks else None

    @property
    def largest_child(self) -> float | None:
        others = [peak for pid, peak in self._peaks.items() if pid != self._pid]
        return max(others) / 1024 if others else None

    def _look(self) -> None:
        while not self._left.wait(PAUSE):
            for pid in _family(self._pid):
                try:
                    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
                except OSError:
                    continue
                peak = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
                if peak:
                    self._peaks[pid] = max(self._peaks.get(pid, 0), *peak)


def _family(pid: int) -> list[int]:
    """A process, its children, and theirs."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, task.read_text(encoding="ascii").split())
            except OSError:
                continue
    return found
