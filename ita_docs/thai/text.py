"""The normal form of Thai text, and pieces of text a reader sees as one character.

Unicode's NFC leaves several spellings of what looks the same in Thai: sara am as one character or as nikhahit + sara
aa, two sara e for one sara ae, marks typed twice or in the wrong order (WTT 2.0 input rules; Unicode 16, chapter 16.1).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

TONES = "\u0e48-\u0e4b"
CONSONANTS = "\u0e01-\u0e2e"
UPPER = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"
LOWER = "\u0e38-\u0e3a"
ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Invisible characters that no Thai text needs: zero-width space, word joiner, BOM, soft hyphen, direction marks."""
JOINERS = re.compile("(?<=[\u0e00-\u0e7f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[\u0e00-\u0e7f])")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
REPAIRS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile("\u0e40\u0e40"), "\u0e41"),
    (re.compile(f"\u0e4d([{TONES}]*)\u0e32"), "\\1\u0e33"),
    (re.compile(f"([{TONES}])\u0e4d\u0e32"), "\\1\u0e33"),
    (
        re.compile(f"(?<!\u0e33)\u0e33+[{TONES}][\u0e33{TONES}]*"),
        lambda found: "".join(sorted(found[0], key="\u0e33".__eq__)),
    ),
    (re.compile(f"(?<=[{CONSONANTS}])([{TONES}\u0e4c])([{UPPER}{LOWER}])"), "\\2\\1"),
    (re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"), "\\1"),
)
"""เเ → แ; ํ + tone + า → tone + ำ; ำ + tone → tone + ำ; tone + vowel → vowel + tone; a doubled mark → one."""
ODD = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0e01-\u0e3a\u0e3f-\u0e4c\u0e4e-\u0e5b\u2010-\u2027]")
MARKS = re.compile(f"[\u0e33{UPPER}{LOWER}{TONES}\u0e4c\u0e4e]{{2}}(?<![{UPPER}{LOWER}][{TONES}\u0e4c])")
"""Characters that may not stay as they are, and two marks in a row that are not a vowel and what stands above it."""
OPTIONAL = ("*", ":", "：", "(จำเป็น)", "(ถ้ามี)", "(required)", "(optional)")
THAI_DIGIT = re.compile("[๐-๙]")


class Cleaned(NamedTuple):
    """A cell's text made fit for a document: how many control characters went, and whether marks were mended."""

    text: str
    removed: int
    repaired: bool


def is_suspect(text: str) -> bool:
    """Whether a text may not be in normal form: else no repair, nor NFC, would change it. Most text is not."""
    # three simple searches take half the time of one for all of it
    return ODD.search(text) is not None or "\u0e40\u0e40" in text or MARKS.search(text) is not None


def normal_form(text: str) -> str:
    """`text` in the one spelling that looks the same: NFC, then the Thai repairs; invisible characters removed.

    Legal text, emoji sequences among it, is not changed.
    """
    if not is_suspect(text):
        return text
    text = ZERO_WIDTH.sub("", text)
    while True:
        repaired = unicodedata.normalize("NFC", JOINERS.sub("", text))
        for pattern, replacement in REPAIRS:
            repaired = pattern.sub(replacement, repaired)
        if repaired == text:
            return text
        text = repaired


def clean(text: str) -> Cleaned:
    """A cell's text without control characters, in normal form, its lines trimmed, outer blank lines dropped.

    It counts as repaired where more than NFC was needed, invisible characters among it. A tab becomes a space and every
    kind of line end a newline. NBSP stays inside a line.
    """
    if not is_suspect(text):
        return Cleaned(_trimmed(text), 0, False)
    ended = LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept, removed = CONTROL.subn("", ended)
    normal = normal_form(kept)
    return Cleaned(_trimmed(normal), removed, normal != unicodedata.normalize("NFC", kept))


def mended(text: str) -> str:
    """`text` without control characters and in normal form, its white space as it is."""
    return normal_form(CONTROL.sub("", text)) if is_suspect(text) else text


def sound(text: str) -> str:
    """What `clean` makes of a text that needs no more than trimming; empty where it needs more."""
    return "" if is_suspect(text) else _trimmed(text)


def _trimmed(text: str) -> str:
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n")


def heading_key(text: str) -> str:
    """What makes two headings the same: normal form, without case, white space, marks of being required, or digits'
    script."""
    folded = THAI_DIGIT.sub(lambda digit: str(int(digit[0])), normal_form(text).casefold())
    key = "".join(folded.split())
    while key.endswith(OPTIONAL):
        key = key[: -max(len(mark) for mark in OPTIONAL if key.endswith(mark))].rstrip("*:：")
    return key


def tag_name(heading: str) -> str:
    """A heading as a name in a template: every other character becomes `_`, so `ข้อกฎหมาย/ระเบียบ` → ข้อกฎหมาย_ระเบียบ.

    Thai vowels and tone marks stay; a leading digit gets a `_` before it.
    """
    name = "".join(character if f"a{character}".isidentifier() else "_" for character in normal_form(heading).strip())
    return name if name.isidentifier() else "_" + name


def graphemes(text: str) -> list[str]:
    """`text` in grapheme clusters: what a reader sees as one character (UAX #29, with Thai sara am).

    Marks, joiner sequences, variation selectors, skin tones and flags stay with what they follow.
    """
    starts: list[int] = []
    flags = 0
    before = ""
    for index, character in enumerate(text):
        flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        flags = flags + 1 if flag else 0
        if not before or not (
            unicodedata.category(character) in ("Mn", "Me", "Mc")
            or character in "\u0e33\u200d"
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or before == "\u200d"
            or (flag and flags % 2 == 0)
            or (character == "\n" and before == "\r")
        ):
            starts.append(index)
        before = character
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def cut(text: str, length: int) -> str:
    """`text` cut to at most `length` characters, never inside a grapheme cluster."""
    if len(text) <= length:
        return text
    kept = ""
    for cluster in graphemes(text):
        if len(kept) + len(cluster) > length:
            break
        kept += cluster
    return kept
