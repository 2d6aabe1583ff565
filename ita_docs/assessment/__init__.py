"""What follows from an office's figures, by the framework of their year. Pure functions of figures, exact until shown.

scoring   assess: the whole tree of scores       findings  strong, to develop, urgent
model     Given, Assessment and its scores       history   year on year
attainable  which scores can exist at all        ranking   places and means
exact     a score and the slack of its roundings
"""

from __future__ import annotations

from .attainable import attainable_scores
from .findings import Findings, Point, findings
from .history import Trend, Year, trend_of, yearly
from .model import Assessment, Contradiction, Given, IndicatorScore, InstrumentScore, Source, SubScore
from .ranking import mean_of, ranks, ranks_within
from .scoring import TOTAL, assess

__all__ = [
    "TOTAL",
    "Assessment",
    "Contradiction",
    "Findings",
    "Given",
    "IndicatorScore",
    "InstrumentScore",
    "Point",
    "Source",
    "SubScore",
    "Trend",
    "Year",
    "assess",
    "attainable_scores",
    "findings",
    "mean_of",
    "ranks",
    "ranks_within",
    "trend_of",
    "yearly",
]
