"""The rules as an earlier release of the program read them, kept as plain values so that receipts replay.

An edition holds what decides an outcome and nothing of the wording: conditions, limits, numbers, readings.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from domain.regulation import expressions
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Fact, Teller
from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.regulation.parameter import DatedValue, Parameter, Unit
from domain.regulation.receipts import fingerprint
from domain.regulation.rules import Limit, Regulation, Rule, RuleKind
from domain.regulation.sources import Citation, Instrument, OfficeDecision

WORDING: Final = frozenset({"label", "holds", "fails", "shown", "turned", "because", "until"})
_DEFAULTS: Final = {"shown": (), "turned": False}

Plain = Any
"""JSON values."""


class _NoChoice(StrEnum):
    """Stands for the choices of a fact, which no outcome needs."""


def freeze(regulation: Regulation) -> dict[str, Plain]:
    """What decides an outcome of a regulation, as JSON values."""
    frozen = _Freezer()
    instrument = regulation.instrument
    return {
        "key": regulation.key,
        "name": regulation.name,
        "instrument": [instrument.key, instrument.name, instrument.title, str(instrument.in_force_since)],
        "rules": {
            kind: [
                [rule.id, str(rule.kind), rule.title, _placed(rule.citations), frozen.node(rule.condition)]
                for rule in rules
            ]
            for kind, rules in regulation.rules_by_kind.items()
        },
        "limits": {
            kind: [[one.id, one.title, _placed(one.citations), frozen.node(one.amount)] for one in limits]
            for kind, limits in regulation.limits_by_kind.items()
        },
        "parameters": [_frozen_parameter(one) for one in regulation.parameters.values()],
        "interpretations": [_frozen_reading(one) for one in regulation.interpretations.values()],
        "facts": frozen.facts,
        "nodes": frozen.nodes,
    }


class _Freezer:
    """Numbers every part of the trees, the parts before the whole; what is shared is written once."""

    def __init__(self) -> None:
        self.nodes: list[Plain] = []
        self.facts: dict[str, Plain] = {}
        self._places: dict[int, int] = {}

    def node(self, part: Any) -> int | None:
        if part is None:
            return None
        if id(part) not in self._places:
            told = self._told(part)
            self.nodes.append(told)
            self._places[id(part)] = len(self.nodes) - 1
        return self._places[id(part)]

    def _told(self, part: Any) -> Plain:
        name = type(part).__name__
        if isinstance(part, Fact):
            self.facts[part.key] = [name, str(part.teller), part.of_item]
            return ["Fact", part.key]
        inner = {
            field.name: self._value(getattr(part, field.name))
            for field in fields(part)
            if field.name not in WORDING and (field.name != "open_at" or part.open_at)
        }
        return [name, inner]

    def _value(self, value: Any) -> Plain:
        if isinstance(value, Parameter):
            return {"parameter": value.key}
        if isinstance(value, Interpretation):
            return {"interpretation": value.id}
        if isinstance(value, frozenset):
            return {"among": sorted(value)}
        if isinstance(value, tuple):
            return {"each": [self._value(one) for one in value]}
        return value if isinstance(value, int | str) else {"node": self.node(value)}


def _placed(citations: Iterable[Citation]) -> list[list[str]]:
    return [[one.place, one.short] for one in citations]


def _frozen_parameter(one: Parameter) -> Plain:
    history = [
        [str(entry.since), list(entry.value) if isinstance(entry.value, tuple) else entry.value]
        for entry in one.history
    ]
    return [one.key, one.label, str(one.unit), one.office_setting, one.decimals, history]


def _frozen_reading(one: Interpretation) -> Plain:
    return [one.id, list(one.letters), one.default, list(one.computed), list(one.applied), str(one.weight)]


def thaw(stored: Mapping[str, Plain]) -> Regulation:
    """The regulation back from what `freeze` gave; it decides alike and has no words of its own."""
    key, name, title, since = stored["instrument"]
    instrument = Instrument(key=key, name=name, title=title, in_force_since=date.fromisoformat(since))
    parameters = {one[0]: _parameter(one, instrument) for one in stored["parameters"]}
    readings = {one[0]: _reading(one) for one in stored["interpretations"]}
    nodes = _Thawer(stored["facts"], parameters, readings).all(stored["nodes"])

    def placed(told: Plain) -> tuple[Citation, ...]:
        return tuple(Citation(instrument, place, short) for place, short in told)

    return Regulation(
        key=stored["key"],
        name=stored["name"],
        instrument=instrument,
        rules_by_kind={
            kind: tuple(
                Rule(
                    id=rule,
                    kind=RuleKind(sort),
                    title=told,
                    citations=placed(places),
                    condition=None if node is None else nodes[node],
                )
                for rule, sort, told, places, node in rules
            )
            for kind, rules in stored["rules"].items()
        },
        limits_by_kind={
            kind: tuple(
                Limit(id=limit, title=told, citations=placed(places), amount=nodes[node])
                for limit, told, places, node in limits
            )
            for kind, limits in stored["limits"].items()
        },
        item_rules=(),
        parameters=parameters,
        interpretations=readings,
    )


class _Thawer:
    """Builds the parts of the trees again, in the order in which they were numbered."""

    def __init__(
        self,
        facts: Mapping[str, Plain],
        parameters: Mapping[str, Parameter],
        readings: Mapping[str, Interpretation],
    ) -> None:
        self._facts = {key: _fact(key, *told) for key, told in facts.items()}
        self._parameters, self._readings = parameters, readings
        self._nodes: list[Any] = []

    def all(self, told: Iterable[Plain]) -> list[Any]:
        for name, inner in told:
            self._nodes.append(self._facts[inner] if name == "Fact" else self._node(name, inner))
        return self._nodes

    def _node(self, name: str, inner: Mapping[str, Plain]) -> Any:
        of = getattr(expressions, name)
        words = {field.name: _DEFAULTS.get(field.name, "") for field in fields(of) if field.name in WORDING}
        return of(**words, **{field: self._value(value) for field, value in inner.items()})

    def _value(self, told: Plain) -> Any:
        if not isinstance(told, dict):
            return told
        ((sort, value),) = told.items()
        match sort:
            case "node":
                return self._nodes[value]
            case "parameter":
                return self._parameters[value]
            case "interpretation":
                return self._readings[value]
            case "among":
                return frozenset(value)
        return tuple(self._value(one) for one in value)


def _fact(key: str, name: str, teller: str, of_item: bool) -> Fact:
    told: dict[str, Any] = {"key": key, "question": key, "teller": Teller(teller), "of_item": of_item}
    if name == "TruthFact":
        return TruthFact(**told, holds=key, fails=key)
    if name == "ChoiceFact":
        return ChoiceFact(**told, label=key, choices=_NoChoice)
    return AmountFact(**told, label=key, unit=Unit.TEXT)


def _parameter(told: Plain, instrument: Instrument) -> Parameter:
    key, label, unit, is_setting, decimals, history = told
    source = OfficeDecision(key) if is_setting else Citation(instrument, key, key)
    return Parameter(
        key=key,
        label=label,
        unit=Unit(unit),
        history=tuple(
            DatedValue(date.fromisoformat(since), tuple(value) if isinstance(value, list) else value, source)
            for since, value in history
        ),
        office_setting=is_setting,
        decimals=decimals,
    )


def _reading(told: Plain) -> Interpretation:
    name, letters, default, computed, applied, weight = told
    return Interpretation(
        id=name,
        question=name,
        places=(),
        readings=tuple((letter, letter) for letter in letters),
        default=default,
        reason=name,
        doubt=Doubt.OPEN_NORM,
        ended_by=Ender.OFFICE,
        rules=(),
        weight=Weight(weight),
        computed=tuple(computed),
        applied=tuple(applied),
        recorded_because=name,
    )


def file_of(folder: Path, regulation: Regulation) -> Path:
    """Where the edition of a regulation is kept: by its fingerprint."""
    return folder / f"{fingerprint(regulation)}.json"


@lru_cache(maxsize=16)
def kept(folder: Path, versions: tuple[Regulation, ...], name: str) -> Regulation | None:
    """The rules of a fingerprint: of this release, or of an earlier one whose edition is kept."""
    now = next((version for version in versions if fingerprint(version) == name), None)
    if now is not None or not name.isalnum():
        return now
    file = folder / f"{name}.json"
    return thaw(json.loads(file.read_text("utf-8"))) if file.exists() else None
