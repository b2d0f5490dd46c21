"""One visit opened: what was recorded, what became of it, and what a person should look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, not_, select, tuple_
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.ladders import rungs_of
from db.blitar.caseload.reach import own_staff, require_own
from db.blitar.visiting.presence import week_of
from db.blitar.visiting.second_eye import flags_of, own_among, own_of
from db.blitar.visiting.visit_list import ALL_VISITS, VisitFilter, conditions_of
from db.blitar.visiting.visit_rows import read_visit, visit_row
from db.blitar.visiting.visit_warnings import Looked, warnings_among
from db.blitar.visiting.withdrawing import may_withdraw
from db.tables import ClientRow, FollowUpRow, PersonRow, VisitRow, VisitStepRow
from domain.blitar.caseload.progress import Rung
from domain.blitar.indicators import Indicator
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.presence import WeekPresence
from domain.blitar.visiting.visit import Doer, FollowUp, FollowUpState, Visit, VisitState
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class VisitStep:
    """A visit sent, verified or returned."""

    state: VisitState
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredFollowUp:
    """Something agreed, and what became of it."""

    id: int
    agreed: FollowUp
    state: FollowUpState
    closed_on: date | None
    closing_note: str
    closed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVisit:
    """A visit as its screen shows it.

    `rungs` are the indicators of the binaan as they stand now, None for who no longer has it in care;
    `closes` tells whether this person may close what was agreed (the Pendamping who has the binaan now,
    or the Fasilitator). `withdraws` tells whether this person may take it back now, while it waits; `is_own`
    is true for who recorded, sent or made it and verifies: they never verify this one.
    """

    id: int
    version: int
    state: VisitState
    visit: Visit
    client_number: str
    client_name: str
    client_kind: SubjectKind
    mentor_name: str
    entered_by: str
    entered_at: datetime
    steps: tuple[VisitStep, ...]
    follow_ups: tuple[StoredFollowUp, ...]
    rungs: Mapping[Indicator, Rung] | None
    warnings: tuple[str, ...]
    week: WeekPresence
    closes: bool
    withdraws: bool
    is_own: bool

    @property
    def returned(self) -> VisitStep | None:
        """With which note it was returned last, while it still is."""
        is_back = self.state is VisitState.RETURNED
        return next((one for one in reversed(self.steps) if is_back and one.state is self.state), None)


def one_visit(session: Session, actor: Person, visit_id: int) -> OpenedVisit:
    """A visit with everything that hangs on it; a Pendamping opens their own only. Raises NotFound."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    row = visit_row(session, visit_id)
    require_own(session, person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
    visit, client = read_visit(row), row.client
    is_sent = row.state == VisitState.SENT
    warned = flags_of(session, [row])[row.id] if is_sent else _warnings(session, row, visit)
    has_in_care = _has_in_care(session, person, client)
    return OpenedVisit(
        id=row.id,
        version=row.version,
        state=VisitState(row.state),
        visit=visit,
        client_number=client.number,
        client_name=client.name,
        client_kind=SubjectKind(client.kind),
        mentor_name=row.mentor.name,
        entered_by=row.entered_by.name,
        entered_at=row.entered_at,
        steps=_steps(session, row.id),
        follow_ups=_follow_ups(session, row.id),
        rungs=rungs_of(session, client.id) if has_in_care else None,
        warnings=warned,
        week=week_of(session, row.mentor_id, row.on),
        closes=has_in_care,
        withdraws=row.state == VisitState.SENT and may_withdraw(session, person, row),
        is_own=bool(own_among(session, person, [row.id])),
    )


def _warnings(session: Session, row: VisitRow, visit: Visit) -> tuple[str, ...]:
    return warnings_among(session, {row.id: Looked(visit, row.client.mentor_id)})[row.id]


def _has_in_care(session: Session, person: Person, client: ClientRow) -> bool:
    own = own_staff(session, person)
    return own is None or client.mentor_id in own


def _steps(session: Session, visit_id: int) -> tuple[VisitStep, ...]:
    query = (
        select(VisitStepRow.state, VisitStepRow.note, PersonRow.name, VisitStepRow.at)
        .join(PersonRow, PersonRow.id == VisitStepRow.by_person_id)
        .where(VisitStepRow.visit_id == visit_id)
        .order_by(VisitStepRow.id)
    )
    return tuple(VisitStep(VisitState(state), note, by, at) for state, note, by, at in session.execute(query))


def _follow_ups(session: Session, visit_id: int) -> tuple[StoredFollowUp, ...]:
    query = (
        select(FollowUpRow, PersonRow.name)
        .outerjoin(PersonRow, PersonRow.id == FollowUpRow.closed_by_id)
        .where(FollowUpRow.visit_id == visit_id)
        .order_by(FollowUpRow.id)
    )
    return tuple(
        StoredFollowUp(
            row.id,
            FollowUp(told=row.told, due_on=row.due_on, doer=Doer(row.doer)),
            FollowUpState(row.state),
            row.closed_on,
            row.closing_note or "",
            by or "",
        )
        for row, by in session.execute(query)
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """The visits that wait for somebody around one of them, by day, and how many wait in all.

    What they recorded, sent or made waits for others, and is left out.
    """

    before: int | None
    after: int | None
    total: int


def waiting_around(
    session: Session, actor: Person, visit_id: int, wanted: VisitFilter = ALL_VISITS
) -> Waiting:
    """Which visits wait before and after this one, in the order of the list under the same filter."""
    person = authorise(session, actor, BLITAR, BlitarPermission.VERIFY_VISITS)
    here = visit_row(session, visit_id)
    row, place = VisitRow, tuple_(VisitRow.on, VisitRow.id)
    waits = and_(row.state == VisitState.SENT, not_(own_of(person)), *conditions_of(wanted))
    behind = select(row.id).where(waits, place < (here.on, here.id)).order_by(row.on.desc(), row.id.desc())
    ahead = select(row.id).where(waits, place > (here.on, here.id)).order_by(row.on, row.id)
    total = session.scalar(select(func.count()).select_from(row).where(waits))
    return Waiting(session.scalar(behind.limit(1)), session.scalar(ahead.limit(1)), total or 0)
