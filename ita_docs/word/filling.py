"""One filling of a template: what it knows while Jinja runs, and what a tag prints."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..problems import TemplateError, problem
from ..structured.text import StructuredText, TextPicture
from . import complex_script
from .budget import BUDGET
from .clauses import CLAUSE, EMPTY, MOST_LEVELS, NUMBERING, NUMBERING_RELATION, NUMBERING_TYPE, STYLES, Lists
from .compiling import Part
from .package import text_once
from .pictures import HYPERLINK, Pictures, ShownDrawing, ShownPicture
from .structured import Rendering, styles_of
from .subdocs import NeedsBase

if TYPE_CHECKING:
    from .template import TemplateOptions

LINK = re.compile(r'r:id="([^"]*)"')
FIRST_SHAPE = 1 << 20
"""The shapes of drawings are numbered from here, over all parts: beyond any number of a drawing."""


@dataclass(slots=True)
class Filling:
    """What one filling knows while Jinja runs: the package it writes to and the part it is in."""

    options: TemplateOptions
    pictures: Pictures
    docxtpl: Any
    part: Part | None = None
    lists: Lists | None = None
    _shapes: Iterator[int] = field(default_factory=lambda: count(FIRST_SHAPE))
    _texts: Rendering | None = None

    def show(self, text: StructuredText) -> Markup:
        """A structured text in paragraphs and tables, for a tag that stands for its whole paragraph."""
        if self._texts is None:
            numbering, styles = (self.pictures.entries.get(name) for name in (NUMBERING, STYLES))
            there = {} if styles is None else styles_of(text_once(styles))
            depths = range(1, MOST_LEVELS + 1)
            indents = {depth: there[name].indent for depth in depths if (name := CLAUSE.format(depth)) in there}
            self.lists = Lists(EMPTY if numbering is None else text_once(numbering), indents)
            self._texts = Rendering(self.lists, there, self._drawn)
        arabic = {"thai": False, "arabic": True}.get(self.options.numerals)
        return Markup(self._texts.xml(text, arabic=arabic))

    def _drawn(self, picture: TextPicture) -> str:
        """The run of a picture in a text."""
        return "" if picture.path is None else self.draw(ShownPicture(picture.path, picture.width))

    def draw(self, shown: ShownPicture | ShownDrawing) -> str:
        """The run of a picture or drawing."""
        if isinstance(shown, ShownDrawing):
            from .drawingml import drawing_run

            return drawing_run(shown, self._shapes)
        assert self.part is not None
        return self.pictures.run(shown, self.part.name, self.part.next_id)

    def finish(self, body: str) -> None:
        """Put the lists that were made into the package, whose main part is `body`."""
        if self.lists is not None and self.lists.grown:
            self.pictures.parts[NUMBERING] = (NUMBERING_TYPE, self.lists.xml())
            if NUMBERING not in self.pictures.entries:
                self.pictures.of(body).get_or_add(NUMBERING_RELATION, NUMBERING.rpartition("/")[2])


FILLING: ContextVar[Filling | None] = ContextVar("ita_docs_filling", default=None)


def shown(show: Callable[[Any], Any] | None, value: Any) -> Any:
    """What a tag prints: Jinja's `finalize`. Everything printed counts against the budget."""
    budget = BUDGET.get()
    if type(value) is not str:
        if show is not None and isinstance(value, Path):
            value = ShownPicture(value)
        if isinstance(value, StructuredText) and (filling := FILLING.get()) is not None:
            value = filling.show(value)
        elif isinstance(value, (ShownPicture, ShownDrawing)) and (filling := FILLING.get()) is not None:
            value = Markup(f'</w:t></w:r>{filling.draw(value)}<w:r><w:t xml:space="preserve">')
        elif hasattr(value, "__html__"):
            value = _markup(value)
        elif show is not None:
            value = show(value)
    if budget is not None and isinstance(value, str):
        budget.print(len(value))
    return value


def _markup(value: Any) -> Any:
    """docxtpl's rich values as markup; anything else that brings its own markup as it is."""
    filling = FILLING.get()
    module = type(value).__module__
    if not module.startswith("docxtpl.") or filling is None or filling.part is None:
        return value
    part = filling.part
    if module == "docxtpl.inline_image":
        complete = filling.options.complex_script
        return Markup(filling.pictures.insert(value, part.name, part.next_id, complete=complete))
    if module == "docxtpl.subdoc" and value.tpl is not filling.docxtpl:
        raise NeedsBase(value.tpl)
    xml = str(value.__html__())
    if module == "docxtpl.richtext":
        if "r:id=" in xml:
            _require_links(xml, filling, part)
        if filling.options.complex_script:
            xml = complex_script.complete_rich_text(xml)
    return Markup(xml)


def _require_links(xml: str, filling: Filling, part: Part) -> None:
    """A link made with `build_url_id` lives in docxtpl's package: without it the address is not known here."""
    relationships = filling.pictures.of(part.name)
    for link in LINK.findall(xml):
        if link in relationships.by_id:
            continue
        reason = f"RichText url_id={link}: fill(…, docxtpl=tpl)"
        if filling.options.undefined == "error":
            raise TemplateError(problem("template-failed", reason=reason))
        warnings.warn(f"{reason}; the link leads nowhere", stacklevel=2)
        relationships.add(link, HYPERLINK, "about:blank", external=True)
