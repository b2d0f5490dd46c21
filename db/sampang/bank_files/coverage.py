"""Up to which day the bank's data is in: one answer for every screen, letter and report (VII.8, O-09)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.engine import known_together
from db.tables import BankFileRow
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import Covered, data_until
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def bank_data_until(session: Session) -> date | None:
    """Up to which day nothing is missing of what the bank reports; None before its first accepted file."""
    return data_until(covered_days(session))


def covered_days(session: Session) -> Sequence[Covered]:
    """The days of each file that somebody has accepted; one that still waits tells nothing yet."""
    return known_together(session, "days covered by bank files", lambda: _covered(session))


def bank_coverage(session: Session, actor: Person) -> Sequence[Covered]:
    """The same for a screen of whoever may read the loans."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    return covered_days(session)


def _covered(session: Session) -> Sequence[Covered]:
    row = BankFileRow
    query = select(row.first, row.last, row.at).where(row.accepted_at.is_not(None))
    return tuple(
        Covered(first, last, at.astimezone(JAKARTA).date()) for first, last, at in session.execute(query)
    )
