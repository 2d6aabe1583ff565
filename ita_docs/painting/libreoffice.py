"""PDF by LibreOffice: a whole batch in one call, in a profile of its own, with the fonts that went into it checked."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from ..pages.package import Package
from ..pages.reading import read_flow
from ..problems import PdfError, problem
from ..resources import family_key
from .embedded_fonts import missing_families, named_families
from .lent_fonts import lend, stood_in_for
from .pdf import Docx, Pdf, PdfOptions, read

STALL = 180.0
"""Seconds that may pass without a finished PDF: the time for a call grows with its files, that for one does not."""
PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.com",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
)
"""Where installers put the program when they do not put it on the PATH."""
LEVELS = {"1b": 1, "2b": 2, "3b": 3}
"""SelectPdfVersion of the export filter, by level of PDF/A."""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>th-TH</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="SelectPdfVersion" oor:op="fuse"><value>{level}</value></prop>
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop>
<prop oor:name="ExportBookmarks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""Export options as the profile's own: the command line takes them only from LibreOffice 7.4 on."""
_FAILED = {"th": "LibreOffice เปิดหรือแปลงไฟล์นี้ไม่ได้", "en": "LibreOffice cannot open or convert it"}
_HUNG = {"th": "LibreOffice ค้างหรือหยุดทำงานที่ไฟล์นี้", "en": "LibreOffice hung or crashed on it"}


def find() -> str:
    """The path of LibreOffice's program. Raises PdfError `engine-missing`."""
    for name in ("soffice", "libreoffice"):
        if (found := shutil.which(name)) is not None:
            return found
    for place in PLACES:
        if Path(place).is_file():
            return place
    raise PdfError(problem("engine-missing", what="LibreOffice"))


def convert(documents: Iterable[Docx], options: PdfOptions, *, stall: float = STALL) -> Iterator[Pdf | PdfError]:
    """The PDF of each document, in order, or why there is none; each is read when it is asked for.

    A file that LibreOffice hangs or crashes on is left out, and those after it are converted in a second call. stall:
    seconds that may pass without a finished PDF. Raises: PdfError `engine-missing`.
    """
    program = find()
    with TemporaryDirectory(prefix="ita-docs-") as place:
        folder = Path(place)
        names: list[str] = []
        failed: dict[int, PdfError] = {}
        for index, docx in enumerate(documents):
            try:
                data, name = read(docx)
                names.append(name)
                # LibreOffice would take any text for a document
                Package(data, name)
                _source(folder, index).write_bytes(data)
            except PdfError as error:
                failed[index] = error
                names += [""] * (index + 1 - len(names))
        hung = _convert_all(program, folder, len(names), options, stall)
        for index, name in enumerate(names):
            if index in failed:
                yield failed[index]
            elif not _finished(_target(folder, index)):
                yield PdfError(problem("pdf-failed", file=name, reason=_HUNG if index in hung else _FAILED))
            else:
                yield _result(folder, index, name, options)


def _source(folder: Path, index: int) -> Path:
    return folder / f"{index:06}.docx"


def _target(folder: Path, index: int) -> Path:
    return folder / "made" / f"{index:06}.pdf"


def _finished(path: Path) -> bool:
    """Whether a PDF is whole: LibreOffice may have been ended while it wrote."""
    try:
        with open(path, "rb") as file:
            file.seek(max(0, path.stat().st_size - 64))
            return b"%%EOF" in file.read()
    except OSError:
        return False


def _convert_all(program: str, folder: Path, count: int, options: PdfOptions, stall: float) -> set[int]:
    """Convert every source in `folder`; the indices of those that LibreOffice hung or crashed on."""
    left = [index for index in range(count) if _source(folder, index).is_file()]
    hung: set[int] = set()
    fruitless = 0
    while left:
        ended_well = _call(program, folder, left, options, stall)
        done = [index for index in left if _finished(_target(folder, index))]
        if ended_well:
            break
        # files are taken in order: those before the last finished one were passed over, the next is the one to blame
        left = [index for index in left if not done or index > done[-1]]
        hung.update(left[:1])
        left = left[1:]
        fruitless = 0 if done else fruitless + 1
        if fruitless == 2:
            hung.update(left)
            break
    return hung


def _call(program: str, folder: Path, wanted: list[int], options: PdfOptions, stall: float) -> bool:
    """One call for all `wanted`; whether LibreOffice ended by itself and well."""
    with _profile(options) as profile, open(folder / "said.txt", "ab") as said:
        sources = [str(_source(folder, index)) for index in wanted]
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        command += ["--convert-to", "pdf", "--outdir", str(folder / "made"), *sources]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            return _wait(process, folder / "made", stall) == 0
        finally:
            _end(process)


def _wait(process: subprocess.Popen[bytes], made: Path, stall: float) -> int | None:
    """The exit status; None where no PDF appeared for `stall` seconds."""
    count = 0
    since = monotonic()
    while monotonic() - since < stall:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(min(0.5, stall))
        now = sum(1 for _ in made.glob("*.pdf")) if made.is_dir() else 0
        if now > count:
            count, since = now, monotonic()
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all its children: one that stays behind keeps its profile locked."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        import os

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _profile(options: PdfOptions) -> Iterator[Path]:
    """A profile of its own with the export options, and the fonts that are lent."""
    with TemporaryDirectory(prefix="ita-docs-profile-", ignore_cleanup_errors=True) as place:
        profile = Path(place)
        fonts = profile / "user" / "fonts"
        fonts.mkdir(parents=True)
        level = LEVELS[options.pdfa] if options.pdfa else 0
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(PROFILE.format(level=level), encoding="utf-8")
        lend(fonts, tuple(map(Path, options.font_dirs)))
        yield profile


def _result(folder: Path, index: int, name: str, options: PdfOptions) -> Pdf | PdfError:
    import pikepdf

    path = _target(folder, index)
    try:
        named = _families(_source(folder, index), name)
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
            absent, others = missing_families(pdf, named)
    except pikepdf.PdfError as error:
        return PdfError(problem("pdf-failed", file=name, reason=str(error)))
    lent = stood_in_for(tuple(map(Path, options.font_dirs)))
    used = {family: ", ".join(sorted(others)) or "?" for family in absent}
    used |= {family: lent[family_key(family)] for family in named if family_key(family) in lent}
    said = [problem("font-substituted", value=family, used=used[family], count=named[family]) for family in used]
    if options.catchwords:
        what = {"th": "คำต่อเนื่องเมื่อใช้ LibreOffice", "en": "a line of catchwords made by LibreOffice"}
        said.append(problem("unsupported-feature", what=what, where={"th": "ทุกหน้า", "en": "every page"}))
    return Pdf(path.read_bytes(), pages, tuple(said))


def _families(path: Path, name: str) -> Counter[str]:
    """The families that the document names, with the number of characters; none where our own reader gives up."""
    try:
        return named_families(read_flow(path.read_bytes(), name)[0])
    except PdfError:
        return Counter()
