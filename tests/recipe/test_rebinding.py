"""One PDF of all documents and none of each: a run with nothing changed does not print them again."""

from __future__ import annotations

from pathlib import Path

import pytest

import ita_docs
from ita_docs.kinds.model import Kind
from ita_docs.recipe import making

from .small import files, frames, remade, rows, slip


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("kinds") / "slip")


def test_bound_again_only_where_something_has_changed(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    table = frames(rows("ก", "ข", "ค"))
    first = ita_docs.make(kind, table, out, merge="all.pdf")
    before = files(out)
    with monkeypatch.context() as patched:
        patched.setattr(making, "produce", None)
        again = ita_docs.make(kind, table, out, merge="all.pdf")
    assert remade(again) == []
    assert (again.merged, again.problems) == (first.merged, first.problems)
    assert [made._replace(kept=False) for made in again.made] == list(first.made)
    assert files(out) == before
    fewer = ita_docs.make(kind, frames(rows("ก", "ค")), out, merge="all.pdf")
    assert fewer.merged is not None
    assert first.merged is not None
    assert fewer.merged.pages == first.merged.pages - 1
    assert ita_docs.make(kind, table, out, merge="all.pdf").merged == first.merged
    assert files(out) == before


@pytest.mark.parametrize("what", ["missing", "edited", "document", "forced", "row"])
def test_bound_again(kind: Kind, tmp_path: Path, what: str) -> None:
    out = tmp_path / "out"
    table = frames(rows("ก", "ข"))
    first = ita_docs.make(kind, table, out, merge="all.pdf")
    before = files(out)
    if what == "missing":
        (out / "all.pdf").unlink()
    elif what == "edited":
        (out / "all.pdf").write_bytes(b"%PDF-1.7 signed %%EOF")
    elif what == "document":
        (out / "ก.docx").unlink()
    elif what == "row":
        table = frames(rows("ข", "ก"))
    again = ita_docs.make(kind, table, out, merge="all.pdf", force=what == "forced")
    assert remade(again) == [made.ref for made in again.made]
    assert again.merged is not None
    if what == "edited":
        assert again.merged.pdf == "all (ใหม่).pdf"
    elif what == "row":
        assert (out / "all.pdf").read_bytes() != before["all.pdf"]
    else:
        assert again.merged == first.merged
        assert files(out) == before
