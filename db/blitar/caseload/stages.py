"""How far the mentoring of each binaan has come, and when it was last visited, as of the end of a day."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    not_,
    select,
)
from sqlalchemy.orm import Session

from db.among import among, numbers_told_as
from db.tables import ClientRow, UpgradeProposalRow, VisitPartRow, VisitRow
from domain.blitar.caseload.stage import Stage, stage_of
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.visiting.visit import COUNTED

# The numbers of the binaan that a statement is about.
SOME: Final = numbers_told_as("clients")
GUIDING: Final = (
    ReportPart.GUIDANCE,
    ReportPart.COACHING,
    ReportPart.CONSULTATION,
    ReportPart.RECOMMENDATION,
)


def stages_until(
    session: Session, clients: Collection[int] | None = None, *, until: date | None = None
) -> dict[int, tuple[Stage, date | None]]:
    """The stage and the last visit of each binaan, as of the end of a day."""
    query = _stage_query(is_dated=until is not None, is_some=clients is not None)
    return {
        row.id: (
            stage_of(
                visits=row.visits,
                guided=bool(row.guided),
                evaluated=bool(row.evaluated),
                proposed=row.proposed,
                confirmed=row.confirmed,
            ),
            row.last_on,
        )
        for row in session.execute(query, asked_for(clients) | {"until": until})
    }


def asked_for(clients: Collection[int] | None) -> dict[str, Any]:
    """The value for SOME; nothing when all binaan are asked for."""
    return {} if clients is None else {"clients": list(clients)}


# This statement runs at every saved visit, so each form of it is put together once.
@cache
def _stage_query(*, is_dated: bool, is_some: bool) -> Select[*tuple[Any, ...]]:
    until = bindparam("until", type_=Date())
    counted: ColumnElement[bool] = VisitRow.state.in_(COUNTED)
    if is_dated:
        counted = and_(counted, VisitRow.on <= until)

    def has(*parts: ReportPart) -> ColumnElement[int]:
        held = exists().where(VisitPartRow.visit_id == VisitRow.id, VisitPartRow.part.in_(parts))
        return func.max(case((held, 1), else_=0))

    proposal = UpgradeProposalRow
    decided: ColumnElement[bool] = proposal.outcome.is_not(None)
    made = exists().where(proposal.client_id == ClientRow.id)
    if is_dated:
        decided = and_(decided, proposal.decided_on <= until)
        made = made.where(proposal.proposed_on <= until)
    confirmed = made.where(decided, proposal.outcome == UpgradeOutcome.CONFIRMED)

    query = (
        select(
            ClientRow.id,
            func.count(VisitRow.id).label("visits"),
            func.max(VisitRow.on).label("last_on"),
            has(*GUIDING).label("guided"),
            has(ReportPart.EVALUATION).label("evaluated"),
            made.where(not_(decided)).label("proposed"),
            confirmed.label("confirmed"),
        )
        .outerjoin(VisitRow, and_(VisitRow.client_id == ClientRow.id, counted))
        .group_by(ClientRow.id)
    )
    return query.where(among(ClientRow.id, SOME)) if is_some else query
