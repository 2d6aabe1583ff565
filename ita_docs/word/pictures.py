"""Pictures and links that a document gets while it is filled: docxtpl's InlineImage on a package nobody opens.

Relationship ids, part names and the drawing's XML are those python-docx would give, so the result is docxtpl's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha1
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .package import Entry, deflated, stored, text_once
from .photos import EMU_IN_INCH, facts_of, ready

if TYPE_CHECKING:
    from .drawingml import Mark

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
MOST_WIDE, MOST_HIGH = 16.0, 24.0
"""The largest that a picture is shown, in centimetres: a page of text."""
EMU_IN_CM = 360_000
NO_DISTANCE = 'distT="0" distB="0" distL="0" distR="0"'
CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIP = re.compile(r"<Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
DOC_PROPERTIES = re.compile(r"(<wp:docPr [^>]*?)/>")
EMPTY_RELATIONSHIPS = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def relationships_name(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


@dataclass(slots=True)
class Relationships:
    """The relationships of one part, growing while a document is filled."""

    xml: str
    by_id: dict[str, tuple[str, str, bool]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, xml: str) -> Relationships:
        relationships = cls(xml)
        for element in RELATIONSHIP.findall(xml):
            said = {name: unescape(value) for name, value in ATTRIBUTE.findall(element)}
            relationships.by_id[said["Id"]] = (said["Type"], said["Target"], said.get("TargetMode") == "External")
        return relationships

    def get_or_add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship of `kind` to `target`; the first free id for a new one."""
        wanted = (kind, target, external)
        for known, said in self.by_id.items():
            if said == wanted:
                return known
        new = next(f"rId{n}" for n in range(1, len(self.by_id) + 2) if f"rId{n}" not in self.by_id)
        self.add(new, kind, target, external)
        return new

    def add(self, new: str, kind: str, target: str, external: bool) -> None:
        """A relationship with the id `new`."""
        self.by_id[new] = (kind, target, external)
        mode = ' TargetMode="External"' if external else ""
        self.added.append(f'<Relationship Id="{new}" Type="{kind}" Target="{escape(target)}"{mode}/>')

    def finished(self) -> str:
        """The part's XML with what was added."""
        xml = re.sub(r"<Relationships([^>]*)/>", r"<Relationships\1></Relationships>", self.xml)
        return xml.replace("</Relationships>", "".join(self.added) + "</Relationships>")


@lru_cache(maxsize=24)
def _measured(data: bytes) -> tuple[Any, str]:
    """python-docx's reading of a picture, and its SHA-1."""
    from docx.image.image import Image

    return Image.from_file(BytesIO(data)), sha1(data).hexdigest()


@lru_cache(maxsize=256)
def _drawing(shape_id: int, relationship: str, filename: str, width: int, height: int) -> str:
    from docx.oxml.shape import CT_Inline
    from docx.shared import Length

    size = Length(width), Length(height)
    return str(CT_Inline.new_pic_inline(shape_id, relationship, filename, *size).xml)


class _Drawing(str):
    """A drawing's XML that answers `.xml`, as docxtpl's InlineImage asks."""

    __slots__ = ()

    @property
    def xml(self) -> str:
        return str(self)


class ShownPicture(NamedTuple):
    """A picture file as a tag shows it: `width` and `height`, in centimetres, that it fills without being stretched.

    None for its own size. It is never larger than a page of text. description: what is read out in its place.
    """

    path: Path
    width: float | None = None
    height: float | None = None
    description: str = ""


class ShownDrawing(NamedTuple):
    """Marks in a frame of `width` × `height` points, the later over the earlier. alt: for who cannot see it."""

    name: str
    alt: str
    width: float
    height: float
    marks: tuple[Mark, ...]


def picture(
    value: Any, width: float | None = None, height: float | None = None, description: Any = ""
) -> ShownPicture | str:
    """A picture from a field of type image, at most so many centimetres wide and high; nothing for none.

    `description` is read out in its place.
    """
    if not value:
        return ""
    # a path that was checked: a template names no file of its own
    if not isinstance(value, Path):
        raise ValueError(f"“{value}” ไม่ใช่ช่องไฟล์ภาพ")
    return ShownPicture(value, width, height, str(description or ""))


@dataclass(slots=True)
class Pictures:
    """What one filling adds to the package. `images` maps the SHA-1 of each picture in the template to its part."""

    entries: Mapping[str, Entry]
    images: Mapping[str, str]
    relationships: dict[str, Relationships] = field(default_factory=dict)
    media: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    """New pictures: SHA-1 → part, file name of its first use, bytes."""
    parts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Parts that are new or other than the template's: their content type and XML."""

    def of(self, part: str) -> Relationships:
        """The relationships of `part`."""
        if part not in self.relationships:
            entry = self.entries.get(relationships_name(part))
            self.relationships[part] = Relationships.read(text_once(entry) if entry else EMPTY_RELATIONSHIPS)
        return self.relationships[part]

    def insert(self, image: Any, part: str, next_id: int, *, complete: bool = False) -> str:
        """The run that shows docxtpl's InlineImage `image` in `part`, as docxtpl writes it.

        `complete` adds what the schema requires and docxtpl leaves out: no distance from the text on any side.
        """
        from docxtpl import InlineImage

        place = _Place(self, part, next_id)
        shown = InlineImage(place, image.image_descriptor, image.width, image.height, image.anchor)
        run = str(shown._insert_image())
        return run.replace("<wp:inline ", f"<wp:inline {NO_DISTANCE} ", 1) if complete else run

    def run(self, shown: ShownPicture, part: str, next_id: int) -> str:
        """The run that shows a picture file in `part`. Raises TemplateError for one that cannot be used."""
        wide, high = (int(EMU_IN_INCH * inches) for inches in facts_of(shown.path).inches)
        asked = [EMU_IN_CM * cm / side for cm, side in ((shown.width, wide), (shown.height, high)) if cm is not None]
        scale = min(*(asked or [1.0]), EMU_IN_CM * MOST_WIDE / wide, EMU_IN_CM * MOST_HIGH / high)
        size = max(1, round(wide * scale)), max(1, round(high * scale))
        drawing = _Place(self, part, next_id).inline(*ready(shown.path, *size), *size)
        inline = drawing.replace("<wp:inline ", f"<wp:inline {NO_DISTANCE} ", 1)
        if shown.description:
            said = escape(" ".join(shown.description.split()))
            inline = DOC_PROPERTIES.sub(lambda found: f'{found[1]} descr="{said}"/>', inline, count=1)
        return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"

    def part_of(self, data: bytes, filename: str, digest: str) -> tuple[str, str]:
        """The part that holds a picture, and the file name it goes by: the first one that it came with.

        The template's own part serves where it holds the same picture.
        """
        extension = filename.rpartition(".")[2]
        if digest in self.images:
            return self.images[digest], f"image.{self.images[digest].rpartition('.')[2]}"
        if digest not in self.media:
            numbers = [_number(name) for name in [*self.images.values(), *(name for name, _, _ in self.media.values())]]
            free = next(n for n in range(1, len(numbers) + 2) if n not in numbers)
            self.media[digest] = (f"word/media/image{free}.{extension}", filename, data)
        return self.media[digest][:2]

    def changed(self) -> dict[str, Entry]:
        """The entries that the pictures, links and parts add or change."""
        changed = {
            relationships_name(part): deflated(relationships_name(part), relations.finished().encode())
            for part, relations in self.relationships.items()
            if relations.added
        }
        changed |= {name: deflated(name, xml.encode()) for name, (_, xml) in self.parts.items()}
        new = [name for name in self.parts if name not in self.entries]
        if self.media or new:
            types = text_once(self.entries[CONTENT_TYPES])
            for name in new:
                override = f'<Override PartName="/{name}" ContentType="{self.parts[name][0]}"/>'
                types = types.replace("</Types>", f"{override}</Types>")
            for name, _, data in self.media.values():
                changed[name] = _stored_once(name, data)
                extension = name.rpartition(".")[2]
                if f'Extension="{extension}"' not in types:
                    default = f'<Default Extension="{extension}" ContentType="{_content_type(extension)}"/>'
                    types = re.sub(r"(<Types[^>]*>)", rf"\1{default}", types, count=1)
            changed[CONTENT_TYPES] = deflated(CONTENT_TYPES, types.encode())
        return changed


@lru_cache(maxsize=24)
def _stored_once(name: str, data: bytes) -> Entry:
    return stored(name, data)


def _number(name: str) -> int | None:
    """n of image<n>.<ext>."""
    found = re.search(r"\D(\d+)\.\w+$", name)
    return int(found[1]) if found else None


def _content_type(extension: str) -> str:
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.spec import default_content_types

    return next((str(kind) for known, kind in default_content_types if known == extension), str(CONTENT_TYPE.PNG))


class _Place:
    """Stands for both docxtpl's template and its current part, as InlineImage sees them."""

    def __init__(self, pictures: Pictures, part: str, next_id: int) -> None:
        self.pictures, self.part, self.next_id = pictures, part, next_id

    @property
    def current_rendering_part(self) -> _Place:
        return self

    def new_pic_inline(self, descriptor: Any, width: Any, height: Any) -> _Drawing:
        return self.inline(*_read(descriptor), width, height)

    def inline(self, data: bytes, filename: str, width: Any, height: Any) -> _Drawing:
        """The drawing of a picture, whose part is in the package then."""
        image, digest = _measured(data)
        filename = filename or f"image.{image.ext}"
        target, filename = self.pictures.part_of(data, filename, digest)
        relationship = self.pictures.of(self.part).get_or_add(IMAGE, _relative(target, self.part))
        cx, cy = image.scaled_dimensions(width, height)
        return _Drawing(_drawing(self.next_id, relationship, filename, int(cx), int(cy)))

    def relate_to(self, url: str, kind: str, is_external: bool = False) -> str:
        return self.pictures.of(self.part).get_or_add(kind, url, is_external)


def _relative(target: str, part: str) -> str:
    """A part's name as a relationship of `part` writes it; both lie under `word/` in every package here."""
    folder = part.rpartition("/")[0] + "/"
    return target.removeprefix(folder) if target.startswith(folder) else "/" + target


def _read(descriptor: Any) -> tuple[bytes, str]:
    """A picture's bytes, and its file name where it has one: `descriptor` is bytes, a path or a binary file."""
    if isinstance(descriptor, bytes):
        return descriptor, ""
    if hasattr(descriptor, "read"):
        descriptor.seek(0)
        return descriptor.read(), ""
    path = str(descriptor)
    with open(path, "rb") as file:
        return file.read(), re.split(r"[\\/]", path)[-1]
