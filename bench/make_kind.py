"""Build the kind `bench_memo` around a template.

make_kind.py TEMPLATE FOLDER writes FOLDER/bench_memo/kind.toml and template.docx, so that FOLDER serves as `--kinds`.
The workbook's columns are the fields: sheet `memo`, one document a row, and sheet `items`, joined on `doc`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

NAME = "bench_memo"
COLUMNS = ("dept", "ref", "date", "subject", "to", "copies", "p1", "p2", "p3", "signer", "position")
ITEM_COLUMNS = ("no", "name", "score", "note")
HEAD = f"""\
name = "{NAME}"
title = "{NAME}"
file_name = "{{doc}}"

[table]
sheet = "memo"
key = "doc"
"""
CHILD = """\
[[children]]
name = "items"
sheet = "items"
key = "doc"
"""


def kind_toml() -> str:
    """The declaration: every field is text, and the documents are named by their key."""
    key = _field("table", "doc") + "constraints = { required = true, unique = true }\n"
    main = [key, *(_field("table", name) for name in COLUMNS)]
    child = [_field("children", name) for name in ("doc", *ITEM_COLUMNS)]
    return "\n".join([HEAD, *main, CHILD, *child])


def _field(table: str, name: str) -> str:
    return f'[[{table}.fields]]\nname = "{name}"\ntitle = "{name}"\ntype = "text"\n'


def make_kind(template: Path, folder: Path) -> Path:
    """Write the kind's folder below `folder` and return it; what is there already is replaced."""
    kind = folder / NAME
    kind.mkdir(parents=True, exist_ok=True)
    (kind / "kind.toml").write_text(kind_toml(), encoding="utf-8")
    shutil.copyfile(template, kind / "template.docx")
    return kind


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(make_kind(Path(sys.argv[1]), Path(sys.argv[2])))
