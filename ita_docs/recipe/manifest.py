"""What an output folder's runs did: which bytes we wrote where, and what each document was made from.

A file of lines, each a checksum (CRC-32) and JSON, that is only ever appended to. A line that a crash cut short, or
that does not agree with its checksum, is ignored. Before a file gets its name, its SHA-256 is noted: so a file that
someone edited since is told from one of ours, whenever we were killed. About once a second everything written so far is
made safe against a power cut, and a line says so; what was noted later is not believed without reading the file again.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Literal

from ..problems import OutputError
from .entries import Entry, Stamp, entry_of, inside, line_of, parsed, stamped, told
from .files import cannot_write, digest_of, is_torn, part_of

FILE_NAME = ".ita-docs.jsonl"
EVERY = 1.0
"""Seconds between two times that what was written is made safe."""
State = Literal["same", "edited", "missing", "other"]
"""`missing`: also what a power cut has torn. `other`: ours, but not what was noted last: a run was killed before it
could note what it wrote.
"""


class Manifest:
    """The manifest of one folder; nothing is written before there is something to note.

    Raises: OutputError (`cannot-write`) where it cannot be read or appended to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / FILE_NAME
        self._ours: dict[str, str] = {}
        """By name: the hash of what was last written there, behind those before it."""
        self._entries: dict[tuple[str, str], dict[str, int]] = {}
        """By kind and workbook, and name: where the line of a document begins."""
        self.bound: dict[tuple[str, str, str], tuple[str, Stamp, int]] = {}
        """By kind, workbook and the name it was to have: the one PDF of all, the hash of what is in it, its pages."""
        self._pictures: dict[str, tuple[int, int, str]] = {}
        self._safe = 0
        self.headers: dict[tuple[str, str], dict[str, Any]] = {}
        """What the last run of each kind and workbook said of itself when it began; in it `ended`, once it has."""
        self.last: dict[str, Any] = {}
        """The same of the last run of all."""
        self._torn = False
        self._read()
        self._writing: int | None = None
        self._end: int | None = None
        self._reading: Any = None
        self._lock = Lock()
        self._seeking = Lock()
        self._last = monotonic()
        self._recent: list[str] = []
        self._syncing: Future[None] | None = None
        self._syncer = ThreadPoolExecutor(1)

    def __enter__(self) -> Manifest:
        return self

    def __exit__(self, *_: object) -> None:
        self._syncer.shutdown()
        if self._writing is not None:
            os.close(self._writing)
        if self._reading is not None:
            self._reading.close()

    def begin(self, header: Mapping[str, Any]) -> None:
        """Note that a run begins, and remove what the last one was writing when it was killed."""
        for name in () if self.last.get("ended") else self._ours:
            path = self.folder / name
            with suppress(OSError, ValueError):
                part_of(path).unlink(missing_ok=True)
        self._append({"run": dict(header)})

    def end(self) -> None:
        """Note that the run has ended."""
        self._append({"end": True})

    def is_ours(self, name: str, sha256: str) -> bool:
        """Whether we ever wrote bytes of this hash to `name`."""
        return sha256 in self._ours.get(name, "")

    def note(self, name: str, sha256: str) -> None:
        """Remember that `name` may hold the bytes of `sha256` from now on. Raises OutputError."""
        if not self.is_ours(name, sha256):
            self._append({"file": name, "sha256": sha256})
            self._own(name, sha256)

    def made(self, entry: Entry) -> None:
        """Note a document whose files are in place. Raises OutputError."""
        at = self._append({"made": told(entry)})
        self._entries.setdefault((entry.kind, entry.book), {})[entry.name] = at
        self._recent += [stamp.name for stamp in (entry.docx, entry.pdf) if stamp is not None]
        self._make_safe()

    def note_bound(self, of: tuple[str, str, str], key: str, stamp: Stamp, pages: int) -> None:
        """Note the one PDF of all documents: of which kind and workbook, and the name that was asked for.

        Raises: OutputError.
        """
        self._append({"bound": [*of, key, stamp, pages]})
        self.bound[of] = (key, stamp, pages)

    def is_whole(self, stamp: Stamp) -> bool:
        """Whether a file holds what we left in it."""
        try:
            return digest_of(self.folder / stamp.name) == stamp.sha256
        except (OSError, ValueError):
            return False

    def gone(self, entry: Entry) -> None:
        """Note that the files of a document were removed. Raises OutputError."""
        self._append({"gone": [entry.kind, entry.book, entry.name]})
        self._entries.get((entry.kind, entry.book), {}).pop(entry.name, None)

    def entry(self, kind: str, book: str, name: str) -> Entry | None:
        """What was last noted of a document, by the name it was to have."""
        at = self._entries.get((kind, book), {}).get(name)
        return None if at is None else self._entry_at(at)

    def names(self, kind: str, book: str) -> set[str]:
        """The names that the documents of a kind and workbook were to have."""
        return set(self._entries.get((kind, book), ()))

    def entries(self, kind: str, book: str, names: Container[str] | None = None) -> Iterator[Entry]:
        """The documents of a kind and workbook that were made and not removed, in the order they were noted.

        names: only those that were to have one of these.
        """
        for name, at in list(self._entries.get((kind, book), {}).items()):
            if (names is None or name in names) and (entry := self._entry_at(at)) is not None:
                yield entry

    def sources(self) -> list[tuple[str, str]]:
        """The kinds and workbooks that documents were made of."""
        return [source for source, entries in self._entries.items() if entries]

    def state(self, stamp: Stamp, entry: Entry) -> State:
        """Whether a file is as we left it; it is read where its size or time is another, or a power cut may have hit
        it. One that a power cut or another run has put other bytes in is missing: nobody's work is in it.
        """
        path = self.folder / stamp.name
        try:
            now = path.stat()
            safe = self._entries.get((entry.kind, entry.book), {}).get(entry.name, 0) < self._safe
            untouched = (now.st_size, now.st_mtime_ns) == (stamp.size, stamp.time)
            if safe and untouched:
                return "same"
            digest = digest_of(path)
            if digest == stamp.sha256:
                return "same"
            if self.is_ours(stamp.name, digest):
                return "other"
            return "missing" if untouched or is_torn(path) else "edited"
        except (OSError, ValueError):
            return "missing"

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file that documents show, read again where its size or time is another. Raises OSError."""
        now = path.stat()
        name, state = str(path), (now.st_size, now.st_mtime_ns)
        known = self._pictures.get(name)
        if known is None or known[:2] != state:
            known = (*state, digest_of(path))
            self._pictures[name] = known
            # who only looks writes nothing; and where nothing can be written, the next document says so
            if self._writing is not None:
                with suppress(OutputError):
                    self._append({"picture": [name, *known]})
        return known[2]

    def _read(self) -> None:
        at = 0
        try:
            with open(self._path, "rb") as file:
                for line in file:
                    if (said := parsed(line)) is not None:
                        self._learn(said, at)
                    at += len(line)
                    self._torn = not line.endswith(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(cannot_write(self._path, error)) from error

    def _learn(self, said: Mapping[str, Any], at: int) -> None:
        try:
            if "file" in said:
                self._own(inside(said["file"]), str(said["sha256"]))
            elif "made" in said:
                made = said["made"]
                self._entries.setdefault((made["kind"], made["book"]), {})[made["name"]] = at
            elif "gone" in said:
                kind, book, name = said["gone"]
                self._entries.get((kind, book), {}).pop(name, None)
            elif "bound" in said:
                kind, book, merge, key, stamp, pages = said["bound"]
                self.bound[kind, book, merge] = (str(key), stamped(stamp), int(pages))
            elif "picture" in said:
                name, size, time, digest = said["picture"]
                self._pictures[str(name)] = (int(size), int(time), str(digest))
            elif "safe" in said:
                self._safe = int(said["safe"])
            elif "run" in said:
                self.last = dict(said["run"])
                self.headers[self.last["source"][0], self.last["source"][1]] = self.last
            elif "end" in said:
                self.last["ended"] = True
        except (LookupError, TypeError, ValueError, OverflowError):
            return

    def _own(self, name: str, sha256: str) -> None:
        before = self._ours.get(name)
        self._ours[name] = sha256 if before is None else f"{before} {sha256}"

    def _entry_at(self, at: int) -> Entry | None:
        try:
            # the thread that writes documents asks too
            with self._seeking:
                if self._reading is None:
                    self._reading = open(self._path, "rb")  # noqa: SIM115
                self._reading.seek(at)
                line = self._reading.readline()
            said = parsed(line)
            return None if said is None else entry_of(said["made"])
        except (OSError, LookupError, TypeError, ValueError, AttributeError):
            return None

    def _append(self, said: Mapping[str, Any]) -> int:
        """Append a line, in one piece; where it begins."""
        with self._lock:
            return self._append_line(line_of(said))

    def _append_line(self, line: bytes) -> int:
        try:
            if self._writing is None:
                flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
                self._writing = os.open(self._path, flags, 0o666)
            if self._torn:
                # what a crash, or a full disk, has cut short is ended: an empty line is ignored
                line = b"\n" + line
            at = os.lseek(self._writing, 0, os.SEEK_END) if self._end is None else self._end
            self._torn, self._end = True, None
            if os.write(self._writing, line) < len(line):
                raise OSError(ENOSPC, os.strerror(ENOSPC))
            self._torn, self._end = False, at + len(line)
        except OSError as error:
            raise OutputError(cannot_write(self._path, error)) from error
        return at + line.startswith(b"\n")

    def _make_safe(self) -> None:
        """About every second, let everything that was noted so far be made safe, while the work goes on."""
        if monotonic() - self._last < EVERY or (self._syncing is not None and not self._syncing.done()):
            return
        assert self._writing is not None
        self._last = monotonic()
        recent, self._recent = self._recent, []
        with self._lock:
            until = os.lseek(self._writing, 0, os.SEEK_END)
        self._syncing = self._syncer.submit(self._sync, recent, until)

    def _sync(self, recent: list[str], until: int) -> None:
        with suppress(OSError, OutputError):
            if hasattr(os, "sync"):
                os.sync()
            else:
                for name in recent:
                    with open(self.folder / name, "rb+") as file:
                        os.fsync(file.fileno())
            self._append({"safe": until})
            if self._writing is not None:
                os.fsync(self._writing)
