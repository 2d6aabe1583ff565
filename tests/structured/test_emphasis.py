"""Bold and underlined words: what marks do, what only looks like one, and that nothing else is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.structured.emphasis import Emphasized, Span, emphasized, plain


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("ก **ข** ค", [Span("ก "), Span("ข", bold=True), Span(" ค")]),
        ("__ก__ข", [Span("ก", underlined=True), Span("ข")]),
        ("**ก __ข__**", [Span("ก ", bold=True), Span("ข", bold=True, underlined=True)]),
        ("__**ก**__", [Span("ก", bold=True, underlined=True)]),
        ("**ก** **ข**", [Span("ก", bold=True), Span(" "), Span("ข", bold=True)]),
        ("**ก**ข**ค**", [Span("ก", bold=True), Span("ข"), Span("ค", bold=True)]),
        ("๒ ** ๓", [Span("๒ ** ๓")]),
        ("** ก **", [Span("** ก **")]),
        ("ลงชื่อ ____ ผู้รับ ____", [Span("ลงชื่อ ____ ผู้รับ ____")]),
        ("my__file__name", [Span("my__file__name")]),
        ("****", [Span("****")]),
        ("***ก***", [Span("***ก***")]),
        ("", []),
    ],
)
def test_marks(typed: str, spans: list[Span]) -> None:
    assert list(emphasized(typed).spans) == spans


TYPED = st.lists(st.sampled_from(("**", "__", "*", "_", " ", "ก", "a", "ข้อ", "1")), max_size=12).map("".join)


@given(TYPED)
def test_only_marks_go(typed: str) -> None:
    text = emphasized(typed)
    assert "".join(span.text for span in text.spans) == text
    assert re.sub("[*_]", "", text) == re.sub("[*_]", "", typed)
    assert (len(typed) - len(text)) % 4 == 0


@given(TYPED, st.integers(0, 12), st.integers(0, 12))
def test_pieces_are_slices(typed: str, start: int, end: int) -> None:
    text = emphasized(typed)
    assert text.piece(start, end) == str(text)[start:end]
    assert text.trimmed() == str(text).strip()
    assert Emphasized.of([*text.piece(0, start).spans, *text.piece(start).spans]).spans == text.spans


def test_lines_keep_their_look() -> None:
    text = Emphasized.of([Span("ก\nข", bold=True), Span("ค\n\nง")])
    assert [line.spans for line in text.lines(re.compile("\n"))] == [
        (Span("ก", bold=True),), (Span("ข", bold=True), Span("ค")), (), (Span("ง"),),
    ]  # fmt: skip


def test_bold_as_a_whole() -> None:
    assert emphasized("**ก** **ข**").bold
    assert plain("ก").emboldened().bold
    assert not emphasized("**ก** ข").bold
    assert not plain("").bold
