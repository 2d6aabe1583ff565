"""Charts in documents: bars as long as their figures, text that touches no other text, shapes that Word can edit."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ita_docs import Template
from ita_docs.problems import TemplateError
from ita_docs.word.charts import bar_chart, line_chart
from ita_docs.word.drawingml import Dot, Label, Rectangle, Segment
from ita_docs.word.label_sizes import lines_of, text_width
from ita_docs.word.pictures import ShownDrawing
from ita_docs.word.sandbox import environment

from .templates import paragraphs, saved

ENVIRONMENT = environment("error", lambda value: value, {})
SCORES = [
    {"name": "การปฏิบัติหน้าที่", "score": Decimal("95.12"), "own": False},
    {"name": "การใช้งบประมาณ", "score": Decimal("84.9"), "own": True},
    {"name": "การแก้ไขปัญหาการทุจริต", "score": None, "own": False},
    {"name": "ชี้ <ผู้> & “ปู่”", "score": 60, "own": False},
]
YEARS = [{"year": 2561 + index, "total": total} for index, total in enumerate((71, 68, 82, 86, None, 91, 93))]
NAMES = st.text("กขคงจฉชซฌญปฝฟพดตถทธนบผมยรลวศษสหอฮ่้๊๋ิีึืุูั์ำาะเแโใไ ABCabc0123", max_size=60)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": NAMES,
            "score": st.none() | st.decimals(-100_000, 1_000_000, places=2),
            "own": st.booleans(),
        }
    ),
    min_size=1,
    max_size=40,
)


def bars(rows: Any = SCORES, **options: Any) -> ShownDrawing:
    return drawn(bar_chart(ENVIRONMENT, rows, "name", "score", **options))


def lines(rows: Any = YEARS, **options: Any) -> ShownDrawing:
    return drawn(line_chart(ENVIRONMENT, rows, "year", "total", **options))


def drawn(made: ShownDrawing | str) -> ShownDrawing:
    assert isinstance(made, ShownDrawing)
    return made


def texts(chart: ShownDrawing, kind: str) -> list[str]:
    return [mark.text for mark in chart.marks if isinstance(mark, Label) and mark.name.startswith(kind)]


def boxes(chart: ShownDrawing) -> list[Rectangle]:
    return [mark for mark in chart.marks if isinstance(mark, Rectangle)]


def test_a_bar_is_as_long_as_its_figure() -> None:
    chart = bars(highest=100, line=85, highlight="own")
    made = boxes(chart)
    assert [round(bar.width / made[0].width, 4) for bar in made] == [1.0, round(84.9 / 95.12, 4), round(60 / 95.12, 4)]
    assert len({bar.x for bar in made}) == 1
    assert len({bar.fill for bar in made}) == 3, "plain, highlighted and low, low"
    assert texts(chart, "ค่า") == ["95.12", "84.90", "60.00"]
    assert texts(chart, "แกน") == ["0", "20", "40", "60", "80", "100"]
    assert texts(chart, "ชื่อ") == ["85", *(row["name"] for row in SCORES)]
    assert chart.alt == (
        "แผนภูมิแท่ง (เส้นเกณฑ์ 85): การปฏิบัติหน้าที่ 95.12, การใช้งบประมาณ 84.90, การแก้ไขปัญหาการทุจริต –, ชี้ <ผู้> & “ปู่” 60.00"
    )


def test_a_column_is_as_high_as_its_figure() -> None:
    made = boxes(bars([{"name": year, "score": year - 2560} for year in (2561, 2564, 2558)], direction="columns"))
    assert [round(bar.height / made[0].height, 4) for bar in made] == [1.0, 4.0, 2.0]
    assert made[0].y + made[0].height == pytest.approx(made[1].y + made[1].height)
    assert made[2].y == pytest.approx(made[0].y + made[0].height), "a negative one hangs"


def test_a_line_goes_through_its_points_and_stops_at_a_gap() -> None:
    chart = lines(line=85, line_label="เกณฑ์ 85")
    dots = [mark for mark in chart.marks if isinstance(mark, Dot)]
    strokes = [mark for mark in chart.marks if isinstance(mark, Segment) and mark.name == "เส้นข้อมูล"]
    places = [(dot.x, dot.y) for dot in dots]
    assert [((s.x, s.y), (s.to_x, s.to_y)) for s in strokes] == [(places[one], places[one + 1]) for one in (0, 1, 2, 4)]
    assert [a.y > b.y for a, b in combinations(dots, 2)] == [
        a < b for a, b in combinations([row["total"] for row in YEARS if row["total"]], 2)
    ]
    assert texts(chart, "แกน") == ["60", "70", "80", "90", "100"]
    assert texts(chart, "ชื่อ") == [*(str(row["year"]) for row in YEARS), "เกณฑ์ 85"]
    assert texts(lines(lowest=0), "แกน")[0] == "0"


def test_long_names_of_columns_lie_down() -> None:
    rows = [{"name": "สำนักงานปศุสัตว์อำเภอ" * 3, "score": place} for place in range(1, 20)]
    lying, upright = bars(rows, direction="columns"), bars(rows[:2], direction="columns")
    assert len({bar.x for bar in boxes(lying)}) == 1
    assert len({bar.x for bar in boxes(upright)}) == 2


def test_names_make_a_chart_higher_than_asked() -> None:
    rows = [{"name": f"โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านที่ {place}", "score": place} for place in range(40)]
    assert bars(rows[:4], height=8).height == pytest.approx(8 * 72 / 2.54)
    assert 8 * 72 / 2.54 < bars(rows, height=8).height < 24 * 72 / 2.54
    with pytest.raises(ValueError, match="เล็กเกินไป"):
        bars(rows * 3)


@given(ROWS, st.sampled_from(["rows", "columns", "line"]), st.sampled_from([None, 85]), st.integers(8, 25))
@settings(deadline=None, derandomize=True)
def test_no_text_touches_another_or_leaves_the_frame(
    rows: list[dict[str, Any]], sort: str, line: int | None, width: int
) -> None:
    made = (
        line_chart(ENVIRONMENT, rows, "name", "score", width=width, line=line)
        if sort == "line"
        else bar_chart(ENVIRONMENT, rows, "name", "score", width=width, line=line, direction=sort, highlight="own")
    )
    if not any(row["score"] is not None for row in rows):
        assert made == ""
        return
    chart = drawn(made)
    frame = Rectangle(-0.01, -0.01, chart.width + 0.02, chart.height + 0.02, None)
    labels = [mark for mark in chart.marks if isinstance(mark, Label)]
    for label in labels:
        assert lines_of(label.text, label.size, label.width) * label.size * 1.2 <= label.height, label
        assert "\n" not in label.text
    shapes = [mark for mark in chart.marks if isinstance(mark, (Label, Rectangle))]
    for one in shapes:
        assert frame.x <= one.x <= one.x + one.width <= frame.x + frame.width, one
        assert frame.y <= one.y <= one.y + one.height <= frame.y + frame.height, one
    for one, other in [*combinations(labels, 2), *combinations(boxes(chart), 2)]:
        across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        assert across < 0.01 or down < 0.01, (one, other)


def test_a_width_counts_what_stands_on_the_line() -> None:
    assert text_width("กี่", 10) == text_width("ก", 10) > 0
    assert lines_of("", 10, 50) == lines_of("การใช้งบประมาณ", 10, 500) == 1
    assert lines_of("การใช้งบประมาณ", 10, 40) == 2


@dataclass
class Row:
    name: str
    score: object


@pytest.mark.parametrize("score", [Fraction(171, 2), 85.5, "๘๕.๕", Decimal("85.50"), " 85.5 "])
def test_rows_are_objects_too_and_figures_any_number(score: object) -> None:
    assert texts(bars([Row("ก", score), Row("ข", 7)]), "ค่า") == ["85.5", "7.0"]


@pytest.mark.parametrize("rows", [None, "", [], [{"name": "ก", "score": None}], [{"name": "ก", "score": " "}]])
def test_no_figures_are_no_chart(rows: Any) -> None:
    assert bar_chart(ENVIRONMENT, rows, "name", "score") == line_chart(ENVIRONMENT, rows, "name", "score") == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": 0}, {"width": "กว้าง"}, {"width": None}, {"height": 99}, {"size": 3}, {"line": "สูง"},
        {"colours": "red"}, {"colours": ['"/>']}, {"direction": "up"}, {"decimals": -1}, {"decimals": "2"},
        {"highest": "1e9"}, {"rows": "ข้อความ"}, {"rows": SCORES * 100}, {"rows": [{"name": "", "score": True}]},
        {"rows": [{"name": "ก", "score": float("nan")}]}, {"rows": [{"name": "ก", "score": 10**13}]},
        {"rows": [{"name": "ก", "score": object()}]},
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        bars(**wrong)


# ---------------------------------------------------------------- in a document


def filled(*tags: str, **options: Any) -> bytes:
    return Template(paragraphs(*tags), **options).fill({"scores": SCORES, "years": YEARS})


def body(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return package.read("word/document.xml").decode()


TAGS = (
    'ก {{ scores|bar_chart("name", "score", line=85, highlight="own", description="คะแนน \\"ITA\\"") }}ข',
    '{{ years|line_chart("year", "total") }}',
)


def test_a_chart_is_a_group_in_its_line() -> None:
    xml = body(filled(*TAGS))
    root = etree.fromstring(xml.encode())
    assert docx.Document(io.BytesIO(filled(*TAGS))).paragraphs[0].text == "ก ข"
    assert next(root.iterfind(".//{*}docPr")).get("descr") == 'คะแนน "ITA"'
    ids = re.findall(r'<(?:wp:docPr|wps:cNvPr) id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) > 40
    assert len(root.findall(".//{*}AlternateContent/{*}Choice[@Requires='wpg']/{*}drawing/{*}inline")) == 2
    written = ["".join(box.itertext()) for box in root.iterfind(".//{*}txbxContent")]
    assert {"ชี้ <ผู้> & “ปู่”", "84.90", "85", "2567"} <= set(written)
    for properties in root.iterfind(".//{*}txbxContent//{*}rPr"):
        names = [etree.QName(item).localname for item in properties]
        assert names == ["b", "bCs", "color", "sz", "szCs", "lang"]


def test_the_numbers_of_a_chart_are_dressed() -> None:
    written = "".join(etree.fromstring(body(filled(*TAGS, numerals="thai")).encode()).itertext())
    assert "๘๔.๙๐" in written
    assert "๒๕๖๗" in written
    assert not re.search("[0-9]", written)


def test_charts_in_heads_have_numbers_of_their_own() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = TAGS[1] * 2
    document.add_paragraph(TAGS[1])
    made = Template(saved(document)).fill({"scores": SCORES, "years": YEARS})
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        head = next(name for name in package.namelist() if "header" in name and "rels" not in name)
        xml = package.read(head).decode() + package.read("word/document.xml").decode()
    ids = re.findall(r'<(?:wp:docPr|wps:cNvPr)\b[^>]*? id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) > 60


def test_a_template_learns_what_is_wrong_with_its_chart() -> None:
    for tag, said in (
        ('{{ scores|bar_chart("name", "points") }}', "points"),
        ('{{ scores|bar_chart("name", "name") }}', "ไม่ใช่ตัวเลข"),
        ('{{ scores|bar_chart("name", "__class__") }}', "__class__"),
    ):
        with pytest.raises(TemplateError) as caught:
            filled(tag, undefined="error")
        assert said in caught.value.problems[0].worded("th").message


def test_a_chart_asks_for_the_fields_of_its_rows() -> None:
    tag = '{{ rows|sort(attribute="no")|bar_chart("name", value="score", highlight="own") }}'
    asked = Template(paragraphs(tag)).placeholders()
    assert {"rows[].name", "rows[].score", "rows[].own", "rows[].no"} <= set(asked)
