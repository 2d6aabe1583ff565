"""Jinja as templates from strangers may use it: immutable sandbox, autoescape, and limits of time, size and depth.

A template can name data and call filters. It cannot reach Python's internals, change what it is given, or go on for
ever: every loop counts, every printed value counts, and operations that can grow a value check first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial, wraps
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined, UndefinedError, nodes, pass_environment
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from .budget import BUDGET, check_format, check_size, check_width, length
from .pictures import picture

SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
GROWING_METHODS = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join", "translate"})
GROWING_FILTERS = ("center", "indent", "wordwrap", "batch", "slice", "tojson", "join", "replace", "format")


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """A name with sara am as one character, as the Thai keyboard types it."""
    return name if name.isascii() else SARA_AM.sub("\\1\u0e33", unicodedata.normalize("NFC", name))


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    """The items of a loop, its turns counted."""
    budget = BUDGET.get()
    turns = 0
    for item in items:
        turns += 1
        if budget and not turns & 255:
            budget.turn(256)
        yield item
    if budget:
        budget.turn(turns & 255)


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that refuses to grow its result beyond the limits."""

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        texts = [value for value in args if isinstance(value, str)]
        if function is JINJA_FILTERS["format"]:
            check_format(args[0], (*args[1:], *kwargs.values()))
        elif function is JINJA_FILTERS["replace"]:
            check_size((length(texts[0]) + 1) * (1 + length(texts[-1])) if texts else 0)
        elif function is JINJA_FILTERS["join"]:
            items = list(args[1])
            args = (args[0], items, *args[2:])
            check_size(sum(map(length, items)) + len(items) * sum(map(length, texts)))
        else:
            check_width(*args[1:], *kwargs.values())
        return function(*args, **kwargs)

    return guarded


def _chart(name: str) -> Callable[..., Any]:
    """A filter of `charts`, loaded when first used: most documents have none, and start faster without."""

    @pass_environment
    def chart(env: Environment, *args: Any, **options: Any) -> Any:
        from . import charts

        return getattr(charts, name)(env, *args, **options)

    return chart


def inserted(key: Any) -> Any:
    """The place of an appendix, for a tag that stands for its whole paragraph (`{{p … }}`)."""
    from .insertions import Insert

    return Insert(str(key))


def _concat(pieces: list[Any]) -> Any:
    """What `a ~ b` gives, in an environment that escapes."""
    check_size(sum(map(length, pieces)))
    return markup_join(pieces) if any(hasattr(piece, "__html__") for piece in pieces) else str_join(pieces)


class MissingName(UndefinedError):
    """A template asked for `name`, which `owner` (None: the data itself) does not have."""

    def __init__(self, message: str | None, *, name: str, owner: Any) -> None:
        super().__init__(message)
        self.name = name
        self.owner = owner


class Missing(StrictUndefined):
    """An undefined name that says, when used, what it was and where it was looked for."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, exc: Any = None) -> None:
        owner = None if obj is missing else obj
        fails: Any = partial(MissingName, name=str(name), owner=owner)
        super().__init__(hint, obj, name, exc or fails)


class _OneSpelling(NodeTransformer):
    """Every name in one spelling: ํ + า in a tag and ำ in the data are the same name.

    Python would fold them into one local variable, and one value would silently replace the other.
    """

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 (the visitor's protocol)
        node.name = spelled(node.name)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.attr = spelled(node.attr)
        return node


class _Bounds(NodeTransformer):
    """Loops count their turns; `a ~ b` checks its size."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 (the visitor's protocol)
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "_counted", [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        pieces = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(pieces, "_concat", [], [], None, None, lineno=node.lineno)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment that templates are compiled in."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _Bounds().visit(self.plain_parse(source))  # type: ignore[no-any-return]

    def plain_parse(self, source: str) -> nodes.Template:
        """The syntax tree as the author wrote it: names in one spelling, no bounds."""
        tree = Environment._parse(self, source, None, None)
        return _OneSpelling().visit(tree)  # type: ignore[no-any-return]

    def getattr(self, obj: Any, attribute: str) -> Any:
        found = super().getattr(obj, attribute)
        return self._other_spelling(obj, attribute, found)

    def getitem(self, obj: Any, argument: Any) -> Any:
        found = super().getitem(obj, argument)
        return self._other_spelling(obj, argument, found)

    def _other_spelling(self, obj: Any, key: Any, found: Any) -> Any:
        if isinstance(found, Undefined) and isinstance(obj, Mapping) and isinstance(key, str) and not key.isascii():
            for name in obj:
                if isinstance(name, str) and spelled(name) == spelled(key):
                    return obj[name]
        return found

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if isinstance(one, int) and not isinstance(other, (int, float)):
                    check_size(length(other) * max(one, 0))
            if isinstance(left, int) and isinstance(right, int):
                check_size((left.bit_length() + right.bit_length()) // 8)
        elif operator == "**":
            if isinstance(left, int) and isinstance(right, int):
                check_width(right)
                check_size(left.bit_length() * max(right, 0) // 8)
        elif operator == "+":
            check_size(length(left) + length(right))
        elif isinstance(left, (str, bytes)):
            check_format(left, right if isinstance(right, tuple) else (right,))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        owner = getattr(function, "__self__", None)
        if isinstance(owner, (str, bytes)):
            name = getattr(function, "__name__", "")
            if name in GROWING_METHODS:
                check_width(*args, *kwargs.values())
                check_size(_grown(name, owner, args))
        return super().call(context, function, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` as the sandbox offers it, its widths checked first."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None

        @wraps(wrapped)
        def checked(*args: Any, **kwargs: Any) -> str:
            values = args[0].values() if args and isinstance(args[0], Mapping) else ()
            check_format(value.__self__, (*args, *kwargs.values(), *values))
            return wrapped(*args, **kwargs)

        return checked


def _grown(name: str, owner: Any, args: tuple[Any, ...]) -> int:
    """An upper bound of the length that a string method gives, in characters."""
    if name == "replace" and len(args) > 1:
        return (length(owner) + 1) * (1 + length(args[1]))
    if name == "join" and args and isinstance(args[0], (list, tuple)):
        return sum(length(item) + length(owner) for item in args[0])
    return length(owner)


def environment(undefined: str, finalize: Callable[[Any], Any], filters: dict[str, Callable[..., Any]]) -> Sandbox:
    """A sandbox whose missing names are blank or an error; `filters` are added to Jinja's own."""
    env = Sandbox(
        autoescape=True,
        undefined=Missing if undefined == "error" else Undefined,
        finalize=finalize,
        cache_size=0,
    )
    env.globals.pop("lipsum", None)
    for name in GROWING_FILTERS:
        env.filters[name] = _guarded(JINJA_FILTERS[name])
    env.filters |= {"picture": picture, "inserted": inserted}
    env.filters |= {name: _chart(name) for name in ("bar_chart", "line_chart")}
    env.filters.update(filters)
    env.filters["_counted"] = _counted
    env.filters["_concat"] = _concat
    return env
