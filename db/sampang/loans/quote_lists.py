"""Quotes of settlements, as screens list them: those of a loan, and those that end soon."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from db.access import authorise
from db.tables import JournalEntryRow, LoanRow, SettlementQuoteRow, SettlementRow
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.settling import QuoteState

_MOST: Final = 50
_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredQuote:
    """A quote that went out: for which loan, the rupiah and the days, its paper, and what became of it."""

    id: int
    application_id: int
    number: str
    name: str
    paper_id: int
    paper_number: str
    on: date
    since: date
    until: date
    total: int
    by: str
    at: datetime
    state: QuoteState


def quotes_of(session: Session, actor: Person, loan_id: int, day: date) -> tuple[StoredQuote, ...]:
    """The quotes of a loan as they stand on a day, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = SettlementQuoteRow
    return _read(session, _quotes().where(table.loan_id == loan_id).order_by(table.id.desc()), day)


def expiring_quotes(session: Session, actor: Person, day: date) -> tuple[StoredQuote, ...]:
    """The quotes that hold on a day and end within the week, what ends first before."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = SettlementQuoteRow
    query = _quotes().where(table.until >= day, table.until <= day + _SOON).order_by(table.until, table.id)
    return tuple(one for one in _read(session, query, day) if one.state is QuoteState.HOLDS)


def _quotes() -> Select[SettlementQuoteRow, int, int | None, int | None]:
    """Quotes with the newest booking of their loan, their settlement, and what took that back."""
    table, entry, back = SettlementQuoteRow, JournalEntryRow, aliased(JournalEntryRow)
    newest = select(func.max(entry.id)).where(entry.loan_id == table.loan_id).scalar_subquery()
    return (
        select(table, newest, SettlementRow.entry_id, back.id)
        .outerjoin(SettlementRow, SettlementRow.quote_id == table.id)
        .outerjoin(back, back.reverses_id == SettlementRow.entry_id)
        .options(
            joinedload(table.loan).joinedload(LoanRow.application),
            joinedload(table.paper),
            joinedload(table.by),
        )
        .limit(_MOST)
    )


def _read(
    session: Session, query: Select[SettlementQuoteRow, int, int | None, int | None], day: date
) -> tuple[StoredQuote, ...]:
    return tuple(
        StoredQuote(
            id=row.id,
            application_id=row.loan.application_id,
            number=row.loan.application.number,
            name=row.loan.application.name,
            paper_id=row.paper_id,
            paper_number=row.paper.number,
            on=row.on,
            since=row.since,
            until=row.until,
            total=row.total,
            by=row.by.name,
            at=row.at,
            state=_state(row, newest, settled, back, day),
        )
        for row, newest, settled, back in session.execute(query)
    )


def _state(
    row: SettlementQuoteRow, newest: int, settled: int | None, back: int | None, day: date
) -> QuoteState:
    if settled is not None:
        return QuoteState.SETTLED if back is None else QuoteState.TAKEN_BACK
    if newest != row.after_entry_id:
        return QuoteState.OUT_OF_DATE
    if day > row.until:
        return QuoteState.EXPIRED
    return QuoteState.HOLDS if row.since <= day else QuoteState.COMING
