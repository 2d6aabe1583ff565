"""`make` and `status`: runs into an output folder."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..problems import ItaDocsError, OutputError, problem
from .frameworks import own_frameworks
from .given import pair, pdf_options, settings, today, usual_jobs
from .screen import Screen

if TYPE_CHECKING:
    from ..recipe.cluster import Cluster
    from ..recipe.options import MakeOptions
    from ..recipe.survey import Standing

DASK = "dask://"
CONNECTING = 5
"""Seconds that a scheduler has to answer."""


def make_documents(arguments: Namespace, screen: Screen) -> int:
    """`ita-docs make`."""
    from ..kinds.loading import load_kind
    from ..recipe.limiting import limit_memory
    from ..recipe.making import make
    from ..sheets.reading import read_workbook
    from .leaving import Leaving
    from .logbook import logbook

    limit_memory()
    kind = load_kind(arguments.kind, arguments.kinds)
    chosen = options(arguments)
    book = read_workbook(arguments.book)
    with (
        executor(arguments, chosen.jobs, chosen.seconds) as cluster,
        logbook(arguments.log, arguments.argv) as log,
        screen.progress() as shown,
    ):
        leaving = Leaving(arguments, kind, screen)
        report = make(
            kind,
            book,
            arguments.out,
            chosen,
            progress=log.watching(shown),
            leave=leaving,
            executor=cluster,
            jobs=chosen.jobs if cluster is None else cluster.threads,
            command=(os.getcwd(), *arguments.argv),
            caller=_caller(),
        )
        if cluster is not None and cluster.is_gone:
            report = replace(report, problems=(*report.problems, problem("cluster-lost", address=arguments.executor)))
        log.close(report)
        if log.fault is not None:
            screen.failure(log.fault)
    screen.report(report, folder=arguments.out, left=leaving.left)
    return report.status


def options(arguments: Namespace) -> MakeOptions:
    """What `make` was asked for."""
    from ..recipe.options import SECONDS, MakeOptions

    zipped = arguments.zip
    return MakeOptions(
        only=tuple(pair(item) for item in arguments.only),
        numerals=arguments.numerals,
        emblem=Path(arguments.emblem) if arguments.emblem else None,
        today=today(arguments.today),
        settings=settings(arguments),
        force=arguments.force,
        pdf=arguments.pdf,
        merge=arguments.merge,
        pdf_options=pdf_options(arguments),
        jobs=arguments.jobs or usual_jobs(),
        logo=Path(arguments.logo) if arguments.logo else None,
        copy=arguments.copy,
        frameworks=own_frameworks(arguments),
        name=arguments.name,
        zip=Path(arguments.book).stem if zipped == "" else zipped,
        prune=arguments.prune,
        seconds=arguments.timeout or SECONDS,
    )


@contextmanager
def executor(arguments: Namespace, jobs: int, seconds: float) -> Iterator[Cluster | None]:
    """What makes the documents elsewhere; None for this machine.

    Raises: OutputError (`bad-option`, `cluster-missing`, `cluster-unreachable`, `cluster-differs`).
    """
    wanted = arguments.executor
    if wanted is None:
        yield None
        return
    if not wanted.startswith(DASK):
        raise OutputError(problem("bad-option", option=f"--executor {wanted}", reason=f"{DASK}HOST:PORT"))
    from ..recipe.cluster import Cluster, alike

    with _client(wanted, arguments.debug) as client, Cluster(client, jobs, seconds) as cluster:
        if not cluster.threads:
            raise OutputError(problem("cluster-unreachable", address=wanted, reason="0 workers"))
        for worker, there in cluster.others().items():
            raise OutputError(problem("cluster-differs", worker=worker, there=there, here=alike()))
        yield cluster


@contextmanager
def _client(wanted: str, debug: bool) -> Iterator[Any]:
    """A connection to the scheduler. Raises OutputError (`cluster-missing`, `cluster-unreachable`)."""
    import logging
    import warnings

    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise OutputError(problem("cluster-missing")) from error
    if not debug:
        # what becomes of workers and of the connection is told in our own words
        for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
    try:
        client = distributed.Client(f"tcp://{wanted.removeprefix(DASK)}", timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise OutputError(problem("cluster-unreachable", address=wanted, reason=str(error))) from error
    with client:
        yield client


def show_status(arguments: Namespace, screen: Screen) -> int:
    """`ita-docs status`: what lies in an output folder, what is missing there, what is out of date."""
    from ..recipe.manifest import FILE_NAME, Manifest

    # the workbook is read from where the run was started
    folder = Path(arguments.out).absolute()
    if not (folder / FILE_NAME).is_file():
        raise OutputError(problem("nothing-made-here", folder=arguments.out))
    complete = True
    told: list[dict[str, Any]] = []
    with Manifest(folder) as manifest:
        for source in dict.fromkeys([*manifest.headers, *manifest.sources()]):
            standing, why = _standing(manifest, source, folder)
            complete = complete and why is None and standing.is_complete
            if screen.as_json:
                lists = {name: list(getattr(standing, name)) for name in standing.__slots__}
                known = {"kind": source[0], "book": source[1], "workbook_read": why is None}
                told.append({**known, "ended": bool(manifest.headers.get(source, {}).get("ended")), **lists})
            else:
                _show(screen, source, standing, why, ended=bool(manifest.headers.get(source, {}).get("ended")))
    if screen.as_json:
        screen.json(told)
    return 0 if complete else 1


def _standing(manifest: Any, source: tuple[str, str], folder: Path) -> tuple[Standing, str | None]:
    """How the documents of a kind and workbook stand, and why that is not held against the workbook, if it is not."""
    from ..kinds.loading import load_kind
    from ..recipe.planning import Plan
    from ..recipe.survey import files_alone, survey
    from ..sheets.reading import read_workbook
    from .parser import parse

    command = manifest.headers.get(source, {}).get("command")
    try:
        # what a program made has none
        if not isinstance(command, list) or len(command) < 2 or not all(isinstance(item, str) for item in command):
            raise FileNotFoundError(source[1])
        place, *command = command
        with chdir(place):
            given = parse(command)
            if given.command != "make":
                raise FileNotFoundError(source[1])
            kind = load_kind(given.kind, given.kinds)
            plan = Plan(kind, read_workbook(given.book), options(given), folder)
            return survey(plan, manifest), None
    except (ItaDocsError, OSError, ValueError, SystemExit) as error:
        return files_alone(source, manifest), str(error)


def _show(screen: Screen, source: tuple[str, str], standing: Standing, why: str | None, *, ended: bool) -> None:
    screen.say("status-of", kind=source[0], book=source[1])
    if not ended:
        screen.say("status-unfinished")
    if why is not None:
        screen.say("status-no-book", reason=why)
    for name in standing.__slots__:
        found = getattr(standing, name)
        if found:
            shown = "" if name == "present" else ": " + ", ".join(found[:10]) + (" …" if len(found) > 10 else "")
            screen.say(f"status-{name}", count=len(found), files=shown)


def _caller() -> str:
    """Who runs this, for whoever wants the folder at the same time."""
    from getpass import getuser
    from socket import gethostname

    try:
        user = getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    return f"{user}@{gethostname()} · PID {os.getpid()} · {datetime.now():%H:%M:%S}"
