"""Settling a loan early: what is to be paid on a day, and by which provision (VIII.5.e, S-43)."""

from dataclasses import dataclass
from datetime import date

from domain.dates import completion_day, indonesian_date
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Citation
from domain.sampang import parameters as law
from domain.sampang.instruments import at
from domain.sampang.loan import Row, Schedule, number_on

_PLACE = at("VIII.5.e", "tambahan bunga")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The months of interest added to a loan that is so many months old; None where a side is open."""

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
    side of an anniversary.
    """

    day: date
    principal: int
    interest_due: int
    bracket: Bracket | None
    month_interest: int
    month_instalment: int
    going_on: int
    neighbour: Bracket | None
    place: Citation = _PLACE

    @property
    def surcharge_months(self) -> int:
        """How many months of interest are added."""
        return self.bracket.months if self.bracket else 0

    @property
    def surcharge(self) -> int:
        """The added interest."""
        return self.surcharge_months * self.month_interest

    @property
    def total(self) -> int:
        """Everything to be paid on the day."""
        return self.principal + self.interest_due + self.surcharge

    @property
    def alternative_months(self) -> int | None:
        """The months of interest under the neighbouring bracket, on an anniversary."""
        return self.neighbour.months if self.neighbour else None

    @property
    def alternative_total(self) -> int | None:
        """Everything to be paid under the neighbouring bracket, on an anniversary."""
        if self.neighbour is None:
            return None
        return self.total + (self.neighbour.months - self.surcharge_months) * self.month_interest

    @property
    def total_read_otherwise(self) -> int | None:
        """Everything to be paid with whole instalments added (S-43 B); None without a surcharge."""
        if not self.surcharge_months:
            return None
        return self.principal + self.interest_due + self.surcharge_months * self.month_instalment

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
    unpaid = _unpaid(schedule, day, paid_rows)
    coming = next((row for row in schedule.rows if row.due_on > day), None)
    bracket, neighbour = _brackets_on(day, start, rules) if coming else (None, None)
    return EarlySettlement(
        day=day,
        principal=sum(row.principal for row in unpaid),
        interest_due=sum(row.interest for row in unpaid if row.due_on <= day),
        bracket=bracket,
        month_interest=coming.interest if coming else 0,
        month_instalment=coming.total if coming else 0,
        going_on=sum(row.total for row in unpaid),
        neighbour=neighbour,
    )


def _unpaid(schedule: Schedule, day: date, paid_rows: int | None) -> tuple[Row, ...]:
    if paid_rows is None:
        paid_rows = sum(row.due_on < day for row in schedule.rows)
    if not 0 <= paid_rows <= len(schedule.rows):
        raise ValueError("a loan has so many rows and no more")
    return schedule.rows[paid_rows:]


def brackets(rules: LawInForce) -> tuple[Bracket, Bracket, Bracket]:
    """The three brackets of VIII.5.e, from the youngest loan to the oldest."""
    first, second = number_on(law.SURCHARGE_FIRST_AGE, rules), number_on(law.SURCHARGE_SECOND_AGE, rules)
    return (
        Bracket(number_on(law.SURCHARGE_BEFORE, rules), None, first),
        Bracket(number_on(law.SURCHARGE_BETWEEN, rules), first, second),
        Bracket(number_on(law.SURCHARGE_AFTER, rules), second, None),
    )


def _brackets_on(day: date, start: date, rules: LawInForce) -> tuple[Bracket, Bracket | None]:
    """The bracket of a day, and its neighbour; both anniversaries belong to the middle one."""
    before, between, after = brackets(rules)
    first = completion_day(start, number_on(law.SURCHARGE_FIRST_AGE, rules))
    second = completion_day(start, number_on(law.SURCHARGE_SECOND_AGE, rules))
    if day < first:
        return before, None
    if day > second:
        return after, None
    if day == first:
        return between, before
    return between, after if day == second else None
