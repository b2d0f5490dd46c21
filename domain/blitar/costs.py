"""What the mentoring costs: budget and spending as the office entered them, per binaan and per visit."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from domain.blitar.parameters import DPA_BUDGET, DPA_SPENT
from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter


@dataclass(frozen=True, slots=True)
class Entered:
    """An amount in rupiah that the office entered, and the day up to which or from which it holds."""

    amount: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """The year's budget and spending; None is not entered, which is not zero.

    `clients` were mentored in the month of the spending's day, `visits` made from 1 January up to that day.
    """

    budget: Entered | None
    spent: Entered | None
    clients: int = 0
    visits: int = 0

    @property
    def per_client(self) -> int | None:
        """The spending for each binaan in whole rupiah, half up; None while it is not known."""
        return _shared(self.spent, self.clients)

    @property
    def per_visit(self) -> int | None:
        """The spending for each visit in whole rupiah, half up; None while it is not known."""
        return _shared(self.spent, self.visits)

    @property
    def rests_on(self) -> str:
        """Which binaan and visits the spending is shared over, in words."""
        if self.spent is None:
            return ""
        return (
            f"realisasi 1 Januari sampai {indonesian_date(self.spent.on)}, dibagi binaan yang didampingi "
            "pada bulan itu dan kunjungan yang terkirim atau diverifikasi sampai hari itu"
        )


def budget_on(law: LawInForce) -> Entered | None:
    """The budget of the year of the law's day, as the office set it."""
    return _of_year(law, DPA_BUDGET)


def spent_on(law: LawInForce) -> Entered | None:
    """What was spent of it, as far as the office has told."""
    return _of_year(law, DPA_SPENT)


def _of_year(law: LawInForce, parameter: Parameter) -> Entered | None:
    entry = law.parameters[parameter.key].entry_on(law.day)
    # Last year's figure says nothing about this year.
    if entry is None or entry.since.year != law.day.year:
        return None
    return Entered(cast(int, entry.value), entry.since)


def _shared(spent: Entered | None, among: int) -> int | None:
    return None if spent is None or not among else (2 * spent.amount + among) // (2 * among)
