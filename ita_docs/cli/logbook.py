"""The log of a run (`--log`): a line for each document as soon as it is there, and one for each problem at the end."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ..problems import OutputError, problem
from .screen import place_of

if TYPE_CHECKING:
    from ..recipe.options import Moment, Progress
    from ..report import Report

FORMAT = "%(asctime)s %(levelname)s %(message)s"
LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "info": logging.INFO}


class _File(logging.FileHandler):
    """A log file whose disk may be full: the run does not hang on it."""

    fault: OSError | None = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        error = sys.exc_info()[1]
        self.fault = self.fault or (error if isinstance(error, OSError) else OSError(str(error)))


class Logbook:
    """Writes to a logger; to none, nothing."""

    def __init__(self, logger: logging.Logger | None, file: _File | None = None) -> None:
        self._logger = logger
        self._file = file

    @property
    def fault(self) -> OutputError | None:
        """Why lines of it are missing, if any are."""
        if self._file is None or self._file.fault is None:
            return None
        return _cannot_write(self._file.baseFilename, self._file.fault)

    def watching(self, shown: Progress | None) -> Progress | None:
        """What notes how far a run is, and shows it."""
        logger = self._logger
        if logger is None:
            return shown

        def note(moment: Moment) -> None:
            total = "" if moment.total is None else f"/{moment.total}"
            logger.info("%s%s %s", moment.done, total, moment.name or "-")
            if shown is not None:
                shown(moment)

        return note

    def close(self, report: Report) -> None:
        """Note how the run ended."""
        if self._logger is None:
            return
        for item in report.problems:
            self._logger.log(LEVELS[item.severity], "%s %s %s", item.code, place_of(item), item.message)
        kept = sum(item.kept for item in report.made)
        self._logger.info("made %s, kept %s, refused %s", len(report.made) - kept, kept, len(report.refused))


@contextmanager
def logbook(path: str | None, command: list[str]) -> Iterator[Logbook]:
    """The log at `path`, appended to; none without a path. Raises OutputError (`cannot-write`)."""
    if path is None:
        yield Logbook(None)
        return
    try:
        handler = _File(path, encoding="utf-8")
    except OSError as error:
        raise _cannot_write(path, error) from error
    logger = logging.Logger("ita-docs")
    handler.setFormatter(logging.Formatter(FORMAT))
    logger.addHandler(handler)
    try:
        logger.info("ita-docs %s", " ".join(command))
        yield Logbook(logger, handler)
    except BaseException as error:
        logger.error("%s %s", type(error).__name__, error)
        raise
    finally:
        with suppress(OSError):
            handler.close()


def _cannot_write(path: str, error: OSError) -> OutputError:
    return OutputError(problem("cannot-write", file=path, reason=error.strerror or str(error)))
