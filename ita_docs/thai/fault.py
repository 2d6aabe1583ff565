"""What a parser says instead of a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text could not be read: `code` is a problem code, `detail` fills its sentence."""

    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)
