"""Applicants of the demo whose files went further than the counter, some of them with a history."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from demo.sampang.lacks import pledged
from demo.sampang.usual import Sampang
from domain.sampang.application import EarlierLoan, LoanApplication

Draw = Callable[[Sampang, date], LoanApplication]
_MILLION: Final = 10**6


@dataclass(frozen=True, slots=True)
class Settled:
    """A loan of this fund that was repaid on time: by whom, how much, over how many months, until when."""

    by: LoanApplication
    amount: int
    months_run: int
    settled_on: date


def named(name: str, draw: Draw) -> Draw:
    """Draw a body and give it a name that no other applicant of the demo has."""

    def drawn(sampang: Sampang, filed_on: date) -> LoanApplication:
        made = draw(sampang, filed_on)
        return replace(made, applicant=replace(made.applicant, name=name))

    return drawn


def over(months: int, draw: Draw) -> Draw:
    """Draw an applicant who asks for a loan over so many months."""
    return lambda sampang, filed_on: replace(draw(sampang, filed_on), term_months=months)


def with_store(draw: Draw) -> Draw:
    """Draw a koperasi that also runs a SENKUKO, which IV.1.l puts first."""

    def drawn(sampang: Sampang, filed_on: date) -> LoanApplication:
        made = draw(sampang, filed_on)
        return replace(made, cooperative=replace(made.cooperative, senkuko=True))

    return drawn


def short_of_collateral(sampang: Sampang, filed_on: date) -> LoanApplication:
    """Draw a small business whose collateral is worth less than the loan (IV.2.g)."""
    return pledged(sampang.small(filed_on), 80)


def again(loan: Settled) -> Draw:
    """Let the borrower of a repaid loan come back for a little less than last time (III.7, VIII.5.h)."""
    earlier = EarlierLoan(
        borrowed_before=True,
        last_amount=loan.amount,
        settled_on=loan.settled_on,
        months_run=loan.months_run,
        settled_early_to_renew=False,
    )
    amount = max(5 * _MILLION, loan.amount - 2 * _MILLION)
    return lambda _sampang, filed_on: replace(
        loan.by, filed_on=filed_on, amount=amount, term_months=24, earlier=earlier
    )


def spouse_of(borrower: LoanApplication) -> Draw:
    """Draw a business of a borrower's husband or wife, with collateral of its own."""
    theirs = borrower.applicant

    def drawn(sampang: Sampang, filed_on: date) -> LoanApplication:
        made = sampang.small_of_a_couple(filed_on)
        applicant = replace(
            theirs,
            name=made.applicant.name,
            contact_name=theirs.spouse_name,
            nik=theirs.spouse_nik,
            npwp=None,
            spouse_name=theirs.contact_name,
            spouse_nik=theirs.nik,
        )
        return replace(made, applicant=applicant)

    return drawn
