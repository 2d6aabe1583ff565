"""Lines: their height, indents, tab stops, labels, and where they break."""

from __future__ import annotations

import pytest

from .documents import KO, LEFT, LINE, TOP, WIDTH, inline_picture, laid, line, lines, p, r, texts

TAB = "<w:r><w:tab/></w:r>"


def stops(*items: tuple[str, float] | tuple[str, float, str]) -> str:
    made = "".join(
        f'<w:tab w:val="{kind}" w:pos="{round(at * 20)}" w:leader="{more[0] if more else "none"}"/>'
        for kind, at, *more in items
    )
    return f"<w:tabs>{made}</w:tabs>"


def tabbed(look: str, *parts: str) -> list[float]:
    """Where on its line each part of text begins, between which stand tabs."""
    layout = laid(p(TAB.join(r(part) if part else "" for part in parts), look))
    placed = lines(layout)[0]
    return [round(placed.x - LEFT + run.x, 2) for run in placed.line.runs if run.shaped.text.strip()]


# ---------------------------------------------------------------- heights


@pytest.mark.parametrize(
    ("spacing", "height", "baseline"),
    [
        ("", 18.08, 14.08),
        ('w:line="240" w:lineRule="auto"', 18.08, 14.08),
        ('w:line="360" w:lineRule="auto"', 27.12, 14.08),
        ('w:line="259"', 18.08 * 259 / 240, 14.08),
        ('w:line="200" w:lineRule="exact"', 10.0, 8.0),
        ('w:line="600" w:lineRule="exact"', 30.0, 24.0),
        ('w:line="200" w:lineRule="atLeast"', 18.08, 14.08),
        ('w:line="600" w:lineRule="atLeast"', 30.0, 26.0),
        ('w:line="0"', 18.08, 14.08),
        ('w:line="junk"', 18.08, 14.08),
    ],
)
def test_line_rules(spacing: str, height: float, baseline: float) -> None:
    layout = laid(p("ก", f"<w:spacing {spacing}/>" if spacing else "") + p("ข"))
    first, second = lines(layout)
    assert second.y - first.y == pytest.approx(height, abs=0.02)
    assert first.line.baseline == pytest.approx(baseline, abs=0.06)


def test_an_exact_line_is_the_same_for_large_type() -> None:
    spacing = '<w:spacing w:line="800" w:lineRule="exact"/>'
    found = lines(laid(p(r("ปื้ด", '<w:szCs w:val="96"/>'), spacing) + p(r("ปื้ด"), spacing)))
    assert [placed.line.height for placed in found] == [40.0, 40.0]
    assert [placed.line.baseline for placed in found] == [32.0, 32.0]


def test_a_multiple_under_one_takes_from_the_top() -> None:
    placed = lines(laid(p("ก", '<w:spacing w:line="180" w:lineRule="auto"/>')))[0]
    assert placed.line.height == pytest.approx(13.56)
    assert placed.line.height - placed.line.baseline == pytest.approx(4.0, abs=0.06)


def test_the_tallest_run_makes_the_line() -> None:
    placed = lines(laid(p(r("ก") + r("ข", '<w:szCs w:val="64"/>'))))[0]
    assert placed.line.height == pytest.approx(32 * 1.13)
    assert {run.rise for run in placed.line.runs} == {0.0}


def test_an_empty_paragraph_has_the_height_of_its_mark() -> None:
    layout = laid(p("", '<w:rPr><w:sz w:val="64"/></w:rPr>') + p("ก"))
    assert line(layout, "ก").y - TOP == pytest.approx(32 * 1.13)


def test_a_picture_stands_on_the_baseline_and_makes_the_line() -> None:
    placed = lines(laid(p(inline_picture(40, 60) + r("ก"))))[0]
    assert placed.line.baseline == pytest.approx(60)
    assert placed.line.height == pytest.approx(64, abs=0.1)
    assert (placed.line.pictures[0].x, placed.line.pictures[0].y) == (0.0, pytest.approx(0.0))
    assert placed.line.runs[0].x == pytest.approx(40)


@pytest.mark.parametrize("multiple", [1.5, 0.8])
def test_a_multiple_leaves_a_picture_as_high_as_it_is(multiple: float) -> None:
    look = f'<w:spacing w:line="{round(multiple * 240)}" w:lineRule="auto"/>'
    drawn = lines(laid(p(inline_picture(40, 60) + r("ก"), look)))[0]
    plain = lines(laid(p(inline_picture(40, 60) + r("ก"))))[0]
    assert drawn.line.height - plain.line.height == pytest.approx(LINE * (multiple - 1), abs=0.01)


def test_lines_snap_to_the_grid_of_the_section() -> None:
    grid = '<w:docGrid w:type="lines" w:linePitch="400"/></w:sectPr>'
    end = '<w:sectPr><w:pgSz w:w="8000" w:h="8000"/>' + grid
    first, second, third = lines(laid(p("ก") + p("ข", '<w:snapToGrid w:val="0"/>') + p("ค"), end=end))
    assert second.y - first.y == pytest.approx(20.0)
    assert third.y - second.y == pytest.approx(LINE)


# ---------------------------------------------------------------- indents


def test_indents_first_line_and_hanging() -> None:
    long = "กขค " * 60
    first, second, *_ = lines(laid(p(long, '<w:ind w:left="400" w:right="1000" w:firstLine="600"/>')))
    assert (first.x - LEFT, second.x - LEFT) == (50.0, 20.0)
    assert second.line.width <= WIDTH - 20 - 50 + 4
    first, second, *_ = lines(laid(p(long, '<w:ind w:left="800" w:hanging="600"/>')))
    assert (first.x - LEFT, second.x - LEFT) == (10.0, 40.0)
    first, second, *_ = lines(laid(p(long, '<w:ind w:left="-400" w:hanging="200"/>')))
    assert (first.x - LEFT, second.x - LEFT) == (-30.0, -20.0)


def test_indents_that_leave_no_room_still_show_the_text() -> None:
    layout = laid(p("กขคง", '<w:ind w:left="5000" w:right="5000"/>'))
    assert "".join(texts(layout)) == "กขคง"


# ---------------------------------------------------------------- tab stops


def test_default_tabs_stand_every_half_inch() -> None:
    assert tabbed("", "ก", "ข", "ค") == [0.0, 36.0, 72.0]


def test_default_tabs_are_those_of_the_settings() -> None:
    layout = laid(p(r("ก") + TAB + r("ข")), settings='<w:defaultTabStop w:val="1134"/>')
    assert lines(layout)[0].line.runs[1].x == pytest.approx(56.7)


def test_left_centre_right_and_decimal_stops() -> None:
    assert tabbed(stops(("left", 100)), "ก", "ขข") == [0.0, 100.0]
    assert tabbed(stops(("center", 100)), "ก", "ขข") == [0.0, pytest.approx(100 - 6.5, abs=0.6)]
    layout = laid(p(r("ก") + TAB + r("กกก"), stops(("right", 100))))
    run = lines(layout)[0].line.runs[-1]
    assert run.x + run.width == pytest.approx(100.0, abs=0.05)


@pytest.mark.parametrize("text", ["12.50", "1.5", "1234", "12.5 บาท"])
def test_decimal_stops_hold_the_point(text: str) -> None:
    whole = laid(p(r(text.partition(".")[0])))
    width = lines(whole)[0].line.width
    assert tabbed(stops(("decimal", 100)), "ก", text)[1] == pytest.approx(100.0 - width, abs=0.05)


def test_tabs_one_after_the_other_lead_to_one_stop_after_the_other() -> None:
    look = stops(("left", 20), ("center", 100), ("center", 120), ("right", 250))
    assert tabbed(look, "", "", "", "", "กก") == [pytest.approx(250 - 2 * KO, abs=0.01)]
    assert tabbed(look, "ก", "", "", "กก")[1:] == [pytest.approx(120 - KO, abs=0.01)]


def test_a_right_stop_beyond_the_text_so_far_is_passed_by_what_does_not_fit() -> None:
    first, second, *_ = tabbed(stops(("right", 30)), "ก", "กกกกกกกก")
    assert (first, second) == (0.0, pytest.approx(KO, abs=0.05))


def test_leaders_fill_the_room_of_the_tab() -> None:
    for leader, kind in (("dot", "leader"), ("underscore", "solid"), ("hyphen", "dashed"), ("middleDot", "leader")):
        placed = lines(laid(p(r("ก") + TAB + r("ข"), stops(("right", 200, leader)))))[0]
        (rule,) = placed.line.after
        assert rule.style == kind
        assert rule.x1 == pytest.approx(KO, abs=2.5)
        assert rule.x2 == pytest.approx(200 - KO, abs=3.5)
    assert not lines(laid(p(r("ก") + TAB + r("ข"), stops(("right", 200)))))[0].line.after


def test_set_stops_take_the_place_of_default_ones_before_them() -> None:
    assert tabbed(stops(("left", 100)), "ก", "ข", "ค") == [0.0, 100.0, 108.0]


def test_a_hanging_indent_is_a_tab_stop() -> None:
    assert tabbed('<w:ind w:left="1000" w:hanging="1000"/>', "ก", "ข") == [0.0, 50.0]
    assert tabbed(stops(("left", 30)) + '<w:ind w:left="1000" w:hanging="1000"/>', "ก", "ข", "ค") == [0.0, 30.0, 50.0]


def test_cleared_stops_are_gone() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr>{stops(("left", 100))}</w:pPr></w:style>'
    )
    named = '<w:pStyle w:val="S"/>'
    kept = laid(p(r("ก") + TAB + r("ข"), named), styles=styles)
    cleared = laid(p(r("ก") + TAB + r("ข"), named + stops(("clear", 100))), styles=styles)
    assert lines(kept)[0].line.runs[1].x == pytest.approx(100.0)
    assert lines(cleared)[0].line.runs[1].x == pytest.approx(36.0)


def test_text_after_a_right_tab_at_the_margin_stays_on_the_line() -> None:
    layout = laid(p(r("กขค") + TAB + r("๑๒"), stops(("right", WIDTH, "dot"))))
    assert len(lines(layout)) == 1
    run = lines(layout)[0].line.runs[-1]
    assert run.x + run.width == pytest.approx(WIDTH, abs=0.1)


def test_a_positional_tab_is_relative_to_the_margins() -> None:
    ptab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="{}" w:leader="none"/></w:r>'
    placed = lines(laid(p(r("ก") + ptab.format("center") + r("กก") + ptab.format("right") + r("ก"))))[0]
    _, centre, right = placed.line.runs
    assert centre.x + centre.width / 2 == pytest.approx(150.0, abs=0.05)
    assert right.x + right.width == pytest.approx(WIDTH, abs=0.05)


# ---------------------------------------------------------------- labels


def labelled(
    suffix: str = "tab", alignment: str = "left", text: str = "%1.", left: int = 800, hanging: int = 800
) -> list[float]:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="{alignment}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    placed = lines(laid(p("ก", '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering=numbering))[0]
    return [placed.x - LEFT + run.x for run in placed.line.runs if run.shaped.text.strip()]


def test_a_label_hangs_and_its_text_begins_at_the_indent() -> None:
    assert labelled() == [0.0, pytest.approx(40.0)]


def test_a_label_followed_by_a_space_or_by_nothing() -> None:
    label = lines(laid(p("1.")))[0].line.width
    space = lines(laid(p("1. ก")))[0].line.runs[1].width
    assert labelled("space") == [0.0, pytest.approx(label + space, abs=0.05)]
    assert labelled("nothing") == [0.0, pytest.approx(label, abs=0.05)]


def test_a_label_too_long_for_its_indent_pushes_to_the_next_stop() -> None:
    assert labelled(text="ข้อที่ %1.", left=200, hanging=200)[-1] == pytest.approx(36.0)


def test_labels_to_the_right_end_at_their_place() -> None:
    label = lines(laid(p("1.")))[0].line.width
    assert labelled(alignment="right") == [pytest.approx(-label), pytest.approx(40.0)]
    assert labelled(alignment="center")[0] == pytest.approx(-label / 2)


# ---------------------------------------------------------------- breaking


def test_thai_breaks_between_words_only() -> None:
    words = ["ประกาศ", "มหาวิทยาลัย", "เรื่อง", "การ", "สอบ"]
    layout = laid(p("".join(words) * 20))
    ends = [placed.line.text for placed in lines(layout)]
    assert "".join(ends) == "".join(words) * 20
    for text in ends[:-1]:
        assert any(text.endswith(word) for word in words)


def test_spaces_at_the_end_hang_out_of_the_line() -> None:
    layout = laid(p("ก" * 10 + " " * 200 + "ข"))
    assert [text.rstrip() for text in texts(layout)] == ["ก" * 10, "ข"]
    right = lines(laid(p("กก" + " " * 10, '<w:jc w:val="right"/>')))[0]
    assert right.x + right.line.runs[0].x == pytest.approx(350 - 2 * KO, abs=0.1)


def test_a_word_longer_than_the_line_is_cut_between_clusters() -> None:
    layout = laid(p("A" * 200))
    assert "".join(texts(layout)) == "A" * 200
    assert len(lines(layout)) > 3
    assert all(placed.line.width <= WIDTH + 0.1 for placed in lines(layout))
    thai = laid(p("\u2060".join(["ที่"] * 150)))
    assert all(text.lstrip("\u2060")[:1] in ("ท", "") for text in texts(thai))


def test_words_of_any_length_take_time_with_their_length() -> None:
    layout = laid(p("A" * 20_000))
    assert sum(len(text) for text in texts(layout)) == 20_000
    assert all(placed.line.width <= WIDTH + 0.1 for page in layout.pages for placed in page.lines())


def test_no_break_spaces_hold_words_together() -> None:
    layout = laid(p(r("ก " * 43 + "AAA\u00a0BBB")))
    assert any("AAA\u00a0BBB" in text for text in texts(layout))


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line() -> None:
    soft = "<w:r><w:softHyphen/></w:r>"
    short = laid(p(r("AAA") + soft + r("BBB")))
    assert "-" not in "".join(texts(short))
    wide = laid(p(r("W" * 30) + soft + r("W" * 30)))
    assert texts(wide)[0].endswith("W-")
    assert texts(wide)[1].startswith("W")


def test_line_breaks_end_lines_and_the_last_one_leaves_an_empty_line() -> None:
    broken = laid(p(r("ก") + "<w:r><w:br/></w:r>" + r("ข")) + p("ค"))
    assert [placed.y - TOP for placed in lines(broken)] == [pytest.approx(LINE * i) for i in range(3)]
    last = laid(p(r("ก") + "<w:r><w:br/></w:r>") + p("ค"))
    assert line(last, "ค").y - TOP == pytest.approx(LINE * 2)


def test_text_of_a_line_is_whole() -> None:
    layout = laid(p(r("ก") + TAB + r("ข ค")))
    placed = lines(layout)[0]
    assert placed.line.text == "ก\tข ค"
    assert placed.line.ended
