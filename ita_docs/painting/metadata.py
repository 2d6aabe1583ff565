"""What a PDF says of itself: the information dictionary and its XMP twin (ISO 32000-1, 14.3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from ..pages.facts import Facts
from .objects import text

PRODUCER = "ita-docs"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_ESCAPED = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def _universal(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def information(facts: Facts, title: str) -> dict[str, Any]:
    """The entries of the information dictionary; times are universal, as in a DOCX."""
    said = {"Title": title, "Author": facts.author, "Subject": facts.subject, "Keywords": facts.keywords}
    entries: dict[str, Any] = {key: text(clean(value)) for key, value in said.items() if clean(value)}
    entries |= {"Creator": text(PRODUCER), "Producer": text(PRODUCER)}
    if facts.created is not None:
        entries["CreationDate"] = _universal(facts.created).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    return entries


def clean(value: str) -> str:
    """Text without what XML cannot hold, and without spaces about it."""
    return _NOT_XML.sub("", value).strip()


def xmp(facts: Facts, title: str, language: str, pdfa: str | None) -> bytes:
    """The metadata stream's packet (ISO 16684-1); `pdfa`: part and level that the file claims (ISO 19005)."""
    said: list[str] = []

    def say(tag: str, value: str, container: str = "") -> None:
        value = clean(value).translate(_ESCAPED)
        if not value:
            return
        if container == "Alt":
            value = f'<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt>'
        elif container:
            value = f"<rdf:{container}><rdf:li>{value}</rdf:li></rdf:{container}>"
        said.append(f"<{tag}>{value}</{tag}>")

    say("dc:format", "application/pdf")
    say("dc:title", title, "Alt")
    say("dc:creator", facts.author, "Seq")
    say("dc:description", facts.subject, "Alt")
    say("dc:language", language, "Bag")
    say("pdf:Keywords", facts.keywords)
    say("pdf:Producer", PRODUCER)
    say("xmp:CreatorTool", PRODUCER)
    if facts.created is not None:
        say("xmp:CreateDate", _universal(facts.created).strftime("%Y-%m-%dT%H:%M:%SZ"))
    if pdfa is not None:
        say("pdfaid:part", pdfa[0])
        say("pdfaid:conformance", pdfa[1:].upper())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f"{''.join(said)}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()
