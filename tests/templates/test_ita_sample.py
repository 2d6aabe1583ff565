"""The workbook of the annual reports: its figures give what was published, and every office makes a report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image

import ita_docs
from tools.samples import ita_photos, ita_scans, sample_of
from tools.samples.ita_offices import AREAS, INDICATORS, INSTRUMENTS, RANKS, REGIONS, YEARS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
KIND = ita_docs.load_kind("measure_report")
BOOK = SAMPLES / f"{sample_of(KIND.name)}.xlsx"
CHECKED = ita_docs.check(KIND, ita_docs.read_workbook(BOOK))
RECORDS = {record.ref: record for record in CHECKED.records}
DOCUMENTS = {"000": "NKIM", "001": "NKP", "002": "RET", "003": "KKNM", "004": "NWT2"}
MOST_BYTES = 150_000
MOST_BYTES_OF_A_SCAN = 60_000
UNTOLD = {"unknown-indicator"}
"""Of measures for indicators that the year's framework of the ministry does not have."""


def told(ref: str, name: str) -> Any:
    return RECORDS[ref].derived[name]


def shown(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.quantize(Decimal('0.01'))}"


def texts(ref: str, part: str) -> str:
    said = getattr(told(ref, "narrative"), part)
    return " ".join(said)


def test_nothing_is_wrong_and_nobody_is_left_out() -> None:
    assert sorted(RECORDS) == sorted({*AREAS, *DOCUMENTS.values()})
    assert [item for item in CHECKED.problems if item.severity == "error"] == []
    assert {item.code for item in CHECKED.problems if item.severity == "warning"} <= UNTOLD


@pytest.mark.parametrize("ref", INDICATORS)
def test_ten_indicators_give_the_published_total(ref: str) -> None:
    card = told(ref, "card")
    assert shown(card.total) == f"{INDICATORS[ref][-1]:.2f}"


@pytest.mark.parametrize("ref", INSTRUMENTS)
def test_instruments_give_the_published_total_and_level(ref: str) -> None:
    iit, eit, oit, total, level = INSTRUMENTS[ref]
    card = told(ref, "card")
    assert [shown(row.points) for row in card.instruments] == [f"{points:.2f}" for points in (iit, eit, oit)]
    assert (shown(card.total), card.level) == (f"{total:.2f}", level)


def test_places_and_mean_of_an_inspection_region() -> None:
    standing = told("NKP", "standing")
    assert (standing.place, standing.offices, standing.before, standing.published) == (216, 225, 110, True)
    assert (standing.region, standing.region_place, standing.region_offices) == ("11", 8, 8)
    assert shown(standing.region_mean) == "90.87"
    assert [row.short for row in standing.region_rows] == [AREAS[ref] for ref in REGIONS["11"]]
    totals = sorted((shown(row.total) for row in standing.region_rows), reverse=True)
    assert totals == ["98.45", "95.91", "93.84", "93.40", "91.61", "86.62", "85.40", "81.76"]


@pytest.mark.parametrize("ref", RANKS)
def test_published_places_of_two_years(ref: str) -> None:
    place, before, total = RANKS[ref]
    standing = told(ref, "standing")
    assert (standing.place, standing.before, standing.offices) == (place, before, 225)
    assert shown(RECORDS[ref].values["past_scores"][-1]["score"]) == f"{total:.2f}"


DIFFERENCES = {
    **{"CCOM": "14.35", "CBIM": "-4.88", "CPMM": "-0.93", "CRIM": "15.84", "CMIM": "26.09", "TRGM": "-1.48"},
    **{"NKP": "-3.44", "NMAM": "9.57", "NRTM": "5.49"},
}


@pytest.mark.parametrize("ref", YEARS)
def test_seven_years_and_their_last_difference(ref: str) -> None:
    history = told(ref, "history")
    assert [row.year for row in history] == list(range(2558, 2565))
    assert [shown(row.total) for row in history] == [f"{total:.2f}" for total in YEARS[ref]]
    assert shown(history[-1].difference) == DIFFERENCES[ref]


def test_nakhon_phanom_by_its_items() -> None:
    card = told("NKP", "card")
    subs = {sub.code: shown(sub.score) for row in card.indicators for sub in row.subs}
    assert subs == {
        **{"9.1": "66.67", "9.2": "100.00", "9.3": "71.43", "9.4": "75.00", "9.5": "80.00"},
        **{"10.1": "62.50", "10.2": "0.00"},
    }
    levels = [row.level for row in card.indicators]
    assert levels == ["AA"] * 8 + ["B", "F"]
    assert [shown(row.score) for row in card.indicators[-2:]] == ["78.62", "31.25"]
    assert [item.number for item in card.items if item.score == 0] == [1, 2, 6, 20, 23, 26, 30, 38, 40, 41, 42, 43]
    values = RECORDS["NKP"].values
    assert (values["iit_respondents"], values["eit_respondents"]) == (59, 95)


def test_nakhon_phanom_complaints_are_summed_anew() -> None:
    table = told("NKP", "complaint_table")
    total = table.total
    assert (total.carried, total.received, total.all, total.finished, total.pending) == (20, 4, 24, 7, 17)
    assert len(table.rows) == 13


def test_nakhon_phanom_editors_by_role_and_percentages_of_results() -> None:
    (group,) = told("NKP", "editor_groups")
    roles = [editor.role for editor in group.rows]
    counts = {role: roles.count(role) for role in dict.fromkeys(roles)}
    assert list(counts.values()) == [1, 2, 9, 1, 8]
    percents = [shown(row.percent) for one in told("NKP", "result_groups") for row in one.rows if row.target]
    assert sorted(percents) == ["100.00", "68.34", "76.27"]


def test_narathiwat() -> None:
    card = told("NWT2", "card")
    assert [shown(row.points) for row in card.instruments] == ["30.00", "29.96", "37.75"]
    assert [shown(row.score) for row in card.indicators[-3:]] == ["99.63", "95.00", "93.75"]
    assert (shown(card.total), card.level, card.english) == ("97.71", "AA", "Excellence")
    assert [shown(sub.score) for row in card.indicators for sub in row.subs if sub.score != 100] == ["75.00", "87.50"]
    history = told("NWT2", "history")
    differences = [shown(row.difference) for row in history]
    assert differences == ["-", "9.81", "-6.27", "-7.01", "0.45", "1.50", "10.36", "10.29", "-0.73"]
    assert (history[-1].offices, shown(history[-1].mean)) == (245, "92.55")
    assert "245 หน่วยงาน เท่ากับ 92.55" in texts("NWT2", "overview")
    points = [(row.number, row.urgent, bool(row.develop)) for row in told("NWT2", "issues")]
    assert points == [(8, (), True), (9, ("O29",), False), (10, ("O36",), False)]
    counts = [(len(one.strong), len(one.weak)) for one in told("NWT2", "narrative").by_instrument]
    assert counts == [(5, 0), (2, 1), (5, 2)]


def test_roi_et_in_the_ministrys_own_round() -> None:
    card = told("RET", "card")
    assert [shown(row.score) for row in card.indicators] == ["56.67", "0.00"]
    assert (shown(card.total), card.level) == ("39.53", "F")
    assert [len(group.items) for group in told("RET", "remark_groups")] == [1, 25]
    assert all(bool(item.remark) == (item.score == 0) for item in card.items)
    assert len(RECORDS["RET"].values["measures"]) == 10


def test_nong_khai_has_26_of_43_items_complete() -> None:
    card = told("NKIM", "card")
    assert (card.complete, card.counted, shown(card.complete_percent)) == (26, 43, "60.47")
    complete = {row.number: sum(item.complete for sub in row.subs for item in sub.items) for row in card.indicators}
    assert (complete[9], complete[10]) == (16, 10)
    assert len({unit for item in card.items for unit in item.unit}) == 10
    percents = {shown(row.percent) for one in told("NKIM", "result_groups") for row in one.rows}
    assert percents == {"98.41", "95.38"}


def test_khon_kaen_knows_two_scores() -> None:
    known = {row.number: shown(row.score) for row in told("KKNM", "card").indicators if row.score is not None}
    assert known == {6: "92.55", 9: "63.71"}
    assert shown(told("KKNM", "limit")) == "95.00"


def test_the_documents_have_the_digits_of_their_originals() -> None:
    digits = {document: RECORDS[ref].values["digits"] for document, ref in DOCUMENTS.items()}
    assert digits == {"000": "ไทย", "001": "อารบิก", "002": "ไทย", "003": "อารบิก", "004": "ไทย"}


def test_every_office_makes_a_document() -> None:
    for record in CHECKED.records:
        parts = [part.kind for part in record.derived["parts"]]
        assert set(parts) - {"cover", "foreword", "contents", "tables", "figures", "part"}, record.ref
        assert ita_docs.fill(KIND, record)


def test_nobody_is_twice_in_one_group_of_editors() -> None:
    for ref in DOCUMENTS.values():
        for group in told(ref, "editor_groups"):
            people = [str(editor.person) for editor in group.rows]
            assert len(people) == len(set(people)), (ref, group.title)


# ---------------------------------------------------------------- the pictures


@pytest.mark.parametrize("name", ita_photos.SCENES)
def test_pictures_are_small_files_of_photographs_size_and_seen_upright(name: str) -> None:
    from PIL import ImageOps

    path = SAMPLES / "ita_photos" / name
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as picture:
        turned = picture.getexif().get(0x0112, 1)
        assert turned == (ita_photos.TURNED if name in ita_photos.ON_ITS_SIDE else 1)
        assert ImageOps.exif_transpose(picture).size == ita_photos.SCENES[name][1]


def test_every_picture_and_scan_is_shown_and_there_is_no_other() -> None:
    book = load_workbook(BOOK)
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    for folder, names in {"ita_photos": ita_photos.NAMES, ita_scans.FOLDER: ita_scans.NAMES}.items():
        used = {value.removeprefix(f"{folder}/") for value in cells if value.startswith(f"{folder}/")}
        assert used == set(names) == {path.name for path in (SAMPLES / folder).iterdir()}


@pytest.mark.parametrize("name", ita_scans.NAMES)
def test_scans_are_small_files_of_pages_without_text(name: str) -> None:
    path = SAMPLES / ita_scans.FOLDER / name
    assert path.stat().st_size <= MOST_BYTES_OF_A_SCAN
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) in (2, 3)
        assert [page.get_textpage().get_text_range() for page in document] == [""] * len(document)


def test_papers_bound_in_are_in_the_workbook_and_can_be_made() -> None:
    book = ita_docs.read_workbook(BOOK)
    wanted = {(row["paper_kind"], row["paper_ref"]) for ref in DOCUMENTS.values() for row in _appendices(ref)}
    titles = {kind.table.sheet: kind for kind in ita_docs.list_kinds()}
    for sheet in {sheet for sheet, _ in wanted if sheet}:
        made = {record.ref for record in ita_docs.check(titles[sheet], book).records}
        assert made == {ref for kind, ref in wanted if kind == sheet}


def _appendices(ref: str) -> Any:
    return RECORDS[ref].values["appendices"]


def test_kinds_that_share_tables_share_the_sample() -> None:
    assert {name: sample_of(name) for name in ("memo", "measure_report")} == {
        "memo": "memo",
        "measure_report": "ita_reports",
    }
    for kind in ita_docs.list_kinds():
        assert (SAMPLES / f"{sample_of(kind.name)}.xlsx").exists()
