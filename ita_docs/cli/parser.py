"""What may be typed after `ita-docs`."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from .words import say

COMMANDS = ("kinds", "starter", "check", "make", "status", "pdf", "check-kind", "init")
NUMERALS = ("thai", "arabic", "as-typed")
ENGINES = ("own", "libreoffice")
PDFA = ("1b", "2b", "3b")
COPIES = ("สำเนา", "สำเนาคู่ฉบับ", "สำเนาถูกต้อง")


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language."""

    def __init__(self, *, lang: str, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_formatter(lang), **options)
        self.lang = lang
        self._positionals.title = say("positionals", lang)
        self._optionals.title = say("optionals", lang)
        self.add_argument("-h", "--help", action="help", help=say("help", lang))

    def error(self, message: str) -> NoReturn:
        print(say("bad-arguments", self.lang, reason=message), file=sys.stderr)
        print(say("see-help", self.lang, command=self.prog), file=sys.stderr)
        raise SystemExit(2)


def _formatter(lang: str) -> Any:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, say("usage", lang) if prefix is None else prefix)

    return Formatter


def language(argv: list[str]) -> str:
    """The language asked for with --lang, wherever it stands; Thai without."""
    for at, argument in enumerate(argv):
        if argument == "--lang=en" or (argument == "--lang" and argv[at + 1 : at + 2] == ["en"]):
            return "en"
    return "th"


def _common(lang: str, *, again: bool) -> argparse.ArgumentParser:
    """The options that every command takes, before its name or (`again`) after it.

    The second copy sets nothing by default: what stands before the command keeps its value.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS if again else None)
    common.add_argument("--lang", choices=("th", "en"), help=say("opt-lang", lang))
    for flag in ("quiet", "debug"):
        common.add_argument(f"--{flag}", action="store_const", const=True, help=say(f"opt-{flag}", lang))
    if not again:
        common.set_defaults(lang=lang, quiet=False, debug=False)
    return common


def _jobs(text: str) -> int:
    jobs = int(text)
    if jobs < 1:
        raise ValueError
    return jobs


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < 1e6:
        raise ValueError
    return seconds


def build(lang: str) -> argparse.ArgumentParser:
    """The parser, its help in `lang`."""
    common = _common(lang, again=False)
    again = _common(lang, again=True)
    kinds = argparse.ArgumentParser(add_help=False)
    kinds.add_argument("--kinds", action="append", default=[], metavar="FOLDER", help=say("opt-kinds", lang))
    office = argparse.ArgumentParser(add_help=False)
    office.add_argument("--settings", metavar="FILE", help=say("opt-settings", lang))
    office.add_argument("--json", action="store_true", help=say("opt-json", lang))
    office.add_argument("--framework", action="append", default=[], metavar="FILE", help=say("opt-framework", lang))

    top = _Parser(lang=lang, prog="ita-docs", description=say("description", lang), parents=[common])
    top.add_argument("--version", action="store_true", help=say("version", lang))
    groups = top.add_subparsers(dest="command", metavar="COMMAND", title=say("commands", lang))

    def command(name: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        options: dict[str, Any] = {"lang": lang, "description": say(name, lang), "parents": [again, *parents]}
        return groups.add_parser(name, help=say(name, lang), **options)

    listing = command("kinds", kinds)
    listing.add_argument("--json", action="store_true", help=say("opt-json", lang))
    starter = command("starter", kinds)
    starter.add_argument("kind", help=say("arg-kind", lang))
    starter.add_argument("-o", "--out", metavar="FILE", help=say("opt-out-file", lang))
    starter.add_argument("--force", action="store_true", help=say("opt-force", lang))
    check = command("check", kinds, office)
    check.add_argument("kind", help=say("arg-kind", lang))
    check.add_argument("book", help=say("arg-book", lang))
    printing = argparse.ArgumentParser(add_help=False)
    printing.add_argument("--merge", metavar="FILE", help=say("opt-merge", lang))
    printing.add_argument("--engine", choices=ENGINES, default="own", help=say("opt-engine", lang))
    printing.add_argument("--font-dir", action="append", default=[], metavar="FOLDER", help=say("opt-font-dir", lang))
    printing.add_argument("--pdfa", choices=PDFA, help=say("opt-pdfa", lang))
    printing.add_argument("--catchwords", action="store_true", help=say("opt-catchwords", lang))
    printing.add_argument("--jobs", type=_jobs, metavar="N", help=say("opt-jobs", lang))
    make = command("make", kinds, office, printing)
    make.add_argument("kind", help=say("arg-kind", lang))
    make.add_argument("book", help=say("arg-book", lang))
    make.add_argument("-o", "--out", default="out", metavar="FOLDER", help=say("opt-out-folder", lang))
    make.add_argument("--only", action="append", default=[], metavar="NAME=VALUE", help=say("opt-only", lang))
    make.add_argument("--numerals", choices=NUMERALS, help=say("opt-numerals", lang))
    make.add_argument("--today", metavar="DATE", help=say("opt-today", lang))
    make.add_argument("--emblem", metavar="FILE", help=say("opt-emblem", lang))
    make.add_argument("--logo", metavar="FILE", help=say("opt-logo", lang))
    make.add_argument("--copy", choices=COPIES, default="", metavar="WORD", help=say("opt-copy", lang))
    make.add_argument("--force", action="store_true", help=say("opt-force", lang))
    make.add_argument("--pdf", action="store_true", help=say("opt-pdf", lang))
    make.add_argument("--name", default="", metavar="PATTERN", help=say("opt-name", lang))
    make.add_argument("--zip", nargs="?", const="", metavar="FILE", help=say("opt-zip", lang))
    make.add_argument("--prune", action="store_true", help=say("opt-prune", lang))
    make.add_argument("--timeout", type=_seconds, metavar="SECONDS", help=say("opt-timeout", lang))
    make.add_argument("--executor", metavar="dask://HOST:PORT", help=say("opt-executor", lang))
    make.add_argument("--log", metavar="FILE", help=say("opt-log", lang))
    status = command("status")
    status.add_argument("out", nargs="?", default="out", metavar="FOLDER", help=say("arg-out-folder", lang))
    status.add_argument("--json", action="store_true", help=say("opt-json", lang))
    pdf = command("pdf", printing)
    pdf.add_argument("files", nargs="+", metavar="FILE", help=say("arg-files", lang))
    pdf.add_argument("-o", "--out", metavar="FILE", help=say("opt-out-pdf", lang))
    pdf.add_argument("--today", metavar="DATE", help=say("opt-today", lang))
    pdf.add_argument("--force", action="store_true", help=say("opt-force-pdf", lang))
    pdf.add_argument("--json", action="store_true", help=say("opt-json", lang))
    frameworks = command("frameworks")
    frameworks.add_argument("name", nargs="?", help=say("arg-framework", lang))
    frameworks.add_argument("-o", "--out", metavar="FILE", help=say("opt-out-framework", lang))
    frameworks.add_argument("--force", action="store_true", help=say("opt-force", lang))
    frameworks.add_argument("--json", action="store_true", help=say("opt-json", lang))
    check_kind = command("check-kind")
    check_kind.add_argument("folder", help=say("arg-folder", lang))
    check_kind.add_argument("--json", action="store_true", help=say("opt-json", lang))
    init = command("init")
    init.add_argument("-o", "--out", default="ita-docs.toml", metavar="FILE", help=say("opt-out-file", lang))
    init.add_argument("--force", action="store_true", help=say("opt-force", lang))
    return top


def parse(argv: list[str]) -> argparse.Namespace:
    """The arguments as values. Exits with 2 and one sentence when they are not right, with 0 after --help."""
    arguments = build(language(argv)).parse_args(argv)
    arguments.argv = argv
    return arguments
