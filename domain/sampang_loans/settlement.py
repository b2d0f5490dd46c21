"""Settling a loan early: what is to be paid on a day, and by which provision (VIII.5.e, S-43)."""

from dataclasses import dataclass
from datetime import date

from domain.dates import completion_day, indonesian_date
from domain.problems import Problem
from domain.regulation.sources import Citation
from domain.sampang_loans.instruments import at
from domain.sampang_loans.loan import Schedule

_PLACE = at("VIII.5.e", "tambahan bunga")
# Months of interest added: before the first anniversary, up to the second, after it.
SURCHARGE_MONTHS = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What settles a loan on a day, in rupiah.

    `interest_due` is that of instalments due by the day and not yet paid. `surcharge_months` times
    `month_interest` (that of the next instalment) is the surcharge. `going_on` is what the remaining
    instalments would cost together; `alternative_months` the neighbouring bracket on an anniversary.
    """

    day: date
    principal: int
    interest_due: int
    surcharge_months: int
    month_interest: int
    going_on: int
    alternative_months: int | None
    place: Citation = _PLACE

    @property
    def surcharge(self) -> int:
        """The added interest."""
        return self.surcharge_months * self.month_interest

    @property
    def total(self) -> int:
        """Everything to be paid on the day."""
        return self.principal + self.interest_due + self.surcharge

    @property
    def alternative_total(self) -> int | None:
        """Everything to be paid under the neighbouring bracket, on an anniversary."""
        if self.alternative_months is None:
            return None
        return self.total + (self.alternative_months - self.surcharge_months) * self.month_interest

    @property
    def loss(self) -> int:
        """How much more settling costs than going on; negative where it saves."""
        return self.total - self.going_on

    @property
    def costs_more_than_going_on(self) -> bool:
        """Whether settling costs more than paying the remaining instalments as they fall due."""
        return self.loss > 0


def settlement_on(schedule: Schedule, day: date, paid_rows: int | None = None) -> Settlement | Problem:
    """The quote for settling on a day; `paid_rows` are paid already, by default those due before it."""
    start, last = schedule.terms.disbursed_on, schedule.rows[-1].due_on
    if not start <= day <= last:
        return Problem(
            "settled_on",
            f"Tanggal pelunasan harus dari pencairan ({indonesian_date(start)}) sampai angsuran terakhir "
            f"({indonesian_date(last)}); pelunasan dipercepat diatur VIII.5.e.",
        )
    if paid_rows is None:
        paid_rows = sum(row.due_on < day for row in schedule.rows)
    unpaid = schedule.rows[paid_rows:]
    coming = next((row for row in schedule.rows if row.due_on > day), None)
    first, second = completion_day(start, 12), completion_day(start, 24)
    months = 0 if coming is None else surcharge_months(day, first, second)
    return Settlement(
        day=day,
        principal=sum(row.principal for row in unpaid),
        interest_due=sum(row.interest for row in unpaid if row.due_on <= day),
        surcharge_months=months,
        month_interest=coming.interest if coming else 0,
        going_on=sum(row.total for row in unpaid),
        alternative_months=None if coming is None else {first: 3, second: 1}.get(day),
    )


def surcharge_months(day: date, first: date, second: date) -> int:
    """How many months of interest are added on a day; both anniversaries belong to the middle bracket."""
    before, between, after = SURCHARGE_MONTHS
    if day < first:
        return before
    return between if day <= second else after
