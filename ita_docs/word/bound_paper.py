"""A DOCX carried into another: its body, its sections, and all that they refer to, under names of their own.

Styles get a prefix, lists and notes new numbers; headers, pictures and charts come along as parts in a folder of their
own. What a bound paper does not need stays behind: comments, macros, links to pictures elsewhere, its outline levels
(the contents of a report list its appendices, not what stands in them).
"""

from __future__ import annotations

import re
from copy import deepcopy
from hashlib import sha1, sha256
from typing import Any

from lxml import etree

from .bound_counters import Counters
from .bound_fonts import carry_fonts, carry_theme
from .bound_lists import carry_lists, highest
from .bound_styles import PARAGRAPH_ORDER, Defaults, Sheet, Theme, over_tables, properties_of, put
from .bundle import OFFICE, Bundle, MalformedPart, Relation
from .complex_script import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
OLE = "{urn:schemas-microsoft-com:office:office}relid"
NOTES = ("footnote", "endnote")
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
LEFT_BEHIND = frozenset(
    W + name
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding", "control", "outlineLvl")
)
STYLED = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
    "styleLink": "numbering",
    "numStyleLink": "numbering",
}
NAMES = re.compile(r"[\w.]+")
LONGEST_NAME = 40
"""Of a bookmark, as Word has it."""


class Paper:
    """One paper on its way into `host`. Raises MalformedPart where a part that it needs is missing."""

    def __init__(self, source: Bundle, host: Bundle, counters: Counters) -> None:
        self._source, self._host, self._counters = source, host, counters
        counters.papers += 1
        self.folder = f"word/a{counters.papers}"
        self.settings = source.related_tree("settings")
        self._theme = Theme(source.related_tree("theme"), self.settings)
        styles = source.related_tree("styles")
        self._sheet = Sheet(styles)
        self._defaults = Defaults(styles, _styles_of(host), self._theme)
        self._prefix = self._prefix_of(styles)
        self._parts: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        self._bookmarks: dict[str, str] = {}
        self._bookmark_ids: dict[str, str] = {}
        self._used: set[str] = set()
        self.body = deepcopy(source.tree(source.main).find(W + "body"))
        if self.body is None:
            raise MalformedPart(source.main)
        self._alone = len(list(self.body.iter(W + "sectPr"))) <= 1
        self._rename_bookmarks()
        self._carry_lists()
        over_tables(self.body, self._sheet, self._defaults)
        self._carry_notes()
        self._dress(self.body, source.main, host.main)
        self._carry_styles()
        carry_theme(source, host)
        carry_fonts(source, host, self._dress)

    def _prefix_of(self, styles: Any) -> str:
        """`A1_`: papers whose styles are the same share them, save where a style counts."""
        if styles is None:
            return f"A{self._counters.papers}_"
        theme = self._source.related(self._source.main, "theme")
        said = etree.tostring(styles) + (self._source.raw(theme) if theme and theme in self._source else b"")
        if next(styles.iter(W + "numPr"), None) is not None:
            said += str(self._counters.papers).encode()
        prefixes = self._counters.prefixes
        return prefixes.setdefault(sha256(said).digest(), f"A{len(prefixes) + 1}_")

    def _rename_bookmarks(self) -> None:
        for item in self.body.iter(W + "bookmarkStart"):
            self._counters.bookmark += 1
            self._bookmark_ids.setdefault(item.get(W + "id") or "", str(self._counters.bookmark))
            name = item.get(W + "name") or ""
            new, stem = name, name
            while new in self._counters.names:
                stem = f"A{self._counters.papers}_{name}"
                new = stem if len(stem) <= LONGEST_NAME else f"A_{sha1(stem.encode()).hexdigest()[:20]}"
                if new in self._counters.names:
                    name = stem
            self._counters.names.add(new)
            self._bookmarks[item.get(W + "name") or ""] = new

    def _carry_lists(self) -> None:
        numbering = self._source.related_tree("numbering")
        if numbering is not None:
            self._lists = carry_lists(numbering, self._host, f"{self._counters.papers}", self._dress)

    def _carry_notes(self) -> None:
        for kind in NOTES:
            asked = [item.get(W + "id") or "" for item in self.body.iter(f"{W}{kind}Reference")]
            part = self._source.related(self._source.main, kind + "s")
            if not asked or part is None or part not in self._source:
                continue
            root = self._source.tree(part)
            there = self._host.related(self._host.main, kind + "s")
            if there is None:
                there = f"word/{kind}s.xml"
                target = etree.Element(root.tag, nsmap=root.nsmap)
                for note in root.findall(W + kind):
                    if note.get(W + "type") in ("separator", "continuationSeparator"):
                        target.append(deepcopy(note))
                self._host.add(there, NOTES_TYPE.format(kind), target)
                self._host.relate(self._host.main, Relation(OFFICE + kind + "s", there, False))
                self._dress(target, part, there)
            target = self._host.tree(there)
            free = highest(target.iter(W + kind), W + "id") + 1
            for note in root.findall(W + kind):
                identity = note.get(W + "id") or ""
                if identity in asked and (kind, identity) not in self._notes:
                    made = deepcopy(note)
                    self._notes[kind, identity] = str(free)
                    made.set(W + "id", str(free))
                    free += 1
                    over_tables(made, self._sheet, self._defaults)
                    target.append(made)
                    self._dress(made, part, there)

    def _dress(self, root: Any, part: str, into: str) -> None:
        """Make what stands in `root`, of `part`, right for the part `into` of the host."""
        for element in list(root.iter(etree.Element)):
            tag = element.tag
            if tag in LEFT_BEHIND:
                if element.getparent() is not None:
                    element.getparent().remove(element)
                continue
            self._refer(element, part, into)
            self._theme.resolve(element)
            if not tag.startswith(W):
                if tag == WP + "docPr":
                    self._counters.drawing += 1
                    element.set("id", str(self._counters.drawing))
                continue
            for name in (W14 + "paraId", W14 + "textId"):
                element.attrib.pop(name, None)
            self._number(element, tag.removeprefix(W))

    def _number(self, element: Any, name: str) -> None:
        value = element.get(W + "val") or ""
        if name in STYLED:
            if value not in self._sheet.styles:
                value = self._sheet.default.get(STYLED[name], "")
            self._used.add(value)
            element.set(W + "val", self._prefix + value)
        elif name == "p":
            if element.find(f"{W}pPr/{W}pStyle") is None:
                own = self._sheet.default.get("paragraph", "")
                self._used.add(own)
                style = etree.Element(W + "pStyle", {W + "val": self._prefix + own})
                put(properties_of(element, "pPr"), style, PARAGRAPH_ORDER)
        elif name == "tblPr":
            table = self._sheet.default.get("table")
            if table is not None and element.find(W + "tblStyle") is None and element.getparent().tag == W + "tbl":
                self._used.add(table)
                element.insert(0, etree.Element(W + "tblStyle", {W + "val": self._prefix + table}))
        elif name == "numId" and value != "0":
            element.set(W + "val", self._lists.get(value, "0"))
        elif name in ("bookmarkStart", "bookmarkEnd"):
            identity = element.get(W + "id") or ""
            if identity not in self._bookmark_ids:
                self._counters.bookmark += 1
                self._bookmark_ids[identity] = str(self._counters.bookmark)
            element.set(W + "id", self._bookmark_ids[identity])
            if name == "bookmarkStart":
                said = element.get(W + "name") or ""
                element.set(W + "name", self._bookmarks.get(said, said))
        elif name == "hyperlink" and (anchor := element.get(W + "anchor")):
            element.set(W + "anchor", self._bookmarks.get(anchor, anchor))
        elif name == "instrText" and element.text:
            element.text = self._instruction(element.text)
        elif name == "fldSimple":
            element.set(W + "instr", self._instruction(element.get(W + "instr") or ""))
        elif name in ("footnoteReference", "endnoteReference"):
            key = name.removesuffix("Reference"), element.get(W + "id") or ""
            if key in self._notes:
                element.set(W + "id", self._notes[key])
            else:
                element.getparent().remove(element)

    def _instruction(self, text: str) -> str:
        """A field's instruction, its bookmarks renamed; the pages of the paper are counted, not the report's."""
        if self._alone:
            text = re.sub(r"\bNUMPAGES\b", "SECTIONPAGES", text)
        return NAMES.sub(lambda found: self._bookmarks.get(found[0], found[0]), text)

    def _refer(self, element: Any, part: str, into: str) -> None:
        for name, value in list(element.attrib.items()):
            if not (name.startswith(R) or name == OLE) or not part:
                continue
            new = self._relation(value, part, into)
            if new is None:
                del element.attrib[name]
            else:
                element.set(name, new)

    def _relation(self, identity: str, part: str, into: str) -> str | None:
        found = self._source.relations(part).get(identity)
        if found is None:
            return None
        if found.external:
            return self._host.relate(into, found) if found.kind.endswith("/hyperlink") else None
        if found.target not in self._source:
            return None
        return self._host.relate(into, Relation(found.kind, self._carried(found.target), False))

    def _carried(self, part: str) -> str:
        """The name in the host of a part that comes along with all that it refers to."""
        if part in self._parts:
            return self._parts[part]
        kind = self._source.content_type(part)
        if not (kind.endswith("xml") or part.endswith(".xml")):
            raw = self._source.raw(part)
            digest = sha256(raw).digest()
            if digest not in self._counters.media:
                name = self._host.free(f"{self.folder}/{part.rpartition('/')[2]}")
                self._counters.media[digest] = name
                self._host.add(name, kind, raw)
            self._parts[part] = self._counters.media[digest]
            return self._parts[part]
        name = self._parts[part] = self._host.free(f"{self.folder}/{part.rpartition('/')[2]}")
        root = deepcopy(self._source.tree(part))
        self._host.add(name, kind, root)
        over_tables(root, self._sheet, self._defaults)
        self._dress(root, part, name)
        # a part may refer to others without naming them: a chart its colours
        for relation in self._source.relations(part).values():
            if not relation.external and relation.target in self._source and relation.target not in self._parts:
                self._host.relate(name, Relation(relation.kind, self._carried(relation.target), False))
        return name

    def _carry_styles(self) -> None:
        styles = _styles_of(self._host)
        if styles is None:
            styles = etree.Element(W + "styles", nsmap={"w": W[1:-1]})
            self._host.add("word/styles.xml", STYLES_TYPE, styles)
            self._host.relate(self._host.main, Relation(OFFICE + "styles", "word/styles.xml", False))
        there = {style.get(W + "styleId") for style in styles.iter(W + "style")}
        if "" in self._used and self._prefix not in there:
            # a document without a default style: it looks as its defaults say
            plain = etree.SubElement(styles, W + "style", {W + "type": "paragraph", W + "styleId": self._prefix})
            etree.SubElement(plain, W + "name", {W + "val": self._prefix.rstrip("_")})
            self._defaults.fold(plain)
        waiting = sorted(self._used - {""})
        while waiting:
            identity = waiting.pop()
            style = self._sheet.styles.get(identity)
            if style is None or self._prefix + identity in there:
                continue
            there.add(self._prefix + identity)
            made = deepcopy(style)
            styles.append(made)
            waiting += self._renamed(made)

    def _renamed(self, style: Any) -> list[str]:
        """Give a style its new names, and say which others it needs."""
        style.attrib.pop(W + "default", None)
        style.set(W + "customStyle", "1")
        name = style.find(W + "name")
        if name is not None:
            name.set(W + "val", f"{self._prefix.rstrip('_')} {name.get(W + 'val')}")
        self._defaults.complete(style, self._sheet)
        needed = []
        for item in list(style):
            if item.tag in (W + "basedOn", W + "next", W + "link"):
                if item.get(W + "val") in self._sheet.styles:
                    needed.append(item.get(W + "val"))
                    item.set(W + "val", self._prefix + item.get(W + "val"))
                else:
                    style.remove(item)
            elif item.tag in (W + "qFormat", W + "aliases", W + "semiHidden", W + "unhideWhenUsed"):
                style.remove(item)
        style.set(W + "styleId", self._prefix + (style.get(W + "styleId") or ""))
        self._dress(style, "", "")
        if style.get(W + "type", "paragraph") == "paragraph" and style.find(W + "basedOn") is None:
            self._defaults.fold(style)
        return needed


def _styles_of(host: Bundle) -> Any:
    return host.related_tree("styles")
