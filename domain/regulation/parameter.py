"""Legal numbers as dated values: each with the day since which it counts and the place that says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from domain.regulation.sources import Citation, OfficeDecision

# A rate with decimals is text, since JSON knows no exact ones.
Value = int | str | tuple[int, ...]
_DECIMAL = re.compile(r"\d+\.\d*[1-9]")


class Unit(StrEnum):
    """What a number counts."""

    RUPIAH = "rupiah"
    MONTHS = "bulan"
    DAYS = "hari"
    HOURS = "jam"
    MINUTES = "menit"
    PEOPLE = "orang"
    YEARS = "tahun"
    YEAR = "tahun pembuatan"
    TIMES = "kali"
    PERCENT = "persen"
    PER_MILLE = "per seribu"
    WHEELS = "roda"
    CLIENTS = "binaan"
    CHOICE = "pilihan"
    TEXT = "teks"
    IMAGE = "gambar"
    BY_DISTRICT = "usaha per kecamatan"


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value in force since a day, with its source."""

    since: date
    value: Value
    source: Citation | OfficeDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number or choice of the law, or one that the law leaves to the office.

    `history` runs from the oldest value to the newest. A statutory value is never edited: a later
    instrument adds a later dated value. An office setting may have no value at all yet.
    """

    key: str
    label: str
    unit: Unit
    history: tuple[DatedValue, ...]
    office_setting: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    largest: int | None = None
    decimals: int = 0
    least: int = 0

    def __post_init__(self) -> None:
        days = [entry.since for entry in self.history]
        if days != sorted(set(days)):
            raise ValueError(f"{self.key}: dated values must run from old to new")
        if not self.office_setting and not self.history:
            raise ValueError(f"{self.key}: a statutory parameter needs a value and its place")
        if not self.office_setting and any(
            isinstance(entry.source, OfficeDecision) for entry in self.history
        ):
            raise ValueError(f"{self.key}: a statutory value rests on a citation")

    def entry_on(self, day: date) -> DatedValue | None:
        """The dated value in force on a day, or nothing when none is."""
        current = None
        for entry in self.history:
            if entry.since <= day:
                current = entry
        return current

    def on(self, day: date) -> Value | None:
        """The value in force on a day."""
        entry = self.entry_on(day)
        return None if entry is None else entry.value

    def with_decisions(self, decisions: tuple[DatedValue, ...]) -> "Parameter":
        """The same office setting with the office's own dated decisions in place of the default."""
        if not self.office_setting:
            raise ValueError(f"{self.key} is set by law, not by the office")
        by_day = {entry.since: entry for entry in self.history + decisions}
        return Parameter(
            key=self.key,
            label=self.label,
            unit=self.unit,
            history=tuple(by_day[day] for day in sorted(by_day)),
            office_setting=True,
            choices=self.choices,
            largest=self.largest,
            decimals=self.decimals,
            least=self.least,
        )


def exact(value: Value | None) -> Fraction | None:
    """A whole number, or a rate with decimals, which is kept as text ("2.5"); None for anything else."""
    if isinstance(value, int):
        return Fraction(value)
    return Fraction(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else None


def values_on(parameters: Mapping[str, Parameter], day: date) -> dict[str, Value | None]:
    """Every parameter's value on a day, by key."""
    return {key: parameter.on(day) for key, parameter in parameters.items()}
