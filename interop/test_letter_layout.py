"""The letter on paper against the regulation's measures (saraban-spec §2, §3, §16), as LibreOffice lays it out."""

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
    baseline,
    middle,
    printed,
    sizes,
    styled,
)
from .pages import CM, fonts_of, lines, pictures_of
from .typefaces import EMBEDDED

PROSE = ("Body", "BodyLast", "Closing")
LABELLED = ("Subject", "Addressee", "AddresseeLong", "Reference", "Attachment")
ITEMS = ("ReferenceItem", "AttachmentItem", "CopyToItem")
ORDER = (
    *(("NumberLine",), ("Sender",), ("DateLine",), ("Subject",), ("Addressee", "AddresseeLong")),
    *(("Reference", "ReferenceItem"), ("Attachment", "AttachmentItem")),
    *(PROSE, ("Farewell",), ("Signer",), ("Position",), ("Contact",), ("CopyTo", "CopyToItem")),
)
"""The parts of a letter from top to bottom, by the styles of their paragraphs."""
SHRUNK = (723 / 20, 362 / 20, 120 / 20)
"""What may be left of the room above the owner's unit where the page is full: two lines, one, 6 pt."""


@pytest.fixture(scope="module")
def letters(laid: dict[str, list[Laid]]) -> list[Laid]:
    return laid["letter"]


def test_paper_is_a4_upright(letters: list[Laid]) -> None:
    assert_a4_upright(letters)


def test_parts_come_in_the_order_of_the_regulation(letters: list[Laid]) -> None:
    places = {style: place for place, styles in enumerate(ORDER) for style in styles}
    for letter in letters:
        found = [places[one.paragraph.style] for one in printed(letter) if one.paragraph.style in places]
        assert found == sorted(found), letter.ref
        assert {places[style] for style in ("Sender", "Subject", "Addressee", "Body", "Farewell", "Signer")} <= set(
            found
        )


def test_emblem(letters: list[Laid], tmp_path: Path) -> None:
    """3 cm high, in the middle of the paper, on page 1 only; 1.5 cm from the top unless a mark is above it."""
    for letter in letters:
        [emblem] = pictures_of(letter.pdf, tmp_path)
        assert emblem.page == 1
        assert emblem.height == at(3 * CM), letter.ref
        assert emblem.left + emblem.width / 2 == at(PAPER_CENTRE), letter.ref
        assert emblem.top == at(1.5 * CM, MARKED if letter.matching.heads[1] else MM), letter.ref


def test_number_and_sender_are_level_with_the_emblems_feet(letters: list[Laid], tmp_path: Path) -> None:
    """ที่ at the margin, the sender in the right half; both on the line that ends where the emblem does."""
    for letter in letters:
        [emblem] = pictures_of(letter.pdf, tmp_path)
        feet = emblem.top + emblem.height
        [number] = [one for one in printed(letter) if one.paragraph.style == "NumberLine"]
        [sender] = [one for one in printed(letter) if one.paragraph.style == "Sender"]
        assert number.paragraph.text.startswith("ที่"), letter.ref
        assert number.words[0].left == at(LEFT), letter.ref
        assert baseline(number.words[0]) == at(feet, 2 * MM), letter.ref
        assert baseline(sender.words[0]) == at(baseline(number.words[0]), 0.5), letter.ref
        rows = lines(sender.words)
        assert PAPER_CENTRE < rows[0][0].left < 15 * CM, letter.ref
        for above, below in pairwise(rows):
            assert below[0].left == at(rows[0][0].left, 0.5), letter.ref
            assert below[0].bottom - above[0].bottom == at(BODY_LINE, 0.3), letter.ref
        assert number.words[-1].right < emblem.left, letter.ref


def test_date_and_closing_words_begin_at_the_middle_of_the_paper(letters: list[Laid]) -> None:
    """Day, month in words, year: without วันที่ and พ.ศ.; ขอแสดงความนับถือ on the same line down the page."""
    for letter, one in styled(letters, "DateLine", "Farewell"):
        assert one.words[0].left == at(PAPER_CENTRE), (letter.ref, one.paragraph.text)
        assert len(lines(one.words)) == 1, letter.ref
    for letter, date in styled(letters, "DateLine"):
        assert not {"วันที่", "พ.ศ."} & set(date.paragraph.text.split()), letter.ref
        assert len(date.paragraph.text.split()) == 3, letter.ref


def test_labels_stand_at_the_margin_and_are_not_bold(letters: list[Laid]) -> None:
    """เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย: their texts begin on one line, also where they run over."""
    for letter, one in styled(letters, *LABELLED):
        where = (letter.ref, one.paragraph.text[:30])
        label, text = one.pieces
        assert label[0].left == at(LEFT), where
        for row in lines(text):
            assert row[0].left == at(text[0].left, 0.5), where
        assert text[0].left > label[-1].right + MM, where
    plain = [letter for letter in letters if {one.paragraph.style for one in printed(letter)} <= {*sum(ORDER, ())}]
    assert plain
    for letter in plain:
        assert [name for name in fonts_of(letter.pdf) if name.startswith(EMBEDDED)] == [EMBEDDED], letter.ref


def test_everything_is_16_points_but_the_marks(letters: list[Laid]) -> None:
    for letter in letters:
        for one in printed(letter):
            mark = one.paragraph.style == "UrgencyLeft"
            assert sizes(one.words) == {MARK if mark else BODY}, (letter.ref, one.paragraph.text)


def test_prose(letters: list[Laid]) -> None:
    """2.5 cm in, then at the margin; lines full to the right margin but for the last."""
    wrapped = 0
    for letter, paragraph in styled(letters, *PROSE):
        where = (letter.ref, paragraph.paragraph.text[:40])
        rows = lines(paragraph.words)
        assert rows[0][0].left == at(LEFT + INDENT), where
        for above, below in pairwise(rows):
            wrapped += 1
            assert below[0].left == at(LEFT), where
            assert above[-1].right == at(RIGHT, JUSTIFIED), where
            if above[0].page == below[0].page:
                assert below[0].bottom - above[0].bottom == at(BODY_LINE, 0.3), where
    assert wrapped > 10


def test_gaps(letters: list[Laid]) -> None:
    """1 Enter + Before 6 pt between parts, 12 pt before the closing words; items of one list close up.

    A letter without a date keeps the line for it.
    """
    compared = {"6": 0, "12": 0, "0": 0}
    for letter in letters:
        undated = not any(one.paragraph.style == "DateLine" for one in printed(letter))
        for above, below in pairwise(printed(letter)):
            style = below.paragraph.style
            if above.words[-1].page != below.words[0].page or above.paragraph.style.startswith("Table"):
                continue
            gap = below.words[0].bottom - above.words[-1].bottom
            where = (letter.ref, below.paragraph.text[:40])
            if style == "Farewell":
                assert gap == at(BODY_LINE + 2 * BEFORE, 0.5), where
                compared["12"] += 1
            elif style in ITEMS and above.paragraph.style == style:
                assert gap == at(BODY_LINE, 0.5), where
                compared["0"] += 1
            elif style in (*PROSE, *LABELLED, *ITEMS, "DateLine", "CopyTo", "PartHeading") or below.paragraph.label:
                parts = 2 if undated and style == "Subject" else 1
                assert gap == at(parts * (BODY_LINE + BEFORE), 0.5), where
                compared["6"] += 1
    assert compared["6"] > 40
    assert compared["12"] >= len(letters) - 2
    assert compared["0"] > 2


def test_signature(letters: list[Laid]) -> None:
    """Three lines of room between the closing words and the name; the post on the name's axis, in the right half."""
    for letter in letters:
        placed = printed(letter)
        [place] = [place for place, one in enumerate(placed) if one.paragraph.style == "Signer"]
        above, name, post = placed[place - 1 : place + 2]
        assert (above.paragraph.style, post.paragraph.style) == ("Farewell", "Position"), letter.ref
        assert len(above.pages | name.pages | post.pages) == 1, letter.ref
        axis = middle(name.words)
        assert axis > PAPER_CENTRE + CM, letter.ref
        for row in lines(post.words):
            assert middle(row) == at(axis, 2 * MM), letter.ref
        assert name.words[0].bottom - above.words[-1].bottom == at(4 * BODY_LINE, 1), letter.ref
        assert post.words[0].bottom - name.words[-1].bottom == at(BODY_LINE, 0.5), letter.ref


def test_the_last_page_is_no_orphan_signature(letters: list[Laid]) -> None:
    """Where the text runs over to another page, at least two lines of it stand above the closing words."""
    later = 0
    for letter, farewell in styled(letters, "Farewell"):
        page = farewell.words[0].page
        if page > 1:
            later += 1
            before = [word for one in printed(letter) if one.paragraph.style != "Farewell" for word in one.words]
            text = [word for word in before if word.page == page and word.bottom < farewell.words[0].bottom]
            assert len(lines(text)) >= 2, letter.ref
    assert later


def test_owner_of_the_matter(letters: list[Laid]) -> None:
    """At the margin, a line each, three lines below the post; only where the page is full with less room."""
    gaps = []
    for letter in letters:
        for above, below in pairwise(printed(letter)):
            if below.paragraph.style != "Contact":
                continue
            rows = lines(below.words)
            assert {round(row[0].left) for row in rows} == {round(LEFT)}, letter.ref
            for upper, lower in pairwise(rows):
                assert lower[0].bottom - upper[0].bottom == at(BODY_LINE, 0.3), letter.ref
            assert below.pages == {above.words[-1].page}, letter.ref
            gaps.append(below.words[0].bottom - above.words[-1].bottom - BODY_LINE)
    assert all(any(gap == at(room, 1) for room in (3 * BODY_LINE, *SHRUNK)) for gap in gaps), gaps
    assert sum(gap == at(3 * BODY_LINE, 1) for gap in gaps) >= len(gaps) / 2


def test_page_numbers(letters: list[Laid]) -> None:
    assert_page_numbers(letters)


def test_marks_of_secrecy(letters: list[Laid]) -> None:
    assert_secrecy_marks(letters)


def test_marks_of_urgency(letters: list[Laid], tmp_path: Path) -> None:
    """At 32 pt and the margin, above ที่ and clear of the emblem."""
    for letter, urgency in styled(letters, "UrgencyLeft"):
        [number] = [one for one in printed(letter) if one.paragraph.style == "NumberLine"]
        [emblem] = pictures_of(letter.pdf, tmp_path)
        assert urgency.words[0].left == at(LEFT), letter.ref
        assert urgency.words[-1].right < emblem.left, letter.ref
        assert baseline(urgency.words[0]) < number.words[0].top + 2 * MM, letter.ref
        assert len(lines(urgency.words)) == 1, letter.ref
