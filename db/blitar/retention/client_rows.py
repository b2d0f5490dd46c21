"""Every row in which something of a binaan stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, and_, or_, select, union
from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper
from db.blitar.trail import BlitarSubject as Kind
from db.retention.shared_rows import beside, in_lines_of_files, mentioned, said_again
from db.retention.touched import Touched
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    FollowUpRow,
    HandoverLineRow,
    HandoverRow,
    IndicatorReadingRow,
    MentoringPaperRow,
    RecommendationBundleRow,
    RecommendationItemRow,
    RecommendationRow,
    UpgradeProposalRow,
    VisitRow,
    VisitStepRow,
)
from domain.blitar.programme import BLITAR

_OF_CLIENT = (
    ClientIndicatorRow, FollowUpRow, HandoverLineRow, IndicatorReadingRow, UpgradeProposalRow, VisitRow,
)  # fmt: skip
_OF_VISIT = (RecommendationItemRow, VisitStepRow)


def rows_of_clients(session: Session, ids: Collection[int]) -> Sequence[Touched]:
    """The rows of binaan, with their visits and what came of them."""
    numbers = session.scalars(select(ClientRow.number).where(ClientRow.id.in_(ids))).all()
    visits = select(VisitRow.id).where(VisitRow.client_id.in_(ids))
    upgrades = select(UpgradeProposalRow.id).where(UpgradeProposalRow.client_id.in_(ids))
    bundles, handovers = _bundles(ids, visits), _handovers(ids)
    told: Mapping[str, Any] = {
        Kind.CLIENT: ids,
        Kind.VISIT: visits,
        Kind.UPGRADE_PROPOSAL: upgrades,
        Kind.RECOMMENDATION: bundles,
        Kind.HANDOVER: handovers,
    }
    return (
        Touched(ClientRow, ClientRow.id.in_(ids)),
        *(Touched(row, row.client_id.in_(ids)) for row in _OF_CLIENT),
        *(Touched(row, row.visit_id.in_(visits)) for row in _OF_VISIT),
        Touched(HandoverRow, HandoverRow.id.in_(handovers)),
        *_of_many(numbers, bundles, handovers),
        *_in_piles(session, ids),
        *beside(BLITAR, told),
        *said_again({"client": ids, "visit": visits, "upgrade_proposal": upgrades}),
        *mentioned(BLITAR, numbers),
    )


def _of_many(numbers: Sequence[str], bundles: Any, handovers: Any) -> Iterator[Touched]:
    """Letters that tell of several: their lines about these, and the papers as they went out."""
    row, told = RecommendationBundleRow, frozenset(numbers)
    yield Touched(row, row.id.in_(bundles), is_about=lambda line: _is_of(line, told))
    paper, kinds = MentoringPaperRow, MentoringPaper
    yield Touched(
        paper,
        or_(
            and_(paper.kind == kinds.RECOMMENDATION, paper.of_id.in_(bundles)),
            and_(paper.kind == kinds.HANDOVER, paper.of_id.in_(handovers)),
        ),
    )


def _in_piles(session: Session, ids: Collection[int]) -> Iterator[Touched]:
    """Why visits of a pile were recorded again, as the trail of the pile tells it."""
    row, visits = VisitRow, dict[int, set[int]]()
    query = select(row.import_id, row.id).where(row.client_id.in_(ids))
    for pile, visit in session.execute(query):
        if pile is not None:
            visits.setdefault(pile, set()).add(visit)
    return in_lines_of_files(BLITAR, Kind.VISIT_IMPORT, visits, "again.visits", {})


def _is_of(line: Mapping[str, Any], numbers: Collection[str]) -> bool:
    return line.get("client_number") in numbers


def _bundles(ids: Collection[int], visits: Select[Any]) -> Any:
    item, wanted = RecommendationItemRow, RecommendationRow
    return union(
        select(item.bundle_id).where(item.visit_id.in_(visits)),
        select(wanted.bundle_id).where(wanted.client_id.in_(ids), wanted.bundle_id.is_not(None)),
    )


def _handovers(ids: Collection[int]) -> Select[Any]:
    return select(HandoverLineRow.handover_id).where(HandoverLineRow.client_id.in_(ids))
