"""A binaan that nobody mentors yet, given to a Pendamping; from one to another it is a handover."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.blitar.caseload.clients import care_problems
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import client_row
from db.blitar.trail import BlitarAction, BlitarSubject
from db.refusals import Wrong
from db.tables import ClientRow
from db.trail import Subject
from db.verbs import verb
from db.versions import require_version
from domain.blitar.field_checks import day_problems
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
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
    permission, action = BlitarPermission.HAND_OVER_CLIENTS, BlitarAction.GIVE_CLIENT
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        # Staff before binaan, as every verb holds them.
        caring = care_problems(session, mentor_id, on, act.day, "mentor_id")
        row = client_row(session, client_id, hold=True)
        if row.mentor_id == mentor_id:
            act.unchanged()
            return
        require_version(session, row, expected_version, f"binaan {row.number}")
        if problems := [*day_problems(act.day, ("on", on)), *caring, *_problems(row, on)]:
            raise Wrong(problems)
        with months_kept(session, [row.id], Ground.CARE):
            row.mentor_id, row.given_on = mentor_id, on
            act.changed(row)
        after = {"mentor_id": mentor_id, "on": on.isoformat()}
        act.close(Subject(BlitarSubject.CLIENT, row.id), before={"mentor_id": None}, after=after)


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
