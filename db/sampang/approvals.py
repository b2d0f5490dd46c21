"""Everything of the fund that waits for the Ketua Harian's yes, and since when the oldest of each."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select, type_coerce, union_all
from sqlalchemy.orm import Session

from db.tables import (
    CapitalProposalRow,
    RedListEntryRow,
    ReversalProposalRow,
    TakeoverProposalRow,
    WriteOffProposalRow,
)
from db.tables.base import Moment
from domain.dates import JAKARTA
from domain.headline import WaitsFor
from domain.roles import Person
from domain.sampang.approvals import Approval

_WAITING: dict[Approval, tuple[Any, ColumnElement[bool]]] = {
    Approval.REVERSALS: (ReversalProposalRow, ReversalProposalRow.approved_at.is_(None)),
    Approval.CAPITAL: (CapitalProposalRow, CapitalProposalRow.entry_id.is_(None)),
    Approval.WRITE_OFFS: (WriteOffProposalRow, WriteOffProposalRow.entry_id.is_(None)),
    Approval.RED_LIST: (RedListEntryRow, RedListEntryRow.since.is_(None)),
    Approval.TAKEOVERS: (TakeoverProposalRow, TakeoverProposalRow.approved_at.is_(None)),
}


def proposals_waiting(session: Session, person: Person) -> tuple[WaitsFor, ...]:
    """Each kind that waits for a second person, and how much of it the person proposed.

    The caller has asked who may.
    """
    found = session.execute(union_all(*(_of(kind, person) for kind in Approval)))
    return tuple(
        Approval(kind).waits(count, since.astimezone(JAKARTA).date(), int(own))
        for kind, count, since, own in found
        if count
    )


def _of(kind: Approval, person: Person) -> Select[Any]:
    """How much of a kind waits, since when, and how much the person proposed."""
    row, waits = _WAITING[kind]
    own = case((row.proposed_by_id == person.id, literal(1)), else_=literal(0))
    return select(
        literal(kind.value),
        func.count(),
        type_coerce(func.min(row.proposed_at), Moment()),
        func.coalesce(func.sum(own), 0),
    ).where(waits, row.closed_at.is_(None))
