"""What SEQ and REF fields show."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from ita_docs.pages.package import Package
from ita_docs.pages.references import reference_texts
from ita_docs.pages.sequences import sequence_numbers
from ita_docs.thai.numerals import Policy
from ita_docs.word.captions import show_results

from ..word.written import written
from .documents import docx, field, p, r, style

HEADING = style("H1", '<w:outlineLvl w:val="0"/>').replace('w:name w:val="H1"', 'w:name w:val="heading 1"')


def numbered(*instructions: str, numerals: Policy = "as-typed", shown: str = "?") -> str:
    """What fields with `instructions` show, a paragraph each; `#` stands for a heading."""
    heading = p("ส่วน", '<w:pStyle w:val="H1"/>')
    body = (heading if said == "#" else p(field(said, shown)) for said in instructions)
    found = sequence_numbers(Package(docx("".join(body), styles=HEADING)), numerals)
    return " ".join(found.values())


@pytest.mark.parametrize(
    ("instructions", "shown"),
    [
        (["SEQ a", "SEQ b", "SEQ A", "seq a"], "1 1 2 3"),
        (["SEQ a", r"SEQ a \c", r"SEQ a \n", r"SEQ a \r 7", "SEQ a"], "1 1 2 7 8"),
        (["#", r"SEQ a \s 1", r"SEQ a \s 1", "#", r"SEQ a \s 1"], "1 2 1"),
        (["SEQ a", r"SEQ a \h", r"SEQ a \h \* ARABIC"], "1  3"),
        ([r"SEQ a \* roman", r"SEQ a \* THAILETTER", r"SEQ a \* THAIARABIC"], "i ข ๓"),
        (["SEQ", r"SEQ a there", r"SEQ a \r x"], "1"),
    ],
)
def test_numbers_go_on_in_the_order_of_the_document(instructions: list[str], shown: str) -> None:
    assert numbered(*instructions) == shown


def test_their_digits_are_those_of_the_run() -> None:
    said = ["SEQ a", r"SEQ a \* ARABIC", r"SEQ a \* THAIARABIC", r"SEQ a \* roman"]
    assert numbered(*said, numerals="thai") == "๑ ๒ ๓ iv"
    assert numbered(*said, numerals="arabic") == "1 2 3 iv"
    assert numbered(*said, shown="๙") == "๑ 2 ๓ iv"


def numbers(data: bytes, numerals: Policy) -> dict[int, str]:
    return sequence_numbers(Package(data), numerals)


def results(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in python_docx.Document(io.BytesIO(data)).paragraphs]


def test_word_is_asked_for_the_same_digits() -> None:
    data = docx(p(r("ที่ ") + field(r"SEQ a \* ARABIC \* MERGEFORMAT", "1")) + p(field("SEQ a", "1")) * 2)
    thai = written(data, show_results, numbers(data, "thai"), "thai")
    assert results(thai) == ["ที่ ๑", "๒", "๓"]
    assert list(numbers(thai, "as-typed").values()) == ["๑", "๒", "๓"]
    arabic = written(thai, show_results, numbers(thai, "arabic"), "arabic")
    assert results(arabic) == ["ที่ 1", "2", "3"]
    assert list(numbers(arabic, "as-typed").values()) == ["1", "2", "3"]


def test_a_field_without_a_result_gets_one() -> None:
    data = docx(p(field("SEQ a", "").replace(r(""), "")) + p('<w:fldSimple w:instr="SEQ a"/>'))
    assert results(written(data, show_results, numbers(data, "thai"), "thai"))[0] == "๑"


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"REF here \h", "ตารางที่ ๔"),
        (r"REF HERE \h \* MERGEFORMAT", "ตารางที่ ๔"),
        (r"REF here \n", "เดิม"),
        (r"REF here \* Upper", "เดิม"),
        (r"REF nowhere \h", "เดิม"),
        (r"REF far \h", "เดิม"),
        (r"REF", "เดิม"),
    ],
)
def test_a_reference_shows_the_text_at_its_bookmark(instruction: str, shown: str) -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="here"/>{}<w:bookmarkEnd w:id="1"/>'
    marked += '<w:bookmarkStart w:id="2" w:name="far"/>'
    body = p(marked.format(r("ตารางที่ ") + field("SEQ a", "๔")) + r(" รายการ")) + p(field(instruction, "เดิม"))
    data = docx(body + p('<w:bookmarkEnd w:id="2"/>'))
    assert results(written(data, show_results, reference_texts(Package(data))))[1] == shown
