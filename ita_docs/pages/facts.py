"""What a document says of itself."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Facts(NamedTuple):
    """What the document says of itself (docProps/core.xml)."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime | None = None
    language: str = "th"
