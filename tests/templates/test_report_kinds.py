"""The kinds beside the yearly report that are made from its workbook: what each prints, and of which office."""

from __future__ import annotations

from typing import Any

import pytest

import ita_docs
from ita_docs.assessment.blocks import block_named
from ita_docs.assessment.parts import NEEDED
from ita_docs.kinds.loading import NEEDS
from ita_docs.pages.model import Page
from ita_docs.problems import Problem

from .ita_books import OFFICES, REPORTS, book, read
from .papers import line, pages, pictures, texts

ALL = [row[0] for row in OFFICES]


def said(kind: str, ref: str) -> str:
    """All that a document says, a line a line."""
    return "\n".join(text for page in pages(kind, ref) for text in texts(page))


def problems(kind: str, code: str) -> list[Problem]:
    return [item for item in read(kind).problems if item.code == code]


def made(kind: str, **cells: Any) -> tuple[Page, ...]:
    """The pages of the first office, with these cells of its row in หน่วยงาน."""
    sheets = book()
    sheets["หน่วยงาน"] = sheets["หน่วยงาน"].head(1).assign(**cells)
    loaded = ita_docs.load_kind(kind)
    [record] = ita_docs.check(loaded, sheets).records
    return ita_docs.lay_out(ita_docs.fill(loaded, record)).pages


def test_documents_of_an_office_have_names_of_their_own() -> None:
    names = {ita_docs.load_kind(kind).file_name for kind in REPORTS}
    assert len(names) == len(REPORTS) == 6
    assert all(name.startswith("{code}-") and name.endswith("-{year}") for name in names)


class TestScoreCard:
    @pytest.mark.parametrize("ref", ["MUE", "PRA", "NEW", "OIT", "HALF"])
    def test_it_is_one_page_for_every_framework(self, ref: str) -> None:
        [page] = pages("score_card", ref)
        bottom = max(y for _, _, _, y in pictures(page))
        assert bottom < page.height - 36
        assert max(at.baseline for at in page.lines()) < page.height - 36

    def test_a_long_name_leaves_it_one_page(self) -> None:
        name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพระนครศรีอยุธยาและเขตพื้นที่ใกล้เคียงที่มีชื่อยาวมาก เขต 1"
        assert len(made("score_card", ชื่อหน่วยงาน=name)) == 1

    def test_total_level_instruments_and_items(self) -> None:
        shown = texts(pages("score_card", "MUE")[0])
        assert {"๘๑.๗๖", "B", "ไม่ผ่าน", "๒๙.๘๖ / ๓๐", "๒๙.๙๓ / ๓๐", "๒๑.๙๗ / ๔๐"} <= set(shown)
        assert shown.count("๐") == 12
        assert shown.count("๑๐๐") == 31

    def test_an_office_without_items_has_no_grid(self) -> None:
        assert "รายข้อ" not in said("score_card", "PRA")

    def test_thirty_five_items(self) -> None:
        assert {"O35"} <= set(texts(pages("score_card", "NEW")[0]))
        assert "O36" not in said("score_card", "NEW")

    def test_without_a_total_the_instrument_that_is_known(self) -> None:
        shown = said("score_card", "HALF")
        assert "คะแนนรวม" not in shown
        assert "๓๗.๗๕ / ๔๐" in shown

    def test_one_instrument_is_the_total(self) -> None:
        shown = said("score_card", "OIT")
        assert "๓๙.๕๓" in shown
        assert "IIT" not in shown


class TestChecklist:
    def test_every_indicator_and_all_of_them_are_summed_up(self) -> None:
        shown = said("oit_checklist", "MUE")
        for words in ("๒๖ ข้อ จาก ๓๓ ข้อ คิดเป็นร้อยละ ๗๘.๗๙", "๕ ข้อ จาก ๑๐ ข้อ คิดเป็นร้อยละ ๕๐.๐๐"):
            assert f"ข้อมูลครบถ้วนสมบูรณ์ {words}" in shown
        assert "รวมทุกตัวชี้วัด ข้อมูลครบถ้วนสมบูรณ์ ๓๑ ข้อ จาก ๔๓ ข้อ คิดเป็นร้อยละ ๗๒.๐๙" in shown
        assert "ข้อมูลที่ต้องปรับปรุง ๑๒ ข้อ ได้แก่ O1 O2 O6" in shown

    def test_state_and_who_is_responsible(self) -> None:
        shown = texts(pages("oit_checklist", "MUE")[0])
        at = shown.index("O1")
        assert {"โครงสร้าง", "กลุ่มอำนวยการ", "ควรเพิ่มผังโครงสร้าง"} == set(shown[at + 1 : at + 4])

    @pytest.mark.parametrize("ref", ["MUE", "NEW", "OIT", "HALF"])
    def test_it_is_two_pages_each_under_its_headings(self, ref: str) -> None:
        found = pages("oit_checklist", ref)
        assert len(found) == 2
        assert all("ข้อมูลที่เปิดเผย" in texts(page) for page in found)


class TestComplaints:
    def test_totals_in_a_sentence_and_in_the_table(self) -> None:
        shown = said("complaint_statistics", "MUE").replace("\n", "")
        assert "ทั้งหมด ๖๓ เรื่อง" in shown
        assert "แล้วเสร็จ ๑๖ เรื่อง และอยู่ระหว่างดำเนินการ ๔๗ เรื่อง" in shown
        assert {"๒๗", "๓๖", "๖๓", "๑๖", "๔๗"} <= set(texts(pages("complaint_statistics", "MUE")[0]))

    @pytest.mark.parametrize("ref", ["LONE", "BARE", "NEW"])
    def test_where_there_was_nothing_it_says_so(self, ref: str) -> None:
        shown = said("complaint_statistics", ref).replace("\n", "")
        assert "ไม่มีเรื่องร้องเรียน" in shown
        assert ("ภารกิจ" in shown) == (ref == "NEW")

    def test_no_framework_is_asked_for(self) -> None:
        assert [record.ref for record in read("complaint_statistics").records] == ALL
        said = {(item.severity, item.code) for item in read("complaint_statistics").problems}
        assert said == {("warning", "no-complaint-rows")}

    def test_the_period_is_the_fiscal_year_unless_given(self) -> None:
        assert "วันที่ ๑ ตุลาคม ๒๕๖๔ – ๓๐ กันยายน ๒๕๖๕" in said("complaint_statistics", "MUE")
        [page] = made("complaint_statistics", ช่วงเวลาสถิติร้องเรียน="ตุลาคม 2564 - มีนาคม 2565")
        assert line(page, "ระหว่างตุลาคม ๒๕๖๔ - มีนาคม ๒๕๖๕")
        assert "กันยายน" not in "".join(texts(page))

    def test_a_report_names_the_period_too(self) -> None:
        found = made("measure_report", ช่วงเวลาสถิติร้องเรียน="ตุลาคม 2564 - มีนาคม 2565")
        assert any("สถิติเรื่องร้องเรียน ตุลาคม ๒๕๖๔" in text for page in found for text in texts(page))


class TestReports:
    def test_measures_are_a_short_analysis_and_what_follows(self) -> None:
        shown = said("measures", "MUE")
        assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nภายในหน่วยงาน" in shown
        for heading in ("๑.๒ ภาพรวมผลการประเมิน", "๑.๔ ประเด็นที่ต้องแก้ไขและพัฒนา", "๒.๑ มาตรการและแนวทางการพัฒนา"):
            assert heading in shown
        assert "ผลการดำเนินการตามมาตรการ\n" not in shown

    def test_the_report_on_disclosure_has_no_parts(self) -> None:
        shown = said("oit_report", "MUE")
        assert "ส่วนที่" not in shown
        for heading in ("๑. ความเป็นมา", "๒. ผลการดำเนินการ", "๓. ผลการกำกับ ติดตาม นิเทศ"):
            assert heading in shown

    @pytest.mark.parametrize("kind", REPORTS)
    def test_the_outline_of_the_yearly_report_is_its_own(self, kind: str) -> None:
        names = [child.name for child in ita_docs.load_kind(kind).children]
        assert ("outline" in names) == (kind == "measure_report")


class TestNeeds:
    def test_an_office_with_nothing_to_show_is_refused_alone(self) -> None:
        assert [record.ref for record in read("score_card").records] == ["MUE", "PRA", "NEW", "OIT", "HALF"]
        [problem] = problems("score_card", "nothing-to-show")
        assert problem.severity == "error"
        assert "ปีงบประมาณ พ.ศ. 2564" in problem.worded("th").message
        assert "“คะแนนตัวชี้วัด” หรือ “คะแนน OIT”" in problem.worded("th").hint

    def test_a_report_of_an_office_without_figures_is_refused(self) -> None:
        refused = {item.row for item in problems("oit_report", "nothing-to-show")}
        assert {record.ref for record in read("oit_report").records} == {"MUE", "NEW", "OIT", "HALF"}
        assert len(refused) == 2

    def test_a_checklist_without_scores_is_a_form_to_fill_in(self) -> None:
        records = {record.ref for record in read("oit_checklist").records}
        assert records == {"MUE", "PRA", "NEW", "OIT", "HALF", "BARE"}
        told = problems("oit_checklist", "subject-left-out")
        assert [item.severity for item in told] == ["warning"] * 2
        assert "“คะแนน OIT”" in told[0].worded("th").hint
        shown = said("oit_checklist", "BARE")
        assert "ยังไม่ได้ตรวจ ๔๓ ข้อ" in shown
        assert "ข้อมูลครบถ้วนสมบูรณ์ ๐ ข้อ จาก ๐ ข้อ" not in shown

    @pytest.mark.parametrize("part", ["มาตรการ", "ความเป็นมา"])
    def test_a_text_of_the_office_stands_for_rows(self, part: str) -> None:
        sheets = book()
        del sheets["มาตรการ"]
        sheets["เนื้อหา"]["ส่วน"] = part
        found = ita_docs.check(ita_docs.load_kind("measures"), sheets)
        told = [item.cell for item in found.problems if item.code == "subject-left-out"]
        assert [record.ref for record in found.records] == ["MUE", "PRA", "NEW", "OIT", "HALF"]
        assert len(told) == (4 if part == "มาตรการ" else 5)

    def test_an_office_whose_framework_is_not_known_is_told_that_only(self) -> None:
        errors = [item for item in read("score_card").problems if item.severity == "error"]
        assert [item.code for item in errors] == ["nothing-to-show", "unknown-framework"]

    def test_what_can_be_needed_is_a_block_on_tables_of_the_workbook(self) -> None:
        tables = {child.name for child in ita_docs.load_kind("measure_report").children}
        assert set(NEEDED) == set(NEEDS)
        assert all(block_named(need) is not None and set(NEEDED[need]) <= tables for need in NEEDS)
