"""Visits after the money went out: recorded once, never changed; a later one adds to them (VII.7, VIII.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.again import let_pass
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.sampang.fund.ledger import loan_row
from db.sampang.refusals import OutsideVisit
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import LoanRow, UseOfFundsRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause, Earlier
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.use_of_funds import UseOfFunds


@dataclass(frozen=True, slots=True)
class RecordedVisit:
    """A visit, and when it was written down."""

    id: int
    visit: UseOfFunds
    at: datetime


def record_use_of_funds(
    session: Session,
    actor: Person,
    loan_id: int,
    visit: UseOfFunds,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Record what the actor saw at a borrower's; it is signed with the actor's name, whatever it says.

    Raises OutsideVisit for a day before the loan was paid out or in the future, and SameAgain for a second
    visit of the same person on a day without a written reason.
    """
    permission, action = SampangPermission.WATCH_USE_OF_FUNDS, SampangAction.RECORD_USE_OF_FUNDS
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(visit)
        loan = _held(session, loan_id)
        if not loan.disbursed_on <= visit.on <= act.day:
            raise OutsideVisit(loan.disbursed_on)
        again = let_pass(_same(session, loan_id, act.person, visit), again_because)
        body = {**to_plain(visit), "visitor": act.person.name}
        row = UseOfFundsRow(loan_id=loan_id, body=body, by_person_id=act.person.id, at=at)
        session.add(row)
        session.flush()
        kept = again.keep(act, UseOfFundsRow, row.id)
        act.close(Subject(SampangSubject.LOAN, loan_id), came_to=row.id, after={**body, **kept})
        return row.id


def uses_of_funds(session: Session, actor: Person, loan_id: int) -> tuple[RecordedVisit, ...]:
    """The visits to a borrower, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    found = (
        RecordedVisit(row.id, from_plain(UseOfFunds, row.body), row.at) for row in _rows(session, loan_id)
    )
    return tuple(sorted(found, key=lambda one: (one.visit.on, one.id), reverse=True))


def _held(session: Session, loan_id: int) -> LoanRow:
    """The loan, held so that two writers see each other's visit."""
    loan_row(session, loan_id)
    return session.scalars(select(LoanRow).where(LoanRow.id == loan_id).with_for_update()).one()


def _rows(session: Session, loan_id: int) -> list[UseOfFundsRow]:
    query = select(UseOfFundsRow).where(UseOfFundsRow.loan_id == loan_id).order_by(UseOfFundsRow.id)
    return list(session.scalars(query.options(joinedload(UseOfFundsRow.by))))


def _same(session: Session, loan_id: int, person: Person, visit: UseOfFunds) -> Iterator[Earlier]:
    for row in _rows(session, loan_id):
        if row.by_person_id == person.id and row.body["on"] == visit.on.isoformat():
            told = f"Kunjungan {indonesian_date(visit.on)} ke peminjam ini sudah dicatat"
            yield Earlier(told, row.by.name, row.at)
