"""The Kepala Dinas's reviews of a Fasilitator, month by month (Pasal 15 ayat (2)); nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.refusals import OwnReview
from db.blitar.staffing.staff import held_staff, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import from_plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import FacilitatorReviewRow, StaffRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.facilitator_review import FacilitatorReview, check_review, serves_in
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.programme import NotAllowed, may
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class ReviewVersion:
    """One review as it was recorded; the newest of a month counts."""

    review: FacilitatorReview
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FacilitatorMonth:
    """A Fasilitator who served in a month, with the newest review, if any, and how many there are.

    `decree` is the number of the decree that names them. `is_own` is true for the Fasilitator themselves,
    who never review their own work.
    """

    service: Service
    newest: ReviewVersion | None
    versions: int
    is_own: bool
    decree: str = ""


def record_review(
    session: Session,
    actor: Person,
    review: FacilitatorReview,
    *,
    expected_versions: int,
    nonce: str,
    at: datetime,
) -> int:
    """Record a review as the newest of its month; give how many there are then.

    Raises Wrong for what cannot be, OwnReview for who is reviewed, and ChangedMeanwhile when another one
    came in between.
    """
    permission, action = BlitarPermission.REVIEW_FACILITATORS, BlitarAction.REVIEW_FACILITATOR
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_typed(review)
        body = to_plain(review)
        reviewed = _facilitator(held_staff(session, review.staff_id))
        if reviewed.person_id == act.person.id:
            raise OwnReview
        service = service_of(reviewed)
        if review.month.day != 1:
            raise ValueError(f"{review.month} is not the first day of a month")
        before = _versions(session, review.staff_id, review.month)
        if len(before) > expected_versions:
            raise ChangedMeanwhile("penilaian bulan ini", before[0].by.name, before[0].at)
        if problems := check_review(review, service, act.day):
            raise Wrong(problems)
        added = FacilitatorReviewRow(
            staff_id=review.staff_id, month=review.month, body=body, by_person_id=act.person.id, at=at
        )
        session.add(added)
        subject, versions = Subject(BlitarSubject.STAFF, review.staff_id), len(before) + 1
        act.close(subject, version=versions, after=body)
        return versions


def reviews(session: Session, actor: Person, month: date) -> tuple[FacilitatorMonth, ...]:
    """Everybody who served as Fasilitator in a month, by name; a Fasilitator sees only themselves."""
    person = authorise(
        session, actor, BLITAR, BlitarPermission.REVIEW_FACILITATORS, BlitarPermission.WRITE_REPORTS
    )
    query = (
        select(StaffRow).where(StaffRow.kind == StaffKind.FACILITATOR).order_by(StaffRow.name, StaffRow.id)
    )
    if not may(person, BlitarPermission.REVIEW_FACILITATORS, BLITAR):
        query = query.where(StaffRow.person_id == person.id)
    counted, newest = _counted(session, month), _newest(session, month)
    return tuple(
        FacilitatorMonth(
            service_of(row),
            newest.get(row.id),
            counted.get(row.id, 0),
            row.person_id == person.id,
            row.decree,
        )
        for row in session.scalars(query)
        if serves_in(service_of(row), month)
    )


def review_versions(session: Session, actor: Person, staff_id: int, month: date) -> tuple[ReviewVersion, ...]:
    """Every review of a Fasilitator for a month, the newest first; a Fasilitator's only to themselves."""
    require_reader(session, actor, staff_id)
    return tuple(map(_read, _versions(session, staff_id, month)))


def require_reader(session: Session, actor: Person, staff_id: int) -> StaffRow:
    """The Fasilitator, for who may read about them; raises NotAllowed for another's, or NotFound."""
    person = authorise(
        session, actor, BLITAR, BlitarPermission.REVIEW_FACILITATORS, BlitarPermission.WRITE_REPORTS
    )
    row = session.get(StaffRow, staff_id)
    own = row is not None and row.person_id == person.id
    if not own and not may(person, BlitarPermission.REVIEW_FACILITATORS, BLITAR):
        raise NotAllowed(BlitarPermission.REVIEW_FACILITATORS, BLITAR, person)
    return _facilitator(row)


def _facilitator(row: StaffRow | None) -> StaffRow:
    if row is None or row.kind != StaffKind.FACILITATOR:
        raise NotFound("Fasilitator ini")
    return row


def _versions(session: Session, staff_id: int, month: date) -> tuple[FacilitatorReviewRow, ...]:
    table = FacilitatorReviewRow
    query = select(table).where(table.staff_id == staff_id, table.month == month).order_by(table.id.desc())
    return tuple(session.scalars(query))


def _newest(session: Session, month: date) -> Mapping[int, ReviewVersion]:
    table = FacilitatorReviewRow
    last = select(func.max(table.id)).where(table.month == month).group_by(table.staff_id)
    rows = session.scalars(select(table).where(table.id.in_(last)))
    return {row.staff_id: _read(row) for row in rows}


def _counted(session: Session, month: date) -> Mapping[int, int]:
    table = FacilitatorReviewRow
    times = func.count().label("times")
    query = select(table.staff_id, times).where(table.month == month).group_by(table.staff_id)
    return {row.staff_id: row.times for row in session.execute(query)}


def _read(row: FacilitatorReviewRow) -> ReviewVersion:
    return ReviewVersion(from_plain(FacilitatorReview, row.body), row.by.name, row.at)
