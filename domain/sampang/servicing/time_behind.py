"""How long something of a loan has been behind without a break, however young each piece (IX.3, O-13)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from domain.dates import add_months
from domain.sampang.fund.loan_course import Course

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeBehind:
    """The time in which something is behind at the end of each day, from its first day."""

    began: date

    def longer_than(self, months: int) -> date:
        """The first day on which it lasts longer than so many months, if it goes on."""
        return add_months(self.began - _DAY, months) + _DAY


def time_behind(course: Course, day: date) -> TimeBehind | None:
    """The unbroken time that holds a day; None where nothing is behind then.

    It begins on the day after a due day, or when money is taken back (O-14), and one day with nothing
    behind ends it.
    """
    due_days = [row.due_on for row in course.rows]
    due = list(accumulate((row.total for row in course.rows), initial=0))
    began: date | None = None
    for on, paid in _paid_by_day(course, day):
        is_behind = paid < due[bisect_left(due_days, on)]
        began = (began or on) if is_behind else None
    return None if began is None else TimeBehind(began)


def _paid_by_day(course: Course, day: date) -> Iterator[tuple[date, int]]:
    """The days on which something can fall behind or be caught up, with all that was paid by then."""
    moved: dict[date, int] = {row.due_on + _DAY: 0 for row in course.rows}
    for one in course.received:
        moved[one.on] = moved.get(one.on, 0) + one.covered
    paid = 0
    for on in sorted(moved):
        if on > day:
            return
        paid += moved[on]
        yield on, paid


def as_known_on(course: Course, day: date) -> Course:
    """The course with all money that is known, later money as if it had come on the day.

    Months are counted on the day up to which the bank's data is in; nobody is warned of what was paid since.
    """
    received = tuple(replace(one, on=min(one.on, day)) for one in course.received)
    return replace(course, received=received)
