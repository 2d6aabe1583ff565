"""What the documents say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

import ita_docs
from ita_docs.cli import main
from ita_docs.cli.parser import COMMANDS
from ita_docs.messages import CODES, word
from ita_docs.thai.filters import EXAMPLES, FILTERS
from ita_docs.thai.numerals import KEEP_CLOSE, KEEP_OPEN
from tools.reference import reference

ROOT = Path(__file__).parents[1]
PROMISED_CODES = tuple(
    """
missing-sheet missing-column unknown-column missing-value not-a-date impossible-date ambiguous-date
buddhist-year-in-date-cell weekday-mismatch not-a-number not-a-time not-a-phone not-a-choice not-money too-long
duplicate-key orphan-row formula-error control-characters-removed repaired-text file-name-adjusted missing-file
not-an-image hidden-row workbook-encrypted file-in-use edited-since
""".split()  # noqa: SIM905
)


def test_the_reference_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert written == reference(), "run: make docs"


def test_the_readme_shows_every_command_and_the_two_that_set_everything_up() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"ita-docs {command}" in readme, command
    first_screen = readme[:2500]
    assert "make demo" in first_screen
    assert "make test" in first_screen
    assert re.search(r"!\[[^]]+\]\(docs/[^)]+\.png\)", first_screen)


def test_the_report_in_the_readme_is_what_the_messy_workbook_gives(tmp_path: Path, capsys) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [block for block in re.findall(r"^```\w*\n(.*?)^```$", readme, re.S | re.M) if block.startswith("✗")]
    main(["make", "memo", str(ROOT / "tests" / "data" / "messy_memo.xlsx"), "-o", str(tmp_path / "out")])
    printed = capsys.readouterr().out.replace(str(tmp_path / "out"), "out").splitlines()
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_every_link_in_the_documents_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#][^)]*)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target.split("#")[0]).exists(), (page.name, target)


def test_the_promised_codes_are_there_with_their_severity() -> None:
    assert set(PROMISED_CODES) <= set(CODES)
    assert CODES["weekday-mismatch"].severity == "error"
    assert CODES["unknown-column"].severity == "warning"
    for code in ("hidden-row", "buddhist-year-in-date-cell", "control-characters-removed", "repaired-text"):
        assert CODES[code].severity == "info"


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_worded_in_both_languages(code: str) -> None:
    for lang in ("th", "en"):
        wording = word(code, {}, lang)
        assert wording.message
        assert CODES[code].severity == "info" or wording.hint or code == "pattern-mismatch"
    assert re.search("[ก-๛]", word(code, {}, "th").message)
    assert not re.search("[ก-๛]", re.sub("“.*?”|วัน", "", word(code, {}, "en").message))


def test_every_code_is_used() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "ita_docs").rglob("*.py") if "messages" not in path.parts
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_prints_what_its_example_says(name: str) -> None:
    env = jinja2.Environment()
    env.filters.update(FILTERS)
    expression, result = EXAMPLES[name]
    printed = env.from_string("{{ " + expression + " }}").render()
    assert printed.replace(KEEP_OPEN, "").replace(KEEP_CLOSE, "") == result
    assert FILTERS[name](None) == "" or name == "join_thai"


def test_every_public_name_has_a_docstring() -> None:
    for name in ita_docs.__all__:
        assert (getattr(ita_docs, name).__doc__ or "").strip(), name


def test_no_host_of_a_package_registry_and_no_path_of_a_machine_is_in_the_tree() -> None:
    forbidden = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|/work/(?!\w+\.xlsx)|/root/")
    for path in ROOT.rglob("*"):
        relative = path.relative_to(ROOT)
        if relative.parts[0] in (".git", ".venv", "out", "build", "dist") or not path.is_file():
            continue
        if path.suffix in (".py", ".md", ".toml", ".sh", ".txt", ".json") or path.name in ("Makefile", "run"):
            text = path.read_text(encoding="utf-8")
            if path.name != "test_docs.py":
                assert not forbidden.search(text), relative
