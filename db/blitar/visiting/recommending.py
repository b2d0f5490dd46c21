"""Which visits' recommendations wait for a letter, and which are in one; worked out as they stand."""

from collections.abc import Collection
from functools import cache
from typing import cast

from sqlalchemy import Delete, Insert, Table, and_, delete, insert, or_, select
from sqlalchemy.orm import Session

from db.among import among
from db.blank_text import stripped
from db.blitar.caseload.stages import SOME, asked_for
from db.tables import RecommendationItemRow, RecommendationRow, VisitRow
from domain.blitar.visiting.visit import VisitState


def recommend_anew(session: Session, clients: Collection[int] | None) -> None:
    """Work out the recommendations of some binaan, or of all (None), once their visits stand."""
    session.flush()
    for statement in _renewal(is_some=clients is not None):
        session.connection().execute(statement, asked_for(clients))


# This statement runs at every verification, so each form of it is put together once.
@cache
def _renewal(*, is_some: bool) -> tuple[Delete, Insert]:
    table, visit, item = cast(Table, RecommendationRow.__table__), VisitRow, RecommendationItemRow
    agency = stripped(visit.agency)
    wants_letter = and_(visit.state == VisitState.VERIFIED, visit.agency > "", agency != "")
    found = (
        select(visit.id, visit.client_id, agency, visit.on, item.bundle_id)
        .outerjoin(item, item.visit_id == visit.id)
        .where(or_(wants_letter, item.visit_id.is_not(None)))
    )
    removal = delete(table)
    if is_some:
        removal = removal.where(among(table.c.client_id, SOME))
        found = found.where(among(visit.client_id, SOME))
    return removal, insert(table).from_select(["visit_id", "client_id", "agency", "on", "bundle_id"], found)
