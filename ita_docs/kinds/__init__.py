"""What a document kind is, and where kinds are found.

model      Kind, Table, Field, Constraints, the field types     rules      what no single key shows
schema     the keys of a kind.toml                              catalogue  every kind there is
loading    a kind by name or folder
"""

from __future__ import annotations

from .catalogue import list_kinds
from .loading import load_kind
from .model import Constraints, Field, FieldType, FreeTable, Kind, Numerals, Table

__all__ = [
    "Constraints",
    "Field",
    "FieldType",
    "FreeTable",
    "Kind",
    "Numerals",
    "Table",
    "list_kinds",
    "load_kind",
]
