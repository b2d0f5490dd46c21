"""Recommendations that wait for a letter, and how many letters wait for whom (Pasal 13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.orm import Session, contains_eager

from db.access import authorise
from db.blank_text import stripped
from db.blitar.caseload.reach import own_staff
from db.blitar.counted_now import NOW
from db.blitar.reporting.bundle_rows import recommended
from db.tables import (
    ClientRow,
    MonthCountRow,
    RecommendationBundleRow,
    RecommendationItemRow,
    RecommendationRow,
    VisitRow,
)
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState, Recommended, Whereabouts
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.roles import Person

PAGE: Final = 20
MOST_LISTED: Final = 2_000
_AGENCY: Final = stripped(VisitRow.agency)
_Query = TypeVar("_Query", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, slots=True)
class AgencyWaiting:
    """How many recommendations wait for a letter to one Perangkat Daerah, and since which visit."""

    agency: str
    count: int
    oldest_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for whom: recommendations without a letter, and letters by where they stand."""

    agencies: tuple[AgencyWaiting, ...]
    letters: Mapping[BundleState, int]
    unanswered_since: date | None

    @property
    def unbundled(self) -> int:
        """All recommendations without a letter."""
        return sum(one.count for one in self.agencies)


def waiting(session: Session, actor: Person) -> Waiting:
    """What waits for whom; a Pendamping sees only what is about their own binaan."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    own = own_staff(session, person)
    table = RecommendationBundleRow
    letters = select(table.state, func.count(), func.min(table.sent_on)).group_by(table.state)
    states = {
        BundleState(state): (count, first) for state, count, first in session.execute(within(letters, own))
    }
    return Waiting(
        agencies=tuple(AgencyWaiting(*row) for row in session.execute(_agencies(own))),
        letters={state: states.get(state, (0, None))[0] for state in BundleState},
        unanswered_since=states.get(BundleState.SENT, (0, None))[1],
    )


def waiting_items(
    session: Session, actor: Person, agency: str, *, page: int = 1, most: int = PAGE
) -> tuple[Recommended, ...]:
    """A page of the recommendations that wait for a letter to one Perangkat Daerah, the oldest first."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = RecommendationRow
    own = own_staff(session, person)
    found = select(row.visit_id).where(_is_in_no_letter(own), row.agency == agency)
    found = _of(found, own).order_by(row.on, row.visit_id)
    numbers = session.scalars(found.limit(most).offset((page - 1) * most)).all()
    query = select(VisitRow).join(VisitRow.client).options(contains_eager(VisitRow.client))
    query = query.where(VisitRow.id.in_(numbers)).order_by(VisitRow.on, VisitRow.id)
    return tuple(_suggested(row) for row in session.scalars(query))


def all_recommendations(session: Session, actor: Person, since: date, until: date) -> tuple[Whereabouts, ...]:
    """Where every recommendation of the visits between two days stands, by Perangkat Daerah.

    At most MOST_LISTED, the newest visits first; who prints them says so.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    own = own_staff(session, person)
    query = (
        select(VisitRow, RecommendationItemRow.told, RecommendationBundleRow)
        .join(VisitRow.client)
        .outerjoin(RecommendationItemRow, RecommendationItemRow.visit_id == VisitRow.id)
        .outerjoin(RecommendationBundleRow, RecommendationBundleRow.id == RecommendationItemRow.bundle_id)
        .options(contains_eager(VisitRow.client))
        .where(VisitRow.on.between(since, until), _is_recommendation(), _cared_for_by(own))
        .order_by(VisitRow.on.desc(), VisitRow.id.desc())
        .limit(MOST_LISTED)
    )
    found = [_whereabouts(*row) for row in session.execute(query)]
    return tuple(sorted(found, key=lambda one: (one.agency, one.line.visited_on, one.line.visit_id)))


def within(query: Select[*tuple[Any, ...]], own: Sequence[int] | None) -> Select[*tuple[Any, ...]]:
    """Letters that hold a recommendation about one of somebody's own binaan; all of them for None."""
    if own is None:
        return query
    about_own = _of(select(RecommendationRow.bundle_id), own).where(RecommendationRow.bundle_id.is_not(None))
    return query.where(RecommendationBundleRow.id.in_(about_own))


def _agencies(own: Sequence[int] | None) -> Select[str, int, date]:
    """What is in no letter by Perangkat Daerah, and since which visit; of all it is kept how many."""
    row, kept = RecommendationRow, MonthCountRow
    if own is not None:
        found = select(row.agency, func.count(), func.min(row.on)).where(_is_in_no_letter(own))
        return _of(found, own).group_by(row.agency).order_by(row.agency)
    first = select(row.on).where(row.bundle_id.is_(None), row.agency == kept.key)
    oldest = first.order_by(row.on).limit(1).correlate(kept).scalar_subquery()
    query = select(kept.key, kept.n, oldest).where(kept.what == "unbundled", kept.month == NOW, kept.n > 0)
    return query.order_by(kept.key)


def _is_in_no_letter(own: Sequence[int] | None) -> ColumnElement[bool]:
    bundle = RecommendationRow.bundle_id
    # Said so for one's own, because the index of letters has everything that waits under "none".
    return bundle.is_(None) if own is None else func.coalesce(bundle, 0) == 0


def _of(query: _Query, own: Sequence[int] | None) -> _Query:
    if own is None:
        return query
    clients = select(ClientRow.id).where(ClientRow.mentor_id.in_(own))
    return query.where(RecommendationRow.client_id.in_(clients))


def _is_recommendation() -> ColumnElement[bool]:
    return _wants_letter() | RecommendationItemRow.visit_id.is_not(None)


def _wants_letter() -> ColumnElement[bool]:
    # Few visits name a Perangkat Daerah; the comparison lets the index of state and agency find them.
    return and_(VisitRow.state == VisitState.VERIFIED, VisitRow.agency > "", _AGENCY != "")


def _cared_for_by(own: Sequence[int] | None) -> ColumnElement[bool]:
    return true() if own is None else ClientRow.mentor_id.in_(own)


def _suggested(row: VisitRow) -> Recommended:
    return recommended(row, str(row.body.get("recommendation", "")))


def _whereabouts(row: VisitRow, told: str | None, bundle: RecommendationBundleRow | None) -> Whereabouts:
    if bundle is None or told is None:
        return Whereabouts(agency=row.agency.strip(), line=_suggested(row))
    return Whereabouts(
        agency=bundle.agency,
        line=recommended(row, told),
        state=BundleState(bundle.state),
        number=bundle.number or "",
        on=bundle.answered_on or bundle.sent_on or bundle.set_on,
    )
