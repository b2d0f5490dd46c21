"""What the office proposes for itself: a value of one of its settings, or one reading of a question."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.typed import Code, Day, Line, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingProposed:
    """Since when a value of a setting counts, and why."""

    since: Annotated[date, Day("Berlaku sejak")]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingProposed:
    """The reading that the office settles on, by which decree of which day, and why."""

    letter: Annotated[str, Code("Bacaan yang ditetapkan")]
    decree: Annotated[str, Line("Nomor keputusan")]
    on: Annotated[date, Day("Tanggal keputusan, dan sejak kapan berlaku")]
    reason: Reason
