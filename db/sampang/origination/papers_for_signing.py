"""What preparing and signing a paper share: what each kind rests on, and the newest paper of a file."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.refusals import Hindered
from db.tables import PaperToSignRow
from domain.regulation.law_in_force import LawInForce
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.board import Board
from domain.sampang.origination.for_signing import agreement_facts, request_facts
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.steps import Step

FACTS: Mapping[PaperKind, Callable[[LoanFile, Board, LawInForce, date], Mapping[str, str]]] = {
    PaperKind.AGREEMENT: agreement_facts,
    PaperKind.PAYMENT_REQUEST: request_facts,
}
STEP_OF: Mapping[PaperKind, Step] = {
    PaperKind.AGREEMENT: Step.SIGN_AGREEMENT,
    PaperKind.PAYMENT_REQUEST: Step.REQUEST_DISBURSEMENT,
}


def newest_to_sign(session: Session, application_id: int, kind: PaperKind) -> PaperToSignRow | None:
    """The newest paper of a kind that was prepared for a file."""
    table = PaperToSignRow
    query = select(table).where(table.application_id == application_id, table.kind == kind)
    return session.scalars(query.order_by(table.paper_id.desc()).limit(1)).one_or_none()


def require_newest(session: Session, application_id: int, kind: PaperKind, seen: int | None) -> None:
    """Raise Hindered where another paper was prepared since the newest one that was seen."""
    newest = newest_to_sign(session, application_id, kind)
    if (newest.paper_id if newest else None) == seen:
        return
    number = f" nomor {newest.paper.number} oleh {newest.paper.by.name}" if newest else ""
    told = f"Sementara itu disiapkan naskah lain{number}. Muat ulang layar untuk melihat yang terbaru."
    raise Hindered((Hindrance(told),))
