"""Problems of output files, settings, and what was asked on the command line."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "file-name-adjusted": Entry(
        "info",
        "ปรับชื่อไฟล์ “{before}” เป็น “{after}” เพื่อให้ใช้ได้ทุกระบบและไม่ซ้ำกัน",
        "",
        "The file name “{before}” became “{after}”, to be safe on every system and unique.",
        "",
    ),
    "file-in-use": Entry(
        "error",
        "เปิดหรือเขียนไฟล์ {file} ไม่ได้ เพราะโปรแกรมอื่นเปิดค้างอยู่",
        "ปิดไฟล์ใน Excel หรือ Word แล้วลองใหม่",
        "{file} cannot be read or written: another program has it open.",
        "Close it in Excel or Word and try again.",
    ),
    "edited-since": Entry(
        "warning",
        "ไฟล์ {file} ถูกแก้ไขหลังจากสร้าง จึงไม่เขียนทับ ฉบับใหม่อยู่ที่ {beside}",
        "เก็บฉบับที่ต้องการแล้วลบอีกฉบับ หรือใช้ --force เพื่อเขียนทับ",
        "{file} was edited after it was made and is kept; the new one is {beside}.",
        "Keep the one you want and delete the other, or use --force to overwrite.",
    ),
    "file-not-found": Entry(
        "error",
        "ไม่พบไฟล์หรือโฟลเดอร์ {file}",
        "ตรวจชื่อและโฟลเดอร์อีกครั้ง{near}",
        "There is no file or folder {file}.",
        "Check the name and the folder.{near}",
    ),
    "not-a-docx": Entry(
        "error",
        "ไฟล์ {file} ไม่ใช่เอกสาร Word (.docx): {reason}",
        "เปิดใน Word แล้วบันทึกเป็น .docx",
        "{file} is not a Word document (.docx): {reason}.",
        "Open it in Word and save it as .docx.",
    ),
    "cannot-write": Entry(
        "error",
        "เขียนไฟล์ {file} ไม่ได้: {reason}",
        "ตรวจสิทธิ์ของโฟลเดอร์และพื้นที่ว่าง",
        "{file} cannot be written: {reason}.",
        "Check the folder's permissions and the free space.",
    ),
    "file-exists": Entry(
        "error",
        "มีไฟล์ {file} อยู่แล้ว จึงไม่เขียนทับ",
        "ใช้ชื่ออื่น หรือใช้ --force เพื่อเขียนทับ",
        "{file} is there already and is not overwritten.",
        "Use another name, or --force to overwrite.",
    ),
    "bad-settings": Entry(
        "error",
        "ไฟล์ตั้งค่า {file} ใช้ไม่ได้: {reason}",
        "แก้ไฟล์ หรือสร้างใหม่ด้วย ita-docs init{near}",
        "The settings file {file} cannot be used: {reason}.",
        "Mend it, or make a new one with ita-docs init.{near}",
    ),
    "bad-option": Entry(
        "error",
        "ตัวเลือก {option} ใช้ไม่ได้: {reason}",
        "ดูวิธีใช้ด้วย ita-docs --help",
        "Option {option} cannot be used: {reason}.",
        "See ita-docs --help.",
    ),
    "nothing-selected": Entry(
        "error",
        "ไม่มีแถวใดตรงกับ --only {option}",
        "ตรวจชื่อคอลัมน์และค่า",
        "No row matches --only {option}.",
        "Check the column's name and the value.",
    ),
    "value-not-found": Entry(
        "error",
        "ไม่มีแถวใดตรงกับ --only {option} ส่วนแถวที่ตรงกับค่าอื่นที่ขอสร้างตามปกติ",
        "ตรวจค่า",
        "No row matches --only {option}; the rows of the other values asked for were made.",
        "Check the value.",
    ),
    "internal-error": Entry(
        "error",
        "โปรแกรมทำงานผิดพลาด: {reason}",
        "ลองใหม่ด้วย --debug แล้วส่งข้อความที่ได้ให้ผู้ดูแล",
        "The program failed: {reason}.",
        "Run again with --debug and send what it prints to the maintainers.",
    ),
}
