"""Alignment and justification: where the slack of a line goes."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import PlacedLine

from .documents import KO, LEFT, WIDTH, laid, lines, p, r

THAI = "ที่ประชุมมีมติเห็นชอบให้ดำเนินการตามที่เสนอ"


def paragraph(alignment: str, text: str = THAI * 12) -> list[PlacedLine]:
    return lines(laid(p(r(text), f'<w:jc w:val="{alignment}"/>')))


def inked_end(placed: PlacedLine) -> float:
    """The x where the last glyph that is no space ends."""
    return max(placed.x + run.x + run.width for run in placed.line.runs if run.shaped.text.strip())


@pytest.mark.parametrize(("alignment", "x"), [("left", 50.0), ("start", 50.0), ("right", 350 - 2 * KO),
    ("end", 350 - 2 * KO),
                                               ("center", 200 - KO), ("nonsense", 50.0)])  # fmt: skip
def test_a_short_line_stands_left_right_or_in_the_middle(alignment: str, x: float) -> None:
    placed = paragraph(alignment, "กก")[0]
    assert placed.x + placed.line.runs[0].x == pytest.approx(x, abs=0.05)


def test_alignment_is_between_the_indents() -> None:
    placed = lines(laid(p("กก", '<w:jc w:val="center"/><w:ind w:left="1000" w:right="200" w:firstLine="400"/>')))[0]
    assert placed.x + placed.line.runs[0].x + KO == pytest.approx(LEFT + (70 + 290) / 2, abs=0.05)


@pytest.mark.parametrize("alignment", ["thaiDistribute", "distribute"])
def test_distributed_lines_end_at_the_margin_with_equal_gaps_after_every_cluster(alignment: str) -> None:
    *full, last = paragraph(alignment)
    assert len(full) > 4
    for placed in full:
        letters = {round(run.letter, 6) for run in placed.line.runs if run.shaped.text.strip()}
        assert len(letters) == 1
        assert letters.pop() > 0
        # the gap after the last cluster hangs out of the line
        assert inked_end(placed) == pytest.approx(LEFT + WIDTH, abs=1.5)
    natural = alignment == "thaiDistribute"
    assert all((run.letter == 0.0) is natural for run in last.line.runs)


def test_no_gap_goes_into_a_cluster() -> None:
    placed = paragraph("thaiDistribute", "น้ำที่ปี้ " * 60)[0]
    gaps = sum(run.shaped.gaps for run in placed.line.runs if run.letter)
    added = sum(run.width - run.shaped.width * run.face.unit * run.size for run in placed.line.runs if run.letter)
    letter = next(run.letter for run in placed.line.runs if run.letter)
    assert added == pytest.approx(gaps * letter, abs=0.01)
    assert gaps < sum(len(run.shaped.text) for run in placed.line.runs if run.letter)


def test_both_widens_spaces_only() -> None:
    *full, last = paragraph("both", "ตามที่ ได้รับ มอบหมาย " * 15)
    for placed in full:
        assert {run.letter for run in placed.line.runs} == {0.0}
        assert inked_end(placed) == pytest.approx(LEFT + WIDTH, abs=0.1)
        assert any(run.word > 0 for run in placed.line.runs)
    assert {run.word for run in last.line.runs} == {0.0}


def test_both_leaves_a_line_without_spaces_as_it_is() -> None:
    first = paragraph("both", THAI * 12)[0]
    assert {(run.letter, run.word) for run in first.line.runs} == {(0.0, 0.0)}


def test_text_before_a_tab_is_not_spread() -> None:
    tabs = r("กก") + "<w:r><w:tab/></w:r>" + r(THAI * 12)
    placed = lines(laid(p(tabs, '<w:jc w:val="thaiDistribute"/>')))[0]
    before, *after = placed.line.runs
    assert before.letter == 0.0
    assert after[0].x == pytest.approx(36.0)
    assert after[0].letter > 0


def test_a_line_before_a_page_break_is_natural() -> None:
    placed = lines(laid(p(r("ก ข") + '<w:r><w:br w:type="page"/></w:r>' + r("ค"), '<w:jc w:val="thaiDistribute"/>')))[0]
    assert {run.letter for run in placed.line.runs} == {0.0}


def test_bidi_paragraphs_swap_left_and_right() -> None:
    placed = lines(laid(p("กก", '<w:bidi/><w:jc w:val="left"/>')))[0]
    assert placed.x + placed.line.runs[0].x == pytest.approx(350 - 2 * KO, abs=0.05)
