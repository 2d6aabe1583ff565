"""docs/architecture.md tells the truth: the rooms, their floors, and which way imports go."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ita_docs

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ita_docs"
DOORS = ("__init__", "__main__")
HEAVY = (
    "pandas",
    "pythainlp",
    "docx",
    "docxtpl",
    "openpyxl",
    "reportlab",
    "lxml",
    "jinja2",
    "xlrd",
    "rich",
    "uharfbuzz",
    "icu4py",
    "pikepdf",
)


def documented() -> list[tuple[int, str]]:
    """(floor, room) in the order of the table."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("<!-- rooms:")[1].split("<!-- /rooms -->")[0]
    return [(int(floor), room) for floor, room in re.findall(r"^\| (\d+) \| `(\w+)`", table, re.M)]


def files_of(room: str) -> list[Path]:
    path = PACKAGE / room
    return sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def imported_rooms(path: Path) -> set[str]:
    """The rooms of our own package that a file imports, wherever in the file."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = list(parts[: len(parts) - node.level])
                target = base + (node.module.split(".") if node.module else [])
                named = {alias.name for alias in node.names if alias.name != "__version__"}
                rooms |= {target[0]} if target else named
            elif node.module and node.module.split(".")[0] == "ita_docs":
                rooms.add(node.module.split(".")[1] if "." in node.module else "")
        elif isinstance(node, ast.Import):
            assert not any(alias.name.split(".")[0] == "ita_docs" for alias in node.names), path
    return rooms


def test_the_table_lists_every_room() -> None:
    there = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {room for _, room in documented()} == there - set(DOORS)


@pytest.mark.parametrize("room", [room for _, room in documented()])
def test_imports_go_down(room: str) -> None:
    order = [name for _, name in documented()]
    floor = {name: floor for floor, name in documented()}
    allowed = {room} | {name for name in order if floor[name] < floor[room]}
    if floor[room] == 0:
        allowed |= set(order[: order.index(room)])
    for path in files_of(room):
        assert imported_rooms(path) <= allowed, path


@pytest.mark.parametrize(("folder", "most"), [("ita_docs", 300), ("tests", 450), ("tools", 400), ("bench", 300)])
def test_no_file_grows_long(folder: str, most: int) -> None:
    """Tests are tables and tools hold sample texts, so they may be longer."""
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > most} == {}


def test_every_public_name_can_be_used_after_importing_every_module() -> None:
    """A room never bears the name of a public function: importing it would put the module in the function's place."""
    for module in pkgutil.walk_packages([str(PACKAGE)], "ita_docs."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ita_docs.__all__:
        assert callable(getattr(ita_docs, name)), name


def test_the_public_names_are_those_the_package_imports_for_type_checkers() -> None:
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    typed = {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    assert sorted(typed) == ita_docs.__all__ == sorted(ita_docs._HOME_OF)


@pytest.mark.parametrize("code", ["import ita_docs", "from ita_docs.cli import main; main(['--help'])"])
def test_starting_imports_nothing_heavy(code: str) -> None:
    probe = (
        f"import sys\ntry:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_thai_rules_do_not_load_pythainlp_by_being_imported() -> None:
    modules = [f"ita_docs.thai.{path.stem}" for path in (PACKAGE / "thai").glob("*.py") if path.stem != "__init__"]
    assert modules
    probe = "import sys, importlib\n" + "".join(f"importlib.import_module({name!r})\n" for name in modules)
    done = subprocess.run(
        [sys.executable, "-c", probe + "print('pythainlp' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_nobody_below_the_command_reads_the_clock_or_the_environment() -> None:
    forbidden = re.compile(
        r"\b(date\.today|datetime\.now|time\.time|os\.environ|os\.getenv|os\.getcwd|Path\.cwd|locale\.)"
    )
    for path in PACKAGE.rglob("*.py"):
        # the index of installed fonts asks the system where its folders are, in `resources` and nowhere else
        if path.is_relative_to(PACKAGE / "cli") or path == PACKAGE / "resources.py":
            continue
        assert not forbidden.search(path.read_text(encoding="utf-8")), path
