"""The structure tree: what a screen reader is told."""

from __future__ import annotations

from itertools import pairwise

import pikepdf

from ita_docs.pages.model import CellBox, Element, LinkArea, Picture, Rule, TableBox
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .images import png
from .layouts import HEIGHT, layout, line, page, paragraph, run, runs, written
from .reading import elements, opened, operators, tree


def marked(document: pikepdf.Pdf, page: int = 0) -> list[str]:
    """The tags of a page's marked content, in order; nothing is nested and nothing lies outside."""
    found, depth = [], 0
    for operands, name in operators(document, page):
        if name == "BMC" or (name == "BDC" and "/MCID" in operands[1]):
            depth += 1
            found.append(str(operands[0])[1:])
            assert depth == 1
        elif name == "EMC":
            depth -= 1
        elif name in ("TJ", "f", "S", "Do", "B"):
            assert depth == 1, name
    assert depth == 0
    return found


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    root = Element("Document")
    element = root.add("P")
    pages = [page(paragraph([line(runs([text]))], element=element)) for text in ("หน้าแรก", "หน้าสอง")]
    with opened(paint(layout(*pages, root=root))) as document:
        structure = document.Root.StructTreeRoot
        assert tree(structure.K[0]) == ("Document", [("P", [0, ("MCR", 0)])])
        one = structure.K[0].K
        assert one.Pg.objgen == document.pages[0].objgen
        assert one.K[1].Pg.objgen == document.pages[1].objgen
        nums = structure.ParentTree.Nums
        assert [nums[0], nums[2]] == [each.obj.StructParents for each in document.pages] == [0, 1]
        assert nums[1][0].objgen == nums[3][0].objgen == one.objgen
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "th"


def test_a_table_says_its_headings_and_spans() -> None:
    root = Element("Document")
    table = root.add("Table")
    head, body = table.add("TR"), table.add("TR")
    heading, first, second = head.add("TH"), body.add("TD"), body.add("TD")
    heading.columns, first.rows = 2, 3
    inside = heading.add("P")
    cells = (
        CellBox(0, 0, 200, 20, (paragraph([line(runs(["หัว"]))], x=0, y=0, element=inside),), heading),
        CellBox(0, 20, 100, 20, (), first),
        CellBox(100, 20, 100, 20, (), second),
    )
    box = TableBox(72, 72, 200, 40, cells, (), (Rule(0, 0, 200, 0, 0.5),), table)
    with opened(paint(layout(page(box), root=root))) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == (
            "Document",
            [("Table", [("TR", [("TH", [("P", [0])])]), ("TR", [("TD", []), ("TD", [])])])],
        )
        attributes = {str(each.S): dict(each.A) for each in elements(document) if "/A" in each}
        assert attributes["/TH"] == {"/O": pikepdf.Name.Table, "/Scope": pikepdf.Name.Column, "/ColSpan": 2}
        assert attributes["/TD"] == {"/O": pikepdf.Name.Table, "/RowSpan": 3}
        assert marked(document) == ["P", "Artifact"]


def test_what_has_no_element_is_an_artifact() -> None:
    with opened(paint(layout(page(written(["หัวกระดาษ"]))))) as document:
        assert marked(document) == ["Artifact"]
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [])


def test_a_figure_in_a_line_stands_between_the_texts_around_it() -> None:
    root = Element("Document")
    element = root.add("P")
    figure = element.add("Figure", "ตราสัญลักษณ์")
    first = line((run("ก่อน"),), pictures=(Picture(40, 0, 10, 10, png(), element=figure),))
    box = paragraph([first, line((run("หลัง"),), HEIGHT)], element=element)
    with opened(paint(layout(page(box), root=root))) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [("P", [0, ("Figure", [1]), 2])])
        found = next(each for each in elements(document) if str(each.S) == "/Figure")
        assert str(found.Alt) == "ตราสัญลักษณ์"
        assert [round(float(corner)) for corner in found.A.BBox] == [112, 760, 122, 770]
        assert marked(document) == ["P", "Figure", "P"]


def test_a_link_over_two_lines_is_one_element_with_both_its_annotations() -> None:
    root = Element("Document")
    element = root.add("P")
    address = "https://example.org/ก?x=(1)"
    lines = []
    for at, texts in enumerate((("ดู ", "เว็บ"), ("ไซต์", " นี้"))):
        laid = runs(texts)
        over = laid[1 - at]
        lines.append(line(laid, HEIGHT * at, links=(LinkArea(over.x, 0, over.width, HEIGHT, address),)))
    with opened(paint(layout(page(paragraph(lines, element=element)), root=root))) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [("P", [0, ("Link", [1, "OBJR", "OBJR"]), 2])])
        link = next(each for each in elements(document) if str(each.S) == "/Link")
        annotations = list(document.pages[0].Annots)
        assert [kid.Obj.objgen for kid in list(link.K)[1:]] == [each.objgen for each in annotations]
        assert [str(each.A.URI) for each in annotations] == ["https://example.org/%E0%B8%81?x=%281%29"] * 2
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(nums[::2], nums[1::2], strict=True))
        assert [parents[each.StructParent].objgen for each in annotations] == [link.objgen] * 2
        assert all(before < after for before, after in pairwise(nums[::2]))


def test_an_element_outside_the_tree_is_not_lost() -> None:
    with opened(paint(layout(page(paragraph([line(runs(["ก"]))], element=Element("H2")))))) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [("H2", [0])])


def test_elements_that_hold_nothing_are_left_out_but_cells() -> None:
    root = Element("Document")
    root.add("P")
    root.add("Table").add("TR").add("TD").add("P")
    with opened(paint(layout(page(), root=root))) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [("Table", [("TR", [("TD", [])])])])


def test_a_role_that_pdf_does_not_know_is_a_span() -> None:
    root = Element("Document")
    element = root.add("Mystery (1)")
    with opened(paint(layout(page(paragraph([line(runs(["ก"]))], element=element)), root=root))) as document:
        assert marked(document) == ["Span"]


def test_untagged() -> None:
    root = Element("Document")
    box = paragraph([line(runs(["ก"]), links=(LinkArea(0, 0, 9, 9, "mailto:a@example.org"),))], element=root.add("P"))
    with opened(paint(layout(page(box), root=root), PaintOptions(tagged=False))) as document:
        assert "/StructTreeRoot" not in document.Root
        assert "/MarkInfo" not in document.Root
        assert not any(name in ("BDC", "BMC", "EMC") for _, name in operators(document))
        assert str(document.pages[0].Annots[0].A.URI) == "mailto:a@example.org"
