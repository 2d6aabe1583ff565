"""What a document says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself (docProps/core.xml)."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime | None = None
    language: str = "th"
