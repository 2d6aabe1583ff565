"""A TOML file of data read strictly: every key known, every value of its type, every fault said at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from .problems import ItaDocsError, Problem, problem
from .thai.near import nearest


class Faults:
    """The faults of one file, in the order found; each is said in Thai and in English.

    `code` is the problem code of a fault, `error` the exception that carries them all.
    """

    def __init__(self, file: Path, code: str, error: type[ItaDocsError]) -> None:
        self.file, self.code, self.error = file, code, error
        self.problems: list[Problem] = []

    def add(self, at: str, thai: str, english: str, near: str | None = None) -> None:
        """A fault at `at`, the path of a key as the file spells it (`table.fields[2].type`)."""
        self.problems.append(
            problem(
                self.code,
                place={"file": str(self.file), "tag": at},
                file=str(self.file),
                reason={"th": f"{at} {thai}".strip(), "en": f"{at} {english}".strip()},
                near=near,
            )
        )

    def settle(self) -> None:
        """Raises: the error with every fault so far, if there is any."""
        if self.problems:
            raise self.error(*self.problems)


def read_toml(faults: Faults) -> dict[str, Any]:
    """What the file of `faults` says.

    Raises: the error of `faults`, with `file-not-found` or why the file cannot be read.
    """
    try:
        return tomllib.loads(faults.file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        faults.problems.append(problem("file-not-found", file=str(faults.file)))
    except OSError as error:
        faults.add("", f"เปิดไม่ได้ ({error.strerror})", f"cannot be read ({error.strerror})")
    except UnicodeDecodeError:
        faults.add("", "ไม่ใช่ UTF-8", "it is not UTF-8")
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, a number of too many digits, brackets too deep
        faults.add("", f"ผิดรูปแบบ TOML ({error})", f"it is not TOML ({error})")
    raise faults.error(*faults.problems)


class Section:
    """One table of the file: its keys are taken by type, and what is wrong with them goes to `faults`."""

    def __init__(self, at: str, content: Mapping[str, Any], known: Iterable[str], faults: Faults) -> None:
        self.at, self.content, self.faults = at, content, faults
        known = tuple(known)
        for key in content:
            if key not in known:
                faults.add(self.path(key), "ไม่ใช่คำที่รู้จัก", "is not a known key", nearest(key, known))

    def path(self, key: str) -> str:
        """The key as the file spells its place."""
        return f"{self.at}.{key}" if self.at else key

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without `default` it must be there and not be empty."""
        value = self.content.get(key, default)
        if not isinstance(value, str):
            if value is None:
                self.faults.add(self.path(key), "ต้องระบุ", "must be given")
            else:
                self.faults.add(self.path(key), "ต้องเป็นข้อความ", "must be a text")
            return default or ""
        if default is None and not value.strip():
            self.faults.add(self.path(key), "ต้องไม่ว่าง", "must not be empty")
        return value.strip()

    def word(self, key: str, choices: tuple[str, ...], default: str) -> str:
        """One of `choices`."""
        value = self.text(key, default)
        if value in choices:
            return value
        listed, near = ", ".join(choices), nearest(value, choices)
        self.faults.add(self.path(key), f"“{value}” ต้องเป็นหนึ่งใน {listed}", f"“{value}” must be one of {listed}", near)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none empty."""
        value = self.content.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(item.strip() for item in value)
        self.faults.add(self.path(key), "ต้องเป็นรายการข้อความที่ไม่ว่าง", "must be a list of texts, none empty")
        return ()

    def flag(self, key: str) -> bool:
        """True or false; false when absent."""
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            self.faults.add(self.path(key), "ต้องเป็น true หรือ false", "must be true or false")
            return False
        return value

    def number(self, key: str, whole: bool = False) -> float | None:
        """A number above zero; None when absent."""
        value = self.content.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not 0 < value < 10**6:
            kind, english = ("จำนวนเต็มบวก", "a whole number") if whole else ("จำนวนบวก", "a number")
            self.faults.add(self.path(key), f"ต้องเป็น{kind}", f"must be {english} above zero")
            return None
        return float(value)

    def has(self, key: str) -> bool:
        """Whether the file says anything of `key`."""
        return key in self.content

    def decimal(self, key: str, low: int, high: int, places: int = 0) -> Decimal:
        """A number from `low` to `high` of at most so many decimals, which must be there."""
        if not self.has(key):
            self.faults.add(self.path(key), "ต้องระบุ", "must be given")
            return Decimal(low)
        return self._decimals(key, [self.content[key]], low, high, places)[0]

    def decimals(self, key: str, low: int, high: int, places: int = 0) -> tuple[Decimal, ...]:
        """A list of numbers from `low` to `high` of at most so many decimals; empty when absent."""
        value = self.content.get(key, [])
        return self._decimals(key, value if isinstance(value, list) else [value], low, high, places)

    def _decimals(self, key: str, values: list[Any], low: int, high: int, places: int) -> tuple[Decimal, ...]:
        found = [_decimal(value, low, high, places) for value in values]
        if None in found:
            thai, english = f"ต้องเป็นจำนวน {low}–{high}", f"must be a number from {low} to {high}"
            of_places = (f" ทศนิยมไม่เกิน {places} ตำแหน่ง", f" of at most {places} decimals") if places else ("", "")
            self.faults.add(self.path(key), thai + of_places[0], english + of_places[1])
        return tuple(Decimal(low) if number is None else number for number in found)

    def bound(self, key: str) -> str | None:
        """A number or an ISO date, as text; None when absent."""
        value = self.content.get(key)
        if isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self.faults.add(self.path(key), "ต้องเป็นตัวเลขหรือวันที่", "must be a number or a date")
        return None

    def sections(self, key: str, known: Iterable[str]) -> list[Section]:
        """The tables of an array of tables (`[[key]]`)."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.faults.add(self.path(key), f"ต้องเขียนเป็น [[{key}]]", f"must be written as [[{key}]]")
            return []
        return [Section(f"{self.path(key)}[{n}]", item, known, self.faults) for n, item in enumerate(value, 1)]

    def section(self, key: str, known: Iterable[str]) -> Section:
        """The table at `key`; an empty one when absent."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            self.faults.add(self.path(key), "ต้องเป็นหมวด", "must be a table")
            value = {}
        return Section(self.path(key), value, known, self.faults)


def _decimal(value: Any, low: int, high: int, places: int) -> Decimal | None:
    """The number, or None where it is none, out of bounds or too fine; `value` is what TOML says."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        return None
    number = Decimal(str(value))
    return number if number == round(number, places) else None
