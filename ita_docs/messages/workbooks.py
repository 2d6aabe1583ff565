"""Problems of a workbook as a whole, its sheets, headings and rows."""

from __future__ import annotations

from .entry import Entry

CODES: dict[str, Entry] = {
    "missing-sheet": Entry(
        "error",
        "ไม่พบแผ่นงาน “{sheet}” ในไฟล์",
        "ตั้งชื่อแผ่นงานว่า “{sheet}” แผ่นงานที่มีอยู่คือ {found}",
        "The workbook has no sheet “{sheet}”.",
        "Name a sheet “{sheet}”. The sheets there are: {found}.",
    ),
    "missing-column": Entry(
        "error",
        "แผ่นงาน “{sheet}” ไม่มีคอลัมน์ “{column}” ซึ่งจำเป็นต้องมี",
        "เพิ่มหัวคอลัมน์ “{column}” ในแถวหัวตาราง{near}",
        "Sheet “{sheet}” has no column “{column}”, which is required.",
        "Add the heading “{column}” to the heading row.{near}",
    ),
    "unknown-column": Entry(
        "warning",
        "ไม่รู้จักหัวคอลัมน์ “{column}” ข้อมูลในคอลัมน์นี้จึงไม่ถูกใช้",
        "แก้ชื่อหัวคอลัมน์ หรือลบคอลัมน์ถ้าไม่ใช้{near}",
        "The heading “{column}” is not known, so its column is not used.",
        "Correct the heading, or delete the column if it is not needed.{near}",
    ),
    "duplicate-column": Entry(
        "warning",
        "หัวคอลัมน์ “{column}” ซ้ำกับคอลัมน์ก่อนหน้า ใช้เฉพาะคอลัมน์แรก",
        "ลบหรือเปลี่ยนชื่อคอลัมน์ที่ซ้ำ",
        "The heading “{column}” repeats an earlier one; only the first column is used.",
        "Delete or rename the repeated column.",
    ),
    "empty-sheet": Entry(
        "warning",
        "แผ่นงาน “{sheet}” ไม่มีข้อมูลใต้หัวตาราง",
        "กรอกข้อมูลอย่างน้อยหนึ่งแถว",
        "Sheet “{sheet}” has no rows under its headings.",
        "Fill in at least one row.",
    ),
    "duplicate-key": Entry(
        "error",
        "{column} “{value}” ซ้ำกันในแถว {rows} จึงไม่สร้างเอกสารของทุกแถวที่ซ้ำ",
        "แก้ให้แต่ละแถวมีค่าไม่ซ้ำกัน",
        "{column} “{value}” is repeated in rows {rows}; none of them is made.",
        "Give each row a value of its own.",
    ),
    "orphan-row": Entry(
        "error",
        "แถวนี้อ้างถึง {column} “{value}” ซึ่งไม่มีในแผ่นงาน “{parent}”",
        "แก้เลขอ้างอิงให้ตรงกับแผ่นงาน “{parent}”{near}",
        "This row refers to {column} “{value}”, which sheet “{parent}” does not have.",
        "Make the reference match sheet “{parent}”.{near}",
    ),
    "hidden-row": Entry(
        "info",
        "แถว {row} ถูกซ่อนอยู่ แต่ยังคงสร้างเอกสารให้",
        "ลบแถวทิ้งถ้าไม่ต้องการเอกสารนี้",
        "Row {row} is hidden; its document is made all the same.",
        "Delete the row if the document is not wanted.",
    ),
    "formula-not-calculated": Entry(
        "warning",
        "แผ่นงาน “{sheet}” มีสูตรที่ยังไม่มีผลลัพธ์ {count} ช่อง (ช่องแรก {cell}) จึงอ่านเป็นช่องว่าง",
        "เปิดไฟล์ใน Excel ให้คำนวณ แล้วบันทึก จากนั้นลองใหม่",
        "Sheet “{sheet}” has {count} formulas without a result (the first is {cell}); they were read as empty cells.",
        "Open the file in Excel so that they are calculated, save it, and try again.",
    ),
    "workbook-encrypted": Entry(
        "error",
        "เปิดไฟล์ {file} ไม่ได้เพราะตั้งรหัสผ่านไว้",
        "เปิดใน Excel แล้วเอารหัสผ่านออก (แฟ้ม > ข้อมูล > ป้องกันสมุดงาน) บันทึก แล้วลองใหม่",
        "{file} cannot be opened: it has a password.",
        "Remove the password in Excel (File > Info > Protect Workbook), save, and try again.",
    ),
    "workbook-unreadable": Entry(
        "error",
        "อ่านไฟล์ {file} ไม่ได้: {reason}",
        "เปิดไฟล์ใน Excel แล้วบันทึกใหม่เป็น .xlsx",
        "{file} cannot be read: {reason}.",
        "Open it in Excel and save it again as .xlsx.",
    ),
    "workbook-too-large": Entry(
        "error",
        "ไฟล์ {file} ใหญ่เกินกำหนด: {what} เกิน {limit}",
        "แบ่งเป็นหลายไฟล์ หรือลบแถวและคอลัมน์ว่างท้ายแผ่นงาน",
        "{file} is over a limit: {what} exceeds {limit}.",
        "Split the file, or delete the empty rows and columns at its end.",
    ),
    "unsupported-format": Entry(
        "error",
        "ไม่รองรับไฟล์ชนิด {suffix} ({file})",
        "บันทึกเป็น .xlsx แล้วลองใหม่ (อ่านได้: .xlsx .xlsm .xls .ods .csv)",
        "Files of type {suffix} are not supported ({file}).",
        "Save it as .xlsx and try again (readable: .xlsx .xlsm .xls .ods .csv).",
    ),
}
