"""Trainings of Pendamping and Fasilitator (Pasal 10): recorded, and read."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.again import let_pass
from db.blitar.staffing.staff import held_staff
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import from_plain, to_plain
from db.refusals import Wrong
from db.search_words import search_form
from db.tables import PersonRow, StaffRecordRow, StaffRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause, Earlier
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.training import Training, check_training
from domain.dates import indonesian_date
from domain.roles import Person

TRAINING: Final = "training"


def record_training(
    session: Session,
    actor: Person,
    staff_id: int,
    training: Training,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> None:
    """Record a training (Pasal 10), by a Fasilitator or an accredited body.

    Raises Wrong, and SameAgain for one of the same name and day without a written reason.
    """
    permission, action = BlitarPermission.MANAGE_STAFF, BlitarAction.RECORD_ON_STAFF
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        if problems := check_training(training, act.day):
            raise Wrong(problems)
        require_typed(training)
        body = to_plain(training)
        row = held_staff(session, staff_id)
        again = let_pass(_same_training(session, row, training), again_because)
        added = StaffRecordRow(staff_id=row.id, kind=TRAINING, body=body, by_person_id=act.person.id, at=at)
        session.add(added)
        session.flush()
        kept = again.keep(act, StaffRecordRow, added.id)
        act.close(Subject(BlitarSubject.STAFF, row.id), after={**body, **kept})


def _same_training(session: Session, row: StaffRow, training: Training) -> Iterator[Earlier]:
    """The records of a training of the same name and day of somebody who is held."""
    told = (StaffRecordRow.staff_id == row.id, StaffRecordRow.kind == TRAINING)
    query = select(StaffRecordRow, PersonRow.name).join(
        PersonRow, PersonRow.id == StaffRecordRow.by_person_id
    )
    for record, by in session.execute(query.where(*told).order_by(StaffRecordRow.id)):
        before = from_plain(Training, record.body)
        if before.on == training.on and search_form(before.title) == search_form(training.title):
            words = f"{before.title}, {indonesian_date(before.on)}, sudah ada pada {row.name}"
            yield Earlier(words, by, record.at)


def trainings(session: Session, actor: Person) -> Mapping[int, tuple[Training, ...]]:
    """The trainings of everybody who had any, the newest first."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    query = select(StaffRecordRow).where(StaffRecordRow.kind == TRAINING).order_by(StaffRecordRow.id.desc())
    found: dict[int, list[Training]] = {}
    for row in session.scalars(query):
        found.setdefault(row.staff_id, []).append(from_plain(Training, row.body))
    return {
        staff_id: tuple(sorted(own, key=lambda one: one.on, reverse=True)) for staff_id, own in found.items()
    }
