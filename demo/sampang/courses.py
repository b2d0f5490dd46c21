"""The days on which a demo file is filed, checked, surveyed, decided, signed and paid out."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from demo.chance import days_before, office_day
from domain.dates import add_months

QUARTERS: Final = 8
_FILED, _CHECKED, _SURVEYED, _SIGNED, _KEPT, _PAID = -62, -41, -20, 9, 11, 16  # days from the meeting


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one file's way; None where it has not come so far, or took another way."""

    filed_on: date
    checked_on: date
    surveyed_on: date | None = None
    met_on: date | None = None
    signed_on: date | None = None
    kept_on: date | None = None
    requested_on: date | None = None
    returned_on: date | None = None
    paid_on: date | None = None
    withdrawn_on: date | None = None


def around(met_on: date, place: int) -> Course:
    """The whole way around a meeting; files came in on days of their own, and went on together."""

    def after(days: int) -> date:
        return office_day(met_on + timedelta(days=days))

    return Course(
        filed_on=after(_FILED + 3 * place),
        checked_on=after(_CHECKED),
        surveyed_on=after(_SURVEYED),
        met_on=met_on,
        signed_on=after(_SIGNED),
        kept_on=after(_KEPT),
        requested_on=after(_PAID),
        paid_on=after(_PAID),
    )


def decided(met_on: date, place: int) -> Course:
    """The way up to a meeting and no further."""
    whole = around(met_on, place)
    return replace(whole, signed_on=None, kept_on=None, requested_on=None, paid_on=None)


def recent(today: date, place: int, *, signed: int = 0, requested: int = 0, returned: int = 0) -> Course:
    """The way through the last meeting, with what came after it so many days ago (zero: not yet)."""

    def ago(days: int) -> date | None:
        return days_before(today, days) if days else None

    return replace(
        decided(last_meeting(today), place),
        signed_on=ago(signed),
        kept_on=ago(signed and signed - 3),
        requested_on=ago(requested),
        returned_on=ago(returned),
    )


def ready(today: date, place: int) -> Course:
    """The way up to a survey of last week: the next meeting can decide."""
    return replace(checked(today, place), surveyed_on=days_before(today, 8))


def checked(today: date, place: int) -> Course:
    """The way up to the check of the papers, some weeks ago."""
    return Course(filed_on=days_before(today, 44 - 2 * place), checked_on=days_before(today, 17))


def quarterly_meetings(today: date) -> tuple[date, ...]:
    """One meeting a quarter over two years, the last of them three months ago."""
    return tuple(office_day(add_months(today, -3 * quarter)) for quarter in range(QUARTERS, 0, -1))


def last_meeting(today: date) -> date:
    """The meeting of some weeks ago, whose files are on their way to the money."""
    return days_before(today, 24)


def meetings(today: date) -> tuple[date, ...]:
    """Every meeting that was held, the oldest first."""
    return (*quarterly_meetings(today), last_meeting(today))


def fund_opened_on(today: date) -> date:
    """The day on which the fund's balance was entered, before any file of the demo."""
    return office_day(add_months(today, -27))
