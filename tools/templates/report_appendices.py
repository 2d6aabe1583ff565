"""The appendices of a report: a title page each, and behind it what is bound in."""

from __future__ import annotations

from .blocks import lines, tag
from .wordml import Element, paragraph


def appendices() -> list[Element]:
    """Every appendix: its heading and title alone on a page, then the place of its file or paper."""
    title = "{{ appendix.heading }}\n" + lines("appendix.title")
    return [
        tag("for appendix in bound_papers"),
        paragraph("AppendixTitle", title),
        paragraph("TemplateTag", "{{p appendix.key|inserted }}"),
        tag("endfor"),
    ]
