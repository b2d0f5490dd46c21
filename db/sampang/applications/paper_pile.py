"""A pile of applications on paper, taken in together: all of it, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.engine import require_write
from db.sampang.applications.application_saving import hold_numbers
from db.sampang.applications.applications import file_application
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.same_requests import earlier_one, same_requests, twice_in_pile
from db.sampang.applications.stored_application import Saved
from db.sampang.trail import SampangAction
from db.tables import ApplicationRow, SubmissionRow
from domain.again import AgainBecause
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.application import LoanApplication
from domain.sampang.eligibility import examine
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION

Form = tuple[LoanApplication, str]
"""An application, and the sign of all that stands in its form."""


def already_there(session: Session, actor: Person, forms: Sequence[Form]) -> Mapping[int, str]:
    """Which of these came before, or ask what an open application or another form asks; by place, told."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    applications = [application for application, _ in forms]
    found = {
        place: f"Formulir lain dalam berkas ini memuat {alike} dan jumlah yang sama. Periksa keduanya."
        for place, alike in twice_in_pile(applications).items()
    }
    for place, ((row, alike), *_) in same_requests(session, applications).items():
        found[place] = _came(row, ", ".join(likeness.label for likeness in alike))
    came = _by_sign(session, forms)
    return found | {
        place: _came(came[sign][0], "formulir yang sama")
        for place, (_, sign) in enumerate(forms)
        if sign in came
    }


def sent_before(session: Session, actor: Person, forms: Sequence[Form]) -> frozenset[int]:
    """The places of those that came word for word before, which no reason lets in again."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    came = _by_sign(session, forms)
    return frozenset(place for place, (_, sign) in enumerate(forms) if sign in came)


def take_in_pile(
    session: Session,
    actor: Person,
    forms: Sequence[Form],
    law: LawInForce,
    *,
    at: datetime,
    again_because: AgainBecause = "",
) -> tuple[Saved, ...]:
    """File and assess every form of a pile in this one transaction, each once by the sign of what it says.

    What came before, whoever sent it, is given back as it is known. Raises SameAgain where an open
    application of the same applicant asks the same amount, without a written reason.
    """
    require_write(session)
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    hold_numbers(session, at)  # or two who send the same pile at one moment would not see each other
    came = _by_sign(session, forms)
    taken = []
    for application, sign in forms:
        if sign in came:
            row, version = came[sign]
            taken.append(Saved(row.id, row.number, version, already_saved=True))
            continue
        saved = file_application(session, actor, application, nonce=sign, at=at, again_because=again_because)
        if not saved.already_saved:
            record_receipt(session, actor, saved.id, examine(application, law).receipt(VERSION), at)
        taken.append(saved)
    return tuple(taken)


def _came(row: ApplicationRow, why: str) -> str:
    return f"Sudah masuk: {earlier_one(row, why).sentence}"


def _by_sign(session: Session, forms: Sequence[Form]) -> Mapping[str, tuple[ApplicationRow, int]]:
    """The applications that came of forms with these signs, whoever sent them and whatever they say now."""
    table = SubmissionRow
    query = (
        select(table.nonce, ApplicationRow, table.subject_version)
        .join(ApplicationRow, ApplicationRow.id == table.subject_id)
        .where(table.nonce.in_(sign for _, sign in forms), table.action == SampangAction.FILE_APPLICATION)
        .options(joinedload(ApplicationRow.entered_by))
    )
    return {sign: (row, version or row.version) for sign, row, version in session.execute(query)}
