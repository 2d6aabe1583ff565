"""LibreOffice driven without a window: a profile and a home of its own, many files a call, and a hard end."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SECONDS = 120
"""What one call may take; LibreOffice hangs rather than fails on some files."""
TOGETHER = 40
"""Files a call: a start costs a second, a file a tenth of one, and one bad file costs its whole call."""


PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>th-TH</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A clerk's settings: dates as in Thailand, whatever the machine's own locale.

Formulas are computed anew: LibreOffice 7.4 writes 0 to an .xls for a text that it took from the file unchecked.
"""


class OfficeError(AssertionError):
    """LibreOffice is not there, did not end in time, or left a file unmade."""


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice in `folder`, which nothing else uses; `environment` is all that it sees of the machine."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    def at(cls, folder: Path, fontconfig: Path) -> Office:
        """One that has its profile, home and caches in `folder` and the fonts that `fontconfig` names."""
        home = folder / "home"
        home.mkdir(parents=True)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        own = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "FONTCONFIG_FILE": str(fontconfig),
            "LANG": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        }
        return cls(folder, kept | own)

    def convert(self, files: Iterable[Path], to: str, out: Path, *options: str, ending: str = "") -> dict[Path, Path]:
        """Convert `files` (distinct stems) into folder `out`; the new file of each.

        `to` is LibreOffice's `suffix` or `suffix:filter:tokens`; `ending` is what a filter adds to the stem.
        Raises: OfficeError.
        """
        given = list(files)
        suffix = to.partition(":")[0]
        made = {file: out / f"{file.stem}{ending}.{suffix}" for file in given}
        if len(set(made.values())) < len(given):
            raise OfficeError("two files of one name would become one")
        for start in range(0, len(given), TOGETHER):
            batch = given[start : start + TOGETHER]
            said = self.run([*options, "--convert-to", to, "--outdir", str(out), *map(str, batch)])
            missing = [file.name for file in batch if not made[file].is_file()]
            if missing:
                raise OfficeError(f"LibreOffice did not make {to} of {', '.join(missing)}:\n{said}")
        return made

    def run(self, arguments: list[str]) -> str:
        """What LibreOffice says to `arguments`. Raises OfficeError."""
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", "--nolockcheck", *arguments]
        return run(command, self.environment, SECONDS)


def run(command: list[str], environment: dict[str, str] | None = None, seconds: float = SECONDS) -> str:
    """What `command` writes; ended with all its children after `seconds`.

    Raises: OfficeError for a program that is not there, that takes too long, or that fails.
    """
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, start_new_session=True
        )
    except FileNotFoundError:
        raise OfficeError(f"{command[0]} is not installed: run `sh interop/install.sh`") from None
    try:
        said, _ = process.communicate(timeout=seconds)
    except BaseException as error:
        # the group, not only the program: a child that stays behind keeps the output open and the profile locked
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        if isinstance(error, subprocess.TimeoutExpired):
            raise OfficeError(f"{command[0]} did not end within {seconds} s: {' '.join(command)}") from None
        raise
    finally:
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    text = said.decode("utf-8", "replace")
    if process.returncode:
        raise OfficeError(f"{command[0]} ended with {process.returncode}:\n{text}")
    return text
