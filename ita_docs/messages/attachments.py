"""Problems of files that cells name: pictures, papers and PDFs to be bound in."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "missing-file": Entry(
        "error",
        "ไม่พบไฟล์ “{value}”",
        "ตรวจชื่อไฟล์และโฟลเดอร์ (นับจากโฟลเดอร์ของสมุดงาน)",
        "The file “{value}” is not there.",
        "Check its name and folder (counted from the workbook's folder).",
    ),
    "not-an-image": Entry(
        "error",
        "ไฟล์ “{value}” ไม่ใช่รูปภาพที่ใช้ได้",
        "ใช้ไฟล์ .jpg หรือ .png (ใช้ .gif .bmp .tif .webp ได้ด้วย)",
        "The file “{value}” is not a usable picture.",
        "Use a .jpg or .png file (.gif, .bmp, .tif and .webp will do).",
    ),
    "heic-picture": Entry(
        "error",
        "ไฟล์ “{value}” เป็นภาพแบบ HEIC ของโทรศัพท์ ซึ่งโปรแกรมนี้และ Word หลายรุ่นเปิดไม่ได้",
        "แปลงเป็น .jpg แล้วใช้ไฟล์นั้น (ครั้งต่อไปตั้งรูปแบบกล้องใน iPhone เป็น “ใช้ร่วมกันได้มากที่สุด”)",
        "The file “{value}” is a HEIC picture of a phone, which neither this program nor many a Word can open.",
        "Convert it to .jpg (and set the phone's camera to “Most Compatible”).",
    ),
    "damaged-picture": Entry(
        "error",
        "ไฟล์ภาพ “{value}” เสียหายหรือไม่ครบ",
        "คัดลอกไฟล์จากต้นทางอีกครั้ง หรือเปิดในโปรแกรมดูภาพแล้วบันทึกใหม่",
        "The picture “{value}” is damaged or cut short.",
        "Copy it anew, or open it in a viewer and save it again.",
    ),
    "picture-limit": Entry(
        "error",
        "ภาพ “{value}” ใหญ่เกินไป ({width} × {height} จุด เกิน {limit} ล้านจุด)",
        "ย่อภาพแล้วใช้ไฟล์ที่ย่อ",
        "The picture “{value}” is too large ({width} × {height} pixels, more than {limit} million).",
        "Make it smaller.",
    ),
    "appendix-unusable": Entry(
        "error",
        "ผนวกไฟล์ “{value}” ในรายงานไม่ได้: {reason}",
        "แก้ไฟล์หรือใช้ไฟล์อื่น",
        "The file “{value}” cannot be bound into the report: {reason}.",
        "Mend the file, or use another.",
    ),
    "appendix-differs": Entry(
        "warning",
        "ภาคผนวก “{value}” อาจต่างจากต้นฉบับ: {what}",
        "ดูหน้านั้นในรายงาน",
        "The appendix “{value}” may differ from its original: {what}.",
        "Look at its pages in the report.",
    ),
}
