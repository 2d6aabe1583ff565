"""Write `templates/memo/template.docx` and `emblem-frame.png`: `python tools/make_memo.py`.

The page is the regulation's memo (แบบที่ ๒). What changes from memo to memo is a tag in docxtpl's language; a line in
small grey type holds only such a tag and leaves no trace in the document made.
"""

from __future__ import annotations

from pathlib import Path

import emblem_frame
from memo_styles import FONT, TEXT_WIDTH, styles
from package import app_properties, content_types, core_properties, relationships, root_relationships, write_package
from wordml import Element, R, field, paragraph, serialized, text, w

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates" / "memo"

PARTS = (
    ("เรื่องเดิม", "background"),
    ("ข้อเท็จจริง", "facts"),
    ("ข้อกฎหมาย/ระเบียบ", "regulations"),
    ("ข้อพิจารณา", "considerations"),
    ("ข้อเสนอ", "proposal"),
)
HEAD_COLUMNS = (1040, 1860, 2704, 3467)
"""Emblem, urgency, title, rest: the title's column is centred on the paper, 7.5 cm from the left margin."""


def tag(statement: str) -> Element:
    """A paragraph that holds nothing but a control tag."""
    return paragraph("TemplateTag", f"{{%p {statement} %}}")


def memo() -> list[Element]:
    """The whole body in order."""
    return [head_table(), *head_lines(), *attachments(), *prose(), *table(), *closing(), *opinions()]


def head_table() -> Element:
    """Emblem at the left margin, urgency beside it, the title in the middle of the paper."""
    cells = (
        ("EmblemLine", "{{ emblem }}"),
        ("Urgency", "{{ urgency }}"),
        ("MemoTitle", "บันทึกข้อความ"),
        ("EmblemLine", ""),
    )
    row = w("tr", w("trPr", w("cantSplit")))
    for width, (style, content) in zip(HEAD_COLUMNS, cells, strict=True):
        properties = w("tcPr", w("tcW", w=width, type="dxa"), w("noWrap"), w("vAlign", val="bottom"))
        row.append(w("tc", properties, paragraph(style, content)))
    return w("tbl", layout("HeadLayout"), grid(HEAD_COLUMNS), row)


def layout(style: str) -> Element:
    """Table properties: as wide as the text, columns as the grid says."""
    look = w("tblLook", val="0020" if style == "DataTable" else "0000")
    return w("tblPr", w("tblStyle", val=style), w("tblW", w=TEXT_WIDTH, type="dxa"), w("tblLayout", type="fixed"), look)


def grid(widths: tuple[int, ...]) -> Element:
    """The columns of a table, in twips."""
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def head_lines() -> list[Element]:
    """ส่วนราชการ, ที่ with วันที่, เรื่อง, each with dots to the margin; then เรียน."""
    # A telephone number must not be torn apart: 57 to 77 letters of office leave no room for it on their line.
    tight = "agency|length < 78 and (agency ~ phone)|length > 68"
    apart = f"{{% if {tight} %}}\t\n{{% else %}}  {{% endif %}}"
    agency = f"\t{{{{ agency }}}}{{% if phone %}}{apart}โทร. {{{{ phone }}}}{{% endif %}}\t"
    date = "\t{% if date %}{{ date|thai_date }}{% endif %}\t"
    return [
        paragraph("AgencyLine", label("ส่วนราชการ"), agency),
        paragraph("NumberLine", label("ที่"), "\t{{ number }}\t ", label("วันที่"), date),
        paragraph("SubjectLine", label("เรื่อง"), "\t{{ subject }}\t"),
        paragraph("Addressee", "เรียน\t{{ to }}"),
    ]


def label(word: str) -> list[Element]:
    """A printed label of the head."""
    return text(word, "Label")


def attachments() -> list[Element]:
    """สิ่งที่ส่งมาด้วย: one without a number, several numbered under each other."""
    return [
        tag("for item in attachments"),
        tag("if loop.length == 1"),
        paragraph("Attachment", "สิ่งที่ส่งมาด้วย\t{{ item }}"),
        tag("else"),
        paragraph("AttachmentItem", "{% if loop.first %}สิ่งที่ส่งมาด้วย{% endif %}\t{{ loop.index }}.\t{{ item }}"),
        tag("endif"),
        tag("endfor"),
    ]


def prose() -> list[Element]:
    """The plain paragraphs, then the headed parts that are filled in, numbered when there are several.

    The last paragraph stays with what follows, so that a signature never stands alone on a page.
    """
    pairs = ", ".join(f'("{heading}", {name})' for heading, name in PARTS)
    return [
        tag("for line in body"),
        *either("loop.last", "BodyLast", "Body"),
        tag("endfor"),
        tag(f"for heading, lines in [{pairs}] if lines"),
        tag("set final = loop.last"),
        paragraph("PartHeading", "{% if loop.length > 1 %}{{ loop.index }}. {% endif %}{{ heading }}"),
        tag("for line in lines"),
        *either("final and loop.last", "BodyLast", "Body"),
        tag("endfor"),
        tag("endfor"),
    ]


def either(condition: str, style: str, otherwise: str) -> list[Element]:
    """`{{ line }}` in one style or the other."""
    return [
        tag(f"if {condition}"),
        paragraph(style, "{{ line }}"),
        tag("else"),
        paragraph(otherwise, "{{ line }}"),
        tag("endif"),
    ]


def table() -> list[Element]:
    """The simple table: columns and rows as the sheet has them, the heading row repeated on every page.

    Its last row stays with what follows, like the last paragraph of the text.
    """
    widths = (TEXT_WIDTH // 3, TEXT_WIDTH // 3, TEXT_WIDTH - 2 * (TEXT_WIDTH // 3))
    heading = table_row("TableHeading", "{%tc for heading in table.headings %}", "{{ heading }}", header=True)
    last, other = (
        table_row(style, "{%tc for cell in row %}", "{{ cell }}") for style in ("TableTextLast", "TableText")
    )
    choice = (row_tag("if loop.last"), last, row_tag("else"), other, row_tag("endif"))
    rows = (heading, row_tag("for row in table.rows"), *choice, row_tag("endfor"))
    return [
        tag("if table"),
        paragraph("TableGap"),
        w("tbl", layout("DataTable"), grid(widths), *rows),
        tag("endif"),
    ]


def table_row(style: str, loop: str, content: str, *, header: bool = False) -> Element:
    """A row of one cell repeated for every column."""
    row = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if header else [])))
    for look, inside in (("TemplateTag", loop), (style, content), ("TemplateTag", "{%tc endfor %}")):
        row.append(w("tc", w("tcPr", w("tcW", w=0, type="auto")), paragraph(look, inside)))
    return row


def row_tag(statement: str) -> Element:
    """A row that holds nothing but a control tag."""
    cell = w("tcPr", w("tcW", w=0, type="auto"), w("gridSpan", val=3))
    return w("tr", w("tc", cell, paragraph("TemplateTag", f"{{%tr {statement} %}}")))


def closing() -> list[Element]:
    """จึงเรียนมาเพื่อ…, then the signature."""
    return [
        tag("if closing"),
        paragraph("Closing", "{{ closing }}"),
        tag("endif"),
        paragraph("Signer", "({{ signatory }})"),
        paragraph("Position", lines("position")),
    ]


def lines(name: str) -> str:
    """The lines of a field under each other in one paragraph, which cannot be split from its name."""
    return f"{{% for line in {name} %}}{{{{ line }}}}{{% if not loop.last %}}\n{{% endif %}}{{% endfor %}}"


def opinions() -> list[Element]:
    """The endorsement chain: what each officer says, then name, post, and the date where there is one."""
    blank = "." * 50
    date = "{% if step.date %}\n{{ step.date|thai_date }}{% endif %}"
    return [
        tag("for step in opinions"),
        tag("for line in step.opinion"),
        paragraph("Opinion", "{{ line }}"),
        tag("endfor"),
        paragraph("Signer", f'({{{{ step.signatory or "{blank}" }}}})'),
        paragraph("Position", lines("step.position") + date),
        tag("endfor"),
    ]


def first_head() -> Element:
    """Page 1 above the text: the secrecy mark, or nothing."""
    mark = paragraph("Secrecy", "{{ secrecy }}")
    return w("hdr", tag("if secrecy"), mark, tag("else"), paragraph("Header"), tag("endif"))


def later_head() -> Element:
    """Page 2 on: the secrecy mark if any, and the page's number between hyphens."""
    number = paragraph("PageNumber", "- ", field("PAGE", "2"), " -")
    return w("hdr", tag("if secrecy"), paragraph("Secrecy", "{{ secrecy }}"), tag("endif"), number)


def foot() -> Element:
    """Every page below the text: the secrecy mark, or nothing."""
    mark = paragraph("Secrecy", "{{ secrecy }}")
    return w("ftr", tag("if secrecy"), mark, tag("else"), paragraph("Footer"), tag("endif"))


def section() -> Element:
    """A4 upright; margins 1.5, 2, 2 and 3 cm; Thai page numbers; another head and foot on page 1."""
    references = []
    for id, (_, kind, page) in RELATED.items():
        if page:
            reference = w(f"{kind}Reference", type=page)
            reference.set(f"{{{R}}}id", id)
            references.append(reference)
    return w(
        "sectPr",
        *references,
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=850, right=1134, bottom=1134, left=1701, header=284, footer=284, gutter=0),
        w("pgNumType", fmt="thaiNumbers"),
        w("cols", space=708),
        w("titlePg"),
    )


def settings() -> Element:
    """Word 2013 layout and later, Thai as the document's language."""
    uri = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), w("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        w("themeFontLang", val="th-TH", bidi="th-TH"),
    )


def font_table() -> Element:
    """The one font, with what to fall back on where it is not installed."""
    font = w("font", w("altName", val="TH Sarabun New"), w("charset", val="DE"), w("family", val="swiss"), name=FONT)
    return w("fonts", font)


RELATED = {
    "rId1": ("styles.xml", "styles", None),
    "rId2": ("settings.xml", "settings", None),
    "rId3": ("fontTable.xml", "fontTable", None),
    "rId4": ("header1.xml", "header", "first"),
    "rId5": ("header2.xml", "header", "default"),
    "rId6": ("footer1.xml", "footer", "first"),
    "rId7": ("footer2.xml", "footer", "default"),
}
"""The document's relationships: file, type, and for heads and feet the pages they serve."""


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    roots = (styles(), settings(), font_table(), first_head(), later_head(), foot(), foot())
    names = [(name, kind) for name, kind, _ in RELATED.values()]
    related = {id: (kind, name) for id, (name, kind, _) in RELATED.items()}
    return {
        "[Content_Types].xml": content_types([("document.xml", "document.main"), *names]),
        "_rels/.rels": root_relationships(),
        "docProps/core.xml": core_properties(
            title='{{ subject|truncate(240, true, "…") }}',
            creator='{{ agency|truncate(240, true, "…") }}',
            subject="บันทึกข้อความ",
        ),
        "docProps/app.xml": app_properties(),
        "word/document.xml": serialized(w("document", w("body", *memo(), section()))),
        "word/_rels/document.xml.rels": relationships(related),
        **{f"word/{name}": serialized(root) for (name, _), root in zip(names, roots, strict=True)},
    }


def main() -> None:
    """Write both files where the kind keeps them."""
    write_package(FOLDER / "template.docx", template())
    emblem_frame.draw(FOLDER / "emblem-frame.png", ROOT / "fonts" / "THSarabunNew-Bold.ttf")


if __name__ == "__main__":
    main()
