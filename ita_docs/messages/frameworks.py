"""Problems of the frameworks of the assessment."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "unknown-framework": Entry(
        "error",
        "ไม่รู้จักกรอบการประเมิน{of}",
        "ระบุกรอบในคอลัมน์ “กรอบการประเมิน” หรือใช้ --framework กับไฟล์ของท่านเอง กรอบที่มี: {known}{near}",
        "The framework of the assessment is not known{of}.",
        "Name one in the column “กรอบการประเมิน”, or give a file of your own with --framework. "
        "The frameworks are: {known}.{near}",
    ),
    "bad-framework": Entry(
        "error",
        "กรอบการประเมิน {file} ใช้ไม่ได้: {reason}",
        "แก้ไฟล์กรอบการประเมิน{near}",
        "The framework {file} cannot be used: {reason}.",
        "Mend the file.{near}",
    ),
}
