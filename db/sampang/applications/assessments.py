"""Verbs for the receipts of assessments, which are kept one after the other for ever."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.office.editions import keep_edition
from db.sampang.applications.application_rows import held_row
from db.sampang.applications.standing_law import present
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, ReceiptRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.regulation.assessment import Verdict
from domain.regulation.basis import basis_of, law_of_receipt
from domain.regulation.receipts import Receipt
from domain.roles import Person
from domain.sampang.law import VERSIONS
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt with its place in the series, who had the assessment made, when, and why once more."""

    seq: int
    receipt: Receipt
    by: str
    at: datetime
    because: str = ""


def record_receipt(
    session: Session,
    actor: Person,
    application_id: int,
    receipt: Receipt,
    at: datetime,
    *,
    expected_version: int | None = None,
) -> int:
    """Add the receipt of an assessment and make its verdict the current one; give its number.

    With `expected_version` (the version that was assessed) a receipt of facts that somebody has
    changed since raises ChangedMeanwhile.
    """
    permission, action = SampangPermission.ASSESS_APPLICATIONS, SampangAction.RECORD_RECEIPT
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = held_row(session, application_id)
        if receipt.kind != row.kind:
            raise ValueError("this receipt is of another kind of applicant")
        if expected_version is not None:
            require_version(session, row, expected_version, f"pengajuan {row.number}")
        before = {"verdict": row.verdict, "most": row.most}
        seq = _last_seq(session, application_id) + 1
        law = law_of_receipt(receipt, present(session))
        if law is not None:
            keep_edition(session, SAMPANG, law.regulation, VERSIONS, at)
        add_receipt(act, row, seq, receipt, None if law is None else basis_of(law))
        after = {"verdict": receipt.verdict, "most": receipt.most, "receipt": seq}
        act.close(Subject(SampangSubject.APPLICATION, application_id), before=before, after=after)
        return seq


def add_receipt(
    act: Act, row: ApplicationRow, seq: int, receipt: Receipt, basis: str | None, because: str = ""
) -> None:
    """Add a receipt to a held application and make its verdict the current one, found by a law's mark."""
    act.session.add(_receipt_row(act, row.id, seq, receipt, because))
    row.verdict, row.most, row.basis = Verdict(receipt.verdict), receipt.most, basis


def receipts(session: Session, actor: Person, application_id: int) -> tuple[StoredReceipt, ...]:
    """List the receipts of an application, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    query = (
        select(ReceiptRow)
        .where(ReceiptRow.application_id == application_id)
        .order_by(ReceiptRow.seq.desc())
        .options(joinedload(ReceiptRow.by))
    )
    return tuple(
        StoredReceipt(row.seq, Receipt.from_json(row.body), row.by.name, row.at, row.because)
        for row in session.scalars(query)
    )


def _last_seq(session: Session, application_id: int) -> int:
    newest = select(func.max(ReceiptRow.seq)).where(ReceiptRow.application_id == application_id)
    return session.scalar(newest) or 0


def _receipt_row(act: Act, application_id: int, seq: int, receipt: Receipt, because: str) -> ReceiptRow:
    return ReceiptRow(
        application_id=application_id,
        seq=seq,
        day=receipt.day,
        verdict=Verdict(receipt.verdict),
        verdict_in_use=Verdict(receipt.verdict_in_use),
        most=receipt.most,
        fingerprint=receipt.fingerprint,
        body=receipt.to_json(),
        by_person_id=act.person.id,
        at=act.at,
        because=because,
    )
