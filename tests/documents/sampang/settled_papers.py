"""A loan that is settled early, and its papers, for tests of them.

Rp24.000.000 of 2 March 2026 over 36 months bear Rp120.000 a month; ten instalments came.
"""

from datetime import date

from documents.sampang.letters.end_of_loan import EndedLoan, collateral_return, paid_off_letter
from documents.sampang.letters.settlement_quote import settlement_quote
from domain.sampang.fund.repayment import laid_on
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, schedule_of
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementAsked, quote_for
from tests.documents.sampang.applications import LAND, VEHICLE
from tests.documents.sampang.letter_files import HEAD, kept, loan_file
from tests.domain.sampang.builders import law

NUMBER, ON = "RP/11/2027", date(2027, 1, 20)
TERMS = LoanTerms(24_000_000, 36, 4, 6, InterestMethod.FLAT, date(2026, 3, 2))
SCHEDULE = schedule_of(TERMS)
ENDED = EndedLoan(
    file=kept(loan_file()), file_number="DB-2026-0042", terms=TERMS, ended_on=ON, is_settled_early=True
)


def quoted(day=ON, rows=10):
    paid = sum(row.total for row in SCHEDULE.rows[:rows])
    return quote_for(laid_on(SCHEDULE.rows, paid), TERMS.disbursed_on, SettlementAsked(on=day), law())


def print_quote(number=NUMBER, head=HEAD, demo=False, draft=False, quote=None):
    return settlement_quote(
        quote or quoted(),
        ENDED.file,
        TERMS,
        file_number="DB-2026-0042",
        numbered=PaperNumber(number=number, on=ON),
        head=head,
        demo=demo,
        draft=draft,
    )


def print_letter(number=NUMBER, head=HEAD, demo=False, draft=False, loan=ENDED):
    return paid_off_letter(loan, number, ON, head=head, demo=demo, draft=draft)


def print_return(number=NUMBER, head=HEAD, demo=False, draft=False, things=(LAND, VEHICLE)):
    return collateral_return(ENDED, things, number, ON, head=head, demo=demo, draft=draft)
