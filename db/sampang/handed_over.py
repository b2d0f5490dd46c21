"""Which claims were handed over and have not come back: one question for every list and account (IX.2)."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from db.engine import known_together
from db.tables import CollectionEntryRow
from domain.sampang.servicing.collecting import Collector, Deed, Handover


def standing_handovers(session: Session, loan_ids: Collection[int]) -> Mapping[int, Handover]:
    """Who collects some loans in the place of the team, of those for which somebody does."""
    wanted = frozenset(loan_ids)
    return known_together(session, ("handed over", wanted), lambda: _standing(session, wanted))


def _standing(session: Session, loan_ids: Collection[int]) -> Mapping[int, Handover]:
    row = CollectionEntryRow
    query = select(row.loan_id, row.body, row.number, row.on).where(
        row.loan_id.in_(loan_ids), *hands_over_still()
    )
    return {
        loan_id: Handover(Collector(body["to"]), number, on)
        for loan_id, body, number, on in session.execute(query.order_by(row.id))
    }


def hands_over_still() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The conditions of an entry that hands a claim over which has not come back."""
    row, back = CollectionEntryRow, aliased(CollectionEntryRow)
    return row.kind == Deed.HANDED_OVER, ~select(back.id).where(back.ends_id == row.id).exists()
