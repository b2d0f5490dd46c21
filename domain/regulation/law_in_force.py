"""A regulation as it stands on one day: its numbers, its readings, and each kind's rules under them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from domain.dates import indonesian_date
from domain.regulation.case import Case
from domain.regulation.compiled import amounts_of
from domain.regulation.diagrams import OpenReadings
from domain.regulation.expressions import Amount, Condition
from domain.regulation.interpretations import Interpretation, Settlement
from domain.regulation.later_instruments import LaterInstrument
from domain.regulation.parameter import DatedValue, Parameter, Value, values_on
from domain.regulation.possible import Evaluated, evaluator
from domain.regulation.rules import Limit, Regulation, Rule
from domain.regulation.trees import Resolver, interpretations_in
from domain.regulation.truth import Interval


@dataclass(frozen=True, slots=True)
class Practice:
    """What was decided on screen: values of the office's own settings, readings, later instruments."""

    settings: tuple[tuple[str, DatedValue], ...] = ()
    settlements: tuple[tuple[str, Settlement], ...] = ()
    instruments: tuple[LaterInstrument, ...] = ()


NO_PRACTICE = Practice()


@dataclass(frozen=True, slots=True, eq=False)
class ReadRule:
    """A rule with its condition as it reads under the readings in use."""

    rule: Rule
    condition: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """Another reading of one place: the rules that change under it, by their position."""

    interpretation: Interpretation
    letter: str
    changed: tuple[tuple[int, Condition], ...]
    limits: tuple[Amount, ...]


@dataclass(frozen=True, slots=True, eq=False)
class InDoubt:
    """What the readings that are still open can make of the rules, taken together.

    `readings` tells exactly, by the position of a rule; `under` gives the conditions of all rules under
    one combination of letters, the other readings as they are in use. `quickest` are the positions of
    the rules that decide, those with the fewest combinations first.
    """

    interpretations: tuple[Interpretation, ...]
    readings: OpenReadings
    quickest: tuple[int, ...]
    under: Callable[[Mapping[str, str]], tuple[Condition, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class KindRules:
    """The rules and limits of one kind of applicant, and what other readings can make of them.

    `rules` starts with those that decide; the first `deciding` of them enter the verdict. `evaluated`
    works all of them out for a case; `alternatives` lists each other reading that changes one. `limited`
    works out the limits, and `limited_otherwise` those that other readings put in their place, each once.
    """

    kind: str
    rules: tuple[ReadRule, ...]
    deciding: int
    limits: tuple[tuple[Limit, Amount], ...]
    alternatives: tuple[Alternative, ...]
    limited: Callable[[Case], tuple[Interval, ...]]
    other_limits: tuple[Amount, ...]
    limited_otherwise: Callable[[Case], tuple[Interval, ...]]
    unconditional: tuple[Rule, ...]
    evaluated: Evaluated
    in_doubt: InDoubt

    def outcomes(self, case: Case) -> list[int]:
        """The outcome of every rule under the readings in use."""
        return self.evaluated.work_out(case, False).outcomes


@dataclass(frozen=True, eq=False)
class LawInForce:
    """A regulation on a day, with the office's practice up to that day."""

    regulation: Regulation
    day: date
    practice: Practice = NO_PRACTICE
    _kinds: dict[str, KindRules] = field(default_factory=dict)

    @property
    def too_early(self) -> str:
        """One sentence where the regulation was not in force yet on the day; blank on every later day."""
        named = self.regulation.instrument
        if self.day >= named.in_force_since:
            return ""
        place = f" ({named.in_force_by})" if named.in_force_by else ""
        return (
            f"{named.name} belum berlaku pada {indonesian_date(self.day)}; yang dipakai di sini naskah "
            f"pertamanya, yang berlaku sejak {indonesian_date(named.in_force_since)}{place}."
        )

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """The regulation's parameters, office settings included."""
        decided: dict[str, tuple[DatedValue, ...]] = {}
        for key, entry in self.practice.settings:
            decided[key] = (*decided.get(key, ()), entry)
        return {
            key: parameter.with_decisions(decided[key]) if key in decided else parameter
            for key, parameter in self.regulation.parameters.items()
        }

    @cached_property
    def values(self) -> Mapping[str, Value | None]:
        """The value of every parameter on the day."""
        return values_on(self.parameters, self.day)

    @cached_property
    def interpretations(self) -> Mapping[str, Interpretation]:
        """Every reading, with the office's latest settlement up to the day."""
        found = dict(self.regulation.interpretations)
        for name, settlement in sorted(self.practice.settlements, key=lambda pair: pair[1].on):
            if settlement.on <= self.day and name in found:
                found[name] = found[name].settled(settlement)
        return found

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """The letter in use of every reading."""
        return {name: entry.in_use for name, entry in self.interpretations.items()}

    def as_filed(self, filed_on: date | None) -> "LawInForce":
        """The same day's law for a file that was handed in on a day: a later instrument may spare it."""
        own = self.regulation.for_filed(filed_on)
        return self if own is self.regulation else _spared(own, self.day, self.practice)

    def read(self, condition: Condition) -> Condition:
        """A condition as it reads under the readings in use."""
        return _resolver(self.regulation).resolve(condition, self.readings)

    def read_amount(self, amount: Amount) -> Amount:
        """An amount as it reads under the readings in use."""
        return _resolver(self.regulation).resolve(amount, self.readings)

    def rules_for(self, kind: str) -> KindRules:
        """The rules of one kind of applicant under the readings in use."""
        if kind not in self._kinds:
            decided = tuple(self.interpretations.values()), tuple(self.values.items())
            self._kinds[kind] = _read(self.regulation, kind, *decided)
        return self._kinds[kind]


@lru_cache(maxsize=32)
def _spared(regulation: Regulation, day: date, practice: Practice) -> LawInForce:
    return LawInForce(regulation, day, practice)


@lru_cache(maxsize=8)
def _resolver(regulation: Regulation) -> Resolver:
    return Resolver()


@lru_cache(maxsize=64)
def _read(
    regulation: Regulation,
    kind: str,
    interpretations: tuple[Interpretation, ...],
    values: tuple[tuple[str, Value | None], ...],
) -> KindRules:
    # Days with the same numbers and readings share their rules: only the first of them is compiled.
    listed = regulation.rules_by_kind[kind]
    readings = {entry.id: entry.in_use for entry in interpretations}
    rules = [rule for rule in listed if rule.condition and rule.kind.decides]
    deciding = len(rules)
    rules += [rule for rule in listed if rule.condition and not rule.kind.decides]
    resolver = _resolver(regulation)

    def under(chosen: Mapping[str, str]) -> tuple[list[Condition], list[Amount]]:
        limits = regulation.limits_by_kind[kind]
        return (
            [resolver.resolve(rule.condition, chosen) for rule in rules if rule.condition],
            [resolver.resolve(limit.amount, chosen) for limit in limits],
        )

    conditions, amounts = under(readings)
    alternatives = []
    for entry in interpretations:
        for letter in entry.alternatives:
            others, other_amounts = under({**readings, entry.id: letter})
            changed = tuple(
                (place, other)
                for place, (other, usual) in enumerate(zip(others, conditions, strict=True))
                if other is not usual
            )
            if changed:
                alternatives.append(Alternative(entry, letter, changed, tuple(other_amounts)))
    in_doubt, open_conditions = _in_doubt(regulation, rules, deciding, interpretations)
    other_limits = tuple(
        dict.fromkeys(one for other in alternatives for one in other.limits if one not in amounts)
    )
    return KindRules(
        kind=kind,
        rules=tuple(map(ReadRule, rules, conditions)),
        deciding=deciding,
        limits=tuple(
            (limit.read(readings), amount)
            for limit, amount in zip(regulation.limits_by_kind[kind], amounts, strict=True)
        ),
        alternatives=tuple(alternatives),
        limited=amounts_of(amounts, dict(values)),
        other_limits=other_limits,
        limited_otherwise=amounts_of(other_limits, dict(values)),
        unconditional=tuple(rule for rule in listed if not rule.condition),
        evaluated=evaluator(conditions, open_conditions, deciding, in_doubt.readings, dict(values)),
        in_doubt=in_doubt,
    )


def _in_doubt(
    regulation: Regulation, rules: list[Rule], deciding: int, interpretations: tuple[Interpretation, ...]
) -> tuple[InDoubt, tuple[Condition, ...]]:
    """What is in doubt about rules, and their conditions with the open readings left in them."""
    asked = [rule.condition for rule in rules if rule.condition]
    turning = {entry.id for condition in asked for entry in interpretations_in(condition)}
    still_open = tuple(entry for entry in interpretations if entry.alternatives and entry.id in turning)
    letters = {entry.id: (entry.in_use, *entry.alternatives) for entry in still_open}
    closed = {entry.id: entry.in_use for entry in interpretations if entry.id not in letters}
    resolver = _resolver(regulation)
    conditions = tuple(resolver.resolve(condition, closed) for condition in asked)
    in_use = {name: own[0] for name, own in letters.items()}

    @lru_cache(maxsize=256)
    def read_so(chosen: tuple[tuple[str, str], ...]) -> tuple[Condition, ...]:
        letters_now = {**closed, **in_use, **dict(chosen)}
        return tuple(resolver.resolve(condition, letters_now) for condition in asked)

    def under(chosen: Mapping[str, str]) -> tuple[Condition, ...]:
        return read_so(tuple(chosen.items()))

    readings = OpenReadings(letters, conditions)
    quickest = tuple(sorted(range(deciding), key=readings.combinations))
    return InDoubt(still_open, readings, quickest, under), conditions
