"""What a person should look at in visits: read together for many, so that a list stays quick."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.staffing.staff import service_of
from db.blitar.visiting.last_figures import known_before
from db.bulk import pieces_in_order
from db.tables import AssignmentRow, ClientRow, HandoverLineRow, HandoverRow, StaffRow, VisitRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Assignment, Service
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.blitar.visiting.visit_warnings import Elsewhere, warnings_of
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Looked:
    """A visit to look at, and who has its binaan in care now."""

    visit: Visit
    carer_id: int | None


def warnings_about(
    session: Session, actor: Person, visit: Visit, *, visit_id: int | None = None
) -> tuple[str, ...]:
    """What is odd about a visit that is being recorded; a Pendamping asks about their own only."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    require_own(session, person, visit.mentor_id, BlitarPermission.VERIFY_VISITS)
    carer_id = client_row(session, visit.client_id).mentor_id
    number = visit_id or 0  # no stored visit has it
    return warnings_among(session, {number: Looked(visit, carer_id)})[number]


def warnings_among(session: Session, looked: Mapping[int, Looked]) -> dict[int, tuple[str, ...]]:
    """What is odd about each visit, by its number; for verbs, which have asked who may."""
    if not looked:
        return {}
    visits = {number: one.visit for number, one in looked.items()}
    mentors = {visit.mentor_id for visit in visits.values()}
    areas = Areas(session, mentors)
    records = _records(session, mentors, {visit.on for visit in visits.values()})
    carers = other_carers(session, looked)
    last = known_before(session, own_visits(looked, carers))
    return {
        number: warnings_of(
            visit,
            assigned=areas.of(visit.mentor_id, visit.on),
            others=(_elsewhere(row) for row in records[visit.mentor_id, visit.on] if row.id != number),
            carer_id=carers.get(number, (None, ""))[0],
            carer_name=carers.get(number, (None, ""))[1],
            last=last.get(number),
        )
        for number, visit in visits.items()
    }


def own_visits(looked: Mapping[int, Looked], carers: Collection[int]) -> dict[int, Visit]:
    """The visits to binaan in one's own care: how another's stands is not told by a warning.

    `carers` are the numbers of those that somebody else cares for.
    """
    return {
        number: one.visit
        for number, one in looked.items()
        if one.carer_id is not None and number not in carers
    }


class Areas:
    """The kecamatan of some Pendamping on any day."""

    def __init__(self, session: Session, mentors: Collection[int]) -> None:
        staff = session.scalars(select(StaffRow).where(StaffRow.id.in_(mentors)))
        self._services: dict[int, Service] = {row.id: service_of(row) for row in staff}
        given = session.scalars(select(AssignmentRow).where(AssignmentRow.staff_id.in_(mentors)))
        self._given: dict[int, list[Assignment]] = defaultdict(list)
        for row in given:
            self._given[row.staff_id].append(
                Assignment(
                    mentor_id=row.staff_id,
                    district_code=row.district_code,
                    starts_on=row.starts_on,
                    ends_on=row.ends_on,
                )
            )

    def of(self, mentor_id: int, day: date) -> frozenset[str]:
        """The codes of the kecamatan of one of them on a day."""
        service = self._services.get(mentor_id)
        if service is None:
            return frozenset()
        return frozenset(one.district_code for one in self._given[mentor_id] if one.holds_on(day, service))


def _records(
    session: Session, mentors: Collection[int], days: Collection[date]
) -> dict[tuple[int, date], list[Row[Any]]]:
    """The visits of some Pendamping on some days, by both."""
    row = VisitRow
    query = (
        select(
            row.id, row.mentor_id, row.client_id, row.on, row.day_part, row.place, row.district_code,
            ClientRow.name,
        )
        .join(ClientRow, ClientRow.id == row.client_id)
        .where(row.mentor_id.in_(mentors), row.on.in_(days))
        .order_by(row.id)
    )  # fmt: skip
    found: dict[tuple[int, date], list[Row[Any]]] = defaultdict(list)
    for one in session.execute(query):
        found[one.mentor_id, one.on].append(one)  # type: ignore[arg-type]
    return found


def _elsewhere(row: Row[Any]) -> Elsewhere:
    return Elsewhere(row.on, DayPart(row.day_part), VisitPlace(row.place), row.district_code, row.name)


def other_carers(session: Session, looked: Mapping[int, Looked]) -> dict[int, tuple[int, str]]:
    """Who cares for the binaan of a visit of somebody else, unless it was handed over after that day."""
    foreign = {
        number: (one.visit, one.carer_id)
        for number, one in looked.items()
        if one.carer_id is not None and one.carer_id != one.visit.mentor_id
    }
    if not foreign:
        return {}
    handed = _handed_over(session, {visit.client_id for visit, _ in foreign.values()})
    names = _names(session, {carer for _, carer in foreign.values() if carer is not None})
    return {
        number: (carer, names[carer])
        for number, (visit, carer) in foreign.items()
        if carer is not None
        and not any(day >= visit.on for day in handed.get((visit.client_id, visit.mentor_id), ()))
    }


def _handed_over(session: Session, clients: Collection[int]) -> dict[tuple[int, int], list[date]]:
    query = select(HandoverLineRow.client_id, HandoverRow.from_staff_id, HandoverRow.on).join(
        HandoverRow, HandoverRow.id == HandoverLineRow.handover_id
    )
    found: dict[tuple[int, int], list[date]] = {}
    for some in pieces_in_order(clients):
        rows = session.execute(query.where(HandoverLineRow.client_id.in_(some)))
        for client_id, giver, on in rows:
            found.setdefault((client_id, giver), []).append(on)
    return found


def _names(session: Session, staff: Collection[int]) -> dict[int, str]:
    query = select(StaffRow.id, StaffRow.name).where(StaffRow.id.in_(staff))
    return {row.id: row.name for row in session.execute(query)}
