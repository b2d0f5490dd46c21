"""Which papers a file has at its stage, each with its number, its day, and how it is printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.loan_files import StoredFile
from documents.sampang.letters.loan_agreement import loan_agreement
from documents.sampang.letters.payment_request import payment_request
from documents.sampang.letters.refusal_letter import refusal_letter
from documents.sampang.letters.survey_minutes import survey_minutes
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang.costs import upfront_costs
from domain.sampang.eligibility import examine
from domain.sampang.kinds import CollateralKind
from domain.sampang.loan import schedule_of, terms_by_law
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.origination.loan_file import LoanFile, as_it_stands
from domain.sampang.origination.records import Decision, DecisionKind, PaymentRequest, SurveyMinutes
from pages.sampang.law import LawByDay
from pages.sampang.paper_drafts import Draft


def drafts_of(
    stored: StoredFile, law_of: LawByDay, decided_by: LawInForce, *, today: date, demo: bool
) -> Iterator[Draft]:
    """The papers that the file has by now, step by step; a refusal by the law of the decision."""
    file = stored.file
    if file.survey is not None:
        yield _minutes(stored, file.survey, law_of, demo)
    if file.decision is not None and file.decision.kind is DecisionKind.REFUSE:
        yield _refusal(stored, file.decision, law_of, decided_by, demo)
    if file.approval is not None:
        yield _agreement(stored, file.approval, law_of, today, demo)
    if file.request is not None:
        yield _request(stored, file.request, law_of, demo)


def _minutes(stored: StoredFile, survey: SurveyMinutes, law_of: LawByDay, demo: bool) -> Draft:
    def printed(number: str, _on: date, /, *, draft: bool = False) -> bytes:
        numbered = replace(stored.file, survey=replace(survey, number=number))
        head = letterhead(law_of(survey.on))
        return survey_minutes(numbered, file_number=stored.number, head=head, demo=demo, draft=draft)

    return Draft(PaperKind.SURVEY_MINUTES, survey.number, survey.on, printed)


def _refusal(
    stored: StoredFile, decision: Decision, law_of: LawByDay, decided_by: LawInForce, demo: bool
) -> Draft:
    def printed(number: str, on: date, /, *, draft: bool = False) -> bytes:
        return refusal_letter(
            examine(stored.file.application, decided_by),
            decision,
            file_number=stored.number,
            number=number,
            on=on,
            head=letterhead(law_of(on)),
            demo=demo,
            draft=draft,
        )

    return Draft(PaperKind.REFUSAL, "", decision.on, printed, asks_day=True)


def _agreement(stored: StoredFile, approval: Decision, law_of: LawByDay, today: date, demo: bool) -> Draft:
    signed = stored.file.agreement
    day = signed.signed_on if signed else today

    def printed(_number: str, _on: date, /, *, draft: bool = False) -> bytes:
        law = law_of(day)
        principal = approval.amount or 0
        terms = terms_by_law(principal, approval.term_months or 0, day, law)
        if isinstance(terms, Problem):
            raise RuntimeError(f"an approved loan has terms: {terms.sentence}")
        return loan_agreement(
            stored.file,
            schedule_of(terms),
            file_number=stored.number,
            costs=upfront_costs(principal, certificates(stored.file), law),
            head=letterhead(law),
            demo=demo,
            draft=draft,
        )

    number = signed.number if signed else ""
    return Draft(PaperKind.AGREEMENT, number, day, printed, can_go_out=signed is not None)


def _request(stored: StoredFile, request: PaymentRequest, law_of: LawByDay, demo: bool) -> Draft:
    def printed(_number: str, _on: date, /, *, draft: bool = False) -> bytes:
        law = law_of(request.on)
        return payment_request(
            stored.file,
            examine(as_it_stands(stored.file), law),
            file_number=stored.number,
            head=letterhead(law),
            demo=demo,
            draft=draft,
        )

    return Draft(PaperKind.PAYMENT_REQUEST, request.number, request.on, printed)


def certificates(file: LoanFile) -> int:
    """How many land certificates are pledged now; each is checked at BPN."""
    return sum(one.thing.kind is CollateralKind.LAND and not one.is_gone for one in file.custody)
