"""The frameworks of the ITA: listed, copied to be edited, and brought by the user."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from .screen import Screen
from .words import say


def show_frameworks(arguments: Namespace, screen: Screen) -> int:
    """List the shipped frameworks, or write one out."""
    from ..frameworks.loading import framework_names, framework_text, load_framework

    if arguments.name is not None:
        text = framework_text(arguments.name)
        if arguments.out is None:
            print(text, end="")
            return 0
        from ..settings import write_new

        write_new(Path(arguments.out), text, force=arguments.force)
        screen.say("wrote", file=arguments.out)
        return 0
    found = [load_framework(name) for name in framework_names()]
    if screen.as_json:
        keys = ("name", "title", "body", "year", "verified")
        screen.json([{key: getattr(item, key) for key in keys} | {"items": len(item.items)} for item in found])
        return 0
    headings = [say(f"column-{name}", screen.lang) for name in ("name", "title", "year", "items", "verified")]
    rows = [
        [
            item.name,
            item.title,
            str(item.year),
            str(len(item.items)),
            say("yes" if item.verified else "no", screen.lang),
        ]
        for item in found
    ]
    screen.table(headings, rows)
    return 0


def own_frameworks(arguments: Namespace) -> tuple[Any, ...]:
    """The frameworks that `--framework` names, a shipped one or a file."""
    if not arguments.framework:
        return ()
    from ..frameworks.loading import load_framework

    return tuple(load_framework(item) for item in arguments.framework)
