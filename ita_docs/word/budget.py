"""What one filling of a template may use, and the checks that hold it to that."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from ..problems import TemplateError, problem

WIDE_FORMAT = re.compile(r"\d{5,}")
NESTED_FORMAT = re.compile(r"\{[^{}]*\{")
WIDEST = 10_000
"""Largest width or count that a template may pad to, in characters."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one filling may use.

    seconds: time, on the monotonic clock. megabytes: printed text, and the size of any value on the way (characters
    counted as bytes). steps: loop turns, over all loops.
    """

    seconds: float = 30.0
    megabytes: int = 64
    steps: int = 5_000_000


def over(thai: str, english: str, limit: str) -> TemplateError:
    """The error of a limit that was passed."""
    return TemplateError(problem("template-limit", what={"th": thai, "en": english}, limit=limit))


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
            raise TemplateError(
                problem("template-limit", what={"th": "เวลา", "en": "time"}, limit=f"{self.limits.seconds:g} s")
            )

    def check_size(self, size: int) -> None:
        if size > self.limits.megabytes << 20:
            raise TemplateError(
                problem("template-limit", what={"th": "ขนาด", "en": "size"}, limit=f"{self.limits.megabytes} MB")
            )

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
            raise TemplateError(
                problem("template-limit", what={"th": "การวนซ้ำ", "en": "loop turns"}, limit=f"{self.limits.steps:,}")
            )
        self.check_time()


BUDGET: ContextVar[Budget | None] = ContextVar("ita_docs_budget", default=None)


def length(value: Any) -> int:
    """The length of a value, 0 for one that has none."""
    try:
        return len(value)
    except TypeError:
        return 0


def check_size(size: int) -> None:
    """Refuse a value of `size` characters where that is over the limit."""
    if budget := BUDGET.get():
        budget.check_size(size)


def check_width(*widths: Any) -> None:
    """Refuse a width or count beyond `WIDEST` among `widths`."""
    if any(isinstance(width, int) and abs(width) > WIDEST for width in widths):
        raise over("ความกว้าง", "width", f"{WIDEST:,}")


def check_format(pattern: object, args: Iterable[Any]) -> None:
    """Refuse a format whose width is, or may be taken from an argument as, more than `WIDEST`."""
    if WIDE_FORMAT.search(str(pattern)):
        check_width(WIDEST + 1)
    if "*" in str(pattern) or NESTED_FORMAT.search(str(pattern)):
        check_width(*args)
