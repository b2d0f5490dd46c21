"""A swap of a file examined by the law of the day, with what the borrower still owes (III.8, S-63)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import practice
from db.refusals import Wrong
from db.sampang.applications.application_rows import application_row
from db.sampang.fund.loan_books import paid_on, rows_of
from db.sampang.origination.loan_files import file_of
from db.tables import LoanRow
from domain.roles import Person
from domain.sampang.application import Collateral
from domain.sampang.application_checks import thing_problems
from domain.sampang.fund.repayment import NOTHING_OWED, Owed, owed_on
from domain.sampang.law import law_on
from domain.sampang.origination.custody import Custody, Offer, thing_key
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.swapping import Swap, SwapFound, examine_swap
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def examined_swap(session: Session, actor: Person, application_id: int, offer: Offer, day: date) -> SwapFound:
    """Examine a swap on a day, for a screen that shows what stands in the way."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    file = file_of(session, application_row(session, application_id))
    return examined(session, application_id, file, offer, day)


def examined(session: Session, application_id: int, file: LoanFile, offer: Offer, day: date) -> SwapFound:
    """Examine a swap of a file on a day; before the money went out what was approved counts as owed."""
    owed = owed_by(session, application_id, day)
    approved = file.approval.amount if file.approval else None
    principal = owed.principal if owed is not None else approved or 0
    swap = Swap(file, named(file.custody, offer.thing), offer.replacement, principal)
    decided = practice(session, SAMPANG)
    return examine_swap(swap, day, lambda on: law_on(on, decided))


def require_possible(thing: Collateral, day: date) -> None:
    """Raise Wrong for what cannot be right in a thing that comes in a swap, such as a year."""
    if problems := tuple(thing_problems("entry.replacement", thing, day)):
        raise Wrong(problems)


def owed_by(session: Session, application_id: int, day: date) -> Owed | None:
    """What the borrower of a file owes on a day; None before the money went out."""
    loan = session.scalars(select(LoanRow).where(LoanRow.application_id == application_id)).one_or_none()
    if loan is None:
        return None
    so_far = paid_on(session, loan.id)
    return owed_on(rows_of(loan), so_far.paid, day, so_far.released)


def due_by(session: Session, application_id: int, day: date) -> Owed:
    """What an impaired borrower pays first (III.8): nothing before the money went out."""
    return owed_by(session, application_id, day) or NOTHING_OWED


def named(register: tuple[Custody, ...], key: str) -> Custody:
    """The newest stay of a thing in a register; ValueError for one that is not pledged in it."""
    for custody in reversed(register):  # a thing that came back in a swap stands after its first stay
        if thing_key(custody.thing) == key:
            return custody
    raise ValueError("this thing is not pledged in this file")
