"""One loan: its terms by the law in force, its dated rows, and its totals."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from domain.dates import add_months
from domain.money import rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameters import Parameter
from domain.sampang_loans import parameters as law
from domain.sampang_loans.kinds import InterestMethod
from domain.sampang_loans.schedule import Terms, schedules

SMALLEST_LOAN = 1_000
# Four hundred times the highest ceiling of VIII.1.b; beyond it a nought too many is likelier.
LARGEST_LOAN = 10**11


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """What a schedule follows from: rupiah, months, percent a year, method, day of disbursement."""

    principal: int
    tenor: int
    grace: int
    yearly_percent: int
    method: InterestMethod
    disbursed_on: date


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment: what falls due on a day, in rupiah, and what is owed after it."""

    number: int
    due_on: date
    principal: int
    interest: int
    balance: int
    in_grace: bool

    @property
    def total(self) -> int:
        """Principal and interest together."""
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rows of one loan, in order."""

    terms: LoanTerms
    rows: tuple[Row, ...]

    @property
    def total_interest(self) -> int:
        """All interest over the tenor, in rupiah."""
        return sum(row.interest for row in self.rows)

    @property
    def instalment_in_grace(self) -> int:
        """What the first month costs while only interest is paid; zero without a grace."""
        return self.rows[0].total if self.rows[0].in_grace else 0

    @property
    def first_instalment(self) -> Row:
        """The first row that pays principal back."""
        return next(row for row in self.rows if not row.in_grace)

    @property
    def highest_instalment(self) -> int:
        """The largest amount due in one month, the last month apart."""
        return max(row.total for row in self.rows[:-1])


def number_on(parameter: Parameter, rules: LawInForce) -> int:
    """The value of a numeric parameter of the law in force."""
    value = rules.values[parameter.key]
    if not isinstance(value, int):
        raise TypeError(f"{parameter.key} is a number")
    return value


def tenors(rules: LawInForce) -> tuple[int, ...]:
    """The tenors that the law names, in months (III.6, VIII.2.d)."""
    return tuple(
        number_on(parameter, rules) for parameter in (law.SHORTEST_TERM, law.MIDDLE_TERM, law.LONGEST_TERM)
    )


def grace_for(tenor: int, rules: LawInForce) -> int:
    """The months of grace of a tenor: four, and two for the shortest (III.6, VIII.5.c; S-40 A)."""
    short = tenor <= number_on(law.SHORTEST_TERM, rules)
    return number_on(law.SHORT_GRACE if short else law.LONG_GRACE, rules)


def method_in_force(rules: LawInForce) -> InterestMethod:
    """The method that the office has set, or the shipped default (S-42)."""
    return InterestMethod(str(rules.values[law.INTEREST_METHOD.key]))


def terms_by_law(
    principal: int, tenor: int, disbursed_on: date, rules: LawInForce, method: InterestMethod | None = None
) -> LoanTerms | Problem:
    """The terms of a loan under the law in force, or what is wrong with them, in a sentence."""
    if not SMALLEST_LOAN <= principal <= LARGEST_LOAN:
        return Problem(
            "amount",
            f"Pinjaman harus antara {rupiah(SMALLEST_LOAN)} dan {rupiah(LARGEST_LOAN)}; "
            "plafon tiap jenis pemohon ada pada Romawi VIII angka 1 huruf b.",
        )
    offered = tenors(rules)
    if tenor not in offered:
        named = ", ".join(map(str, offered))
        return Problem("tenor", f"Jangka waktu yang disebut Perbup: {named} bulan (III.6, VIII.2.d).")
    return LoanTerms(
        principal=principal,
        tenor=tenor,
        grace=grace_for(tenor, rules),
        yearly_percent=number_on(law.YEARLY_INTEREST, rules),
        method=method or method_in_force(rules),
        disbursed_on=disbursed_on,
    )


def schedule_of(terms: LoanTerms) -> Schedule:
    """The dated rows of one loan; due days are anchored to the day of disbursement."""
    found = schedules(
        Terms(
            _one(terms.principal),
            _one(terms.tenor),
            _one(terms.grace),
            _one(terms.yearly_percent * 100),
            terms.method,
        )
    )
    rows = zip(
        found.principal[:, 0].tolist(),
        found.interest[:, 0].tolist(),
        found.balance[:, 0].tolist(),
        strict=True,
    )
    return Schedule(
        terms,
        tuple(
            Row(
                number,
                add_months(terms.disbursed_on, number),
                principal,
                interest,
                balance,
                number <= terms.grace,
            )
            for number, (principal, interest, balance) in enumerate(rows, 1)
        ),
    )


def _one(value: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array([value], np.int64)
