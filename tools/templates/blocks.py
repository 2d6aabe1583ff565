"""What kinds are built of: control tags, tables, lists, signatures, and what copies bear.

A line in small grey type holds only a control tag and leaves no trace in the document made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .styles import DATA_TABLE, TEXT_WIDTH, TableStyle
from .wordml import Element, paragraph, w

BLANK = "." * 50
"""Where a name is written by hand."""


def tag(statement: str) -> Element:
    """A paragraph that holds nothing but a control tag."""
    return paragraph("TemplateTag", f"{{%p {statement} %}}")


def either(condition: str, style: str, otherwise: str, content: str = "{{ line }}") -> list[Element]:
    """`content` in one style or the other."""
    return [
        tag(f"if {condition}"),
        paragraph(style, content),
        tag("else"),
        paragraph(otherwise, content),
        tag("endif"),
    ]


def optional(name: str, style: str, content: str) -> list[Element]:
    """A paragraph that is there only where `name` says something."""
    return [tag(f"if {name}"), paragraph(style, content), tag("endif")]


def text_block(name: str, last: str = "") -> list[Element]:
    """A structured text. Its end stays with what follows, so that a signature never stands alone on a page; with a
    condition `last` only where that is met.
    """
    kept = paragraph("TemplateTag", f"{{{{p {name}.with_next }}}}")
    return (
        [tag(f"if {last}"), kept, tag("else"), paragraph("TemplateTag", f"{{{{p {name} }}}}"), tag("endif")]
        if last
        else [kept]
    )


def lines(name: str, filtered: str = "") -> str:
    """The lines of a field under each other in one paragraph, which cannot be split from its name; each through the
    filter `filtered`.
    """
    shown = f"line|{filtered}" if filtered else "line"
    return f"{{% for line in {name} %}}{{{{ {shown} }}}}{{% if not loop.last %}}\n{{% endif %}}{{% endfor %}}"


def title(*parts: str) -> list[Element]:
    """The emblem, then the title of an order or announcement and a short rule, all in the middle of the paper."""
    shown = (paragraph("DocumentTitle", part) for part in parts)
    return [paragraph("EmblemCentred", "{{ emblem }}"), *shown, paragraph("TitleRule")]


def named(word: str, name: str) -> str:
    """A word and what it is of, such as `ประกาศ` and the office, where `name` does not begin with that word."""
    return f'{{% if not ({name}|string).startswith("{word}") %}}{word}{{% endif %}}{{{{ {name} }}}}'


def issued(words: str, name: str) -> Element:
    """`สั่ง ณ วันที่` and the date; dots to write it on where there is none."""
    dots = f"{'.' * 28} พ.ศ. {'.' * 10}"
    return paragraph("Issued", f'{words} {{{{ {name}|thai_date("official") if {name} else "{dots}" }}}}')


def listed(label: str, name: str, style: str) -> list[Element]:
    """A labelled list: one item without a number, in `style`, several numbered under each other, in `style` + Item."""
    return [
        tag(f"for item in {name}"),
        tag("if loop.length == 1"),
        paragraph(style, f"{label}\t{{{{ item }}}}"),
        tag("else"),
        paragraph(f"{style}Item", f"{{% if loop.first %}}{label}{{% endif %}}\t{{{{ loop.index }}}}.\t{{{{ item }}}}"),
        tag("endif"),
        tag("endfor"),
    ]


# ---------------------------------------------------------------- tables


def table(style: TableStyle, widths: Sequence[int], rows: Iterable[Element], width: int = TEXT_WIDTH) -> Element:
    """A table whose columns are `widths`, in twips."""
    look = w("tblLook", val="0020" if style.ruled else "0000")
    properties = w(
        "tblPr", w("tblStyle", val=style.id), w("tblW", w=width, type="dxa"), w("tblLayout", type="fixed"), look
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=column) for column in widths)), *rows)


def layout_row(
    widths: Sequence[int], cells: Iterable[Sequence[Element]], valign: str | None = None, spans: Sequence[int] = ()
) -> Element:
    """A row that no page divides; the cells are what stands in them, each over so many columns."""
    row = w("tr", w("trPr", w("cantSplit")))
    over = spans or [1] * len(widths)
    for width, content, columns in zip(widths, cells, over, strict=True):
        spanned = [w("gridSpan", val=columns)] if columns > 1 else []
        placed = [] if valign is None else [w("noWrap"), w("vAlign", val=valign)]
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *spanned, *placed), *content))
    return row


def row_tag(statement: str, columns: int) -> Element:
    """A row that holds nothing but a control tag."""
    cell = w("tcPr", w("tcW", w=0, type="auto"), w("gridSpan", val=columns))
    return w("tr", w("tc", cell, paragraph("TemplateTag", f"{{%tr {statement} %}}")))


def paragraphs_cell(name: str, style: str) -> list[Element]:
    """What stands in a cell that shows the lines of a field: a paragraph a line, an empty one where there is none."""
    return [
        tag(f"for line in {name}"),
        paragraph(style, "{{ line }}"),
        tag("else"),
        paragraph(style),
        tag("endfor"),
    ]


def free_table(name: str) -> list[Element]:
    """The table of a free child sheet: columns and rows as there, the heading row repeated on every page.

    Its last row stays with what follows, like the last paragraph of the text.
    """
    widths = (TEXT_WIDTH // 3, TEXT_WIDTH // 3, TEXT_WIDTH - 2 * (TEXT_WIDTH // 3))
    heading = _repeated("TableHeading", f"{{%tc for heading in {name}.headings %}}", "{{ heading }}", header=True)
    last, other = (
        _repeated(style, "{%tc for cell in row %}", "{{ cell }}") for style in ("TableTextLast", "TableText")
    )
    choice = (row_tag("if loop.last", 3), last, row_tag("else", 3), other, row_tag("endif", 3))
    rows = (heading, row_tag(f"for row in {name}.rows", 3), *choice, row_tag("endfor", 3))
    return [tag(f"if {name}"), paragraph("TableGap"), table(DATA_TABLE, widths, rows), tag("endif")]


def _repeated(style: str, loop: str, content: str, *, header: bool = False) -> Element:
    """A row of one cell repeated for every column."""
    row = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if header else [])))
    for look, inside in (("TemplateTag", loop), (style, content), ("TemplateTag", "{%tc endfor %}")):
        row.append(w("tc", w("tcPr", w("tcW", w=0, type="auto")), paragraph(look, inside)))
    return row


# ---------------------------------------------------------------- signatures and copies


def signature(
    prefix: str = "", *, blank: bool = False, after: str = "", cell: bool = False, more: str = ""
) -> list[Element]:
    """Name and post of who signs: `signatory`, `position`, `acting` and `acting_for` with `prefix` before each.

    blank: dots where there is no name. after: what else stands under the post. cell: in the middle of a cell. more: the
    condition on which another signature follows, which then stays with this one. Who acts for another has the acting
    word after the last line of the own post, and the other's post under it.
    """
    signatory = f'{prefix}signatory or "{BLANK}"' if blank else f"{prefix}signatory"
    place = "Cell" if cell else ""
    name, held = paragraph(f"Signer{place}", f"({{{{ {signatory} }}}})"), post(prefix) + after
    if more:
        return [name, *either(more, "PositionKept", "Position", held)]
    return [name, paragraph(f"Position{place}", held)]


def post(prefix: str = "") -> str:
    """The lines of a post, and whom its holder acts for."""
    position, acting, owner = (f"{prefix}{name}" for name in ("position", "acting", "acting_for"))
    word = f"{{% if {position} %}} {{% endif %}}{{{{ {acting} }}}}"
    return f"{lines(position)}{{% if {acting} %}}{word}\n{{{{ {owner} }}}}{{% endif %}}"


def copy_word() -> str:
    """The word that a copy bears at the head of page 1."""
    return '-{{ copy if copy == "สำเนาคู่ฉบับ" else "สำเนา" }}-'


def copies() -> list[Element]:
    """What a copy bears after the text: who certifies it, or the initials of who made it.

    Nothing before is kept with it, so that the text breaks into pages as in the original.
    """
    position = f"{{% if certifier_position %}}{lines('certifier_position')}{{% else %}}ตำแหน่ง {'.' * 40}{{% endif %}}"
    return [
        tag('if copy == "สำเนาถูกต้อง"'),
        paragraph("CopyCertified", "สำเนาถูกต้อง"),
        paragraph("Signer", f'({{{{ certifier or "{BLANK}" }}}})'),
        paragraph("Position", f"{position}\nวันที่ {'.' * 40}"),
        tag('elif copy == "สำเนาคู่ฉบับ"'),
        paragraph("CopyInitials", "\t ร่าง\n\t พิมพ์\n\t ตรวจ"),
        tag("endif"),
    ]
