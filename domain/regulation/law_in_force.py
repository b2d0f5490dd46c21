"""A regulation as it stands on one day: its numbers, its readings, and each kind's rules under them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from domain.regulation.compiled import Evaluator, compiled
from domain.regulation.expressions import Amount, Condition
from domain.regulation.interpretations import Interpretation, Settlement
from domain.regulation.later_instruments import LaterInstrument
from domain.regulation.parameter import DatedValue, Parameter, Value, values_on
from domain.regulation.rules import Limit, Regulation, Rule
from domain.regulation.trees import Resolver


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
class KindRules:
    """The rules and limits of one kind of applicant, and what each alternative reading changes.

    `rules` starts with those that decide; the first `deciding` of them enter the verdict. `outcomes`
    gives the outcome of every rule, and after them of every rule that an alternative changes.
    """

    kind: str
    rules: tuple[ReadRule, ...]
    deciding: int
    limits: tuple[tuple[Limit, Amount], ...]
    alternatives: tuple[Alternative, ...]
    unconditional: tuple[Rule, ...]
    outcomes: Evaluator


@dataclass(frozen=True, eq=False)
class LawInForce:
    """A regulation on a day, with the office's practice up to that day."""

    regulation: Regulation
    day: date
    practice: Practice = NO_PRACTICE
    _kinds: dict[str, KindRules] = field(default_factory=dict)

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
    changed_conditions = [condition for other in alternatives for _, condition in other.changed]
    return KindRules(
        kind=kind,
        rules=tuple(map(ReadRule, rules, conditions)),
        deciding=deciding,
        limits=tuple(zip(regulation.limits_by_kind[kind], amounts, strict=True)),
        alternatives=tuple(alternatives),
        unconditional=tuple(rule for rule in listed if not rule.condition),
        outcomes=compiled([*conditions, *changed_conditions], dict(values)),
    )
