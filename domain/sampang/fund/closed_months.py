"""Months of the books that were closed: in order, each once, never opened again.

Money of a closed month is booked on the day of its entry (O-14); the day on which it came stays with it.
"""

from datetime import date, timedelta

from domain.dates import add_months, indonesian_date, month_end


def day_of_booking(closed_until: date | None, on: date, entered_on: date) -> date:
    """The day on which money of a day is booked: its own, or where its month is closed, that of the entry."""
    if closed_until is None or on > closed_until:
        return on
    return max(entered_on, closed_until + timedelta(days=1))


def next_to_close(opened_on: date, closed_until: date | None) -> date:
    """The month that is closed next, by its first day: that of the opening, then one after the other."""
    return opened_on.replace(day=1) if closed_until is None else closed_until + timedelta(days=1)


def is_over(month: date, today: date) -> bool:
    """Whether a month is over, so that it can be closed."""
    return month_end(month) < today


def months_over(first: date, today: date) -> tuple[date, ...]:
    """The months from one on that are over, each by its first day."""
    months = []
    while is_over(first, today):
        months.append(first)
        first = add_months(first, 1)
    return tuple(months)


def said_of_closed(closed_until: date | None, on: date | None) -> str:
    """What a person is told who writes down money of a closed month; blank for a day of an open one."""
    if closed_until is None or on is None or on > closed_until:
        return ""
    return (
        f"Pembukuan sampai {indonesian_date(closed_until)} sudah ditutup, jadi ini dibukukan pada hari "
        f"pencatatan; tanggal uangnya tetap {indonesian_date(on)}."
    )
