"""Symbol fonts: what their codes mean in Unicode, so that a tick can be drawn by any font, searched and copied.

Symbol follows Adobe's Symbol encoding; the Wingdings and Webdings follow Unicode's account of them (Unicode 7, which
took them in). Where no shipped font has the character of that account, the nearest in look that one has is used.
"""

from __future__ import annotations

_NONE = "\ufffd"

_SYMBOL = (
    " !∀#∃%&∍()∗+,−./"
    "0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"
    "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνο"
    "πθρστυϖωξψζ{|}∼\ufffd" + _NONE * 32 + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"
    "°±″≥×∝∂•÷≠≡≈…|—↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
    "\ufffd⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\ufffd"
)

_WINGDINGS = (
    " ✎✂✁⚇♪▤☼☎✆✉✉✉✉✉✉"
    "▭▱▯▤❐⊟◷⌨◫◍▣▬▣▣✇✍"
    "✍✌☝☝☟☜☞☝☟☝☺😐☹●☠⚐"
    "⚑✈☼◊❄✝✞☩✠✡☪☯☸☸♈♉"
    "♊♋♌♍♎♏♐♑♒♓&&●❍■□"
    "□❑❒♦⧫◆❖◆⌧⊡⌘❀✿❝❞▯"
    "0①②③④⑤⑥⑦⑧⑨⑩0❶❷❸❹"
    "❺❻❼❽❾❿❦❦❦❦❧☙❧☙·•"
    "▪○○◯◉◎❍▪◻▲✦★✶✴✹✵"
    "⊡⊕✧⌑?✪✰◷◷◷◷◷◷◷◷◷"
    "◷◷◷↲↳↰↱↰↱↲↳❦❦❦❦❦"
    "❦❦❦❦❦⌫⌦◄➢▲▼◁➲△▽←"
    "→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦"
    "⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✔☒☑⊞"
)

_FOUR = "←→↑↓"
_EIGHT = "←→↑↓↖↗↙↘"


def _run(first: int, row: str) -> dict[int, str]:
    """Codes from `first` on, those without a meaning left out."""
    return {code: char for code, char in enumerate(row, first) if char != _NONE}


_WINGDINGS_2 = (
    _run(0x20, " ✎✒✏✏✄✁☎☎▯▯▯▯▯▯▯")
    | _run(0x30, "▯▯▤▥▭▣▤▦▣⌨⌨◫☝☟☜☞")
    | _run(0x40, "☚☛☚☛☜☞☝☟☜☞☝☟☝☟☝✗")
    | _run(0x50, "✓☒☑☒☒⊗⊗⊘⊘&&&&‽&&")
    | _run(0x60, "&❧☙❧☙❧☙❧☙0①②③④⑤⑥")
    | _run(0x70, "⑦⑧⑨⑩0❶❷❸❹❺❻❼❽❾❿")
    | _run(0x80, "☉○☽☾¶✝✝◷◷◷◷◷◷◷◷◷◷◷◷❦❦⋅••●○○○◯⊙◎▪")
    | _run(0xA0, "▪◾■□□□□□▣▣▣▣▣◆◆◇◇◈◈◈◈◈♦♦◊◊◖◗◠◡■◆")
    | _run(0xC0, "⬟⬟⬣⬢●●++✚✚✚✚✚××✕✕✖✖✖∗∗∗∗∗∗∗✱✱✱✱✱")
    | _run(0xE0, "✱✳✳✳✳✳▲✦✦★★✶✶✴✴✹✹▲✦✯✶✹✦✦※⁂")
)

_WINGDINGS_3 = (
    _run(0x20, " " + _EIGHT + "⇤⇥↥↧⇱↗↙⇲")
    | _run(0x31, "↔↕⇠⇢⇡⇣↯↲↳↰↱⬑⬏⬐⬎↩↪↩↪⇆⇵↹↨⇇⇉⇈⇊↶↷↶↷↻↺")
    | _run(0x52, "⇱⌤⌃⌥␣⍽⇪⇫" + "⇦⇨" * 6 + _EIGHT + "↔↕")
    | _run(0x70, "▲▼△▽◀▶◁▷◣◢◤◥◂▸▴\ufffd▾▲▼◀▶◄►▲▼" + _FOUR * 7 + "←→←→←→←▬▬▬▬→←→←→←→↑↓" + _FOUR * 4)
    | _run(0xC9, "↩↪↩↪↰↱↲↳" + _EIGHT * 3 + _FOUR + "◄►▲▼")
)

_WEBDINGS = (
    _run(0x30, "_□❐◀▶▲▼«»⇤⇥‖■●")
    | _run(0x60, "⇄✔\ufffd□\ufffd\ufffd\ufffd■\ufffdℹ\ufffd\ufffd●\ufffd●\ufffd\ufffd↻✖?")
    | {0x20: " ", 0x59: "♥", 0x78: "⊘", 0x79: "⊖", 0x7C: "|", 0x7E: "⚡", 0x95: "†", 0x98: "✯"}
    | {0xD9: "☁", 0xE0: "☾", 0xE8: "P", 0xE9: "♿", 0xFC: "⊕", 0xFD: "⊕", 0xFE: "⊕"}
)


TABLES: dict[str, dict[int, str]] = {
    "symbol": _run(0x20, _SYMBOL),
    "wingdings": _run(0x20, _WINGDINGS),
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
"""Family (casefolded) → code, 0x20–0xFF → the character that is drawn and copied for it."""

_TRANSLATIONS = {
    family: {code + base: char for base in (0, 0xF000) for code, char in table.items()}
    for family, table in TABLES.items()
}


def to_unicode(font: str, text: str) -> str | None:
    """`text` set in a symbol font, in Unicode; None where `font` is no symbol font.

    Codes may stand with the offset U+F000 or without (ECMA-376 §17.3.3.30); one that means nothing known stays.
    """
    table = _TRANSLATIONS.get(font.strip().casefold())
    return None if table is None else text.translate(table)
