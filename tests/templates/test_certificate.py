"""The certificate on paper: the regulation's words and places (saraban-spec §9.5, §14 CER-01), as our pages have it."""

from __future__ import annotations

import pytest

import ita_docs
from ita_docs.pages.model import Page

from .test_every_kind import sample

CM = 72 / 2.54


def pages(ref: str) -> tuple[Page, ...]:
    [record] = [record for record in sample("certificate").records if record.ref == ref]
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind("certificate"), record)).pages


def words(ref: str) -> list[str]:
    return [line.line.text.strip() for page in pages(ref) for line in page.lines() if line.line.text.strip()]


@pytest.mark.parametrize("ref", ["C-001", "C-002", "C-003", "C-004-1", "C-004-3", "C-005"])
def test_the_fixed_words(ref: str) -> None:
    said = words(ref)
    assert sum(line.startswith("หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า ") for line in said) == 1
    assert sum(line.startswith("ให้ไว้ ณ วันที่ ") for line in said) == 1
    assert said.index(next(line for line in said if line.startswith("ให้ไว้"))) < len(said) - 1


def test_one_sentence_says_who_and_what() -> None:
    sentence = "".join(words("C-004-1"))
    assert "นายกิตติ ตัวอย่างเรียน ตำแหน่งครู สังกัดโรงเรียนโพนทองวิทยา ผ่านการอบรม" in sentence
    assert words("C-004-1")[0] == "เลขที่ ๔๑/๒๕๖๗"
    assert words("C-004-3")[0] == "เลขที่ ๔๓/๒๕๖๗"


def test_the_photograph_is_six_centimetres_high_beside_the_signature() -> None:
    placed = [(line, picture) for line in pages("C-003")[0].lines() for picture in line.line.pictures]
    [(line, photo)] = [(line, picture) for line, picture in placed if picture.height > 4 * CM]
    assert (photo.width, photo.height) == pytest.approx((4 * CM, 6 * CM), abs=0.5)
    assert line.x + photo.x + photo.width < 10.5 * CM
    holder, signer = (
        next(one for one in pages("C-003")[0].lines() if one.line.text.startswith(name))
        for name in ("(นายธ", "(นางสาวพ")
    )
    assert holder.x < signer.x
    assert line.y < signer.baseline < line.y + photo.height
