"""Months of the books that were closed: in order, each once, never opened again.

Money of a closed month is booked on the first open day; the day on which it came stays with the booking.
"""

from datetime import date, timedelta

from domain.dates import add_months, indonesian_date, month_end


def first_open_day(closed_until: date | None, on: date) -> date:
    """The day on which money of a day is booked, when all was closed up to a day."""
    if closed_until is None or on > closed_until:
        return on
    return closed_until + timedelta(days=1)


def days_of_booking(closed_until: date | None, on: date) -> tuple[date, ...]:
    """The days on which money of a day can have been booked: that day, or the first of a later open month."""
    found, month = [on], add_months(on.replace(day=1), 1)
    while closed_until is not None and month <= first_open_day(closed_until, on):
        found.append(month)
        month = add_months(month, 1)
    return tuple(found)


def next_to_close(opened_on: date, closed_until: date | None) -> date:
    """The month that is closed next, by its first day: that of the opening, then one after the other."""
    return opened_on.replace(day=1) if closed_until is None else closed_until + timedelta(days=1)


def is_over(month: date, today: date) -> bool:
    """Whether a month is over, so that it can be closed."""
    return month_end(month) < today


def said_of_closed(closed_until: date | None, on: date | None) -> str:
    """What a person is told who writes down money of a closed month; blank for a day of an open one."""
    if closed_until is None or on is None or on > closed_until:
        return ""
    booked = indonesian_date(first_open_day(closed_until, on))
    return (
        f"Pembukuan sampai {indonesian_date(closed_until)} sudah ditutup, jadi ini dibukukan per {booked}; "
        f"tanggal uangnya tetap {indonesian_date(on)}."
    )
