"""Who is addressed how, who is refused, and what is neither although it sounds so."""

from __future__ import annotations

import copy
import pickle
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ita_docs.thai
from ita_docs.thai.addressees import Addressee, AddresseeReading, parse_addressee
from ita_docs.thai.fault import Fault

TABLE = tomllib.loads(Path(ita_docs.thai.__file__).with_name("addressees.toml").read_text(encoding="utf-8"))
FOURTEEN = TABLE["classes"][1]["posts"][:14]
YOURS = "ขอแสดงความนับถือ"


def read(text: str) -> Addressee:
    found = parse_addressee(text)
    assert isinstance(found, AddresseeReading), text
    return found.value


def codes(text: str) -> list[str]:
    found = parse_addressee(text)
    return [found.code] if isinstance(found, Fault) else [fault.code for fault in found.faults]


ORDINARY = """
ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม
เลขาธิการคณะกรรมการการศึกษาขั้นพื้นฐาน
ปลัดกระทรวงศึกษาธิการ
รัฐมนตรีว่าการกระทรวงศึกษาธิการ
ผู้ว่าราชการจังหวัดนครพนม
นายสมชาย ใจดี
คุณสมหญิง รักเรียน
รองนายกรัฐมนตรี
รองประธานสภาผู้แทนราษฎร คนที่หนึ่ง
รองประธานวุฒิสภา
รองประธานศาลฎีกา
เลขาธิการนายกรัฐมนตรี
เลขานุการประธานวุฒิสภา
เลขานุการ นายกรัฐมนตรี
สำนักเลขาธิการนายกรัฐมนตรี
สำนักงานผู้ตรวจการแผ่นดิน
อดีตนายกรัฐมนตรี
องคมนตรี
ประธานกรรมการการเลือกตั้งประจำจังหวัดนครพนม
ประธานกรรมการการเลือกตั้ง ประจำเขตเลือกตั้งที่ ๑
ประธานศาลฎีกาจำลอง
นายกเทศมนตรีเมืองนครพนม
นายกรัฐมนตรีศึกษา
ผู้อำนวยการโรงเรียนพระปฐมวิทยาลัย
เรียนรู้สู่โลกกว้าง จำกัด
แม่ชีสมใจ ใจบุญ
หม่อมราชวงศ์สมชาย ตัวอย่าง
หม่อมหลวงสมหญิง ตัวอย่าง
ท่านผู้หญิงสมศรี ตัวอย่าง
เจ้าหน้าที่ผู้รับผิดชอบ
เจ้าพนักงานพิทักษ์ทรัพย์
""".strip().splitlines()

# The head noun decides: these are institutions and posts, whoever they are named after.
OFFICES = """
สำนักพระราชวัง
เลขาธิการพระราชวัง
ราชเลขานุการในพระองค์
ราชเลขานุการในพระองค์สมเด็จพระนางเจ้าฯ พระบรมราชินี
กองราชเลขานุการในพระองค์ สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี
หน่วยราชการในพระองค์
สำนักงานทรัพย์สินพระมหากษัตริย์
ผู้อำนวยการโรงเรียนสมเด็จพระปิยมหาราชรมณียเขต
โรงเรียนสมเด็จพระบรมราชินีนาถราชบุรี
โรงเรียนเฉลิมพระเกียรติสมเด็จพระศรีนครินทร์ ภูเก็ต
โรงเรียนเจ้าฟ้าสร้าง
โรงเรียนพระแม่มารี
โรงเรียนวัดพระพิเรนทร์
โรงพยาบาลสมเด็จพระยุพราชธาตุพนม
โรงพยาบาลสมเด็จพระบรมราชเทวี ณ ศรีราชา
ผู้อำนวยการโรงพยาบาลสมเด็จพระเจ้าตากสินมหาราช
โรงพยาบาลพระมงกุฎเกล้า
โรงพยาบาลพระปกเกล้า
มหาวิทยาลัยเทคโนโลยีพระจอมเกล้าธนบุรี
สถาบันเทคโนโลยีพระจอมเกล้าเจ้าคุณทหารลาดกระบัง
อธิการบดีมหาวิทยาลัยราชภัฏบ้านสมเด็จเจ้าพระยา
มหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย
วิทยาลัยวิทยาศาสตร์การแพทย์เจ้าฟ้าจุฬาภรณ์
ราชวิทยาลัยจุฬาภรณ์
วิทยาลัยพยาบาลบรมราชชนนี นครพนม
วิทยาลัยพยาบาลพระจอมเกล้า จังหวัดเพชรบุรี
สถาบันพระปกเกล้า
สถาบันพระบรมราชชนก
มูลนิธิสมเด็จพระเทพรัตนราชสุดา
มูลนิธิพระบรมราชานุสรณ์
ประธานมูลนิธิชัยพัฒนา
สภากาชาดไทย
สำนักงานพระพุทธศาสนาจังหวัดนครพนม
ผู้อำนวยการสำนักงานพระพุทธศาสนาแห่งชาติ
กรมพระธรรมนูญ
เจ้ากรมพระธรรมนูญ
สำนักงานเลขานุการสมเด็จพระสังฆราช
นายอำเภอพระประแดง
ผู้ว่าราชการจังหวัดพระนครศรีอยุธยา
หอสมุดพระราชวังสนามจันทร์
อุทยานพระบรมราชานุสรณ์
ศูนย์มานุษยวิทยาสิรินธร
พระตำหนักสวนกุหลาบ
พระที่นั่งวิมานเมฆ
""".strip().splitlines()

ROYAL = """
พระบาทสมเด็จพระเจ้าอยู่หัว
พระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ พระวชิรเกล้าเจ้าอยู่หัว
สมเด็จพระนางเจ้าฯ พระบรมราชินี
สมเด็จพระเจ้าลูกเธอ เจ้าฟ้าตัวอย่าง
สมเด็จพระเจ้าน้องนางเธอ เจ้าฟ้าตัวอย่าง
สมเด็จพระเจ้าอยู่หัว
สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี
สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี
สมเด็จพระบรมราชชนนีพันปีหลวง
สมเด็จเจ้าฟ้าตัวอย่าง
พระเจ้าวรวงศ์เธอ พระองค์เจ้าตัวอย่าง
พระวรวงศ์เธอ พระองค์เจ้าตัวอย่าง
พระเจ้าหลานเธอ พระองค์เจ้าตัวอย่าง
พระองค์เจ้าตัวอย่าง
หม่อมเจ้าตัวอย่าง ตัวอย่าง
ม.จ. ตัวอย่าง ตัวอย่าง
พระมหากษัตริย์
พระราชินี
เจ้าฟ้าหญิงตัวอย่าง
กรมหลวงตัวอย่าง
ทูลกระหม่อมหญิงตัวอย่าง
กราบเรียน สมเด็จพระนางเจ้าฯ พระบรมราชินี
เรียน หม่อมเจ้าตัวอย่าง
ท่านหม่อมเจ้าตัวอย่าง
ขอเดชะฝ่าละอองธุลีพระบาทปกเกล้าปกกระหม่อม
ขอเดชะ ฝ่าละอองธุลีพระบาท
กราบบังคมทูล สมเด็จพระเทพรัตนราชสุดาฯ
กราบบังคมทูลพระกรุณา
กราบทูล พระเจ้าวรวงศ์เธอ พระองค์เจ้าตัวอย่าง
กราบทูล ท่านตัวอย่าง
ทูล หม่อมเจ้าตัวอย่าง
ทรงพระกรุณาโปรดเกล้าโปรดกระหม่อม
ข้าพระพุทธเจ้า นายสมชาย ใจดี
สมเด็จพระตัวอย่างที่ไม่มีในตาราง
ใต้ฝ่าละอองธุลีพระบาท
""".strip().splitlines()


def test_there_are_enough_examples() -> None:
    assert len(ORDINARY) + len(OFFICES) + len(ROYAL) > 100
    assert len(FOURTEEN) == 14


@pytest.mark.parametrize("text", [*ORDINARY, *OFFICES])
def test_everybody_else(text: str) -> None:
    found = parse_addressee(text)
    assert isinstance(found, AddresseeReading)
    assert (str(found.value), found.value.opening, found.value.closing) == (text, "เรียน", YOURS)
    assert not found.faults
    assert read(f"เรียน {text}") == text


@pytest.mark.parametrize("text", ROYAL)
def test_royal_addressees_are_refused(text: str) -> None:
    assert parse_addressee(text) == Fault("royal-addressee")


@pytest.mark.parametrize("post", FOURTEEN)
def test_the_fourteen_posts(post: str) -> None:
    for text in (
        post,
        f"กราบเรียน {post}",
        f"{post} (ผ่านเลขาธิการสภาผู้แทนราษฎร)",
        f"{post} ผ่านเลขาธิการ",
        f"นายสมชาย ใจดี {post}",
    ):
        found = read(text)
        assert (found.opening, found.closing) == ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"), text
        assert not codes(text)
    assert read(f"กราบเรียน{post}") == post
    assert read(f"รอง{post}").opening == read(f"{post}จังหวัด").opening == read(f"เลขานุการ{post}").opening == "เรียน"
    assert codes(f"เรียน {post}") == ["opening-mismatch"]


MONKS = {
    "พระมหาสมชาย ฐานวโร": ("ขอนมัสการด้วยความเคารพ", "ท่าน", []),
    "พระครูสังฆรักษ์สมชาย": ("ขอนมัสการด้วยความเคารพ", "ท่าน", []),
    "พระอธิการสมชาย ฐานวโร": ("ขอนมัสการด้วยความเคารพ", "ท่าน", []),
    "พระสมชาย ฐานวโร": ("ขอนมัสการด้วยความเคารพ", "ท่าน", []),
    "พระธรรมธรสมชาย ฐานวโร": ("ขอนมัสการด้วยความเคารพ", "ท่าน", []),
    "พระเทพตัวอย่างมุนี": ("ขอนมัสการด้วยความเคารพ", "ท่าน", ["monk-rank-unsure"]),
    "พระธรรมตัวอย่าง": ("ขอนมัสการด้วยความเคารพ", "ท่าน", ["monk-rank-unsure"]),
    "พระราชตัวอย่างเมธี": ("ขอนมัสการด้วยความเคารพ", "ท่าน", ["monk-rank-unsure"]),
    "เจ้าอาวาสวัดตัวอย่าง": ("ขอนมัสการด้วยความเคารพ", "ท่าน", ["monk-rank-unsure"]),
    "เจ้าคณะจังหวัดนครพนม": ("ขอนมัสการด้วยความเคารพ", "ท่าน", ["monk-rank-unsure"]),
    "พระเทพตัวอย่างมุนี (พระราชาคณะชั้นเทพ)": ("ขอนมัสการด้วยความเคารพอย่างสูง", "พระคุณท่าน", []),
    "พระราชาคณะ": ("ขอนมัสการด้วยความเคารพอย่างสูง", "พระคุณท่าน", []),
    "พระพรหมตัวอย่าง (รองสมเด็จพระราชาคณะ)": ("ขอนมัสการด้วยความเคารพอย่างยิ่ง", "พระคุณเจ้า", []),
    "สมเด็จพระราชาคณะ": ("ขอนมัสการด้วยความเคารพอย่างยิ่ง", "พระคุณเจ้า", []),
    "สมเด็จพระมหาวีรวงศ์": ("ขอนมัสการด้วยความเคารพอย่างยิ่ง", "พระคุณเจ้า", []),
    "สมเด็จพระพุฒาจารย์ วัดตัวอย่าง": ("ขอนมัสการด้วยความเคารพอย่างยิ่ง", "พระคุณเจ้า", []),
    "สมเด็จพระตัวอย่าง วัดตัวอย่าง": ("ขอนมัสการด้วยความเคารพอย่างยิ่ง", "พระคุณเจ้า", []),
}


@pytest.mark.parametrize("text", MONKS)
def test_monks(text: str) -> None:
    found = read(f"นมัสการ {text}")
    assert found == read(text) == text
    assert ((found.closing, found.pronoun), found.opening) == (MONKS[text][:2], "นมัสการ")
    assert codes(text) == codes(f"นมัสการ {text}") == MONKS[text][2]


def test_the_supreme_patriarch() -> None:
    for text in ("สมเด็จพระสังฆราช", "กราบทูล สมเด็จพระอริยวงศาคตญาณ สมเด็จพระสังฆราช", "สมเด็จพระสังฆราช เจ้าอาวาสวัดตัวอย่าง"):
        found = read(text)
        assert (found.opening, found.pronoun, found.closing) == ("กราบทูล", "ฝ่าพระบาท", "ควรมิควรแล้วแต่จะโปรด")
        assert not codes(text)
    found = read("สมเด็จพระสังฆราชเจ้า กรมหลวงตัวอย่าง")
    assert (found.opening, found.closing) == ("ขอประทานกราบทูล", "ควรมิควรแล้วแต่จะโปรดเกล้าโปรดกระหม่อม")


def test_a_typed_opening_stands_and_its_closing_words_with_it() -> None:
    found = parse_addressee("กราบเรียน ผู้ว่าราชการจังหวัดนครพนม")
    assert isinstance(found, AddresseeReading)
    assert found.value == "ผู้ว่าราชการจังหวัดนครพนม"
    assert (found.value.opening, found.value.typed_opening) == ("กราบเรียน", "กราบเรียน")
    assert found.value.closing == "ขอแสดงความนับถืออย่างยิ่ง"
    assert found.faults == (Fault("opening-mismatch", {"typed": "กราบเรียน", "opening": "เรียน"}),)
    assert codes("กราบนมัสการ พระครูตัวอย่าง") == codes("เรียน พระครูตัวอย่าง") == ["opening-mismatch"]
    assert codes("กราบทูล พระครูตัวอย่าง") == ["opening-mismatch"]
    assert read("กราบนมัสการ พระครูตัวอย่าง").closing == "ขอนมัสการด้วยความเคารพ"
    assert read("ผู้ว่าราชการจังหวัดนครพนม").typed_opening == ""


def test_an_honorific_is_told_and_kept() -> None:
    assert codes("เรียน ท่านผู้อำนวยการโรงเรียนตัวอย่าง") == ["addressee-honorific"]
    assert read("เรียน ท่านผู้อำนวยการโรงเรียนตัวอย่าง") == "ท่านผู้อำนวยการโรงเรียนตัวอย่าง"
    assert codes("ฯพณฯ นายกรัฐมนตรี") == ["addressee-honorific"]
    assert read("ฯพณฯ นายกรัฐมนตรี").opening == "กราบเรียน"
    assert not codes("ท่านผู้หญิงสมศรี ตัวอย่าง")


@given(
    st.one_of(st.text(), st.lists(st.sampled_from([*FOURTEEN, *ORDINARY, *ROYAL, *MONKS, "เรียน", " "])).map("".join))
)
def test_any_text_is_an_addressee_or_refused(text: str) -> None:
    found = parse_addressee(text)
    if isinstance(found, Fault):
        assert found.code == "royal-addressee"
        return
    again = parse_addressee(f"{found.value.opening} {found.value}")
    assert found.value.opening
    assert found.value.closing
    assert isinstance(again, (AddresseeReading, Fault))


@pytest.mark.parametrize("text", [*ORDINARY, *OFFICES, *MONKS, *FOURTEEN])
def test_an_addressee_with_its_opening_word_reads_back(text: str) -> None:
    found = read(text)
    again = read(f"{found.opening} {found}")
    assert (again, again.opening, again.closing, again.pronoun) == (text, found.opening, found.closing, found.pronoun)


def test_it_is_a_text_that_keeps_its_words() -> None:
    found = read("กราบเรียน นายกรัฐมนตรี")
    for same in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (type(same), same, same.opening, same.closing) == (Addressee, found, found.opening, found.closing)
        assert (same.pronoun, same.typed_opening) == ("ท่าน", "กราบเรียน")


def test_the_table_is_whole() -> None:
    openings = {one["name"]: one["opening"] for one in TABLE["classes"]}
    assert set(openings.values()) == {"เรียน", "กราบเรียน", "นมัสการ", "กราบทูล", "ขอประทานกราบทูล"}
    heads = [
        text
        for one in [*TABLE["classes"], TABLE["royal"], TABLE["offices"]]
        for key in ("heads", "posts", "unsure", "open_heads")
        for text in one.get(key, ())
    ]
    assert len(heads) == len(set(heads))
