"""What is known about the Integrity and Transparency Assessment (ITA), as data: one TOML file a framework.

model   Framework and its parts        loading  a framework by name, by file, by body and year
schema  the keys of a file             rules    what no single key shows
"""

from __future__ import annotations

from .loading import Choice, framework_for, framework_names, load_framework
from .model import Band, Framework, Indicator, Instrument, Item, Method, SubIndicator

__all__ = [
    "Band",
    "Choice",
    "Framework",
    "Indicator",
    "Instrument",
    "Item",
    "Method",
    "SubIndicator",
    "framework_for",
    "framework_names",
    "load_framework",
]
