"""Which binaan of the demo rose, fell or stayed, and at which visit somebody measured it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from demo.blitar.demo_clients import DemoClient
from demo.blitar.measures import can_rise, fallen, first_values, risen, shown_by, task_of, weight_of
from demo.blitar.meetings import Meeting
from demo.chance import Deck
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.indicators import Indicator
from domain.blitar.kinds import Operation, SubjectKind
from domain.blitar.visiting.visit import IndicatorChange

# Of 20 active koperasi 3 had held their annual meeting at first and 6 hold it within the year: 45 %.
_HAD, _HOLDS, _NOT = "had", "holds", "not"
_MEETINGS: Final = (_HAD,) * 3 + (_HOLDS,) * 6 + (_NOT,) * 11
_WITHOUT_BASELINE: Final = 0.035
RISEN_BUSINESSES: Final = 84
_RISEN_COOPERATIVES: Final = 6  # beside those that held their annual meeting
_FELL: Final = 7
_STAYED: Final = 24
_WITHOUT_EVIDENCE: Final = 0.12
_FEWEST_VISITS: Final = 2


@dataclass(frozen=True, slots=True)
class Course:
    """How a binaan was at first (nothing when nobody asked), and what was measured at which meeting."""

    client: DemoClient
    first: Mapping[Indicator, int]
    changes: dict[Meeting, tuple[IndicatorChange, ...]] = field(default_factory=dict)

    def task_of(self, change: IndicatorChange) -> MentorTask:
        """The task by which a value was moved."""
        return task_of(change.indicator)


def courses(
    clients: Sequence[DemoClient], meetings: Iterable[Meeting], verified: Collection[Meeting], chance: Random
) -> dict[str, Course]:
    """The course of every binaan; what counts was measured at meetings that are verified."""
    return _Measuring(clients, meetings, verified, chance).courses()


class _Measuring:
    def __init__(
        self,
        clients: Sequence[DemoClient],
        meetings: Iterable[Meeting],
        verified: Collection[Meeting],
        chance: Random,
    ) -> None:
        self._clients, self._verified, self._chance = clients, verified, chance
        self._meetings_of_coops = Deck(chance, _MEETINGS)
        self._holds: set[str] = set()
        self._met = defaultdict(list)
        for one in sorted(meetings, key=lambda one: one.on):
            self._met[one.client].append(one)

    def courses(self) -> dict[str, Course]:
        """Draw first who starts where, then who moves."""
        found = {each.key: self._start(each) for each in self._clients}
        movable = [one for one in found.values() if one.first and len(self._good(one)) >= _FEWEST_VISITS]
        self._chance.shuffle(movable)
        coops = [one for one in movable if one.client.client.kind is SubjectKind.CLIENT_COOPERATIVE]
        businesses = [one for one in movable if one.client.client.kind is SubjectKind.CLIENT_MICRO]
        holding = [one for one in coops if one.client.key in self._holds]
        others = [one for one in coops if one.client.key not in self._holds]
        for one in holding:
            self._measure(one, [(Indicator.ANNUAL_MEETING, 1)])
        for one in (*others[:_RISEN_COOPERATIVES], *businesses[:RISEN_BUSINESSES]):
            self._rise(one)
        rest = businesses[RISEN_BUSINESSES:]
        for one in rest[:_FELL]:
            self._fall(one)
        for one in rest[_FELL : _FELL + _STAYED]:
            self._measure(one, list(one.first.items())[:2])
        for one in found.values():
            self._measure_lately(one)
        return found

    def _start(self, each: DemoClient) -> Course:
        is_coop = each.client.kind is SubjectKind.CLIENT_COOPERATIVE
        is_active = is_coop and each.client.operation is Operation.RUNNING
        meets = self._meetings_of_coops.deal() if is_active else _NOT
        has_visits = len(self._good_of(each.key)) >= _FEWEST_VISITS
        if meets == _HOLDS and has_visits:
            self._holds.add(each.key)
        is_blank = self._chance.random() < _WITHOUT_BASELINE and meets == _NOT
        first = {} if is_blank else first_values(self._chance, each.client, met=meets == _HAD)
        return Course(each, first)

    def _good_of(self, key: str) -> list[Meeting]:
        # Not the first meeting, which only finds out how things stand.
        return [one for one in self._met[key][1:] if one in self._verified]

    def _good(self, course: Course) -> list[Meeting]:
        return self._good_of(course.client.key)

    def _rise(self, course: Course) -> None:
        choices = can_rise(course.client.client, course.first)
        count = min(len(choices), self._chance.choice((1, 1, 2, 2, 3, 4)))
        by_luck = sorted(choices, key=lambda one: self._chance.random() ** (1 / weight_of(one)))
        wanted = by_luck[-count:] if count else ()
        self._measure(course, [(one, risen(self._chance, one, course.first[one])) for one in wanted])

    def _fall(self, course: Course) -> None:
        if Indicator.ANNUAL_SALES in course.first:
            lower = fallen(self._chance, course.first[Indicator.ANNUAL_SALES])
            self._measure(course, [(Indicator.ANNUAL_SALES, lower)])

    def _measure(self, course: Course, values: Sequence[tuple[Indicator, int]]) -> None:
        good = self._good(course)
        for indicator, value in values:
            self._note(course, self._chance.choice(good), indicator, value)

    def _measure_lately(self, course: Course) -> None:
        """What was found at visits that nobody has verified yet does not count so far."""
        late = [one for one in self._met[course.client.key][1:] if one not in self._verified]
        known = {change.indicator for told in course.changes.values() for change in told}
        choices = [one for one in can_rise(course.client.client, course.first) if one not in known]
        if late and choices and self._chance.random() < 0.15:
            indicator = self._chance.choice(choices)
            value = risen(self._chance, indicator, course.first[indicator])
            self._note(course, late[-1], indicator, value)

    def _note(self, course: Course, at: Meeting, indicator: Indicator, value: int) -> None:
        evidence = shown_by(indicator) if self._chance.random() >= _WITHOUT_EVIDENCE else ""
        told = IndicatorChange(indicator=indicator, value=value, evidence=evidence)
        course.changes[at] = (*course.changes.get(at, ()), told)
