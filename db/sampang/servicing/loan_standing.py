"""How the loan of a file stands today, and how its claim moved: for the heading and history of the file."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.sampang.handed_over import standing_handovers
from db.sampang.servicing.done import DoneLine, done_line
from db.tables import CollectionEntryRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import Deed
from domain.sampang.servicing.loan_state import LoanStanding, standing_of

_MOVES = (Deed.HANDED_OVER, Deed.HANDED_BACK)


def loan_standing(session: Session, actor: Person, application_id: int, day: date) -> LoanStanding | None:
    """The state of the loan that was paid out for an application, if it was, on a day."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    kept = LoanProgressRow
    query = select(kept.loan_id, kept.next_due, kept.written_off).join(LoanRow, LoanRow.id == kept.loan_id)
    row = session.execute(query.where(LoanRow.application_id == application_id)).one_or_none()
    if row is None:
        return None
    due, given = row.next_due, standing_handovers(session, (row.loan_id,)).get(row.loan_id)
    return standing_of(
        is_settled=due is None,
        is_behind=due is not None and due < day,
        handed_over=given,
        is_written_off=row.written_off > 0,
    )


def claim_moves(session: Session, actor: Person, application_id: int) -> tuple[DoneLine, ...]:
    """When the claim of a file's loan was handed over and came back, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = CollectionEntryRow
    query = (
        select(table)
        .join(LoanRow, LoanRow.id == table.loan_id)
        .where(LoanRow.application_id == application_id, table.kind.in_(_MOVES))
        .order_by(table.on.desc(), table.id.desc())
        .options(joinedload(table.by))
    )
    return tuple(map(done_line, session.scalars(query)))
