"""Problems of document kinds and templates."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "unknown-kind": Entry(
        "error",
        "ไม่รู้จักเอกสารชนิด “{kind}”",
        "ชนิดที่มี: {known}{near}",
        "There is no document kind “{kind}”.",
        "The kinds are: {known}.{near}",
    ),
    "bad-kind": Entry(
        "error",
        "{file} ใช้ไม่ได้: {reason}",
        "แก้ kind.toml{near}",
        "{file} cannot be used: {reason}.",
        "Mend kind.toml.{near}",
    ),
    "template-syntax": Entry(
        "error",
        "แท็กในแม่แบบผิดไวยากรณ์: {reason} ที่ {tag} ในย่อหน้า “{paragraph}” ({part})",
        "แก้แท็กในแม่แบบ",
        "A tag of the template is malformed: {reason} at {tag} in paragraph “{paragraph}” ({part}).",
        "Mend the tag in the template.",
    ),
    "unclosed-tag": Entry(
        "error",
        "แท็ก {tag} ในย่อหน้า “{paragraph}” ({part}) ไม่มีตัวปิด {wanted}",
        "เติม {wanted} หลังส่วนที่ต้องการ",
        "The tag {tag} in paragraph “{paragraph}” ({part}) is never closed by {wanted}.",
        "Add {wanted} after the part it should cover.",
    ),
    "undeclared-placeholder": Entry(
        "error",
        "แม่แบบใช้ {tag} ซึ่งไม่มีใน kind.toml (ย่อหน้า “{paragraph}”, {part})",
        "แก้ชื่อแท็ก หรือประกาศฟิลด์ใน kind.toml{near}",
        "The template uses {tag}, which kind.toml does not declare (paragraph “{paragraph}”, {part}).",
        "Correct the tag, or declare the field in kind.toml.{near}",
    ),
    "unused-field": Entry(
        "warning",
        "ฟิลด์ “{column}” ({name}) ประกาศไว้แต่แม่แบบไม่ได้ใช้",
        "เพิ่มแท็ก {tag} ในแม่แบบ หรือลบฟิลด์",
        "The field “{column}” ({name}) is declared but the template does not use it.",
        "Add the tag {tag} to the template, or remove the field.",
    ),
    "missing-style": Entry(
        "warning",
        "แม่แบบไม่มีสไตล์ {value} เนื้อความส่วนนั้นจึงพิมพ์ด้วยสไตล์ปกติ",
        "สร้างสไตล์ชื่อนี้ใน Word หรือเริ่มจากแม่แบบที่มากับโปรแกรม",
        "The template lacks the styles {value}: that part of a text is shown in the normal style.",
        "Make styles of these names in Word, or start from a shipped template.",
    ),
    "undefined-name": Entry(
        "error",
        "แม่แบบใช้ชื่อ “{name}” ซึ่งไม่มีค่า ที่ {tag} ในย่อหน้า “{paragraph}” ({part})",
        "แก้ชื่อในแม่แบบหรือเพิ่มข้อมูล{near}",
        "The template uses “{name}”, which has no value, at {tag} in paragraph “{paragraph}” ({part}).",
        "Correct the name in the template, or add the data.{near}",
    ),
    "template-failed": Entry(
        "error",
        "เติมข้อมูลลงแม่แบบไม่ได้: {reason} ที่ {tag} ในย่อหน้า “{paragraph}” ({part})",
        "แก้แท็กในแม่แบบ",
        "The template could not be filled: {reason} at {tag} in paragraph “{paragraph}” ({part}).",
        "Mend the tag in the template.",
    ),
    "template-unsafe": Entry(
        "error",
        "แม่แบบเรียกใช้สิ่งที่ไม่อนุญาต: {reason} ที่ {tag} ในย่อหน้า “{paragraph}” ({part})",
        "ใช้เฉพาะชื่อข้อมูลและฟิลเตอร์ในคู่มือ",
        "The template asks for something that is not allowed: {reason} at {tag} in paragraph “{paragraph}” ({part}).",
        "Use only data names and the filters of the manual.",
    ),
    "template-limit": Entry(
        "error",
        "หยุดเติมแม่แบบเพราะเกินขีดจำกัด: {what} เกิน {limit}",
        "ตรวจการวนซ้ำในแม่แบบและขนาดของข้อมูล",
        "Filling the template was stopped at a limit: {what} exceeds {limit}.",
        "Check the template's loops and the size of the data.",
    ),
}
