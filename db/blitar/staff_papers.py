"""Papers about one Pendamping or Fasilitator: the decree of appointment, and letters of assignment."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.mentoring_papers import ABOUT_STAFF, KeptPaper, MentoringPaper, keep_paper, papers_of
from db.blitar.staffing.assignments import assignments_of
from db.blitar.staffing.staff import held_mentor, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_whole
from db.refusals import NotFound, Wrong
from db.tables import MentoringPaperRow, StaffRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.staff_papers import (
    AssignmentLetter,
    AssignmentTold,
    assigned_from,
    letter_problems,
)
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person

Drawn = Callable[[AssignmentLetter, AssignmentTold], bytes]


def assignment_told(session: Session, actor: Person, staff_id: int, day: date | None) -> AssignmentTold:
    """What a letter of assignment of a day would say, for who may issue one."""
    authorise(session, actor, BLITAR, BlitarPermission.MANAGE_STAFF, BlitarPermission.APPOINT_STAFF)
    row = session.get(StaffRow, staff_id)
    if row is None:
        raise NotFound("Orang ini")
    return _told(session, row, day)


def staff_papers(session: Session, actor: Person, staff_id: int) -> tuple[KeptPaper, ...]:
    """The decree and the letters of assignment that were kept of somebody; a Pendamping finds their own."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    own = own_staff(session, person)
    return papers_of(session, ABOUT_STAFF, staff_id) if own is None or staff_id in own else ()


def issue_assignment_letter(
    session: Session,
    actor: Person,
    staff_id: int,
    letter: AssignmentLetter,
    *,
    nonce: str,
    at: datetime,
    printed: Drawn,
) -> int:
    """Issue a letter of assignment over the kecamatan of its day (Pasal 11(2)); give the paper's number.

    What `printed` makes of it is kept as it goes out. Raises Wrong for what cannot be, also for a number
    that another letter of assignment of that year has.
    """
    either = (BlitarPermission.MANAGE_STAFF, BlitarPermission.APPOINT_STAFF)
    with verb(
        session, actor, BLITAR, either, BlitarAction.ISSUE_ASSIGNMENT_LETTER, nonce=nonce, at=at
    ) as act:
        if act.earlier:
            return act.earlier.version
        row = held_mentor(session, staff_id)
        told = _told(session, row, letter.on)
        if problems := (*letter_problems(letter, told, act.day), *_number_taken(session, letter)):
            raise Wrong(problems)
        require_whole(letter)
        on = letter.on or act.day
        kind = MentoringPaper.ASSIGNMENT_LETTER
        kept = keep_paper(act, kind, row.id, printed(letter, told), number=letter.number, on=on)
        after = {"number": letter.number.strip(), "on": on.isoformat(), **kept}
        act.close(Subject(BlitarSubject.STAFF, row.id), version=kept["paper"], after=after)
        return int(kept["paper"])


def _told(session: Session, row: StaffRow, day: date | None) -> AssignmentTold:
    service = service_of(row)
    return AssignmentTold(
        name=row.name,
        decree=row.decree,
        appointed_on=row.appointed_on,
        districts=assigned_from(service, assignments_of(session, [row.id]), day),
    )


def _number_taken(session: Session, letter: AssignmentLetter) -> tuple[Problem, ...]:
    """Another letter of assignment of the year with that number; agenda numbers begin anew each year."""
    if letter.on is None:
        return ()
    row, year = MentoringPaperRow, letter.on.year
    query = select(row).where(
        row.kind == MentoringPaper.ASSIGNMENT_LETTER,
        row.number == letter.number.strip(),
        row.dated_on.between(date(year, 1, 1), date(year, 12, 31)),
    )
    other = session.scalars(query.limit(1)).one_or_none()
    if other is None:
        return ()
    whose = session.get_one(StaffRow, other.of_id).name
    told = (
        f"Nomor ini sudah dipakai surat tugas {whose}, {indonesian_date(other.dated_on)}. Pakai nomor lain."
    )
    return (Problem("number", told),)
