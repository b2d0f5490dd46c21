"""Verbs for paying out: an officer asks or takes it back, the Ketua Harian consents, and it is booked."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.limits import require_whole
from db.refusals import NotYourProposal, SelfApproval
from db.sampang.fund.ledger import book, held_fund
from db.sampang.fund.loan_books import LoanBooks
from db.sampang.origination.advancing import Advanced, Opened, advance, opened_for, require_free, stepping
from db.sampang.origination.around import around_of
from db.sampang.origination.loan_files import requested_by_id
from db.sampang.origination.numbered_steps import number_of_its_own
from db.sampang.origination.papers_to_sign import prepared_by
from db.tables import InstalmentRow, LoanRow
from domain.again import AgainBecause
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import fingerprint
from domain.roles import Person
from domain.sampang.fund.entries import disbursement
from domain.sampang.fund.loan_course import Course
from domain.sampang.hindrance import Hindrance
from domain.sampang.loan import Schedule, schedule_of, terms_by_law
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.records import Decision, PaymentRequest
from domain.sampang.origination.step_notes import RequestReturned
from domain.sampang.origination.steps import STEPS, Step


def request_disbursement(
    session: Session,
    actor: Person,
    application_id: int,
    request: PaymentRequest,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> Advanced:
    """Ask for the money to be paid out (SPP-LS, VIII.2.c); the request is signed with the actor's name.

    Raises SameAgain for a number that another file has, without a written reason.
    """
    with stepping(session, actor, Step.REQUEST_DISBURSEMENT, nonce=nonce, at=at) as act:
        require_whole(request)
        held_fund(session)
        opened = opened_for(act, application_id, Step.REQUEST_DISBURSEMENT)
        if isinstance(opened, Advanced):
            return opened
        signed = replace(request, requested_by=act.person.name)
        file = replace(opened.file, request=signed)
        around = around_of(session, opened.row, request.on)
        require_free(hindrances_to(Step.REQUEST_DISBURSEMENT, file, around))
        again = number_of_its_own(opened, request.number, request.on, again_because)
        return advance(opened, request.on, record=signed, again=again)


def return_request(
    session: Session,
    actor: Person,
    application_id: int,
    returned: RequestReturned,
    *,
    nonce: str,
    at: datetime,
) -> Advanced:
    """Send a request back to the officer with the reason; the money stays set aside."""
    with stepping(session, actor, Step.RETURN_REQUEST, nonce=nonce, at=at) as act:
        require_whole(returned)
        opened = opened_for(act, application_id, Step.RETURN_REQUEST)
        if isinstance(opened, Advanced):
            return opened
        return advance(opened, returned.on, note=returned.reason)


def withdraw_request(
    session: Session, actor: Person, application_id: int, why: ClosingReason, *, nonce: str, at: datetime
) -> Advanced:
    """Take back a request that one made oneself, before the Ketua Harian consents; it can be made again."""
    with stepping(session, actor, Step.WITHDRAW_REQUEST, nonce=nonce, at=at) as act:
        require_whole(why)
        opened = opened_for(act, application_id, Step.WITHDRAW_REQUEST)
        if isinstance(opened, Advanced):
            return opened
        if requested_by_id(session, application_id) != act.person.id:
            raise NotYourProposal
        return advance(opened, act.day, note=why.reason)


def disburse(
    session: Session, actor: Person, application_id: int, *, on: date, nonce: str, at: datetime
) -> Advanced:
    """Consent to a request of somebody else (VII.3): fix the schedule by the law of the day, and book it.

    All or nothing: loan, instalments, booking, step and trail are one transaction. Raises SelfApproval for
    the one who asked or prepared the paper, and Hindered with every reason against it.
    """
    with stepping(session, actor, Step.DISBURSE, nonce=nonce, at=at) as act:
        held_fund(session)
        opened = opened_for(act, application_id, Step.DISBURSE)
        if isinstance(opened, Advanced):
            return opened
        asked_by = requested_by_id(session, application_id)
        if act.person.id in (asked_by, _prepared_by(opened)):
            raise SelfApproval
        around = around_of(session, opened.row, on)
        require_free((*_of_day(opened, on), *hindrances_to(Step.DISBURSE, opened.file, around)))
        _pay_out(opened, on, around.law, asked_by)
        return advance(opened, on)


def _prepared_by(opened: Opened) -> int | None:
    """Who prepared the paper that asks for the money, where it was signed as printed."""
    request = opened.file.request
    return None if request is None else prepared_by(opened.act.session, opened.row.id, request.number)


def _pay_out(opened: Opened, on: date, law: LawInForce, asked_by: int) -> None:
    approval, request = opened.file.approval, opened.file.request
    if approval is None or request is None:
        raise RuntimeError("a requested file has its approval and its request")
    schedule, act = _schedule(approval, on, law), opened.act
    loan = _add_loan(opened, schedule, law, asked_by)
    entry = disbursement(
        schedule.terms.principal,
        on,
        f"Pencairan {opened.row.number}, SPP-LS {request.number}",
        insurance=request.insurance,
        notary=request.notary,
        land_check=request.land_check,
    )
    course = Course(schedule.terms.principal, on, schedule.rows, ())
    books = LoanBooks(loan.id, opened.row.district_code or "", course)
    book(act.session, act.person, entry, act.at, loan=books)


def _of_day(opened: Opened, on: date) -> tuple[Hindrance, ...]:
    agreement = opened.file.agreement
    if agreement is not None and on < agreement.signed_on:
        told = "Tanggal pencairan tidak boleh sebelum tanggal perjanjian."
        return (Hindrance(told, STEPS[Step.SIGN_AGREEMENT].places[0]),)
    return ()


def _schedule(approval: Decision, on: date, law: LawInForce) -> Schedule:
    terms = terms_by_law(approval.amount or 0, approval.term_months or 0, on, law)
    if isinstance(terms, Problem):
        raise RuntimeError(f"an approved loan has terms: {terms.sentence}")
    return schedule_of(terms)


def _add_loan(opened: Opened, schedule: Schedule, law: LawInForce, asked_by: int) -> LoanRow:
    terms, session = schedule.terms, opened.act.session
    loan = LoanRow(
        application_id=opened.row.id,
        principal=terms.principal,
        tenor=terms.tenor,
        grace=terms.grace,
        yearly_percent=terms.yearly_percent,
        method=terms.method,
        disbursed_on=terms.disbursed_on,
        rules_fingerprint=fingerprint(law.regulation),
        requested_by_id=asked_by,
        approved_by_id=opened.act.person.id,
        at=opened.act.at,
    )
    session.add(loan)
    session.flush()
    session.add_all(
        InstalmentRow(
            loan_id=loan.id,
            number=row.number,
            due_on=row.due_on,
            principal=row.principal,
            interest=row.interest,
            balance=row.balance,
        )
        for row in schedule.rows
    )
    return loan
