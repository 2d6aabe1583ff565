"""A workbook with a password is named as such, and nothing starts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from . import KINDS, sample, with_pictures
from .conftest import command
from .documents import texts
from .office import Office, OfficeError

PASSWORD = "ความลับ 123"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind's sample under a password (MS-OFFCRYPTO's agile encryption, as Excel 2010 and later write it)."""
    from msoffcrypto.format.ooxml import OOXMLFile

    folder = tmp_path_factory.mktemp("locked")
    found = {}
    for kind in KINDS:
        taken = io.BytesIO()
        OOXMLFile(io.BytesIO(sample(kind).read_bytes())).encrypt(PASSWORD, taken)
        found[kind] = folder / f"{kind}.xlsx"
        found[kind].write_bytes(taken.getvalue())
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_locked_workbook_is_refused_by_name(locked: dict[str, Path], tmp_path: Path, kind: str) -> None:
    made = command(kind, locked[kind], folder=tmp_path, stderr=True)
    assert made.status == 2
    assert [item["code"] for item in made.report["problems"]] == ["workbook-encrypted"]
    assert made.report["made"] == made.report["refused"] == []
    assert not list(made.out.glob("*.docx"))


def test_libreoffice_finds_it_locked_too(locked: dict[str, Path], office: Office, tmp_path: Path) -> None:
    with pytest.raises(OfficeError):
        office.convert([locked[KINDS[0]]], "ods", tmp_path)


def test_unlocked_it_is_the_sample(locked: dict[str, Path], tmp_path: Path) -> None:
    """The file is whole: with the password it gives the documents of the sample."""
    from msoffcrypto import OfficeFile

    kind = KINDS[0]
    with locked[kind].open("rb") as file, (with_pictures(tmp_path) / "unlocked.xlsx").open("wb") as taken:
        opened = OfficeFile(file)
        assert opened.is_encrypted()
        opened.load_key(password=PASSWORD)
        opened.decrypt(taken)
    made = command(kind, tmp_path / "unlocked.xlsx", folder=tmp_path / "unlocked")
    original = command(kind, sample(kind), folder=tmp_path / "original")
    assert [texts(docx) for docx in made.documents] == [texts(docx) for docx in original.documents]
