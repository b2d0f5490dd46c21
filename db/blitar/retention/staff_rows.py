"""Every row in which something of a candidate, a Pendamping or a Fasilitator stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Text, and_, cast, or_, select
from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper
from db.blitar.trail import BlitarSubject as Kind
from db.retention.shared_rows import beside
from db.retention.touched import Touched
from db.tables import (
    AssignmentRow,
    CandidateRecordRow,
    CandidateRow,
    FacilitatorReviewRow,
    HandoverRow,
    MentoringPaperRow,
    MonthlyReportRow,
    RenewalDecreeRow,
    SelectionRoundRow,
    StaffRecordRow,
    StaffRow,
    WeekPlanRow,
)
from domain.blitar.programme import BLITAR

_OF_STAFF = (AssignmentRow, FacilitatorReviewRow, StaffRecordRow, WeekPlanRow)


def rows_of_candidates(session: Session, ids: Collection[int]) -> Sequence[Touched]:
    """The rows of registrations, and their lines in the result of the round."""
    return (*_of_candidates(session, ids), *beside(BLITAR, {Kind.CANDIDATE: ids}))


def rows_of_staff(session: Session, ids: Collection[int]) -> Sequence[Touched]:
    """The rows of appointments, with the registration from which each came."""
    registered = select(StaffRow.candidate_id).where(StaffRow.id.in_(ids), StaffRow.candidate_id.is_not(None))
    candidates = [one for one in session.scalars(registered) if one is not None]
    told: Mapping[str, Any] = {
        Kind.STAFF: ids,
        Kind.ASSIGNMENT: select(AssignmentRow.id).where(AssignmentRow.staff_id.in_(ids)),
        Kind.CANDIDATE: candidates,
    }
    return (
        Touched(StaffRow, StaffRow.id.in_(ids)),
        *(Touched(row, row.staff_id.in_(ids)) for row in _OF_STAFF),
        Touched(HandoverRow, HandoverRow.from_staff_id.in_(ids)),
        *_in_reports(session, ids),
        *_papers(ids),
        *_of_candidates(session, candidates),
        *beside(BLITAR, told),
    )


def _of_candidates(session: Session, ids: Collection[int]) -> Iterator[Touched]:
    row, records, paper = CandidateRow, CandidateRecordRow, MentoringPaperRow
    yield Touched(row, row.id.in_(ids))
    yield Touched(records, records.candidate_id.in_(ids))
    rounds: dict[int, set[int]] = {}
    for found in session.execute(select(row.round_id, row.number).where(row.id.in_(ids))):
        rounds.setdefault(found.round_id, set()).add(found.number)
    for round_id, numbers in rounds.items():
        is_about = partial(_is_candidate, numbers=numbers)
        yield Touched(SelectionRoundRow, SelectionRoundRow.id == round_id, is_about=is_about)
    yield Touched(paper, and_(paper.kind == MentoringPaper.ANNOUNCEMENT, paper.of_id.in_(rounds)))


def _in_reports(session: Session, ids: Collection[int]) -> Iterator[Touched]:
    """Their lines in decrees of renewal and in reports of the month, and those papers as they went out."""
    about = partial(_is_staff, ids=frozenset(ids))
    paper, kinds = MentoringPaperRow, MentoringPaper
    for row, column, kind in (
        (RenewalDecreeRow, RenewalDecreeRow.lines, kinds.RENEWAL_DECREE),
        (MonthlyReportRow, MonthlyReportRow.figures, kinds.MONTHLY_REPORT),
    ):
        named = or_(*(cast(column, Text).contains(f'"staff_id": {one},') for one in ids))
        yield Touched(row, named, is_about=about)
        yield Touched(paper, and_(paper.kind == kind, paper.of_id.in_(select(row.id).where(named))))


def _papers(ids: Collection[int]) -> Iterator[Touched]:
    paper, kinds = MentoringPaperRow, MentoringPaper
    own = (kinds.APPOINTMENT_DECREE, kinds.ASSIGNMENT_LETTER)
    handed = select(HandoverRow.id).where(HandoverRow.from_staff_id.in_(ids))
    yield Touched(
        paper,
        or_(
            and_(paper.kind.in_(own), paper.of_id.in_(ids)),
            and_(paper.kind == kinds.HANDOVER, paper.of_id.in_(handed)),
        ),
    )


def _is_candidate(body: Mapping[str, Any], numbers: Collection[int]) -> bool:
    return "receipt" in body and body.get("number") in numbers


def _is_staff(body: Mapping[str, Any], ids: Collection[int]) -> bool:
    return "name" in body and body.get("staff_id") in ids
