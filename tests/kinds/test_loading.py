"""A kind.toml read strictly: what loads, and everything that is refused, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs.kinds import Kind, list_kinds, load_kind
from ita_docs.problems import KindError
from ita_docs.resources import templates_folder

GOOD = """
name = "{name}"
title = "หนังสือทดลอง"
file_name = "{{ref}} {{subject}}"

[table]
sheet = "ข้อมูล"
key = "ref"

[[table.fields]]
name = "ref"
title = "เลขอ้างอิง"
constraints = {{ required = true, unique = true }}

[[table.fields]]
name = "subject"
title = "เรื่อง"
aliases = ["ชื่อเรื่อง"]

[[table.fields]]
name = "speed"
title = "ชั้นความเร็ว"
type = "choice"
constraints = {{ enum = ["ด่วน", "ด่วนมาก"] }}

[[children]]
name = "notes"
sheet = "ความเห็น"
key = "ref"
order = "place"

[[children.fields]]
name = "ref"
title = "เลขอ้างอิง"

[[children.fields]]
name = "place"
title = "ลำดับ"
type = "integer"
"""


def write(folder: Path, text: str = "", name: str = "trial") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kind.toml").write_text(text or GOOD.format(name=name), encoding="utf-8")
    (folder / "template.docx").write_bytes(b"PK")
    return folder


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(KindError) as caught:
        load_kind(write(folder, text))
    assert {item.code for item in caught.value.problems} == {"bad-kind"}
    return [item.worded("en").message + " " + item.worded("en").hint for item in caught.value.problems]


def test_a_kind_says_what_its_file_says(tmp_path: Path) -> None:
    kind = load_kind(write(tmp_path / "trial"))
    assert isinstance(kind, Kind)
    assert (kind.name, kind.title, kind.file_name, kind.numerals) == ("trial", "หนังสือทดลอง", "{ref} {subject}", "thai")
    assert [field.name for field in kind.table.fields] == ["ref", "subject", "speed"]
    assert kind.table.field("ref").constraints.unique
    assert kind.table.field("speed").constraints.enum == ("ด่วน", "ด่วนมาก")
    assert kind.children[0].order == "place"
    assert kind.template == tmp_path / "trial" / "template.docx"
    hash(kind)


def test_file_names_follow_the_key_by_default(tmp_path: Path) -> None:
    text = GOOD.format(name="trial").replace('file_name = "{ref} {subject}"', "")
    assert load_kind(write(tmp_path / "trial", text)).file_name == "{ref}"


@pytest.mark.parametrize("given", ["own folder", "folder of kinds", "path", "path of kind.toml", "text path"])
def test_ways_to_name_a_kind(tmp_path: Path, given: str) -> None:
    folder = write(tmp_path / "kinds" / "trial")
    match given:
        case "own folder":
            kind = load_kind("trial", [folder])
        case "folder of kinds":
            kind = load_kind("trial", [tmp_path / "kinds"])
        case "path":
            kind = load_kind(folder)
        case "path of kind.toml":
            kind = load_kind(folder / "kind.toml")
        case _:
            kind = load_kind(str(folder))
    assert kind.name == "trial"


def test_a_folder_may_bear_another_name(tmp_path: Path) -> None:
    write(tmp_path / "kinds" / "ชนิดของเรา", name="trial")
    assert load_kind("trial", [tmp_path / "kinds"]).name == "trial"
    assert load_kind("ชนิดของเรา", [tmp_path / "kinds"]).name == "trial"


def test_own_kinds_come_before_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path / "memo", name="memo")
    assert load_kind("memo", [tmp_path]).title == "หนังสือทดลอง"
    assert [kind.title for kind in list_kinds([tmp_path]) if kind.name == "memo"] == ["หนังสือทดลอง"]


def test_shipped_kinds_load() -> None:
    shipped = list_kinds()
    assert {kind.name for kind in shipped} == {path.parent.name for path in templates_folder().glob("*/kind.toml")}
    assert "memo" in {kind.name for kind in shipped}


def test_an_unknown_kind_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path / "certificate", name="certificate")
    with pytest.raises(KindError) as caught:
        load_kind("certficate", [tmp_path])
    (item,) = caught.value.problems
    assert item.code == "unknown-kind"
    assert "certificate" in item.hint


@pytest.mark.parametrize("path", ["nowhere", "nowhere/kind.toml"])
def test_a_folder_that_is_not_there(tmp_path: Path, path: str) -> None:
    with pytest.raises(KindError) as caught:
        load_kind(tmp_path / path)
    assert caught.value.problems[0].code == "file-not-found"
    with pytest.raises(KindError):
        load_kind("memo", [tmp_path / "nowhere"])


def test_a_kind_needs_its_template(tmp_path: Path) -> None:
    folder = write(tmp_path / "trial")
    (folder / "template.docx").unlink()
    with pytest.raises(KindError, match=r"template\.docx"):
        load_kind(folder)


REFUSED = {
    "unknown key": ('title = "หนังสือทดลอง"', 'titel = "หนังสือทดลอง"', "titel"),
    "wrong type": ('title = "หนังสือทดลอง"', "title = 7", "title must be a text"),
    "missing": ('title = "หนังสือทดลอง"', "", "title must be given"),
    "field type": ('type = "choice"', 'type = "chioce"', "Did you mean “choice”"),
    "no enum": ('constraints = { enum = ["ด่วน", "ด่วนมาก"] }', "", "enum must be given"),
    "enum twice": ('["ด่วน", "ด่วนมาก"]', '["ด่วน", "ด่วน "]', "repeats"),
    "enum elsewhere": ('aliases = ["ชื่อเรื่อง"]', 'constraints = {enum = ["ก"]}', "choice only"),
    "key": ('key = "ref"\n\n[[table', 'key = "reff"\n\n[[table', "“reff” is not a field"),
    "key not unique": ("unique = true", "unique = false", "required and unique"),
    "key type": (
        'title = "เลขอ้างอิง"\nconstraints',
        'type = "integer"\ntitle = "เลขอ้างอิง"\nconstraints',
        "must be text",
    ),
    "same name": ('name = "subject"', 'name = "ref"', "“ref” repeats"),
    "same title": ('title = "เรื่อง"', 'title = "เลข อ้างอิง *"', "repeats “เลขอ้างอิง”"),
    "alias is a title": ('aliases = ["ชื่อเรื่อง"]', 'aliases = ["ชั้นความเร็ว"]', "repeats"),
    "no identifier": ('name = "subject"', 'name = "sub ject"', "identifier"),
    "keyword": ('name = "subject"', 'name = "class"', "identifier"),
    "reserved": ('name = "subject"', 'name = "emblem"', "reserved"),
    "docxtpl prefix": ('name = "subject"', 'name = "r"', "reserved"),
    "method of a row": ('name = "place"', 'name = "items"', "reserved"),
    "order": ('order = "place"', 'order = "plaec"', "Did you mean “place”"),
    "sheet twice": ('sheet = "ความเห็น"', 'sheet = "ข้อมูล"', "repeats"),
    "sheet name": ('sheet = "ความเห็น"', 'sheet = "ความเห็น/1"', "forbidden"),
    "file name": ("{ref} {subject}", "{ref} {subjct}", "Did you mean “subject”"),
    "file name form": ("{ref} {subject}", "{ref", "malformed"),
    "file name spec": ("{ref} {subject}", "{ref:>9}", "not a field"),
    "setting": ('aliases = ["ชื่อเรื่อง"]', 'setting = "agenci"', "Did you mean “agency”"),
    "pattern": ('aliases = ["ชื่อเรื่อง"]', 'constraints = {pattern = "("}', "malformed"),
    "pattern of a choice": ("{ enum =", '{ pattern = "ด", enum =', "does not apply to choice"),
    "minimum of text": ('aliases = ["ชื่อเรื่อง"]', "constraints = {minimum = 1}", "does not apply to text"),
    "minimum of integer": ('type = "integer"', 'type = "integer"\nconstraints = {minimum = "x"}', "must be a number"),
    "length": ('aliases = ["ชื่อเรื่อง"]', "constraints = {maxLength = 0}", "above zero"),
    "unless": ('aliases = ["ชื่อเรื่อง"]', 'constraints = {requiredUnless = "sped"}', "Did you mean “speed”"),
    "constraint key": ('aliases = ["ชื่อเรื่อง"]', "constraints = {requierd = true}", "Did you mean “required”"),
    "unique child": ('type = "integer"', 'type = "integer"\nconstraints = {unique = true}', "main table only"),
    "tag clash": ('title = "เรื่อง"', 'title = "speed"', "is also that of"),
    "template path": ("file_name =", 'template = "../x.docx"\nfile_name =', "same folder"),
    "numerals": ("file_name =", 'numerals = "roman"\nfile_name =', "must be one of"),
    "aliases": ('aliases = ["ชื่อเรื่อง"]', "aliases = [1]", "list of texts"),
    "derivation": (
        "[[children]]\n",
        '[derivation]\nneeds = ["score_cart"]\n\n[[children]]\n',
        "Did you mean “score_card”",
    ),
    "free with fields": ('order = "place"', "free = true", "only key and order"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    old, new, said = REFUSED[name]
    text = GOOD.format(name="trial")
    assert old in text
    assert any(said in line for line in faults(tmp_path / "trial", text.replace(old, new, 1)))


MERGE = GOOD.replace(
    "[[children]]",
    """[[children]]
name = "copies"
sheet = "ผู้รับ"
key = "owner"
each = true

[[children.fields]]
name = "owner"
title = "เลขอ้างอิง"

[[children.fields]]
name = "subject"
title = "เรื่องที่ส่ง"

[[children.fields]]
name = "number"
title = "เลขที่"
type = "year_number"
constraints = {{ yearOf = "date", requires = "subject" }}

[[children]]""",
).replace(
    """aliases = ["ชื่อเรื่อง"]
""",
    """constraints = {{ requiredUnless = ["speed", "notes"], requires = ["speed"] }}

[[table.fields]]
name = "date"
title = "วันที่"
type = "date"

[[table.fields]]
name = "until"
title = "ถึงวันที่"
type = "date"
constraints = {{ after = "date" }}
""",
)


def test_a_kind_may_make_a_document_of_each_row_of_a_child_table(tmp_path: Path) -> None:
    text = MERGE.format(name="trial").replace("{subject}", "{number}")
    kind = load_kind(write(tmp_path, text))
    assert kind.each is kind.children[0]
    assert kind.shared == {"subject"}
    assert [item.name for item in kind.each.merged] == ["subject", "number"]
    rules = kind.table.field("subject").constraints
    assert (rules.required_unless, rules.requires) == (("speed", "notes"), ("speed",))
    assert kind.table.field("until").constraints.after == "date"
    rules = kind.each.field("number").constraints
    assert (rules.year_of, rules.requires) == ("date", ("subject",))
    hash(kind)


MERGE_REFUSED = {
    "two of them": ('order = "place"', "each = true", "for one table only"),
    "free": ("each = true", "each = true\nfree = true", "cannot be true for a free table"),
    "type": ('title = "เรื่องที่ส่ง"', 'title = "เรื่องที่ส่ง"\ntype = "lines"', "must be text like “subject”"),
    "tag of another": ('title = "เรื่องที่ส่ง"', 'title = "วันที่"', "is also that of"),
    "key of the main table": ('name = "subject"\ntitle = "เรื่องที่ส่ง"', 'name = "ref"\ntitle = "x"', "main table's key"),
    "unique": ("constraints = { requiredUnless", "constraints = { unique = true, requiredUnless", "is unique in"),
    "table name": ('name = "copies"', 'name = "date"', "is also that of"),
    "after another type": ('after = "date"', 'after = "speed"', "there is no field “speed” for this"),
    "after nothing": ('after = "date"', 'after = "dat"', "Did you mean “date”"),
    "after of text": ("{ requiredUnless", '{ after = "date", requiredUnless', "after does not apply to text"),
    "year of text": ("{ requiredUnless", '{ yearOf = "date", requiredUnless', "yearOf does not apply to text"),
    "year of no date": ('yearOf = "date"', 'yearOf = "subject"', "there is no field “subject” for this"),
    "companion": ('requires = ["speed"]', 'requires = ["sped"]', "Did you mean “speed”"),
    "companion table": ('requires = ["speed"]', 'requires = ["notes"]', "there is no field “notes”"),
    "itself": ('requires = ["speed"]', 'requires = ["subject"]', "there is no field “subject”"),
    "table of a child": ('requires = "subject" }', 'requiredUnless = "notes" }', "there is no field “notes”"),
    "not true or false": ("each = true", 'each = "yes"', "must be true or false"),
    "file name": ("{ref} {subject}", "{owner}", "not a field"),
}


@pytest.mark.parametrize("name", MERGE_REFUSED)
def test_what_is_refused_of_a_merge(tmp_path: Path, name: str) -> None:
    old, new, said = MERGE_REFUSED[name]
    text = MERGE.format(name="trial")
    assert old in text
    assert any(said in line for line in faults(tmp_path / "trial", text.replace(old, new, 1)))


def test_every_fault_is_said_at_once_in_both_languages(tmp_path: Path) -> None:
    text = GOOD.format(name="trial").replace('title = "เรื่อง"', 'titel = "เรื่อง"').replace('"choice"', '"chooice"')
    with pytest.raises(KindError) as caught:
        load_kind(write(tmp_path / "trial", text))
    assert len(caught.value.problems) == 3  # the unknown key, the title that is missing, the type
    for item in caught.value.problems:
        assert "–" not in item.message
        assert "–" not in item.worded("en").message
        assert item.place is not None
        assert item.place["tag"].startswith("table.fields[")


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"name = 'x'\nname = 'y'"])
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes) -> None:
    folder = write(tmp_path / "trial")
    (folder / "kind.toml").write_bytes(content)
    with pytest.raises(KindError) as caught:
        load_kind(folder)
    assert caught.value.problems[0].code == "bad-kind"
    with pytest.raises(KindError):
        list_kinds([tmp_path])
