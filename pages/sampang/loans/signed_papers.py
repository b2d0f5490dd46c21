"""The two papers of a file that people sign, as PDF: of the file as it is, or as it would go on."""

from db.sampang.origination.preparing import Printing, ToPrint
from documents.sampang.letters.loan_agreement import loan_agreement
from documents.sampang.letters.payment_request import payment_request
from domain.problems import Problem
from domain.sampang.costs import upfront_costs
from domain.sampang.eligibility import examine
from domain.sampang.loan import schedule_of, terms_by_law
from domain.sampang.origination.for_signing import pledged_certificates
from domain.sampang.origination.loan_file import as_it_stands
from pages.sampang.paper_head import paper_head


def agreement_pdf(told: ToPrint, *, demo: bool, draft: bool = False, to_sign: bool = False) -> bytes:
    """The agreement by the law of its day; `to_sign` leaves the day of signing to write."""
    approval = told.file.approval
    principal = (approval.amount if approval else None) or 0
    terms = terms_by_law(principal, (approval.term_months if approval else None) or 0, told.on, told.law)
    if isinstance(terms, Problem):
        raise RuntimeError(f"an approved loan has terms: {terms.sentence}")
    return loan_agreement(
        told.file,
        schedule_of(terms),
        file_number=told.number,
        costs=upfront_costs(principal, pledged_certificates(told.file), told.law),
        board=told.board,
        to_sign=to_sign,
        head=paper_head(told.law),
        demo=demo,
        draft=draft,
    )


def request_pdf(told: ToPrint, *, demo: bool, draft: bool = False) -> bytes:
    """The request for payment by the law of its day."""
    return payment_request(
        told.file,
        examine(as_it_stands(told.file), told.law),
        file_number=told.number,
        head=paper_head(told.law),
        demo=demo,
        draft=draft,
    )


def agreement_to_sign(demo: bool) -> Printing:
    """How an agreement is printed to be signed."""
    return lambda told: agreement_pdf(told, demo=demo, to_sign=True)


def request_to_sign(demo: bool) -> Printing:
    """How a request for payment is printed to be signed."""
    return lambda told: request_pdf(told, demo=demo)
