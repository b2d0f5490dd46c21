"""The numbers and names by which people know what the trail of Blitar tells of."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.blitar.trail import BlitarSubject as Kind
from db.tables import (
    AssignmentRow,
    CandidateRow,
    ClientRow,
    HandoverRow,
    MentoringPaperRow,
    MonthlyReportRow,
    RecommendationBundleRow,
    SelectionRoundRow,
    StaffRow,
    UpgradeProposalRow,
    VisitRow,
)
from db.trail import SubjectKind
from domain.dates import indonesian_date, indonesian_month

# Of what has a number or a name that stands on its papers; the rest is told by its own number.
_QUERIES: Mapping[str, Select[*tuple[Any, ...]]] = {
    Kind.CLIENT: select(ClientRow.id, ClientRow.number),
    Kind.STAFF: select(StaffRow.id, StaffRow.name),
    Kind.ASSIGNMENT: select(AssignmentRow.id, StaffRow.name).join(
        StaffRow, StaffRow.id == AssignmentRow.staff_id
    ),
    Kind.CANDIDATE: select(CandidateRow.id, CandidateRow.name),
    Kind.HANDOVER: select(HandoverRow.id, HandoverRow.number),
    Kind.PAPER: select(MentoringPaperRow.id, MentoringPaperRow.number),
    Kind.RECOMMENDATION: select(RecommendationBundleRow.id, RecommendationBundleRow.number),
    Kind.UPGRADE_PROPOSAL: select(UpgradeProposalRow.id, ClientRow.number).join(
        ClientRow, ClientRow.id == UpgradeProposalRow.client_id
    ),
}


def known_as(session: Session, kind: SubjectKind, ids: Collection[int]) -> Mapping[int, str]:
    """How people know things of a kind; those that are known by nothing else are left out."""
    if kind == Kind.VISIT:
        visit = VisitRow
        rows = select(visit.id, ClientRow.number, visit.on).join(ClientRow, ClientRow.id == visit.client_id)
        found = session.execute(rows.where(visit.id.in_(ids)))
        return {id_: f"{number}, {indonesian_date(on)}" for id_, number, on in found}
    if kind == Kind.MONTHLY_REPORT:
        report = MonthlyReportRow
        query = select(report.id, report.month, report.version).where(report.id.in_(ids))
        return {
            id_: f"{indonesian_month(month)}, versi {version}"
            for id_, month, version in session.execute(query)
        }
    if kind == Kind.SELECTION_ROUND:
        rounds = select(SelectionRoundRow.id, SelectionRoundRow.body).where(SelectionRoundRow.id.in_(ids))
        return {id_: str(body["title"]) for id_, body in session.execute(rounds)}
    known = _QUERIES.get(kind)
    if known is None:
        return {}
    key = known.selected_columns[0]
    return {id_: told for id_, told in session.execute(known.where(key.in_(ids))) if told}


def numbered(session: Session, told: str) -> tuple[tuple[str, int], ...]:
    """What has the number of a binaan: the binaan, its visits and proposals to move up."""
    client = session.scalar(select(ClientRow.id).where(ClientRow.number == told))
    if client is None:
        return ()
    visits = session.scalars(select(VisitRow.id).where(VisitRow.client_id == client))
    upgrades = session.scalars(select(UpgradeProposalRow.id).where(UpgradeProposalRow.client_id == client))
    return (
        (str(Kind.CLIENT), client),
        *((str(Kind.VISIT), one) for one in visits),
        *((str(Kind.UPGRADE_PROPOSAL), one) for one in upgrades),
    )
