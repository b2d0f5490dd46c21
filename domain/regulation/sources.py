"""Where a rule or a number comes from: instruments of law and exact places in them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One regulation: its kind and number, title, and the days between which it is in force.

    `in_force_by` is the short place that says since when.
    """

    key: str
    name: str
    title: str
    in_force_since: date
    ended_on: date | None = None
    note: str = ""
    in_force_by: str = ""

    def __post_init__(self) -> None:
        if not (self.key and self.name and self.title):
            raise ValueError("an instrument needs a key, a name and a title")


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact place in an instrument, with a fragment of a few words so that the eye finds it."""

    instrument: Instrument
    place: str
    short: str
    words: str = ""

    def __post_init__(self) -> None:
        if not (self.place and self.short):
            raise ValueError("a citation names the exact place")
        if len(self.words.split()) > 12:
            raise ValueError(f"quote a fragment of a few words only: {self.words!r}")

    @property
    def in_table(self) -> str:
        """The place as tables name it: a Pasal in its words, a number of an annex by its short form."""
        return self.place if self.place.startswith("Pasal") else self.short

    def __str__(self) -> str:
        return f"{self.instrument.name}, {self.place}"


@dataclass(frozen=True, slots=True)
class OfficeDecision:
    """The source of a value that the law leaves open: a decision of the office, on a day, with a reason."""

    reason: str
    decided_by: str = ""
    decree: str = ""

    def __str__(self) -> str:
        return f"ketetapan kantor: {self.reason}" if self.decided_by else self.reason
