"""Loans that were paid out, and the journal, for screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from db.access import authorise
from db.again import reasons_of
from db.engine import known_together
from db.sampang.fund.ledger import amounts_of, entries_in, loan_row
from db.sampang.fund.loan_books import PaidSoFar, paid_on, paid_on_each, rows_of
from db.tables import ApplicationRow, JournalEntryRow, LoanRow, ReversalProposalRow
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.journal_lines import JournalLine
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.fund.repayment import Laid, laid_on
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, Schedule
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

LARGEST_PAGE = 200
_WHOLE = (
    selectinload(LoanRow.instalments),
    joinedload(LoanRow.application),
    joinedload(LoanRow.requested_by),
    joinedload(LoanRow.approved_by),
)
_OF_BOOKING = (
    selectinload(JournalEntryRow.postings),
    joinedload(JournalEntryRow.by),
    joinedload(JournalEntryRow.loan).joinedload(LoanRow.application),
)


@dataclass(frozen=True, slots=True)
class StoredLoan:
    """A loan with its fixed schedule and what of each instalment has been paid.

    Nothing is left since `ended_on`, be it by the last instalment or by a settlement. Of a loan that was
    taken over on a day, the schedule is what was left that day, due on its `own_day` of the month.
    """

    id: int
    application_id: int
    number: str
    name: str
    schedule: Schedule
    laid: tuple[Laid, ...]
    rules_fingerprint: str
    requested_by: str
    approved_by: str
    at: datetime
    ended_on: date | None = None
    taken_over_on: date | None = None
    own_day: int | None = None

    @property
    def owed(self) -> int:
        """The principal that is left, in rupiah."""
        return sum(one.row.principal - one.principal for one in self.laid)

    def course(self, received: Sequence[Received]) -> Course:
        """Its course with what came in for it."""
        terms, rows = self.schedule.terms, self.schedule.rows
        return Course(terms.principal, terms.disbursed_on, rows, received, self.taken_over_on, self.own_day)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to pay."""
        return all(one.is_paid for one in self.laid)


@dataclass(frozen=True, slots=True)
class JournalPage:
    """One page of the journal, the newest first, and how many lines there are."""

    lines: tuple[JournalLine, ...]
    total: int


def loan(session: Session, actor: Person, loan_id: int) -> StoredLoan:
    """One loan; or raise NotFound."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return _stored(loan_row(session, loan_id), paid_on(session, loan_id))


def loan_of(session: Session, actor: Person, application_id: int) -> StoredLoan | None:
    """The loan that was paid out for an application, if it was."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return known_together(session, ("loan of", application_id), lambda: _loan_of(session, application_id))


def _loan_of(session: Session, application_id: int) -> StoredLoan | None:
    row = session.scalars(select(LoanRow).where(LoanRow.application_id == application_id)).one_or_none()
    return None if row is None else _stored(row, paid_on(session, row.id))


def loans(
    session: Session, actor: Person, *, text: str = "", page: int = 1, page_size: int = 25
) -> tuple[tuple[StoredLoan, ...], int]:
    """One page of the loans, the newest first, by part of the borrower's name or number; and how many."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    query = select(LoanRow).join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
    if text.strip():
        wanted = text.strip()
        query = query.where(
            ApplicationRow.name.icontains(wanted, autoescape=True)
            | ApplicationRow.number.icontains(wanted, autoescape=True)
        )
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = query.order_by(LoanRow.disbursed_on.desc(), LoanRow.id.desc())
    asked = found.limit(page_size).offset((page - 1) * page_size).options(*_WHOLE)
    rows = session.scalars(asked).all()
    paid = paid_on_each(session, [row.id for row in rows])
    return tuple(_stored(row, paid[row.id]) for row in rows), total


def journal(session: Session, actor: Person, *, page: int = 1, page_size: int = 25) -> JournalPage:
    """One page of the journal."""
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    newest = (JournalEntryRow.on.desc(), JournalEntryRow.id.desc())
    # A page far back is found in the index alone, before any booking is read.
    shown = select(JournalEntryRow.id).order_by(*newest).limit(page_size).offset((page - 1) * page_size)
    query = select(JournalEntryRow).where(JournalEntryRow.id.in_(shown.scalar_subquery())).order_by(*newest)
    return JournalPage(lines_of(session, person, query), entries_in(session))


def lines_of(session: Session, person: Person, query: Select[JournalEntryRow]) -> tuple[JournalLine, ...]:
    """The bookings of a query as somebody may read them, who was asked whether they read the fund."""
    names_people = may(person, SampangPermission.READ_LOANS, SAMPANG)
    rows = session.scalars(query.options(*_OF_BOOKING)).all()
    numbers = [row.id for row in rows]
    asked = _asked_back(session, numbers)
    again = reasons_of(session, JournalEntryRow, numbers) if names_people else {}
    return tuple(
        _line(row, row.id in asked, again.get(row.id, ""), names_people=names_people) for row in rows
    )


def _asked_back(session: Session, entry_ids: Sequence[int]) -> frozenset[int]:
    query = select(ReversalProposalRow.entry_id).where(
        ReversalProposalRow.entry_id.in_(entry_ids), ReversalProposalRow.closed_at.is_(None)
    )
    return frozenset(session.scalars(query))


def _line(row: JournalEntryRow, is_asked_back: bool, again: str, *, names_people: bool) -> JournalLine:
    kind = EntryKind(row.kind)
    number = f" {row.loan.application.number}" if row.loan else ""
    return JournalLine(
        id=row.id,
        kind=kind,
        on=row.on,
        value_on=row.value_on,
        memo=row.memo if names_people or kind is EntryKind.OPENING else f"{kind.label}{number}",
        amounts=dict(amounts_of(row)),
        by=row.by.name,
        at=row.at,
        reverses_id=row.reverses_id,
        is_asked_back=is_asked_back,
        again=again,
    )


def _stored(row: LoanRow, so_far: PaidSoFar) -> StoredLoan:
    terms = LoanTerms(
        principal=row.principal,
        tenor=row.tenor,
        grace=row.grace,
        yearly_percent=row.yearly_percent,
        method=InterestMethod(row.method),
        disbursed_on=row.disbursed_on,
    )
    rows = rows_of(row)
    return StoredLoan(
        id=row.id,
        application_id=row.application_id,
        number=row.application.number,
        name=row.application.name,
        schedule=Schedule(terms, rows),
        laid=laid_on(rows, so_far.paid, so_far.released),
        ended_on=so_far.ended_on,
        rules_fingerprint=row.rules_fingerprint,
        requested_by=row.requested_by.name,
        approved_by=row.approved_by.name,
        at=row.at,
        taken_over_on=row.taken_over_on,
        own_day=row.own_day,
    )
