"""The principal that the plans of all loans bring on each due day, and how much of it is already paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import sub

from domain.sampang.fund.loan_course import Course
from domain.sampang.loan import Row


@dataclass(frozen=True, slots=True)
class PrincipalDue:
    """Principal in rupiah: what falls due by the plan, what of it is laid there, what was written off."""

    due: int = 0
    paid: int = 0
    written_off: int = 0

    def __add__(self, other: "PrincipalDue") -> "PrincipalDue":
        """Both together."""
        return PrincipalDue(
            self.due + other.due, self.paid + other.paid, self.written_off + other.written_off
        )

    @property
    def left(self) -> int:
        """What is still to come."""
        return self.due - self.paid - self.written_off


NOTHING_DUE = PrincipalDue()


def principal_due(course: Course) -> Mapping[date, PrincipalDue]:
    """What one loan brings on each of its due days; a day of the grace brings no principal."""
    paid = _paid(course)
    gone = _written_off(course, paid)
    return {
        row.due_on: PrincipalDue(row.principal, laid, off)
        for row, laid, off in zip(course.rows, paid, gone, strict=True)
        if row.principal
    }


def principal_changes(before: Course | None, now: Course) -> Mapping[date, PrincipalDue]:
    """What more of a loan is due or paid on each day than before; a loan that was not there is all new."""
    if before is None:
        return principal_due(now)
    was, paid = _paid(before), _paid(now)
    more = map(sub, paid, was)
    off = map(sub, _written_off(now, paid), _written_off(before, was))
    return {
        row.due_on: PrincipalDue(0, laid, gone)
        for row, laid, gone in zip(now.rows, more, off, strict=True)
        if laid or gone
    }


def _written_off(course: Course, paid: Sequence[int]) -> list[int]:
    """Of each instalment, the principal that is not paid and left the books."""
    if not course.written_off:
        return [0] * len(paid)
    return [row.principal - laid for row, laid in zip(course.rows, paid, strict=True)]


def _paid(course: Course) -> list[int]:
    """The principal that is paid of each instalment: `repayment.laid_on` in plain numbers.

    A booking of many rows asks this of thousands of loans.
    """
    if sum(one.released or 0 for one in course.received):
        return [row.principal for row in course.rows]
    return _laid(course.rows, sum(one.principal + one.interest for one in course.received))


def _laid(rows: Sequence[Row], paid: int) -> list[int]:
    found, rest = [], paid
    for row in rows:
        interest = min(rest, row.interest)
        principal = min(rest - interest, row.principal)
        rest -= interest + principal
        found.append(principal)
    return found
