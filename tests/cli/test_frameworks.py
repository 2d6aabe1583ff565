"""The frameworks of the ITA on the command line: listed, copied, brought along."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from ita_docs import load_framework
from ita_docs.cli import main
from ita_docs.frameworks import framework_names


def test_every_framework_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frameworks"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in framework_names())
    assert main(["frameworks", "--json"]) == 0
    listed = {item["name"]: item for item in json.loads(capsys.readouterr().out)}
    assert listed["obec-2566"]["items"] == 43
    assert not listed["obec-2567"]["verified"]


@pytest.mark.parametrize("name", framework_names())
def test_a_copy_is_a_framework_to_change(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.toml"
    assert main(["frameworks", name, "-o", str(file)]) == 0
    assert load_framework(file) == load_framework(name)
    assert main(["frameworks", name, "-o", str(file)]) == 2
    assert main(["frameworks", name]) == 0
    assert file.read_text(encoding="utf-8") in capsys.readouterr().out


def test_an_unknown_framework_has_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frameworks", "obec-2656"]) == 2
    assert "obec-2566" in capsys.readouterr().err


def test_a_framework_of_ones_own_serves_its_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, book = tmp_path / "obec-2570.toml", tmp_path / "ita.xlsx"
    main(["frameworks", "obec-2566", "-o", str(own)])
    own.write_text(own.read_text(encoding="utf-8").replace("2566", "2570"), encoding="utf-8")
    sheets = openpyxl.Workbook()
    sheets.active.title = "หน่วยงาน"
    sheets.active.append(["รหัส", "ชื่อหน่วยงาน", "ต้นสังกัด", "ปีงบประมาณ"])
    sheets.active.append(["A", "สำนักงานทดลอง", "สพฐ.", 2571])
    scores = sheets.create_sheet("คะแนนตัวชี้วัด")
    scores.append(["รหัส", *(f"ตัวชี้วัด {n}" for n in range(1, 11))])
    scores.append(["A", *[100] * 8, 95, 93.75])
    sheets.save(book)
    capsys.readouterr()
    assert main(["check", "measure_report", str(book), "--json"]) == 1
    assert [item["code"] for item in json.loads(capsys.readouterr().out)["problems"]] == ["unknown-framework"]
    assert main(["check", "measure_report", str(book), "--framework", str(own)]) == 0
