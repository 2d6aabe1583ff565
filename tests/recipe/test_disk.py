"""Writing at once while the disk is quick, and beside the work once it is slow."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest

from ita_docs.recipe import disk as module
from ita_docs.recipe.disk import AT_ONCE, Disk


def test_a_quick_disk_is_written_to_at_once() -> None:
    with Disk() as disk:
        done = [disk.submit(current_thread) for _ in range(3)]
        assert [item.done() for item in done] == [True] * 3
        assert {item.result() for item in done} == {main_thread()}


def test_a_slow_disk_is_not_waited_for_and_then_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLOW", 0.0)
    go = Event()
    order: list[int] = []

    def write(number: int) -> object:
        if number:
            go.wait()
        order.append(number)
        return current_thread()

    with Disk() as disk:
        done = [disk.submit(write, number) for number in range(AT_ONCE + 3)]
        assert [item.done() for item in done] == [True] + [False] * (AT_ONCE + 2)
        go.set()
        assert all(item.result() is not main_thread() for item in done[1:])
        monkeypatch.setattr(module, "SLOW", 60.0)
        assert disk.submit(write, 0).result() is main_thread()
    assert order == [*range(AT_ONCE + 3), 0]


def test_what_fails_says_so_where_it_is_asked_for() -> None:
    with Disk() as disk:
        failed = disk.submit(int, "no number")
        assert isinstance(failed.exception(), ValueError)
        assert disk.submit(int, "7").result() == 7
