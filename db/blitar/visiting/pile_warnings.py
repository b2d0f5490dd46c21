"""What is odd about many visits at once: holidays, two places at a time, another's kecamatan or binaan."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import care_ends, own_staff
from db.blitar.visiting.last_figures import known_before
from db.blitar.visiting.visit_warnings import Areas, Looked, other_carers, own_visits
from db.bulk import PIECE, pieces_in_order
from db.tables import ClientRow, VisitRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.blitar.visiting.visit_warnings import Elsewhere, warnings_of
from domain.programme import NotAllowed
from domain.roles import Person

_Moment = tuple[int, date, str]
_Client = tuple[str, int | None]
_Spot = tuple[VisitPlace, str | None]


def warn_visits(session: Session, actor: Person, visits: Sequence[Visit]) -> tuple[tuple[str, ...], ...]:
    """What a person should look at in each visit, in their order; nothing of it stands in the way.

    The visits are those of binaan that were looked up before; a Pendamping asks about their own only.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    if not visits:
        return ()
    _require_own(session, person, visits)
    clients, areas = _clients(session, visits), Areas(session, {visit.mentor_id for visit in visits})
    elsewhere = _elsewhere(session, visits, clients)
    looked = {place: Looked(visit, clients[visit.client_id][1]) for place, visit in enumerate(visits)}
    carers = other_carers(session, looked)
    last = known_before(session, own_visits(looked, carers))
    return tuple(
        warnings_of(
            visit,
            assigned=areas.of(visit.mentor_id, visit.on),
            others=elsewhere[_moment(visit)].values(),
            carer_id=carers.get(place, (None, ""))[0],
            carer_name=carers.get(place, (None, ""))[1],
            last=last.get(place),
        )
        for place, visit in enumerate(visits)
    )


def _require_own(session: Session, person: Person, visits: Sequence[Visit]) -> None:
    own = own_staff(session, person)
    if own is None:
        return
    mentors, clients = {visit.mentor_id for visit in visits}, {visit.client_id for visit in visits}
    if not mentors <= set(own) or clients - care_ends(session, own, clients).keys():
        raise NotAllowed(BlitarPermission.VERIFY_VISITS, BLITAR, person)


def _clients(session: Session, visits: Sequence[Visit]) -> Mapping[int, _Client]:
    query = select(ClientRow.id, ClientRow.name, ClientRow.mentor_id)
    return {
        id_: (name, carer)
        for some in pieces_in_order(visit.client_id for visit in visits)
        for id_, name, carer in session.execute(query.where(ClientRow.id.in_(some)))
    }


def _elsewhere(
    session: Session, visits: Sequence[Visit], clients: Mapping[int, _Client]
) -> Mapping[_Moment, dict[_Spot, Elsewhere]]:
    """Where each Pendamping was at each time, one record for each place, by the store and the visits."""
    found: dict[_Moment, dict[_Spot, Elsewhere]] = defaultdict(dict)
    for visit in visits:
        name, _ = clients[visit.client_id]
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
    for mentor_id, on, part, place, code, name in session.execute(query.execution_options(yield_per=PIECE)):
        moment = (mentor_id, on, part)
        yield moment, Elsewhere(on, DayPart(part), VisitPlace(place), code, name)


def _moment(visit: Visit) -> _Moment:
    return (visit.mentor_id, visit.on, visit.day_part)
