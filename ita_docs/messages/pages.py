"""Problems of laying out a document and of writing it as PDF."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "unsupported-feature": Entry(
        "warning",
        "ยังไม่รองรับ{what} ที่{where} จึงวาดเท่าที่ทำได้",
        "ดูหน้านั้นใน PDF หรือแปลงด้วย --engine libreoffice",
        "{what} is not supported yet, at {where}; it is drawn as well as possible.",
        "Look at that page of the PDF, or convert with --engine libreoffice.",
    ),
    "font-substituted": Entry(
        "info",
        "ไม่มีแบบอักษร “{value}” ในเครื่อง จึงใช้ “{used}” แทน ({count} อักขระ)",
        "ถ้าต้องการให้ตรงกับ Word ให้ติดตั้งแบบอักษรนั้น หรือระบุโฟลเดอร์ด้วย --font-dir",
        "The font “{value}” is not installed; “{used}” stands in for it ({count} characters).",
        "To match Word exactly, install the font or name its folder with --font-dir.",
    ),
    "missing-glyph": Entry(
        "warning",
        "ไม่มีแบบอักษรใดวาดอักขระ “{value}” ({code_point}) ได้ ที่{where}",
        "ระบุโฟลเดอร์ของแบบอักษรที่มีอักขระนี้ด้วย --font-dir",
        "No font has the character “{value}” ({code_point}), at {where}.",
        "Name a folder with a font that has it, with --font-dir.",
    ),
    "pdf-failed": Entry(
        "error",
        "ทำ PDF จาก {file} ไม่ได้: {reason}",
        "เปิดไฟล์ใน Word แล้วบันทึกใหม่ หรือแปลงด้วย --engine libreoffice",
        "No PDF could be made of {file}: {reason}.",
        "Open and save the file in Word, or convert it with --engine libreoffice.",
    ),
    "docx-limit": Entry(
        "error",
        "เอกสาร {file} ใหญ่เกินกำหนด: {what} เกิน {limit}",
        "แบ่งเอกสารเป็นหลายไฟล์",
        "The document {file} is over a limit: {what} is more than {limit}.",
        "Split it into several files.",
    ),
    "engine-missing": Entry(
        "error",
        "ไม่พบโปรแกรม {what} ในเครื่อง",
        "ติดตั้งโปรแกรมนั้น หรือไม่ต้องระบุ --engine",
        "{what} is not installed.",
        "Install it, or leave out --engine.",
    ),
}
