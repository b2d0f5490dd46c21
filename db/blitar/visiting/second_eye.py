"""Which visits a person may not verify, because they are their own, and which are looked at one by one."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from db.again import reasons_of
from db.blitar.caseload.waiting_counts import own_waiting
from db.blitar.visiting.visit_rows import read_visit
from db.blitar.visiting.visit_warnings import Looked, warnings_among
from db.tables import ClientRow, PersonRow, StaffRow, VisitRow, VisitStepRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.programme import may
from domain.roles import Person

OWN_VISIT: Final = "dicatat atau dikirim oleh Anda; diverifikasi orang lain"


def own_of(person: Person) -> ColumnElement[bool]:
    """Whether a visit was recorded, sent or made by somebody who verifies, and so waits for another."""
    if not may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        return false()
    sent = select(VisitStepRow.visit_id).where(
        VisitStepRow.visit_id == VisitRow.id,
        VisitStepRow.state == VisitState.SENT,
        VisitStepRow.by_person_id == person.id,
    )
    made = select(StaffRow.id).where(StaffRow.person_id == person.id)
    return or_(VisitRow.entered_by_id == person.id, sent.exists(), VisitRow.mentor_id.in_(made))


def own_sent(session: Session, person: Person) -> int:
    """How many visits wait for another to verify them, because they are a person's own."""
    if not may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        return 0
    made = session.scalars(select(StaffRow.id).where(StaffRow.person_id == person.id)).all()
    return own_waiting(session, person, made)


def own_among(session: Session, person: Person, visits: Collection[int]) -> frozenset[int]:
    """Which of some visits are a person's own; none are of who does not verify."""
    if not may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        return frozenset()
    return frozenset(session.scalars(select(VisitRow.id).where(VisitRow.id.in_(visits), own_of(person))))


def flags_of(session: Session, rows: Sequence[VisitRow]) -> dict[int, tuple[str, ...]]:
    """What a person should look at in each visit before verifying it; for verbs, which have asked who may."""
    clients = {row.client_id for row in rows}
    query = select(ClientRow.id, ClientRow.mentor_id).where(ClientRow.id.in_(clients))
    carers = {one.id: one.mentor_id for one in session.execute(query)}
    looked = {row.id: Looked(read_visit(row), carers[row.client_id]) for row in rows}
    warned, remarked = warnings_among(session, looked), remarks_on(session, looked)
    return {number: (*warned[number], *remarked.get(number, ())) for number in looked}


def remarks_on(session: Session, visits: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """What was remarked on visits that wait: returned once before, or recorded though like another."""
    found = {
        number: (f"Pernah dikembalikan {by}: {note.rstrip('. ')}. Periksa apakah sudah diperbaiki.",)
        for number, by, note in _returned(session, visits)
    }
    for number, because in reasons_of(session, VisitRow, visits).items():
        told = f"Dicatat lagi: {because.rstrip('. ')}. Bandingkan dengan catatan yang mirip."
        found[number] = (*found.get(number, ()), told)
    return found


def _returned(session: Session, visits: Collection[int]) -> list[tuple[int, str, str]]:
    step = VisitStepRow
    query = (
        select(step.visit_id, PersonRow.name, step.note)
        .join(PersonRow, PersonRow.id == step.by_person_id)
        .where(step.visit_id.in_(visits), step.state == VisitState.RETURNED)
        .order_by(step.id)
    )
    return [(number, by, note) for number, by, note in session.execute(query)]
