"""The scanned papers that the reports of the sample bind in: pages of paper, black and white, a little askew."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "ita_files"
DOTS = 110
"""To the inch."""
ASKEW = 0.4
"""Degrees."""
WRITTEN = time.gmtime(315532800)
"""1 January 1980, as in every file that is written here."""
ORDER, MOU, MANUAL = "order.pdf", "mou.pdf", "manual.pdf"
TITLE, TEXT = "DocumentTitle", "Body"
OFFICE = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"
PAGES: dict[str, Sequence[Sequence[tuple[str, str]]]] = {
    MOU: (
        (
            (TITLE, "บันทึกข้อตกลงความร่วมมือ (MOU)"),
            (TITLE, "การพัฒนาสำนักงานให้เป็นเขตพื้นที่การศึกษาสุจริต"),
            (TITLE, "ปีงบประมาณ ๒๕๖๕"),
            (TITLE, OFFICE),
            (TITLE, "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ),
        (
            (TITLE, "ข้อตกลง"),
            (TEXT, f"ผู้อำนวยการ{OFFICE} กับผู้อำนวยการสถานศึกษา ๕๑ คน และบุคลากร ๕๙ คน ตกลงกัน ดังนี้"),
            (TEXT, "๑. ปฏิบัติหน้าที่ด้วยความซื่อสัตย์สุจริต และเปิดเผยข้อมูลให้ตรวจสอบได้"),
            (TEXT, "๒. ไม่รับและไม่ให้ของขวัญจากการปฏิบัติหน้าที่"),
            (TEXT, "๓. แจ้งเบาะแสเมื่อพบการทุจริต โดยสำนักงานคุ้มครองผู้แจ้ง"),
            (TEXT, "ลงนามไว้เป็นหลักฐาน ณ วันที่ ๓ พฤษภาคม พ.ศ. ๒๕๖๕"),
        ),
    ),
    MANUAL: (
        (
            (TITLE, "คู่มือกิจกรรมหน้าเสาธงเขตสุจริต"),
            (TITLE, OFFICE),
        ),
        (
            (TITLE, "แนวปฏิบัติ"),
            (TEXT, "๑. ร้องเพลงชาติพร้อมกัน เวลา ๐๘.๑๐ น. ทุกวันจันทร์"),
            (TEXT, "๒. สวดมนต์ไหว้พระ"),
            (TEXT, "๓. กล่าวคำปฏิญาณเขตสุจริต"),
        ),
    ),
}
"""File → its pages, each of styles and lines."""
NAMES = (ORDER, *PAGES)


def write(path: Path) -> None:
    """Write the scan that `path` names."""
    pages = [_scanned(page) for page in _pictures(_order() if path.name == ORDER else _typed(PAGES[path.name]))]
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    dates = {"creationDate": WRITTEN, "modDate": WRITTEN}
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS, producer="", **dates)
    path.write_bytes(buffer.getvalue())


def _order() -> bytes:
    """The order of samples/order.xlsx that names who answers for which item, signed by this year's head."""
    import ita_docs

    from .ita_papers import HEADS
    from .order import workbook
    from .workbook import save

    book = workbook()
    for row in book["คำสั่ง"].iter_rows():
        for cell in row:
            cell.value = HEADS.get(cell.value, cell.value)
    with TemporaryDirectory() as folder:
        path = Path(folder, "order.xlsx")
        save(book, path)
        kind = ita_docs.load_kind("order")
        (found,) = [one for one in ita_docs.check(kind, ita_docs.read_workbook(path)).records if one.ref == "O-002"]
    return ita_docs.fill(kind, found)


def _typed(pages: Sequence[Sequence[tuple[str, str]]]) -> bytes:
    """A DOCX of such pages."""
    from tools.pictures import packed
    from tools.templates.paper import package
    from tools.templates.styles import PAPER, styles
    from tools.templates.wordml import paragraph, w

    body = []
    for page in pages:
        if body:
            body.append(w("p", w("r", w("br", type="page"))))
        body += [paragraph(style, text) for style, text in page]
    return packed(package(body, styles([*PAPER, TITLE, TEXT]), title="", creator="", subject="", stories={}))


def _pictures(docx: bytes) -> list[Image]:
    import pypdfium2

    import ita_docs

    with pypdfium2.PdfDocument(ita_docs.to_pdf(docx).data) as document:
        return [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]


def _scanned(page: Image) -> Image:
    """A page as a scanner sees it."""
    from PIL import Image

    turned = page.rotate(ASKEW, Image.Resampling.BICUBIC, fillcolor=255)
    return turned.point(lambda shade: 255 * (shade > 150)).convert("1", dither=Image.Dither.NONE)
