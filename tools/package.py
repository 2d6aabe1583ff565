"""The plain parts of a .docx package around the document itself, and the zip they go into."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WRITTEN = "2024-01-01T00:00:00Z"
"""The date every template bears: a build must not depend on the day."""


def content_types(parts: Iterable[tuple[str, str]]) -> bytes:
    """`[Content_Types].xml`: `parts` are file names under word/ with their WordprocessingML type."""
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    )
    overrides = [(f"/word/{name}", f"{WORD_TYPE}.{kind}+xml") for name, kind in parts]
    overrides += [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    body = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults)
    body += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{body}</Types>'.encode()


def relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """A .rels part: id → (relationship type, its last word if of the office namespace; target)."""
    items = (
        f'<Relationship Id="{id}" Type={quoteattr(kind if "/" in kind else f"{OFFICE}/{kind}")} Target="{target}"/>'
        for id, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'.encode()


def root_relationships() -> bytes:
    """`_rels/.rels`."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return relationships(
        {
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": (core, "docProps/core.xml"),
            "rId3": ("extended-properties", "docProps/app.xml"),
        }
    )


def core_properties(*, title: str, creator: str, subject: str) -> bytes:
    """`docProps/core.xml`; the texts may hold tags."""
    spaces = (
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    words = {"dc:title": title, "dc:subject": subject, "dc:creator": creator, "dc:language": "th-TH"}
    body = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in words.items())
    for name in ("created", "modified"):
        body += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{WRITTEN}</dcterms:{name}>'
    return f"{HEAD}<cp:coreProperties {spaces}>{body}</cp:coreProperties>".encode()


def app_properties() -> bytes:
    """`docProps/app.xml`."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{space}"><Application>ita-docs</Application></Properties>'.encode()


def write_package(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a zip of `parts` in their order, every date 1980-01-01, so that the same parts give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, data)
