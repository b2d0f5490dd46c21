"""Verb for the fund's opening balance, which is entered once, with its decree."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import AlreadyOpened
from db.sampang.fund.ledger import FUND, book, held_fund, position_of
from db.tables import FundRow
from domain.roles import Permission, Person
from domain.sampang.fund.entries import opening
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.fund.position import Position


@dataclass(frozen=True, slots=True)
class Fund:
    """The fund as everybody who may read it sees it."""

    position: Position
    decree: str
    opened_on: date | None


def fund(session: Session, actor: Person) -> Fund:
    """Where the fund stands, and by which decree it was opened."""
    authorise(session, actor, Permission.READ_FUND)
    row = session.get_one(FundRow, FUND)
    return Fund(position_of(session), row.decree or "", row.opened_on)


def open_fund(session: Session, actor: Person, balance: OpeningBalance, *, nonce: str, at: datetime) -> int:
    """Enter the opening balance in rupiah; give the booking's number. A second time raises AlreadyOpened."""
    require_write(session)
    person = authorise(session, actor, Permission.OPEN_FUND)
    require_whole(balance)
    if done := submissions.claim(session, person, Action.OPEN_FUND, nonce, at):
        return done.subject_id
    row = held_fund(session)
    if row.opened_at is not None:
        raise AlreadyOpened(row.decree or "")
    row.decree, row.opened_on, row.opened_by_id, row.opened_at = balance.decree, balance.on, person.id, at
    entry_id = book(session, person, opening(balance.amount, balance.on, balance.decree), at)
    submissions.settle(session, nonce, entry_id)
    audit.record(session, person, Action.OPEN_FUND, Subject(SubjectKind.FUND, 1), at, after=to_plain(balance))
    return entry_id
