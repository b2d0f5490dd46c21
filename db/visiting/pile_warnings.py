"""What is odd about many visits at once: holidays, two places at a time, another's kecamatan or binaan."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.mentoring.posting import Posting, posting_now
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar_mentoring.visiting.visit import DayPart, Visit, VisitPlace
from domain.blitar_mentoring.visiting.warnings import Elsewhere, warnings_of
from domain.roles import Permission, Person

_Moment = tuple[int, date, str]
_Client = tuple[str, int | None, str]
_Spot = tuple[VisitPlace, str | None]


def warn_visits(session: Session, actor: Person, visits: Sequence[Visit]) -> tuple[tuple[str, ...], ...]:
    """What a person should look at in each visit, in their order; nothing of it stands in the way."""
    authorise(session, actor, Permission.RECORD_VISITS)
    if not visits:
        return ()
    clients, places = _clients(session, visits), _Places(posting_now(session))
    elsewhere = _elsewhere(session, visits, clients)
    found = []
    for visit in visits:
        _, carer_id, carer_name = clients.get(visit.client_id, ("", None, ""))
        warnings = warnings_of(
            visit,
            assigned=places.of(visit.mentor_id, visit.on),
            others=elsewhere[_moment(visit)].values(),
            carer_id=carer_id,
            carer_name=carer_name,
        )
        found.append(warnings)
    return tuple(found)


class _Places:
    """The kecamatan of each Pendamping on each day, worked out once."""

    def __init__(self, posted: Posting) -> None:
        self._services = {one.mentor_id: one for one in posted.services}
        self._given = posted.assignments
        self._known: dict[tuple[int, date], frozenset[str]] = {}

    def of(self, mentor_id: int, on: date) -> frozenset[str]:
        key = (mentor_id, on)
        if key not in self._known:
            service = self._services.get(mentor_id)
            self._known[key] = frozenset(
                one.district_code
                for one in self._given
                if service is not None and one.mentor_id == mentor_id and one.holds_on(on, service)
            )
        return self._known[key]


def _clients(session: Session, visits: Sequence[Visit]) -> Mapping[int, _Client]:
    wanted = {visit.client_id for visit in visits}
    query = (
        select(ClientRow.id, ClientRow.name, ClientRow.mentor_id, StaffRow.name)
        .outerjoin(StaffRow, StaffRow.id == ClientRow.mentor_id)
        .where(ClientRow.id.in_(wanted))
    )
    return {id_: (name, carer, carer_name or "") for id_, name, carer, carer_name in session.execute(query)}


def _elsewhere(
    session: Session, visits: Sequence[Visit], clients: Mapping[int, _Client]
) -> Mapping[_Moment, dict[_Spot, Elsewhere]]:
    """Where each Pendamping was at each time, one record for each place, by the store and the visits."""
    found: dict[_Moment, dict[_Spot, Elsewhere]] = defaultdict(dict)
    for visit in visits:
        name = clients.get(visit.client_id, ("", None, ""))[0]
        here = Elsewhere(visit.on, visit.day_part, visit.place, visit.district_code, name)
        found[_moment(visit)].setdefault((here.place, here.district_code), here)
    for moment, stored in _stored(session, visits):
        if moment in found:
            found[moment].setdefault((stored.place, stored.district_code), stored)
    return found


def _stored(session: Session, visits: Sequence[Visit]) -> Iterable[tuple[_Moment, Elsewhere]]:
    row, days = VisitRow, [visit.on for visit in visits]
    query = (
        select(row.mentor_id, row.on, row.day_part, row.place, row.district_code, ClientRow.name)
        .join(ClientRow, ClientRow.id == row.client_id)
        .where(row.mentor_id.in_({visit.mentor_id for visit in visits}), row.on.between(min(days), max(days)))
    )
    for mentor_id, on, part, place, code, name in session.execute(query):
        moment = (mentor_id, on, part)
        yield moment, Elsewhere(on, DayPart(part), VisitPlace(place), code, name)


def _moment(visit: Visit) -> _Moment:
    return (visit.mentor_id, visit.on, visit.day_part)
