"""The round of a Pendamping's day: whom to visit, the kecamatan of the plan and those near it first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from domain.blitar.caseload.attention import needs_visit, waits_since
from domain.blitar.staffing.week_table import slots_on
from domain.blitar.staffing.work_week import WeekPlan, Where
from domain.regions.approximate_boundaries import kilometres_between
from domain.regulation.law_in_force import LawInForce


@dataclass(frozen=True, slots=True)
class InCare:
    """A binaan in a Pendamping's care, as the round of a day asks about it."""

    id: int
    name: str
    district_code: str | None
    since: date
    last_visit_on: date | None


@dataclass(frozen=True, slots=True)
class DayRound:
    """Who needs a visit, in order, and who else is in the kecamatan of the day's plan."""

    due: tuple[InCare, ...]
    also_there: tuple[InCare, ...]


def planned_districts(plan: WeekPlan | None, day: date) -> tuple[str, ...]:
    """The kecamatan in which the plan has its Pendamping on a day."""
    slots = slots_on(plan, day) if plan else ()
    codes = (one.district_code for one in slots if one.where is Where.FIELD and one.district_code)
    return tuple(dict.fromkeys(codes))


def day_round(clients: Iterable[InCare], planned: Collection[str], law: LawInForce) -> DayRound:
    """The round of the law's day: nearest to the planned kecamatan first, there the longest waiting first.

    Without a plan for the field, who waits longest stands first.
    """
    found = sorted(clients, key=lambda one: (_away(one, planned), waits_since(one.since, one.last_visit_on)))
    due = [one for one in found if needs_visit(one.since, one.last_visit_on, law)]
    there = [one for one in found if one.district_code in planned and one not in due]
    return DayRound(tuple(due), tuple(there))


def _away(one: InCare, planned: Collection[str]) -> float:
    if not planned or one.district_code in planned:
        return 0.0
    if one.district_code is None:
        return float("inf")
    return min(kilometres_between(code, one.district_code) for code in planned)
