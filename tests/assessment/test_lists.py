"""Complaints, measures, results, findings: the lists of a report."""

from __future__ import annotations

import pytest

from ita_docs.assessment.cards import is_complete

from .books import Rows, checked, items, places, record, scored

TASKS = (
    ("ขอความเป็นธรรม", 3, 2, 2),
    ("ร้องเรียน/ตรวจสอบ", 14, 2, 3),
    ("วินัย", 3, 0, 2),
)


def complaints(**total: int) -> Rows:
    rows = [
        {
            "ภารกิจ": task,
            "ยกมา": carried,
            "รับใหม่": new,
            "รวม": carried + new,
            "เสร็จสิ้น": done,
            "คงค้าง": carried + new - done,
        }
        for task, carried, new, done in TASKS
    ]
    return [*rows, {"ภารกิจ": "รวม", **total}]


def test_totals_of_complaints_are_computed() -> None:
    right = checked(เรื่องร้องเรียน=complaints(ยกมา=20, รับใหม่=4, รวม=24, เสร็จสิ้น=7, คงค้าง=17))
    assert not places(right.problems, "total-mismatch")
    table = right.records[0].derived["complaint_table"]
    assert (table.total.carried, table.total.all, table.total.pending, len(table.rows)) == (20, 24, 17, 3)


def test_a_wrong_row_of_totals_is_told_cell_by_cell() -> None:
    wrong = checked(เรื่องร้องเรียน=complaints(ยกมา=19, รับใหม่=13, รวม=32, เสร็จสิ้น=25, คงค้าง=7))
    told = [column for _, _, column in places(wrong.problems, "total-mismatch")]
    assert sorted(told) == sorted(["ยกมา", "รับใหม่", "เสร็จสิ้น", "รวม", "คงค้าง"])
    assert wrong.records[0].derived["complaint_table"].total.all == 24


def test_more_finished_than_there_were_and_a_task_twice() -> None:
    rows: Rows = [{"ภารกิจ": "วินัย", "ยกมา": 1, "เสร็จสิ้น": 2}, {"ภารกิจ": "วินัย", "รับใหม่": 1, "คงค้าง": 5}]
    told = places(checked(เรื่องร้องเรียน=rows).problems)
    found = {code: column for code, sheet, column in told if sheet == "เรื่องร้องเรียน"}
    assert found == {"more-finished-than-received": "เสร็จสิ้น", "task-repeated": "ภารกิจ", "total-mismatch": "คงค้าง"}


def test_no_complaints() -> None:
    assert record(เรื่องร้องเรียน=[{"ภารกิจ": "วินัย"}]).derived["complaint_table"].none
    assert scored().records[0].derived["complaint_table"].none


def test_measures_stand_in_the_order_of_the_framework() -> None:
    typed = ("O๒๙", "10", "ตัวชี้วัดที่ 2", "9.1", "O1", "เรื่องอื่น", "การใช้อำนาจ", None)
    found = checked(มาตรการ=[{"ตัวชี้วัด": text, "มาตรการ": "ก"} for text in typed])
    groups = [(made.code, group.node) for made in found.records[0].derived["measure_groups"] for group in made.groups]
    assert groups == [
        *(("IIT", "2"), ("IIT", "3"), ("OIT", "9.1"), ("OIT", "O1"), ("OIT", "O29"), ("OIT", "10"), ("", ""), ("", ""))
    ]
    assert places(found.problems, "unknown-indicator") == [("unknown-indicator", "มาตรการ", "ตัวชี้วัด")]


def test_results_count_who_took_part() -> None:
    rows: Rows = [
        {"ตัวชี้วัด": "9", "กิจกรรม": "อบรม", "ผู้เข้าร่วม": 62, "เป้าหมาย": 65},
        {"ตัวชี้วัด": "9", "กิจกรรม": "ประชุม", "ผู้เข้าร่วม": 70, "เป้าหมาย": 65},
        {"กิจกรรม": "อื่น", "ผู้เข้าร่วม": 70},
    ]
    found = checked(ผลการดำเนินงาน=rows)
    groups = found.records[0].derived["result_groups"]
    percents = [row.percent and round(row.percent, 2) for group in groups for row in group.rows]
    assert [str(percent) for percent in percents] == ["95.38", "107.69", "None"]
    assert places(found.problems, "percentage-over") == [("percentage-over", "ผลการดำเนินงาน", "ผู้เข้าร่วม")]


def test_what_is_weak_needs_a_measure_and_a_measure_a_result() -> None:
    measures: Rows = [{"ตัวชี้วัด": code, "มาตรการ": "ก"} for code in ("9.5", "O1")]
    (lacking,) = [item for item in scored(มาตรการ=measures).problems if item.code == "issue-without-measure"]
    assert "ตัวชี้วัดที่ 10" in lacking.message
    assert "ตัวชี้วัดที่ 9" not in lacking.message
    both = [*measures, {"ตัวชี้วัด": "O42", "มาตรการ": "ก"}]
    found = scored(มาตรการ=both, ผลการดำเนินงาน=[{"ตัวชี้วัด": "9", "กิจกรรม": "ก"}])
    assert "issue-without-measure" not in [item.code for item in found.problems]
    (open_one,) = [item for item in found.problems if item.code == "measure-without-result"]
    assert "O42" in open_one.message
    assert "O1 " not in open_one.message


def test_points_are_listed_by_indicator_by_zeros_and_by_remark() -> None:
    remarks: Rows = [{"ปี": 2564, "ข้อ": f"O{n}", "ข้อเสนอแนะ": "ลิงก์เสีย" if n < 20 else "ไม่ครบ"} for n in (1, 6, 20, 3)]
    added = record(คะแนน_OIT=[items(), *remarks]).derived
    assert [row.number for row in added["issues"]] == [9, 10]
    assert added["issues"][1].urgent == ("O38 O40 O41 O42 O43",)
    assert [(group.code, group.span, len(group.items)) for group in added["zero_groups"]][:2] == [
        ("9.1", "O1 - O9", 3),
        ("9.3", "O18 - O24", 2),
    ]
    assert [(group.remark, group.count) for group in added["remark_groups"]] == [(("ลิงก์เสีย",), 2), (("ไม่ครบ",), 1)]


COMPLETE = ("ข้อมูลสมบูรณ์", "ข้อมูลมีความสมบูรณ์", "ข้อมูลมีความสมบูรณ์ดี", "ครบถ้วน", "มีข้อมูล", "ผ่าน")
INCOMPLETE = (
    "เพิ่มเติมข้อมูลให้มีความสมบูรณ์",
    "เพิ่มเติมข้อมูลให้สมบูรณ์",
    "ปรับปรุงข้อมูลให้เป็นปัจจุบัน",
    "ปรับปรุงรูปแบบช่องทาง",
    "ปรับปรุงข้อมูลเพิ่มเติม ตามเกณฑ์การให้คะแนน",
    "ปรับปรุงข้อความ",
    "ปรับข้อมูลให้เป็นปัจจุบัน",
    "ปรับข้อมูลผลการสำรวจความพึงพอใจ การให้บริการ ปี ๖๕",
    "แต่ละกลุ่มงานจัดทำข้อมูลให้เรียบร้อย",
    "ให้แต่ละกลุ่มงานจัดทำและส่งคู่มือ",
    "ปรับปรุงการรายงาน โดยจัดทำเป็นรูปเล่ม",
    "ไม่สมบูรณ์",
    "ข้อมูลยังไม่สมบูรณ์",
    "ไม่มีข้อมูล",
    "ไม่ผ่าน",
)


@pytest.mark.parametrize("state", COMPLETE + INCOMPLETE)
def test_states_in_words(state: str) -> None:
    assert is_complete(state) == (state in COMPLETE)
