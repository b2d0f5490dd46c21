"""One binaan to tell about, chosen among those that agreed to be shown (no name leaves the store)."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.ladders import ladder_of
from db.tables import ClientRow, VisitRow
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.leadership import story_of
from domain.blitar.programme import BLITAR
from domain.blitar.visiting.visit import COUNTED
from domain.headline import Story
from domain.roles import OfficePermission, Person


def story(session: Session, actor: Person) -> Story | None:
    """The binaan with the most indicators that went up with evidence, of those that share their story."""
    authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    most = select(func.max(ClientRow.shown)).scalar_subquery()
    query = select(ClientRow).where(ClientRow.shown == most, ClientRow.shown > 0)
    row = session.scalars(query.order_by(ClientRow.id).limit(1)).one_or_none()
    if row is None:
        return None
    visits = select(func.count()).where(VisitRow.client_id == row.id, VisitRow.state.in_(COUNTED))
    return story_of(
        SubjectKind(row.kind),
        None if row.sector is None else Sector(row.sector),
        row.district_code,
        since=row.since,
        visits=session.scalar(visits) or 0,
        steps=ladder_of(session, row),
    )
