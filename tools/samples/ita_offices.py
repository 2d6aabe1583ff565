"""Published ITA figures of education areas of the fiscal year 2564: ranks, instruments, indicators, years before."""

from __future__ import annotations

from .workbook import Row

OBEC = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\nกระทรวงศึกษาธิการ"
YEAR = 2564
"""The year assessed."""
AREAS = {
    **{"NPM1": "สพป.นครพนม เขต 1", "NPM2": "สพป.นครพนม เขต 2", "MDH": "สพป.มุกดาหาร", "SNK1": "สพป.สกลนคร เขต 1"},
    **{"SNK2": "สพป.สกลนคร เขต 2", "SNK3": "สพป.สกลนคร เขต 3", "NKP": "สพม.นครพนม", "SNKM": "สพม.สกลนคร"},
    **{"KSN1": "สพป.กาฬสินธุ์ เขต 1", "KSN2": "สพป.กาฬสินธุ์ เขต 2", "KSN3": "สพป.กาฬสินธุ์ เขต 3"},
    **{"KKN1": "สพป.ขอนแก่น เขต 1", "KKN2": "สพป.ขอนแก่น เขต 2", "KKN3": "สพป.ขอนแก่น เขต 3"},
    **{"KKN4": "สพป.ขอนแก่น เขต 4", "KKN5": "สพป.ขอนแก่น เขต 5"},
    **{"MKM1": "สพป.มหาสารคาม เขต 1", "MKM2": "สพป.มหาสารคาม เขต 2"},
    **{"ACR": "สพป.อำนาจเจริญ", "NAN1": "สพป.น่าน เขต 1", "UDN3": "สพป.อุดรธานี เขต 3", "SRN2": "สพป.สุรินทร์ เขต 2"},
    **{"AYA1": "สพป.พระนครศรีอยุธยา เขต 1", "PLG1": "สพป.พัทลุง เขต 1", "PTN3": "สพป.ปัตตานี เขต 3"},
    **{"YLA3": "สพป.ยะลา เขต 3", "KRI4": "สพป.กาญจนบุรี เขต 4", "SKM": "สพป.สมุทรสงคราม"},
    **{"SSK4": "สพป.ศรีสะเกษ เขต 4", "LEIM": "สพม.เลย หนองบัวลำภู", "SNI3": "สพป.สุราษฎร์ธานี เขต 3"},
    **{"PTEM": "สพม.ปทุมธานี", "NSN3": "สพป.นครสวรรค์ เขต 3"},
    **{"CCOM": "สพม.ฉะเชิงเทรา", "CBIM": "สพม.ชลบุรี ระยอง", "CPMM": "สพม.ชัยภูมิ", "CRIM": "สพม.เชียงราย"},
    **{"CMIM": "สพม.เชียงใหม่", "TRGM": "สพม.ตรัง กระบี่", "NMAM": "สพม.นครราชสีมา", "NRTM": "สพม.นครศรีธรรมราช"},
}
"""Short names by code, those of a region in the order of its published table."""
REGIONS = {
    "11": ("NPM1", "NPM2", "MDH", "SNK1", "SNK2", "SNK3", "NKP", "SNKM"),
    "12": ("KSN1", "KSN2", "KSN3", "KKN1", "KKN2", "KKN3", "KKN4", "KKN5", "MKM1", "MKM2"),
}
INDICATORS = {
    "SNK3": (97.58, 93.53, 97.15, 97.47, 97.69, 99.41, 98.55, 99.26, 70.64, 93.75, 91.61),
    "NKP": (100, 99.76, 99.23, 98.80, 99.80, 100, 99.53, 99.78, 78.62, 31.25, 81.76),
    "SNKM": (99.41, 98.20, 99.56, 99.22, 98.79, 97.47, 95.87, 96.65, 86.00, 100, 95.91),
    "KSN1": (100, 99.38, 99.57, 99.01, 98.36, 98.71, 96.81, 97.34, 100, 100, 99.07),
    "KSN2": (98.03, 95.61, 97.82, 98.62, 97.79, 99.65, 99.14, 99.40, 62.20, 50.00, 81.53),
    "KSN3": (100, 99.12, 100, 100, 99.42, 99.85, 99.51, 99.53, 97.78, 100, 99.36),
    "KKN1": (99.08, 93.43, 97.17, 97.30, 98.00, 98.34, 96.95, 96.68, 96.00, 100, 97.50),
    "KKN2": (93.54, 83.69, 94.41, 89.61, 87.77, 98.82, 95.90, 96.97, 83.78, 100, 92.87),
    "KKN3": (99.23, 95.25, 97.82, 97.43, 97.48, 98.20, 98.21, 98.51, 86.28, 100, 95.98),
    "KKN4": (98.69, 97.75, 98.28, 98.33, 98.33, 98.62, 96.89, 97.68, 73.70, 87.50, 91.04),
    "KKN5": (96.42, 92.78, 99.09, 93.67, 96.93, 98.71, 93.05, 94.29, 94.64, 93.75, 95.02),
    "MKM1": (99.90, 99.61, 100, 100, 99.83, 99.85, 99.80, 100, 95.00, 93.75, 97.68),
    "MKM2": (99.76, 95.61, 98.97, 99.48, 99.14, 99.51, 98.89, 99.89, 73.42, 93.75, 92.84),
}
"""Ten indicators and the total."""
INSTRUMENTS = {
    "NPM1": (29.34, 28.54, 35.96, 93.84, "A"),
    "NPM2": (29.28, 29.67, 39.50, 98.45, "AA"),
    "MDH": (29.45, 29.98, 27.19, 86.62, "A"),
    "SNK1": (29.57, 29.57, 34.26, 93.40, "A"),
    "SNK2": (25.09, 24.13, 36.18, 85.40, "A"),
    "SNK3": (29.01, 29.72, 32.88, 91.61, "A"),
    "NKP": (29.86, 29.93, 21.97, 81.76, "B"),
    "SNKM": (29.71, 29.00, 37.20, 95.91, "AA"),
}
"""Weighted points of IIT, EIT and OIT, the total, its level."""
OFFICES = 225
RANKS = {
    **{"ACR": (203, 188, 85.80), "SNK2": (204, 218, 85.40), "NAN1": (205, 79, 84.85), "UDN3": (206, 75, 84.69)},
    **{"SRN2": (207, 224, 84.28), "AYA1": (208, 114, 84.15), "PLG1": (209, 181, 83.17), "PTN3": (210, 160, 83.08)},
    **{"YLA3": (211, 167, 82.81), "KRI4": (212, 186, 82.78), "SKM": (213, 89, 82.62), "SSK4": (214, 132, 82.26)},
    **{"LEIM": (215, 178, 82.04), "NKP": (216, 110, 81.76), "SNI3": (217, 55, 81.66), "KSN2": (218, 203, 81.53)},
    **{"PTEM": (219, 216, 81.28), "NSN3": (220, 198, 81.09)},
}
"""Places in 2564 among `OFFICES` and in 2563, and the total of 2564."""
YEARS = {
    "CCOM": (62.47, 81.36, 81.26, 85.37, 90.32, 84.66, 99.01),
    "CBIM": (85.89, 92.08, 88.19, 83.63, 86.10, 95.02, 90.14),
    "CPMM": (78.72, 89.93, 93.30, 94.71, 94.77, 98.32, 97.39),
    "CRIM": (81.14, 78.74, 83.50, 83.91, 75.41, 73.62, 89.46),
    "CMIM": (63.48, 72.89, 78.75, 85.74, 85.49, 71.84, 97.93),
    "TRGM": (67.81, 74.81, 76.96, 92.35, 91.74, 94.61, 93.13),
    "NKP": (90.26, 85.53, 87.68, 76.67, 76.01, 85.20, 81.76),
    "NMAM": (74.58, 76.16, 82.12, 80.68, 84.28, 77.25, 86.82),
    "NRTM": (61.52, 78.36, 81.81, 82.98, 83.76, 91.93, 97.42),
}
"""Totals of 2558 to 2564."""


def full_name(short: str) -> str:
    """An area office's whole name."""
    kinds = (("สพป.", "ประถมศึกษา"), ("สพม.", "มัธยมศึกษา"))
    kind, place = next((words, short.removeprefix(mark)) for mark, words in kinds if short.startswith(mark))
    return f"สำนักงานเขตพื้นที่การศึกษา{kind}{place}"


def office(code: str) -> Row:
    """What the sheet of offices says of an area."""
    return {
        "รหัส": code,
        "ชื่อหน่วยงาน": full_name(AREAS[code]),
        "ชื่อย่อ": AREAS[code],
        "ต้นสังกัด": OBEC,
        "ปีงบประมาณ": YEAR + 1,
        "เขตตรวจราชการ": next((region for region, codes in REGIONS.items() if code in codes), None),
    }


def indicator_rows() -> list[tuple[object, ...]]:
    """Code, year, ten indicators, IIT, EIT, OIT, total, level."""
    made: list[tuple[object, ...]] = []
    for code in AREAS:
        indicators, instruments = INDICATORS.get(code), INSTRUMENTS.get(code)
        if indicators or instruments:
            *ten, total = indicators or (*[None] * 10, None)
            *three, known, level = instruments or (None, None, None, None, None)
            made.append((code, YEAR, *ten, *three, total if total is not None else known, level))
    return made


def past_rows() -> list[tuple[object, ...]]:
    """Code, year, total, place, of how many offices, mean of all."""
    made: list[tuple[object, ...]] = []
    for code in AREAS:
        totals = dict(zip(range(YEAR - 6, YEAR + 1), YEARS.get(code, ()), strict=False))
        places: dict[int, int] = {}
        if code in RANKS:
            places[YEAR], places[YEAR - 1], totals[YEAR] = RANKS[code]
        for year in sorted({*totals, *places}):
            offices = OFFICES if year == YEAR and year in places else None
            made.append((code, year, totals.get(year), places.get(year), offices, None))
    return made
