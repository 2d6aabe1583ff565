"""What a text says of a score: its level, and which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..frameworks import Framework
from .claimed_figures import Known
from .history import trend_of
from .passages import Claim

NUMBER = re.compile(r"(?<![\d.,/:-])\d{1,3}(?:\.\d{1,2})?(?![\d/:]|[.,]\d)")
LEVEL = re.compile(
    r"(?:ระดับ|เกรด)(?:คุณภาพ|คะแนน)?[ :=]{0,3}[\"“(]?(AA|[A-F])(?![A-Za-z+])[\"”)]?(?:\s?\(([A-Za-z ]{3,20})\))?"
)
REACH = 100
"""How many characters before a level its score may stand."""
SCORED = re.compile(r"(?:ร้อยละ|คะแนน|เฉลี่ย|ได้|เท่ากับ|รวม|=|\()\s*$")
RANGE, RANGE_END = re.compile(r"\s*(?:[-–—]|ถึง)"), re.compile(r"(?:[-–—]|ถึง)\s*$")
RATED = 5
"""Up to this a score may be one of a questionnaire."""
LIMIT = re.compile(r"เต็ม|เกณฑ์|กว่า|ไม่ถึง|ตั้งแต่|เป้าหมาย|เพิ่ม|ลด|ต่าง|สูงขึ้น|น้ำหนัก|จากระดับ|IIT|EIT|OIT")
"""What makes a number no score, or not the one that has the level."""
SIGNED = re.compile(r"(เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง)(?:[ ]อยู่)?[ ]?[-−–]\d{1,3}(?:\.\d+)?(?![\d-])")
MOVED = re.compile(r"(เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง)[^\d\n+−–-]{0,25}(\d{1,3}\.\d\d)(?![\d.])")
WENT = re.compile(
    r"(?<!\d)(25\d\d)(?!\d)[^\d\n]{0,40}?(?:ผลคะแนน|คะแนนรวม|คะแนนเฉลี่ย|ผลการประเมิน)"
    r"(?:ที่|มี|ในภาพรวม|โดยรวม|รวม|แนวโน้ม| ){0,4}(เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)(?! ?(?:ด้าน|ใน|ตัวชี้วัด))"
)
UPWARDS = ("เพิ่มขึ้น", "สูงขึ้น")


def level_claims(text: str, framework: Framework) -> Iterator[Claim]:
    """The scores of `text` that are said to have another level than the framework's; levels it does not have pass."""
    bands = {band.level: band for band in framework.bands}
    for found in LEVEL.finditer(text):
        level, word = found.groups()
        if level not in bands:
            continue
        named = next((b for b in bands.values() if word and b.english.casefold() == word.strip().casefold()), None)
        if named is not None and named.level != level:
            yield Claim("level-claim", found[0], {"what": f"({word})", "given": level, "computed": named.level})
        window = text[max(0, found.start() - REACH) : found.start()].rpartition("\n")[2].rpartition("ระดับ")[2]
        score = _scored(window)
        if score is None:
            continue
        right = framework.band_of(Decimal(score[0])).level
        if right != level:
            said = window[score[1] :] + found[0]
            yield Claim("level-claim", said, {"what": score[0], "given": level, "computed": right})


def _scored(window: str) -> tuple[str, int] | None:
    """The last score of the text before a level, and where it stands; None where a limit or points of one come last."""
    for found in reversed(list(NUMBER.finditer(window))):
        before, after = window[max(0, found.start() - 25) : found.start()], window[found.end() :]
        if re.search(r"เต็ม\s*(?:ร้อยละ\s*)?$", before):
            continue
        ranged = RANGE_END.search(before) or RANGE.match(after)
        if ranged or LIMIT.search(before) or LIMIT.search(after.partition("จากคะแนนเต็ม")[0]):
            return None
        if not RATED < Decimal(found[0]) <= 100:
            return None
        if "." in found[0][:-2] or SCORED.search(before) or after.lstrip().startswith("คะแนน"):
            return found[0], found.start()
        return None
    return None


def trend_claims(text: str, known: Known) -> Iterator[Claim]:
    """Where a text says that a score rose by less than nothing, or rose though it fell."""
    for found in SIGNED.finditer(text):
        yield Claim("doubled-sign", found[0])
    years = {row.year: row.difference for row in known.history}
    moves = {row.difference for row in known.history}
    for found in MOVED.finditer(text):
        size = Decimal(found[2])
        difference = -size if found[1] in UPWARDS else size
        if size and difference in moves and -difference not in moves:
            facts = {"given": found[1], "computed": trend_of(difference), "difference": f"{difference:+.2f}"}
            yield Claim("trend-claim", found[0], facts)
    for found in WENT.finditer(text):
        moved = years.get(int(found[1]))
        if moved and (moved > 0) != (found[2] in UPWARDS):
            facts = {"given": found[2], "computed": trend_of(moved), "difference": f"{moved:+.2f}"}
            yield Claim("trend-claim", found[0], facts, unsure=True)
