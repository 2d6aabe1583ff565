"""What a template may ask of derived values is read from their types."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from ita_docs.assessment.report import ADDED
from ita_docs.structured.text import StructuredText
from ita_docs.word.value_paths import value_paths


@dataclass(frozen=True)
class Leaf:
    score: Decimal | None


@dataclass(frozen=True)
class Branch:
    leaves: tuple[Leaf, ...]
    only: Leaf | None
    text: StructuredText


def test_dataclasses_tuples_and_what_may_be_none() -> None:
    found = list(value_paths("branch", Branch))
    wanted = ["branch", "branch.leaves", "branch.leaves[]", "branch.leaves[].score", "branch.only", "branch.only.score"]
    assert found[:7] == [*wanted, "branch.text"]
    assert "branch.text.with_next" in found


@pytest.mark.parametrize(("name", "type_"), ADDED.items(), ids=ADDED)
def test_everything_that_is_derived_can_be_asked_for(name: str, type_: Any) -> None:
    assert next(iter(value_paths(name, type_))) == name
