"""Settling a loan early: what is to be paid on a day, and by which provision (VIII.5.e, S-43).

A simulation and a loan of the books are settled by the same steps; `settling` has what the books add.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.dates import completion_day, indonesian_date
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Citation
from domain.sampang import parameters as law
from domain.sampang.fund.repayment import Laid, laid_on
from domain.sampang.instruments import at
from domain.sampang.loan import Schedule, number_on

_PLACE = at("VIII.5.e", "tambahan bunga")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The months of interest added to a loan that is so many months old; None where a side is open.

    Both sides are open where a person ruled so many months (O-17).
    """

    months: int
    from_age: int | None
    to_age: int | None


@dataclass(frozen=True, slots=True)
class EarlySettlement:
    """What settles a loan on a day, in rupiah.

    `interest_due` is that of instalments due by the day and not yet paid. The months of `bracket`
    times `month_interest` (that of the next instalment) is the surcharge; from the last due date on
    there is none. `month_instalment` is the whole next instalment, which S-43 B adds in its place.
    `going_on` is what the remaining instalments would cost together; `neighbour` the bracket on the other
    side of an anniversary. `ahead` is the interest already laid on coming instalments: it counts towards
    the surcharge, at most the surcharge (O-03). `released` is what of their interest is never paid.
    """

    day: date
    principal: int
    interest_due: int
    bracket: Bracket | None
    month_interest: int
    month_instalment: int
    going_on: int
    neighbour: Bracket | None
    ahead: int = 0
    released: int = 0
    place: Citation = _PLACE

    @property
    def surcharge_months(self) -> int:
        """How many months of interest are added."""
        return self.bracket.months if self.bracket else 0

    @property
    def surcharge(self) -> int:
        """The added interest, before what was paid ahead is taken off."""
        return self.surcharge_months * self.month_interest

    @property
    def credit(self) -> int:
        """What of the surcharge was paid ahead (O-03)."""
        return min(self.ahead, self.surcharge)

    @property
    def surcharge_due(self) -> int:
        """What of the surcharge is still to be paid."""
        return self.surcharge - self.credit

    @property
    def total(self) -> int:
        """Everything to be paid on the day."""
        return self._with(self.surcharge)

    def _with(self, surcharge: int) -> int:
        return self.principal + self.interest_due + max(0, surcharge - self.ahead)

    @property
    def alternative_months(self) -> int | None:
        """The months of interest under the neighbouring bracket, on an anniversary."""
        return self.neighbour.months if self.neighbour else None

    @property
    def alternative_total(self) -> int | None:
        """Everything to be paid under the neighbouring bracket, on an anniversary."""
        if self.neighbour is None:
            return None
        return self._with(self.neighbour.months * self.month_interest)

    @property
    def total_read_otherwise(self) -> int | None:
        """Everything to be paid with whole instalments added (S-43 B); None without a surcharge."""
        if not self.surcharge_months:
            return None
        return self._with(self.surcharge_months * self.month_instalment)

    @property
    def loss(self) -> int:
        """How much more settling costs than going on; negative where it saves."""
        return self.total - self.going_on

    @property
    def costs_more_than_going_on(self) -> bool:
        """Whether settling costs more than paying the remaining instalments as they fall due."""
        return self.loss > 0


def settlement_on(
    schedule: Schedule, day: date, rules: LawInForce, paid_rows: int | None = None
) -> EarlySettlement | Problem:
    """The quote for settling on a day, also of a loan that is overdue.

    `rules` is the law that the loan stands under. `paid_rows` are paid already, by default those due
    before the day.
    """
    start = schedule.terms.disbursed_on
    if day < start:
        return Problem(
            "settled_on",
            f"Tanggal pelunasan paling awal hari pencairan ({indonesian_date(start)}); "
            "pelunasan dipercepat diatur VIII.5.e.",
        )
    laid = _paid_by_rows(schedule, day, paid_rows)
    coming = any(row.due_on > day for row in schedule.rows)
    bracket, neighbour = brackets_on(day, start, rules) if coming else (None, None)
    return settled_by(laid, day, bracket, neighbour)


def settled_by(
    laid: Sequence[Laid], day: date, bracket: Bracket | None, neighbour: Bracket | None = None
) -> EarlySettlement:
    """What settles a loan on a day by what was laid on its instalments, and by its bracket."""
    due = [one for one in laid if one.row.due_on <= day]
    coming = [one for one in laid if one.row.due_on > day]
    return EarlySettlement(
        day=day,
        principal=sum(one.row.principal - one.principal for one in laid),
        interest_due=sum(one.row.interest - one.interest for one in due),
        bracket=bracket if coming else None,
        month_interest=coming[0].row.interest if coming else 0,
        month_instalment=coming[0].row.total if coming else 0,
        going_on=sum(one.left for one in laid),
        neighbour=neighbour if coming else None,
        ahead=sum(one.interest for one in coming),
        released=sum(one.row.interest - one.interest for one in coming),
    )


def _paid_by_rows(schedule: Schedule, day: date, paid_rows: int | None) -> tuple[Laid, ...]:
    if paid_rows is None:
        paid_rows = sum(row.due_on < day for row in schedule.rows)
    if not 0 <= paid_rows <= len(schedule.rows):
        raise ValueError("a loan has so many rows and no more")
    return laid_on(schedule.rows, sum(row.total for row in schedule.rows[:paid_rows]))


def brackets(rules: LawInForce) -> tuple[Bracket, Bracket, Bracket]:
    """The three brackets of VIII.5.e, from the youngest loan to the oldest."""
    first, second = number_on(law.SURCHARGE_FIRST_AGE, rules), number_on(law.SURCHARGE_SECOND_AGE, rules)
    return (
        Bracket(number_on(law.SURCHARGE_BEFORE, rules), None, first),
        Bracket(number_on(law.SURCHARGE_BETWEEN, rules), first, second),
        Bracket(number_on(law.SURCHARGE_AFTER, rules), second, None),
    )


def anniversaries(start: date, rules: LawInForce) -> tuple[date, date]:
    """The two days at which the brackets meet; a loan of 29 February has them on 1 March (S-23)."""
    first, second = number_on(law.SURCHARGE_FIRST_AGE, rules), number_on(law.SURCHARGE_SECOND_AGE, rules)
    return completion_day(start, first), completion_day(start, second)


def brackets_on(day: date, start: date, rules: LawInForce) -> tuple[Bracket, Bracket | None]:
    """The bracket of a day, and its neighbour; both anniversaries belong to the middle one."""
    before, between, after = brackets(rules)
    first, second = anniversaries(start, rules)
    if day < first:
        return before, None
    if day > second:
        return after, None
    if day == first:
        return between, before
    return between, after if day == second else None
