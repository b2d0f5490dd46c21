"""How an application is saved: once for each pressed button, and never over another's change."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from db.again import NOTHING_LIKE_IT, Again, explained, let_pass
from db.limits import require_typed
from db.numbering import hold_series, next_number
from db.plain import Plain, to_plain
from db.sampang.applications.application_rows import (
    application_row,
    held_row,
    read_judgement,
    read_row,
    write_row,
)
from db.sampang.applications.same_requests import same_request
from db.sampang.applications.stored_application import Saved
from db.sampang.refusals import DecidedAlready
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, FileStepRow
from db.trail import Action, Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.again import AgainBecause
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.application import LoanApplication
from domain.sampang.origination.loan_file import is_open_change
from domain.sampang.origination.stages import CLOSED, UNDECIDED, Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be saved: a new application, or a change of the version that was opened."""

    application: LoanApplication
    nonce: str
    at: datetime
    application_id: int | None
    expected_version: int | None
    again_because: AgainBecause = ""


def save(session: Session, actor: Person, change: Change, action: Action) -> Saved:
    """Save once for each nonce, never over somebody else's change, with a line in the trail."""
    permission, at = SampangPermission.ENTER_APPLICATIONS, change.at
    with verb(session, actor, SAMPANG, permission, action, nonce=change.nonce, at=at) as act:
        if act.earlier:
            row = application_row(session, act.earlier.subject_id)
            return Saved(row.id, row.number, act.earlier.version, already_saved=True)
        _check(change.application)
        row = _row_for(act, change)
        _check_judgements(row, change.application)
        before = _snapshot(row) if row.version else None
        if before is not None:
            _require_open(row, change.application)
        again = _again(act, row, change)
        _write(act, row, change)
        after = {**_snapshot(row), **again.keep(act, ApplicationRow, row.id)}
        act.close(subject_of(row), version=row.version, before=before, after=after)
        return Saved(row.id, row.number, row.version, already_saved=False)


def _write(act: Act, row: ApplicationRow, change: Change) -> None:
    write_row(row, change.application)
    is_filed_now = act.action is SampangAction.FILE_APPLICATION and row.status == Stage.DRAFT
    if is_filed_now:
        row.status, row.stage_since = Stage.FILED, act.at
    act.changed(row)
    row.verdict = row.most = row.basis = None
    act.session.add(row)
    act.session.flush()
    if is_filed_now:
        act.session.add(_filing(act, row, change))


def _again(act: Act, row: ApplicationRow, change: Change) -> Again:
    """Hold the series of numbers, so that two desks that take in one applicant see each other."""
    if row.version and Stage(row.status) not in UNDECIDED:
        return NOTHING_LIKE_IT  # what may still change then makes no other application of it
    hold_numbers(act.session, act.at)
    with act.session.no_autoflush:
        earlier = tuple(same_request(act.session, change.application, change.application_id))
    known = explained(act.session, ApplicationRow, change.application_id) if change.application_id else ()
    return let_pass(earlier, change.again_because, known=known)


def hold_numbers(session: Session, at: datetime) -> None:
    """Let nobody else number an application of the year until this transaction ends."""
    hold_series(session, SAMPANG, _series(at))


def _series(at: datetime) -> str:
    return f"DB-{at.astimezone(JAKARTA).year}"


def _row_for(act: Act, change: Change) -> ApplicationRow:
    if change.application_id is None:
        serial = next_number(act.session, SAMPANG, _series(act.at))
        return ApplicationRow(
            number=f"{_series(act.at)}-{serial:04}",
            status=Stage.DRAFT,
            stage_since=act.at,
            version=0,
            entered_by_id=act.person.id,
            entered_at=act.at,
        )
    row = held_row(act.session, change.application_id)
    if change.expected_version is None:
        raise ValueError("changing a stored application needs the version that was opened")
    require_version(act.session, row, change.expected_version, f"pengajuan {row.number}")
    return row


def _require_open(row: ApplicationRow, changed: LoanApplication) -> None:
    """After the decision only what is checked again before the money goes out may change."""
    stage = Stage(row.status)
    if stage in UNDECIDED:
        return
    if stage in CLOSED or not is_open_change(replace(read_row(row), judgements={}), changed):
        raise DecidedAlready(row.number, stage.label, closed=stage in CLOSED)


def _filing(act: Act, row: ApplicationRow, change: Change) -> FileStepRow:
    return FileStepRow(
        application_id=row.id,
        seq=1,
        step=Step.FILE,
        from_stage=Stage.DRAFT,
        to_stage=Stage.FILED,
        on=change.application.filed_on,
        note="",
        body={},
        by_person_id=act.person.id,
        at=act.at,
    )


def _check(application: LoanApplication) -> None:
    require_typed(application)
    who = application.applicant
    if any("*" in (number or "") for number in (who.nik, who.npwp, who.spouse_nik, who.phone)):
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
    return Subject(SampangSubject.APPLICATION, row.id)
