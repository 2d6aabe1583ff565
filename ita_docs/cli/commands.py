"""What each command does: the library's function of the same name, and its result on the screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import ItaDocsError, problem
from .frameworks import own_frameworks, show_frameworks
from .given import pdf_options, settings, usual_jobs
from .runs import make_documents, show_status
from .screen import Screen
from .words import say

if TYPE_CHECKING:
    from ..kinds.model import Field


def run(arguments: Namespace) -> int:
    """Run the command that was asked for and return its exit status."""
    screen = Screen(arguments.lang, arguments.quiet, getattr(arguments, "json", False))
    try:
        return _command(arguments)(arguments, screen)
    except ItaDocsError as error:
        if arguments.debug:
            raise
        if screen.as_json:
            problems = [item.to_json(screen.lang) for item in error.problems]
            screen.json({"made": [], "refused": [], "problems": problems})
        screen.failure(error)
        return 2
    except KeyboardInterrupt:
        print(say("interrupted", arguments.lang), file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        if arguments.debug:
            raise
        reason = f"{type(error).__name__}: {error}"
        screen.failure(ItaDocsError(problem("internal-error", reason=reason)))
        return 2


def _command(arguments: Namespace) -> Callable[[Namespace, Screen], int]:
    if arguments.version:
        return _version
    if arguments.command is None:
        return _guide
    commands: dict[str, Callable[[Namespace, Screen], int]] = {
        "kinds": _kinds,
        "starter": _starter,
        "check": _check,
        "make": make_documents,
        "status": show_status,
        "pdf": _pdf,
        "check-kind": _check_kind,
        "frameworks": show_frameworks,
        "init": _init,
    }
    return commands[arguments.command]


def _version(_: Namespace, __: Screen) -> int:
    from importlib.metadata import version

    print(f"ita-docs {version('ita-docs')}")
    return 0


def _guide(arguments: Namespace, screen: Screen) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from .parser import build

        build(screen.lang).print_help()
        return 0
    from .dialogue import talk

    return talk(screen, settings(arguments))


def _kinds(arguments: Namespace, screen: Screen) -> int:
    from ..kinds.catalogue import list_kinds

    kinds = list_kinds(arguments.kinds)
    if screen.as_json:
        screen.json(
            [
                {
                    "name": kind.name,
                    "title": kind.title,
                    "annex": kind.annex,
                    "fields": [_described(item) for item in kind.table.fields],
                }
                for kind in kinds
            ]
        )
        return 0
    headings = [say(f"column-{name}", screen.lang) for name in ("name", "title", "annex", "fields")]
    rows = []
    for kind in kinds:
        fields = [item.title + (" *" if item.constraints.required else "") for item in kind.table.fields]
        rows.append([kind.name, kind.title, kind.annex, ", ".join(fields)])
    screen.table(headings, rows)
    return 0


def _described(field: Field) -> dict[str, object]:
    return {"name": field.name, "title": field.title, "type": field.type, "required": field.constraints.required}


def _starter(arguments: Namespace, screen: Screen) -> int:
    from ..kinds.loading import load_kind
    from ..records.starter import starter

    kind = load_kind(arguments.kind, arguments.kinds)
    path = arguments.out or f"{kind.name}.xlsx"
    starter(kind, path, force=arguments.force)
    screen.say("wrote", file=path)
    return 0


def _check(arguments: Namespace, screen: Screen) -> int:
    from ..assessment.deriving import check
    from ..kinds.loading import load_kind
    from ..report import Report
    from ..sheets.reading import read_workbook

    kind = load_kind(arguments.kind, arguments.kinds)
    checked = check(kind, read_workbook(arguments.book), settings(arguments), own_frameworks(arguments))
    report = Report((), checked.refused, checked.problems)
    if not screen.as_json:
        screen.say("checked", count=len(checked.records))
    screen.report(report, folder=None)
    return report.status


def _pdf(arguments: Namespace, screen: Screen) -> int:
    from ..recipe.converting import ConvertOptions, convert, expanded, one_output

    files = expanded(arguments.files)
    out = Path(arguments.out) if arguments.out else None
    one_output(files, out)
    merge = Path(arguments.merge) if arguments.merge else None
    options = ConvertOptions(out, merge, arguments.force, pdf_options(arguments), arguments.jobs or usual_jobs())
    with screen.progress() as progress:
        done = convert(files, options, progress)
    screen.conversion(done)
    return done.status


def _check_kind(arguments: Namespace, screen: Screen) -> int:
    from ..word.checking import check_kind

    found = check_kind(arguments.folder)
    status = 1 if any(item.severity == "error" for item in found.problems) else 0
    if screen.as_json:
        screen.json(
            {
                "kind": found.name,
                "tags": {name: list(spellings) for name, spellings in found.tags.items()},
                "problems": [item.to_json(screen.lang) for item in found.problems],
            }
        )
        return status
    screen.problems(found.problems)
    if found.tags:
        screen.say("tag-table")
        for path, spellings in found.tags.items():
            owner = path.rpartition(".")[0]
            names = [f"{owner}.{spelling}" if owner else spelling for spelling in spellings]
            print("    " + "   ".join(f"{{{{ {name} }}}}" for name in names))
    if status == 0:
        screen.say("kind-fine", kind=found.name)
    return status


def _init(arguments: Namespace, screen: Screen) -> int:
    from ..settings import init

    init(arguments.out, force=arguments.force)
    screen.say("wrote", file=arguments.out)
    return 0
