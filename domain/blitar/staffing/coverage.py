"""Which of the 22 kecamatan have a Pendamping on a day, and since when the others have none."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.blitar.staffing.assignments import Assignment, Service
from domain.regions.regions import BLITAR_REGENCY, District, districts


@dataclass(frozen=True, slots=True)
class Cover:
    """One Pendamping who covers a kecamatan, and whether only for the time being."""

    service: Service
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class DistrictCoverage:
    """One kecamatan on a day: who covers it; or since when nobody does (None: nobody ever did)."""

    district: District
    covers: tuple[Cover, ...]
    uncovered_since: date | None

    @property
    def is_covered(self) -> bool:
        """Whether somebody covers it."""
        return bool(self.covers)

    @property
    def is_temporary(self) -> bool:
        """Whether it is covered for the time being only."""
        return self.is_covered and all(cover.assignment.temporary for cover in self.covers)


@dataclass(frozen=True, slots=True)
class GapAhead:
    """A coming day on which kecamatan lose their last Pendamping: how many on it, and how many until it.

    `uncovered` are all without one on that day, also those that have none today.
    """

    on: date
    on_the_day: int
    until_then: int
    uncovered: int


def coverage_on(
    day: date, services: Iterable[Service], assignments: Iterable[Assignment]
) -> tuple[DistrictCoverage, ...]:
    """All 22 kecamatan on a day, the uncovered ones first, those that wait longest before the others."""
    by_id = {service.mentor_id: service for service in services}
    given: dict[str, list[Assignment]] = {}
    for assignment in assignments:
        given.setdefault(assignment.district_code, []).append(assignment)
    found = [
        _of(district, day, given.get(district.code, []), by_id) for district in districts(BLITAR_REGENCY.code)
    ]
    return tuple(
        sorted(found, key=lambda one: (one.is_covered, one.uncovered_since or date.min, one.district.name))
    )


def gaps_ahead(
    day: date, days: int, services: Iterable[Service], assignments: Iterable[Assignment]
) -> tuple[tuple[District, date], ...]:
    """Kecamatan that are covered today and lose their last Pendamping within so many days, with that day."""
    known, given = tuple(services), tuple(assignments)
    covered = {one.district.code: one.district for one in coverage_on(day, known, given) if one.is_covered}
    found: dict[str, date] = {}
    ends = {_last_day(one, known) for one in given if one.district_code in covered}
    for end in sorted(end for end in ends if end is not None and day <= end < day + timedelta(days=days)):
        after = end + timedelta(days=1)
        for one in coverage_on(after, known, given):
            if not one.is_covered and one.district.code in covered:
                found.setdefault(one.district.code, after)
    return tuple((covered[code], opens) for code, opens in sorted(found.items(), key=lambda one: one[1]))


def next_gap(
    day: date, days: int, services: Iterable[Service], assignments: Iterable[Assignment]
) -> GapAhead | None:
    """The day within so many days on which most kecamatan lose their last Pendamping; None without any."""
    known, given = tuple(services), tuple(assignments)
    ahead = gaps_ahead(day, days, known, given)
    opening = Counter(opens for _, opens in ahead)
    if not opening:
        return None
    on = min(opening, key=lambda opens: (-opening[opens], opens))
    uncovered = sum(not one.is_covered for one in coverage_on(on, known, given))
    return GapAhead(on, opening[on], sum(opens <= on for _, opens in ahead), uncovered)


def _last_day(assignment: Assignment, services: tuple[Service, ...]) -> date | None:
    for service in services:
        if service.mentor_id == assignment.mentor_id:
            return assignment.last_day(service)
    return None


def _of(
    district: District, day: date, given: list[Assignment], services: Mapping[int, Service]
) -> DistrictCoverage:
    covers = tuple(
        Cover(services[one.mentor_id], one) for one in given if one.holds_on(day, services[one.mentor_id])
    )
    since = None if covers else _uncovered_since(day, given, services)
    return DistrictCoverage(district, covers, since)


def _uncovered_since(day: date, given: list[Assignment], services: Mapping[int, Service]) -> date | None:
    ends = [
        one.last_day(services[one.mentor_id])
        for one in given
        if max(one.starts_on, services[one.mentor_id].appointed_on) <= one.last_day(services[one.mentor_id])
    ]
    past = [end for end in ends if end < day]
    return max(past) + timedelta(days=1) if past else None
