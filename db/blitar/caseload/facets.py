"""How many binaan each choice of a filter would leave.

Over all binaan the counts come from those that are kept; what narrows the list more than these know (a
text, a Pendamping, a day) is counted over the binaan that it leaves, in one pass for all choices. Where
each binaan went in one goal is known of those that are mentored; else it is counted by itself.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.blitar.caseload.client_filters import (
    NOBODY,
    Agreed,
    ClientFilter,
    Facet,
    Status,
    Visited,
    conditions_of,
    has_agreed,
    kind_of,
    seen,
    was_visited,
)
from db.blitar.caseload.client_filters import dimensions as dimensions_of
from db.blitar.caseload.found_by_text import of_any_status
from db.blitar.caseload.goal_counts import open_by_goal
from db.blitar.caseload.lines import ENDED, OPEN
from db.blitar.caseload.month_counts import choices_kept
from db.blitar.counted_now import BETWEEN, counted_now
from db.tables import ClientRow
from domain.blitar.caseload.attention import month_begins, overdue_before
from domain.blitar.caseload.progress import WEIGHED
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.kinds import SubjectKind
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person

_PLAIN: Final = {
    Facet.DISTRICT: "district",
    Facet.MENTOR: "mentor",
    Facet.KIND: "kind",
    Facet.SECTOR: "sector",
    Facet.STAGE: "stage",
    Facet.STATUS: "status",
    Facet.MOVEMENT: "movement",
}
# What overlaps is counted one by one: who was never visited may also need a visit.
_FLAGS: Final = {
    Facet.VISITED: {one.value: one.value for one in Visited},
    Facet.AGREED: {one.value: f"agreed_{one.value}" for one in Agreed},
}
_KEPT: Final = None  # in place of what narrows a list
_KNOWN_BY_DAY: Final = ("overdue", "agreed_overdue")
_Group = tuple[Mapping[str, Any], int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many binaan fit, of how many that are mentored, and how many each choice would leave.

    The counts of a choice follow all choices but itself. Keys are the stable values of the choice, the
    code of a kecamatan or the number of a Pendamping as text, and None where nothing is recorded.
    """

    fitting: int
    everybody: int
    by: Mapping[Facet, Mapping[str | None, int]]


def counts_of(
    session: Session,
    wanted: ClientFilter,
    person: Person,
    own: Collection[int] | None,
    law: LawInForce,
    found: Collection[int] | None = None,
) -> Counts:
    """Count the binaan that a person may see by every choice; `found` by the text, if that is known."""
    return _Counting(session, wanted, person, own, law, found).all()


@dataclass(slots=True)
class _Counting:
    session: Session
    wanted: ClientFilter
    person: Person
    own: Collection[int] | None
    law: LawInForce
    found: Collection[int] | None
    _groups: dict[frozenset[Facet] | None, list[_Group]] = field(default_factory=dict)
    _read: dict[str, Mapping[tuple[str, str], int]] = field(default_factory=dict)

    def all(self) -> Counts:
        by = {facet: self._by(facet) for facet in Facet}
        return Counts(self._fitting(), self._everybody(), by)

    @property
    def _is_kept(self) -> bool:
        """Whether nothing narrows the list that the kept counts do not know of everybody."""
        wanted = self.wanted
        return self.own is None and not wanted.text.strip() and (wanted.goal is None or not wanted.movement)

    def _chosen(self) -> dict[Facet, str]:
        """The dimension of each choice that was made."""
        made = conditions_of(self.wanted, self.law)
        told = {facet: _PLAIN[facet] for facet in made if facet in _PLAIN}
        if self.wanted.visited is not None:
            told[Facet.VISITED] = self.wanted.visited.value
        if self.wanted.agreed is not None:
            told[Facet.AGREED] = f"agreed_{self.wanted.agreed.value}"
        return told

    def _by(self, facet: Facet) -> Mapping[str | None, int]:
        others = {each: told for each, told in self._chosen().items() if each is not facet}
        if facet in _FLAGS:
            return {value: self._flagged(flag, others) for value, flag in _FLAGS[facet].items()}
        if facet is Facet.MENTOR:
            return self._carers(others)
        if facet is Facet.MOVEMENT and self.wanted.goal is not None and self._is_kept:
            return self._moved(self.wanted.goal, others)
        found: Counter[str | None] = Counter()
        for group, count in self._fitting_groups(others):
            found[group[_PLAIN[facet]]] += count
        if facet is Facet.MOVEMENT:
            return {WEIGHED[int(place or 0)].value: count for place, count in found.items()}
        return found

    def _flagged(self, flag: str, others: Mapping[Facet, str]) -> int:
        if flag in _KNOWN_BY_DAY and self._is_kept:
            if self._is_whole(others):
                return self._by_day(flag)
            is_visit = flag == "overdue"
            law = self.law
            flagged = was_visited(Visited.OVERDUE, law) if is_visit else has_agreed(Agreed.OVERDUE, law)
            return self.session.scalar(select(func.count()).where(flagged, *self._where(others))) or 0
        return sum(count for group, count in self._fitting_groups(others) if group[flag])

    def _by_day(self, flag: str) -> int:
        what, day = ("waits", overdue_before(self.law)) if flag == "overdue" else ("agreed due", self.law.day)
        # Only who is mentored needs a visit.
        wanted = {OPEN} if flag == "overdue" else {OPEN, ENDED}
        if self.wanted.status is not Status.ALL:
            wanted &= {self.wanted.status}
        found = self._now(what)
        return sum(n for (on, status), n in found.items() if status in wanted and on < day.isoformat())

    def _carers(self, others: Mapping[Facet, str]) -> Mapping[str | None, int]:
        found: Counter[str | None] = Counter()
        if self._is_kept and not set(others) - {Facet.STATUS, Facet.KIND}:
            for (key, mentor), count in self._now("carers now").items():
                status, kind = key.split(BETWEEN)
                if self.wanted.status in (Status.ALL, status) and self._fits(kind, self.wanted.kind):
                    found[mentor or None] += count
            return found
        column = ClientRow.mentor_id
        if self._is_kept:
            query = select(column, func.count().label("n")).where(*self._where(others)).group_by(column)
            for row in self.session.execute(query):
                found[None if row.mentor_id is None else str(row.mentor_id)] = row.n
            return found
        for group, count in self._fitting_groups(others):
            found[group["mentor"]] += count
        return found

    def _moved(self, goal: Goal, others: Mapping[Facet, str]) -> Mapping[str | None, int]:
        if not set(others) - {Facet.STATUS} and self.wanted.status is Status.OPEN:
            (one,) = (one for one in open_by_goal(self.session) if one.goal is goal)
            return {movement.value: count for movement, count in one.by_movement.items()}
        movement = dimensions_of(self.wanted, self.law)["movement"].label("movement")
        each = select(movement).where(*self._where(others)).subquery("each_one").c.movement
        counted = self.session.execute(select(each, func.count()).group_by(each))
        return {WEIGHED[place].value: count for place, count in counted}

    def _fits(self, kind: Any, wanted: SubjectKind | None = None) -> bool:
        """Whether binaan of a kind are those that the goal is about, and those that are wanted."""
        return wanted in (None, kind) and kind_of(self.wanted.goal) in (None, kind)

    def _where(self, others: Collection[Facet]) -> list[ColumnElement[bool]]:
        made = conditions_of(self.wanted, self.law)
        status = [] if Facet.STATUS in others or self.found is not None else [of_any_status()]
        seen_of_all = seen(self.wanted, self.person, self.own, self.found)
        return [*seen_of_all, *status, *(made[facet] for facet in others)]

    def _is_whole(self, others: Mapping[Facet, str]) -> bool:
        return self._is_kept and not set(others) - {Facet.STATUS} and kind_of(self.wanted.goal) is None

    def _fitting(self) -> int:
        return sum(count for _, count in self._fitting_groups(self._chosen()))

    def _everybody(self) -> int:
        row = ClientRow
        if self.own is None:
            found = self._now("carers now")
            return sum(count for (key, _), count in found.items() if key.split(BETWEEN)[0] == OPEN)
        query = select(func.count()).where(row.status == OPEN, row.mentor_id.in_(self.own))
        return self.session.scalar(query) or 0

    def _fitting_groups(self, chosen: Mapping[Facet, str]) -> Iterator[_Group]:
        """The groups of binaan that fit these choices, with how many each holds."""
        # What the kept counts do not know narrows what is counted; else everything is in the groups.
        unknown = (*_KNOWN_BY_DAY, "mentor") if self._is_kept else ()
        beyond = frozenset(facet for facet, told in chosen.items() if told in unknown)
        groups = self._kept() if self._is_kept and not beyond else self._counted(beyond)
        values = {told: self._value(facet) for facet, told in chosen.items() if facet not in beyond}
        for group, count in groups:
            if all(group[told] == value for told, value in values.items()):
                yield group, count

    def _value(self, facet: Facet) -> Any:
        wanted = self.wanted
        if facet in _FLAGS:
            return 1
        if facet is Facet.MOVEMENT:
            return None if wanted.movement is None else str(WEIGHED.index(wanted.movement))
        mentor = None if wanted.mentor_id == NOBODY else str(wanted.mentor_id)
        told = {
            Facet.MENTOR: mentor,
            Facet.DISTRICT: wanted.district_code,
            Facet.KIND: wanted.kind,
            Facet.SECTOR: wanted.sector,
            Facet.STAGE: wanted.stage,
            Facet.STATUS: wanted.status,
        }
        return told[facet]

    def _now(self, what: str) -> Mapping[tuple[str, str], int]:
        if what not in self._read:
            self._read[what] = counted_now(self.session, what)
        return self._read[what]

    def _kept(self) -> list[_Group]:
        if _KEPT not in self._groups:
            kept = choices_kept(self.session, month_begins(self.law))
            self._groups[_KEPT] = [each for each in kept if self._fits(each[0]["kind"])]
        return self._groups[_KEPT]

    def _counted(self, beyond: frozenset[Facet]) -> list[_Group]:
        if beyond not in self._groups:
            self._groups[beyond] = list(self._count(beyond))
        return self._groups[beyond]

    def _count(self, beyond: frozenset[Facet]) -> Iterator[_Group]:
        asked = self._asked(beyond)
        dimensions = {
            name: column for name, column in dimensions_of(self.wanted, self.law).items() if name in asked
        }
        columns = [column.label(name) for name, column in dimensions.items()]
        each = select(*columns).where(*self._where(beyond)).subquery("each_one")
        query = select(*each.c, func.count()).group_by(*each.c)
        for row in self.session.execute(query):
            told = dict(zip(dimensions, row, strict=False))
            if "movement" in told:
                told["movement"] = str(told["movement"])
            if told.get("mentor") is not None:
                told["mentor"] = str(told["mentor"])
            yield told, row[-1]

    def _asked(self, beyond: Collection[Facet]) -> set[str]:
        """What the groups are asked for: not what narrows them, nor what is counted by itself."""
        asked = {*_PLAIN.values(), *(flag for flags in _FLAGS.values() for flag in flags.values())}
        asked -= {_PLAIN[facet] for facet in beyond if facet in _PLAIN}
        asked -= {flag for facet in beyond for flag in _FLAGS.get(facet, {}).values()}
        if self._is_kept:
            asked -= {*_KNOWN_BY_DAY, "mentor"}
            asked -= {"movement"} if self.wanted.goal is not None else set()
        return asked
