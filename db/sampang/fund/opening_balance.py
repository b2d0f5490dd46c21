"""Verb for the fund's opening balance, which is entered once, with its decree."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.fund.ledger import FUND, book, held_fund, position_of
from db.sampang.refusals import AlreadyOpened
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import FundRow
from db.trail import Subject
from db.verbs import verb
from domain.roles import Person
from domain.sampang.fund.entries import opening
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.fund.position import Position
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class Fund:
    """The fund as everybody who may read it sees it."""

    position: Position
    decree: str
    opened_on: date | None


def fund(session: Session, actor: Person) -> Fund:
    """Where the fund stands, and by which decree it was opened."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    row = session.get_one(FundRow, FUND)
    return Fund(position_of(session), row.decree or "", row.opened_on)


def open_fund(session: Session, actor: Person, balance: OpeningBalance, *, nonce: str, at: datetime) -> int:
    """Enter the opening balance in rupiah; give the booking's number. A second time raises AlreadyOpened."""
    permission, action = SampangPermission.OPEN_FUND, SampangAction.OPEN_FUND
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(balance)
        row = held_fund(session)
        if row.opened_at is not None:
            raise AlreadyOpened(row.decree or "")
        row.decree, row.opened_on = balance.decree, balance.on
        row.opened_by_id, row.opened_at = act.person.id, at
        entry_id = book(session, act.person, opening(balance.amount, balance.on, balance.decree), at)
        act.close(Subject(SampangSubject.FUND, 1), came_to=entry_id, after=to_plain(balance))
        return entry_id
