"""The assessment of one case: every provision's outcome, the verdict, and what hangs on a reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from domain.regulation.case import Case
from domain.regulation.explain import OpenFact, Reason, carrying, open_facts
from domain.regulation.expressions import Condition
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import Alternative, KindRules, LawInForce
from domain.regulation.rules import Rule
from domain.regulation.truth import TRUTHS, UNKNOWN, Truth


class Verdict(StrEnum):
    """What the program finds; a person decides. The value is stable, the label is for people."""

    QUALIFIES = "qualifies"
    INCOMPLETE = "incomplete"
    NOT_QUALIFIED = "not_qualified"
    DEPENDS_ON_READING = "depends_on_reading"
    NEEDS_JUDGEMENT = "needs_judgement"

    @property
    def label(self) -> str:
        """The words on screens and papers."""
        return VERDICT_LABELS[self]


VERDICT_LABELS = {
    Verdict.QUALIFIES: "Memenuhi",
    Verdict.INCOMPLETE: "Belum lengkap",
    Verdict.NOT_QUALIFIED: "Tidak memenuhi",
    Verdict.DEPENDS_ON_READING: "Bergantung tafsir",
    Verdict.NEEDS_JUDGEMENT: "Perlu penilaian Pokjanis",
}


class Finding(NamedTuple):
    """One provision's outcome, with the condition as it was read."""

    rule: Rule
    truth: Truth
    condition: Condition
    case: Case
    decides: bool

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The leaves that carry the outcome."""
        return carrying(self.condition, self.case)


class OtherReading(NamedTuple):
    """What another reading would make of the case: its verdict, and the provisions that change."""

    interpretation: Interpretation
    letter: str
    verdict: Verdict
    changes: tuple[tuple[Rule, Truth], ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome of every provision under the readings in use, and the verdict over all readings."""

    law: LawInForce
    kind: str
    case: Case
    findings: tuple[Finding, ...]
    verdict_in_use: Verdict
    other_readings: tuple[OtherReading, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict; it depends on a reading where any computed reading gives another one."""
        if self.deciding_readings:
            return Verdict.DEPENDS_ON_READING
        return self.verdict_in_use

    @property
    def deciding_readings(self) -> tuple[OtherReading, ...]:
        """The other readings under which the verdict comes out differently."""
        return tuple(other for other in self.other_readings if other.verdict != self.verdict_in_use)

    def finding(self, rule_id: str) -> Finding:
        """The finding of one rule."""
        return next(finding for finding in self.findings if finding.rule.id == rule_id)

    def count(self, truth: Truth) -> int:
        """How many of the provisions that decide have this outcome."""
        return sum(finding.decides and finding.truth is truth for finding in self.findings)

    @property
    def missing(self) -> tuple[tuple[OpenFact, tuple[Rule, ...]], ...]:
        """The unknown facts that can still change the verdict, those that most rules wait for first."""
        waiting: dict[OpenFact, list[Rule]] = {}
        for finding in self.findings:
            if finding.decides and finding.truth is UNKNOWN:
                for fact in open_facts(finding.condition, self.case):
                    waiting.setdefault(fact, []).append(finding.rule)
        ordered = sorted(waiting.items(), key=lambda entry: -len(entry[1]))
        return tuple((fact, tuple(rules)) for fact, rules in ordered)


class _Waiting:
    """Whether an undecided condition waits for more than the technical team's opinion, asked once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._found: dict[int, bool] = {}

    def for_facts(self, condition: Condition) -> bool:
        found = self._found.get(id(condition))
        if found is None:
            open_now = open_facts(condition, self._case)
            found = not open_now or not all(fact.is_judgement for fact in open_now)
            self._found[id(condition)] = found
        return found


def assess(law: LawInForce, kind: str, case: Case) -> Assessment:
    """Assess one case under the law in force on a day."""
    rules = law.rules_for(kind)
    outcomes = rules.outcomes(case)
    truths = outcomes[: len(rules.rules)]
    findings = tuple(
        [
            Finding(read.rule, TRUTHS[truth], read.condition, case, place < rules.deciding)
            for place, (read, truth) in enumerate(zip(rules.rules, truths, strict=True))
        ]
    )
    conditions = [read.condition for read in rules.rules[: rules.deciding]]
    waiting = _Waiting(case)
    return Assessment(
        law=law,
        kind=kind,
        case=case,
        findings=findings,
        verdict_in_use=_verdict(conditions, truths[: rules.deciding], waiting),
        other_readings=_other_readings(rules, outcomes, conditions, waiting),
    )


def _other_readings(
    rules: KindRules, outcomes: list[int], usual: list[Condition], waiting: _Waiting
) -> tuple[OtherReading, ...]:
    """What each alternative reading changes; those that change no provision are left out."""
    found, place = [], len(rules.rules)
    for other in rules.alternatives:
        changes = []
        for position, condition in other.changed:
            if outcomes[place] != outcomes[position]:
                changes.append((position, condition, outcomes[place]))
            place += 1
        if changes:
            found.append(_under(other, rules, outcomes, usual, changes, waiting))
    return tuple(found)


def _under(
    other: Alternative,
    rules: KindRules,
    outcomes: list[int],
    usual: list[Condition],
    changes: list[tuple[int, Condition, int]],
    waiting: _Waiting,
) -> OtherReading:
    truths = outcomes[: rules.deciding]
    for position, _, truth in changes:
        if position < rules.deciding:
            truths[position] = truth
    return OtherReading(
        other.interpretation,
        other.letter,
        _verdict(usual, truths, waiting, dict(other.changed)),
        tuple([(rules.rules[position].rule, TRUTHS[truth]) for position, _, truth in changes]),
    )


def _verdict(
    conditions: Sequence[Condition],
    truths: list[int],
    waiting: _Waiting,
    instead: Mapping[int, Condition] = MappingProxyType({}),
) -> Verdict:
    if 0 in truths:
        return Verdict.NOT_QUALIFIED
    if 1 not in truths:
        return Verdict.QUALIFIES
    for place, truth in enumerate(truths):
        if truth == 1 and waiting.for_facts(instead.get(place, conditions[place])):
            return Verdict.INCOMPLETE
    return Verdict.NEEDS_JUDGEMENT
