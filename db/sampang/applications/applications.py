"""Verbs for one application: save it, file it, open it."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.applications.application_rows import application_row, masked, read_row
from db.sampang.applications.application_saving import Change, save, subject_of
from db.sampang.applications.stored_application import Saved, StoredApplication
from db.sampang.trail import SampangAction
from db.verbs import log_read
from domain.again import AgainBecause
from domain.regulation.assessment import Verdict
from domain.revealing import Why
from domain.roles import Person
from domain.sampang.application import LoanApplication
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def save_draft(
    session: Session,
    actor: Person,
    application: LoanApplication,
    *,
    nonce: str,
    at: datetime,
    application_id: int | None = None,
    expected_version: int | None = None,
    again_because: AgainBecause = "",
) -> Saved:
    """Save what is known so far: a new draft, or a change of a stored application.

    A stored one keeps its status, so that a filed application stays filed. Its verdict is emptied,
    because it spoke of other facts: assess again in the same session. Judgements are not saved here
    but by `record_judgement`. Raises ChangedMeanwhile when somebody saved since `expected_version`, and
    SameAgain where an open application of the same applicant asks the same amount, without a written reason.
    """
    change = Change(application, nonce, at, application_id, expected_version, again_because)
    return save(session, actor, change, SampangAction.SAVE_APPLICATION)


def file_application(
    session: Session,
    actor: Person,
    application: LoanApplication,
    *,
    nonce: str,
    at: datetime,
    application_id: int | None = None,
    expected_version: int | None = None,
    again_because: AgainBecause = "",
) -> Saved:
    """Save as `save_draft` does, and make it a filed application; it needs its day of filing."""
    if application.filed_on is None:
        raise ValueError("an application is filed on a day")
    change = Change(application, nonce, at, application_id, expected_version, again_because)
    return save(session, actor, change, SampangAction.FILE_APPLICATION)


def application(
    session: Session,
    actor: Person,
    application_id: int,
    *,
    reveal: bool = False,
    why: Why = Why.CONTINUE,
    at: datetime | None = None,
) -> StoredApplication:
    """Open an application, with NIK, NPWP and telephone masked.

    With `reveal` (to continue a draft, or to see the numbers) they are whole: that needs its own
    permission, the moment `at` and a write session, because it is written to the trail with its reason.
    """
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    if reveal:
        authorise(session, actor, SAMPANG, SampangPermission.REVEAL_IDENTITY)
    row = application_row(session, application_id)
    if reveal:
        if at is None:
            raise ValueError("revealing is logged, so it needs its moment")
        log_read(session, person, SAMPANG, SampangAction.REVEAL_IDENTITY, subject_of(row), at, why.told)
    found = read_row(row)
    return StoredApplication(
        id=row.id,
        number=row.number,
        status=Stage(row.status),
        version=row.version,
        application=found if reveal else masked(found),
        entered_by=row.entered_by.name,
        entered_at=row.entered_at,
        changed_by=row.changed_by.name,
        changed_at=row.changed_at,
        verdict=None if row.verdict is None else Verdict(row.verdict),
        most=row.most,
    )
