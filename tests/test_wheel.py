"""What `pip install .` installs works from any folder: templates and fonts are in the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_makes_the_sample_far_from_the_source_tree(tmp_path: Path) -> None:
    build = f"from hatchling.build import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    probe = (
        "import ita_docs; from ita_docs.resources import fonts_folder; "
        "print(ita_docs.__file__); print(sorted(file.name for file in fonts_folder().glob('*.ttf'))); "
        "from ita_docs.thai.addressees import parse_addressee; print(parse_addressee('นายกรัฐมนตรี').value.opening); "
        "from ita_docs.frameworks import framework_for; print(framework_for('สพฐ.', 2566).framework.name)"
    )
    where = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", probe],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
        env=environment,
    ).stdout.splitlines()
    shipped = sorted(file.name for file in (ROOT / "fonts").glob("*.ttf"))
    assert len(shipped) > 4
    assert where == [str(installed / "ita_docs" / "__init__.py"), str(shipped), "กราบเรียน", "obec-2566"]
    sample = ROOT / "samples" / "memo.xlsx"
    command = [sys.executable, "-m", "ita_docs", "make", "memo", str(sample), "-o", "out", "--quiet"]
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    assert len(list((tmp_path / "out").glob("*.docx"))) >= 12
