"""The command's own sentences, in Thai and English. Problems are worded by `messages`."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "description": (
        "สร้างหนังสือราชการ (.docx) จากตารางข้อมูล: บันทึกข้อความ และเอกสารชนิดอื่นที่สำนักงานเพิ่มเอง",
        "Thai official documents (.docx) from spreadsheets: memos, and any kind an office adds",
    ),
    "usage": ("วิธีใช้: ", "usage: "),
    "positionals": ("สิ่งที่ต้องระบุ", "arguments"),
    "optionals": ("ตัวเลือก", "options"),
    "commands": ("คำสั่ง", "commands"),
    "help": ("แสดงวิธีใช้", "show this help"),
    "version": ("แสดงรุ่นของโปรแกรม", "show the version"),
    "kinds": ("แสดงชนิดเอกสารที่มี", "list the document kinds"),
    "starter": ("สร้างสมุดงานเปล่าไว้กรอกข้อมูล", "write a workbook to fill in"),
    "check": ("ตรวจสมุดงาน บอกทุกช่องที่ผิดพร้อมวิธีแก้", "check a workbook: every wrong cell, with the fix"),
    "make": ("สร้างเอกสาร หนึ่งแถวหนึ่งฉบับ", "make the documents, one a row"),
    "check-kind": ("ตรวจชนิดเอกสารที่สร้างเอง: kind.toml กับแม่แบบ", "check a kind of your own: kind.toml and template"),
    "init": ("สร้างไฟล์ตั้งค่าสำนักงาน ita-docs.toml", "write the office profile ita-docs.toml"),
    "arg-kind": ("ชนิดเอกสาร เช่น memo", "document kind, such as memo"),
    "arg-book": ("สมุดงาน (.xlsx .xls .ods .csv)", "workbook (.xlsx .xls .ods .csv)"),
    "arg-folder": ("โฟลเดอร์ของชนิดเอกสาร", "folder of the kind"),
    "opt-out-folder": ("โฟลเดอร์ปลายทาง (ปกติ out)", "output folder (default: out)"),
    "opt-out-file": ("ไฟล์ปลายทาง", "output file"),
    "opt-only": (
        "ทำเฉพาะแถวที่ตรง เช่น เลขอ้างอิง=M-003 (ใช้ซ้ำได้)",
        "only rows that match, such as เลขอ้างอิง=M-003 (repeatable)",
    ),
    "opt-numerals": ("ตัวเลขในเอกสาร: thai, arabic, as-typed", "digits of the document: thai, arabic, as-typed"),
    "opt-today": ("ถือว่าวันนี้คือ (ปปปป-ดด-วว)", "the date to take for today (yyyy-mm-dd)"),
    "opt-settings": ("ไฟล์ตั้งค่าสำนักงาน (ปกติ ita-docs.toml)", "office profile (default: ita-docs.toml)"),
    "opt-emblem": ("ไฟล์ภาพตราครุฑ", "picture file of the emblem"),
    "opt-kinds": ("โฟลเดอร์ที่เก็บชนิดเอกสารเพิ่มเติม (ใช้ซ้ำได้)", "folder with more kinds (repeatable)"),
    "opt-force": ("เขียนทับไฟล์ที่มีอยู่หรือถูกแก้ไข", "overwrite files that exist or were edited"),
    "opt-json": ("แสดงผลเป็น JSON", "print the report as JSON"),
    "opt-quiet": ("ไม่แสดงความคืบหน้าและข้อสังเกต", "no progress, no notes"),
    "opt-lang": ("ภาษาของข้อความ: th หรือ en", "language of messages: th or en"),
    "opt-debug": ("แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด", "show details when the program fails"),
    "bad-arguments": ("คำสั่งไม่ถูกต้อง: {reason}", "the command is not right: {reason}"),
    "see-help": ("ดูวิธีใช้ด้วย {command} --help", "see {command} --help"),
    "made": ("สร้างแล้ว {count} ฉบับ ที่ {folder}", "made {count} in {folder}"),
    "checked": ("พร้อมสร้าง {count} ฉบับ", "{count} ready to make"),
    "refused": ("ไม่สร้าง {count} แถว", "{count} rows refused"),
    "errors": ("ผิด {count}", "{count} errors"),
    "warnings": ("เตือน {count}", "{count} warnings"),
    "infos": ("ข้อสังเกต {count}", "{count} notes"),
    "wrote": ("สร้างไฟล์ {file} แล้ว", "wrote {file}"),
    "kind-fine": ("ชนิดเอกสาร {kind} ใช้ได้", "the kind {kind} is fine"),
    "tag-table": (
        "แท็กที่ใช้ในแม่แบบได้ (เขียนได้ทั้งสองแบบ)",
        "tags the template may use (either spelling)",
    ),
    "column-name": ("ชื่อ", "name"),
    "column-title": ("เอกสาร", "document"),
    "column-annex": ("แบบ", "annex form"),
    "column-fields": ("ข้อมูล (* จำเป็น)", "fields (* required)"),
    "making": ("กำลังสร้าง", "making"),
    "interrupted": ("หยุดตามคำสั่ง เอกสารที่สร้างเสร็จแล้วยังอยู่ครบ", "stopped; the finished documents are kept"),
    "ask-kind": ("เลือกชนิดเอกสาร (พิมพ์หมายเลข)", "which kind of document (type its number)"),
    "ask-book": ("ไฟล์ข้อมูล (ลากไฟล์มาวางได้ · Enter เพื่อสร้างสมุดงานเปล่า)", "the workbook (Enter: write an empty one)"),
    "ask-make": ("สร้างเอกสาร {count} ฉบับเลยหรือไม่ (ต = ตกลง, ม = ไม่)", "make {count} documents now? (y/n)"),
    "ask-folder": ("เก็บไว้ที่โฟลเดอร์ (Enter = out)", "output folder (Enter: out)"),
    "again": ("ไม่เข้าใจคำตอบ ลองอีกครั้ง", "that was not understood; once more"),
    "fill-in": ("กรอกข้อมูลใน {file} แล้วเรียก ita-docs อีกครั้ง", "fill in {file} and run ita-docs again"),
}


def say(key: str, lang: str, **facts: object) -> str:
    """The sentence `key` in `lang` ("th" or "en"), filled with `facts`."""
    return WORDS[key][lang == "en"].format(**facts)
