"""Small DOCX files made of XML snippets, laid out, and what of their pages the tests look at.

Every document stands in TH SarabunPSK 16 pt on a page of 400 × 400 points with margins of 50, unless told otherwise, so
that a line is 18.08 points high and ก is 6.176 points wide.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape

from ita_docs.pages.laying import LayoutOptions, lay_out
from ita_docs.pages.model import Layout, PlacedLine

LINE = 18.08
"""The height of a line of TH SarabunPSK 16 pt, single: 1.13 em."""
KO = 6.176
"""The advance of ก in it: 0.386 em."""
LEFT = TOP = 50.0
WIDTH = 300.0
"""Of the column."""
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
SPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
FONT = "TH SarabunPSK"
DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"'
    f' w:eastAsia="{FONT}"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
PAGE = (
    '<w:pgSz w:w="8000" w:h="8000"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="400" w:footer="400"/>'
)
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


def r(text: str, look: str = "") -> str:
    """A run; `look` is the content of its w:rPr."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", look: str = "") -> str:
    """A paragraph of runs, or of text where `content` is no XML; `look` is the content of its w:pPr."""
    inner = content if not content or content.startswith("<") else r(content)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inner}</w:p>"


def section(more: str = "", page: str = PAGE) -> str:
    """A w:sectPr; `more` comes before the page's size."""
    return f"<w:sectPr>{more}{page}</w:sectPr>"


def field(instruction: str, shown: str = "1") -> str:
    """A complex field in runs of its own."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(identity: str, paragraph: str = "", run: str = "", kind: str = "paragraph", more: str = "") -> str:
    """A style; `more` is XML before its properties (basedOn, …)."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{more}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def anchored(
    width: float, height: float, wrap: str = "<wp:wrapSquare wrapText='bothSides'/>", x: str = "column:0",
    y: str = "paragraph:0", behind: bool = False, gap: float = 0.0,
) -> str:  # fmt: skip
    """A run with a floating picture; x, y: `from:offset in points` or `from:alignment`."""

    def place(axis: str, said: str) -> str:
        whence, _, what = said.partition(":")
        digits = what.lstrip("-").replace(".", "", 1).isdigit()
        inner = (
            f"<wp:posOffset>{round(float(what) * 12700)}</wp:posOffset>" if digits else f"<wp:align>{what}</wp:align>"
        )
        return f'<wp:position{axis} relativeFrom="{whence}">{inner}</wp:position{axis}>'

    side = round(gap * 12700)
    return (
        f'<w:r><w:drawing><wp:anchor distT="{side}" distB="{side}" distL="{side}" distR="{side}" simplePos="0"'
        f' relativeHeight="1" behindDoc="{int(behind)}" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place("H", x)}{place("V", y)}{_graphic(width, height, wrap)}'
        "</wp:anchor></w:drawing></w:r>"
    )


def inline_picture(width: float, height: float) -> str:
    """A run with a picture in the line."""
    return f"<w:r><w:drawing><wp:inline>{_graphic(width, height, '')}</wp:inline></w:drawing></w:r>"


def _graphic(width: float, height: float, wrap: str) -> str:
    size = f'cx="{round(width * 12700)}" cy="{round(height * 12700)}"'
    return (
        f'<wp:extent {size}/>{wrap}<wp:docPr id="1" name="p"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="pixel"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def docx(
    body: str, *, styles: str = "", defaults: str = DEFAULTS, numbering: str = "", settings: str = "", theme: str = "",
    parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None, end: str | None = None,
    core: str = "", extra: Mapping[str, bytes] | None = None,
) -> bytes:  # fmt: skip
    """The bytes of a DOCX.

    parts: id → content of a header, footer, footnotes or endnotes part (ids begin with the part's kind: `header1`);
    links: id → URI outside. end: the last section's w:sectPr, a plain one by default. extra: further files.
    """
    files: dict[str, str | bytes] = {}
    relationships = [_relationship("pixel", "image", "media/pixel.png")]

    def part(identity: str, kind: str, root: str, content: str) -> None:
        files[f"word/{identity}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
        relationships.append(_relationship(identity, kind, f"{identity}.xml"))

    part("styles", "styles", "styles", defaults + styles)
    part("settings", "settings", "settings", settings)
    if numbering:
        part("numbering", "numbering", "numbering", numbering)
    if theme:
        files["word/theme.xml"] = (
            f'<a:theme xmlns:a="{NAMES["a"]}"><a:themeElements>{theme}</a:themeElements></a:theme>'
        )
        relationships.append(_relationship("theme", "theme", "theme.xml"))
    for identity, content in (parts or {}).items():
        kind = identity.rstrip("0123456789")
        part(identity, kind, {"header": "hdr", "footer": "ftr"}.get(kind, kind), content)
    for identity, target in (links or {}).items():
        relationships.append(_relationship(identity, "hyperlink", target, ' TargetMode="External"'))
    files["word/document.xml"] = (
        f"<w:document {SPACES}><w:body>{body}{section() if end is None else end}</w:body></w:document>"
    )
    files["word/_rels/document.xml.rels"] = _relationships(relationships)
    package = [_relationship("rId1", "officeDocument", "word/document.xml")]
    if core:
        files["docProps/core.xml"] = core
        package.append(_relationship("rId2", "metadata/core-properties", "docProps/core.xml"))
    files["_rels/.rels"] = _relationships(package)
    files["word/media/pixel.png"] = PIXEL
    files["[Content_Types].xml"] = _content_types(files)
    files.update(extra or {})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {"document": "document.main", "footnotes": "footnotes", "endnotes": "endnotes"}


def _content_types(names: Iterable[str]) -> str:
    """The content types without which Word and LibreOffice open nothing."""
    made = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    made += '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    for name in names:
        folder, _, leaf = name.rpartition("/")
        kind = leaf.partition(".")[0].rstrip("0123456789")
        if folder == "word" and kind != "theme" and leaf.endswith(".xml"):
            made += f'<Override PartName="/{name}" ContentType="{_WORD}{_KINDS.get(kind, kind)}+xml"/>'
    return f'<Types xmlns="{_PACKAGE}content-types">{made}</Types>'


def _relationship(identity: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{identity}" Type="{_RELATIONSHIP}{kind}" Target="{escape(target)}"{more}/>'


def _relationships(items: list[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}relationships">{"".join(items)}</Relationships>'


def laid(body: str, *, today: date | None = None, **more: object) -> Layout:
    """The pages of a document with `body`; further arguments are those of `docx`."""
    return lay_out(docx(body, **more), LayoutOptions(today=today))  # type: ignore[arg-type]


def lines(layout: Layout, page: int = 0) -> list[PlacedLine]:
    """The lines of one page, in the order of painting."""
    return list(layout.pages[page].lines())


def texts(layout: Layout, page: int | None = None) -> list[str]:
    """The text of every line, of one page or of all."""
    chosen = layout.pages if page is None else (layout.pages[page],)
    return [placed.line.text for sheet in chosen for placed in sheet.lines()]


def line(layout: Layout, text: str) -> PlacedLine:
    """The first line that holds `text`."""
    return next(placed for page in layout.pages for placed in page.lines() if text in placed.line.text)


def starts(layout: Layout, text: str) -> float:
    """The x on the page where the run with `text` begins."""
    placed = line(layout, text)
    for run in placed.line.runs:
        if text in run.shaped.text:
            return placed.x + run.x + run.width * 0
    raise AssertionError(f"no run holds {text!r} whole")


def page_of(layout: Layout, text: str) -> int:
    """The page (0-based) on which a line holds `text`."""
    return next(index for index in range(len(layout.pages)) if any(text in item for item in texts(layout, index)))


def said(layout: Layout) -> set[str]:
    """The features that were reported as not supported, in English."""
    return {item.detail["what"]["en"] for item in layout.problems if item.code == "unsupported-feature"}
