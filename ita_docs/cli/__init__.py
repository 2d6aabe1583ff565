"""The command `ita-docs`: arguments in, report out.

parser    what may be typed           commands  what each command does
screen    how a report is shown       dialogue  the guided way, without arguments
words     the command's own sentences, Thai and English
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (default: the process's own) and return its exit status.

    0 everything made, 1 some rows refused, 2 nothing could start, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from .parser import parse

    arguments = parse(list(sys.argv[1:] if argv is None else argv))
    from .commands import run

    return run(arguments)


def entry() -> None:
    """The console script."""
    # The default of 700 would search the modules dozens of times while they load.
    gc.set_threshold(50_000)
    try:
        sys.exit(main())
    finally:
        # At its end Python would search all of them for garbage: a tenth of a short run.
        gc.freeze()
