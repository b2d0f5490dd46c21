"""The days of a Pendamping by their visits, and what the verification sheet of a span tells."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import require_own
from db.blitar.visiting.visit_rows import read_visit
from db.refusals import NotFound
from db.tables import ClientRow, PersonRow, StaffRow, VisitRow, VisitStepRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.presence import WeekPresence, mondays_between, presence_in
from domain.blitar.visiting.verification import SheetVisit, VerificationSheet
from domain.blitar.visiting.visit import COUNTED, VisitPlace, VisitState
from domain.dates import JAKARTA
from domain.roles import Person
from domain.working_days import monday_of

_SIX_DAYS = timedelta(days=6)
_LOOKED_AT = (VisitState.VERIFIED, VisitState.RETURNED)


def presence(
    session: Session, actor: Person, mentor_id: int, first: date, last: date
) -> tuple[WeekPresence, ...]:
    """The weeks of a span as the sent and verified visits show them; a Pendamping their own only."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    require_own(session, person, mentor_id, BlitarPermission.VERIFY_VISITS)
    return _weeks(session, mentor_id, mondays_between(first, last))


def week_of(session: Session, mentor_id: int, on: date) -> WeekPresence:
    """The week of a day; for verbs, which have asked who may."""
    (week,) = _weeks(session, mentor_id, (monday_of(on),))
    return week


def verification_sheet_of(
    session: Session, actor: Person, mentor_id: int, first: date, last: date
) -> VerificationSheet:
    """What was recorded of a Pendamping in a span, drafts left out; a Pendamping their own only."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    require_own(session, person, mentor_id, BlitarPermission.VERIFY_VISITS)
    mentor = session.get(StaffRow, mentor_id)
    if mentor is None or mentor.kind != SubjectKind.MENTOR:
        raise NotFound("Pendamping ini")
    query = (
        select(VisitRow, ClientRow.number, ClientRow.name)
        .join(ClientRow, ClientRow.id == VisitRow.client_id)
        .where(
            VisitRow.mentor_id == mentor_id,
            VisitRow.on.between(first, last),
            VisitRow.state != VisitState.DRAFT,
        )
        .order_by(VisitRow.on, VisitRow.day_part, VisitRow.id)
    )
    found = [(row, number, name) for row, number, name in session.execute(query)]
    looks = _looks(session, [row.id for row, _, _ in found])
    return VerificationSheet(
        mentor_name=mentor.name,
        decree=mentor.decree,
        first=first,
        last=last,
        visits=tuple(_told(row, number, name, looks.get(row.id)) for row, number, name in found),
        weeks=_weeks(session, mentor_id, mondays_between(first, last)),
    )


def _weeks(session: Session, mentor_id: int, mondays: tuple[date, ...]) -> tuple[WeekPresence, ...]:
    query = (
        select(VisitRow.on, VisitRow.place)
        .where(
            VisitRow.mentor_id == mentor_id,
            VisitRow.on.between(mondays[0], mondays[-1] + _SIX_DAYS),
            VisitRow.state.in_(COUNTED),
        )
        .distinct()
    )
    days = [(on, VisitPlace(place)) for on, place in session.execute(query)]
    return tuple(presence_in(monday, days) for monday in mondays)


def _looks(session: Session, visits: Iterable[int]) -> dict[int, tuple[str, date, str]]:
    """Who verified or returned each visit last, when and with which note."""
    query = (
        select(VisitStepRow.visit_id, PersonRow.name, VisitStepRow.at, VisitStepRow.note)
        .join(PersonRow, PersonRow.id == VisitStepRow.by_person_id)
        .where(VisitStepRow.visit_id.in_(visits), VisitStepRow.state.in_(_LOOKED_AT))
        .order_by(VisitStepRow.id)
    )
    return {
        visit_id: (by, at.astimezone(JAKARTA).date(), note)
        for visit_id, by, at, note in session.execute(query)
    }


def _told(row: VisitRow, number: str, name: str, look: tuple[str, date, str] | None) -> SheetVisit:
    state = VisitState(row.state)
    by, by_on, note = look if look and state in _LOOKED_AT else ("", None, "")
    return SheetVisit(
        visit=read_visit(row),
        state=state,
        client_number=number,
        client_name=name,
        by=by,
        by_on=by_on,
        note=note,
    )
