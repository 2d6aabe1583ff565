"""One run of `make` with its PDFs in this process, from a cold start, and where its time went.

curve.py KIND BOOK OUT KINDS

Prints one line of JSON: `phases`, seconds by phase, each without what other phases spent inside it. The clocks are put
around functions of the package from outside. What another thread does meanwhile (writing, where the disk is slow) is
not counted.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter()

import json  # noqa: E402 - the clock starts first
import sys  # noqa: E402
import threading  # noqa: E402
from collections import defaultdict  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from functools import wraps  # noqa: E402
from importlib import import_module  # noqa: E402
from inspect import isgeneratorfunction  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

CLOCKS = {
    "compiling": ("word.documents:Writer.__init__",),
    "reading": ("sheets.reading:read_workbook", "records.checking:read_records"),
    "deriving": ("assessment.deriving:read_derived",),
    "filling": ("word.documents:Writer.write_values",),
    "photos": ("word.photos:ready",),
    "contents": ("recipe.finishing:finish",),
    "layout": ("pages.laying:lay_out",),
    "painting": ("painting.painting:paint",),
    "writing": ("recipe.writing:write_document", "recipe.printing:Printer.put"),
}
"""Phase → functions; `contents` is what finishing a document needs besides its layout: captions, tables of contents."""


class Clock:
    """Seconds of the main thread by phase; a phase that begins inside another stops its clock."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner: float | None = None

    def timed(self, phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function` with a clock around it; that of a generator runs while its next value is made."""
        if isgeneratorfunction(function):

            @wraps(function)
            def each(*given: Any, **named: Any) -> Iterator[Any]:
                values = function(*given, **named)
                end = object()
                while (value := self._run(phase, next, values, end)) is not end:
                    yield value

            return each
        return wraps(function)(lambda *given, **named: self._run(phase, function, *given, **named))

    def _run(self, phase: str, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if threading.current_thread() is not threading.main_thread():
            return function(*given, **named)
        outer, self._inner = self._inner, 0.0
        started = time.perf_counter()
        try:
            return function(*given, **named)
        finally:
            took = time.perf_counter() - started
            self.spent[phase] += took - self._inner
            self._inner = None if outer is None else outer + took


def put(clock: Clock) -> None:
    """Clocks around all functions of `CLOCKS`, wherever they are known."""
    for phase, places in CLOCKS.items():
        for place in places:
            module, _, name = place.partition(":")
            owner: Any = import_module(f"ita_docs.{module}")
            *path, last = name.split(".")
            for step in path:
                owner = getattr(owner, step)
            function = getattr(owner, last)
            timed = clock.timed(phase, function)
            setattr(owner, last, timed)
            for other in [found for known, found in sys.modules.items() if known.startswith("ita_docs.")]:
                if getattr(other, last, None) is function:
                    setattr(other, last, timed)


def main(kind: str, book: str, out: str, kinds: str) -> None:
    """Make, and say where the time went."""
    clock = Clock()
    from ita_docs import load_kind, make

    for module in ("recipe.making", "assessment.report", "pages.laying", "painting.painting", "PIL.Image"):
        import_module(module if module.startswith("PIL") else f"ita_docs.{module}")
    put(clock)
    ready = time.perf_counter()
    report = make(load_kind(kind, [Path(kinds)]), book, out, pdf=True)
    done = time.perf_counter()
    if report.refused:
        sys.exit(str(report.problems[:3]))
    phases = {"start": ready - STARTED, **{phase: clock.spent[phase] for phase in CLOCKS}}
    phases["rest"] = done - STARTED - sum(phases.values())
    print(json.dumps({"phases": phases}))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
