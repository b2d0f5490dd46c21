"""The trail read line by line: who did what, to what, when, chosen by whoever looks for something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, false, or_, select
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
_LONGEST_NUMBER = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailWanted:
    """Which lines are wanted; None or blank stands for all. Both days count.

    `number` is a number that people know, as of a file or a binaan, or a thing's own.
    """

    person_id: int | None = None
    kind: SubjectKind | None = None
    subject_id: int | None = None
    number: str = ""
    first_day: date | None = None
    last_day: date | None = None

    @property
    def is_nik(self) -> bool:
        """Whether the number has the sixteen digits of a NIK, which the trail keeps masked alone."""
        digits = "".join(self.number.split())
        return digits.isdecimal() and len(digits) == _LONGEST_NUMBER


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Lines of the trail, the newest first; `older` is where the next page begins, if there is one.

    `known` tells how people know what the lines are about, by kind and number.
    """

    lines: tuple[AuditEntry, ...]
    older: int | None
    known: Mapping[tuple[SubjectKind, int], str]


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
    if told := wanted.number.strip():
        query = query.where(_about(session, programme, told))
    if wanted.first_day is not None:
        query = query.where(row.at >= _begin(wanted.first_day))
    if wanted.last_day is not None:
        query = query.where(row.at < _begin(wanted.last_day + timedelta(days=1)))
    found = session.scalars(query).all()
    shown = tuple(entry_of(one, wing_of(programme)) for one in found[:size])
    older = shown[-1].id if len(found) > size else None
    return TrailPage(shown, older, _known(session, programme, shown))


def _about(session: Session, programme: Programme, told: str) -> ColumnElement[bool]:
    """The lines about what has a number that people know, or with so many digits the number of its own."""
    row = AuditRow
    known = wing_of(programme).numbered(session, told)
    by_kind: dict[str, list[int]] = {}
    for kind, number in known:
        by_kind.setdefault(kind, []).append(number)
    wanted = [and_(row.subject_kind == kind, row.subject_id.in_(ids)) for kind, ids in by_kind.items()]
    if told.isascii() and told.isdigit() and len(told) < _LONGEST_NUMBER:
        wanted.append(row.subject_id == int(told))
    return or_(false(), *wanted)


def _known(
    session: Session, programme: Programme, lines: Sequence[AuditEntry]
) -> Mapping[tuple[SubjectKind, int], str]:
    by_kind: dict[SubjectKind, set[int]] = {}
    for one in lines:
        by_kind.setdefault(one.subject.kind, set()).add(one.subject.id)
    known_as = wing_of(programme).known_as
    people = by_kind.pop(OfficeSubject.PERSON, set())
    known: dict[tuple[SubjectKind, int], str] = {
        (kind, number): told
        for kind, ids in by_kind.items()
        for number, told in known_as(session, kind, ids).items()
    }
    named = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(people))
    found = session.execute(named) if people else ()
    return {**known, **{(OfficeSubject.PERSON, number): name for number, name in found}}


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
