"""Bold and underline set within cells: which cells keep them, as which runs, and that all others stay plain."""

from __future__ import annotations

import copy
import io
import pickle
import re
from typing import Any

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.sheets import RichText, Run, read_workbook
from ita_docs.sheets.model import marked_text

from .books import MAIN, grid, ods, shared, table, xlsx

BOLD = "<rPr><b/></rPr>"


def r(text: str, properties: str = "") -> str:
    """A run of rich text in SpreadsheetML."""
    return f'<r>{properties}<t xml:space="preserve">{text}</t></r>'


def in_xlsx(content: str, form: str) -> Any:
    """What a cell with this `si` or `is` content holds: plain rows, rows for the parser, an inline string."""
    if form == "inline":
        return grid(read_workbook(xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is>{content}</is></c></row>')))["A1"]
    comment = "<!-- -->" if form == "parsed" else ""
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in (1, 2))
    return grid(read_workbook(xlsx(comment + rows, strings=shared(content))))["A2"]


FORMS = ("plain", "parsed", "inline")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("content", "runs"),
    [
        (r("ผู้ขอ ") + r("ต้อง", BOLD) + r(" ลงชื่อ"), [("ผู้ขอ ", 0, 0), ("ต้อง", 1, 0), (" ลงชื่อ", 0, 0)]),
        (r("ทั้งหมด", BOLD), [("ทั้งหมด", 1, 0)]),
        (r("ก", BOLD) + r("ข", "<rPr><sz val='14'/><b val='1'/></rPr>") + r("", BOLD), [("กข", 1, 0)]),
        (r("ก", "<rPr><u/></rPr>") + r("ข"), [("ก", 0, 1), ("ข", 0, 0)]),
        (r("ก", "<rPr><b val='true'/><u val='double'/></rPr>") + r("ข"), [("ก", 1, 1), ("ข", 0, 0)]),
        (r("ก", BOLD) + "<rPh sb='0' eb='1'><t>か</t></rPh>" + r("ข"), [("ก", 1, 0), ("ข", 0, 0)]),
        (r("R&amp;D ", BOLD) + r("a_x000D_b"), [("R&D ", 1, 0), ("a\rb", 0, 0)]),
    ],
)
def test_runs_of_a_cell(form: str, content: str, runs: list[tuple[str, int, int]]) -> None:
    found = in_xlsx(content, form)
    assert type(found) is RichText
    assert found.runs == tuple(runs)
    assert found == "".join(run.text for run in found.runs)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "content",
    [
        "<t>ธรรมดา</t>",
        r("ธรรม") + r("ดา", "<rPr><color rgb='FFFF0000'/><i/></rPr>"),
        r("ธรรม", "<rPr><b val='0'/><u val='none'/></rPr>") + r("ดา", "<rPr><b val='false'/></rPr>"),
        r("ธรรมดา") + r("", BOLD),
        "<t>ธรรม</t>" + r("ดา", BOLD),
    ],
)
def test_what_marks_nothing_is_a_plain_str(form: str, content: str) -> None:
    found = in_xlsx(content, form)
    assert type(found) is str
    assert found == "ธรรมดา"


@pytest.mark.parametrize("form", FORMS)
def test_an_escape_that_two_runs_share_costs_the_looks(form: str) -> None:
    found = in_xlsx(r("ก_x00", BOLD) + r("0D_ข"), form)
    assert type(found) is str
    assert found == "ก\rข"


@pytest.mark.parametrize("form", FORMS)
def test_runs_do_not_reach_the_next_cell(form: str) -> None:
    cells = [r("ก", BOLD) + r("ข"), "<t>ค</t>", r("ง"), r("จ", BOLD)]
    if form == "inline":
        written = [f't="inlineStr"><is>{cell}</is></c>' for cell in cells]
    else:
        written = [f't="s"><v>{at}</v></c>' for at in range(len(cells))]
    row = "".join(f'<c r="{column}1" {cell}' for column, cell in zip("ABCD", written, strict=True))
    found = grid(read_workbook(xlsx(f'<row r="1">{row}</row>', strings=shared(*cells))))
    assert [type(found[name]) for name in ("A1", "B1", "C1", "D1")] == [RichText, str, str, RichText]
    assert found["D1"].runs == (("จ", True, False),)


def test_prefixed_strings() -> None:
    strings = f'<x:sst xmlns:x="{MAIN}"><x:si><x:r><x:rPr><x:u/></x:rPr><x:t>ก</x:t></x:r></x:si></x:sst>'
    found = grid(read_workbook(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)))
    assert found["A1"].runs == (("ก", False, True),)


def test_a_cell_that_is_bold_by_its_style_is_plain() -> None:
    style = (
        f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><b/></font></fonts>'
        '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
    )
    row = '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'
    assert type(grid(read_workbook(xlsx(row, strings=shared("<t>ก</t>"), style=style)))["A1"]) is str


T_STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'
    for name, said in {
        "T1": 'fo:font-weight="bold"',
        "T2": 'style:font-weight-complex="bold"',
        "T3": 'style:text-underline-style="solid"',
        "T4": 'fo:font-weight="normal" style:text-underline-style="none"',
        "T5": 'fo:color="#ff0000"',
        "T6": 'fo:font-weight="700" style:font-weight-complex="normal"',
    }.items()
)
CE = (
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
)


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def in_ods(paragraphs: str) -> Any:
    cell = f'<table:table-cell table:style-name="ce1" office:value-type="string">{paragraphs}</table:table-cell>'
    return grid(read_workbook(ods(table(f"<table:table-row>{cell}</table:table-row>"), T_STYLES + CE)))["A1"]


@pytest.mark.parametrize(
    ("paragraphs", "runs"),
    [
        (f"<text:p>ก{span('ข', 'T1')}ค</text:p>", [("ก", 0, 0), ("ข", 1, 0), ("ค", 0, 0)]),
        (f"<text:p>{span('ข', 'T2')}{span('ค', 'T6')}</text:p>", [("ขค", 1, 0)]),
        (f"<text:p>{span('ก' + span('ข', 'T3') + span('ค', 'T4') + span('ง', 'T5'), 'T1')}</text:p>",
         [("ก", 1, 0), ("ข", 1, 1), ("ค", 0, 0), ("ง", 1, 0)]),
        (f"<text:p>{span('ก', 'T1')}</text:p><text:p/><text:p>{span('ข', 'T1')}</text:p>", [("ก\n\nข", 1, 0)]),
        (f"<text:p>{span('ก<text:s text:c=' + chr(34) + '2' + chr(34) + '/>', 'T3')}ข</text:p>",
         [("ก  ", 0, 1), ("ข", 0, 0)]),
    ],
)  # fmt: skip
def test_spans_of_an_ods(paragraphs: str, runs: list[tuple[str, int, int]]) -> None:
    found = in_ods(paragraphs)
    assert type(found) is RichText
    assert found.runs == tuple(runs)


@pytest.mark.parametrize("content", ["ก", span("ก", "T5"), span("ก", "ce1"), "ก" + span("", "T1")])
def test_what_marks_nothing_in_an_ods_is_a_plain_str(content: str) -> None:
    found = in_ods(f"<text:p>{content}</text:p>")
    assert type(found) is str
    assert found == "ก"


def test_pieces_of_an_xls() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("บันทึก")
    bold = xlwt.easyfont("bold on")
    sheet.write_rich_text(0, 0, ["ก", ("ข😀", bold), ("ค", xlwt.easyfont("underline on")), "ง"])
    sheet.write_rich_text(0, 1, [("ทั้งหมด", bold)])
    sheet.write_rich_text(0, 2, ["ธรรม", ("ดา", xlwt.easyfont("italic on"))])
    sheet.write(0, 3, "หนา", xlwt.easyxf("font: bold on"))
    buffer = io.BytesIO()
    book.save(buffer)
    found = grid(read_workbook(buffer.getvalue()))
    assert found["A1"].runs == (("ก", 0, 0), ("ข😀", 1, 0), ("ค", 0, 1), ("ง", 0, 0))
    assert found["B1"].runs == (("ทั้งหมด", 1, 0),)
    assert (type(found["C1"]), found["C1"]) == (str, "ธรรมดา")
    assert (type(found["D1"]), found["D1"]) == (str, "หนา")


RUNS = st.lists(st.builds(Run, st.text(alphabet="กข _x0D\n", max_size=5), st.booleans(), st.booleans()), max_size=6)


@given(RUNS)
def test_a_rich_text_is_the_str_of_its_runs(runs: list[Run]) -> None:
    text = "".join(run.text for run in runs)
    made = marked_text(runs)
    assert made == text
    assert hash(made) == hash(text)
    marked = any(run.text and (run.bold or run.underlined) for run in runs)
    assert type(made) is (RichText if marked else str)
    if isinstance(made, RichText):
        assert "".join(run.text for run in made.runs) == text
        for twin in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
            assert twin == made
            assert twin.runs == made.runs
        assert all(one[1:] != other[1:] for one, other in zip(made.runs, made.runs[1:], strict=False))


@pytest.mark.parametrize(
    "changed", [str, str.strip, lambda text: text[:], lambda text: f"{text}", lambda text: "".join([text]),
                lambda text: text.replace("x", "y"), lambda text: text + ""],
)  # fmt: skip
def test_what_is_done_to_a_rich_text_gives_a_plain_str(changed: Any) -> None:
    made = changed(RichText([Run("ก", True)]))
    assert type(made) is str
    assert made == "ก"
    assert re.escape("ก") == made
