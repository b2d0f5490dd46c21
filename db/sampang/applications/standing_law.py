"""By which law a file's verdict stands: that of the day while it is undecided, then that of its decision."""

from datetime import date

from sqlalchemy import ColumnElement, String, case, literal, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.editions import edition_of
from db.office.practice import instruments, law_of
from db.tables import ApplicationRow, ReceiptRow
from domain.regulation.amending import every, versions_with
from domain.regulation.basis import basis_of, by_filing, law_of_receipt
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import Receipt
from domain.regulation.replaying import Edition
from domain.regulation.rules import Regulation
from domain.roles import Person
from domain.sampang.law import VERSIONS, edition
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def is_due(law: LawInForce) -> ColumnElement[bool]:
    """Whether a file is undecided and its kept verdict was not found by this law; True for none kept."""
    return ApplicationRow.status.in_(UNDECIDED) & ApplicationRow.basis.is_distinct_from(_basis_by_filing(law))


def _basis_by_filing(law: LawInForce) -> ColumnElement[str]:
    """The mark of this law, for each file by the day on which it was filed."""
    laws = by_filing(law)
    filed = ApplicationRow.filed_on
    spared = [
        (filed.is_(None) | (filed >= since), literal(basis_of(one), String))
        for since, one in laws
        if since is not None
    ]
    last = literal(basis_of(laws[-1][1]), String)
    return case(*spared, else_=last) if spared else last


def basis_of_receipt(session: Session, receipt: Receipt) -> str | None:
    """The mark of the law that a receipt was worked out by; None where it is none of the present ones."""
    law = law_of_receipt(receipt, present(session))
    return None if law is None else basis_of(law)


def present(session: Session) -> tuple[Regulation, ...]:
    """Every set of rules that counts for some file or some day, as the program now has them."""
    return every(versions_with(VERSIONS, instruments(session, SAMPANG)))


def law_of_file(session: Session, actor: Person, application_id: int, day: date) -> LawInForce:
    """The law that a file is shown by: of the day, and once it is decided that of its last receipt.

    Where the program no longer has that very version, the version of the receipt's day stands for it.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    status = session.scalar(select(ApplicationRow.status).where(ApplicationRow.id == application_id))
    today = law_of(session, SAMPANG, day)
    if status is None or Stage(status) in UNDECIDED:
        return today
    newest = select(ReceiptRow.body).where(ReceiptRow.application_id == application_id)
    body = session.scalar(newest.order_by(ReceiptRow.seq.desc()).limit(1))
    if body is None:
        return today
    receipt = Receipt.from_json(body)
    own = law_of_receipt(receipt, every(versions_with(VERSIONS, today.practice.instruments)))
    return own or SAMPANG.law_on(receipt.day, today.practice)


def rules_now(session: Session, actor: Person, application_id: int, day: date) -> Regulation:
    """The rules that the program now has for a file on a day, by the day on which it was filed."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    filed_on = session.scalar(select(ApplicationRow.filed_on).where(ApplicationRow.id == application_id))
    return law_of(session, SAMPANG, day).as_filed(filed_on).regulation


def editions(session: Session) -> Edition:
    """The rules of a receipt of Sampang by their fingerprint, wherever they are kept."""
    return edition_of(session, SAMPANG, present(session), edition)
