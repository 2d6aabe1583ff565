"""What drives the tools ends in time and never passes a failure over."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from .office import Office, OfficeError, run


def test_a_missing_program_is_a_failure_that_says_what_to_do() -> None:
    with pytest.raises(OfficeError, match=r"interop/install\.sh"):
        run(["no-such-program"])


def test_a_program_that_fails_is_a_failure() -> None:
    with pytest.raises(OfficeError, match="ended with 3"):
        run(["sh", "-c", "exit 3"])


@pytest.mark.parametrize("command", ["sleep 60 & sleep 60", "sleep 60 & exit 0"])
def test_a_program_that_hangs_is_ended_with_its_children(command: str) -> None:
    start = monotonic()
    with pytest.raises(OfficeError, match="did not end"):
        run(["sh", "-c", command], seconds=0.2)
    assert monotonic() - start < 5


def test_a_file_that_was_not_made_is_a_failure(office: Office, tmp_path: Path) -> None:
    text = tmp_path / "not-a-book.xlsx"
    text.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(OfficeError, match=r"not-a-book\.xlsx"):
        office.convert([text], "ods", tmp_path / "out")


def test_two_files_of_one_name_are_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match="one name"):
        office.convert([tmp_path / "a.docx", tmp_path / "b" / "a.docx"], "pdf", tmp_path)
