"""The log of a run (`--log`): a line for each document as soon as it is there, and one for each problem at the end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..problems import OutputError, problem

if TYPE_CHECKING:
    from ..recipe.options import Moment, Progress
    from ..report import Report

FORMAT = "%(asctime)s %(levelname)s %(message)s"
LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "info": logging.INFO}


class Logbook:
    """Writes to a logger; to none, nothing."""

    def __init__(self, logger: logging.Logger | None) -> None:
        self._logger = logger

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
            place = "!".join(filter(None, (item.sheet, item.cell or (f"{item.row}:{item.row}" if item.row else None))))
            self._logger.log(LEVELS[item.severity], "%s %s %s", item.code, place, item.message)
        kept = sum(item.kept for item in report.made)
        self._logger.info("made %s, kept %s, refused %s", len(report.made) - kept, kept, len(report.refused))


@contextmanager
def logbook(path: str | None, command: list[str]) -> Iterator[Logbook]:
    """The log at `path`, appended to; none without a path. Raises OutputError (`cannot-write`)."""
    if path is None:
        yield Logbook(None)
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise OutputError(problem("cannot-write", file=path, reason=error.strerror or str(error))) from error
    logger = logging.Logger("ita-docs")
    handler.setFormatter(logging.Formatter(FORMAT))
    logger.addHandler(handler)
    try:
        logger.info("ita-docs %s", " ".join(command))
        yield Logbook(logger)
    except BaseException as error:
        logger.error("%s %s", type(error).__name__, error)
        raise
    finally:
        handler.close()
