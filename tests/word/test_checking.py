"""The template author's tool: everything that does not agree, at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs.word.checking import check_kind

from .templates import paragraphs

TOML = """
name = "certificate"
title = "เกียรติบัตร"
file_name = "{ref}"
[table]
sheet = "รายชื่อ"
key = "ref"
[[table.fields]]
name = "ref"
title = "ลำดับ"
constraints = { required = true, unique = true }
[[table.fields]]
name = "person"
title = "ชื่อ-สกุล"
type = "person"
[[table.fields]]
name = "amount"
title = "จำนวน (คน)"
type = "integer"
[[children]]
name = "prizes"
sheet = "รางวัล"
key = "ref"
[[children.fields]]
name = "ref"
title = "ลำดับ"
[[children.fields]]
name = "prize"
title = "ชื่อรางวัล"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kind = tmp_path / "certificate"
    kind.mkdir()
    (kind / "kind.toml").write_text(TOML, encoding="utf-8")
    return kind


def found(folder: Path, *texts: str) -> list[tuple[str, str]]:
    (folder / "template.docx").write_bytes(paragraphs(*texts))
    return [(item.code, str(item.place["tag"])) for item in check_kind(folder).problems]


def test_a_table_that_makes_documents_gives_its_fields_to_the_top(folder: Path) -> None:
    more = """
[[children.fields]]
name = "person"
title = "ผู้รับ"
type = "person"
[[children.fields]]
name = "number"
title = "เลขที่"
type = "year_number"
[[children.fields]]
name = "to"
title = "เรียน"
type = "addressee"
"""
    text = TOML.replace('sheet = "รางวัล"', 'sheet = "รางวัล"\neach = true') + more
    (folder / "kind.toml").write_text(text, encoding="utf-8")
    used = (
        "{{ ผู้รับ.first }} {{ amount }} {{ ชื่อรางวัล }} {{ เลขที่.year }} {{ to.opening }} {{ to.closing }}{{ person.last }}"
    )
    assert found(folder, used) == []
    assert (
        found(folder, f"{used} {{% for p in prizes %}}{{{{ p.prize }}}}{{% endfor %}}")[0][0]
        == "undeclared-placeholder"
    )
    codes = [item.code for item in check_kind(folder).problems]
    assert set(codes) == {"undeclared-placeholder"}
    assert found(folder, "{{ amount }} {{ prize }} {{ to }}") == [
        ("unused-field", "{{ person }}"),
        ("unused-field", "{{ number }}"),
    ]
    assert check_kind(folder).tags["person"] == ("person", "ชื่อ_สกุล", "ผู้รับ")


def test_a_kind_that_agrees(folder: Path) -> None:
    texts = "{{ person.first }} {{ จำนวน__คน_ }} {% for p in รางวัล %}{{ p.ชื่อรางวัล }}{{ p.prize }}{% endfor %}"
    assert found(folder, texts) == []
    checked = check_kind(folder)
    assert checked.name == "certificate"
    assert checked.tags["amount"] == ("amount", "จำนวน__คน_")


def test_what_filters_are_told_to_look_at_is_used_and_must_be_declared(folder: Path) -> None:
    loop = "{{% for p in prizes|{0}|list|reverse %}}{{{{ p.prize }}}}{{% endfor %}}"
    said = "{{ person }} {{ amount }}"
    assert found(folder, said, loop.format('selectattr("prize")|rejectattr("prize", "equalto", "ก")')) == []
    assert found(folder, said, '{{ prizes|map(attribute="prize")|list }}') == []
    told = found(folder, said, loop.format('selectattr("prise")'))
    assert [code for code, _ in told] == ["undeclared-placeholder"]


def test_rows_by_group_are_still_those_of_their_table(folder: Path) -> None:
    every = "{{ person }} {{ amount }} {% set rows = prizes|grouped('prize', order='ref') %}"
    assert found(folder, every + "{% for p in rows|unique(attribute='prize')|list %}{{ p.prize }}{% endfor %}") == []
    assert found(folder, every + "{% for p in rows|selectattr('prize')|list %}{{ p.prise }}{% endfor %}") == [
        ("undeclared-placeholder", "{{ p.prise }}")
    ]
    assert found(
        folder, "{{ person }} {{ amount }} {% for p in prizes|grouped('prise') %}{{ p.prize }}{% endfor %}"
    ) == [("undeclared-placeholder", "{% for p in prizes|grouped('prise') %}")]


def test_undeclared_names_and_unused_fields_at_once(folder: Path) -> None:
    assert found(folder, "{{ persn }} {{ person.nick }}", "{% for p in prizes %}{{ p.prise }}{% endfor %}") == [
        ("undeclared-placeholder", "{{ persn }}"),
        ("undeclared-placeholder", "{{ person.nick }}"),
        ("undeclared-placeholder", "{{ p.prise }}"),
        ("unused-field", "{{ person }}"),
        ("unused-field", "{{ amount }}"),
        ("unused-field", "{{ prize }}"),
    ]
    problems = check_kind(folder).problems
    assert "“person”" in problems[0].hint
    assert problems[0].place == {
        "file": "template.docx",
        "part": "word/document.xml",
        "paragraph": "{{ persn }} {{ person.nick }}",
        "tag": "{{ persn }}",
    }


def test_syntax_errors_do_not_hide_undeclared_names(folder: Path) -> None:
    texts = ("{{ person + }} {{ amount }}", "{% for p in prizes %}{{ p.prise }}", "{{ zzz }}")
    assert found(folder, *texts) == [
        ("template-syntax", "{{ person + }}"),
        ("unclosed-tag", "{% for p in prizes %}"),
        ("undeclared-placeholder", "{{ p.prise }}"),
        ("undeclared-placeholder", "{{ zzz }}"),
    ]


def test_a_wrong_declaration_tells_every_fault(folder: Path) -> None:
    (folder / "kind.toml").write_text(
        TOML.replace('type = "person"', 'tpye = "person"').replace("sheet", "shet"), "utf-8"
    )
    problems = check_kind(folder).problems
    assert {item.code for item in problems} == {"bad-kind"}
    assert len(problems) >= 3


def test_a_template_that_is_no_docx(folder: Path) -> None:
    (folder / "template.docx").write_bytes(b"x")
    assert [item.code for item in check_kind(folder).problems] == ["not-a-docx"]


def test_a_template_without_the_styles_of_texts(folder: Path) -> None:
    toml = TOML.replace('type = "integer"', 'type = "structured"')
    (folder / "kind.toml").write_text(toml, encoding="utf-8")
    (folder / "template.docx").write_bytes(paragraphs("{{ person }} {{ prizes[0].prize }}", "{{p amount.with_next }}"))
    [missing] = [item for item in check_kind(folder).problems if item.code != "unused-field"]
    assert (missing.code, missing.severity) == ("missing-style", "warning")
    assert "Body (เนื้อความ)" in missing.value
