"""What many documents say is said once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita_docs.problems import problem
from ita_docs.recipe.notes import Notes


def substituted(family: str, count: int, row: int | None = None) -> object:
    from dataclasses import replace

    return replace(problem("font-substituted", value=family, used="อื่น", count=count), row=row)


def test_one_document_keeps_its_place() -> None:
    notes = Notes()
    notes.add("a.docx", [substituted("ก", 3, row=5), substituted("ก", 4, row=5)])
    (found,) = notes.problems()
    assert (found.row, found.detail["count"], found.place) == (5, 7, None)


def test_what_differs_in_more_than_its_count_stays_apart() -> None:
    notes = Notes()
    for where in ("หน้า 1", "หน้า 2"):
        notes.add("a.docx", [problem("missing-glyph", value="๛", code_point="U+0E5B", where=where)])
    notes.add("b.docx", [problem("missing-glyph", value="๛", code_point="U+0E5B", where="หน้า 2")])
    first, second = notes.problems()
    assert first.place is None
    assert second.place == {"file": "a.docx", "documents": 2}


@given(st.lists(st.lists(st.tuples(st.sampled_from("กขค"), st.integers(1, 99)), max_size=4), max_size=8))
def test_nothing_is_lost_and_nothing_is_said_twice(documents: list[list[tuple[str, int]]]) -> None:
    notes = Notes()
    for number, said in enumerate(documents):
        notes.add(f"{number}.docx", [substituted(*item) for item in said])
    found = {item.value: item for item in notes.problems()}
    assert len(found) == len(notes.problems())
    for family in "กขค":
        counts = [count for said in documents for name, count in said if name == family]
        holders = sum(any(name == family for name, _ in said) for said in documents)
        assert (family in found) == bool(counts)
        if counts:
            assert found[family].detail["count"] == sum(counts)
            assert (found[family].place or {}).get("documents", 1) == holders
