"""The marks that clauses of official texts begin with: ๑. ๑.๑ ๑) (๑) ก. ก) (ก) –, in Thai or Arabic digits.

No manual fixes their order below ๑.๑.๑; offices nest them as they like. A line may begin like a clause and be none:
what comes before and after tells.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..thai.counting import LETTERS, letters
from ..thai.numerals import to_arabic

Form = Literal["1.", "1)", "(1)", "ก.", "ก)", "(ก)", "-"]
"""How a mark is written; `1.` is also 1.1, 1.1.1 and so on."""
MOST_DIGITS = 3
_D = f"[0-9๐-๙]{{1,{MOST_DIGITS}}}"
_L = f"[{LETTERS}]"
_MARK = re.compile(
    rf"(?P<chain>{_D}(?:\.{_D})+)\.?(?![0-9๐-๙.,)%])"
    rf"|(?P<bracket>{_D})\.?\)"
    rf"|(?P<dot>{_D})\.(?![0-9๐-๙.])"
    rf"|\((?P<brackets>{_D})\)"
    rf"|(?P<letter>{_L})\.(?![ก-๙.0-9])"
    rf"|(?P<letter_bracket>{_L})\)"
    rf"|\((?P<letter_brackets>{_L})\)"
    r"|(?P<bullet>[-–—•●▪◦∙·*](?=\s)|[-•●▪◦∙·](?=[^\s0-9๐-๙.,\-]))"
)
_FORMS: dict[str, Form] = {
    "chain": "1.", "dot": "1.", "bracket": "1)", "brackets": "(1)",
    "letter": "ก.", "letter_bracket": "ก)", "letter_brackets": "(ก)", "bullet": "-",
}  # fmt: skip


class Mark(NamedTuple):
    """A mark at the beginning of a line.

    numbers: from 1, those of the levels above first (๑.๒.๓ is (1, 2, 3)); () for a bullet. length: of the mark with the
    blanks after it, in characters.
    """

    form: Form
    numbers: tuple[int, ...]
    length: int


def mark_of(line: str) -> Mark | None:
    """The mark that a line begins with; None without one, and where nothing follows it."""
    start = len(line) - len(line.lstrip())
    found = _MARK.match(line, start)
    if found is None:
        return None
    kind = found.lastgroup or ""
    said = found[kind]
    length = len(line) - len(line[found.end() :].lstrip())
    if length == len(line):
        return None
    if kind == "bullet":
        return Mark("-", (), length)
    if said[0] in LETTERS:
        return Mark(_FORMS[kind], (LETTERS.index(said) + 1,), length)
    numbers = tuple(int(part) for part in to_arabic(said).split("."))
    return Mark(_FORMS[kind], numbers, length) if all(numbers) else None


def written(form: Form, numbers: tuple[int, ...]) -> str:
    """The mark of a clause, in Arabic digits."""
    if form == "-":
        return "-"
    last = letters(numbers[-1]) if "ก" in form else str(numbers[-1])
    if form == "1." and len(numbers) > 1:
        return ".".join(map(str, numbers))
    return form.replace("1", last).replace("ก", last)
