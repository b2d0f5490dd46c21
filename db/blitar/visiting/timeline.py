"""The timeline of one binaan: visits with what came of them, baselines, handovers, stage decisions."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.access import authorise
from db.blitar.caseload.lines import TAKEN_BACK
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.visiting.visit_rows import read_visit
from db.closings import closed_of
from db.plain import from_plain
from db.tables import (
    ClientRow,
    FollowUpRow,
    HandoverLineRow,
    HandoverRow,
    IndicatorReadingRow,
    PersonRow,
    StaffRow,
    UpgradeProposalRow,
    VisitRow,
)
from domain.blitar.caseload.client_leaving import Leaving
from domain.blitar.caseload.history import Agreed, Event, EventKind, VisitTold, newest_first
from domain.blitar.caseload.upgrade import UpgradeDecision
from domain.blitar.indicators import Indicator, in_words
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import Doer, FollowUpState, VisitState
from domain.roles import Person


def timeline(session: Session, actor: Person, client_id: int) -> tuple[Event, ...]:
    """Everything that happened with a binaan, the newest first; a Pendamping asks only of their own."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    row = client_row(session, client_id)
    require_own(session, person, row.mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
    return newest_first(
        (
            *_of_the_client(row),
            *_baselines(session, client_id),
            *_visits(session, client_id),
            *_handovers(session, client_id),
            *_decisions(session, client_id),
        )
    )


def _of_the_client(row: ClientRow) -> Iterator[Event]:
    if row.status == TAKEN_BACK:
        return
    yield Event(on=row.since, kind=EventKind.BEGUN)
    if row.given_on is not None:
        yield Event(on=row.given_on, kind=EventKind.GIVEN)
    if row.leaving is not None:
        leaving = from_plain(Leaving, row.leaving)
        yield Event(on=leaving.on, kind=EventKind.ENDED, lines=(leaving.ground.label, leaving.reason))


def _baselines(session: Session, client_id: int) -> Iterator[Event]:
    reading = IndicatorReadingRow
    query = (
        select(reading.on, PersonRow.name, reading.indicator, reading.value, reading.evidence)
        .join(PersonRow, PersonRow.id == reading.by_person_id)
        # Said so, because the index of visits has every baseline of everybody under "none".
        .where(reading.client_id == client_id, func.coalesce(reading.visit_id, 0) == 0)
        .order_by(reading.on, reading.at, reading.id)
    )
    for (on, name), told in groupby(session.execute(query), key=lambda row: (row.on, row.name)):
        lines = tuple(_value(Indicator(row.indicator), row.value, row.evidence) for row in told)
        yield Event(on=on, kind=EventKind.BASELINE, by=name, lines=lines)


def _visits(session: Session, client_id: int) -> Iterator[Event]:
    agreed = _agreed(session, client_id)
    query = (
        select(VisitRow, StaffRow.name)
        .join(StaffRow, StaffRow.id == VisitRow.mentor_id)
        .where(VisitRow.client_id == client_id)
        .order_by(VisitRow.on, VisitRow.id)
    )
    for row, name in session.execute(query):
        visit = read_visit(row)
        told = VisitTold(
            id=row.id,
            state=VisitState(row.state),
            place=visit.place,
            tasks=tuple(task.label for task in visit.tasks),
            problem=visit.problem,
            recommendation=visit.recommendation,
            agency=visit.agency,
            agreed=agreed.get(row.id, ()),
        )
        lines = tuple(_value(one.indicator, one.value, one.evidence) for one in visit.changes)
        yield Event(on=row.on, kind=EventKind.VISIT, by=name, lines=lines, visit=told)


def _agreed(session: Session, client_id: int) -> Mapping[int, tuple[Agreed, ...]]:
    query = select(FollowUpRow).where(FollowUpRow.client_id == client_id)
    found: dict[int, tuple[Agreed, ...]] = {}
    for row in session.scalars(query.order_by(FollowUpRow.due_on, FollowUpRow.id)):
        one = Agreed(
            id=row.id,
            told=row.told,
            due_on=row.due_on,
            doer=Doer(row.doer),
            state=FollowUpState(row.state),
            closed_on=row.closed_on,
            closing_note=row.closing_note or "",
        )
        found[row.visit_id] = (*found.get(row.visit_id, ()), one)
    return found


def _handovers(session: Session, client_id: int) -> Iterator[Event]:
    giver, taker = aliased(StaffRow), aliased(StaffRow)
    query = (
        select(HandoverRow.on, HandoverRow.number, giver.name, taker.name, HandoverLineRow.promise)
        .join(HandoverLineRow, HandoverLineRow.handover_id == HandoverRow.id)
        .join(giver, giver.id == HandoverRow.from_staff_id)
        .join(taker, taker.id == HandoverLineRow.to_staff_id)
        .where(HandoverLineRow.client_id == client_id)
        .order_by(HandoverRow.on, HandoverRow.id)
    )
    for on, number, from_name, to_name, promise in session.execute(query):
        lines = (f"Dari {from_name} kepada {to_name}", f"Berita acara {number}", promise)
        yield Event(on=on, kind=EventKind.HANDOVER, lines=tuple(filter(None, lines)))


def _decisions(session: Session, client_id: int) -> Iterator[Event]:
    proposer, decider = aliased(PersonRow), aliased(PersonRow)
    query = (
        select(UpgradeProposalRow, proposer.name, decider.name)
        .join(proposer, proposer.id == UpgradeProposalRow.proposed_by_id)
        .outerjoin(decider, decider.id == UpgradeProposalRow.decided_by_id)
        .where(UpgradeProposalRow.client_id == client_id)
        .order_by(UpgradeProposalRow.id)
    )
    for row, by, decided_by in session.execute(query):
        yield Event(on=row.proposed_on, kind=EventKind.PROPOSED, by=by, lines=(row.reason,))
        if row.decision is not None and row.decided_on is not None:
            decision = from_plain(UpgradeDecision, row.decision)
            number = f"Nomor {decision.number}" if decision.number else ""
            lines = tuple(filter(None, (decision.outcome.label, decision.reason, number)))
            yield Event(on=row.decided_on, kind=EventKind.DECIDED, by=decided_by or "", lines=lines)
        elif (closed := closed_of(row)) is not None and row.decided_on is not None:
            yield Event(on=row.decided_on, kind=EventKind.WITHDRAWN, by=closed.by, lines=(closed.reason,))


def _value(indicator: Indicator, value: int, evidence: str) -> str:
    shown = f" ({evidence.strip()})" if evidence.strip() else ""
    return f"{indicator.label}: {in_words(indicator, value)}{shown}"
