"""รายงานผลการดำเนินการตามมาตรการ and the other annual reports: parts in the order that a workbook asks for.

Each part is a branch; the office's own texts and photos of a part follow what is generated for it.
"""

from __future__ import annotations

from collections.abc import Callable

from . import report_front, report_measures, report_offices, report_scores
from .blocks import tag
from .paper import Look, Sheet, Stories, numbering, package, section_end
from .report_appendices import appendices
from .report_front import contents_of
from .report_styles import REPORT_STYLES
from .styles import DATA_TABLE, PLAIN_TABLE, styles
from .wordml import Element, field, paragraph, w

UPRIGHT = Sheet(top=1417, bottom=1417, foot=624)
WIDE = Sheet(width=16838, height=11906, top=1417, right=1134, bottom=1417, left=1134, foot=624)
NO_NUMBER: Stories = {"default footer": w("ftr", paragraph("Footer"))}
NUMBERED: Stories = {"default footer": w("ftr", paragraph("FootNumber", field("PAGE", "1")))}
LOOKS = {
    "cover": Look(sheet=UPRIGHT, stories=NO_NUMBER),
    "front_first": Look(sheet=UPRIGHT, stories=NUMBERED, numbers="thaiLetters", start=1),
    "front": Look(sheet=UPRIGHT, stories=NUMBERED, numbers="thaiLetters"),
    "body_first": Look(sheet=UPRIGHT, stories=NUMBERED, start=1),
    "body": Look(sheet=UPRIGHT, stories=NUMBERED),
    "wide_first": Look(sheet=WIDE, stories=NUMBERED, start=1),
    "wide": Look(sheet=WIDE, stories=NUMBERED),
}
"""What a section can look like, by what `part.ends` says."""
WITHOUT_HEADING = {
    "cover": report_front.cover,
    "title_page": report_front.cover,
    "foreword": report_front.foreword,
    "contents": lambda: contents_of("contents"),
    "tables": lambda: contents_of("tables"),
    "figures": lambda: contents_of("figures"),
    "back_cover": report_front.back_cover,
    "appendices": appendices,
}
"""Blocks that bring their own heading, or have none."""
GENERATED: dict[str, Callable[[], list[Element]]] = {
    "frame": report_scores.frame,
    "respondents": report_scores.respondents,
    "overview": lambda: report_scores.told("overview"),
    "score_card": report_scores.score_card,
    "instruments": report_scores.instruments,
    "history": report_scores.history,
    "ranking": report_offices.ranking,
    "region": report_offices.region,
    "offices": report_offices.offices,
    "trends": report_offices.trends,
    "indicators": report_scores.indicators,
    "levels": report_scores.levels,
    "items": report_scores.items,
    "strengths": report_measures.strengths,
    "findings": report_measures.findings,
    "measures": report_measures.measures,
    "plan": report_measures.plan,
    "results": report_measures.results,
    "checklist": report_measures.checklist,
    "complaints": report_measures.complaints,
    "editors": report_front.editors,
}


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        body(),
        styles(REPORT_STYLES, (PLAIN_TABLE, DATA_TABLE)),
        title="{{ report_title|join(' ') }}",
        creator="{{ name }}",
        subject="รายงานประจำปี",
        sheet=UPRIGHT,
        stories=NUMBERED,
        others=LOOKS,
        numbering=numbering([]),
    )


def body() -> list[Element]:
    """The parts one after another, and the sections that end after them."""
    made = [tag("for part in parts")]
    word = "if"
    for kind, block in WITHOUT_HEADING.items():
        made += [tag(f'{word} part.kind == "{kind}"'), *block()]
        word = "elif"
    made += [tag("else"), *heading(), tag("endif")]
    word = "if"
    for kind, block in GENERATED.items():
        made += [tag(f'{word} part.kind == "{kind}"'), *block()]
        word = "elif"
    made += [tag("endif"), *own_texts(), *report_measures.photos()]
    word = "if"
    for name in LOOKS:
        made += [tag(f'{word} part.ends == "{name}"'), section_end(paragraph("ContentsEnd"), name)]
        word = "elif"
    return [*made, tag("endif"), tag("endfor")]


def heading() -> list[Element]:
    """The heading of a part at its level, at the top of a page where it begins one."""
    numbered = "{% if part.number %}{{ part.number }} {% endif %}{{ part.title }}"
    return [
        tag("if part.level == 2"),
        paragraph("Heading2", numbered),
        tag("elif part.level == 1 and not part.own_page"),
        paragraph("FlatHeading", numbered),
        tag("elif part.level == 1 and part.number"),
        paragraph("Heading1", "{{ part.number }}{% if part.title %}\n{{ part.title }}{% endif %}"),
        tag("elif part.level == 1"),
        paragraph("Heading1", "{{ part.title }}"),
        tag("endif"),
    ]


def own_texts() -> list[Element]:
    """The office's own texts in a part."""
    return [
        tag('for one in part.texts if part.kind not in ["cover", "title_page", "back_cover"]'),
        tag("if one.heading"),
        paragraph("Heading3", "{{ one.heading }}"),
        tag("endif"),
        paragraph("TemplateTag", "{{p one.text }}"),
        tag("endfor"),
    ]
