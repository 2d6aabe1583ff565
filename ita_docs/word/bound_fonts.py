"""Theme and font table of a paper that is bound into another document."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from .bundle import OFFICE, Bundle, Relation
from .complex_script import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def carry_theme(source: Bundle, host: Bundle) -> None:
    """Give `host` the theme of a paper where it has none: shapes take their lines and fills from it."""
    part = source.related(source.main, "theme")
    if part is None or part not in source or host.related(host.main, "theme") is not None:
        return
    name = host.free("word/theme/theme1.xml")
    host.add(name, source.content_type(part), source.raw(part))
    host.relate(host.main, Relation(OFFICE + "theme", name, False))


def carry_fonts(source: Bundle, host: Bundle, dress: Callable[[Any, str, str], None]) -> None:
    """What a paper says of its fonts: which stand in for one that is not there, and those that travel in it."""
    part, into = (package.related(package.main, "fontTable") for package in (source, host))
    if part is None or part not in source:
        return
    if into is None or into not in host:
        into = host.free("word/fontTable.xml")
        host.add(into, source.content_type(part), etree.Element(W + "fonts", nsmap={"w": W[1:-1]}))
        host.relate(host.main, Relation(OFFICE + "fontTable", into, False))
    target = host.tree(into)
    known = {font.get(W + "name") for font in target.iter(W + "font")}
    for font in source.tree(part).iter(W + "font"):
        if font.get(W + "name") not in known:
            made = deepcopy(font)
            target.append(made)
            dress(made, part, into)
            for item in [item for item in made if item.tag.startswith(W + "embed") and R + "id" not in item.attrib]:
                made.remove(item)
