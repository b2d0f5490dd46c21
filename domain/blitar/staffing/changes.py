"""What a spread of the kecamatan would change: kecamatan by kecamatan, and Pendamping by Pendamping."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.blitar.staffing.assignments import Assignment, Service
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.staffing.spread import Pairs, Spread
from domain.regions.regions import BLITAR_REGENCY, District, districts


@dataclass(frozen=True, slots=True)
class Change:
    """One kecamatan with its load in binaan: who has it today, and who would."""

    district: District
    load: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def is_change(self) -> bool:
        """Whether somebody else would have it."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Burden:
    """One Pendamping with the load and the kecamatan of today, and those that a spread would give."""

    service: Service
    load_before: int
    load_after: int
    before: tuple[District, ...]
    after: tuple[District, ...]


def pairs_on(day: date, services: Iterable[Service], assignments: Iterable[Assignment]) -> Pairs:
    """Who has which kecamatan on a day, for the time being included."""
    return frozenset(
        (cover.service.mentor_id, one.district.code)
        for one in coverage_on(day, services, assignments)
        for cover in one.covers
    )


def changes(today: Pairs, wanted: Pairs, load: Mapping[str, int]) -> tuple[Change, ...]:
    """All 22 kecamatan, in the order of their code."""
    return tuple(
        Change(one, load.get(one.code, 0), _who(one.code, today), _who(one.code, wanted))
        for one in districts(BLITAR_REGENCY.code)
    )


def burdens(services: Sequence[Service], today: Spread, wanted: Spread) -> tuple[Burden, ...]:
    """Every Pendamping, who would carry most first."""
    found = [
        Burden(
            one,
            today.loads.get(one.mentor_id, 0),
            wanted.loads.get(one.mentor_id, 0),
            _where(one.mentor_id, today.pairs),
            _where(one.mentor_id, wanted.pairs),
        )
        for one in services
    ]
    return tuple(sorted(found, key=lambda one: (-one.load_after, one.service.name)))


def without_anybody(pairs: Pairs) -> tuple[District, ...]:
    """The kecamatan that a spread leaves to nobody."""
    given = {code for _, code in pairs}
    return tuple(one for one in districts(BLITAR_REGENCY.code) if one.code not in given)


def _who(code: str, pairs: Pairs) -> tuple[int, ...]:
    return tuple(sorted(mentor for mentor, given in pairs if given == code))


def _where(mentor_id: int, pairs: Pairs) -> tuple[District, ...]:
    given = {code for mentor, code in pairs if mentor == mentor_id}
    return tuple(one for one in districts(BLITAR_REGENCY.code) if one.code in given)
