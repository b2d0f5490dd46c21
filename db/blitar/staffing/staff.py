"""Verbs for Pendamping and Fasilitator: appointed by decree, ended on their ground."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.care_histories import histories_with
from db.blitar.counted_now import open_by_mentor
from db.blitar.refusals import NotAppointable
from db.blitar.selection.candidates import candidate_row, stored_candidate
from db.blitar.staffing.decreed import keep_decree
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.office.practice import law_of
from db.plain import from_plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import SelectionRoundRow, StaffRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.appointment import Appointment
from domain.blitar.care_history import came_after
from domain.blitar.ending import Ending, check_ending
from domain.blitar.examining import examine_appointment
from domain.blitar.instruments import at as place_at
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.results import RESULT
from domain.blitar.staffing.appointing import check_appointment
from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.staff_papers import AppointmentDecree
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.regulation.assessment import Assessment, Verdict
from domain.regulation.outcomes import outcome_of
from domain.regulation.truth import MET
from domain.roles import Person
from domain.typed import Code, Day, Given, Line

_SELECTED: Final = place_at("11(1)", "ditunjuk melalui Seleksi")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStaff:
    """Who is appointed: the facts that Pasal 9(1) asks, the decree, the contract, and where they live."""

    appointment: Appointment
    nik: Annotated[str | None, Line("NIK (KTP), bila diketahui")]
    home_code: Annotated[str | None, Code("Tinggal di kecamatan")]
    contract_until: Annotated[date, Day("Hari terakhir kontrak")]
    candidate_id: Annotated[int | None, Given()] = None
    replaces_id: Annotated[int | None, Given()] = None
    person_id: Annotated[int | None, Given()] = None


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


def appoint(
    session: Session,
    actor: Person,
    new: NewStaff,
    *,
    nonce: str,
    at: datetime,
    printed: Callable[[AppointmentDecree], bytes] | None = None,
) -> int:
    """Appoint somebody by decree (Pasal 5(1), 11(1)); give their number.

    Raises Wrong for what cannot be, and NotAppointable with every provision that is not met on the day of
    the decree. The NIK of a candidate comes from the registration. What `printed` makes of the decree is
    kept as the paper that goes out.
    """
    permission, action = BlitarPermission.APPOINT_STAFF, BlitarAction.APPOINT_STAFF
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        body, row = to_plain(new), _appointed(session, new, at)
        session.add(row)
        session.flush()
        kept = keep_decree(act, row, printed) if printed else {}
        act.close(Subject(BlitarSubject.STAFF, row.id), after={**body, **kept})
        return row.id


def _appointed(session: Session, new: NewStaff, at: datetime) -> StaffRow:
    require_typed(new)
    told = new.appointment
    problems = check_appointment(told, new.nik, new.home_code, new.contract_until)
    if problems or told.appointed_on is None:
        raise Wrong(problems)
    if new.candidate_id is not None:
        new = replace(new, nik=_passed(session, new.candidate_id, told.appointed_on))
    found = examine_appointment(told, law_of(session, BLITAR, told.appointed_on))
    in_way = () if found.verdict_in_use is Verdict.QUALIFIES else _told(found)
    if in_way := (*in_way, *_serving_already(session, new, told.appointed_on)):
        raise NotAppointable(in_way)
    return StaffRow(
        version=1,
        kind=told.kind,
        name=told.name,
        nik=new.nik,
        home_code=new.home_code,
        decree=told.decree,
        appointed_on=told.appointed_on,
        contract_until=new.contract_until,
        background=to_plain(told),
        candidate_id=new.candidate_id,
        person_id=new.person_id,
        replaces_id=new.replaces_id,
        changed_at=at,
    )


def end_service(
    session: Session, actor: Person, staff_id: int, ending: Ending, *, expected_version: int, at: datetime
) -> None:
    """Record on which of the five grounds somebody ends (Pasal 9(2)).

    Death, resignation and the end of the contract end by themselves and are recorded by the Fasilitator;
    the other two need the Kepala Dinas's decision with its reason (B-24), and so does undoing one. The
    decision is signed with the name of who takes it. A second press of the button changes nothing.
    """
    either = (BlitarPermission.MANAGE_STAFF, BlitarPermission.APPOINT_STAFF)
    with verb(session, actor, BLITAR, either, BlitarAction.END_SERVICE, at=at) as act:
        row = held_staff(session, staff_id)
        known = None if row.ending is None else from_plain(Ending, row.ending)
        if not all(one.ground.ends_by_itself for one in (ending, known) if one):
            act.require(BlitarPermission.APPOINT_STAFF)
        if not ending.ground.ends_by_itself:
            ending = replace(ending, decision=replace(ending.decision, by=act.person.name))
        if row.version == expected_version + 1 and known == ending:
            act.unchanged()
            return
        if row.version != expected_version:
            raise ChangedMeanwhile(f"data {row.name}", "orang lain", row.changed_at)
        wrong = check_ending(ending, row.appointed_on, act.day, row.contract_until)
        if problems := [*wrong, *_came_after(session, row.id, ending.last_day)]:
            raise Wrong(problems)
        require_typed(ending)
        body = to_plain(ending)
        before = row.ending
        row.ending, row.ended_on = body, ending.last_day
        row.version, row.changed_at = row.version + 1, at
        act.close(Subject(BlitarSubject.STAFF, row.id), before=before, after=body)


def _came_after(session: Session, staff_id: int, last_day: date | None) -> Iterator[Problem]:
    if last_day is not None and (told := came_after(staff_id, last_day, histories_with(session, staff_id))):
        yield Problem("last_day", told)


def staff(session: Session, actor: Person, kind: StaffKind = StaffKind.MENTOR) -> tuple[StoredStaff, ...]:
    """Everybody who is or was appointed, by name."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    counted = open_by_mentor(session)
    query = select(StaffRow).where(StaffRow.kind == kind).order_by(StaffRow.name, StaffRow.id)
    return tuple(
        _stored(row, counted[row.id].total() if row.id in counted else 0) for row in session.scalars(query)
    )


def held_staff(session: Session, staff_id: int) -> StaffRow:
    """Hold somebody against other writers; or raise NotFound."""
    query = select(StaffRow).where(StaffRow.id == staff_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Orang ini")
    return row


def held_mentor(session: Session, staff_id: int) -> StaffRow:
    """Hold a Pendamping against other writers; or raise NotFound, also for a Fasilitator."""
    row = held_staff(session, staff_id)
    if row.kind != StaffKind.MENTOR:
        raise NotFound("Pendamping ini")
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


def _passed(session: Session, candidate_id: int, appointed_on: date) -> str | None:
    """Hold a candidate who passed or stands in reserve in a decided round, and give the NIK (Pasal 11(1))."""
    row = candidate_row(session, candidate_id)
    session.refresh(row, with_for_update={"of": type(row)})
    outcome = stored_candidate(session, row).outcome
    if outcome is None or not outcome.takes_part:
        raise NotAppointable((f"{row.name} tidak tercatat lulus seleksi ({_SELECTED.place})",))
    decided_on = session.get_one(SelectionRoundRow, row.round_id, populate_existing=True).decided_on
    if decided_on is None:
        raise NotAppointable((f"hasil seleksinya belum ditetapkan dengan berita acara ({RESULT.place})",))
    if appointed_on < decided_on:
        told = f"tanggal penetapan mendahului hasil seleksi, {indonesian_date(decided_on)} ({RESULT.place})"
        raise NotAppointable((told,))
    return row.nik


def _serving_already(session: Session, new: NewStaff, day: date) -> Iterator[str]:
    """Other appointments of the same candidate, or of the same NIK or account at the same time."""
    same = [StaffRow.candidate_id == new.candidate_id, StaffRow.nik == new.nik]
    same = [one for one, told in zip(same, (new.candidate_id, new.nik), strict=True) if told is not None]
    if new.person_id is not None:
        same.append(StaffRow.person_id == new.person_id)
    if not same:
        return
    for row in session.scalars(select(StaffRow).where(or_(*same)).order_by(StaffRow.id)):
        last = service_of(row).last_day
        if new.candidate_id is not None and row.candidate_id == new.candidate_id:
            yield f"calon ini sudah ditetapkan dengan {row.decree}"
        elif row.appointed_on <= new.contract_until and day <= last:
            what = "orang ini" if new.nik is not None and row.nik == new.nik else "akun ini"
            yield f"{what} masih bertugas menurut {row.decree} sampai {indonesian_date(last)}"


def _told(found: Assessment) -> tuple[str, ...]:
    return tuple(
        f"{finding.rule.title}: {outcome_of(finding).value} ({finding.rule.citations[0].place})"
        for finding in found.findings
        if finding.decides and finding.truth is not MET
    )
