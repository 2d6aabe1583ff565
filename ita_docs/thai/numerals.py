"""Thai and Arabic digits, and the policy that dresses a text in one of them.

Official Thai documents are set in Thai digits (saraban-spec §11); addresses on the internet, file names, and names in
which digits touch Latin letters keep Arabic ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

Policy = Literal["thai", "arabic", "as-typed"]

KEEP_OPEN, KEEP_CLOSE = "\ufdd0", "\ufdd1"
"""Between these two (noncharacters that no text holds) digits stay as they are: the filter keep_digits sets them."""

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_D = "[0-9๐-๙]"
_L = "[A-Za-z]"
_W = "[A-Za-z0-9๐-๙]"
_ADDRESS = r"[^\s<>\"“”‘’()\[\]{}\u0e01-\u0e4f\u0e5a-\u0e7f\ufdd0\ufdd1]"
"""A character of a web address: no Thai letter, so that a sentence may go on without a space."""
_PATH = "(?<=[/=_])[\u0e01-\u0e3a\u0e40-\u0e4e]+"
"""Thai letters that follow a separator belong to the address: `…go.th/ข่าว/2567`."""
_ENDINGS = "th|com|net|org|info|edu|gov|int|mil|io|me|co|asia|biz|dev|app|uk|jp|us|eu|tv|ly|gl|be"
_FILES = (
    "docx?|docm|dotx|xlsx?|xlsm|pptx?|pdf|csv|txt|zip|rar|7z|jpe?g|png|gif|bmp|tiff?|svg|mp[34]|odt|ods|odp|rtf|"
    "html?|xml|json|toml|ttf|otf|exe|avi|mov"
)
_BETWEEN = "[.,:/–-]"
_NUMBER = rf"{_D}+(?:{_BETWEEN}{_D}+)*"
"""A number, date, time or range: it is converted as a whole, or not at all."""
_NO_FILE = r"\s<>\"“”:\ufdd0\ufdd1"

_PROTECTED = (
    rf"(?:https?|ftp)://(?:{_ADDRESS}|{_PATH})+",
    rf"{_W}[A-Za-z0-9๐-๙._%+-]{{0,64}}@(?:{_W}(?:{_W}|-(?={_W})){{0,62}}\.){{1,9}}[A-Za-z]{{2,24}}(?!{_W})",
    rf"(?:{_W}(?:{_W}|-(?={_W})){{0,62}}\.){{1,9}}(?:{_ENDINGS})(?!{_W})(?:[/?#:](?:{_ADDRESS}|{_PATH})*)?",
    rf"(?={_D}*{_L})(?:{_W}(?:{_W}|-(?={_W})){{0,62}}\.){{1,9}}[a-z]{{2,24}}/(?:{_ADDRESS}|{_PATH})*",
    rf"(?<![^{_NO_FILE}])[^{_NO_FILE}]*\.(?:{_FILES})(?!{_W})(?:[?#]{_ADDRESS}*|(?<={_D})(?:{_BETWEEN}{_D}+)+)?",
    rf"(?:{_L}+|{_NUMBER}|(?<={_W})[-_+#](?={_W}))+",
)
"""URL; e-mail; domain, of any ending where a path follows; file name with its folders; letters and digits that touch,
also by a hyphen.

A file name begins at a space or quote, and other lengths are bounded, so that a long text is still read in one pass.
The last pattern takes every number whole, so that no other can begin inside one.
"""

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
SHIPPED = (
    rf"(?:ISO/IEC|ISO|IEC|IEEE|BS|EN|TIS|RFC|WCAG|NIST|GMP|HACCP|SDGs?|Wi-?Fi|TLS|SSL|PDF/A|COVID)[ –-]{_NUMBER}",
    rf"(?:Windows|LibreOffice|Android|iOS|macOS|Adobe|Acrobat|Photoshop|Python|PHP|Java|MySQL|HTML|CSS|HTTP|Chrome|SPSS|"
    rf"PM) {_NUMBER}",
    rf"(?:Microsoft|Office|Word|Excel|PowerPoint|Outlook|Access) (?:{_D}{{4}}|365|๓๖๕)(?!{_D})",
    rf"(?:Thailand|Industry|Web|USB) {_D}+\.{_NUMBER}",
    rf"(?:[Vv]ersion|[Vv]er\.?|[Rr]elease|[Bb]uild|Port|Serial No\.?|S/N|P/N|Nos?\.|Vol\.|"
    rf"Fig\.|pp?\.) ?{_NUMBER}",
    rf"(?:IP|IPv4|DNS)(?: [Aa]ddress(?:es)?)?:? {_D}+(?:\.{_D}+){{3}}(?:{_BETWEEN}{_D}+)*",
    rf"{_NUMBER}(?:st|nd|rd|th)? {_MONTH},? {_NUMBER}",
    rf"{_MONTH} (?:{_NUMBER}(?:st|nd|rd|th)?,? )?{_NUMBER}",
)
"""Phrases, as patterns, whose digits stay Arabic although a space stands between them and the Latin letters."""

_HAS_DIGIT = re.compile(_D)
_LATIN = re.compile(_L)
_DOTTED = re.compile(rf"{_D}\.{_D}{{1,3}}\.{_D}{{1,3}}\.{_D}")
_IP = re.compile(rf"{_D}{{1,3}}(?:\.{_D}{{1,3}}){{3}}")


def to_thai(text: str) -> str:
    """`text` with every Arabic digit as a Thai one."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """`text` with every Thai digit as an Arabic one."""
    return text.translate(_TO_ARABIC)


class Keep(NamedTuple):
    """What keeps its Arabic digits, compiled; `phrases` finds the user's own."""

    protected: re.Pattern[str]
    phrases: re.Pattern[str] | None


@lru_cache(maxsize=32)
def _keep(phrases: tuple[str, ...]) -> Keep:
    own = [_literal(phrase) for phrase in sorted(filter(str.strip, phrases), key=len, reverse=True)]
    protected = re.compile("|".join([*own, *SHIPPED, *_PROTECTED]))
    return Keep(protected, re.compile("|".join(own)) if own else None)


def keep(phrases: Iterable[str] = ()) -> Keep:
    """The shipped protection, and `phrases` beside it: in them either digit, and any run of spaces, matches."""
    return _keep(tuple(phrases))


def _literal(phrase: str) -> str:
    pattern = ""
    for piece in re.split(r"(\s+|[0-9๐-๙])", phrase.strip()):
        if piece.isspace():
            pattern += r"\s+"
        elif _HAS_DIGIT.fullmatch(piece):
            pattern += f"[{to_arabic(piece)}{to_thai(to_arabic(piece))}]"
        else:
            pattern += re.escape(piece)
    before = rf"(?<!{_D})(?<!{_D}{_BETWEEN})" if re.match(rf"\s*{_BETWEEN}?{_D}", phrase) else ""
    after = rf"(?!{_BETWEEN}?{_D})" if re.search(rf"{_D}{_BETWEEN}?\s*\Z", phrase) else ""
    return before + pattern + after


def convert(text: str, policy: Policy, kept: Keep | None = None) -> str:
    """`text` with its digits by `policy`, character for character: the result is as long as `text`.

    "thai" and "arabic" change every number whole; what is protected comes out in Arabic digits under both; "as-typed"
    changes nothing. Converting twice changes nothing more.
    """
    if policy == "as-typed" or not _HAS_DIGIT.search(text):
        return text
    if KEEP_OPEN in text or KEEP_CLOSE in text:
        return _around_marks(text, policy, kept)
    table = _TO_THAI if policy == "thai" else _TO_ARABIC
    kept = kept or keep()
    if not _LATIN.search(text) and not _DOTTED.search(text) and not (kept.phrases and kept.phrases.search(text)):
        return text.translate(table)
    pieces: list[str] = []
    done = 0
    for found in kept.protected.finditer(text):
        span = found[0]
        if _LATIN.search(span) or _is_protected_number(span, kept):
            pieces += (text[done : found.start()].translate(table), span.translate(_TO_ARABIC))
            done = found.end()
    pieces.append(text[done:].translate(table))
    return "".join(pieces)


def _around_marks(text: str, policy: Policy, kept: Keep | None) -> str:
    """Convert as if the marks were not there, then put them back, and between them what was there."""
    plain = text.replace(KEEP_OPEN, "").replace(KEEP_CLOSE, "")
    dressed = iter(convert(plain, policy, kept))
    pieces: list[str] = []
    depth = 0
    for character in text:
        if character in (KEEP_OPEN, KEEP_CLOSE):
            depth = max(0, depth + (1 if character == KEEP_OPEN else -1))
            pieces.append(character)
        else:
            new = next(dressed)
            pieces.append(character if depth else new)
    return "".join(pieces)


def _is_protected_number(span: str, kept: Keep) -> bool:
    """Whether a match without Latin letters is a phrase of the user's or an IP address, not just a number."""
    if kept.phrases is not None and kept.phrases.fullmatch(span):
        return True
    return any(_is_ip(piece) for piece in re.split("[-–,:/]", span))


def _is_ip(address: str) -> bool:
    """A clause number such as 1.1.1.2 looks alike: an address begins with two digits or more, or has a 0."""
    if not _IP.fullmatch(address):
        return False
    parts = [int(part) for part in address.split(".")]
    return max(parts) <= 255 and (parts[0] > 9 or 0 in parts)
