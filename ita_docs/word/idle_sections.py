"""A section at the end of a document in which nothing stands: the one before it is the last."""

from __future__ import annotations

ENDS = "</w:sectPr></w:pPr></w:p>"
SECTION, SECTION_CLOSED = "<w:sectPr", "</w:sectPr>"


def without_idle_section(body: str) -> str:
    """The XML of a body whose last section has content: an empty one would print an empty page.

    A template that ends each part's section in a paragraph of its own cannot know which part is the last.
    """
    last = body.rfind(SECTION)
    before = body[:last].rstrip()
    if last < 0 or not before.endswith(ENDS):
        return body
    opened = max(before.rfind("<w:p>"), before.rfind("<w:p "))
    at = before.find(SECTION, opened)
    section = before[at : before.rfind(SECTION_CLOSED) + len(SECTION_CLOSED)]
    rest = body[body.rfind(SECTION_CLOSED) + len(SECTION_CLOSED) :]
    return before[:at] + before[at + len(section) :] + section + rest
