"""What of the fund is due: files that came to nothing, and loans that are paid off."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from db.plain import from_plain
from db.retention.ended_sign_ins import SIGN_IN_RECORDS
from db.retention.touched import Ended, Records
from db.sampang.retention.rows import rows_of_files
from db.sampang.trail import SampangSubject
from db.tables import (
    ApplicationRow,
    CustodyEntryRow,
    EvidenceRow,
    FileStepRow,
    IssuedPaperRow,
    LoanProgressRow,
    LoanRow,
    PaperRow,
    RedListEntryRow,
)
from domain.programme import Programme
from domain.retention.retention_kinds import Due
from domain.sampang.origination.custody import CustodyEntry, kept_things
from domain.sampang.origination.stages import Stage
from domain.sampang.retention import FILE, LOAN

_FILE, _LOAN, _PROGRESS = ApplicationRow, LoanRow, LoanProgressRow
_NOTHING_CAME: Final = (Stage.REFUSED, Stage.WITHDRAWN)


def _files_due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    last = select(func.max(FileStepRow.on)).where(FileStepRow.application_id == _FILE.id).scalar_subquery()
    query = select(_FILE.id, _FILE.number, _FILE.name, last.label("on"), _pieces().label("pieces"))
    query = query.where(_FILE.status.in_(_NOTHING_CAME), last <= ended.last, _is_nowhere_else())
    return [ended.due(one.id, one.number, one.name, one.on, one.pieces) for one in session.execute(query)]


def _loans_due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    """Loans that are paid off, nothing of which is still held, and that are on no red list."""
    listed = RedListEntryRow
    standing = select(listed.loan_id).where(listed.closed_at.is_(None), listed.lifted_at.is_(None))
    query = (
        select(_FILE.id, _FILE.number, _FILE.name, _PROGRESS.ended_on.label("on"), _pieces().label("pieces"))
        .join(_LOAN, _LOAN.application_id == _FILE.id)
        .join(_PROGRESS, _PROGRESS.loan_id == _LOAN.id)
        .where(_PROGRESS.ended_on <= ended.last, _LOAN.id.not_in(standing), _is_nowhere_else())
    )
    found = session.execute(query).all()
    held = _held_things(session, [one.id for one in found])
    return [
        ended.due(one.id, one.number, one.name, one.on, one.pieces) for one in found if one.id not in held
    ]


def _is_nowhere_else() -> ColumnElement[bool]:
    """That the same NIK has no application on the way and no loan that runs."""
    other = _FILE.__table__.alias("other")
    loan, progress = _LOAN.__table__.alias("its_loan"), _PROGRESS.__table__.alias("its_progress")
    runs = and_(loan.c.id.is_not(None), progress.c.ended_on.is_(None))
    is_open = or_(other.c.status.not_in((*_NOTHING_CAME, Stage.DISBURSED)), runs)
    joined = other.outerjoin(loan, loan.c.application_id == other.c.id)
    busy: Select[Any] = select(other.c.nik).select_from(
        joined.outerjoin(progress, progress.c.loan_id == loan.c.id)
    )
    return or_(_FILE.nik.is_(None), _FILE.nik.not_in(busy.where(other.c.nik.is_not(None), is_open)))


def _pieces() -> Any:
    """How many papers, letters, photos and scans hang on a file."""
    photo, paper, letter = EvidenceRow, PaperRow, IssuedPaperRow
    kinds = (SampangSubject.SURVEY, SampangSubject.APPLICATION_PAPER)
    photos = select(func.count(photo.id)).where(
        photo.programme == "sampang", photo.subject_kind.in_(kinds), photo.subject_id == _FILE.id
    )
    papers = select(func.count()).where(paper.application_id == _FILE.id, paper.present)
    letters = select(func.count(letter.id)).where(letter.application_id == _FILE.id)
    return photos.scalar_subquery() + papers.scalar_subquery() + letters.scalar_subquery()


def _held_things(session: Session, ids: Collection[int]) -> set[int]:
    """The files of which something pledged was not given back."""
    row = CustodyEntryRow
    found: dict[int, list[CustodyEntry]] = {}
    query = select(row.application_id, row.body).where(row.application_id.in_(ids)).order_by(row.id)
    for file, body in session.execute(query):
        found.setdefault(file, []).append(from_plain(CustodyEntry, body))
    return {file for file, entries in found.items() if kept_things(entries)}


def _named(session: Session, ids: Collection[int]) -> Mapping[int, str]:
    return dict(_pairs(session, ids))


def _pairs(session: Session, ids: Collection[int]) -> Iterator[tuple[int, str]]:
    for one in session.execute(select(_FILE.id, _FILE.name).where(_FILE.id.in_(ids))):
        yield one.id, one.name


RECORDS: Final = (
    Records(FILE, SampangSubject.APPLICATION, _files_due, _named, rows_of_files),
    Records(LOAN, SampangSubject.APPLICATION, _loans_due, _named, rows_of_files),
    SIGN_IN_RECORDS,
)
