"""Verbs for the meetings of the Pokjanis: opened, changed while open, closed; and what they decide."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.limits import require_typed, require_whole
from db.plain import Plain, from_plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound
from db.sampang.applications.assessments import record_receipt
from db.sampang.fund.ledger import held_fund, position_of
from db.sampang.origination.advancing import Advanced, advance, opened_for, require_free, stepping
from db.sampang.origination.around import around_of
from db.sampang.refusals import MeetingClosed
from db.sampang.taken_back import is_taken_back
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, FileStepRow, MeetingRow
from db.trail import Subject
from db.verbs import verb
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.eligibility import examine
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at as place_of
from domain.sampang.origination.conditions import examined_as, hindrances_to_deciding
from domain.sampang.origination.records import Decision, DecisionKind, Meeting
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION

_V = place_of("V.1")


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A meeting as the store has it."""

    id: int
    version: int
    meeting: Meeting
    opened_by: str
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        """Whether its minutes are closed."""
        return self.closed_at is not None

    @property
    def is_called_off(self) -> bool:
        """Whether it was cancelled, having decided nothing."""
        return bool(self.meeting.called_off)


@dataclass(frozen=True, slots=True)
class DecidedFile:
    """What a meeting decided about one file; what was asked in rupiah."""

    application_id: int
    number: str
    name: str
    kind: str
    district_code: str | None
    decision: Decision
    asked: int | None


def save_meeting(
    session: Session,
    actor: Person,
    meeting: Meeting,
    *,
    nonce: str,
    at: datetime,
    meeting_id: int | None = None,
    expected_version: int | None = None,
) -> int:
    """Open a meeting, or change an open one; give its number. A closed one raises MeetingClosed."""
    permission, action = SampangPermission.RECORD_DECISIONS, SampangAction.SAVE_MEETING
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(meeting)
        if meeting.called_off:
            raise ValueError("a meeting is cancelled by its own verb")
        body: Plain = to_plain(meeting)
        before: Mapping[str, object] | None = None
        if meeting_id is None:
            row = MeetingRow(version=0, opened_by_id=act.person.id, opened_at=at)
        else:
            row = held_open(session, meeting_id)
            if row.version != expected_version:
                raise ChangedMeanwhile("rapat ini", row.opened_by.name, at)
            require_free(_against_decisions(session, meeting_id, _meeting(row), meeting))
            before = row.body
        row.held_on, row.body, row.version = meeting.held_on, body, row.version + 1
        session.add(row)
        session.flush()
        subject = Subject(SampangSubject.MEETING, row.id)
        act.close(subject, version=row.version, before=before, after=body)
        return row.id


def close_meeting(session: Session, actor: Person, meeting_id: int, *, at: datetime) -> None:
    """Close a meeting: from now on its attendance and decisions stand, and its papers can go out."""
    permission, action = SampangPermission.RECORD_DECISIONS, SampangAction.CLOSE_MEETING
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        held_fund(session)
        row = held_open(session, meeting_id)
        if row.fund_found is None:
            row.fund_found = to_plain(position_of(session))
        row.closed_by_id, row.closed_at = act.person.id, at
        act.close(Subject(SampangSubject.MEETING, row.id), after={"closed": True})


def decide(
    session: Session,
    actor: Person,
    meeting_id: int,
    application_id: int,
    decision: Decision,
    *,
    nonce: str,
    at: datetime,
) -> Advanced:
    """Record what a meeting decided about a file; an approval is assessed and set against the fund here.

    The decision is dated and signed by the meeting. Raises Hindered with every reason against it; of two
    members who decide at one moment the second is told that the file was decided.
    """
    step = Step(decision.kind.value)
    with stepping(session, actor, step, nonce=nonce, at=at) as act:
        require_typed(decision)
        fund = held_fund(session)  # first the fund, then the file: every verb takes them in this order
        opened = opened_for(act, application_id, step)
        if isinstance(opened, Advanced):
            return opened
        row = held_open(session, meeting_id)
        meeting = _meeting(row)
        day = meeting.held_on
        signed = replace(decision, on=day, by=f"Rapat Pokjanis {indonesian_date(day)}")
        around = around_of(session, opened.row, day)
        require_free(hindrances_to_deciding(signed, meeting, opened.file, around))
        if row.fund_found is None:
            row.fund_found = to_plain(around.position)
        done = advance(opened, day, record=signed, note=signed.reason, meeting_id=meeting_id)
        if signed.kind is not DecisionKind.POSTPONE:
            is_approved = signed.kind is DecisionKind.APPROVE
            file, law = opened.file, around.law
            found = examined_as(signed, file, law) if is_approved else examine(file.application, law)
            record_receipt(session, act.person, opened.row.id, found.receipt(VERSION), at)
        session.expire(fund)
        return done


def meeting(session: Session, actor: Person, meeting_id: int) -> StoredMeeting:
    """One meeting; or raise NotFound."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = session.get(MeetingRow, meeting_id)
    if row is None:
        raise NotFound("Rapat ini")
    return _stored(row)


def meetings(session: Session, actor: Person, *, limit: int = 20) -> tuple[StoredMeeting, ...]:
    """The newest meetings first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    query = (
        select(MeetingRow)
        .order_by(MeetingRow.held_on.desc(), MeetingRow.id.desc())
        .limit(limit)
        .options(joinedload(MeetingRow.opened_by))
    )
    return tuple(_stored(row) for row in session.scalars(query))


def decided_at(session: Session, actor: Person, meeting_id: int) -> tuple[DecidedFile, ...]:
    """What a meeting decided, in the order of deciding, without what it took back."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = ApplicationRow
    query = (
        select(FileStepRow.body, row.id, row.number, row.name, row.kind, row.district_code, row.amount)
        .join(ApplicationRow, ApplicationRow.id == FileStepRow.application_id)
        .where(*_standing_at(meeting_id))
        .order_by(FileStepRow.at, FileStepRow.application_id)
    )
    return tuple(
        DecidedFile(number, shown, name, kind, district, from_plain(Decision, body), asked)
        for body, number, shown, name, kind, district, asked in session.execute(query)
    )


def _standing_at(meeting_id: int) -> tuple[ColumnElement[bool], ...]:
    """What a meeting decided and did not take back."""
    return (FileStepRow.meeting_id == meeting_id, FileStepRow.step != Step.TAKE_BACK, ~is_taken_back())


def held_open(session: Session, meeting_id: int) -> MeetingRow:
    """Hold a meeting that is still open; or raise MeetingClosed, or NotFound."""
    query = select(MeetingRow).where(MeetingRow.id == meeting_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Rapat ini")
    if row.closed_at is not None:
        raise MeetingClosed
    return row


def _against_decisions(
    session: Session, meeting_id: int, before: Meeting, after: Meeting
) -> tuple[Hindrance, ...]:
    """Why a meeting that has decided something cannot be changed so: its day and who voted stand."""
    query = select(FileStepRow.body).where(*_standing_at(meeting_id))
    decided = [from_plain(Decision, body) for body in session.scalars(query)]
    found = []
    if decided and after.held_on != before.held_on:
        found.append(Hindrance("Rapat ini sudah memutus berkas, jadi tanggalnya tidak dapat diubah.", _V))
    voted = {element for decision in decided for element in decision.votes}
    if gone := [element.label for element in voted if element not in after.elements_present]:
        told = f"Unsur ini sudah menyatakan pendapat, jadi tetap tercatat hadir: {', '.join(sorted(gone))}."
        found.append(Hindrance(told, _V))
    return tuple(found)


def _meeting(row: MeetingRow) -> Meeting:
    return from_plain(Meeting, row.body)


def _stored(row: MeetingRow) -> StoredMeeting:
    return StoredMeeting(row.id, row.version, _meeting(row), row.opened_by.name, row.closed_at)
