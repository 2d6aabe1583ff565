"""Stand-ins: which shipped font is drawn where a document names a family that is not at hand.

Vertical metrics are those of the named family, as shares of the size (ascent, descent, gap): pages come out as long as
with the original. They are facts about the fonts, from their `OS/2` and `hhea` tables.
"""

from __future__ import annotations

from typing import NamedTuple

Metrics = tuple[float, float, float]


class Shipped(NamedTuple):
    """A shipped family and its files: regular, bold, italic, bold italic; empty where there is none."""

    family: str
    regular: str
    bold: str = ""
    italic: str = ""
    bold_italic: str = ""

    def file(self, bold: bool, italic: bool) -> str:
        """The file of a style, empty where there is none."""
        return self[1 + bold + 2 * italic]


class StandIn(NamedTuple):
    """How a family is stood in for. metrics: None for those of the shipped font. others: for characters it lacks.

    advances: the family of `advances.ADVANCES` whose widths the drawn characters take.
    """

    shipped: Shipped
    metrics: Metrics | None = None
    scale: float = 1.0
    thai_digits: bool = False
    advances: str = ""
    others: tuple[StandIn, ...] = ()


def _four(family: str, stem: str) -> Shipped:
    return Shipped(
        family, f"{stem}-Regular.ttf", *(f"{stem}-{style}.ttf" for style in ("Bold", "Italic", "BoldItalic"))
    )


SARABUN = Shipped("TH Sarabun New", *(f"THSarabunNew{style}.ttf" for style in ("", "-Bold", "-Italic", "-BoldItalic")))
SANS = _four("Liberation Sans", "LiberationSans")
SERIF = _four("Liberation Serif", "LiberationSerif")
MONO = Shipped("Liberation Mono", "LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf")
CARLITO = _four("Carlito", "Carlito")
CALADEA = _four("Caladea", "Caladea")
DEJAVU = Shipped("DejaVu Sans", "DejaVuSans.ttf")

BUNDLED = {
    "thsarabunnew": SARABUN,
    "liberationsans": SANS,
    "liberationserif": SERIF,
    "liberationmono": MONO,
    "carlito": CARLITO,
    "caladea": CALADEA,
    "dejavusans": DEJAVU,
}
"""Families that are shipped themselves: no substitution."""

_SEGOE_UI_SYMBOL = (1.079, 0.251, 0.0)
SYMBOLS = StandIn(DEJAVU, _SEGOE_UI_SYMBOL)
"""Where Word goes for a symbol that a font lacks, as tall as there."""
FALLBACKS = (StandIn(SARABUN), StandIn(SANS), SYMBOLS)
"""Where a character is looked for that the named family and its stand-in lack."""

# Windows' Thai families draw Latin letters at 0.66 of the size: Angsana New those of Times New Roman, to the unit;
# Cordia New's space, r and M have 0.655 of Arial's widths, though its d has 0.72.
_SMALL_LATIN = 0.66
# Tahoma and its like draw Thai as large as their Latin letters, half as large again as TH Sarabun New.
_LARGE_THAI = 1.5


def _small(latin: Shipped, metrics: Metrics, scale: float = 1.0, advances: str = "") -> StandIn:
    """A family of Windows whose Thai is as small as TH Sarabun New's."""
    return StandIn(latin, metrics, _SMALL_LATIN, others=(StandIn(SARABUN, metrics, scale, advances=advances),))


def _large(metrics: Metrics, scale: float = 1.0) -> StandIn:
    """A family with large Thai."""
    return StandIn(SANS, metrics, scale, others=(StandIn(SARABUN, metrics, _LARGE_THAI),))


# TH SarabunPSK 1.0, Cordia New and Cambria Math: `OS/2` of the fonts in a PDF that Word made. Angsana New's ascent:
# font descriptions of PDF generators; its descent is an estimate.
_PSK = (0.850, 0.250, 0.030)
_ANGSANA = (0.923, 0.430, 0.0)
_CORDIA = (3678 / 4096, 2000 / 4096, 0.0)

STAND_INS: dict[str, StandIn] = {
    "thsarabunpsk": StandIn(SARABUN, _PSK),
    "thsarabun": StandIn(SARABUN, _PSK),
    "thsarabunit9": StandIn(SARABUN, _PSK, thai_digits=True),
    "sarabun": StandIn(SARABUN, (1.068, 0.232, 0.0), _LARGE_THAI),
    "laksaman": StandIn(SARABUN, (1.270, 0.687, 0.030), _LARGE_THAI),
    "angsananew": _small(SERIF, _ANGSANA, 1.02, "angsana"),
    "angsanaupc": _small(SERIF, _ANGSANA, 1.02, "angsana"),
    "cordianew": _small(SANS, _CORDIA),
    "cordiaupc": _small(SANS, _CORDIA),
    "browallianew": _small(SANS, _CORDIA),
    "browalliaupc": _small(SANS, _CORDIA),
    "arial": StandIn(SANS),
    "helvetica": StandIn(SANS),
    "timesnewroman": StandIn(SERIF),
    "times": StandIn(SERIF),
    "couriernew": StandIn(MONO),
    "courier": StandIn(MONO),
    "calibri": StandIn(CARLITO),
    "calibrilight": StandIn(CARLITO),
    "cambria": StandIn(CALADEA, (0.950, 0.222, 0.0)),
    "cambriamath": StandIn(CALADEA, (0.778, 0.222, 0.172)),
    "tahoma": _large((1.0005, 0.2065, 0.0)),
    "microsoftsansserif": _large((0.922, 0.210, 0.0)),
    "leelawadee": _large((1.010, 0.320, 0.0)),
    "leelawadeeui": _large(_SEGOE_UI_SYMBOL),
    "segoeui": _large(_SEGOE_UI_SYMBOL),
    "segoeuisymbol": SYMBOLS,
    "verdana": StandIn(DEJAVU, (1.005, 0.210, 0.0)),
    "georgia": StandIn(SERIF, (0.917, 0.219, 0.0), 1.08),
    "symbol": StandIn(DEJAVU, (1.005, 0.220, 0.0)),
    "wingdings": StandIn(DEJAVU, (0.898, 0.211, 0.0)),
    "wingdings2": StandIn(DEJAVU, (0.843, 0.211, 0.0)),
    "wingdings3": StandIn(DEJAVU, (0.927, 0.211, 0.0)),
    "webdings": StandIn(DEJAVU, (0.800, 0.200, 0.0)),
    "msgothic": StandIn(MONO, (0.859, 0.141, 0.0), 5 / 6, others=(StandIn(DEJAVU, (0.859, 0.141, 0.0)),)),
}

SYMBOL_FAMILIES = frozenset(("symbol", "wingdings", "wingdings2", "wingdings3", "webdings"))
_SERIF_WORDS = (
    *("serif", "times", "roman", "garamond", "georgia", "book", "century", "palatino", "antiqua", "mincho", "song"),
)
_MONO_WORDS = ("mono", "courier", "consolas", "typewriter", "code", "fixed", "terminal", "console")
# The national fonts (TH …) are drawn to one measure, as are the families of Windows whose names end in UPC.
_THAI_BEGINNINGS = (
    *("thsarabun", "thniramit", "thkodchasal", "thchakra", "thbaijam", "thkrub", "thkoho", "thk2d", "thmali"),
    *("thfahkwang", "thcharm", "thsrisakdi", "dillenia", "eucrosia", "freesia", "jasmine", "kodchiang"),
)
_CLASSES = {"roman": StandIn(SERIF), "modern": StandIn(MONO), "swiss": StandIn(SANS)}


def stand_in(key: str, kind: str = "") -> StandIn:
    """What stands for a family (its `resources.family_key`) that nobody has. kind: its class in the font table."""
    known = STAND_INS.get(key)
    if known is not None:
        return known
    if key in BUNDLED:
        return StandIn(BUNDLED[key])
    if key.startswith(_THAI_BEGINNINGS) or key.endswith("upc"):
        return StandIn(SARABUN)
    words = key.replace("sansserif", "")
    if any(word in words for word in _MONO_WORDS):
        return _CLASSES["modern"]
    if any(word in words for word in _SERIF_WORDS):
        return _CLASSES["roman"]
    return _CLASSES.get(kind, StandIn(SANS))
