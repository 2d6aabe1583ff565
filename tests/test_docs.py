"""What the documents say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
from PIL import Image

import ita_docs
from ita_docs.cli import main
from ita_docs.cli.parser import COMMANDS
from ita_docs.messages import CODES, word
from ita_docs.thai.filters import EXAMPLES, FILTERS
from ita_docs.thai.numerals import KEEP_CLOSE, KEEP_OPEN
from tools import gallery, reproducing
from tools.pictures import MOST_BYTES
from tools.reference import reference
from tools.report_parts import with_parts
from tools.samples import sample_of

ROOT = Path(__file__).parents[1]
PROMISED_CODES = tuple(
    """
missing-sheet missing-column unknown-column missing-value not-a-date impossible-date ambiguous-date
buddhist-year-in-date-cell weekday-mismatch not-a-number not-a-time not-a-phone not-a-choice not-money too-long
duplicate-key orphan-row formula-error control-characters-removed repaired-text file-name-adjusted missing-file
not-an-image hidden-row workbook-encrypted file-in-use edited-since
""".split()  # noqa: SIM905
)


def test_the_page_of_real_reports_is_what_the_samples_print() -> None:
    written = (ROOT / "docs" / reproducing.PAGE).read_text(encoding="utf-8")
    assert written == reproducing.page(), "run: make docs"


def test_every_real_report_has_a_small_picture_and_nothing_else_has() -> None:
    folder = ROOT / "docs" / reproducing.FOLDER
    assert {path.name for path in folder.iterdir()} == {f"{report}.png" for report in reproducing.OFFICES}
    for path in folder.iterdir():
        assert path.stat().st_size <= MOST_BYTES
        with Image.open(path) as picture:
            assert (picture.format, picture.height) == ("PNG", reproducing.HEIGHT + 2)


def test_the_parts_of_reports_are_what_the_code_says() -> None:
    page = (ROOT / "docs" / "ita-reports.md").read_text(encoding="utf-8")
    assert with_parts(page) == page, "run: make docs"
    assert "ปกหลัง" in page


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


def test_the_table_of_kinds_in_the_readme_is_what_the_code_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = gallery.kinds()
    assert shown in readme, "run: make docs"
    assert gallery.with_kinds(readme) == readme
    for kind in ita_docs.list_kinds():
        for said in (f"`{kind.name}`", kind.title, kind.annex, f"](samples/{sample_of(kind.name)}.xlsx)"):
            assert said in shown


def test_every_kind_has_a_small_picture_and_nothing_else_has() -> None:
    assert {path.name for path in gallery.FOLDER.iterdir()} == {f"{kind.name}.png" for kind in ita_docs.list_kinds()}
    for path in (*gallery.FOLDER.iterdir(), gallery.FIRST_SCREEN):
        assert path.stat().st_size <= MOST_BYTES
        with Image.open(path) as picture:
            assert picture.format == "PNG"
            assert path == gallery.FIRST_SCREEN or picture.width == gallery.SMALL + 2


def test_pictured_documents_are_there() -> None:
    for name, ref in gallery.SHOWN.items():
        kind = ita_docs.load_kind(name)
        book = ita_docs.read_workbook(ROOT / "samples" / f"{sample_of(name)}.xlsx")
        assert ref in {record.ref for record in ita_docs.check(kind, book).records}


def test_make_docs_writes_all_that_is_generated() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\ndocs:")[2].partition("\n\n")[0]
    tools = ["tools.reference", "tools.reproducing", "tools.report_parts", "tools.text_examples", "tools.gallery"]
    assert re.findall(r"-m (\S+)", recipe) == tools
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z]+):", makefile, re.M)) - {"clean"} == set(re.findall(r"make ([a-z]+) *[`#]", readme))


def test_the_report_in_the_readme_is_what_the_messy_workbook_gives(tmp_path: Path, capsys) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [block for block in re.findall(r"^```\w*\n(.*?)^```$", readme, re.S | re.M) if block.startswith("✗")]
    main(["make", "memo", str(ROOT / "tests" / "data" / "messy_memo.xlsx"), "-o", str(tmp_path / "out")])
    printed = capsys.readouterr().out.replace(str(tmp_path / "out"), "out").splitlines()
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_the_mail_merge_in_the_readme_makes_as_many_letters_as_it_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ((ref, count),) = re.findall(r"samples/letter\.xlsx .*--only เลขอ้างอิง=(\S+) .*# (\d+) ฉบับ", readme)
    book = ita_docs.read_workbook(ROOT / "samples" / "letter.xlsx")
    records = ita_docs.check(ita_docs.load_kind("letter"), book).records
    assert sum(record.ref.startswith(f"{ref}-") for record in records) == int(count) == 62


def test_every_link_in_the_documents_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#][^)]*)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target.split("#")[0]).exists(), (page.name, target)


def test_the_page_on_batch_runs_names_options_and_codes_that_exist(capsys) -> None:
    page = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["make", "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out))
    commands = "\n".join(line for line in page.splitlines() if not line.startswith("dask "))
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?![\w-])", commands)) - {"--nworkers"} <= options
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", page)) - {"ita-docs"} <= set(CODES)


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


def test_the_python_of_the_page_on_reports_runs_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "ita-reports.md").read_text(encoding="utf-8")
    code = page.partition("```python\n")[2].partition("```")[0]
    names: dict[str, object] = {}
    exec(code, names)
    for line in code.splitlines():
        expression, comment, said = line.partition("  # ")
        if comment and said.startswith(('"', "Decimal")):
            assert str(eval(expression.strip(), names)) in said
