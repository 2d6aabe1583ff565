"""How many documents a workbook asks for, about: to tell how long a run will take."""

from __future__ import annotations

from ..kinds.model import Kind
from ..problems import ItaDocsError
from ..sheets.model import Workbook
from ..thai.text import heading_key


def counted(kind: Kind, book: Workbook) -> int | None:
    """The rows of the sheet that documents are made of, but for its headings; None where there is no such sheet."""
    wanted = heading_key((kind.each or kind.table).sheet)
    for sheet in book.sheets:
        if book.single or heading_key(sheet.name) == wanted:
            try:
                return max(0, sum(1 for _ in sheet.rows()) - 1)
            except ItaDocsError:
                return None
    return None
