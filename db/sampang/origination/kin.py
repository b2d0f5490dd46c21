"""Other files and loans of the same person, spouse or business."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.engine import known_together
from db.sampang.applications.application_rows import application_row
from db.sampang.handed_over import standing_handovers
from db.sampang.taken_back import is_taken_back
from db.search_words import same_name_nearby
from db.tables import ApplicationRow, FileStepRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.origination.household import Kinship, Relation
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.loan_state import claim_told

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class _Lent:
    """A loan of another file: the principal left in rupiah, and its last payment once nothing is left."""

    disbursed_on: date
    owed: int
    settled_on: date | None
    claim_told: str
    is_written_off: bool


def kin(session: Session, actor: Person, application_id: int) -> tuple[Kinship, ...]:
    """Other files of the same people, with what they owe; for those who may read loans."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return kinship_of(session, application_row(session, application_id))


def kinship_of(session: Session, row: ApplicationRow) -> tuple[Kinship, ...]:
    """Other files of the same people; drafts and what was withdrawn or refused are left out."""
    return known_together(session, ("kin", row.id), lambda: _kinship_of(session, row))


def _kinship_of(session: Session, row: ApplicationRow) -> tuple[Kinship, ...]:
    alike = _conditions(row)
    if not alike:
        return ()
    other, gone = ApplicationRow, (Stage.DRAFT, Stage.WITHDRAWN, Stage.REFUSED)
    return _found(session, row, or_(*alike), other.id != row.id, other.status.not_in(gone))


def household_of(session: Session, row: ApplicationRow) -> tuple[Kinship, ...]:
    """Every file of the same people, this one and drafts, refused and withdrawn ones too."""
    return _found(session, row, or_(*_conditions(row), ApplicationRow.id == row.id))


def _found(session: Session, row: ApplicationRow, *chosen: ColumnElement[bool]) -> tuple[Kinship, ...]:
    query = select(ApplicationRow).where(*chosen).order_by(ApplicationRow.id.desc()).limit(_MOST)
    others = session.scalars(query).all()
    if not others:
        return ()
    numbers = [other.id for other in others]
    loans, approved = _loans(session, numbers), _approved(session, numbers)
    return tuple(_kinship(row, other, approved.get(other.id), loans.get(other.id)) for other in others)


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


def _kinship(row: ApplicationRow, other: ApplicationRow, approved: int | None, loan: _Lent | None) -> Kinship:
    return Kinship(
        application_id=other.id,
        number=other.number,
        name=other.name,
        relation=_relation(row, other),
        stage=Stage(other.status),
        amount=approved or other.amount,
        disbursed_on=loan.disbursed_on if loan else None,
        owed=loan.owed if loan else None,
        settled_on=loan.settled_on if loan else None,
        claim_told=loan.claim_told if loan else "",
        is_written_off=loan.is_written_off if loan else False,
        filed_on=other.filed_on,
    )


def _approved(session: Session, application_ids: Collection[int]) -> Mapping[int, int]:
    query = select(FileStepRow.application_id, FileStepRow.body["amount"].as_integer()).where(
        FileStepRow.application_id.in_(application_ids),
        FileStepRow.step == Step.APPROVE,
        ~is_taken_back(),
    )
    return dict(session.execute(query).all())


def _loans(session: Session, application_ids: Collection[int]) -> Mapping[int, _Lent]:
    """What was paid out for these files, by file."""
    loan, kept = LoanRow, LoanProgressRow
    query = (
        select(
            loan.id,
            loan.application_id,
            loan.disbursed_on,
            loan.principal - kept.principal_paid,
            kept.ended_on,
            kept.written_off,
        )
        .join(kept, kept.loan_id == loan.id)
        .where(loan.application_id.in_(application_ids))
    )
    rows = session.execute(query).all()
    given = standing_handovers(session, [number for number, *_ in rows])
    return {
        file: _Lent(
            on,
            owed,
            ended_on,
            "" if ended_on else claim_told(given.get(number), written_off > 0),
            written_off > 0,
        )
        for number, file, on, owed, ended_on, written_off in rows
    }
