"""Many PDFs as one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from ita_docs.pages.model import Destination, Element, LinkArea, OutlineEntry, Picture
from ita_docs.painting import merging
from ita_docs.painting.merging import merge
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .images import png
from .layouts import layout, line, page, paragraph, runs
from .reading import elements, opened, said, tree


def memo(text: str, label: str = "", tagged: bool = True) -> bytes:
    """Two pages, a link from the first to the second, a picture, a heading."""
    root = Element("Document")
    links = (LinkArea(0, 0, 50, 18, "#ท้าย"),)
    first = page(
        paragraph([line(runs([text]), links=links)], element=root.add("P")),
        Picture(9, 9, 9, 9, png("RGBA")),
        label=label,
    )
    second = page(paragraph([line(runs([text, " หน้าสอง"]))], element=root.add("H1")))
    made = layout(
        first,
        second,
        root=root,
        outline=(OutlineEntry(1, "หัวข้อ", Destination(1, 72, 72)), OutlineEntry(2, "ย่อย", Destination(1, 72, 90))),
        destinations={"ท้าย": Destination(1, 72, 72)},
    )
    return paint(made, PaintOptions(tagged=tagged))


def test_pages_bookmarks_links_labels(tmp_path: Path) -> None:
    file = tmp_path / "two.pdf"
    file.write_bytes(memo("ฉบับสอง", "๑"))
    out = tmp_path / "all.pdf"
    assert merge([("หนึ่ง", memo("ฉบับหนึ่ง")), ("สอง", file)], out) == 4
    data = out.read_bytes()
    assert [said(data, at) for at in range(4)] == ["ฉบับหนึ่ง", "ฉบับหนึ่ง หน้าสอง", "ฉบับสอง", "ฉบับสอง หน้าสอง"]
    with opened(data) as document:
        with document.open_outline() as outline:
            got = [(top.title, [(each.title, len(each.children)) for each in top.children]) for top in outline.root]
        assert got == [("หนึ่ง", [("หัวข้อ", 1)]), ("สอง", [("หัวข้อ", 1)])]
        pages = [each.obj.objgen for each in document.pages]
        last = document.Root.Outlines.Last
        assert last.Dest[0].objgen == pages[2]
        assert last.First.Dest[0].objgen == pages[3]
        assert [document.pages[at].Annots[0].Dest[0].objgen for at in (0, 2)] == [pages[1], pages[3]]
        assert [each.label for each in document.pages] == ["1", "2", "๑", "2"]


def test_structure_trees_stand_side_by_side(tmp_path: Path) -> None:
    out = tmp_path / "all.pdf"
    merge([("ก", memo("ก")), ("ข", memo("ข", tagged=False)), ("ค", memo("ค"))], out)
    with opened(out.read_bytes()) as document:
        part = ("Part", [("P", [("Link", [0, "OBJR"])]), ("H1", [0])])
        structure = document.Root.StructTreeRoot
        assert tree(structure.K) == ("Document", [part, part])
        nums = list(structure.ParentTree.Nums)
        parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        assert sorted(parents) == list(map(int, nums[::2]))
        links = [each for each in elements(document) if str(each.S) == "/Link"]
        for at, link in ((0, links[0]), (4, links[1])):
            holder = document.pages[at]
            assert parents[int(holder.obj.StructParents)][0].objgen == link.objgen
            assert parents[int(holder.Annots[0].StructParent)].objgen == link.objgen
            assert list(link.K)[1].Obj.objgen == holder.Annots[0].objgen
            assert link.Pg.objgen == holder.obj.objgen
        assert "/StructParents" not in document.pages[2].obj


def test_equal_pictures_are_kept_once_and_bytes_are_equal(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for out in (one, other):
        merge([(text, memo(text)) for text in "กขค"], out)
    assert one.read_bytes() == other.read_bytes()
    with opened(one.read_bytes()) as document:
        images = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert len(images) == 2  # the picture and its mask


def test_more_files_than_may_be_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "CHUNK", 2)
    out = tmp_path / "all.pdf"
    assert merge(((text, memo(text)) for text in "กขคงจฉช"), out) == 14
    data = out.read_bytes()
    assert [said(data, at) for at in range(0, 14, 2)] == [*"กขคงจฉช"]
    with opened(data) as document:
        with document.open_outline() as outline:
            assert [each.title for each in outline.root] == [*"กขคงจฉช"]
            assert [each.children[0].title for each in outline.root] == ["หัวข้อ"] * 7
        kids = list(document.Root.StructTreeRoot.K.K)
        assert [str(each.S) for each in kids] == ["/Part"] * 7
        images = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert len(images) == 2


def test_named_destinations_of_others_become_places(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        for _ in range(2):
            document.add_blank_page()
        at = pikepdf.Array([document.pages[1].obj, pikepdf.Name.Fit])
        document.Root.Names = pikepdf.Dictionary(
            Dests=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), at]))
        )
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=pikepdf.Array([0, 0, 9, 9]),
            A=pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.String("x")),
        )
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])
        document.save(tmp_path / "other.pdf")
    out = tmp_path / "all.pdf"
    merge([("ก", tmp_path / "other.pdf"), ("ข", tmp_path / "other.pdf")], out)
    with opened(out.read_bytes()) as document:
        assert document.pages[2].Annots[0].Dest[0].objgen == document.pages[3].obj.objgen
        assert "/A" not in document.pages[2].Annots[0]


def test_nothing_to_merge_is_an_empty_file(tmp_path: Path) -> None:
    assert merge([], tmp_path / "none.pdf") == 0


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(pikepdf.PdfError):
        merge([("ก", b"no pdf")], tmp_path / "out.pdf")
