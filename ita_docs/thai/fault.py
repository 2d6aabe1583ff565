"""What a parser says instead of a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is not what it should be: a problem code, and the facts its sentence names."""

    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)
