"""A binaan that nobody mentors yet, given to a Pendamping; from one to another it is a handover."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.caseload.clients import care_problems
from db.caseload.lines import OPEN
from db.caseload.reach import client_row
from db.engine import require_write
from db.refusals import ChangedMeanwhile, Wrong
from db.tables import PersonRow
from domain.blitar_mentoring.field_checks import day_problems
from domain.dates import JAKARTA
from domain.problems import Problem
from domain.roles import Permission, Person


def give_client(
    session: Session,
    actor: Person,
    client_id: int,
    mentor_id: int,
    *,
    on: date,
    expected_version: int,
    at: datetime,
) -> None:
    """Give a binaan without a Pendamping to one who serves on that day.

    Raises Wrong when somebody mentors it already (that needs a handover with minutes), and
    ChangedMeanwhile over somebody else's change. A second press of the button changes nothing.
    """
    require_write(session)
    person = authorise(session, actor, Permission.HAND_OVER_CLIENTS)
    row = client_row(session, client_id, hold=True)
    if row.mentor_id == mentor_id:
        return
    if row.version != expected_version:
        by = session.get_one(PersonRow, row.changed_by_id).name
        raise ChangedMeanwhile(f"binaan {row.number}", by, row.changed_at)
    problems = [*day_problems(at.astimezone(JAKARTA).date(), ("on", on))]
    if row.mentor_id is not None or row.status != OPEN:
        told = (
            "Binaan ini sudah punya Pendamping atau sudah diakhiri. Dari satu Pendamping ke yang lain lewat "
            "serah terima dengan berita acara."
        )
        problems.append(Problem("mentor_id", told))
    problems += care_problems(session, mentor_id, on)
    if problems:
        raise Wrong(problems)
    row.mentor_id, row.version = mentor_id, row.version + 1
    row.changed_by_id, row.changed_at = person.id, at
    subject = Subject(SubjectKind.CLIENT, row.id)
    after = {"mentor_id": mentor_id, "on": on.isoformat()}
    audit.record(session, person, Action.SAVE_CLIENT, subject, at, before={"mentor_id": None}, after=after)
