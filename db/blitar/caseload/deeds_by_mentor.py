"""What each Pendamping did in a month, from the kept numbers, for the leadership."""

from collections import Counter, defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.load import last_day_of_service
from db.blitar.caseload.month_counts import Counts, counts_of
from db.blitar.counted_now import counted_now, open_by_mentor
from db.blitar.staffing.assignments import deployment_now
from db.tables import StaffRow
from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.kinds import SubjectKind
from domain.blitar.mentor_deeds import MentorDeeds
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.visiting.visit import COUNTED
from domain.dates import month_end
from domain.roles import OfficePermission, Person


def deeds_by_mentor(session: Session, actor: Person, month: date, day: date) -> tuple[MentorDeeds, ...]:
    """Everybody who served in the month or visited in it, by the kecamatan that they serve today."""
    authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    found = counts_of(session, month, of=("visits", "seen by", "done by"))
    visits, seen, done = _visits(found), _by_place(found, "seen by"), _by_place(found, "done by")
    care, moved = open_by_mentor(session), _moved(session)
    districts = _districts(session, day)
    first, last = month.replace(day=1), min(month_end(month), day)
    served = (StaffRow.appointed_on <= last) & (last_day_of_service() >= first)
    staff = select(StaffRow.id, StaffRow.name).where(StaffRow.kind == SubjectKind.MENTOR)
    staff = staff.where(served | StaffRow.id.in_([*visits]))
    deeds = [
        MentorDeeds(
            mentor_id=id_,
            name=name,
            districts=tuple(sorted(districts[id_])),
            clients=care[id_].total() if id_ in care else 0,
            visits=visits[id_],
            visited=seen[id_],
            done=done[id_],
            moved=moved[id_],
        )
        for id_, name in session.execute(staff)
    ]
    return tuple(sorted(deeds, key=lambda one: (not one.districts, one.area, one.mentor_id)))


def _visits(found: Counts) -> Counter[int]:
    told: Counter[int] = Counter()
    for (state, mentor), count in found.get("visits", {}).items():
        told[int(mentor)] += count if state in COUNTED else 0
    return +told


def _by_place(found: Counts, what: str) -> Counter[int]:
    return Counter({int(mentor): count for (_, mentor), count in found.get(what, {}).items()})


def _moved(session: Session) -> Counter[int]:
    up = str(WEIGHED.index(Movement.UP))
    found = counted_now(session, "moved now")
    return Counter({int(mentor): n for (movement, mentor), n in found.items() if movement == up and mentor})


def _districts(session: Session, day: date) -> defaultdict[int, set[str]]:
    deployed = deployment_now(session)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for one in coverage_on(day, deployed.services, deployed.assignments):
        for cover in one.covers:
            found[cover.service.mentor_id].add(one.district.name)
    return found
