"""A binaan that nobody mentors yet, given to a Pendamping; from one to another it is a handover."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.blitar.caseload.clients import care_problems
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.reach import client_row, require_version
from db.blitar.trail import BlitarAction, BlitarSubject
from db.engine import require_write
from db.refusals import Wrong
from db.tables import ClientRow
from db.trail import Subject
from domain.blitar.field_checks import day_problems
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import JAKARTA, indonesian_date
from domain.problems import Problem
from domain.roles import Person


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
    person = authorise(session, actor, BLITAR, BlitarPermission.HAND_OVER_CLIENTS)
    # Staff before binaan, as every verb holds them.
    day = at.astimezone(JAKARTA).date()
    problems = [*day_problems(day, ("on", on)), *care_problems(session, mentor_id, on, day, "mentor_id")]
    row = client_row(session, client_id, hold=True)
    if row.mentor_id == mentor_id:
        return
    require_version(session, row, expected_version)
    if problems := [*problems, *_problems(row, on)]:
        raise Wrong(problems)
    row.mentor_id, row.given_on, row.version = mentor_id, on, row.version + 1
    row.changed_by_id, row.changed_at = person.id, at
    subject = Subject(BlitarSubject.CLIENT, row.id)
    after = {"mentor_id": mentor_id, "on": on.isoformat()}
    audit.record(
        session,
        person,
        BLITAR,
        BlitarAction.GIVE_CLIENT,
        subject,
        at,
        before={"mentor_id": None},
        after=after,
    )


def _problems(row: ClientRow, on: date) -> Iterator[Problem]:
    if row.mentor_id is not None or row.status != OPEN:
        told = (
            "Binaan ini sudah punya Pendamping atau sudah diakhiri. Dari satu Pendamping ke yang lain lewat "
            "serah terima dengan berita acara."
        )
        yield Problem("mentor_id", told)
    if on < row.since:
        told = f"Binaan ini baru didampingi sejak {indonesian_date(row.since)}. Periksa tanggalnya."
        yield Problem("on", told)
