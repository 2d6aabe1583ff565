"""A workbook with a password is named as such, and nothing starts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from . import KINDS, sample
from .conftest import command
from .office import Office, OfficeError

PASSWORD = "ความลับ123"
FORMATS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Lock" script:language="StarBasic">
Sub Save(given As String, taken As String, kind As String, password As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    book = StarDesktop.loadComponentFromURL(given, "_blank", 0, hidden())
    Dim locked(1) As New com.sun.star.beans.PropertyValue
    locked(0).Name = "FilterName"
    locked(0).Value = kind
    locked(1).Name = "Password"
    locked(1).Value = password
    book.storeToURL(taken, locked())
    book.close(True)
    StarDesktop.terminate()
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{modules}</library:library>
"""


@pytest.fixture(scope="module")
def locked(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The first kind's sample with a password, saved by LibreOffice as each format, and as .xlsx by msoffcrypto."""
    folder = tmp_path_factory.mktemp("locked")
    standard = office.folder / "profile" / "user" / "basic" / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    (standard / "Lock.xba").write_text(MODULE, encoding="utf-8")
    (standard / "script.xlb").write_text(LIBRARY.format(modules='<library:element library:name="Lock"/>'), "utf-8")
    (standard / "dialog.xlb").write_text(LIBRARY.format(modules=""), "utf-8")
    found = {}
    for suffix, kind in FORMATS.items():
        found[suffix] = folder / f"locked.{suffix}"
        given = (sample(KINDS[0]).as_uri(), found[suffix].as_uri(), kind, PASSWORD)
        said = office.run(["macro:///Standard.Lock.Save({})".format(",".join(f'"{item}"' for item in given))])
        if not found[suffix].is_file():
            raise OfficeError(f"LibreOffice did not save locked.{suffix}:\n{said}")
    found["msoffcrypto"] = folder / "msoffcrypto.xlsx"
    found["msoffcrypto"].write_bytes(_encrypted(sample(KINDS[0]).read_bytes()))
    return found


def _encrypted(book: bytes) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    taken = io.BytesIO()
    OOXMLFile(io.BytesIO(book)).encrypt(PASSWORD, taken)
    return taken.getvalue()


@pytest.mark.parametrize("name", [*FORMATS, "msoffcrypto"])
def test_encrypted(locked: dict[str, Path], tmp_path: Path, name: str) -> None:
    made = command(KINDS[0], locked[name], folder=tmp_path, stderr=True)
    assert made.status == 2
    assert [item["code"] for item in made.report["problems"]] == ["workbook-encrypted"]
    assert made.report["made"] == made.report["refused"] == []
    assert not list(made.out.glob("*.docx"))


def test_they_are_encrypted(locked: dict[str, Path]) -> None:
    from msoffcrypto import OfficeFile

    for name, path in locked.items():
        if name == "ods":
            with zipfile.ZipFile(path) as package:
                assert b"encryption-data" in package.read("META-INF/manifest.xml")
        else:
            with path.open("rb") as file:
                assert OfficeFile(file).is_encrypted(), name
