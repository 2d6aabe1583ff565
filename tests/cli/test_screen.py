"""What the screen shows of many problems: the same words once a sheet, errors at every cell."""

from __future__ import annotations

import pytest

from ita_docs.cli.screen import Screen
from ita_docs.problems import CellRef, problem


def at(row: int, sheet: str = "ข้อมูล") -> CellRef:
    return CellRef("ก.xlsx", sheet, row, 1)


def test_the_same_words_are_said_once_a_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    same = [problem("part-left-out", at(row), items="ภาพ") for row in (2, 3, 4)]
    other = [problem("part-left-out", at(5), items="ปก"), problem("part-left-out", at(6, "อื่น"), items="ภาพ")]
    Screen("th", False, False).problems([*same, *other])
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["· ข้อมูล!A2 (+2)", "· ข้อมูล!A5", "· อื่น!A6"]


def test_of_many_files_the_first_are_named_and_the_rest_counted(capsys: pytest.CaptureFixture[str]) -> None:
    gone = [problem("row-gone", file=f"{number}.docx") for number in range(9)]
    older = [problem("pdf-is-older", file="9.pdf")]
    Screen("en", False, False).problems([*gone, *older])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("!")]
    assert [line.split()[1] for line in lines] == [f"{number}.docx" for number in range(5)] + ["9.pdf"]
    assert lines[4].endswith(" (+4)")
    assert not any(line.endswith(")") for line in (*lines[:4], lines[5]))


def test_every_error_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Screen("en", False, False).problems(problem("not-a-date", at(row), value="x") for row in (2, 3))
    said = capsys.readouterr().out
    assert "!A2:" in said
    assert "!A3:" in said
