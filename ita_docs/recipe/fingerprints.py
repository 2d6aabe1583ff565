"""The hash of everything that a document is made from, the same wherever and whenever it is taken."""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..problems import CellRef
from ..resources import installed_fonts
from ..word.package import unpack
from .orders import Order, Setup, workshop

INSTRUCTION = re.compile(r"""instrText\b[^>]*>([^<]*)|w:instr=["']([^<"']*)""")
DATE_FIELD = re.compile(r"\b(?:DATE|TIME)\b", re.IGNORECASE)


class Fingerprints:
    """Hashes the orders of a run. digest: the SHA-256 of a file that a document shows, by its path; raises OSError.

    Rows may move in the sheet, and files with their folder: where things stand is not a part of it.
    """

    def __init__(self, digest: Callable[[Path], str]) -> None:
        self._file = io.BytesIO()
        self._pickler = _Canonical(self._file, digest)
        self._setups: dict[bytes, bytes] = {}

    def of(self, packed: bytes, order: Order) -> str:
        """The hash of an order and its packed setup, in hexadecimal."""
        return blake2b(self._told(packed, order), digest_size=32).hexdigest()

    def _told(self, packed: bytes, order: Order) -> bytes:
        papers = [None if paper is None else self._told(*paper) for paper in order.papers]
        return self._setup(packed) + self._canonical((order.name, order.values, order.numerals, papers))

    def _setup(self, packed: bytes) -> bytes:
        known = self._setups.get(packed)
        if known is None:
            from .. import __version__

            told = (__version__, self._lasting(packed), _fonts(workshop(packed).setup))
            known = self._setups[packed] = blake2b(self._canonical(told)).digest()
        return known

    def _lasting(self, packed: bytes) -> Setup:
        """A setup without what says nothing of its documents, and without a date that they do not show."""
        shop = workshop(packed)
        setup = shop.setup
        dress, options = setup.dress, replace(setup.options, font_dirs=())
        if "today" not in shop.writer.used:
            dress = replace(dress, today=None)
        parts = [part for part in unpack(setup.template).values() if part.name.endswith(".xml")]
        if not any(_shows_date(part.text()) for part in parts):
            options = replace(options, today=None)
        return replace(setup, dress=dress, options=options, prints=False, seconds=0.0)

    def _canonical(self, value: Any) -> bytes:
        self._file.seek(0)
        self._file.truncate()
        self._pickler.dump(value)
        return self._file.getvalue()


class _Canonical(pickle.Pickler):
    """Pickles values by what they say alone: two that are equal give the same bytes, whether or not they are one."""

    def __init__(self, file: io.BytesIO, digest: Callable[[Path], str]) -> None:
        super().__init__(file, 5)
        self.fast = True
        self.dispatch_table = _Told({type(Path()): partial(_contents, digest), CellRef: lambda place: (str, ())})


class _Told(dict[type, Callable[[Any], Any]]):
    """How the values of a type are told to the pickler: dataclasses by their fields, the rest by their own ways.

    A dataclass with slots would look up the names of its fields for every value.
    """

    def __missing__(self, sort: type) -> Callable[[Any], Any]:
        if is_dataclass(sort) and sort.__bases__ == (object,):
            self[sort] = _by_fields(sort, [field.name for field in fields(sort)])
        else:
            self[sort] = lambda value: value.__reduce_ex__(5)
        return self[sort]


def _by_fields(sort: type, names: list[str]) -> Callable[[Any], Any]:
    return lambda value: (sort, tuple([getattr(value, name) for name in names]))


def _contents(digest: Callable[[Path], str], path: Path) -> tuple[Any, ...]:
    try:
        return str, (f"{path.name} {digest(path)}",)
    except OSError:
        return str, (path.name,)


def _shows_date(xml: str) -> bool:
    """Whether a part has a field that shows the date; its instruction may be spread over several runs."""
    said = ["".join(found) for found in INSTRUCTION.findall(xml)]
    return any(DATE_FIELD.search(between.join(said)) for between in ("", " "))


def _fonts(setup: Setup) -> tuple[tuple[str, int], ...]:
    """The fonts that layouts may find: their files' names and sizes, in the order in which they are looked for."""
    found = []
    for path in installed_fonts(tuple(map(Path, setup.options.font_dirs))).paths:
        try:
            found.append((path.name, path.stat().st_size))
        except OSError:
            continue
    return tuple(found)
