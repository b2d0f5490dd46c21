"""How an application is saved: once for each pressed button, and never over another's change."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_typed
from db.plain import Plain, to_plain
from db.refusals import ChangedMeanwhile, DecidedAlready
from db.sampang.applications.application_rows import (
    application_row,
    held_row,
    read_judgement,
    read_row,
    write_row,
)
from db.sampang.applications.stored_application import Saved
from db.tables import ApplicationRow, FileStepRow
from domain.dates import JAKARTA
from domain.roles import Permission, Person
from domain.sampang.application import LoanApplication
from domain.sampang.origination.loan_file import is_open_change
from domain.sampang.origination.stages import CLOSED, UNDECIDED, Stage
from domain.sampang.origination.steps import Step

_NEXT_NUMBER = text(
    "INSERT INTO counter (key, value) VALUES (:key, 1) "
    "ON CONFLICT (key) DO UPDATE SET value = counter.value + 1 RETURNING value"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be saved: a new application, or a change of the version that was opened."""

    application: LoanApplication
    nonce: str
    at: datetime
    application_id: int | None
    expected_version: int | None


def save(session: Session, actor: Person, change: Change, action: Action) -> Saved:
    """Save once for each nonce, never over somebody else's change, with a line in the trail."""
    require_write(session)
    person = authorise(session, actor, Permission.ENTER_APPLICATIONS)
    _check(change.application)
    if done := submissions.claim(session, person, action, change.nonce, change.at):
        row = application_row(session, done.subject_id)
        return Saved(row.id, row.number, done.version, already_saved=True)
    row = _row_for(session, person, change)
    _check_judgements(row, change.application)
    before = _snapshot(row) if row.version else None
    if before is not None:
        _require_open(row, change.application)
    write_row(row, change.application)
    is_filed_now = action is Action.FILE_APPLICATION and row.status == Stage.DRAFT
    if is_filed_now:
        row.status = Stage.FILED
    row.version += 1
    row.changed_by_id, row.changed_at = person.id, change.at
    row.verdict = row.most = None
    session.add(row)
    session.flush()
    if is_filed_now:
        session.add(_filing(row, person, change))
    submissions.settle(session, change.nonce, row.id, row.version)
    audit.record(session, person, action, subject_of(row), change.at, before=before, after=_snapshot(row))
    return Saved(row.id, row.number, row.version, already_saved=False)


def _row_for(session: Session, person: Person, change: Change) -> ApplicationRow:
    if change.application_id is None:
        year = change.at.astimezone(JAKARTA).year
        serial = session.scalar(_NEXT_NUMBER, {"key": f"DB-{year}"})
        return ApplicationRow(
            number=f"DB-{year}-{serial:04}",
            status=Stage.DRAFT,
            version=0,
            entered_by_id=person.id,
            entered_at=change.at,
        )
    row = held_row(session, change.application_id)
    if change.expected_version is None:
        raise ValueError("changing a stored application needs the version that was opened")
    if row.version != change.expected_version:
        raise ChangedMeanwhile(f"pengajuan {row.number}", row.changed_by.name, row.changed_at)
    return row


def _require_open(row: ApplicationRow, changed: LoanApplication) -> None:
    """After the decision only what is checked again before the money goes out may change."""
    stage = Stage(row.status)
    if stage in UNDECIDED:
        return
    if stage in CLOSED or not is_open_change(replace(read_row(row), judgements={}), changed):
        raise DecidedAlready(row.number, stage.label, closed=stage in CLOSED)


def _filing(row: ApplicationRow, person: Person, change: Change) -> FileStepRow:
    return FileStepRow(
        application_id=row.id,
        seq=1,
        step=Step.FILE,
        from_stage=Stage.DRAFT,
        to_stage=Stage.FILED,
        on=change.application.filed_on,
        note="",
        body={},
        by_person_id=person.id,
        at=change.at,
    )


def _check(application: LoanApplication) -> None:
    require_typed(application)
    who = application.applicant
    if any("*" in (number or "") for number in (who.nik, who.npwp, who.spouse_nik)):
        raise ValueError("a masked number cannot be saved: open the application with reveal=True")


def _check_judgements(row: ApplicationRow, application: LoanApplication) -> None:
    recorded = {(entry.question, read_judgement(entry)) for entry in row.judgements}
    if not recorded >= set(application.judgements.items()):
        raise ValueError("a judgement is recorded with record_judgement, not saved with the form")


def _snapshot(row: ApplicationRow) -> Plain:
    plain: Plain = to_plain(replace(read_row(row), judgements={}))
    return {**plain, "status": str(row.status)}


def subject_of(row: ApplicationRow) -> Subject:
    """The application as the subject of a line in the trail."""
    return Subject(SubjectKind.APPLICATION, row.id)
