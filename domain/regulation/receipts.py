"""The receipt of an assessment: everything needed to show, years later, why it came out as it did."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, Self

from domain.regulation.assessment import TOGETHER, Assessment, Verdict
from domain.regulation.case import FactValue
from domain.regulation.expressions import Amount, Condition
from domain.regulation.fact import Fact
from domain.regulation.interpretations import Interpretation
from domain.regulation.parameter import Parameter
from domain.regulation.rules import Regulation
from domain.regulation.truth import Truth

ONE_AT_A_TIME: Final = 1
IN_COMBINATION: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an assessment rested on and what it gave; plain values only, so that it keeps.

    `most` is the largest amount in rupiah, `evidence` says by fact what it rests on, `outcomes` gives
    each rule's truth value by its id, `others` the verdict under each other reading that changed one, and
    under each smallest set of readings that changes the verdict ("S-02 B dengan S-19 B"). `method` tells
    the ways of working out apart: the first one tried readings one at a time only.
    `seal` is a hash over all the rest, so that a later change is noticed; the first releases gave none.
    """

    programme: str
    kind: str
    day: date
    facts: Mapping[str, FactValue]
    items: tuple[Mapping[str, FactValue], ...]
    evidence: Mapping[str, str]
    settings: tuple[tuple[str, str, Any, str], ...]
    settlements: tuple[tuple[str, str, str, str, str], ...]
    readings: Mapping[str, str]
    outcomes: Mapping[str, int]
    others: Mapping[str, str]
    verdict: str
    verdict_in_use: str
    most: int | None
    fingerprint: str
    application_version: str
    seal: str = ""
    method: int = ONE_AT_A_TIME

    def to_json(self) -> dict[str, Any]:
        """The receipt as plain JSON values."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        if self.method == ONE_AT_A_TIME:
            del found["method"]  # as those receipts were kept and sealed
        return found | {"day": self.day.isoformat()}

    @property
    def turning_on(self) -> tuple[str, ...]:
        """The questions on which the verdict turned, each set of them once: "S-10", "S-02 dengan S-19"."""
        in_use = Verdict(self.verdict_in_use).answer
        names = [name for name, other in self.others.items() if Verdict(other).answer != in_use]
        return tuple(dict.fromkeys(_without_letters(name) for name in names))

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The receipt back from plain JSON values.

        What somebody took out of it is blank, and what somebody put into it is left out, so that it can be
        read; its seal then does not fit any more.
        """
        told = _blank() | {key: value for key, value in stored.items() if key in _blank()}
        told["day"] = _day(told["day"])
        told["items"] = tuple(told["items"])
        for key in ("settings", "settlements"):
            told[key] = tuple(tuple(entry) for entry in told[key])
        return cls(**told)


def _blank() -> dict[str, Any]:
    """Every part of a receipt, with nothing told."""
    return {
        **dict.fromkeys(("programme", "kind", "verdict", "verdict_in_use", "fingerprint"), ""),
        **dict.fromkeys(("application_version", "seal", "day"), ""),
        **{key: {} for key in ("facts", "evidence", "readings", "outcomes", "others")},
        **dict.fromkeys(("items", "settings", "settlements"), ()),
        "most": None,
        "method": ONE_AT_A_TIME,
    }


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return date.min


def _without_letters(name: str) -> str:
    return TOGETHER.join(one.partition(" ")[0] for one in name.split(TOGETHER))


def receipt_of(
    assessment: Assessment,
    *,
    most: int | None,
    evidence: Mapping[str, str],
    application_version: str,
) -> Receipt:
    """The receipt of an assessment, sealed."""
    law = assessment.law
    unsealed = Receipt(
        programme=law.regulation.key,
        kind=str(assessment.kind),
        day=law.day,
        facts={key: _plain(value) for key, value in assessment.case.facts.items()},
        items=tuple(
            {key: _plain(value) for key, value in item.facts.items()} for item in assessment.case.items
        ),
        evidence=dict(evidence),
        settings=tuple(
            (key, entry.since.isoformat(), entry.value, str(entry.source))
            for key, entry in law.practice.settings
        ),
        settlements=tuple(
            (name, entry.reading, entry.on.isoformat(), entry.by, entry.decree)
            for name, entry in law.practice.settlements
        ),
        readings=dict(law.readings),
        outcomes={finding.rule.id: int(finding.truth) for finding in assessment.findings},
        others=others_of(assessment, IN_COMBINATION),
        verdict=str(assessment.verdict),
        verdict_in_use=str(assessment.verdict_in_use),
        most=most,
        fingerprint=fingerprint(law.regulation),
        application_version=application_version,
        method=IN_COMBINATION,
    )
    return replace(unsealed, seal=seal_of(unsealed))


def others_of(assessment: Assessment, method: int) -> dict[str, str]:
    """The verdict under other readings by their names, as a way of working out tells it."""
    found = {f"{one.interpretation.id} {one.letter}": one.verdict for one in assessment.other_readings}
    if method == IN_COMBINATION:
        found |= {one.name: one.verdict for one in assessment.combinations}
    return {name: str(verdict) for name, verdict in found.items()}


def seal_of(receipt: Receipt) -> str:
    """The hash over everything in a receipt but its seal."""
    told = {key: value for key, value in receipt.to_json().items() if key != "seal"}
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: FactValue) -> FactValue:
    return str(value) if isinstance(value, str) else value


@lru_cache(maxsize=32)
def fingerprint(regulation: Regulation) -> str:
    """A short hash over everything in a regulation that can change an outcome."""
    lines = [regulation.key, regulation.instrument.key]
    for kind, rules in regulation.rules_by_kind.items():
        lines += [f"{kind} {rule.id} {rule.kind} {structure(rule.condition)}" for rule in rules]
        lines += [f"{kind} {limit.id} {structure(limit.amount)}" for limit in regulation.limits_by_kind[kind]]
    lines += [f"{key} {_history(parameter)}" for key, parameter in regulation.parameters.items()]
    lines += [f"{name} {entry.default}" for name, entry in regulation.interpretations.items()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _history(parameter: Parameter) -> str:
    return "; ".join(f"{entry.since} {entry.value}" for entry in parameter.history)


def structure(part: Any) -> str:
    """An expression written out from its parts, without the wording."""
    if isinstance(part, Fact):
        return part.key
    if isinstance(part, Parameter):
        return part.key
    if isinstance(part, Interpretation):
        return part.id
    if isinstance(part, Condition | Amount):
        wording = ("label", "holds", "fails", "shown", "turned", "because", "until")
        told = ((f.name, getattr(part, f.name)) for f in fields(part))  # type: ignore[arg-type]
        # A choice that nothing leaves open is written as before there was such a thing.
        inner = (value for name, value in told if name not in wording and (name != "open_at" or value))
        return f"{type(part).__name__}({', '.join(structure(entry) for entry in inner)})"
    if isinstance(part, tuple):
        return f"[{', '.join(structure(entry) for entry in part)}]"
    if isinstance(part, frozenset):
        return f"{{{', '.join(sorted(map(str, part)))}}}"
    return str(part)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two receipts: facts and outcomes, each as (key, before, after)."""

    facts: tuple[tuple[str, FactValue, FactValue], ...]
    outcomes: tuple[tuple[str, Truth | None, Truth | None], ...]
    items_changed: bool
    rules_changed: bool


def compare(before: Receipt, after: Receipt) -> Comparison:
    """What changed from one receipt to a later one of the same application."""
    facts = dict.fromkeys((*before.facts, *after.facts))
    outcomes = dict.fromkeys((*before.outcomes, *after.outcomes))
    return Comparison(
        facts=tuple(
            (key, before.facts.get(key), after.facts.get(key))
            for key in facts
            if before.facts.get(key) != after.facts.get(key)
        ),
        outcomes=tuple(
            (rule, _truth(before.outcomes.get(rule)), _truth(after.outcomes.get(rule)))
            for rule in outcomes
            if before.outcomes.get(rule) != after.outcomes.get(rule)
        ),
        items_changed=before.items != after.items,
        rules_changed=before.fingerprint != after.fingerprint,
    )


def _truth(value: int | None) -> Truth | None:
    return None if value is None else Truth(value)
