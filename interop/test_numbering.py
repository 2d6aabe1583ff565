"""The reading of automatic numbers, by small lists written by hand (ECMA-376 part 1, §17.9)."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from .numbering import NUMBERING, STYLES, Numbering, W, arabic, formatted
from .office import Office
from .pages import squeezed

NAMESPACE = f'xmlns:w="{W.strip("{}")}"'
LEVELS = ("%1.", "%1.%2", "%3)", "(%4)")


def level(place: int, text: str, format: str = "thaiNumbers", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


LISTS = f"""<w:numbering {NAMESPACE}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{"".join(map(level, range(4), LEVELS))}
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
{level(0, "%1.", "thaiLetters", 2)}{level(1, "%1.%2", "decimal", more="<w:isLgl/>")}
{level(2, "%3", "decimal", more='<w:lvlRestart w:val="0"/>')}{level(3, "–", "bullet")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>
{level(0, "ข้อ %1").replace("<w:suff", '<w:pStyle w:val="One"/><w:suff')}
{level(1, "%1.%2").replace("<w:suff", '<w:pStyle w:val="Two"/><w:suff')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>
</w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""
STYLED = f"""<w:styles {NAMESPACE}>
<w:style w:type="paragraph" w:styleId="One"><w:name w:val="One"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Two"><w:name w:val="Two"/><w:basedOn w:val="One"/>
<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Too"><w:name w:val="Too"/><w:basedOn w:val="Two"/></w:style>
</w:styles>"""
RUNS: list[tuple[list[tuple[int, int]], list[str]]] = [
    # list and level of each paragraph, and their labels
    ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["๑.", "๑.๑", "๑.๒", "๒.", "๒.๑"]),
    ([(1, 0), (1, 2), (1, 3), (1, 3), (1, 2), (1, 0), (1, 2)], ["๑.", "๑)", "(๑)", "(๒)", "๒)", "๒.", "๑)"]),
    ([(1, 0), (2, 0), (2, 0), (2, 1), (1, 0)], ["๑.", "๗.", "๘.", "๘.๑", "๙."]),
    ([(1, 0), (3, 0), (1, 1)], ["๑.", "๒.", "๒.๑"]),
    ([(1, 1), (1, 1)], ["๑.๑", "๑.๒"]),
    ([(4, 0), (4, 1), (4, 3), (4, 0), (4, 1)], ["ข.", "2.1", "–", "ค.", "3.1"]),
    ([(4, 0), (4, 2), (4, 2), (4, 0), (4, 2)], ["ข.", "1", "2", "ค.", "3"]),
]


def paragraph(inside: str) -> etree._Element:
    return etree.fromstring(f"<w:p {NAMESPACE}><w:pPr>{inside}</w:pPr></w:p>")


def own(number: int, place: int) -> etree._Element:
    return paragraph(f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering() -> Numbering:
    return Numbering({NUMBERING: etree.fromstring(LISTS), STYLES: etree.fromstring(STYLED)})


@pytest.mark.parametrize(("places", "labels"), RUNS)
def test_labels(places: list[tuple[int, int]], labels: list[str]) -> None:
    lists = numbering()
    assert [lists.label(own(*place)) for place in places] == labels


def test_styles_number_their_paragraphs() -> None:
    """The level is that which names the style; a style based on another has its list; list 0 is none."""
    lists = numbering()
    styles = ("One", "Two", "Too", "One", "Other")
    found = [lists.label(paragraph(f'<w:pStyle w:val="{style}"/>')) for style in styles]
    assert found == ["ข้อ ๑", "๑.๑", "๑.๒", "ข้อ ๒", ""]
    none = '<w:pStyle w:val="One"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert (lists.label(paragraph(none)), lists.label(paragraph(""))) == ("", "")


def test_letters_and_unknown_formats() -> None:
    letters = [formatted(number, "thaiLetters") for number in (1, 2, 3, 4, 5, 41, 42)]
    assert letters == ["ก", "ข", "ค", "ง", "จ", "ฮ", "กก"]
    with pytest.raises(ValueError, match="hebrew1"):
        formatted(1, "hebrew1")


def test_libreoffice_reads_the_same(office: Office, tmp_path: Path) -> None:
    """The runs above in a document each, as LibreOffice's plain text, which knows no `isLgl`, no `lvlRestart`."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    files = {}
    for number, (places, labels) in enumerate(RUNS):
        if places[0][0] == 4:
            continue
        document = docx.Document()
        related = document.part.rels.values()
        for old in [one.rId for one in related if one.reltype == RELATIONSHIP_TYPE.NUMBERING]:
            document.part.drop_rel(old)
            document.part.rels.pop(old, None)
        part = Part(PackURI("/word/numbering.xml"), kind, LISTS.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        for place, label in zip(places, labels, strict=True):
            made = document.add_paragraph(f"ข้อความ {label}")
            made._p.get_or_add_pPr().append(own(*place).find(f"{W}pPr/{W}numPr"))
        path = tmp_path / f"{number}.docx"
        document.save(str(path))
        files[path] = [squeezed(f"{shown(label)} ข้อความ {label}") for label in labels]
    for path, plain in office.convert(files, "txt:Text (encoded):UTF8", tmp_path).items():
        lines = [squeezed(line) for line in plain.read_text("utf-8-sig").splitlines()]
        assert [line for line in lines if line] == files[path], path.name


def shown(label: str) -> str:
    """A label as LibreOffice's plain text has it."""
    return "•" if label == "–" else arabic(label)
