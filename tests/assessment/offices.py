"""Published figures of real offices, as their reports print them; ours must come out the same to the last digit."""

from __future__ import annotations

from decimal import Decimal

AREAS_2564 = """
สกลนคร 3    97.58 93.53 97.15 97.47 97.69 99.41 98.55 99.26 70.64 93.75 91.61
นครพนม      100   99.76 99.23 98.80 99.80 100   99.53 99.78 78.62 31.25 81.76
สกลนคร      99.41 98.20 99.56 99.22 98.79 97.47 95.87 96.65 86.00 100   95.91
กาฬสินธุ์ 1 100   99.38 99.57 99.01 98.36 98.71 96.81 97.34 100   100   99.07
กาฬสินธุ์ 2 98.03 95.61 97.82 98.62 97.79 99.65 99.14 99.40 62.20 50.00 81.53
กาฬสินธุ์ 3 100   99.12 100   100   99.42 99.85 99.51 99.53 97.78 100   99.36
ขอนแก่น 1   99.08 93.43 97.17 97.30 98.00 98.34 96.95 96.68 96.00 100   97.50
ขอนแก่น 2   93.54 83.69 94.41 89.61 87.77 98.82 95.90 96.97 83.78 100   92.87
ขอนแก่น 3   99.23 95.25 97.82 97.43 97.48 98.20 98.21 98.51 86.28 100   95.98
ขอนแก่น 4   98.69 97.75 98.28 98.33 98.33 98.62 96.89 97.68 73.70 87.50 91.04
ขอนแก่น 5   96.42 92.78 99.09 93.67 96.93 98.71 93.05 94.29 94.64 93.75 95.02
มหาสารคาม 1 99.90 99.61 100   100   99.83 99.85 99.80 100   95.00 93.75 97.68
มหาสารคาม 2 99.76 95.61 98.97 99.48 99.14 99.51 98.89 99.89 73.42 93.75 92.84
"""
"""FY2564: ten indicators and the total."""

REGION_11 = """
นครพนม 1  29.34 28.54 35.96 93.84 A
นครพนม 2  29.28 29.67 39.50 98.45 AA
มุกดาหาร  29.45 29.98 27.19 86.62 A
สกลนคร 1  29.57 29.57 34.26 93.40 A
สกลนคร 2  25.09 24.13 36.18 85.40 A
สกลนคร 3  29.01 29.72 32.88 91.61 A
นครพนม    29.86 29.93 21.97 81.76 B
สกลนคร    29.71 29.00 37.20 95.91 AA
"""
"""FY2564: three instruments, the total and its level."""

HISTORIES = """
ฉะเชิงเทรา    62.47 81.36 81.26 85.37 90.32 84.66 99.01 +14.35
ชลบุรี ระยอง   85.89 92.08 88.19 83.63 86.10 95.02 90.14 -4.88
ชัยภูมิ         78.72 89.93 93.30 94.71 94.77 98.32 97.39 -0.93
เชียงราย       81.14 78.74 83.50 83.91 75.41 73.62 89.46 +15.84
เชียงใหม่      63.48 72.89 78.75 85.74 85.49 71.84 97.93 +26.09
ตรัง กระบี่     67.81 74.81 76.96 92.35 91.74 94.61 93.13 -1.48
นครพนม        90.26 85.53 87.68 76.67 76.01 85.20 81.76 -3.44
นครราชสีมา     74.58 76.16 82.12 80.68 84.28 77.25 86.82 +9.57
นครศรีธรรมราช  61.52 78.36 81.81 82.98 83.76 91.93 97.42 +5.49
"""
"""Totals of 2558 to 2564, and the last difference."""


def rows(table: str, columns: int) -> dict[str, list[str]]:
    """The last `columns` words of each line, by the words before them."""
    lines = [line.split() for line in table.strip().splitlines()]
    return {" ".join(line[:-columns]): line[-columns:] for line in lines}


def numbered(text: str, first: int = 1) -> dict[int, Decimal]:
    """Scores by number, from `first` on."""
    return dict(enumerate(map(Decimal, text.split()), first))


def items(count: int, zeros: set[int]) -> dict[int, Decimal]:
    """Items 1 to `count`: those of `zeros` at 0, the others at 100."""
    return {number: Decimal(0 if number in zeros else 100) for number in range(1, count + 1)}


NAKHON_PHANOM = numbered("100 99.76 99.23 98.80 99.80 100 99.53 99.78")
NAKHON_PHANOM_ITEMS = items(43, {1, 2, 6, 20, 23, 26, 30, 38, 40, 41, 42, 43})
NARATHIWAT = numbered("100 100 100 100 100 100 100 99.63")
NARATHIWAT_ITEMS = items(43, {29, 36})
ROI_ET_ITEMS = items(43, {*range(15, 19), *range(21, 28), 29, *range(30, 44)})
