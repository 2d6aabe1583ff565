"""Jinja as templates from strangers may use it: immutable sandbox, autoescape, and limits of time, size and depth.

A template can name data and call filters. It cannot reach Python's internals, change what it is given, or go on for
ever: every loop counts, every printed value counts, and operations that can grow a value check first.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined, UndefinedError, nodes
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from ..problems import TemplateError, problem

SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
GROWING_METHODS = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join", "translate"})
GROWING_FILTERS = ("center", "indent", "wordwrap", "batch", "slice", "tojson", "join", "replace", "format")
WIDE_FORMAT = re.compile(r"\d{5,}")
NESTED_FORMAT = re.compile(r"\{[^{}]*\{")
WIDEST = 10_000
"""Largest width or count that a template may pad to, in characters."""


def spelled(name: str) -> str:
    """A name with sara am as one character, as the Thai keyboard types it."""
    return name if name.isascii() else SARA_AM.sub("\\1\u0e33", unicodedata.normalize("NFC", name))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one filling may use.

    seconds: time, on the monotonic clock. megabytes: printed text, and the size of any value on the way (characters
    counted as bytes). steps: loop turns, over all loops.
    """

    seconds: float = 30.0
    megabytes: int = 64
    steps: int = 5_000_000


class Budget:
    """What one filling has used so far. Raises TemplateError (`template-limit`) when a limit is passed."""

    __slots__ = ("deadline", "limits", "printed", "steps")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.deadline = time.monotonic() + limits.seconds
        self.printed = 0
        self.steps = 0

    def check_time(self) -> None:
        if time.monotonic() > self.deadline:
            raise TemplateError(problem("template-limit", what="เวลา", limit=f"{self.limits.seconds:g} s"))

    def check_size(self, size: int) -> None:
        if size > self.limits.megabytes << 20:
            raise TemplateError(problem("template-limit", what="ขนาด", limit=f"{self.limits.megabytes} MB"))

    def print(self, size: int) -> None:
        self.printed += size
        self.steps += 1
        if self.printed > self.limits.megabytes << 20:
            self.check_size(self.printed)
        if not self.steps & 1023:
            self.check_time()

    def turn(self, turns: int) -> None:
        self.steps += turns
        if self.steps > self.limits.steps:
            raise TemplateError(problem("template-limit", what="การวนซ้ำ", limit=f"{self.limits.steps:,}"))
        self.check_time()


BUDGET: ContextVar[Budget | None] = ContextVar("ita_docs_budget", default=None)


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


def _length(value: Any) -> int:
    try:
        return len(value)
    except TypeError:
        return 0


def _check_size(size: int) -> None:
    if budget := BUDGET.get():
        budget.check_size(size)


def _check_width(*widths: Any) -> None:
    if any(isinstance(width, int) and abs(width) > WIDEST for width in widths):
        raise TemplateError(problem("template-limit", what="ความกว้าง", limit=f"{WIDEST:,}"))


def _check_format(pattern: object, args: Iterable[Any]) -> None:
    """Refuse a format whose width is, or may be taken from an argument as, more than `WIDEST`."""
    if WIDE_FORMAT.search(str(pattern)):
        _check_width(WIDEST + 1)
    if "*" in str(pattern) or NESTED_FORMAT.search(str(pattern)):
        _check_width(*args)


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that refuses to grow its result beyond the limits."""

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        texts = [value for value in args if isinstance(value, str)]
        if function is JINJA_FILTERS["format"]:
            _check_format(args[0], (*args[1:], *kwargs.values()))
        elif function is JINJA_FILTERS["replace"]:
            _check_size((_length(texts[0]) + 1) * (1 + _length(texts[-1])) if texts else 0)
        elif function is JINJA_FILTERS["join"]:
            items = list(args[1])
            args = (args[0], items, *args[2:])
            _check_size(sum(map(_length, items)) + len(items) * sum(map(_length, texts)))
        else:
            _check_width(*args[1:], *kwargs.values())
        return function(*args, **kwargs)

    return guarded


def _concat(pieces: list[Any]) -> Any:
    """What `a ~ b` gives, in an environment that escapes."""
    _check_size(sum(map(_length, pieces)))
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
                    _check_size(_length(other) * max(one, 0))
            if isinstance(left, int) and isinstance(right, int):
                _check_size((left.bit_length() + right.bit_length()) // 8)
        elif operator == "**":
            if isinstance(left, int) and isinstance(right, int):
                _check_width(right)
                _check_size(left.bit_length() * max(right, 0) // 8)
        elif operator == "+":
            _check_size(_length(left) + _length(right))
        elif isinstance(left, (str, bytes)):
            _check_format(left, right if isinstance(right, tuple) else (right,))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, function: Any, /, *args: Any, **kwargs: Any) -> Any:  
        owner = getattr(function, "__self__", None)
        if isinstance(owner, (str, bytes)):
            name = getattr(function, "__name__", "")
            if name in ("format", "format_map"):
                _check_format(owner, (*args, *kwargs.values()))
            elif name in GROWING_METHODS:
                _check_width(*args, *kwargs.values())
                _check_size(_grown(name, owner, args))
        return super().call(context, function, *args, **kwargs)


def _grown(name: str, owner: Any, args: tuple[Any, ...]) -> int:
    """An upper bound of the length that a string method gives, in characters."""
    if name == "replace" and len(args) > 1:
        return (_length(owner) + 1) * (1 + _length(args[1]))
    if name == "join" and args and isinstance(args[0], (list, tuple)):
        return sum(_length(item) + _length(owner) for item in args[0])
    return _length(owner)


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
    env.filters.update(filters)
    env.filters["_counted"] = _counted
    env.filters["_concat"] = _concat
    return env
