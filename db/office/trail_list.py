"""The trail read line by line: who did what, to what, when, chosen by whoever looks for something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.audit import AuditEntry, entry_of
from db.tables import AuditRow, PersonRow
from db.trail import OfficeSubject, SubjectKind
from db.wings import wing_of
from domain.dates import JAKARTA
from domain.programme import Programme
from domain.roles import OfficePermission, Person

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailWanted:
    """Which lines are wanted; None or blank stands for all. Both days count."""

    person_id: int | None = None
    kind: SubjectKind | None = None
    subject_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Lines of the trail, the newest first; `older` is where the next page begins, if there is one."""

    lines: tuple[AuditEntry, ...]
    older: int | None


def trail_page(
    session: Session,
    actor: Person,
    programme: Programme,
    wanted: TrailWanted,
    *,
    before: int | None = None,
    size: int = PAGE,
) -> TrailPage:
    """One page of the lines of a programme, of those older than a number where one is given."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    row = AuditRow
    query = select(row).where(row.programme == programme.key).order_by(row.id.desc()).limit(size + 1)
    if before is not None:
        query = query.where(row.id < before)
    if wanted.person_id is not None:
        query = query.where(row.person_id == wanted.person_id)
    if wanted.kind is not None:
        query = query.where(row.subject_kind == wanted.kind.value)
    if wanted.subject_id is not None:
        query = query.where(row.subject_id == wanted.subject_id)
    if wanted.first_day is not None:
        query = query.where(row.at >= _begin(wanted.first_day))
    if wanted.last_day is not None:
        query = query.where(row.at < _begin(wanted.last_day + timedelta(days=1)))
    found = session.scalars(query).all()
    shown = tuple(entry_of(one, wing_of(programme)) for one in found[:size])
    return TrailPage(shown, shown[-1].id if len(found) > size else None)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), JAKARTA)


def people_of_trail(session: Session, actor: Person, programme: Programme) -> Sequence[tuple[int, str]]:
    """Everybody who may stand in the trail, by name; also who is not active any more."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    query = select(PersonRow.id, PersonRow.name).order_by(PersonRow.name, PersonRow.id)
    return tuple((found.id, found.name) for found in session.execute(query))


def kinds_of_trail(programme: Programme) -> tuple[SubjectKind, ...]:
    """What the trail of a programme tells of."""
    return (*wing_of(programme).subjects, *OfficeSubject)
