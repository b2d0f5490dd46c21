"""One loan: its terms by the law in force, its dated rows, and its totals."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from domain.dates import add_months, indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import Parameter
from domain.regulation.rules import Regulation
from domain.sampang import parameters as law
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.kinds import InterestMethod
from domain.sampang.readings import S40
from domain.sampang.schedule import Terms, schedules

SMALLEST_LOAN = 1_000


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


def before_the_law(day: date) -> Problem | None:
    """What to say of a day on which Perbup 20/2015 was not yet in force; nothing of a later one."""
    since = PERBUP_20_2015.in_force_since
    if day >= since:
        return None
    return Problem(
        "disbursed_on",
        f"{PERBUP_20_2015.name} belum berlaku pada {indonesian_date(day)}; pilih tanggal pencairan sejak "
        f"{indonesian_date(since)} ({PERBUP_20_2015.in_force_by}).",
    )


def law_of_day(day: date, rules: LawInForce) -> LawInForce:
    """The same programme under the same practice as it stands on a day."""
    return rules if rules.day == day else _law_of_day(rules.regulation, day, rules.practice)


@lru_cache(maxsize=8)
def _law_of_day(programme: Regulation, day: date, practice: Practice) -> LawInForce:
    return LawInForce(programme, day, practice)


def tenors(rules: LawInForce) -> tuple[int, ...]:
    """The tenors that the law names, in months (III.6, VIII.2.d); none before it was in force."""
    if before_the_law(rules.day):
        return ()
    return tuple(
        number_on(parameter, rules) for parameter in (law.SHORTEST_TERM, law.MIDDLE_TERM, law.LONGEST_TERM)
    )


def grace_for(tenor: int, rules: LawInForce) -> int | Problem:
    """The months of grace of a tenor: four, and two for the shortest (III.6, VIII.5.c).

    The middle tenor goes with the longest, or with the shortest where S-40 is settled on B.
    """
    return before_the_law(rules.day) or _grace(tenor, rules, rules.readings[S40.id])


def other_grace_for(tenor: int, rules: LawInForce) -> int | None:
    """The grace of a tenor under S-40 B, where that question is open and touches the tenor."""
    entry = rules.interpretations[S40.id]
    if entry.settlement is not None or before_the_law(rules.day):
        return None
    other = _grace(tenor, rules, "B")
    return None if other == _grace(tenor, rules, entry.in_use) else other


def _grace(tenor: int, rules: LawInForce, letter: str) -> int:
    shortest = law.MIDDLE_TERM if letter == "B" else law.SHORTEST_TERM
    short = tenor <= number_on(shortest, rules)
    return number_on(law.SHORT_GRACE if short else law.LONG_GRACE, rules)


def method_in_force(rules: LawInForce) -> InterestMethod:
    """The method that the office has set, or the shipped default (S-42)."""
    return InterestMethod(str(rules.values[law.INTEREST_METHOD.key]))


def terms_by_law(
    principal: int, tenor: int, disbursed_on: date, rules: LawInForce, method: InterestMethod | None = None
) -> LoanTerms | Problem:
    """The terms of a loan by the law of the day of disbursement, or what is wrong, in a sentence."""
    rules = law_of_day(disbursed_on, rules)
    problem = before_the_law(disbursed_on) or _wrong_amount(principal) or _wrong_tenor(tenor, rules)
    if problem:
        return problem
    grace = grace_for(tenor, rules)
    if isinstance(grace, Problem):
        return grace
    return LoanTerms(
        principal=principal,
        tenor=tenor,
        grace=grace,
        yearly_percent=number_on(law.YEARLY_INTEREST, rules),
        method=method or method_in_force(rules),
        disbursed_on=disbursed_on,
    )


def _wrong_amount(principal: int) -> Problem | None:
    if SMALLEST_LOAN <= principal <= LARGEST_AMOUNT:
        return None
    return Problem(
        "amount",
        f"Pinjaman harus antara {rupiah(SMALLEST_LOAN)} dan {rupiah(LARGEST_AMOUNT)}; "
        "plafon tiap jenis pemohon ada pada Romawi VIII angka 1 huruf b.",
    )


def _wrong_tenor(tenor: int, rules: LawInForce) -> Problem | None:
    offered = tenors(rules)
    if tenor in offered:
        return None
    named = ", ".join(map(str, offered))
    return Problem("tenor", f"Jangka waktu yang disebut Perbup: {named} bulan (III.6, VIII.2.d).")


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
    columns = (found.principal, found.interest, found.balance)
    rows = zip(*(column[:, 0].tolist() for column in columns), strict=True)
    return Schedule(terms, tuple(_row(terms, number, *row) for number, row in enumerate(rows, 1)))


def _row(terms: LoanTerms, number: int, principal: int, interest: int, balance: int) -> Row:
    due_on = add_months(terms.disbursed_on, number)
    return Row(number, due_on, principal, interest, balance, number <= terms.grace)


def _one(value: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array([value], np.int64)
