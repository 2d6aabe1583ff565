"""Where the shipped templates and fonts are: beside the package when installed, above it in a source tree.

And the index of the fonts that are installed: the one place that asks the system what it has.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from .problems import ItaDocsError, problem

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = PACKAGE / name
    if installed.is_dir():
        return installed
    # Only a tree with our pyproject.toml is ours: a site-packages folder may hold somebody else's `templates`.
    if (PACKAGE.parent / "pyproject.toml").is_file() and (PACKAGE.parent / name).is_dir():
        return PACKAGE.parent / name
    raise ItaDocsError(problem("file-not-found", file=str(installed)))


def templates_folder() -> Path:
    """The folder of shipped document kinds, one subfolder each. Raises ItaDocsError if it is not there."""
    return _folder("templates")


def fonts_folder() -> Path:
    """The folder of shipped font files. Raises ItaDocsError if it is not there."""
    return _folder("fonts")


# ---------------------------------------------------------------- installed fonts


class FontFile(NamedTuple):
    """One font of a file: family as it names itself, keys of every name it goes by, style; number in its collection."""

    path: Path
    number: int
    family: str
    names: frozenset[str]
    bold: bool
    italic: bool


def family_key(name: str) -> str:
    """A family's name as it is compared: TH SarabunIT๙, THSarabunIT9 and TH Sarabun IT๙ are one."""
    return name.casefold().translate(_IN_KEY)


class InstalledFonts:
    """The fonts in folders and below. Nothing is read before it is asked for; each file is read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._read: dict[Path, tuple[FontFile, ...]] = {}

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Every font file, in the order of the folders, then by path."""
        found: dict[Path, None] = {}
        for folder in self._folders:
            here = []
            for place, _, names in os.walk(folder):
                here += [Path(place, name) for name in names if name[-4:].lower() in _FONT_ENDINGS]
            found.update(dict.fromkeys(sorted(here)))
        return tuple(found)

    @cached_property
    def _by_stem(self) -> dict[str, list[Path]]:
        stems: dict[str, list[Path]] = {}
        for path in self.paths:
            stems.setdefault(family_key(path.stem), []).append(path)
        return stems

    @cached_property
    def _by_name(self) -> dict[str, list[FontFile]]:
        names: dict[str, list[FontFile]] = {}
        for file in self.files():
            for name in file.names:
                names.setdefault(name, []).append(file)
        return names

    def files(self) -> Iterator[FontFile]:
        """Every font."""
        for path in self.paths:
            yield from self._fonts(path)

    def family(self, name: str) -> tuple[FontFile, ...]:
        """The fonts of a family, by any of its names.

        Families that everybody knows are looked for under the file names that everybody knows: reading the names of
        every file takes longer than laying out a letter.
        """
        key = family_key(name)
        stems = _FILES.get(key)
        if stems is None or "_by_name" in self.__dict__:
            return tuple(self._by_name.get(key, ()))
        found: dict[FontFile, None] = {}
        for stem in (*stems, key):
            for style in _STYLES:
                for path in self._by_stem.get(stem + style, ()):
                    found.update(dict.fromkeys(file for file in self._fonts(path) if key in file.names))
        return tuple(found)

    def _fonts(self, path: Path) -> tuple[FontFile, ...]:
        fonts = self._read.get(path)
        if fonts is None:
            try:
                fonts = _fonts_in(path)
            except (OSError, struct.error):
                fonts = ()
            self._read[path] = fonts
        return fonts


@lru_cache(maxsize=32)
def installed_fonts(folders: tuple[Path, ...] = ()) -> InstalledFonts:
    """The fonts in `folders` and, after them, those of this system and this user. Kept for the life of the process."""
    return InstalledFonts((*folders, *system_font_folders()))


def system_font_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts, those of the user included; only folders that are there."""
    try:
        home = Path.home()
    except RuntimeError:
        home = Path("/")
    if sys.platform == "win32":
        folders = [
            Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            Path(os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local")), "Microsoft", "Windows", "Fonts"),
        ]
    elif sys.platform == "darwin":
        folders = [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    else:
        folders = [
            home / ".local/share/fonts",
            home / ".fonts",
            Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"),
        ]
    return tuple(folder for folder in folders if folder.is_dir())


_IN_KEY = {**{ord(mark): None for mark in " -_\u00a0"}, **{0x0E50 + digit: 48 + digit for digit in range(10)}}
_FONT_ENDINGS = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_STYLES = ("", "bold", "italic", "bolditalic", "regular", "b", "bd", "i", "bi", "z", "l")
_FILES: dict[str, tuple[str, ...]] = {
    "thsarabunpsk": ("thsarabun",),
    "thsarabunit9": ("thsarabunit9", "thsarabunit๙"),
    "thsarabunnew": (),
    "thsarabun": (),
    "angsananew": ("angsa", "angsana"),
    "angsanaupc": ("upcal", "angsau", "angsana"),
    "cordianew": ("cordia",),
    "cordiaupc": ("upccl", "cordiau", "cordia"),
    "browallianew": ("browa", "browallia"),
    "browalliaupc": ("upcbl", "browau", "browallia"),
    "arial": (),
    "timesnewroman": ("times",),
    "couriernew": ("cour",),
    "calibri": (),
    "cambria": (),
    "tahoma": (),
    "symbol": (),
    "wingdings": ("wingding",),
}
"""Family → the file names, without style and ending, under which Windows and Office install it."""


def _fonts_in(path: Path) -> tuple[FontFile, ...]:
    """The fonts of one file (OpenType: `ttcf` header, `name`, `OS/2`, `head`). Raises OSError, struct.error."""
    with path.open("rb", buffering=0) as file:
        start = file.read(2048)
        if start[:4] == b"ttcf":
            (count,) = struct.unpack(">I", start[8:12])
            offsets = struct.unpack(f">{min(count, 64)}I", start[12 : 12 + 4 * min(count, 64)])
        else:
            offsets = (0,)
        fonts = (_font_at(file, start, offset, path, number) for number, offset in enumerate(offsets))
        return tuple(font for font in fonts if font is not None)


def _font_at(file: FileIO, start: bytes, offset: int, path: Path, number: int) -> FontFile | None:
    def read(place: int, length: int) -> bytes:
        if place + length <= len(start):
            return start[place : place + length]
        file.seek(place)
        return file.read(length)

    head = read(offset, 12)
    if head[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return None
    (count,) = struct.unpack(">H", head[4:6])
    directory = read(offset + 12, 16 * count)
    tables = {tag: (place, length) for tag, _, place, length in struct.iter_unpack(">4sIII", directory)}
    if b"name" not in tables:
        return None
    place, length = tables[b"name"]
    names = _names(read(place, min(length, 1 << 20)))
    bold = italic = False
    if b"OS/2" in tables:
        (selection,) = struct.unpack(">H", read(tables[b"OS/2"][0] + 62, 2))
        bold, italic = bool(selection & 32), bool(selection & 1)
    elif b"head" in tables:
        (style,) = struct.unpack(">H", read(tables[b"head"][0] + 44, 2))
        bold, italic = bool(style & 1), bool(style & 2)
    families = names.get(16, []) + names.get(1, [])
    # A family of many weights (IDs 16, 17) counts as such only in the four styles that a document can name.
    plain = not names.get(17) or any(name.casefold() in _PLAIN_STYLES for name in names[17])
    known = names.get(1, []) + (names.get(16, []) if plain else [])
    if not known:
        return None
    keys = frozenset(map(family_key, known))
    return FontFile(path, number, families[0] if plain else known[0], keys, bold, italic)


_PLAIN_STYLES = frozenset(("regular", "bold", "italic", "bold italic", "normal", "oblique", "bold oblique"))


def _names(table: bytes) -> dict[int, list[str]]:
    """The names with IDs 1, 2, 16 and 17 of a `name` table, English ones first."""
    found: dict[int, list[str]] = {}
    _, count, storage = struct.unpack(">HHH", table[:6])
    for platform, _, language, name, length, offset in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        if name not in (1, 2, 16, 17):
            continue
        raw = table[storage + offset : storage + offset + length]
        text = raw.decode("mac-roman" if platform == 1 else "utf-16-be", "replace").strip("\0 ")
        if text:
            names = found.setdefault(name, [])
            names.insert(0 if platform == 3 and language == 0x409 else len(names), text)
    return found
