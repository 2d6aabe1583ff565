"""Other offices that a text names where it should name its own: copied from their reports, most likely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .offices import Cohort, Office
from .passages import Claim

PROVINCES = tuple(
    """
กรุงเทพมหานคร กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย
เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์
ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่
ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร
สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย
หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
""".split()  # noqa: SIM905
)
_PLACE = "|".join(sorted(PROVINCES, key=len, reverse=True))
MENTION = re.compile(
    r"(?P<kind>สพป\s?\.|สพม\s?\.|ศธจ\s?\.|สำนักงานเขตพื้นที่\s?การศึกษา\s?(?:ประถม|มัธยม)ศึกษา|สำนักงานศึกษาธิการจังหวัด)\s?"
    rf"(?P<place>{_PLACE})?(?:\s?เขต\s?(?:ที่\s?)?(?P<area>\d{{1,2}}))?"
)
KINDS = {"สพป": "p", "สพม": "m", "ศธจ": "j"}
COMPARING = re.compile(
    "เทียบ|เปรียบ|อันดับ|ลำดับที่|ดูงาน|ร่วมกับ|ร่วมมือ|เครือข่าย|ย้าย|เขตตรวจราชการ|กว่า|วิทยากร|ระหว่าง|ต้นแบบ|ได้แก่|เดิม|แยก|รวม|"
    r"\d\d\.\d\d"
)
"""What lines have that may well speak of other offices."""
RANKING = ("ranking", "region", "offices", "trends", "history")
"""The blocks of a report that are about other offices too."""
OURS = re.compile(r"(กรม|เทศบาล|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|อบต\.|อำเภอ|บริษัท)\s?ฯ")
LISTED = 3
"""So many offices in one text are a list of them."""
SHORTEST = 6
"""No name of fewer characters is looked for."""


class Identity(NamedTuple):
    """An office as its name tells: the kind, province and number of its area, each empty where it has none."""

    kind: str
    place: str
    area: str


def other_offices(text: str, office: Office, cohort: Cohort) -> Iterator[Claim]:
    """The other offices that `text` names, in one claim.

    Unsure where its lines compare or list offices, or each may be the own one's old name or a neighbour of it.
    """
    found = dict(_mentioned(text, office))
    plain = text.replace(office.name, "").replace(office.short, "")
    for name in _named(plain, office, cohort):
        if not any(name in other or other in name for other in found):
            at = text.find(name)
            found[name] = _compares(text, at, at + len(name))
    sure = [name for name, unsure in found.items() if not unsure]
    if found:
        listed = len(found) >= LISTED or not sure
        yield Claim("other-office", ", ".join(found if listed else sure), unsure=listed)
    for ours in OURS.finditer(text):
        if ours[1] not in office.name:
            yield Claim("other-office", ours[0], unsure=True)


def _mentioned(text: str, office: Office) -> Iterator[tuple[str, bool]]:
    """The area offices that `text` names and that are not the own one, and whether that may be right."""
    names = (office.name, office.short)
    own = [told for name in names for found in MENTION.finditer(name) if (told := _identity(found))]
    for found in MENTION.finditer(text) if own else ():
        told = _identity(found)
        if told is None or any(_same(told, ours) for ours in own):
            continue
        neighbour = not told.place or any(told.place == ours.place and told.kind != ours.kind for ours in own)
        yield " ".join(found[0].split()), neighbour or _compares(text, found.start(), found.end())


def _named(text: str, office: Office, cohort: Cohort) -> list[str]:
    """The names of other offices of the workbook in `text`, the longest first."""
    found = {
        name for name, ref in cohort.names().items() if ref != office.ref and len(name) >= SHORTEST and name in text
    }
    return sorted(found, key=len, reverse=True)


def _identity(found: re.Match[str]) -> Identity | None:
    """The office of a mention; None where it names none."""
    kind = found["kind"]
    short = "j" if "ศึกษาธิการ" in kind else "p" if "ประถม" in kind else "m" if "มัธยม" in kind else KINDS[kind[:3]]
    if not found["place"] and not found["area"]:
        return None
    return Identity(short, found["place"] or "", found["area"] or "")


def _same(told: Identity, own: Identity) -> bool:
    """Whether a mention may be of the own office: what either leaves out does not count."""
    if told.kind != own.kind:
        return "j" in (told.kind, own.kind) and told.place == own.place
    return (not told.place or not own.place or told.place == own.place) and (
        told.area == own.area or not told.area or (not own.area and bool(told.place))
    )


def _compares(text: str, start: int, end: int) -> bool:
    """Whether the line around a mention speaks of several offices."""
    before, after = text[max(0, start - 80) : start].rpartition("\n")[2], text[end : end + 80].partition("\n")[0]
    return COMPARING.search(before) is not None or COMPARING.search(after) is not None
