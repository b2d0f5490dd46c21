"""Money in the order of the days on which it came, whenever it is booked (S-68, O-14).

Money that is booked late, or taken back, can change which part of later money is interest and which is
principal. The later bookings stay as they are; moves beside them bring the parts into order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.loan import Row


@dataclass(frozen=True, slots=True)
class Placed:
    """New money in its two parts, and what moves between the parts of a day's other money."""

    money: Received
    moves: tuple[Received, ...]

    @property
    def principal(self) -> int:
        """What the principal changes by, all together, in rupiah."""
        return self.money.principal + sum(move.principal for move in self.moves)


def placed(course: Course, amount: int, on: date) -> Placed:
    """Lay new money, in signed rupiah, as of a day; what is taken back takes the newest parts with it.

    A settlement is laid by no plan; one that stands here was taken back by a day before this one.

    Raises ValueError when less than nothing would have been paid on some day.
    """
    if (newest := _newest(course, amount, on)) is not None:
        return Placed(newest, ())
    new, received = Received(on, 0, 0), [one for one in course.received if one.released is None]
    moves: list[Received] = []
    paid = interest = 0
    for day in sorted({*(one.on for one in received), on}):
        booked = sum(one.interest for one in received if one.on == day)
        paid += sum(one.principal + one.interest for one in received if one.on == day)
        if day == on:
            without = interest_in(course.rows, paid)
            paid += amount
            own = interest_in(course.rows, paid) - without
            new = Received(on, amount - own, own)
            booked += own
        up_to_here = interest_in(course.rows, paid)
        if moved := up_to_here - interest - booked:
            moves.append(Received(day, -moved, moved))
        interest = up_to_here
    return Placed(new, tuple(moves))


def _newest(course: Course, amount: int, on: date) -> Received | None:
    """Money of the newest day, which moves nothing; None for any other, or where parts are not in order."""
    paid = booked = 0
    for one in course.received:
        if one.released is not None:
            continue
        if one.on > on:
            return None
        paid, booked = paid + one.principal + one.interest, booked + one.interest
    if interest_in(course.rows, paid) != booked:
        return None
    own = interest_in(course.rows, paid + amount) - booked
    return Received(on, amount - own, own)


def interest_in(rows: Sequence[Row], paid: int) -> int:
    """The interest in everything that was paid, in rupiah: the oldest row first, interest before principal.

    What is more than the loan costs, until a wrong payment is taken back, counts as principal.
    """
    if paid < 0:
        raise ValueError("less than nothing was paid")
    found, rest = 0, paid
    for row in rows:
        found += min(rest, row.interest)
        rest -= row.interest + row.principal
        if rest <= 0:
            break
    return found
