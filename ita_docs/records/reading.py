"""What reading one cell gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..messages import severity_of
from ..thai.fault import Fault


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed value, and what is to be said about it: codes and details of problems, of any severity."""

    value: Any
    faults: tuple[Fault, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was there after all: invisible characters, blank lines."""
        nothing = self.value is None or (hasattr(self.value, "__len__") and len(self.value) == 0)
        return nothing and not self.failed

    @property
    def failed(self) -> bool:
        """Whether any of what is to be said is an error."""
        return bool(self.faults) and any(severity_of(fault.code) == "error" for fault in self.faults)
