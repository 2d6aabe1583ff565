"""What a kind must satisfy beyond its schema: names that can be tags, headings that cannot be confused, a key."""

from __future__ import annotations

import keyword
import re
import string
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from ..settings import FILLING
from ..strict_toml import Faults
from ..thai.near import nearest
from ..thai.text import heading_key, tag_name
from .model import Field, Kind, Table
from .schema import TYPES

IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
KIND_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
GIVEN = ("emblem", "logo", "today", "numerals", "copy", "certifier", "certifier_position")
PREFIXES = ("p", "tr", "tc", "r", "vm", "hm", "colspan", "cellbg")
JINJA = (
    *("loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none", "True", "False", "None"),
    *("and", "or", "not", "in", "is", "if", "else", "range", "dict", "lipsum", "cycler", "joiner", "namespace"),
)
RESERVED = frozenset((*GIVEN, *PREFIXES, *JINJA))
"""Names that no field can have: the program binds them, docxtpl takes them for prefixes, or they are Jinja's own."""
ROW_RESERVED = frozenset(name for name in dir(dict) if not name.startswith("_"))
"""Names that a row of a child table cannot have: `{{ row.items }}` would be the method."""
SHEET_FORBIDDEN = frozenset("[]:*?/\\")
SHEET_LENGTH = 31
TEXT_TYPES = frozenset(
    {"text", "lines", "paragraphs", "structured", "list", "person", "phone"}
    | {"document_number", "year_number", "addressee"}
)
NUMBER_TYPES = frozenset({"number", "integer", "money", "score"})
DATE_TYPES = frozenset({"date", "date_range"})


def check_kind(kind: Kind, faults: Faults) -> None:
    """Add to `faults` everything about `kind` that no single key shows."""
    if kind.name and not KIND_NAME.fullmatch(kind.name):
        faults.add("name", f"“{kind.name}” ใช้ได้เฉพาะ a-z 0-9 _ -", f"“{kind.name}” may only have a-z, 0-9, _ and -")
    _check_table("table", kind.table, kind, faults)
    for n, child in enumerate(kind.children, 1):
        _check_table(f"children[{n}]", child, kind, faults)
        if child.each:
            _check_each(f"children[{n}]", child, kind, faults)
        if child.into:
            _check_into(f"children[{n}]", child, kind, faults)
        if child.for_all and (child.each or child.into):
            faults.add(f"children[{n}].for_all", "ใช้ร่วมกับ each หรือ into ไม่ได้", "cannot stand beside each or into")
    _distinct("sheet", enumerate(table.sheet for table in kind.tables), faults)
    _check_tags(kind, faults)
    _check_file_name(kind, faults)
    if kind.numerals_field:
        choices = [item.name for item in kind.table.fields if item.type == "choice"]
        if kind.numerals_field not in choices:
            name, near = kind.numerals_field, nearest(kind.numerals_field, choices)
            faults.add("numerals_field", f"“{name}” ไม่ใช่ฟิลด์ choice", f"“{name}” is no choice field", near)


def _check_each(at: str, table: Table, kind: Kind, faults: Faults) -> None:
    """A table that makes a document of each row: one in a kind, its fields at one with those they stand for."""
    if table is not kind.each:
        faults.add(f"{at}.each", "มีได้เพียงตารางเดียว", "can be true for one table only")
    if table.free:
        faults.add(f"{at}.each", "ใช้กับตารางอิสระ (free) ไม่ได้", "cannot be true for a free table")
    main = {field.name: field for field in kind.table.fields}
    for n, field in enumerate(table.fields, 1):
        here, same = f"{at}.fields[{n}]", main.get(field.name)
        if field.name == table.key or same is None:
            continue
        if field.name == kind.table.key:
            faults.add(f"{here}.name", f"“{field.name}” เป็น key ของตารางหลัก", f"“{field.name}” is the main table's key")
        elif same.type != field.type:
            thai = f"ต้องเป็น {same.type} เหมือน “{field.name}” ในตารางหลัก"
            faults.add(f"{here}.type", thai, f"must be {same.type} like “{field.name}” of the main table")
        elif same.constraints.unique:
            thai = f"“{field.name}” ในตารางหลักเป็น unique จึงระบุที่นี่อีกไม่ได้"
            faults.add(here, thai, f"“{field.name}” is unique in the main table and cannot be given here too")


def _check_into(at: str, table: Table, kind: Kind, faults: Faults) -> None:
    """A table whose rows go on with a text: one field for the text, at most one for its level, and no other."""
    texts = [field.name for field in kind.table.fields if field.type == "structured"]
    if table.into not in texts:
        thai = f"“{table.into}” ไม่ใช่ฟิลด์ structured ของตารางหลัก"
        english = f"“{table.into}” is no structured field of the main table"
        faults.add(f"{at}.into", thai, english, nearest(table.into or "", texts))
    if table.each or table.free:
        faults.add(f"{at}.into", "ใช้ร่วมกับ each หรือ free ไม่ได้", "cannot stand beside each or free")
    types = [field.type for field in table.fields if field.name not in (table.key, table.order)]
    if sorted(types) not in (["structured"], ["level", "structured"]):
        thai = "ต้องมีฟิลด์ structured หนึ่งฟิลด์ มี level ได้หนึ่งฟิลด์ และไม่มีฟิลด์อื่นนอกจาก key กับ order"
        faults.add(f"{at}.fields", thai, "must be one structured field, a level or none, the key and the order")


def _check_table(at: str, table: Table, kind: Kind, faults: Faults) -> None:
    child = table is not kind.table
    names = [field.name for field in table.fields]
    types: dict[str, str] = {
        field.name: field.type for field in (*(kind.table.fields if table.each else ()), *table.fields)
    }
    if not child:
        types |= {item.name: "table" for item in kind.children if item.name not in types}
    if child:
        _check_name(f"{at}.name", table.name, faults, RESERVED)
    if len(table.sheet) > SHEET_LENGTH or SHEET_FORBIDDEN & set(table.sheet):
        rule = f"{SHEET_LENGTH}, []:*?/\\"
        faults.add(f"{at}.sheet", f"ยาวเกินหรือมีอักขระต้องห้าม ({rule})", f"is too long or has a forbidden sign ({rule})")
    if not table.fields:
        faults.add(f"{at}.fields", "ต้องมีอย่างน้อยหนึ่งฟิลด์", "must have at least one field")
    elif table.key and table.key not in names:
        faults.add(f"{at}.key", f"“{table.key}” ไม่ใช่ฟิลด์", f"“{table.key}” is not a field", nearest(table.key, names))
    if table.order and table.order not in names:
        near = nearest(table.order, names)
        faults.add(f"{at}.order", f"“{table.order}” ไม่ใช่ฟิลด์", f"“{table.order}” is not a field", near)
    if table.free and (extra := [name for name in names if name not in (table.key, table.order)]):
        listed = ", ".join(extra)
        faults.add(at, f"ตารางอิสระมีได้เฉพาะ key และ order ({listed})", f"is free: only key and order, not {listed}")
    _distinct(f"{at}.fields name", enumerate(names), faults)
    headings = ((n, text) for n, field in enumerate(table.fields) for text in (field.title, *field.aliases))
    _distinct(f"{at}.fields title/aliases", headings, faults)
    for n, field in enumerate(table.fields, 1):
        here = f"{at}.fields[{n}]"
        _check_name(f"{here}.name", field.name, faults, RESERVED | ROW_RESERVED if child else RESERVED)
        _check_constraints(here, field, faults)
        _check_companions(here, field, types, faults)
        if field.setting and field.setting not in FILLING:
            near = nearest(field.setting, FILLING)
            faults.add(f"{here}.setting", f"ไม่มีค่าตั้ง “{field.setting}”", f"“{field.setting}” is no setting", near)
        if field.name == table.key:
            if field.type != "text":
                faults.add(f"{here}.type", "ของ key ต้องเป็น text", "of the key must be text")
            if not child and not (field.constraints.required and field.constraints.unique):
                faults.add(here, "เป็น key จึงต้อง required และ unique", "is the key and must be required and unique")
        elif child and field.constraints.unique:
            faults.add(here, "unique ใช้ได้เฉพาะในตารางหลัก", "can be unique in the main table only")


def _check_name(at: str, name: str, faults: Faults, reserved: frozenset[str]) -> None:
    if not name:
        return
    if not IDENTIFIER.fullmatch(name) or keyword.iskeyword(name):
        faults.add(at, f"“{name}” ต้องเป็นชื่อภาษาอังกฤษ a-z 0-9 _", f"“{name}” must be an identifier: a-z, 0-9, _")
    elif name in reserved:
        faults.add(at, f"“{name}” เป็นชื่อสงวน", f"“{name}” is reserved")


def _check_companions(at: str, field: Field, types: Mapping[str, str], faults: Faults) -> None:
    """The other fields that the constraints of `field` name; `types` has their types, “table” for a child table."""
    rules, here = field.constraints, f"{at}.constraints"

    def check(key: str, name: str, wanted: tuple[str, ...]) -> None:
        known = [item for item, type_ in types.items() if item != field.name and type_ in wanted]
        if name not in known:
            near = nearest(name, known)
            faults.add(f"{here}.{key}", f"ไม่มีฟิลด์ “{name}” ที่ใช้ได้", f"there is no field “{name}” for this", near)

    for name in rules.required_unless:
        check("requiredUnless", name, (*TYPES, "table"))
    for name in rules.requires:
        check("requires", name, TYPES)
    if rules.after:
        if field.type not in ("date", "time"):
            faults.add(f"{here}.after", f"ใช้กับ {field.type} ไม่ได้", f"does not apply to {field.type}")
        else:
            check("after", rules.after, (field.type,))
    if rules.year_of:
        if field.type != "year_number":
            faults.add(f"{here}.yearOf", f"ใช้กับ {field.type} ไม่ได้", f"does not apply to {field.type}")
        else:
            check("yearOf", rules.year_of, ("date",))


def _check_constraints(at: str, field: Field, faults: Faults) -> None:
    rules, here = field.constraints, f"{at}.constraints"
    if field.type == "choice":
        if not rules.enum:
            faults.add(f"{here}.enum", "ต้องระบุสำหรับ choice", "must be given for a choice")
        _distinct(f"{here}.enum", enumerate(rules.enum), faults)
    elif rules.enum:
        faults.add(f"{here}.enum", "ใช้ได้เฉพาะกับ choice", "is for a choice only")
    if rules.pattern is not None:
        try:
            re.compile(rules.pattern)
        except re.error as error:
            faults.add(f"{here}.pattern", f"ผิดรูปแบบ ({error})", f"is malformed ({error})")
    for key, value in (("pattern", rules.pattern), ("maxLength", rules.max_length)):
        if value is not None and field.type not in TEXT_TYPES:
            faults.add(f"{here}.{key}", f"ใช้กับ {field.type} ไม่ได้", f"does not apply to {field.type}")
    for key, bound in (("minimum", rules.minimum), ("maximum", rules.maximum)):
        if bound is None:
            continue
        if field.type not in NUMBER_TYPES | DATE_TYPES:
            faults.add(f"{here}.{key}", f"ใช้กับ {field.type} ไม่ได้", f"does not apply to {field.type}")
        elif not _is_bound(bound, field.type in DATE_TYPES):
            wanted, english = ("วันที่ เช่น 1990-01-31", "a date") if field.type in DATE_TYPES else ("ตัวเลข", "a number")
            faults.add(f"{here}.{key}", f"ต้องเป็น{wanted}", f"must be {english}")


def _is_bound(text: str, dated: bool) -> bool:
    try:
        return bool(date.fromisoformat(text)) if dated else Decimal(text).is_finite()
    except (ValueError, InvalidOperation):
        return False


def _distinct(at: str, pairs: Iterable[tuple[int, str]], faults: Faults) -> None:
    """No two owners have texts that are the same to a reader of headings."""
    seen: dict[str, tuple[int, str]] = {}
    for owner, text in pairs:
        if not text:
            continue
        other, said = seen.setdefault(heading_key(text), (owner, text))
        if other != owner:
            faults.add(at, f"“{text}” ซ้ำกับ “{said}”", f"“{text}” repeats “{said}”")


def _check_tags(kind: Kind, faults: Faults) -> None:
    top = [(field.name, field.title) for field in kind.table.fields]
    if kind.each is not None:
        top += [(field.name, field.title) for field in kind.each.merged]
    taken = {name for name, _ in top}
    top += [(child.name, child.name if child.each or child.into else child.sheet) for child in kind.children]
    for n, child in enumerate(kind.children, 1):
        if child.name in taken:
            thai = f"“{child.name}” เป็นชื่อของฟิลด์หรือตารางอื่นแล้ว"
            faults.add(f"children[{n}].name", thai, f"“{child.name}” is also that of a field or another table")
        taken.add(child.name)
    _distinct_tags("table.fields", top, faults)
    for n, child in enumerate(kind.children, 1):
        _distinct_tags(f"children[{n}].fields", [(field.name, field.title) for field in child.fields], faults)


def _distinct_tags(at: str, owners: list[tuple[str, str]], faults: Faults) -> None:
    seen: dict[str, str] = {}
    for name, title in owners:
        for tag in {name, tag_name(title)} - {""}:
            other = seen.setdefault(tag, name)
            if other != name or (tag != name and tag in RESERVED):
                thai = f"แท็ก {{{{ {tag} }}}} ของ “{title}” ซ้ำกับ “{other}”"
                faults.add(at, thai, f"the tag {{{{ {tag} }}}} of “{title}” is also that of “{other}”")


def _check_file_name(kind: Kind, faults: Faults) -> None:
    names = [field.name for field in (*kind.table.fields, *(kind.each.merged if kind.each else ()))]
    try:
        parts = list(string.Formatter().parse(kind.file_name))
    except ValueError as error:
        faults.add("file_name", f"ผิดรูปแบบ ({error})", f"is malformed ({error})")
        return
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if name not in names or spec or conversion:
            near = nearest(name, names)
            faults.add("file_name", f"ใช้ {{{name}}} ซึ่งไม่ใช่ฟิลด์", f"uses {{{name}}}, which is not a field", near)
