"""Verb for a quote of what settles a loan on a day: kept, and printed with the number of the office."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_whole
from db.office.practice import law_of
from db.plain import to_plain
from db.refusals import Wrong
from db.sampang.fund.ledger import held_fund, loan_row
from db.sampang.fund.loan_books import books_of
from db.sampang.loans.agreed_rows import laid_by_agreement
from db.sampang.origination.issued_papers import PaperKind, keep_paper
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import IssuedPaperRow, JournalEntryRow, LoanRow, SettlementQuoteRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.settling import SettlementAsked, SettlementQuote, quote_for

Printing = Callable[[SettlementQuote], bytes]


def settlement_asked(
    session: Session, actor: Person, loan_id: int, asked: SettlementAsked
) -> SettlementQuote | Problem:
    """What settles a loan on a day, or a sentence about what is in the way; nothing is kept."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return _quote(session, loan_row(session, loan_id), asked)


def quote_settlement(
    session: Session,
    actor: Person,
    loan_id: int,
    asked: SettlementAsked,
    numbered: PaperNumber,
    printed: Printing,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Keep a quote with its paper as `printed` makes it; give the number of the quote.

    Raises Wrong for a day on which nothing can be quoted, and SameAgain for a number that another file's
    quote has, without a written reason.
    """
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.QUOTE_SETTLEMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked, numbered)
        held_fund(session)
        loan = loan_row(session, loan_id)
        found = _quote(session, loan, asked)
        if isinstance(found, Problem):
            raise Wrong([found])
        paper, kept = keep_paper(
            act,
            PaperKind.SETTLEMENT_QUOTE,
            printed(found),
            numbered,
            application_id=loan.application_id,
            again_because=again_because,
        )
        row = _keep(act, loan, found, paper)
        after = {**to_plain(asked), "total": row.total, "until": row.until.isoformat(), **kept}
        act.close(Subject(SampangSubject.LOAN, loan_id), came_to=row.id, after=after)
        return row.id


def newest_entry(session: Session, loan_id: int) -> int:
    """The number of the newest booking of a loan."""
    newest = select(func.max(JournalEntryRow.id)).where(JournalEntryRow.loan_id == loan_id)
    return int(session.scalars(newest).one())


def _quote(session: Session, loan: LoanRow, asked: SettlementAsked) -> SettlementQuote | Problem:
    course = books_of(session, loan).course
    if course.written_off:
        return Problem("on", "Pinjaman ini dihapusbukukan; tagihannya dicatat di Penagihan, tanpa pelunasan.")
    days = (*(one.on for one in course.received), *filter(None, (course.closed_last,)))
    return quote_for(
        laid_by_agreement(session, loan.id, course),
        course.disbursed_on,
        asked,
        _law(session, course.disbursed_on),
        last_money=max(days, default=None),
        taken_over_on=course.taken_over_on,
        due_day=course.due_day,
    )


def _law(session: Session, disbursed_on: date) -> LawInForce:
    """The law that a loan stands under; of an older loan only what a ruling leaves open is asked."""
    return law_of(session, SAMPANG, max(disbursed_on, PERBUP_20_2015.in_force_since))


def _keep(act: Act, loan: LoanRow, found: SettlementQuote, paper: IssuedPaperRow) -> SettlementQuoteRow:
    settled = found.settled
    row = SettlementQuoteRow(
        loan_id=loan.id,
        on=settled.day,
        since=found.since,
        until=found.until,
        principal=settled.principal,
        interest_due=settled.interest_due,
        surcharge_months=settled.surcharge_months,
        surcharge=settled.surcharge,
        credit=settled.credit,
        released=settled.released,
        total=settled.total,
        ruling=found.ruling.reason,
        after_entry_id=newest_entry(act.session, loan.id),
        paper_id=paper.id,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    return row
