"""A pile of applications on paper, taken in together: all of it, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.applications.applications import file_application
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.look_alikes import same_request
from db.sampang.applications.stored_application import Saved
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.application import LoanApplication
from domain.sampang.eligibility import examine
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION


def already_there(
    session: Session, actor: Person, applications: Sequence[LoanApplication]
) -> Mapping[int, str]:
    """Which of these ask what an open application of the same applicant asks, by place, in a sentence."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    found: dict[int, str] = {}
    seen: dict[tuple[str, int], int] = {}
    for place, one in enumerate(applications):
        if earlier := next(same_request(session, one, None), None):
            found[place] = f"Sudah masuk: {earlier.sentence}"
        elif one.applicant.nik and one.amount:
            first = seen.setdefault((one.applicant.nik, one.amount), place)
            if first != place:
                found[place] = (
                    "Formulir lain dalam berkas ini memuat NIK dan jumlah yang sama. Periksa keduanya."
                )
    return found


def take_in_pile(
    session: Session,
    actor: Person,
    forms: Sequence[tuple[LoanApplication, str]],
    law: LawInForce,
    *,
    at: datetime,
) -> tuple[Saved, ...]:
    """File and assess every form of a pile in this one transaction, each once by the sign of what it says.

    Raises SameAgain where an open application of the same applicant asks the same amount.
    """
    taken = []
    for application, sign in forms:
        saved = file_application(session, actor, application, nonce=sign, at=at)
        if not saved.already_saved:
            record_receipt(session, actor, saved.id, examine(application, law).receipt(VERSION), at)
        taken.append(saved)
    return tuple(taken)
