"""How a file moves on: once for each pressed button, from the stage that it has now, with its line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.plain import to_plain
from db.refusals import AlreadySent, Hindered
from db.sampang.applications.application_rows import held_row
from db.sampang.origination.loan_files import file_of, last_step
from db.tables import ApplicationRow, FileStepRow
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.origination.hindrance import Hindrance
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS, Step, day_refused, refusal_of


@dataclass(frozen=True, slots=True)
class Advanced:
    """What came of a step: the stage that the file has now; `already_done` for a second press."""

    application_id: int
    stage: Stage
    already_done: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A file held for a step: who takes it, the row, and all that is recorded of it."""

    person: Person
    step: Step
    row: ApplicationRow
    file: LoanFile


def opened_for(
    session: Session, actor: Person, application_id: int, step: Step, *, nonce: str, at: datetime
) -> Opened | Advanced:
    """Hold a file for a step that this person may take from its present stage; or tell what a nonce did.

    Raises NotAllowed for the person, Hindered for the stage: a file that was decided meanwhile is told so;
    AlreadySent for a nonce of another file or step.
    """
    require_write(session)
    person = authorise(session, actor, STEPS[step].permission)
    done = submissions.claim(session, person, Action.ADVANCE_FILE, nonce, at)
    row = held_row(session, application_id)
    if done:
        taken = session.get_one(FileStepRow, (done.subject_id, done.version))
        if (taken.application_id, taken.step) != (row.id, step):
            raise AlreadySent
        return Advanced(row.id, Stage(row.status), already_done=True)
    file = file_of(session, row)
    if refusal := refusal_of(step, file.stage, person.roles):
        raise Hindered((Hindrance(refusal),))
    return Opened(person, step, row, file)


def require_free(hindrances: Iterable[Hindrance]) -> None:
    """Raise Hindered when anything stands in the way; nothing is stored then."""
    found = tuple(hindrances)
    if found:
        raise Hindered(found)


def advance(
    session: Session,
    opened: Opened,
    on: date,
    *,
    nonce: str,
    at: datetime,
    record: object = None,
    note: str = "",
    meeting_id: int | None = None,
) -> Advanced:
    """Write the step with what was recorded at it, move the file on, and add the line to the trail.

    The verb has checked what people typed into the record and the note.
    """
    body: dict[str, Any] = {} if record is None else to_plain(record)
    row, rule = opened.row, STEPS[opened.step]
    last = last_step(session, row.id)
    today = at.astimezone(JAKARTA).date()
    if refusal := day_refused(opened.step, on, last.on if last else None, today):
        raise Hindered((Hindrance(refusal),))
    before, seq = Stage(row.status), last.seq + 1 if last else 1
    session.add(
        FileStepRow(
            application_id=row.id,
            seq=seq,
            step=opened.step,
            from_stage=before,
            to_stage=rule.leads_to,
            on=on,
            note=note,
            body=body,
            meeting_id=meeting_id,
            by_person_id=opened.person.id,
            at=at,
        )
    )
    row.status = rule.leads_to
    session.flush()
    submissions.settle(session, nonce, row.id, seq)
    audit.record(
        session,
        opened.person,
        Action.ADVANCE_FILE,
        Subject(SubjectKind.APPLICATION, row.id),
        at,
        before={"status": before},
        after={"status": rule.leads_to, "step": opened.step, "note": note, **body},
    )
    return Advanced(row.id, rule.leads_to, already_done=False)
