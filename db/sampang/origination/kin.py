"""Other files and loans of the same person, spouse or business."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.applications.application_rows import application_row
from db.sampang.fund.ledger import paid_on
from db.sampang.taken_back import is_taken_back
from db.search_words import same_name_nearby
from db.tables import ApplicationRow, FileStepRow, InstalmentRow, JournalEntryRow, LoanRow
from domain.roles import Person
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.repayment import laid_on
from domain.sampang.loan import Row
from domain.sampang.origination.household import Kinship, Relation
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_MOST: Final = 50


def kin(session: Session, actor: Person, application_id: int) -> tuple[Kinship, ...]:
    """Other files of the same people, with what they owe; for those who may read loans."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return kinship_of(session, application_row(session, application_id))


def kinship_of(session: Session, row: ApplicationRow) -> tuple[Kinship, ...]:
    """Other files of the same people; drafts and what was withdrawn or refused are left out."""
    conditions = _conditions(row)
    if not conditions:
        return ()
    gone = (Stage.DRAFT, Stage.WITHDRAWN, Stage.REFUSED)
    query = (
        select(ApplicationRow)
        .where(or_(*conditions), ApplicationRow.id != row.id, ApplicationRow.status.not_in(gone))
        .order_by(ApplicationRow.id.desc())
        .limit(_MOST)
    )
    return tuple(_kinship(session, row, other) for other in session.scalars(query))


def _conditions(row: ApplicationRow) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if row.nik:
        found += [ApplicationRow.nik == row.nik, ApplicationRow.spouse_nik == row.nik]
    if row.spouse_nik:
        found.append(ApplicationRow.nik == row.spouse_nik)
    if row.npwp_key:
        found.append(ApplicationRow.npwp_key == row.npwp_key)
    stored = ApplicationRow
    nearby = same_name_nearby(stored.search_name, stored.district_code, row.search_name, row.district_code)
    return found if nearby is None else [*found, nearby]


def _relation(row: ApplicationRow, other: ApplicationRow) -> Relation:
    if row.nik and row.nik == other.nik:
        return Relation.SAME_PERSON
    if (row.nik and row.nik == other.spouse_nik) or (row.spouse_nik and row.spouse_nik == other.nik):
        return Relation.SPOUSE
    if row.npwp_key and row.npwp_key == other.npwp_key:
        return Relation.SAME_BUSINESS
    return Relation.SAME_NAME


def _kinship(session: Session, row: ApplicationRow, other: ApplicationRow) -> Kinship:
    loan = session.scalars(select(LoanRow).where(LoanRow.application_id == other.id)).one_or_none()
    owed, settled_on = (None, None) if loan is None else _owed(session, loan)
    return Kinship(
        application_id=other.id,
        number=other.number,
        name=other.name,
        relation=_relation(row, other),
        stage=Stage(other.status),
        amount=_approved(session, other.id) or other.amount,
        disbursed_on=loan.disbursed_on if loan else None,
        owed=owed,
        settled_on=settled_on,
    )


def _approved(session: Session, application_id: int) -> int | None:
    query = select(FileStepRow.body["amount"].as_integer()).where(
        FileStepRow.application_id == application_id,
        FileStepRow.step == Step.APPROVE,
        ~is_taken_back(),
    )
    return session.scalar(query)


def _owed(session: Session, loan: LoanRow) -> tuple[int, date | None]:
    """The principal left of a loan, and the day of its last payment once nothing is left."""
    laid = laid_on(rows_of(loan.instalments), paid_on(session, loan.id))
    left = sum(one.row.principal - one.principal for one in laid)
    if any(one.left for one in laid):
        return left, None
    taken_back = select(JournalEntryRow.reverses_id).where(JournalEntryRow.reverses_id.is_not(None))
    last = select(func.max(JournalEntryRow.on)).where(
        JournalEntryRow.loan_id == loan.id,
        JournalEntryRow.kind == EntryKind.PAYMENT,
        JournalEntryRow.id.not_in(taken_back),
    )
    return left, session.scalar(last)


def rows_of(instalments: Iterable[InstalmentRow]) -> tuple[Row, ...]:
    """The fixed instalments of a loan as the schedule's rows."""
    return tuple(
        Row(one.number, one.due_on, one.principal, one.interest, one.balance, one.principal == 0)
        for one in instalments
    )
