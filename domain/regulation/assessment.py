"""The assessment of one case: every provision's outcome, the verdict, and what hangs on a reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
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

    @property
    def in_sentence(self) -> str:
        """The words within a sentence, where the first letter is small."""
        return self.label[0].lower() + self.label[1:]


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


class _Prepared(NamedTuple):
    """What assessing one kind needs again and again, taken from its rules once.

    `changed` lists every condition that an alternative reading changes: the place of its outcome, the
    position of its rule, the alternative.
    """

    heads: tuple[tuple[Rule, Condition, bool], ...]
    deciding: tuple[Condition, ...]
    changed: tuple[tuple[int, int, Alternative], ...]


@lru_cache(maxsize=64)
def _prepared(rules: KindRules) -> _Prepared:
    changed = [(position, other) for other in rules.alternatives for position, _ in other.changed]
    first = len(rules.rules)
    return _Prepared(
        tuple((read.rule, read.condition, place < rules.deciding) for place, read in enumerate(rules.rules)),
        tuple(read.condition for read in rules.rules[: rules.deciding]),
        tuple((place, position, other) for place, (position, other) in enumerate(changed, first)),
    )


def assess(law: LawInForce, kind: str, case: Case) -> Assessment:
    """Assess one case under the law in force on a day."""
    rules = law.rules_for(kind)
    prepared = _prepared(rules)
    outcomes = rules.outcomes(case)
    heads = zip(prepared.heads, outcomes, strict=False)  # after the rules come those that readings change
    waiting = _Waiting(case)
    return Assessment(
        law=law,
        kind=kind,
        case=case,
        findings=tuple(
            [Finding(rule, TRUTHS[truth], asks, case, decides) for (rule, asks, decides), truth in heads]
        ),
        verdict_in_use=_verdict(prepared.deciding, outcomes[: rules.deciding], waiting),
        other_readings=_other_readings(prepared, outcomes, waiting),
    )


def _other_readings(prepared: _Prepared, outcomes: list[int], waiting: _Waiting) -> tuple[OtherReading, ...]:
    """What each alternative reading changes; those that change no provision are left out."""
    changes = [entry for entry in prepared.changed if outcomes[entry[0]] != outcomes[entry[1]]]
    return tuple(
        [
            _under(other, prepared, outcomes, list(entries), waiting)
            for other, entries in groupby(changes, itemgetter(2))
        ]
    )


def _under(
    other: Alternative,
    prepared: _Prepared,
    outcomes: list[int],
    changes: list[tuple[int, int, Alternative]],
    waiting: _Waiting,
) -> OtherReading:
    truths = outcomes[: len(prepared.deciding)]
    for place, position, _ in changes:
        if position < len(truths):
            truths[position] = outcomes[place]
    return OtherReading(
        other.interpretation,
        other.letter,
        _verdict(prepared.deciding, truths, waiting, other.changed),
        tuple([(prepared.heads[position][0], TRUTHS[outcomes[place]]) for place, position, _ in changes]),
    )


def _verdict(
    conditions: Sequence[Condition],
    truths: list[int],
    waiting: _Waiting,
    changed: tuple[tuple[int, Condition], ...] = (),
) -> Verdict:
    if 0 in truths:
        return Verdict.NOT_QUALIFIED
    if 1 not in truths:
        return Verdict.QUALIFIES
    instead = dict(changed)
    for place, truth in enumerate(truths):
        if truth == 1 and waiting.for_facts(instead.get(place, conditions[place])):
            return Verdict.INCOMPLETE
    return Verdict.NEEDS_JUDGEMENT
