"""Loans of which nothing is left and whose pledged things the bank still keeps (III.10)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.plain import from_plain
from db.tables import ApplicationRow, CustodyEntryRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.origination.custody import CustodyEntry, kept_things
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_NEWEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReturn:
    """A loan that ended, and how many things wait to go back to their owner."""

    application_id: int
    number: str
    name: str
    ended_on: date
    things: int


def collateral_to_return(session: Session, actor: Person) -> tuple[ToReturn, ...]:
    """What waits among the loans that ended last, the longest ended first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    kept, loan, file = LoanProgressRow, LoanRow, ApplicationRow
    query = (
        select(file.id, file.number, file.name, kept.ended_on)
        .join(loan, loan.id == kept.loan_id)
        .join(file, file.id == loan.application_id)
        .where(kept.ended_on.is_not(None))
        .order_by(kept.ended_on.desc())
        .limit(_NEWEST)
    )
    ended = session.execute(query).all()
    lines = _lines(session, [row.id for row in ended])
    found = (
        ToReturn(
            application_id=row.id,
            number=row.number,
            name=row.name,
            ended_on=row.ended_on,
            things=len(kept_things(lines.get(row.id, ()))),
        )
        for row in reversed(ended)
    )
    return tuple(one for one in found if one.things)


def _lines(session: Session, application_ids: list[int]) -> dict[int, list[CustodyEntry]]:
    table = CustodyEntryRow
    query = select(table.application_id, table.body).where(table.application_id.in_(application_ids))
    found: dict[int, list[CustodyEntry]] = {}
    for file, body in session.execute(query.order_by(table.id)):
        found.setdefault(file, []).append(from_plain(CustodyEntry, body))
    return found
