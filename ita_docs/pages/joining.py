"""The parts of a line that stand between floats, as one line on one baseline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from .model import Box, Fill, Line, Rule


def joined(parts: Sequence[Line]) -> Line:
    """`parts`, left to right, as one line, which begins where the first does."""
    first = parts[0]
    baseline = max(part.baseline for part in parts)
    moved = [_moved(part, part.x - first.x, baseline - part.baseline) for part in parts]
    return first._replace(
        width=max(part.x + part.width for part in parts) - first.x,
        height=baseline + max(part.height - part.baseline for part in parts),
        baseline=baseline,
        runs=tuple(chain.from_iterable(part.runs for part in moved)),
        pictures=tuple(chain.from_iterable(part.pictures for part in moved)),
        before=tuple(chain.from_iterable(part.before for part in moved)),
        after=tuple(chain.from_iterable(part.after for part in moved)),
        links=tuple(chain.from_iterable(part.links for part in moved)),
        text="".join(part.text for part in parts),
        ended=parts[-1].ended,
    )


def _moved(line: Line, x: float, y: float) -> Line:
    """A line with what it holds moved within it."""
    return line._replace(
        runs=tuple(run._replace(x=run.x + x) for run in line.runs),
        pictures=tuple(_box_moved(box, x, y) for box in line.pictures),
        before=tuple(_mark_moved(mark, x, y) for mark in line.before),
        after=tuple(_rule_moved(rule, x, y) for rule in line.after),
        links=tuple(link._replace(x=link.x + x, y=link.y + y) for link in line.links),
    )


def _box_moved(box: Box, x: float, y: float) -> Box:
    return box._replace(x=box.x + x, y=box.y + y)


def _rule_moved(rule: Rule, x: float, y: float) -> Rule:
    return rule._replace(x1=rule.x1 + x, x2=rule.x2 + x, y1=rule.y1 + y, y2=rule.y2 + y)


def _mark_moved(mark: Fill | Rule, x: float, y: float) -> Fill | Rule:
    return _rule_moved(mark, x, y) if isinstance(mark, Rule) else mark._replace(x=mark.x + x, y=mark.y + y)
