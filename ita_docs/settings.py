"""The office profile (ita-docs.toml): what an office writes on every document, so that no sheet need repeat it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from .problems import OutputError, Problem, SettingsError, problem
from .thai.near import nearest

Policy = Literal["thai", "arabic", "as-typed"]
POLICIES = ("thai", "arabic", "as-typed")
PICTURES = ("emblem", "logo")
KEYS = (
    *("agency", "unit", "address", "phone", "fax", "email", "website", "number_prefix"),
    *("signatory", "position", "acting", "acting_for", "certifier", "certifier_position"),
)
"""The keys of `[office]`; each may fill a field of a kind (`setting = "agency"`)."""
FILLING = (*KEYS, "unit_agency")
"""What may fill a field: `unit_agency` is the unit with its agency, as memos name it."""
LINES = ("address", "position", "certifier_position")
"""Those whose lines may be given as a list."""
OFFICE = (*KEYS, *PICTURES)
TABLES: Mapping[str, tuple[str, ...]] = {"office": OFFICE, "numerals": ("policy", "keep")}
ATTRIBUTES: Mapping[str, str] = {"policy": "numerals", "keep": "keep_digits"}
"""Keys that `Settings` calls otherwise."""
FILE_NAME = "ita-docs.toml"

PROFILE = """\
# ข้อมูลของหน่วยงาน สำหรับ ita-docs
# ช่องใดในสมุดงานที่เว้นว่างไว้ โปรแกรมจะใช้ค่าจากไฟล์นี้แทน
# วิธีใช้: ลบเครื่องหมาย # หน้าบรรทัดที่ต้องการ แล้วแก้ข้อความในเครื่องหมาย " " ให้เป็นของหน่วยงาน

[office]
# ส่วนราชการเจ้าของหนังสือ
# agency = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตัวอย่าง"

# ส่วนราชการเจ้าของเรื่อง (กลุ่มหรือหน่วย) บันทึกข้อความพิมพ์ไว้หน้าชื่อหน่วยงาน
# unit = "กลุ่มอำนวยการ"

# ที่ตั้ง: บรรทัดละหนึ่งรายการ
# address = ["๑ ถนนตัวอย่าง ตำบลในเมือง", "อำเภอเมือง จังหวัดตัวอย่าง ๑๐๐๐๐"]

# หมายเลขโทรศัพท์ และโทรสาร
# phone = "0 2000 0000"
# fax = "0 2000 0001"

# ไปรษณีย์อิเล็กทรอนิกส์ และเว็บไซต์
# email = "saraban@office.example"
# website = "www.office.example"

# รหัสและเครื่องหมายทับของเลขที่หนังสือ ใช้เมื่อยังไม่ออกเลข (เลขเขียนด้วยมือภายหลัง)
# number_prefix = "ศธ ๐๔๐๐๐/"

# ผู้ลงนาม: คำนำหน้า ชื่อ และนามสกุล
# signatory = "นายสมชาย ตัวอย่างดี"

# ตำแหน่งของผู้ลงนาม: บรรทัดละหนึ่งรายการ
# position = ["นักจัดการงานทั่วไปชำนาญการพิเศษ", "ผู้อำนวยการกลุ่มอำนวยการ"]

# ถ้าผู้ลงนามลงนามแทนผู้อื่น: คำที่ใช้ (ปฏิบัติราชการแทน รักษาราชการแทน รักษาการในตำแหน่ง …) และตำแหน่งที่แทน
# acting = "ปฏิบัติราชการแทน"
# acting_for = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตัวอย่าง"

# ผู้รับรองสำเนาถูกต้อง และตำแหน่ง (ใช้เมื่อสั่ง --copy สำเนาถูกต้อง)
# certifier = "นางสาวสมหญิง ตัวอย่างงาม"
# certifier_position = ["เจ้าพนักงานธุรการชำนาญงาน"]

# ไฟล์ภาพตราครุฑ และตราหน่วยงาน (.png หรือ .jpg) นับจากโฟลเดอร์ของไฟล์นี้
# emblem = "garuda.png"
# logo = "logo.png"

[numerals]
# ตัวเลขในเอกสาร: "thai" = ๑๒๓, "arabic" = 123, "as-typed" = ตามที่พิมพ์ (ไม่ระบุ = ตามชนิดเอกสาร)
# policy = "thai"

# คำที่ต้องคงเลขอารบิกไว้เสมอ เพิ่มจากรายการของโปรแกรม
# keep = ["ISO 9001", "Windows 11"]
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office profile says; an empty text means that it does not say.

    Those of `LINES` are one line a line; `emblem` and `logo` paths counted from the profile's folder; `keep_digits` are
    phrases whose digits stay Arabic, beside the shipped list; `file` is the profile itself, None where there is none.
    """

    agency: str = ""
    unit: str = ""
    address: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""
    number_prefix: str = ""
    signatory: str = ""
    position: str = ""
    acting: str = ""
    acting_for: str = ""
    certifier: str = ""
    certifier_position: str = ""
    emblem: Path | None = None
    logo: Path | None = None
    numerals: Policy | None = None
    keep_digits: tuple[str, ...] = ()
    file: Path | None = None

    def get(self, key: str) -> str | None:
        """What the profile says for `key` (one of `FILLING`), or None where it says nothing."""
        if key == "unit_agency":
            unit = "" if self.unit in self.agency else self.unit
            return f"{unit} {self.agency}".strip() or None
        return (getattr(self, key) or None) if key in KEYS else None


def load_settings(path: str | Path) -> Settings:
    """The office profile at `path`.

    Raises: SettingsError with every fault of the file: `file-not-found`, `bad-settings`.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(problem("file-not-found", file=str(path))) from None
    except OSError as error:
        raise SettingsError(_fault(path, error.strerror or "เปิดไม่ได้", error.strerror or "unreadable")) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(_fault(path, f"บรรทัด {line} ไม่ใช่ UTF-8", f"line {line} is not UTF-8")) from error
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line(str(error), text)
        thai = f"บรรทัด {line} ผิดรูปแบบ TOML ({error})"
        raise SettingsError(_fault(path, thai, f"line {line} is not TOML ({error})", line=line)) from error
    faults: list[Problem] = []
    settings = _settings(path, told, faults)
    if faults:
        raise SettingsError(*faults)
    return settings


def init(path: str | Path = FILE_NAME, force: bool = False) -> Path:
    """Write an office profile to fill in, commented in Thai; its path. A folder gets an ita-docs.toml.

    Raises: SettingsError `file-exists` when a file is there and `force` is not given; OutputError `cannot-write`.
    """
    path = Path(path)
    if path.is_dir():
        path = path / FILE_NAME
    write_new(path, PROFILE, force=force)
    return path


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file to be edited.

    Raises: SettingsError `file-exists` when a file is there and `force` is not given; OutputError `cannot-write`.
    """
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise SettingsError(problem("file-exists", file=str(path))) from None
    except OSError as error:
        raise OutputError(problem("cannot-write", file=str(path), reason=error.strerror or str(error))) from error


def _settings(path: Path, told: Mapping[str, Any], faults: list[Problem]) -> Settings:
    values: dict[str, Any] = {"file": path}
    for table, content in told.items():
        known = TABLES.get(table)
        if known is None:
            faults.append(_unknown(path, f"[{table}]", nearest(table, TABLES)))
            continue
        if not isinstance(content, dict):
            faults.append(_fault(path, f"{table} ต้องเป็นหมวด [{table}]", f"{table} must be a table [{table}]"))
            continue
        for key, value in content.items():
            if key not in known:
                faults.append(_unknown(path, f"{table}.{key}", nearest(key, known)))
            else:
                name = ATTRIBUTES.get(key, key)
                values[name] = _value(path, table, key, value, faults)
    return Settings(**values)


def _value(path: Path, table: str, key: str, value: Any, faults: list[Problem]) -> Any:
    at = f"{table}.{key}"
    listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key == "keep":
        if listed:
            return tuple(item for item in (text.strip() for text in value) if item)
        faults.append(_fault(path, f"{at} ต้องเป็นรายการข้อความ", f"{at} must be a list of texts"))
    elif key == "policy":
        if isinstance(value, str) and value in POLICIES:
            return cast(Policy, value)
        near = nearest(value, POLICIES) if isinstance(value, str) else None
        choices = ", ".join(POLICIES)
        faults.append(_fault(path, f"{at} ต้องเป็น {choices}", f"{at} must be one of {choices}", near=near))
    elif key in LINES and listed:
        return "\n".join(value)
    elif not isinstance(value, str):
        faults.append(_fault(path, f"{at} ต้องเป็นข้อความ", f"{at} must be a text"))
    elif key in PICTURES:
        return path.parent / value.replace("\\", "/") if value.strip() else None
    else:
        return value.strip()
    return None if key in (*PICTURES, "policy") else () if key == "keep" else ""


def _unknown(path: Path, name: str, near: str | None) -> Problem:
    return _fault(path, f"ไม่รู้จัก {name}", f"{name} is not known", near=near)


def _fault(path: Path, thai: str, english: str, near: str | None = None, line: int | None = None) -> Problem:
    place: dict[str, Any] = {"file": str(path), **({} if line is None else {"line": line})}
    return problem("bad-settings", place=place, file=str(path), reason={"th": thai, "en": english}, near=near)


def _line(message: str, text: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else text.count("\n") + 1
