"""Why a workbook cannot be read: each reason a `WorkbookError` with its problem."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..problems import CellRef, Problem, WorkbookError, problem

DAMAGED = "ไฟล์เสียหายหรือไม่สมบูรณ์ (อาจคัดลอกหรือดาวน์โหลดมาไม่ครบ)"
_SHARING = {32, 33}
"""Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""


def unreadable(name: str | None, reason: str) -> WorkbookError:
    """A file that is no workbook, or a damaged one; `reason` is a short Thai clause."""
    return _refusal("workbook-unreadable", name, reason=reason)


def too_large(name: str | None, what: str, limit: int) -> WorkbookError:
    """A workbook over one of its limits."""
    return _refusal("workbook-too-large", name, what=what, limit=f"{limit:,}")


def encrypted(name: str | None) -> WorkbookError:
    """A workbook with a password."""
    return _refusal("workbook-encrypted", name)


def in_use(name: str | None) -> WorkbookError:
    """A workbook that another program has open."""
    return _refusal("file-in-use", name)


def unsupported(name: str | None, suffix: str) -> WorkbookError:
    """A file of a type that is not read."""
    return _refusal("unsupported-format", name, suffix=suffix or "–")


def not_found(path: Path) -> WorkbookError:
    """A file that is not there; the most similar name in its folder is suggested."""
    return _refusal("file-not-found", path.name, near=_nearest(path))


@contextmanager
def refusing(name: str | None, path: Path | None = None) -> Iterator[None]:
    """Turn what the system and the decoders raise into the refusal of workbook `name`."""
    import zlib
    from struct import error as struct_error
    from xml.parsers.expat import ExpatError
    from zipfile import BadZipFile

    try:
        yield
    except FileNotFoundError as error:
        raise (not_found(path) if path else unreadable(name, DAMAGED)) from error
    except PermissionError as error:
        raise in_use(name) from error
    except (BadZipFile, zlib.error, EOFError, ExpatError, struct_error, UnicodeError) as error:
        raise unreadable(name, DAMAGED) from error
    except (LookupError, ValueError) as error:
        if "encoding" not in str(error):
            raise
        raise unreadable(name, "ใช้รหัสอักขระที่ไม่รองรับ") from error
    except NotImplementedError as error:
        raise unreadable(name, "ใช้วิธีบีบอัดที่ไม่รองรับ") from error
    except OSError as error:
        if getattr(error, "winerror", None) in _SHARING or error.errno in (errno.EBUSY, errno.ETXTBSY):
            raise in_use(name) from error
        raise unreadable(name, f"ระบบแจ้งว่า {error.strerror or error}") from error


def _refusal(code: str, name: str | None, **detail: Any) -> WorkbookError:
    item: Problem = problem(code, CellRef(book=name), file=name, **detail)
    return WorkbookError(item)


def _nearest(path: Path) -> str | None:
    import difflib

    try:
        names = {entry.name.casefold(): entry.name for entry in path.parent.iterdir() if entry.is_file()}
    except OSError:
        return None
    wanted = path.name.casefold()
    near = difflib.get_close_matches(wanted, [name for name in names if not name.startswith("~$")], n=1, cutoff=0.6)
    return names[near[0]] if near else None
