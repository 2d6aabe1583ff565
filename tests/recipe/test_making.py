"""The whole job: workbook → documents → report."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import pandas as pd
import pytest

import ita_docs
from ita_docs.problems import TemplateError

from ..word.docxtpl_oracle import parts_of

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "memo.xlsx"
MEMO = {
    "เลขอ้างอิง": "M-001",
    "ส่วนราชการ": "กลุ่มอำนวยการ",
    "วันที่": "26/6/2567",
    "เรื่อง": "ขออนุมัติ",
    "เรียน": "ผู้อำนวยการ",
    "ข้อความ": "ด้วย R&D <b> {{ x }} {% if %} ปี 2567\nย่อหน้าสอง ดู www.ita66.go.th",
    "ผู้ลงนาม": "นายสมชาย ใจดี",
    "ตำแหน่ง": "ครู",
}


@pytest.fixture(scope="module")
def memo() -> ita_docs.Kind:
    return ita_docs.load_kind("memo")


def frame(*changes: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([{**MEMO, **change} for change in changes or ({},)])


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_the_sample_is_made_whole(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, ita_docs.read_workbook(SAMPLE), tmp_path)
    assert report.status == 0
    assert not report.refused
    assert len(report.made) >= 12
    assert {item.docx for item in report.made} == {path.name for path in tmp_path.glob("*.docx")}


def test_a_data_frame_makes_the_same_document_as_fill(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, frame(), tmp_path)
    checked = ita_docs.check(memo, frame())
    assert (tmp_path / report.made[0].docx).read_bytes() == ita_docs.fill(memo, checked.records[0])


def test_values_arrive_whole_and_dressed(memo: ita_docs.Kind, tmp_path: Path) -> None:
    ita_docs.make(memo, frame(), tmp_path)
    text = text_of(tmp_path / "M-001.docx")
    assert "ด้วย R&D <b> {{ x }} {% if %} ปี ๒๕๖๗" in text
    assert "www.ita66.go.th" in text
    ita_docs.make(memo, frame(), tmp_path / "arabic", numerals="arabic")
    assert "ปี 2567" in text_of(tmp_path / "arabic" / "M-001.docx")


def test_same_input_same_bytes(memo: ita_docs.Kind, tmp_path: Path) -> None:
    first = ita_docs.make(memo, SAMPLE, tmp_path / "1")
    second = ita_docs.make(memo, SAMPLE, tmp_path / "2")
    assert [item.sha256 for item in first.made] == [item.sha256 for item in second.made]


def test_a_wrong_row_is_refused_and_the_others_are_made(memo: ita_docs.Kind, tmp_path: Path) -> None:
    book = frame({}, {"เลขอ้างอิง": "M-002", "วันที่": "31/2/2567"}, {"เลขอ้างอิง": "M-003"})
    report = ita_docs.make(memo, book, tmp_path)
    assert report.status == 1
    assert [item.ref for item in report.made] == ["M-001", "M-003"]
    assert [item.ref for item in report.refused] == ["M-002"]
    (found,) = [item for item in report.problems if item.severity == "error"]
    assert (found.code, found.cell) == ("impossible-date", None)
    assert found.place["index"] == 1


def test_json_has_exactly_the_promised_keys(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, frame({}, {"เลขอ้างอิง": "M-002", "เรื่อง": None}), tmp_path)
    value = json.loads(json.dumps(report.to_json()))
    assert set(value) == {"made", "refused", "problems"}
    assert set(value["made"][0]) == {"ref", "docx", "sha256"}
    assert set(value["refused"][0]) == {"ref", "sheet", "row"}
    keys = {"code", "severity", "book", "sheet", "cell", "column", "value", "message", "hint", "place"}
    assert set(value["problems"][0]) == keys


def test_only_the_rows_asked_for_and_their_names_stay(memo: ita_docs.Kind, tmp_path: Path) -> None:
    book = frame({"เลขอ้างอิง": "ก/1"}, {"เลขอ้างอิง": "ก-1"}, {"เลขอ้างอิง": "ก:1", "เรื่อง": "อื่น"})
    whole = ita_docs.make(memo, book, tmp_path / "whole")
    assert [item.docx for item in whole.made] == ["ก-1.docx", "ก-1 (2).docx", "ก-1 (3).docx"]
    part = ita_docs.make(memo, book, tmp_path / "part", only=(("เลขอ้างอิง", "ก:1"),))
    assert [item.docx for item in part.made] == ["ก-1 (3).docx"]
    by_subject = ita_docs.make(memo, book, tmp_path / "subject", only=(("เรื่อง", "อื่น"),))
    assert [item.ref for item in by_subject.made] == ["ก:1"]
    assert ita_docs.make(memo, book, tmp_path / "none", only=(("ref", "ข"),)).status == 2


def test_an_emblem_is_put_in_and_a_frame_without_one(memo: ita_docs.Kind, tmp_path: Path) -> None:
    from ..word.templates import PICTURE

    (tmp_path / "garuda.png").write_bytes(PICTURE)
    ita_docs.make(memo, frame(), tmp_path / "1", emblem=tmp_path / "garuda.png")
    ita_docs.make(memo, frame(), tmp_path / "2")
    pictures = [
        [data for name, data in parts_of((tmp_path / folder / "M-001.docx").read_bytes()).items() if "media/" in name]
        for folder in ("1", "2")
    ]
    assert pictures[0] == [PICTURE]
    assert pictures[1] == [(ROOT / "templates" / "emblem-frame.png").read_bytes()]
    inline = docx.Document(str(tmp_path / "1" / "M-001.docx")).inline_shapes[0]
    assert round(inline.height.cm, 2) == 1.5


def test_a_template_that_asks_for_too_much_stops_before_any_row(tmp_path: Path, memo: ita_docs.Kind) -> None:
    from dataclasses import replace

    from ..word.templates import paragraphs

    template = tmp_path / "template.docx"
    template.write_bytes(paragraphs("{{ subject }} {{ subjekt }}"))
    with pytest.raises(TemplateError) as raised:
        ita_docs.make(replace(memo, template=template), frame(), tmp_path / "out")
    (found,) = raised.value.problems
    assert (found.code, found.place["tag"]) == ("undeclared-placeholder", "{{ subjekt }}")
    assert "subject" in found.hint
    assert not (tmp_path / "out").exists()


def test_made_documents_open_and_keep_nothing_of_the_template_language(memo: ita_docs.Kind, tmp_path: Path) -> None:
    for made in ita_docs.make(memo, SAMPLE, tmp_path).made:
        data = (tmp_path / made.docx).read_bytes()
        docx.Document(io.BytesIO(data))
        body = parts_of(data)["word/document.xml"].decode()
        assert "{{" not in body
        assert "{%" not in body


def test_killed_in_the_middle_nothing_is_half_written(tmp_path: Path) -> None:
    book = tmp_path / "many.csv"
    rows = [",".join(MEMO)] + [
        ",".join(str(value).replace("\n", " ") if name != "เลขอ้างอิง" else f"M-{n}" for name, value in MEMO.items())
        for n in range(4000)
    ]
    book.write_text("\n".join(rows), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "ita_docs", "make", "memo", str(book), "-o", str(out), "--quiet"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and (not out.is_dir() or len(os.listdir(out)) < 50):
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    finished = list(out.glob("*.docx"))
    assert 0 < len(finished) < 4000
    for path in finished:
        docx.Document(str(path))
    report = ita_docs.make(ita_docs.load_kind("memo"), frame({"เลขอ้างอิง": "M-0"}), out)
    assert report.made[0].docx == "M-0.docx"
