"""What is wrong with a kind.toml, collected so that its author sees every fault at once."""

from __future__ import annotations

from pathlib import Path

from ..problems import Problem, problem


class Faults:
    """The faults of one kind.toml, in the order found; each is said in Thai and in English."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, at: str, thai: str, english: str, near: str | None = None) -> None:
        """A fault at `at`, the path of a key as the file spells it (`table.fields[2].type`)."""
        self.problems.append(
            problem(
                "bad-kind",
                place={"file": str(self.file), "tag": at},
                file=str(self.file),
                reason={"th": f"{at} {thai}".strip(), "en": f"{at} {english}".strip()},
                near=near,
            )
        )
