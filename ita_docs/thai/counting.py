"""Counting in Thai: the letters that number a list, and whole numbers in words."""

from __future__ import annotations

LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The 41 consonants that number a list: all 44 but ฃ, ฅ and ฆ.

ECMA-376 part 1 §17.18.59 (thaiLetters): U+0E01, U+0E02, U+0E04, U+0E07–U+0E23, U+0E25, U+0E27–U+0E2E. Office numbers
so; LibreOffice has ฤ and ฦ besides, after ร and ล.
"""
_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")


def letters(value: int) -> str:
    """The Thai letters of a number from 1 on: ก, ข, ค, ง, …, ฮ, กก, ขข, …"""
    times, place = divmod(value - 1, len(LETTERS))
    return LETTERS[place] * (times + 1)


def in_words(value: int) -> str:
    """A whole number in Thai words: สิบเอ็ด, ยี่สิบ, หนึ่งร้อยเอ็ด, สองล้าน.

    A final one after any higher digit is เอ็ด (Royal Institute), in each group of millions.
    """
    if value == 0:
        return "ศูนย์"
    if value < 0:
        return "ลบ" + in_words(-value)
    millions, group = divmod(value, 1_000_000)
    return (f"{in_words(millions)}ล้าน" if millions else "") + _group(group, bool(millions))


def _group(group: int, follows: bool) -> str:
    words = ""
    digits = str(group)
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            continue
        if place == 0 and digit == "1" and (words or follows):
            words += "เอ็ด"
        elif place == 1 and digit in "12":
            words += ("" if digit == "1" else "ยี่") + "สิบ"
        else:
            words += _DIGITS[int(digit)] + _PLACES[place]
    return words
