"""The plan of an older loan by its own terms, and what is left of each row on the cut-off day (O-21)."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from domain.dates import monthly
from domain.sampang.fund.repayment import Laid
from domain.sampang.loan import Row
from domain.sampang.schedule import Terms, schedules
from domain.sampang.takeover.old_loans import AgreedTerms, OwnRow, PaidBefore


def own_plan(terms: AgreedTerms) -> tuple[Row, ...]:
    """The rows of the agreement, one for each month; a month for which it gives nothing has a row of zero.

    Raises ValueError for terms from which no plan follows; `problems_of` says why in words.
    """
    parts = _given(terms) if terms.rows else _reckoned(terms)
    owed, found = terms.principal, []
    for number, (principal, interest) in enumerate(parts, 1):
        owed -= principal
        found.append(Row(number, due_on(terms, number), principal, interest, owed, number <= terms.grace))
    if owed:
        raise ValueError("the principal of the rows is not that of the loan")
    return tuple(found)


def due_on(terms: AgreedTerms, number: int) -> date:
    """The due day of a row, counted from 1."""
    return monthly(terms.first_due, number - 1, terms.monthly_day)


def left_of(rows: Sequence[Row], paid: PaidBefore) -> tuple[Row, ...]:
    """The rows without what was paid, principal and interest each laid on its oldest rows (O-21).

    A row that is wholly paid stays with zeros, so that it counts as paid. Raises ValueError when more was
    paid than the loan costs.
    """
    principal, interest = paid.principal, paid.interest
    owed, found = sum(row.principal for row in rows) - principal, []
    for row in rows:
        off_principal, off_interest = min(principal, row.principal), min(interest, row.interest)
        principal, interest = principal - off_principal, interest - off_interest
        owed -= row.principal - off_principal
        found.append(
            Row(
                row.number,
                row.due_on,
                row.principal - off_principal,
                row.interest - off_interest,
                owed,
                row.in_grace,
            )
        )
    if principal or interest:
        raise ValueError("more was paid than the loan costs")
    return tuple(found)


def laid_as_agreed(plan: Sequence[Row], laid: Sequence[Laid]) -> tuple[Laid, ...]:
    """What was ever laid on the rows of the plan, by what is laid on those left on the cut-off day."""
    return tuple(
        Laid(
            row,
            row.interest - one.row.interest + one.interest,
            row.principal - one.row.principal + one.principal,
            one.released,
        )
        for row, one in zip(plan, laid, strict=True)
    )


def interest_due_in(left: Sequence[Row], cut_off: date) -> int:
    """The interest that fell due by the end of the cut-off day and was not paid, in rupiah."""
    return sum(row.interest for row in left if row.due_on <= cut_off)


def _reckoned(terms: AgreedTerms) -> list[tuple[int, int]]:
    if terms.rate is None or terms.method is None:
        raise ValueError("a plan follows from a rate and a method, or from its rows")
    told = (terms.principal, terms.tenor, terms.grace, terms.rate)
    principal, tenor, grace, rate = (np.array([one], np.int64) for one in told)
    found = schedules(Terms(principal, tenor, grace, rate, terms.method))
    return list(zip(found.principal[:, 0].tolist(), found.interest[:, 0].tolist(), strict=True))


def _given(terms: AgreedTerms) -> list[tuple[int, int]]:
    by_day: Mapping[date, OwnRow] = {row.due_on: row for row in terms.rows}
    days = [due_on(terms, number) for number in range(1, terms.tenor + 1)]
    if len(by_day) != len(terms.rows) or not by_day.keys() <= set(days):
        raise ValueError("the rows fall on the due days of the tenor, each once")
    nothing = (0, 0)
    return [(by_day[day].principal, by_day[day].interest) if day in by_day else nothing for day in days]
