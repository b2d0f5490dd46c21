"""The assessment of one case: every provision's outcome, the verdict, and what hangs on a reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from domain.regulation.case import Case
from domain.regulation.combinations import Chosen, OtherReadings, Otherwise
from domain.regulation.explain import OpenFact, Reason, carrying, open_facts
from domain.regulation.expressions import Condition
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import KindRules, LawInForce
from domain.regulation.rules import Rule
from domain.regulation.truth import TRUTHS, UNKNOWN, Truth

TOGETHER: Final = " dengan "
"""Joins the readings of a set in its name."""


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
    def answer(self) -> str:
        """Yes, no or open: whether an open verdict waits for a fact or for an opinion is no difference."""
        waiting = self in (Verdict.INCOMPLETE, Verdict.NEEDS_JUDGEMENT)
        return "open" if waiting else self.value

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


class Combination(NamedTuple):
    """A smallest set of other readings that together give another verdict, and the provisions that change."""

    readings: Chosen
    verdict: Verdict
    changes: tuple[tuple[Rule, Truth], ...]

    @property
    def ids(self) -> str:
        """The questions by their ids, for a sentence: "S-02 dengan S-19"."""
        return TOGETHER.join(entry.id for entry, _ in self.readings)

    @property
    def name(self) -> str:
        """The readings by id and letter: "S-02 B dengan S-19 B"."""
        return TOGETHER.join(f"{entry.id} {letter}" for entry, letter in self.readings)


@dataclass(frozen=True)
class Assessment:
    """The outcome of every provision under the readings in use, and the verdict over all readings.

    What other readings make of it is worked out when it is asked for.
    """

    law: LawInForce
    kind: str
    case: Case
    findings: tuple[Finding, ...]
    verdict_in_use: Verdict
    otherwise: OtherReadings = field(repr=False, compare=False)

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict; it depends on a reading where any combination of readings gives another one.

        Yes, no and open count; whether an open verdict waits for a fact or for an opinion does not.
        """
        return Verdict.DEPENDS_ON_READING if self.otherwise.change_the_verdict else self.verdict_in_use

    @cached_property
    def other_readings(self) -> tuple[OtherReading, ...]:
        """What each other reading by itself changes: a provision, and perhaps the verdict."""
        return tuple(OtherReading(*one.readings[0], *self._under(one)) for one in self.otherwise.one_by_one())

    @cached_property
    def combinations(self) -> tuple[Combination, ...]:
        """The smallest sets of other readings, of one or more, that change the verdict."""
        return tuple(
            Combination(one.readings, *self._under(one)) for one in self.otherwise.changing_the_verdict()
        )

    def _under(self, one: Otherwise) -> tuple[Verdict, tuple[tuple[Rule, Truth], ...]]:
        """The verdict under other readings, and the provisions that they change."""
        rules = self.law.rules_for(self.kind)
        conditions = rules.in_doubt.under({entry.id: letter for entry, letter in one.readings})
        verdict = _verdict(conditions, one.outcomes[: rules.deciding], self._waiting)
        told = zip(self.findings, one.outcomes, strict=True)
        return verdict, tuple([(was.rule, TRUTHS[now]) for was, now in told if now != was.truth])

    @cached_property
    def _waiting(self) -> "_Waiting":
        return _Waiting(self.case)

    @property
    def deciding_readings(self) -> tuple[OtherReading, ...]:
        """The other readings that change the verdict by themselves."""
        alone = {one.readings[0] for one in self.combinations if len(one.readings) == 1}
        return tuple(other for other in self.other_readings if (other.interpretation, other.letter) in alone)

    def combinations_with(self, interpretation: Interpretation, letter: str) -> tuple[Combination, ...]:
        """The smallest sets that change the verdict with the help of one reading."""
        return tuple(one for one in self.combinations if (interpretation, letter) in one.readings)

    @property
    def turning_on(self) -> tuple[str, ...]:
        """The questions on which the verdict turns, each smallest set once: "S-10", "S-02 dengan S-19"."""
        return tuple(dict.fromkeys(one.ids for one in self.combinations))

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


# Every assessment has some thirty findings: made as the tuples that they are, in half the time.
_new = tuple.__new__


class _Prepared(NamedTuple):
    """What assessing one kind needs again and again, taken from its rules once."""

    heads: tuple[tuple[Rule, Condition, bool], ...]
    conditions: tuple[Condition, ...]


@lru_cache(maxsize=64)
def _prepared(rules: KindRules) -> _Prepared:
    return _Prepared(
        tuple((read.rule, read.condition, place < rules.deciding) for place, read in enumerate(rules.rules)),
        tuple(read.condition for read in rules.rules),
    )


def assess(law: LawInForce, kind: str, case: Case) -> Assessment:
    """Assess one case under the law in force on a day."""
    rules = law.rules_for(kind)
    prepared = _prepared(rules)
    found = rules.evaluated.work_out(case, False)
    heads = zip(prepared.heads, found.outcomes, strict=True)
    return Assessment(
        law=law,
        kind=kind,
        case=case,
        findings=tuple(
            [_new(Finding, (rule, TRUTHS[truth], asks, case, own)) for (rule, asks, own), truth in heads]
        ),
        verdict_in_use=_verdict(prepared.conditions, found.outcomes[: rules.deciding], _Waiting(case)),
        otherwise=OtherReadings(rules, case, found),
    )


def _verdict(conditions: Sequence[Condition], truths: Sequence[int], waiting: _Waiting) -> Verdict:
    if 0 in truths:
        return Verdict.NOT_QUALIFIED
    if 1 not in truths:
        return Verdict.QUALIFIES
    for place, truth in enumerate(truths):
        if truth == 1 and waiting.for_facts(conditions[place]):
            return Verdict.INCOMPLETE
    return Verdict.NEEDS_JUDGEMENT
