"""One file with all that was recorded of it, and its timeline."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.engine import known_together
from db.plain import from_plain
from db.sampang.applications.application_rows import application_row, masked, read_row
from db.tables import ApplicationRow, CustodyEntryRow, FileStepRow, MeetingRow, SurveyFindingRow
from domain.roles import Person
from domain.sampang.origination.custody import CustodyEntry, register_of
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import (
    Agreement,
    Decision,
    OlderAgreement,
    PaymentRequest,
    SurveyFinding,
    SurveyMinutes,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

T = TypeVar("T")
_DECISIONS = (Step.APPROVE, Step.REFUSE, Step.POSTPONE)
_WITH_REQUEST = (Stage.REQUESTED, Stage.DISBURSED)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One line of a file's timeline: what, from where to where, on which day, who, and why."""

    seq: int
    step: Step
    from_stage: Stage
    to_stage: Stage
    on: date
    note: str
    by: str
    by_id: int
    at: datetime
    meeting_id: int | None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as the store has it; identity numbers are masked.

    `earlier_request` is the last request for the money, to be made again when it came back.
    """

    id: int
    number: str
    version: int
    file: LoanFile
    timeline: tuple[StepTaken, ...]
    earlier_request: PaymentRequest | None = None


def stored_file(session: Session, actor: Person, application_id: int) -> StoredFile:
    """Open a file with its timeline, the oldest step first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = application_row(session, application_id)
    steps = _steps(session, row.id)
    file = file_of(session, row)
    return StoredFile(
        id=row.id,
        number=row.number,
        version=row.version,
        file=replace(file, application=masked(file.application)),
        timeline=tuple(_taken(step) for step in steps),
        earlier_request=_read(PaymentRequest, _newest(steps, Step.REQUEST_DISBURSEMENT)),
    )


def file_of(session: Session, row: ApplicationRow) -> LoanFile:
    """Read all that was recorded of an application; for the verbs, so nothing is masked."""
    return known_together(session, ("file", row.id), lambda: _file_of(session, row))


def _file_of(session: Session, row: ApplicationRow) -> LoanFile:
    stage = Stage(row.status)
    application = read_row(row)
    steps = _steps(session, row.id)
    standing = _standing(steps)
    request = _newest(steps, Step.REQUEST_DISBURSEMENT) if stage in _WITH_REQUEST else None
    return LoanFile(
        application=application,
        stage=stage,
        findings=_findings(session, row.id),
        survey=_read(SurveyMinutes, _newest(steps, Step.CLOSE_SURVEY)),
        decision=_read(Decision, _newest(standing, *_DECISIONS)),
        agreement=_read(Agreement, _newest(steps, Step.SIGN_AGREEMENT)),
        request=_read(PaymentRequest, request),
        custody=register_of(application.collateral, custody_entries(session, row.id)),
        older=_read(OlderAgreement, _newest(steps, Step.TAKE_OVER)),
        meeting_closed=_meeting_closed(session, _newest(standing, Step.APPROVE)),
    )


def custody_entries(session: Session, application_id: int) -> tuple[CustodyEntry, ...]:
    """The lines of the collateral register of one file, in the order of recording."""
    query = (
        select(CustodyEntryRow)
        .where(CustodyEntryRow.application_id == application_id)
        .order_by(CustodyEntryRow.id)
    )
    return tuple(from_plain(CustodyEntry, row.body) for row in session.scalars(query))


def last_step(session: Session, application_id: int) -> FileStepRow | None:
    """The newest step of a file, if it has taken any."""
    steps = _steps(session, application_id)
    return steps[-1] if steps else None


def _steps(session: Session, application_id: int) -> tuple[FileStepRow, ...]:
    return known_together(session, ("steps", application_id), lambda: _steps_of(session, application_id))


def _steps_of(session: Session, application_id: int) -> tuple[FileStepRow, ...]:
    query = (
        select(FileStepRow)
        .where(FileStepRow.application_id == application_id)
        .order_by(FileStepRow.seq)
        .options(joinedload(FileStepRow.by))
    )
    return tuple(session.scalars(query))


def _standing(steps: tuple[FileStepRow, ...]) -> tuple[FileStepRow, ...]:
    """The steps without the decisions that were taken back; nothing comes between the two."""
    undone = {step.seq - 1 for step in steps if step.step == Step.TAKE_BACK}
    return tuple(step for step in steps if step.seq not in undone)


def _newest(steps: tuple[FileStepRow, ...], *wanted: Step) -> FileStepRow | None:
    return next((row for row in reversed(steps) if row.step in wanted), None)


def _read(kind: type[T], row: FileStepRow | None) -> T | None:
    return None if row is None else from_plain(kind, row.body)


def _meeting_closed(session: Session, approved: FileStepRow | None) -> bool:
    """Whether the meeting that approved a file is closed; a file that none approved waits for none."""
    if approved is None or approved.meeting_id is None:
        return True
    query = select(MeetingRow.closed_at).where(MeetingRow.id == approved.meeting_id)
    return session.scalar(query) is not None


def _findings(session: Session, application_id: int) -> tuple[SurveyFinding, ...]:
    """The newest finding of each surveyor, in the order in which the surveyors first wrote."""
    query = (
        select(SurveyFindingRow)
        .where(SurveyFindingRow.application_id == application_id)
        .order_by(SurveyFindingRow.id)
    )
    newest = {row.by_person_id: from_plain(SurveyFinding, row.body) for row in session.scalars(query)}
    return tuple(newest.values())


def _taken(row: FileStepRow) -> StepTaken:
    return StepTaken(
        seq=row.seq,
        step=Step(row.step),
        from_stage=Stage(row.from_stage),
        to_stage=Stage(row.to_stage),
        on=row.on,
        note=row.note,
        by=row.by.name,
        by_id=row.by_person_id,
        at=row.at,
        meeting_id=row.meeting_id,
    )


def requested_by_id(session: Session, application_id: int) -> int:
    """Who asked for the money of a file: the maker, who is never the approver."""
    asked = _newest(_steps(session, application_id), Step.REQUEST_DISBURSEMENT)
    if asked is None:
        raise RuntimeError("nobody asked for the money of this file")
    return asked.by_person_id
