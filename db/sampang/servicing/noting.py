"""Verbs for what is done beside letters: a report, a joint collection, a claim handed over (IX)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.again import let_pass
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.applications.application_rows import held_row
from db.sampang.fund.ledger import loan_row
from db.sampang.origination.advancing import require_free
from db.sampang.servicing.issuing import raise_future
from db.sampang.servicing.outlooks import collection_of
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import CollectionEntryRow, LoanRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause, Earlier
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import (
    BorrowerReport,
    Deed,
    HandingBack,
    HandingOver,
    JointVisit,
)
from domain.sampang.servicing.letters_due import hindrances_to_handing_back, hindrances_to_handing_over


def note_report(
    session: Session,
    actor: Person,
    loan_id: int,
    report: BorrowerReport,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> None:
    """Write down what a borrower told the Dinas; it keeps the red list away (IX.3)."""
    permission, action = SampangPermission.RECORD_COLLECTION, SampangAction.NOTE_REPORT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if not act.earlier:
            _note(act, _held(act, loan_id, report), Deed.REPORT, report, again_because)


def note_visit(
    session: Session,
    actor: Person,
    loan_id: int,
    visit: JointVisit,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> None:
    """Write down a collection by Bank Jatim together with the team (VII.5)."""
    permission, action = SampangPermission.COLLECT_TOGETHER, SampangAction.NOTE_VISIT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if not act.earlier:
            _note(act, _held(act, loan_id, visit), Deed.VISIT, visit, again_because)


def hand_over(
    session: Session,
    actor: Person,
    loan_id: int,
    given: HandingOver,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> None:
    """Write down that a claim went to Kejaksaan or KPKNL; raises Hindered where it cannot (IX.2)."""
    permission, action = SampangPermission.RECORD_COLLECTION, SampangAction.HAND_OVER
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        loan = _held(act, loan_id, given)
        require_free(hindrances_to_handing_over(given.to, collection_of(session, loan, given.on).outlook))
        _note(act, loan, Deed.HANDED_OVER, given, again_because, number=given.number)


def take_back_claim(
    session: Session, actor: Person, loan_id: int, back: HandingBack, *, nonce: str, at: datetime
) -> None:
    """Write down that a claim came back from who collected it, and why."""
    permission, action = SampangPermission.RECORD_COLLECTION, SampangAction.TAKE_BACK_CLAIM
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        loan = _held(act, loan_id, back)
        done = collection_of(session, loan, back.on).done
        require_free(hindrances_to_handing_back(done, back.on))
        ends = max(row.id for row in _rows(session, loan.id, Deed.HANDED_OVER))
        _note(act, loan, Deed.HANDED_BACK, back, "", number=back.number, ends_id=ends)


def _held(act: Act, loan_id: int, told: Any) -> LoanRow:
    """The loan, held against other writers, once what was typed is whole and its day has come."""
    require_whole(told)
    loan = loan_row(act.session, loan_id)
    held_row(act.session, loan.application_id)
    if told.on > act.day:
        raise_future()
    return loan


def _note(
    act: Act,
    loan: LoanRow,
    deed: Deed,
    told: Any,
    because: AgainBecause,
    *,
    number: str = "",
    ends_id: int | None = None,
) -> None:
    again = let_pass(_same(act.session, loan.id, deed, told.on), because)
    body = to_plain(told)
    row = CollectionEntryRow(
        loan_id=loan.id,
        kind=deed,
        on=told.on,
        number=number,
        body=body,
        ends_id=ends_id,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    kept = again.keep(act, CollectionEntryRow, row.id)
    act.close(Subject(SampangSubject.LOAN, loan.id), came_to=row.id, after={**body, **kept})


def _rows(session: Session, loan_id: int, deed: Deed) -> Iterator[CollectionEntryRow]:
    table = CollectionEntryRow
    query = select(table).where(table.loan_id == loan_id, table.kind == deed).order_by(table.id)
    yield from session.scalars(query.options(joinedload(table.by)))


def _same(session: Session, loan_id: int, deed: Deed, on: date) -> Iterator[Earlier]:
    """What was written of the same kind on that day; the file must be held."""
    for row in _rows(session, loan_id, deed):
        if row.on == on:
            yield Earlier(f"{deed.label}, {indonesian_date(row.on)}", row.by.name, row.at)
