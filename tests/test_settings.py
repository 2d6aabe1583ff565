"""The office profile: what it says, and what it must not say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ita_docs.problems import ItaDocsError, OutputError, SettingsError
from ita_docs.resources import fonts_folder, templates_folder
from ita_docs.settings import KEYS, Settings, init, load_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "ita-docs.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_says_what_its_file_says(tmp_path: Path) -> None:
    text = """
    [office]
    agency = " กลุ่มอำนวยการ "
    position = ["ผู้อำนวยการ", "รักษาราชการแทน"]
    address = ["๑ ถนนตัวอย่าง", "จังหวัดตัวอย่าง"]
    fax = "0 2000 0001"
    acting_for = "ผู้อำนวยการสำนักงาน"
    certifier_position = ["เจ้าพนักงานธุรการ", "หัวหน้ากลุ่ม"]
    emblem = "ภาพ/garuda.png"
    logo = "ภาพ\\\\logo.png"
    [numerals]
    policy = "arabic"
    keep = ["ISO 9001"]
    """
    settings = load_settings(write(tmp_path, text))
    assert settings.get("agency") == "กลุ่มอำนวยการ"
    assert settings.get("position") == "ผู้อำนวยการ\nรักษาราชการแทน"
    assert settings.get("address") == "๑ ถนนตัวอย่าง\nจังหวัดตัวอย่าง"
    assert settings.get("fax") == "0 2000 0001"
    assert settings.get("acting_for") == "ผู้อำนวยการสำนักงาน"
    assert settings.get("certifier_position") == "เจ้าพนักงานธุรการ\nหัวหน้ากลุ่ม"
    assert settings.logo == tmp_path / "ภาพ" / "logo.png"
    assert settings.get("phone") is None
    assert settings.emblem == tmp_path / "ภาพ" / "garuda.png"
    assert settings.numerals == "arabic"
    assert settings.keep_digits == ("ISO 9001",)


def test_nothing_is_said_by_default() -> None:
    assert all(Settings().get(key) is None for key in (*KEYS, "emblem", "logo", "numerals", "get"))


def test_the_profile_that_is_written_loads(tmp_path: Path) -> None:
    path = init(tmp_path)
    assert path == tmp_path / "ita-docs.toml"
    assert load_settings(path) == Settings(file=path)


def test_the_profile_that_is_written_loads_with_every_line_switched_on(tmp_path: Path) -> None:
    path = init(tmp_path / "profile.toml")
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^# (?=[a-z_]+ = )", "", text), encoding="utf-8")
    settings = load_settings(path)
    assert all(settings.get(key) for key in KEYS)
    assert settings.emblem
    assert settings.logo
    assert settings.numerals
    assert settings.keep_digits


def test_a_profile_is_not_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path, "# ของเรา\n")
    with pytest.raises(SettingsError) as caught:
        init(path)
    assert caught.value.problems[0].code == "file-exists"
    assert path.read_text(encoding="utf-8") == "# ของเรา\n"
    init(path, force=True)
    assert "[office]" in path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        init(tmp_path / "nowhere" / "ita-docs.toml")


REFUSED = {
    "unknown key": ('[office]\nagenci = "ก"', "office.agenci", "agency"),
    "unknown table": ("[ofice]\n", "[ofice]", "office"),
    "no table": ('office = "ก"', "[office]", ""),
    "wrong type": ("[office]\nphone = 42", "office.phone", ""),
    "wrong position": ("[office]\nposition = [1]", "office.position", ""),
    "wrong address": ("[office]\naddress = [1]", "office.address", ""),
    "a list for one line": ('[office]\nphone = ["0 2000 0000"]', "office.phone", ""),
    "wrong logo": ("[office]\nlogo = 1", "office.logo", ""),
    "wrong emblem": ("[office]\nemblem = true", "office.emblem", ""),
    "wrong policy": ('[numerals]\npolicy = "arab"', "numerals.policy", "arabic"),
    "wrong keep": ('[numerals]\nkeep = "ISO"', "numerals.keep", ""),
    "not TOML": ("[office]\nagency = \n", "2", ""),
    "not closed": ("[office\n", "1", ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    text, said, near = REFUSED[name]
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, text))
    (item,) = caught.value.problems
    assert item.code == "bad-settings"
    for lang in ("th", "en"):
        assert said in item.worded(lang).message
        assert near in item.worded(lang).hint
        assert "–" not in item.worded(lang).message


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, "[office]\na = 1\nphone = 2\n[numerals]\nkeep = 3"))
    assert len(caught.value.problems) == 3


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "nowhere.toml")
    assert caught.value.problems[0].code == "file-not-found"
    (tmp_path / "thai874.toml").write_bytes("[office]\nagency = 'กลุ่ม'".encode("cp874"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path / "thai874.toml")
    with pytest.raises(SettingsError):
        load_settings(tmp_path)


def test_a_profile_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "bom.toml"
    path.write_bytes(b"\xef\xbb\xbf[office]\nagency = 'x'\n")
    assert load_settings(path).agency == "x"


def test_shipped_folders_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (templates_folder() / "memo").is_dir()
    assert any(fonts_folder().iterdir())
    monkeypatch.setattr("ita_docs.resources.PACKAGE", tmp_path / "ita_docs")
    with pytest.raises(ItaDocsError) as caught:
        templates_folder()
    assert caught.value.problems[0].code == "file-not-found"
    (tmp_path / "templates").mkdir()  # somebody else's: no pyproject.toml beside it
    with pytest.raises(ItaDocsError):
        templates_folder()
    (tmp_path / "ita_docs" / "templates").mkdir(parents=True)
    assert templates_folder() == tmp_path / "ita_docs" / "templates"


def test_a_memo_names_the_unit_with_its_agency() -> None:
    assert Settings(agency="สำนักงาน", unit="กลุ่มอำนวยการ").get("unit_agency") == "กลุ่มอำนวยการ สำนักงาน"
    assert Settings(agency="กลุ่มอำนวยการ สำนักงาน", unit="กลุ่มอำนวยการ").get("unit_agency") == "กลุ่มอำนวยการ สำนักงาน"
    assert Settings(unit="กลุ่ม").get("unit_agency") == "กลุ่ม"
    assert Settings().get("unit_agency") is None
