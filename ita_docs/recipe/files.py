"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from os import PathLike, fspath
from pathlib import Path, PurePath
from shutil import copyfile

from ..problems import OutputError, Problem, problem

LOST = frozenset(
    getattr(errno, name)
    for name in (
        *("ENOSPC", "EDQUOT", "EROFS", "EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN", "ECONNRESET", "ECONNABORTED"),
        *("EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENETRESET", "ETIMEDOUT", "EREMOTEIO"),
    )
    if hasattr(errno, name)
)
"""What a full disk, one that may only be read, and a network drive that is gone say: no other file can be written."""
LOST_WINDOWS = frozenset({39, 51, 53, 55, 59, 64, 67, 112, 121, 1231})
"""The same as Windows numbers it (System Error Codes: ERROR_HANDLE_DISK_FULL, ERROR_BAD_NETPATH, ERROR_DISK_FULL, …).
"""
ENDS = {b"PK": b"PK\5\6", b"%PDF-": b"%%EOF"}
"""What documents begin with, and what stands at the end of whole ones (APPNOTE.TXT §4.3.16; ISO 32000-1, 7.5.5)."""
LONGEST_END = (1 << 16) + 22


def check_file_name(option: str, asked: str | PathLike[str] | None) -> None:
    """Hold the file that an option asks for, if it does, to having a name. Raises OutputError (`bad-option`)."""
    if asked is not None and PurePath(asked).name in ("", ".."):
        reason = {"th": "ไม่ใช่ชื่อไฟล์", "en": "not the name of a file"}
        raise OutputError(problem("bad-option", option=f"{option} {fspath(asked)}".strip(), reason=reason))


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it. Raises OutputError (`cannot-write`, `folder-lost`)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(cannot_write(folder, error)) from error


def write_whole(path: Path, data: bytes | Path) -> None:
    """Put `data` (bytes, or the file that holds them) at `path` in one step.

    A reader, or a crash, sees the old file or the new one, never a half.

    Raises: OutputError (`file-in-use`, `cannot-write`, `folder-lost`).
    """
    beside = part_of(path)
    with worded(path):
        try:
            if isinstance(data, Path):
                copyfile(data, beside)
            else:
                beside.write_bytes(data)
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def part_of(path: Path) -> Path:
    """Where a file is written before it gets its name."""
    return path.with_name(f".{path.name}.part")


def digest_of(data: bytes | Path) -> str:
    """The SHA-256 of bytes, or of a file. Raises OSError."""
    if isinstance(data, bytes):
        return sha256(data).hexdigest()
    with open(data, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def is_torn(path: Path) -> bool:
    """Whether a file is what a power cut leaves of a document: nothing, zeros, or a beginning without its end.

    Raises OSError.
    """
    with open(path, "rb") as file:
        start = file.read(8)
        file.seek(max(0, file.seek(0, os.SEEK_END) - LONGEST_END))
        end = file.read()
    for begins, ends in ENDS.items():
        if start.startswith(begins):
            return ends not in end
    return not start.strip(b"\0")


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Say what the system says of `path` as an OutputError."""
    try:
        yield
    except PermissionError as error:
        code = problem("file-in-use", file=path.name) if path.exists() else cannot_write(path, error)
        raise OutputError(code) from error
    except OSError as error:
        raise OutputError(cannot_write(path, error)) from error


def cannot_write(path: Path, error: OSError) -> Problem:
    """Why a file or folder cannot be written: `folder-lost` where no other can be either."""
    lost = error.errno in LOST or getattr(error, "winerror", None) in LOST_WINDOWS
    return problem("folder-lost" if lost else "cannot-write", file=str(path), reason=error.strerror or str(error))
