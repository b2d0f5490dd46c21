"""A rule as somebody would like it, tried over a register: built like a next version, in force nowhere."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import DatedValue, Parameter, Unit, Value
from domain.regulation.rules import Regulation
from domain.regulation.sources import Citation, Instrument
from domain.regulation.versions import amended
from domain.typed import Code, Count, Day, Line

LONGEST_NAME: Final = 80
LARGEST_VALUE: Final = 10**13
DRAFT: Final = "rancangan"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftValue:
    """A number as the draft has it, in the number's own unit."""

    key: Annotated[str, Code("Angka yang diubah")]
    value: Annotated[int, Count("Nilai dalam rancangan", largest=LARGEST_VALUE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChoice:
    """A way of reckoning as the draft has it, among those that the program knows."""

    key: Annotated[str, Code("Cara yang dipilih")]
    choice: Annotated[str, Code("Cara dalam rancangan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReading:
    """A question that the draft settles: its id and the letter."""

    name: Annotated[str, Code("Tafsir")]
    letter: Annotated[str, Code("Bacaan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A named draft regulation with its own first day; what it does not name stays as it is."""

    name: Annotated[str, Line("Nama rancangan", longest=LONGEST_NAME)]
    since: Annotated[date, Day("Dicoba seolah berlaku sejak")]
    values: tuple[DraftValue, ...] = ()
    choices: tuple[DraftChoice, ...] = ()
    off: Annotated[tuple[str, ...], Code("Ketentuan yang dihapus")] = ()
    readings: tuple[DraftReading, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether it leaves everything as it is."""
        return not (self.values or self.choices or self.off or self.readings)


def choosable_ways(regulation: Regulation) -> dict[str, Parameter]:
    """What the law leaves to the office as a choice, which a draft may fix."""
    return {key: one for key, one in regulation.parameters.items() if one.unit is Unit.CHOICE and one.choices}


def switchable(regulation: Regulation) -> dict[str, str]:
    """The provisions that a draft can leave out, by id, with their titles: those that enter a verdict."""
    return {one.id: one.title for one in regulation.rules if one.kind.decides}


def drafted(law: LawInForce, draft: Draft) -> LawInForce:
    """The law of the same day as it would be under a draft, also for what was filed before.

    Raises ValueError for what does not fit the law: see problems_of_draft.
    """
    return _drafted(law.regulation, law.day, law.practice, draft)


@lru_cache(maxsize=64)
def _drafted(regulation: Regulation, day: date, practice: Practice, draft: Draft) -> LawInForce:
    by = Instrument(
        key=f"{DRAFT}-{draft.name}",
        name=f"{DRAFT} “{draft.name}”",
        title=f"Simulasi, bukan peraturan: {draft.name}",
        in_force_since=draft.since,
    )
    values: dict[str, Value] = {one.key: one.value for one in draft.values}
    values |= {one.key: one.choice for one in draft.choices}
    place = Citation(by, f"simulasi {indonesian_date(draft.since)}", DRAFT)
    changed = amended(
        regulation,
        by,
        values={key: DatedValue(draft.since, value, place) for key, value in values.items()},
        rules=dict.fromkeys(draft.off),
    )
    return LawInForce(changed, day, _practised(practice, draft, by, values.keys()))


def _practised(practice: Practice, draft: Draft, by: Instrument, fixed: Collection[str]) -> Practice:
    """The office's practice with the readings of the draft; what it fixes the office no longer sets."""
    settled = [(one.name, Settlement(one.letter, draft.since, DRAFT, by.name)) for one in draft.readings]
    kept = [(key, entry) for key, entry in practice.settings if key not in fixed or entry.since < draft.since]
    return replace(practice, settings=tuple(kept), settlements=(*practice.settlements, *settled))
