"""Slips in the wording of a text: words typed twice, fixed terms misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .passages import Claim

SHORT = ("ของ", "และ", "หรือ", "เพื่อ", "โดย", "ด้วย", "จาก", "จึง", "ซึ่ง", "กับ", "เป็น", "แต่", "นางสาว", "นาง", "นาย")
TWICE = re.compile(rf"(?<!สิ่ง)(?<!เจ้า)(?<!ข้าว)(?<!รับ)(?<!เครื่อง)({'|'.join(SHORT)})\1")
"""Words that are never meant twice; longer repeats are looked for by themselves, as โรงเรียนเรียน is no slip."""
LEAST, MOST, STEP = 8, 64, 4
"""The length of a repeated phrase in characters, and how far apart the places are where one is looked for."""
LETTER = re.compile("[ก-ฮ]")
THAI = re.compile("[ก-๎]")
INSIDE = re.compile("[ะ-ฺๅ-๎ ]")
BREAK = re.compile(r"[\n\t\d]")
TERMS = (
    (re.compile(r"No\s+(?:Give|Gifts|Gif)\s+Policy", re.IGNORECASE), "No Gift Policy"),
    (re.compile(r"Z[OE]R[OE]\s+Tol[ea]r[ea]nce", re.IGNORECASE), "Zero Tolerance"),
    (re.compile("กลับกรอง"), "กลั่นกรอง"),
)


def wording_claims(text: str) -> Iterator[Claim]:
    """What is typed twice or misspelt in `text`."""
    for found in TWICE.finditer(text):
        yield Claim("doubled-words", found[0])
    if phrase := next(doubled(text), None):  # one is enough to send somebody to the cell
        yield Claim("doubled-words", phrase)
    for pattern, right in TERMS:
        for found in pattern.finditer(text):
            if " ".join(found[0].split()).casefold() != right.casefold():
                yield Claim("misspelt-term", found[0], {"right": right})


def doubled(text: str) -> Iterator[str]:
    """The phrases of `LEAST` characters or more that stand twice in a row, also with a space between.

    A repeat holds every four characters of its first copy once more, one period on: it is enough to look from every
    fourth place.
    """
    at = 0
    while at + STEP <= len(text):
        found = _repeated(text, at)
        if found is None:
            at += STEP
            continue
        start, length, worded = found
        if worded:
            yield text[start : start + length].strip()
        at = max(at + STEP, start + length * (2 if worded else 1))


def _repeated(text: str, at: int) -> tuple[int, int, bool] | None:
    """Where a phrase that is repeated begins, no more than three characters before `at`, its length, and whether it is
    words."""
    if not THAI.match(text, at):
        return None
    broken = BREAK.search(text, at, at + MOST)
    limit = at + MOST if broken is None else broken.start()
    gram = text[at : at + STEP]
    next_one = text.find(gram, at + LEAST, limit + STEP)
    while next_one != -1:
        apart = next_one - at
        found = None
        for start in range(at, max(-1, at - STEP), -1):
            phrase = text[start : start + apart].rstrip(" ")
            if text.startswith(phrase, start + apart):
                end = start + apart + len(phrase)
                found = start, len(phrase), _worded(phrase, apart - len(phrase), text[end : end + 1])
                if found[2]:
                    break
        if found is not None:
            return found
        next_one = text.find(gram, next_one + 1, limit + STEP)
    return None


def _worded(phrase: str, gap: int, follows: str) -> bool:
    """Whether a phrase is Thai words on one line, begun with a letter; after a gap, words that end where it ends.

    `ข้อ คะแนน ข้อ คะแนน` is the head of a table, and no slip.
    """
    if len(phrase) < LEAST or len(LETTER.findall(phrase)) < STEP or BREAK.search(phrase) or INSIDE.match(phrase):
        return False
    if " " in phrase and max(map(len, phrase.split())) < LEAST:
        return False
    return not gap or THAI.match(follows) is None
