"""What a paragraph and a run look like: defaults, styles, lists, direct formatting, and the two sides of a run."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import GlyphRun

from .documents import DEFAULTS, LINE, docx, laid, line, lines, p, r, style
from .documents import FONT as PSK

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def run(xml: str, text: str, **more: str) -> GlyphRun:
    """The glyph run with `text` in a document of one paragraph."""
    placed = line(laid(xml, **more), text)
    return next(item for item in placed.line.runs if text in item.shaped.text)


def bold(of: GlyphRun) -> bool:
    return "Bold" in of.face.path.name or of.face.bold


def size(look: str, *, of: str = "กข", pstyle: str = "", styles: str = "") -> float:
    paragraph = p(r(of, look), f'<w:pStyle w:val="{pstyle}"/>' if pstyle else "")
    return run(paragraph, of, styles=styles).size


def test_without_defaults_text_is_ten_points_and_margins_are_an_inch() -> None:
    layout = laid(p("AB"), defaults="", end="<w:sectPr/>")
    placed = lines(layout)[0]
    assert (placed.x, placed.y) == (72.0, 72.0)
    assert placed.line.runs[0].size == 10.0
    assert (layout.pages[0].width, layout.pages[0].height) == (612.0, 792.0)


def test_later_styles_lie_over_earlier_ones() -> None:
    styles = style("A", run='<w:szCs w:val="40"/>') + style(
        "B", run='<w:sz w:val="50"/>', more='<w:basedOn w:val="A"/>'
    )
    styles += style("C", run='<w:szCs w:val="60"/>', kind="character")
    assert size("") == 16.0
    assert size("", pstyle="A", styles=styles) == 20.0
    assert size("", pstyle="B", styles=styles) == 20.0
    assert size("", of="AB", pstyle="B", styles=styles) == 25.0
    assert size('<w:rStyle w:val="C"/>', pstyle="B", styles=styles) == 30.0
    assert size('<w:rStyle w:val="C"/><w:szCs w:val="70"/>', pstyle="B", styles=styles) == 35.0


def test_the_default_style_holds_where_none_is_named_or_none_is_found() -> None:
    default = style("N", "<w:ind w:left='200'/>", '<w:szCs w:val="44"/>').replace(
        "<w:style ", '<w:style w:default="1" '
    )
    assert size("", styles=default) == 22.0
    assert size("", pstyle="missing", styles=default) == 22.0
    assert lines(laid(p("ก"), styles=default))[0].x == pytest.approx(60.0)


def test_styles_that_are_based_on_each_other_end() -> None:
    ring = style("A", run='<w:szCs w:val="40"/>', more='<w:basedOn w:val="B"/>')
    ring += style("B", run='<w:szCs w:val="50"/>', more='<w:basedOn w:val="A"/>')
    assert size("", pstyle="A", styles=ring) == 20.0
    assert size("", pstyle="B", styles=ring) == 25.0


def test_table_style_lies_between_the_defaults_and_the_paragraph_style() -> None:
    styles = style("T", '<w:jc w:val="right"/>', "<w:b/><w:bCs/><w:i/><w:iCs/>", kind="table")
    styles += style("P", '<w:jc w:val="left"/>', '<w:iCs w:val="0"/>')
    other = p("ขา", '<w:pStyle w:val="P"/>')
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="4000"/>'
        f"</w:tblGrid><w:tr><w:tc>{p('กา')}{other}</w:tc></w:tr></w:tbl>{p()}"
    )
    layout = laid(table, styles=styles)
    first, second = line(layout, "กา"), line(layout, "ขา")
    assert first.x > second.x + 100
    assert bold(first.line.runs[0])
    assert bold(second.line.runs[0])
    assert "Italic" in first.line.runs[0].face.path.name
    assert "Italic" not in second.line.runs[0].face.path.name


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "expected"),
    [
        ("", "", "", False),
        ("<w:bCs/>", "", "", True),
        ("", "<w:bCs/>", "", True),
        ("<w:bCs/>", "<w:bCs/>", "", False),
        ("<w:bCs/>", "<w:bCs/>", "<w:bCs/>", True),
        ("<w:bCs/>", "", '<w:bCs w:val="0"/>', False),
        ("<w:bCs/>", '<w:bCs w:val="0"/>', "", False),
    ],
)
def test_toggles_of_paragraph_and_character_style_cancel(
    paragraph: str, character: str, direct: str, expected: bool
) -> None:
    styles = style("P", run=paragraph) + style("C", run=character, kind="character")
    xml = p(r("กข", f'<w:rStyle w:val="C"/>{direct}'), '<w:pStyle w:val="P"/>')
    assert bold(run(xml, "กข", styles=styles)) is expected


def test_thai_takes_the_complex_side_and_latin_the_other() -> None:
    look = (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="TH SarabunPSK"/><w:b/><w:sz w:val="20"/><w:szCs w:val="40"/>'
    )
    placed = lines(laid(p(r("ไทยABC", look))))[0]
    thai, latin = placed.line.runs
    assert (thai.size, thai.face.family, bold(thai)) == (20.0, PSK, False)
    assert (latin.size, latin.face.family, bold(latin)) == (10.0, "Arial", True)


@pytest.mark.parametrize("flag", ["<w:cs/>", "<w:rtl/>"])
def test_a_complex_run_takes_the_complex_side_for_everything(flag: str) -> None:
    look = (
        f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="{PSK}"/><w:sz w:val="20"/><w:szCs w:val="40"/><w:bCs/>{flag}'
    )
    found = run(p(r("ABC", look)), "ABC")
    assert (found.size, found.face.family, bold(found)) == (20.0, PSK, True)


def test_fonts_by_theme_win_over_fonts_by_name() -> None:
    theme = (
        '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont>'
        f'<a:latin typeface="Courier New"/><a:cs typeface=""/><a:font script="Thai" typeface="{PSK}"/>'
        f"</a:minorFont></a:fontScheme>"
    )
    look = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:cs="Arial" w:cstheme="minorBidi"/>'
    placed = lines(laid(p(r("ไทยABC", look)), theme=theme))[0]
    assert [item.face.family for item in placed.line.runs] == [PSK, "Courier New"]
    major = lines(laid(p(r("ABC", '<w:rFonts w:asciiTheme="majorHAnsi"/>')), theme=theme))[0]
    assert major.line.runs[0].face.family == "Arial"


def test_the_list_lies_under_direct_indents_and_over_the_style() -> None:
    styles = style("P", '<w:ind w:left="1000"/>')
    named = laid(p("ก", f'<w:pStyle w:val="P"/>{NUMBERED}'), styles=styles, numbering=LIST)
    assert lines(named)[0].x == pytest.approx(50.0)
    direct = laid(p("ก", f'{NUMBERED}<w:ind w:left="1400"/>'), numbering=LIST)
    assert lines(direct)[0].x == pytest.approx(50 + 70 - 20)


def test_a_style_with_a_list_keeps_its_own_indents() -> None:
    styles = style("P", f'{NUMBERED}<w:ind w:left="1000" w:firstLine="0"/>')
    assert lines(laid(p("ก", '<w:pStyle w:val="P"/>'), styles=styles, numbering=LIST))[0].x == pytest.approx(100.0)


def test_sizes_that_are_no_sizes_count_as_ten_points() -> None:
    assert size('<w:szCs w:val="junk"/>') == 10.0
    assert size('<w:szCs w:val="-4"/>') == 10.0
    assert size('<w:szCs w:val="99999"/>') == 10.0


def test_raised_and_lowered_text_is_smaller_and_keeps_the_line_height() -> None:
    placed = lines(
        laid(p(r("ก") + r("ข", '<w:vertAlign w:val="superscript"/>') + r("ค", '<w:vertAlign w:val="subscript"/>')))
    )[0]
    base, above, below = placed.line.runs
    assert above.size == below.size == pytest.approx(16 * 0.65, abs=0.2)
    assert base.rise == 0.0 < above.rise
    assert below.rise < 0.0
    assert placed.line.height == pytest.approx(LINE)


def test_capitals_and_small_capitals() -> None:
    assert run(p(r("abcกข", "<w:caps/>")), "ABC").size == 16.0
    small = lines(laid(p(r("Abc", "<w:smallCaps/>"))))[0].line.runs
    assert [(item.shaped.text, item.size) for item in small] == [("A", 16.0), ("BC", pytest.approx(12.8))]


def test_colours_and_automatic_colour_on_dark() -> None:
    assert run(p(r("กก", '<w:color w:val="ff0000"/>')), "กก").colour == "FF0000"
    assert run(p(r("กก", '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000080"/>')), "กก").colour == "FFFFFF"
    assert run(p(r("กก", '<w:color w:val="nonsense"/>')), "กก").colour == "000000"


@pytest.mark.parametrize(("fill", "colour"), [("1F3864", "FFFFFF"), ("DDDDDD", "000000")])
def test_text_of_automatic_colour_is_white_on_a_dark_ground(fill: str, colour: str) -> None:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{shade}</w:tcPr>{p('กก')}{p('ขข', shade.replace(fill, 'FFFFFF'))}"
    cell += p(r("คค", '<w:color w:val="FF0000"/>')) + "</w:tc></w:tr></w:tbl>"
    assert [run(cell, text).colour for text in ("กก", "ขข", "คค")] == [colour, "000000", "FF0000"]
    assert run(p("กก", shade), "กก").colour == colour
    box = f'<v:rect style="position:absolute;width:90pt;height:50pt" fillcolor="#{fill}"><v:textbox><w:txbxContent>'
    box = f"<w:r><w:pict>{box}{p('กก')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    assert run(p(box), "กก").colour == colour


def test_highlight_underline_and_strike_are_marks_of_the_line() -> None:
    found = lines(laid(p(r("กก", '<w:highlight w:val="yellow"/><w:u w:val="single"/><w:strike/>'))))[0]
    fill = found.line.before[0]
    assert (fill.x, fill.width, fill.colour) == (0.0, pytest.approx(12.352), "FFFF00")  # type: ignore[union-attr]
    under, strike = found.line.after
    assert under.y1 > found.line.baseline > strike.y1
    assert under.x2 == strike.x2 == pytest.approx(12.352)


def test_an_underline_that_names_no_kind_is_none() -> None:
    assert lines(laid(p(r("กก", '<w:u w:color="000000"/>'))))[0].line.after == ()


def test_character_spacing_and_stretch_widen() -> None:
    plain, spaced, wide = (
        lines(laid(p(r("กก", look))))[0].line.width for look in ("", '<w:spacing w:val="40"/>', '<w:w w:val="200"/>')
    )
    assert spaced == pytest.approx(plain + 4.0)
    assert wide == pytest.approx(plain * 2)


def test_defaults_of_the_paragraph_hold() -> None:
    defaults = DEFAULTS.replace(
        "</w:docDefaults>", '<w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    first, second = lines(laid(p("ก") + p("ข"), defaults=defaults))
    assert second.y - first.y == pytest.approx(LINE + 10)


def test_a_document_without_styles_is_laid_out() -> None:
    assert docx(p("ก"), defaults="")
    assert lines(laid(p("กา"), defaults="", styles=""))[0].line.text == "กา"
