"""Everything of the fund that waits for the Ketua Harian's yes, and since when the oldest of each."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.access import authorise
from db.tables import (
    ApplicationRow,
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
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def waiting_for_approval(session: Session, actor: Person) -> tuple[WaitsFor, ...]:
    """Each kind that waits for a second person, without what the actor proposed: that waits for others."""
    person = authorise(session, actor, SAMPANG, SampangPermission.APPROVE_DISBURSEMENTS)
    found = []
    for kind in Approval:
        since, conditions = _of(kind, person)
        count, first = session.execute(
            select(func.count(), type_coerce(func.min(since), Moment())).where(*conditions)
        ).one()
        if count:
            found.append(kind.waits(count, first.astimezone(JAKARTA).date()))
    return tuple(found)


def _of(
    kind: Approval, person: Person
) -> tuple[InstrumentedAttribute[datetime], tuple[ColumnElement[bool], ...]]:
    """Since when one of a kind waits, and which do."""
    if kind is Approval.DISBURSEMENTS:
        return ApplicationRow.stage_since, (ApplicationRow.status == Stage.REQUESTED,)
    tables: dict[Approval, tuple[Any, ColumnElement[bool]]] = {
        Approval.REVERSALS: (ReversalProposalRow, ReversalProposalRow.approved_at.is_(None)),
        Approval.CAPITAL: (CapitalProposalRow, CapitalProposalRow.entry_id.is_(None)),
        Approval.WRITE_OFFS: (WriteOffProposalRow, WriteOffProposalRow.entry_id.is_(None)),
        Approval.RED_LIST: (RedListEntryRow, RedListEntryRow.since.is_(None)),
        Approval.TAKEOVERS: (TakeoverProposalRow, TakeoverProposalRow.approved_at.is_(None)),
    }
    row, waits = tables[kind]
    return row.proposed_at, (waits, row.closed_at.is_(None), row.proposed_by_id != person.id)
