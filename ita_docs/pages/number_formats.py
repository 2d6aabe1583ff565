"""A number as a list, a page number or a field prints it: ST_NumberFormat (ECMA-376 part 1 §17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from ..thai.counting import in_words, letters
from ..thai.numerals import to_thai

CUSTOM = "custom:"
"""What stands before the pattern of a custom format (`w:format`): `custom:001, 002, 003, ...`."""
LARGEST = 32767
"""Word's largest number in a list: above it only digits are printed."""
_TURN = 780
"""Office's letters begin again after thirty turns of the alphabet: 780 is z thirty times, 781 is a."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def numbered(value: int, format: str) -> str:
    """`value` in a format of ST_NumberFormat; `bullet` and `none` print nothing, formats not known here print digits.

    What a format has no sign for — zero, negative numbers, numbers over `LARGEST` — is printed in digits. English words
    begin with a capital, as in Word's lists. [MS-OI29500] §2.1.540: Word takes bahtText for decimal.
    """
    if format == "decimal":
        return str(value)
    if format in ("bullet", "none"):
        return ""
    shown = _SIGNED.get(format)
    if shown is not None:
        return shown(value)
    if format.startswith(CUSTOM):
        return _custom(value, format[len(CUSTOM) :])
    written = _WRITTEN.get(format)
    return written(value) if written is not None and 0 < value <= LARGEST else str(value)


def _letters(value: int) -> str:
    times, place = divmod((value - 1) % _TURN, 26)
    return chr(97 + place) * (times + 1)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


def _ordinal(value: int) -> str:
    if value // 10 % 10 == 1:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    unit, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    higher, rest = divmod(value, unit)
    return f"{_words(higher)} {name}" + (f" {_words(rest)}" if rest else "")


def _ordinal_words(value: int) -> str:
    words = _words(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last.endswith("y"):
        return f"{words[:-1]}ieth"
    return words[:cut] + _ORDINALS.get(last, f"{last}th")


def _chicago(value: int) -> str:
    times, place = divmod((value - 1) % _TURN, 4)
    return "*†‡§"[place] * (times + 1)


def _enclosed(first: int) -> Callable[[int], str]:
    """Unicode has one sign each for 1–20; Word goes on in digits."""
    return lambda value: chr(first + value - 1) if value <= 20 else str(value)


def _custom(value: int, pattern: str) -> str:
    """[MS-DOCX] §2.4: the pattern shows the first numbers: `001, 002, …` has three digits, `๑, ๒, …` is thaiNumbers."""
    first = pattern.split(",")[0].strip()
    if 1 < len(first) <= 5 and first == "1".zfill(len(first)):
        return str(value).zfill(len(first)) if value >= 0 else str(value)
    known = {"๑": "thaiNumbers", "ก": "thaiLetters", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
    return numbered(value, known.get(first, "upperRoman" if first == "I" else "decimal"))


_SIGNED: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}" if value >= 0 else str(value),
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "numberInDash": lambda value: f"- {value} -",
    "thaiNumbers": lambda value: to_thai(str(value)),
}
"""Formats that write zero and negative numbers too."""
_WRITTEN: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "chicago": _chicago,
    "thaiLetters": letters,
    "thaiCounting": in_words,
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
}
"""Formats for numbers from 1 to `LARGEST`."""
