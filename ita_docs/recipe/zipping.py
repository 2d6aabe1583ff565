"""All files of a run in one ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from os import fspath
from pathlib import Path, PurePath
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from ..report import Report
from .files import make_folder, worded
from .manifest import Manifest
from .options import MakeOptions
from .writing import write_document

EARLIEST, LATEST = date(1980, 1, 1), date(2107, 12, 31)
"""No ZIP knows an earlier day, or a later one."""


def with_zip(report: Report, folder: Path, manifest: Manifest, chosen: MakeOptions) -> Report:
    """The report of a run whose files have been put into one ZIP as well, one after the other.

    What is in it is compressed already, and so stored. Raises OutputError.
    """
    assert chosen.zip is not None
    names = list(_names(report))
    if not names:
        return report
    path = PurePath(fspath(chosen.zip))
    name = path.as_posix() if path.suffix.lower() == ".zip" else f"{path.as_posix()}.zip"
    make_folder((folder / name).parent)
    with TemporaryDirectory(prefix="ita-docs-") as place:
        packed = Path(place, "all.zip")
        with worded(folder / name), ZipFile(packed, "w", ZIP_STORED) as archive:
            for item in names:
                _add(archive, folder / item, item, chosen.today or EARLIEST)
        written = write_document(folder, name, packed, manifest, force=chosen.force)
    return replace(report, zip=written.name, problems=(*report.problems, *written.problems))


def _names(report: Report) -> Iterator[str]:
    for made in report.made:
        yield made.docx
        if made.pdf is not None:
            yield made.pdf
    if report.merged is not None:
        yield report.merged.pdf


def _add(archive: ZipFile, path: Path, name: str, day: date) -> None:
    # the day of the run, at noon: the same documents give the same ZIP
    day = min(max(day, EARLIEST), LATEST)
    entry = ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0))
    entry.external_attr = 0o644 << 16
    with open(path, "rb") as file, archive.open(entry, "w", force_zip64=path.stat().st_size >= 1 << 31) as to:
        copyfileobj(file, to, 1 << 20)
