"""Drawings as Word writes them, in small, and how tests read them."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import etree

from ita_docs.pages.drawings import read_drawing
from ita_docs.pages.drawn import Drawing, ShapePiece
from ita_docs.problems import Problem

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
PNG = b"\x89PNG\r\n\x1a\n picture"
MEDIA = {
    "rId1": PNG,
    "rId2": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(40),
    "rId3": b"<svg/>",
    "rId4": b"\xff\xd8\xff",
}
THEME = {"accent1": "4472C4", "dk1": "000000", "lt1": "FFFFFF", "tx1": "000000", "bg1": "FFFFFF"}
LINKS = {"rId9": "https://example.go.th/"}


def parsed(xml: str) -> etree._Element:
    """XML with the usual prefixes."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    return etree.fromstring(f"<root {names}>{xml}</root>")[0]


def read(xml: str | etree._Element) -> tuple[tuple[Drawing, ...], list[Problem]]:
    """The drawings, and what was reported."""
    problems: list[Problem] = []
    element = parsed(xml) if isinstance(xml, str) else xml
    found = read_drawing(element, MEDIA.get, THEME, problems.append, {"th": "ย่อหน้า 1", "en": "paragraph 1"}, LINKS.get)
    return found, problems


def one(xml: str) -> Drawing:
    """The one drawing, with nothing reported."""
    drawings, problems = read(xml)
    assert not problems, problems[0].worded("en")
    assert len(drawings) == 1
    return drawings[0]


def inline(content: str, uri: str = "x", cx: int = 1270000, cy: int = 635000, more: str = "") -> str:
    """A drawing in the line, 100 × 50 points unless said otherwise."""
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/>{more}'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def floating(inside: str, content: str = "", attributes: str = "") -> str:
    """A drawing out of the line."""
    return (
        f'<w:drawing><wp:anchor {attributes}>{inside}<wp:extent cx="1270000" cy="635000"/>'
        f"<a:graphic><a:graphicData>{content or shape()}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def shape(
    preset: str = "rect",
    more: str = "",
    transform: str = "",
    after: str = "",
    size: tuple[int, int] = (1270000, 635000),
) -> str:
    """A `wps:wsp`."""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm {transform}><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{more}</wps:spPr>{after}</wps:wsp>'
    )


def picture(relationship: str = "rId1", fill: str = "<a:stretch><a:fillRect/></a:stretch>", more: str = "") -> str:
    """A `pic:pic`."""
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/>{fill}</pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"/>{more}</pic:spPr></pic:pic>'
    )


SOLID = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
TEXT = "<w:txbxContent><w:p><w:r><w:t>เรียน</w:t></w:r></w:p></w:txbxContent>"
CUSTOM = (
    '<wps:wsp><wps:spPr><a:custGeom><a:avLst><a:gd name="adj" fmla="val 25000"/></a:avLst>'
    '<a:gdLst><a:gd name="x" fmla="*/ 200 adj 100000"/><a:gd name="y" fmla="+- x 25 5"/></a:gdLst>'
    '<a:pathLst><a:path w="200" h="100"><a:moveTo><a:pt x="x" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="200" y="y"/></a:lnTo><a:cubicBezTo><a:pt x="0" y="0"/><a:pt x="0" y="0"/><a:pt x="0" y="100"/>'
    '</a:cubicBezTo><a:arcTo wR="50" hR="50" stAng="5400000" swAng="5400000"/><a:close/></a:path></a:pathLst>'
    f"</a:custGeom>{SOLID}</wps:spPr></wps:wsp>"
)
BOX = (("m", 0.0, 0.0), ("l", 100.0, 0.0), ("l", 100.0, 50.0), ("l", 0.0, 50.0), ("z",))


def points(piece: ShapePiece) -> list[tuple[float, float]]:
    return [(round(part[-2], 2), round(part[-1], 2)) for part in piece.path if len(part) > 1]  # type: ignore[arg-type]


def group(inside: str, transform: str = "", name: str = "wgp", at: tuple[int, ...] = (0, 0, 200, 100)) -> str:
    x, y, width, height = at
    return (
        f'<wpg:{name}><wpg:grpSpPr><a:xfrm {transform}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></wpg:grpSpPr>{inside}</wpg:{name}>'
    )


def child(x: int, y: int, width: int, height: int, transform: str = "") -> str:
    return shape(more=SOLID, size=(width, height), transform=transform).replace('x="0" y="0"', f'x="{x}" y="{y}"')


def places(drawing: Drawing) -> list[tuple[float, ...]]:
    return [tuple(round(v, 3) for v in (p.x, p.y, p.width, p.height, p.turn)) for p in drawing.pieces]


WILD = st.one_of(
    st.sampled_from(
        ["", "-1", "0", "1e308", "-99999999999999", "nan", "inf", "9" * 400, "x", "๕", "-2147483648", "50%"]
    ),
    st.text(max_size=6).filter(lambda text: all(char.isprintable() for char in text)),
)


def sound(drawing: Drawing) -> None:
    numbers = [drawing.width, drawing.height]
    assert drawing.width >= 0
    assert drawing.height >= 0
    for piece in drawing.pieces:
        numbers += [piece.x, piece.y, piece.width, piece.height, piece.turn]
        assert piece.width >= 0
        assert piece.height >= 0
        if isinstance(piece, ShapePiece):
            numbers += [value for step in piece.path for value in step[1:]]  # type: ignore[misc]
            numbers += [*piece.insets, piece.stroke_width]
            for colour in (piece.fill, piece.stroke):
                assert colour is None or len(bytes.fromhex(colour)) == 3
        else:
            numbers += piece.crop
    assert all(abs(value) <= 60000 for value in numbers), "a number that cannot be drawn"
