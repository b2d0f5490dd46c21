"""For how many days a loan is behind, in ranges that a list can be narrowed to (IX.1)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.labelled import Labelled
from domain.sampang.servicing.arrears import soon_until


@dataclass(frozen=True, slots=True)
class DueDays:
    """The oldest unpaid due days of a range, both counted in; the first is None where it has no beginning."""

    first: date | None
    last: date


class DaysLate(Labelled):
    """Days since the oldest unpaid due day; one on the day after it."""

    MONTH = "30", "1-30 hari"
    QUARTER = "90", "31-90 hari"
    HALF_YEAR = "180", "91-180 hari"
    YEAR = "365", "181-365 hari"
    LONGER = "lebih", "lebih dari 365 hari"

    def due_days(self, day: date) -> DueDays:
        """Between which days the oldest unpaid one lies, for a loan that is so late on a day."""
        fewest, most = _RANGES[self]
        return DueDays(None if most is None else day - timedelta(days=most), day - timedelta(days=fewest))


class Pressing(Labelled):
    """What somebody looks at first: who is due within the week, and who has just fallen behind."""

    DUE_SOON = "due_soon", "Jatuh tempo 7 hari"
    NEWLY_LATE = "newly_late", "Baru menunggak"

    def due_days(self, day: date) -> DueDays:
        """Between which days the oldest unpaid one lies: the seven from today on, or the month before."""
        if self is Pressing.DUE_SOON:
            return DueDays(day, soon_until(day))
        return DaysLate.MONTH.due_days(day)


_RANGES: Final[dict[DaysLate, tuple[int, int | None]]] = {
    DaysLate.MONTH: (1, 30),
    DaysLate.QUARTER: (31, 90),
    DaysLate.HALF_YEAR: (91, 180),
    DaysLate.YEAR: (181, 365),
    DaysLate.LONGER: (366, None),
}


def days_late(oldest_unpaid: date, day: date) -> int:
    """How many days a loan is behind; none while its oldest unpaid instalment is not past its day."""
    return max(0, (day - oldest_unpaid).days)
