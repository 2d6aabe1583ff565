"""What a template asks for: the full path of every name it uses, with its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import nodes

from .faults import paragraph_at, sound_tags, tags
from .sandbox import Sandbox

EACH = "[]"
"""Marks the items of a list in a path: `rows[].name`."""


class Place(NamedTuple):
    """Where a template uses a name: the part's file name in the package, the paragraph's text, the tag."""

    part: str
    paragraph: str
    tag: str


class _Use(NamedTuple):
    path: str
    line: int


def placeholders(env: Sandbox, sources: Iterable[tuple[str, str]]) -> dict[str, tuple[Place, ...]]:
    """The paths that `sources` ((part, Jinja source) pairs) use, in order of first use.

    Names that the template itself sets (loop variables, `set`, macros) are resolved to the data they stand for; where
    that cannot be seen, they are left out. `loop` and Jinja's own functions are not data.
    """
    found: dict[str, list[Place]] = {}
    for part, source in sources:
        uses: list[_Use] = []
        _Walk(uses, set(env.globals)).block(env.plain_parse(source).body, {})
        lines = source.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        for use in uses:
            places = found.setdefault(use.path, [])
            place = _place(part, source, lines[use.line - 1], starts[use.line - 1], use.path)
            if place not in places:
                places.append(place)
    return {path: tuple(places) for path, places in found.items()}


def sound_placeholders(env: Sandbox, part: str, source: str) -> dict[str, tuple[Place, ...]]:
    """What can be told of a part whose template has syntax errors: the paths of its well-formed tags."""
    sound = sound_tags(source, env)
    uses: list[_Use] = []
    skeleton = "\n".join(tag.text.replace("\n", " ") for tag in sound)
    _Walk(uses, set(env.globals)).block(env.plain_parse(skeleton).body, {})
    found: dict[str, tuple[Place, ...]] = {}
    for use in uses:
        tag = sound[use.line - 1]
        place = Place(part, paragraph_at(source, tag.start), tag.shown)
        found[use.path] = (*found.get(use.path, ()), place)
    return found


def _place(part: str, source: str, line: str, start: int, path: str) -> Place:
    last = re.split(r"\.|\[\]", path.removesuffix(EACH))[-1]
    candidates = list(tags(line))
    tag = next((tag for tag in candidates if last in tag.text), candidates[0] if candidates else None)
    if tag is None:
        return Place(part, paragraph_at(source, start), "")
    return Place(part, paragraph_at(source, start + tag.start), tag.shown)


class _Walk:
    """Reads a syntax tree in order, with the names each scope has set: name → path, or None where unknown."""

    def __init__(self, uses: list[_Use], own: set[str]) -> None:
        self.uses = uses
        self.own = own | {"loop", "caller", "varargs", "kwargs", "self", "super"}

    def block(self, body: Iterable[nodes.Node], scope: dict[str, str | None]) -> None:
        """A run of statements in `scope`, which assignments extend."""
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, str | None]) -> None:
        if isinstance(node, nodes.For):
            path = self.expression(node.iter, scope)
            inner = dict(scope)
            self.bind(node.target, None if path is None else path + EACH, inner)
            if node.test is not None:
                self.expression(node.test, inner)
            self.block(node.body, inner)
            self.block(node.else_, dict(scope))
        elif isinstance(node, nodes.If):
            self.expression(node.test, scope)
            self.block(node.body, scope)
            self.block(node.elif_, scope)
            self.block(node.else_, scope)
        elif isinstance(node, nodes.Assign):
            self.bind(node.target, self.expression(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self.block(node.body, dict(scope))
            self.bind(node.target, None, scope)
        elif isinstance(node, nodes.Macro):
            inner = dict(scope)
            for name in node.args:
                self.bind(name, None, inner)
            for default in node.defaults:
                self.expression(default, scope)
            scope[node.name] = None
            self.block(node.body, inner)
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self.bind(target, self.expression(value, scope), inner)
            self.block(node.body, inner)
        elif isinstance(node, nodes.CallBlock):
            self.expression(node.call, scope)
            inner = dict(scope)
            for name in node.args:
                self.bind(name, None, inner)
            self.block(node.body, inner)
        elif isinstance(node, nodes.Expr):
            self.expression(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.statement(child, scope)

    def bind(self, target: nodes.Node, path: str | None, scope: dict[str, str | None]) -> None:
        """Let the names of an assignment's target stand for `path` (None: unknown)."""
        if isinstance(target, nodes.Name):
            scope[target.name] = path
        else:
            for child in target.find_all(nodes.Name):
                scope[child.name] = None

    def expression(self, node: nodes.Node, scope: dict[str, str | None]) -> str | None:
        """The path that an expression stands for (None: not a path); every path in it counts as used."""
        path = self.path(node, scope)
        if path is not None:
            self.uses.append(_Use(path, node.lineno))
            if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
                self.expression(node.arg, scope)
            return path
        for child in node.iter_child_nodes():
            if isinstance(node, (nodes.Filter, nodes.Test)) or isinstance(child, (nodes.Expr, nodes.Helper)):
                self.expression(child, scope)
        if not isinstance(node, nodes.Filter) or (path := self.filtered(node.node, scope)) is None:
            return None
        for name in _named(node):
            self.uses.append(_Use(f"{path}{EACH}.{name}", node.lineno))
        return path if node.name in SAME_ITEMS else None

    def filtered(self, node: nodes.Node | None, scope: dict[str, str | None]) -> str | None:
        """The path whose items filters are given, which may be what other filters left of them."""
        while isinstance(node, nodes.Filter) and node.name in SAME_ITEMS:
            node = node.node
        return None if node is None else self.path(node, scope)

    def path(self, node: nodes.Node, scope: dict[str, str | None]) -> str | None:
        """`person.name` of an expression made of names, attributes and items only."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return None if node.name in self.own else node.name
        if isinstance(node, nodes.Getattr):
            owner = self.path(node.node, scope)
            return None if owner is None else f"{owner}.{node.attr}"
        if isinstance(node, nodes.Getitem):
            owner = self.path(node.node, scope)
            if owner is None:
                return None
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return f"{owner}.{node.arg.value}"
            return owner if isinstance(node.arg, nodes.Slice) else owner + EACH
        return None


def _named(node: nodes.Filter) -> Iterator[str]:
    """The attributes of the items that a filter is told to look at."""
    told = node.args[: NAMED_FIRST.get(node.name, 0)]
    told += [item.value for item in node.kwargs if item.key in NAMED_BY_KEY]
    for value in told:
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield value.value


SAME_ITEMS = frozenset(
    {"sort", "list", "reverse", "unique", "selectattr", "rejectattr", "select", "reject", "default", "grouped"}
)
"""Filters whose result has the items of what they are given."""
NAMED_FIRST = {"selectattr": 1, "rejectattr": 1, "groupby": 1, "grouped": 1, "bar_chart": 2, "line_chart": 2}
"""Filters whose first arguments, so many, name attributes of the items."""
NAMED_BY_KEY = frozenset({"attribute", "order", "label", "value", "highlight"})
"""Arguments that do so by their own names."""
