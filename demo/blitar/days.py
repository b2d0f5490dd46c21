"""The days on which the demo office of Blitar does things; they all move along with the day of the demo."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.working_days import is_working_day, monday_of

_LEFT_LONG_AGO = (6, 15)  # from then on the Pendamping who left did so in May of the same year
_WEEKS_PLANNED = 5


@dataclass(frozen=True, slots=True)
class Days:
    """Every day of the story: last winter's selection, the year of service, and the round that is open."""

    today: date
    announced: date
    opens: date
    closes: date
    tested: date
    interviewed: date
    decided: date
    appointed: date
    contract_until: date
    soon_over: date
    resigned: date
    handed_over: date
    covered_again: date
    covered_until: date
    open_announced: date
    open_from: date
    open_until: date

    @property
    def mondays(self) -> tuple[date, ...]:
        """The weeks that have plans: four past ones and this week."""
        this = monday_of(self.today)
        return tuple(this - timedelta(weeks=back) for back in reversed(range(_WEEKS_PLANNED)))


def days_of(today: date) -> Days:
    """Fix all days; the contracts end with the year of the demo's day, one of them soon, and earlier."""
    is_late = (today.month, today.day) >= _LEFT_LONG_AGO
    year = today.year if is_late else today.year - 1
    year_end = date(today.year, 12, 31)
    resigned = working_day(date(year, 5, 15) if is_late else today - timedelta(days=60))
    return Days(
        today=today,
        announced=working_day(date(year - 1, 11, 25)),
        opens=working_day(date(year - 1, 12, 1)),
        closes=working_day(date(year - 1, 12, 19)),
        tested=working_day(date(year, 1, 8)),
        interviewed=working_day(date(year, 1, 15)),
        decided=working_day(date(year, 1, 23)),
        appointed=working_day(date(year, 2, 2)),
        contract_until=year_end,
        soon_over=min(today + timedelta(days=18), year_end),
        resigned=resigned,
        handed_over=working_day(resigned + timedelta(days=7)),
        covered_again=working_day(today - timedelta(days=45)),
        covered_until=min(today + timedelta(days=25), year_end),
        open_announced=working_day(today - timedelta(days=18)),
        open_from=working_day(today - timedelta(days=11)),
        open_until=today + timedelta(days=10),
    )


def working_day(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_between(first: date, last: date) -> tuple[date, ...]:
    """Every working day of a span, both ends included."""
    span = (first + timedelta(days=place) for place in range((last - first).days + 1))
    return tuple(day for day in span if is_working_day(day))
