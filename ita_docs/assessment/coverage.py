"""Whether everything that is weak has a measure, and every measure a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..frameworks import Framework
from ..frameworks.codes import node_of
from ..problems import Problem, problem
from ..records.record import Record
from .findings import Findings
from .measures import InstrumentMeasures, ResultGroup


def uncovered(
    found: Findings,
    measures: Sequence[InstrumentMeasures],
    results: Sequence[ResultGroup],
    record: Record,
    framework: Framework,
    has_measures: bool,
    has_results: bool,
) -> Iterator[Problem]:
    """What is weak and has no measure, and measures without a result, where the workbook has the sheet at all.

    An item is covered by what is for it, its sub-indicator or its indicator.
    """
    measured = {group.node for instrument in measures for group in instrument.groups if group.node}
    reported = {group.node for group in results if group.node}
    if has_measures:
        weak = {point.node: point.indicator for point in (*found.urgent, *found.to_develop)}
        covered = _indicators(measured, weak)
        lacking = [f"ตัวชี้วัดที่ {number}" for number in dict.fromkeys(weak.values()) if number not in covered]
        if lacking:
            yield problem("issue-without-measure", record.source, items=", ".join(lacking))
    if has_results and reported:
        lacking = [node for node in sorted(measured) if not _answered(node, reported, framework)]
        if lacking:
            yield problem("measure-without-result", record.source, items=", ".join(lacking))


def _indicators(nodes: Iterable[str], weak: dict[str, int]) -> set[int]:
    """The indicators that the nodes belong to, as far as they are weak."""
    made = set()
    for node in nodes:
        if node in weak:
            made.add(weak[node])
        elif node[0].isdigit():
            made.add(int(node.split(".")[0]))
    return made


def _answered(node: str, reported: set[str], framework: Framework) -> bool:
    """Whether a result is for that node, or for anything of the same indicator."""
    known = node_of(framework, node)
    others = (node_of(framework, other) for other in reported)
    return known is None or any(other is not None and other.indicator == known.indicator for other in others)
