"""The memo on paper against the regulation's measures (saraban-spec §2, §4.1, §7), as LibreOffice lays it out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from .conftest import Laid
from .measures import (
    BEFORE,
    BODY,
    BODY_LINE,
    INDENT,
    JUSTIFIED,
    LEFT,
    MARK,
    MARKED,
    MM,
    PAPER_CENTRE,
    RIGHT,
    assert_a4_upright,
    assert_page_numbers,
    assert_secrecy_marks,
    at,
    middle,
    size,
    sizes,
    styled,
)
from .pages import CM, lines, pictures_of

HEAD_STYLES = ("AgencyLine", "NumberLine", "SubjectLine")
PROSE = ("Body", "BodyLast", "Closing")


@pytest.fixture(scope="module")
def memos(laid: dict[str, list[Laid]]) -> list[Laid]:
    return laid["memo"]


def test_paper_is_a4_upright(memos: list[Laid]) -> None:
    assert_a4_upright(memos)


def test_heading(memos: list[Laid]) -> None:
    """29 pt, in the middle of the paper, on page 1 of every memo."""
    headings = list(styled(memos, "MemoTitle"))
    assert len(headings) == len(memos)
    for memo, heading in headings:
        assert middle(heading.words) == at(PAPER_CENTRE, 2 * MM), memo.ref
        assert sizes(heading.words) == {29}, memo.ref
        assert heading.pages == {1}, memo.ref


def test_emblem(memos: list[Laid], tmp_path: Path) -> None:
    """1.5 cm high, at the margin, on page 1 only; 1.5 cm from the top unless a mark of secrecy is above it."""
    for memo in memos:
        [emblem] = pictures_of(memo.pdf, tmp_path)
        assert emblem.page == 1
        assert emblem.height == at(1.5 * CM), memo.ref
        assert emblem.top == at(1.5 * CM, MARKED if memo.matching.heads[1] else MM), memo.ref
        assert emblem.left == at(LEFT), memo.ref


def test_labels_are_larger_and_at_the_margin(memos: list[Laid]) -> None:
    """ส่วนราชการ, ที่, วันที่, เรื่อง at 20 pt; what follows them at 16."""
    for memo, line in styled(memos, *HEAD_STYLES):
        label = line.pieces[0]
        assert label[0].left == at(LEFT), (memo.ref, line.paragraph.text)
        assert sizes(label) == {20}, (memo.ref, line.paragraph.text)
        if line.paragraph.style == "NumberLine":
            date = next(piece for piece in line.pieces if "".join(word.text for word in piece).startswith("วันที่"))
            assert round(size(date[0])) == 20, memo.ref
        elif len(line.pieces) > 1:
            assert sizes(line.pieces[1]) == {16}, (memo.ref, line.paragraph.text)


def test_leaders_reach_the_right_margin(memos: list[Laid]) -> None:
    """The dotted line after each value ends at the margin, and no line of the head is without it."""
    for memo in memos:
        words = [word for page in memo.pages[:1] for word in page.words]
        for placed in memo.matching.placed:
            if placed.paragraph.style not in HEAD_STYLES:
                continue
            last = placed.words[-1]
            line = [word for word in words if abs(word.bottom - last.bottom) < MM and word.left >= last.left]
            assert line[-1].text.endswith("."), (memo.ref, placed.paragraph.text)
            assert line[-1].right == at(RIGHT), (memo.ref, placed.paragraph.text)


def test_prose(memos: list[Laid]) -> None:
    """16 pt on single lines; 2.5 cm in, then at the margin; lines full to the right margin but for the last."""
    wrapped = 0
    for memo, paragraph in styled(memos, *PROSE):
        where = (memo.ref, paragraph.paragraph.text[:40])
        rows = lines(paragraph.words)
        assert rows[0][0].left == at(LEFT + INDENT), where
        assert sizes(paragraph.words) == {BODY}, where
        for above, below in pairwise(rows):
            wrapped += 1
            assert below[0].left == at(LEFT), where
            assert above[-1].right == at(RIGHT, JUSTIFIED), where
            if above[0].page == below[0].page:
                assert below[0].bottom - above[0].bottom == at(BODY_LINE, 0.3), where
    assert wrapped > 20


def test_parts_stand_six_points_apart(memos: list[Laid]) -> None:
    """1 Enter + Before 6 pt before each paragraph of the text."""
    compared = 0
    for memo in memos:
        placed = [one for one in memo.matching.placed if one.words]
        for above, below in pairwise(placed):
            if below.paragraph.style not in (*PROSE, "PartHeading") or above.paragraph.in_table:
                continue
            if above.words[-1].page == below.words[0].page:
                compared += 1
                gap = below.words[0].bottom - above.words[-1].bottom
                assert gap == at(BODY_LINE + BEFORE, 0.5), (memo.ref, below.paragraph.text[:40])
    assert compared > 20


def test_signature(memos: list[Laid]) -> None:
    """Three lines of room above the name; the post on the name's axis, right of the middle of the paper."""
    for memo in memos:
        placed = [one for one in memo.matching.placed if one.words]
        signers = [place for place, one in enumerate(placed) if one.paragraph.style == "Signer"]
        assert signers, memo.ref
        for place in signers:
            above, name, post = placed[place - 1 : place + 2]
            assert post.paragraph.style in ("Position", "PositionKept"), memo.ref
            axis = middle(name.words)
            assert axis > PAPER_CENTRE + CM, memo.ref
            for row in lines(post.words):
                assert middle(row) == at(axis, 2 * MM), (memo.ref, post.paragraph.text)
            if above.words[-1].page == name.words[0].page and not above.paragraph.in_table:
                room = name.words[0].bottom - above.words[-1].bottom
                assert room == at(4 * BODY_LINE, 1), memo.ref
            step = post.words[0].bottom - name.words[-1].bottom
            assert step == at(BODY_LINE, 0.5), memo.ref


def test_the_last_page_is_no_orphan_signature(memos: list[Laid]) -> None:
    """Where the text runs over to another page, some of it stands above the name.

    Who only signs below another's post has no text.
    """
    for memo in memos:
        placed = [one for one in memo.matching.placed if one.words]
        for above, below in pairwise(placed):
            if below.paragraph.style == "Signer" and above.paragraph.style != "Position":
                assert below.words[0].page in above.pages, (memo.ref, below.paragraph.text)


def test_page_numbers(memos: list[Laid]) -> None:
    assert_page_numbers(memos)


def test_marks_of_secrecy(memos: list[Laid]) -> None:
    assert_secrecy_marks(memos)


def test_marks_of_urgency(memos: list[Laid]) -> None:
    """At 32 pt, left of the heading."""
    for memo, urgency in styled(memos, "Urgency"):
        [heading] = [one for one in memo.matching.placed if one.paragraph.style == "MemoTitle"]
        assert sizes(urgency.words) == {MARK}, memo.ref
        assert urgency.words[-1].right < heading.words[0].left, memo.ref
        assert urgency.words[0].left > LEFT + CM, memo.ref
        assert len(lines(urgency.words)) == 1, memo.ref
