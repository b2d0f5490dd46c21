"""How a file moves on: once for each pressed button, from the stage that it has now, with its line."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from db.again import NOTHING_LIKE_IT, Again
from db.plain import Plain, to_plain
from db.refusals import AlreadySent
from db.sampang.applications.application_rows import held_row
from db.sampang.origination.loan_files import file_of, last_step
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, FileStepRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS, Step, day_refused, refusal_of
from domain.sampang.programme import SAMPANG


@dataclass(frozen=True, slots=True)
class Advanced:
    """What came of a step: the stage that the file has now; `already_done` for a second press."""

    application_id: int
    stage: Stage
    already_done: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A file held for a step: the verb that takes it, the row, and all that is recorded of it."""

    act: Act
    step: Step
    row: ApplicationRow
    file: LoanFile


def stepping(
    session: Session, actor: Person, step: Step, *, nonce: str, at: datetime
) -> AbstractContextManager[Act]:
    """Open the verb of a step, for who may take it; `advance` closes it."""
    permission, action = STEPS[step].permission, SampangAction.ADVANCE_FILE
    return verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at)


def opened_for(act: Act, application_id: int, step: Step) -> Opened | Advanced:
    """Hold a file for a step that may be taken from its present stage; or tell what an earlier press did.

    Raises Hindered for the stage: a file that was decided meanwhile is told so; AlreadySent for a nonce of
    another file or step.
    """
    session = act.session
    row = held_row(session, application_id)
    if act.earlier:
        taken = session.get_one(FileStepRow, (act.earlier.subject_id, act.earlier.version))
        if (taken.application_id, taken.step) != (row.id, step):
            raise AlreadySent
        return Advanced(row.id, Stage(row.status), already_done=True)
    file = file_of(session, row)
    if refusal := refusal_of(step, file.stage, act.person):
        raise Hindered((Hindrance(refusal),))
    return Opened(act, step, row, file)


def require_free(hindrances: Iterable[Hindrance]) -> None:
    """Raise Hindered when anything stands in the way; nothing is stored then."""
    found = tuple(hindrances)
    if found:
        raise Hindered(found)


def advance(
    opened: Opened,
    on: date,
    *,
    record: object = None,
    note: str = "",
    meeting_id: int | None = None,
    again: Again = NOTHING_LIKE_IT,
    back_to: Stage | None = None,
    before: Plain | None = None,
) -> Advanced:
    """Write the step with what was recorded at it, move the file on, and close the verb with its line.

    The verb has checked what people typed into the record and the note; a reason why a number comes
    `again` is kept with the file's number. A step that takes another one back names the stage, and what
    was recorded `before`, which the line keeps.
    """
    body: dict[str, Any] = {} if record is None else to_plain(record)
    act, row, rule = opened.act, opened.row, STEPS[opened.step]
    last, to = last_step(act.session, row.id), back_to or rule.leads_to
    if refusal := day_refused(opened.step, on, last.on if last else None, act.day):
        raise Hindered((Hindrance(refusal),))
    stage, seq = Stage(row.status), last.seq + 1 if last else 1
    act.session.add(
        FileStepRow(
            application_id=row.id,
            seq=seq,
            step=opened.step,
            from_stage=stage,
            to_stage=to,
            on=on,
            note=note,
            body=body,
            meeting_id=meeting_id,
            attempt=_attempt_after(last),
            by_person_id=act.person.id,
            at=act.at,
        )
    )
    row.status, row.stage_since = to, act.at
    act.session.flush()
    kept = again.keep(act, FileStepRow, row.id)
    act.close(
        Subject(SampangSubject.APPLICATION, row.id),
        version=seq,
        before={"status": stage, **(before or {})},
        after={"status": to, "step": opened.step, "note": note, **body, **kept},
    )
    return Advanced(row.id, to, already_done=False)


def _attempt_after(last: FileStepRow | None) -> int:
    return 0 if last is None else last.attempt + (last.step == Step.TAKE_BACK)
