"""Letters of recommendation page by page: where each stands, and how many lines, read without their words."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.reporting.bundle_rows import LetterStanding, standing_of
from db.blitar.reporting.waiting_recommendations import within
from db.tables import ClientRow, RecommendationBundleRow, RecommendationItemRow, VisitRow
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.roles import Person

PAGE: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLetter(LetterStanding):
    """A letter on a line of a list; of its lines those that the reader may see.

    `clients` are the names that they are about, `shaken` tells how many rest on a visit that is no longer
    verified.
    """

    seen: int
    clients: tuple[str, ...]
    shaken: int


class _Line(NamedTuple):
    visit_id: int
    state: str
    client: str
    mentor_id: int | None


def bundles(
    session: Session, actor: Person, states: Collection[BundleState], *, page: int = 1
) -> tuple[ListedLetter, ...]:
    """A page of the letters in some states, the newest first; a Pendamping's with their own binaan alone."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    own, table = own_staff(session, person), RecommendationBundleRow
    query = within(select(table), own).where(table.state.in_(states)).order_by(table.id.desc())
    query = query.limit(PAGE).offset((page - 1) * PAGE)
    query = query.options(joinedload(table.made_by), joinedload(table.set_by))
    rows = session.scalars(query).all()
    lines = _lines(session, [row.id for row in rows])
    return tuple(_listed(row, lines[row.id], own) for row in rows)


def _lines(session: Session, letters: Sequence[int]) -> Mapping[int, list[_Line]]:
    item, visit = RecommendationItemRow, VisitRow
    query = (
        select(item.bundle_id, visit.id, visit.state, ClientRow.name, ClientRow.mentor_id)
        .join(visit, visit.id == item.visit_id)
        .join(ClientRow, ClientRow.id == visit.client_id)
        .where(item.bundle_id.in_(letters))
        .order_by(item.bundle_id, item.place)
    )
    found: dict[int, list[_Line]] = defaultdict(list)
    for letter, visit_id, state, name, mentor_id in session.execute(query):
        found[letter].append(_Line(visit_id, state, name, mentor_id))
    return found


def _listed(row: RecommendationBundleRow, lines: list[_Line], own: Sequence[int] | None) -> ListedLetter:
    seen = lines if own is None else [line for line in lines if line.mentor_id in own]
    # A letter that was set tells the names as they stood then.
    names = {one["visit_id"]: one["client_name"] for one in (row.letter or {}).get("lines", ())}
    return ListedLetter(
        **standing_of(row, len(lines)),
        seen=len(seen),
        clients=tuple(dict.fromkeys(names.get(line.visit_id, line.client) for line in seen)),
        shaken=sum(line.state != VisitState.VERIFIED for line in seen),
    )
