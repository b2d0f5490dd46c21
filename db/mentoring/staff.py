"""Verbs for Pendamping and Fasilitator: appointed by decree, trained, ended on their ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import check_plain, check_reason
from db.mentoring.law import law_of
from db.plain import from_plain, to_plain
from db.refusals import ChangedMeanwhile, NotAppointable, NotFound, StillHasClients, Wrong
from db.tables import ClientRow, StaffRecordRow, StaffRow
from domain.blitar_mentoring.appointment import Appointment
from domain.blitar_mentoring.ending import Ending, check_ending
from domain.blitar_mentoring.examining import examine_appointment
from domain.blitar_mentoring.kinds import SubjectKind as StaffKind
from domain.blitar_mentoring.posting.assignments import Service
from domain.blitar_mentoring.training import Training
from domain.dates import JAKARTA
from domain.regulation.assessment import Assessment, Verdict
from domain.regulation.outcomes import outcome_of
from domain.regulation.truth import MET
from domain.roles import Permission, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStaff:
    """Who is appointed: the facts that Pasal 9(1) asks, the decree, the contract, and where they live."""

    appointment: Appointment
    nik: str | None
    home_code: str | None
    contract_until: date
    candidate_id: int | None = None
    replaces_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredStaff:
    """A member of staff as the store has it."""

    id: int
    version: int
    kind: StaffKind
    name: str
    decree: str
    service: Service
    background: Appointment
    candidate_id: int | None
    person_id: int | None
    replaces_id: int | None
    ending: Ending | None
    clients: int


def appoint(session: Session, actor: Person, new: NewStaff, *, nonce: str, at: datetime) -> int:
    """Appoint somebody by decree (Pasal 5(1), 11(1)); give their number.

    Raises NotAppointable with every provision that is not met on the day of the decree.
    """
    require_write(session)
    person = authorise(session, actor, Permission.APPOINT_STAFF)
    body = to_plain(new)
    check_plain(body)
    check_reason(new.appointment.decree, "decree")
    if done := submissions.claim(session, person, Action.APPOINT_STAFF, nonce, at):
        return done.subject_id
    appointed_on = new.appointment.appointed_on
    if appointed_on is None or new.contract_until < appointed_on:
        raise NotAppointable(("Tanggal kontrak berakhir mendahului tanggal penetapan. Periksa keduanya.",))
    found = examine_appointment(new.appointment, law_of(session, appointed_on))
    if found.verdict_in_use not in (Verdict.QUALIFIES,):
        raise NotAppointable(_told(found))
    row = StaffRow(
        version=1,
        kind=new.appointment.kind,
        name=new.appointment.name,
        nik=new.nik,
        home_code=new.home_code,
        decree=new.appointment.decree,
        appointed_on=appointed_on,
        contract_until=new.contract_until,
        background=to_plain(new.appointment),
        candidate_id=new.candidate_id,
        person_id=new.person_id,
        replaces_id=new.replaces_id,
        changed_at=at,
    )
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    audit.record(session, person, Action.APPOINT_STAFF, Subject(SubjectKind.STAFF, row.id), at, after=body)
    return row.id


def end_service(
    session: Session, actor: Person, staff_id: int, ending: Ending, *, expected_version: int, at: datetime
) -> None:
    """Record on which of the five grounds somebody ends (Pasal 9(2)).

    Death, resignation and the end of the contract end by themselves and are recorded by the Fasilitator;
    the other two need the Kepala Dinas's decision with its reason (B-24).
    """
    require_write(session)
    wanted = Permission.MANAGE_STAFF if ending.ground.ends_by_itself else Permission.APPOINT_STAFF
    person = authorise(session, actor, wanted, Permission.APPOINT_STAFF)
    row = held_staff(session, staff_id)
    if row.version != expected_version:
        raise ChangedMeanwhile(f"data {row.name}", "orang lain", row.changed_at)
    if problems := check_ending(ending, row.appointed_on, at.astimezone(JAKARTA).date()):
        raise Wrong(problems)
    body = to_plain(ending)
    check_plain(body)
    row.ending, row.ended_on = body, ending.last_day
    row.version, row.changed_at = row.version + 1, at
    subject = Subject(SubjectKind.STAFF, row.id)
    audit.record(session, person, Action.END_SERVICE, subject, at, after=body)


def record_training(
    session: Session, actor: Person, staff_id: int, training: Training, *, nonce: str, at: datetime
) -> None:
    """Record a training (Pasal 10), by a Fasilitator or an accredited body."""
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    body = to_plain(training)
    check_plain(body)
    if submissions.claim(session, person, Action.RECORD_ON_STAFF, nonce, at):
        return
    row = held_staff(session, staff_id)
    added = StaffRecordRow(staff_id=row.id, kind="training", body=body, by_person_id=person.id, at=at)
    session.add(added)
    session.flush()
    submissions.settle(session, nonce, added.id)
    subject = Subject(SubjectKind.STAFF, row.id)
    audit.record(session, person, Action.RECORD_ON_STAFF, subject, at, after=body)


def trainings(session: Session, actor: Person, staff_id: int) -> tuple[Training, ...]:
    """The trainings of somebody, the newest first."""
    authorise(session, actor, Permission.READ_STAFF)
    query = select(StaffRecordRow).where(
        StaffRecordRow.staff_id == staff_id, StaffRecordRow.kind == "training"
    )
    found = (from_plain(Training, row.body) for row in session.scalars(query))
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def staff(session: Session, actor: Person, kind: StaffKind = StaffKind.MENTOR) -> tuple[StoredStaff, ...]:
    """Everybody who is or was appointed, by name."""
    authorise(session, actor, Permission.READ_STAFF)
    counted = _clients(session)
    query = select(StaffRow).where(StaffRow.kind == kind).order_by(StaffRow.name, StaffRow.id)
    return tuple(_stored(row, counted.get(row.id, 0)) for row in session.scalars(query))


def require_handed_over(session: Session, staff_id: int) -> None:
    """Raise StillHasClients while binaan are in somebody's care."""
    count = _clients(session).get(staff_id, 0)
    if count:
        raise StillHasClients(count)


def held_staff(session: Session, staff_id: int) -> StaffRow:
    """Hold somebody against other writers; or raise NotFound."""
    query = select(StaffRow).where(StaffRow.id == staff_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Orang ini")
    return row


def service_of(row: StaffRow) -> Service:
    """The time in service of a member of staff."""
    return Service(
        mentor_id=row.id,
        name=row.name,
        appointed_on=row.appointed_on,
        contract_until=row.contract_until,
        ended_on=row.ended_on,
        home=row.home_code,
    )


def _stored(row: StaffRow, clients: int) -> StoredStaff:
    return StoredStaff(
        id=row.id,
        version=row.version,
        kind=StaffKind(row.kind),
        name=row.name,
        decree=row.decree,
        service=service_of(row),
        background=from_plain(Appointment, row.background),
        candidate_id=row.candidate_id,
        person_id=row.person_id,
        replaces_id=row.replaces_id,
        ending=None if row.ending is None else from_plain(Ending, row.ending),
        clients=clients,
    )


def _clients(session: Session) -> Mapping[int, int]:
    query = (
        select(ClientRow.mentor_id, func.count())
        .where(ClientRow.status == "open", ClientRow.mentor_id.is_not(None))
        .group_by(ClientRow.mentor_id)
    )
    return {mentor: count for mentor, count in session.execute(query) if mentor is not None}


def _told(found: Assessment) -> tuple[str, ...]:
    return tuple(
        f"{finding.rule.title}: {outcome_of(finding).value} ({finding.rule.place})"
        for finding in found.findings
        if finding.decides and finding.truth is not MET
    )
