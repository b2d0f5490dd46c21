"""The flow of a kind's provisions in the order of judging, with how many of a register each of them stops.

Every provision is asked of everybody, so its three counts are of all; `out` counts those whom none before it
stopped and it does. A provision that decides nothing stands below, once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.regulation.interpretations import Interpretation, Weight
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.judged import ANSWERS, JudgedKind
from domain.regulation.rules import Limit, Rule, RuleKind
from domain.regulation.truth import MET, NOT_MET, UNKNOWN

LIMITS: Final = "batas jumlah"
_BELOW: Final = (RuleKind.PRIORITY, RuleKind.RIGHT_OR_DUTY, RuleKind.PROCEDURE)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many meet a provision, are not known to, and do not; `out` is for whom it is the first of these."""

    met: int
    unknown: int
    not_met: int
    out: int


@dataclass(frozen=True, slots=True)
class FlowNode:
    """One provision: its number in the picture, id, place, title, and the readings that leave it open."""

    number: int
    id: str
    place: str
    title: str
    kind: str
    readings: tuple[str, ...]
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class LawFlow:
    """The provisions of one kind: those that decide, in their order, and those that do not, by what they do.

    `answers` counts the verdicts by name, and `size` everybody; None without a register.
    """

    kind: str
    deciding: tuple[FlowNode, ...]
    below: tuple[FlowNode, ...]
    size: int | None = None
    answers: tuple[tuple[str, int], ...] = ()

    @property
    def nodes(self) -> tuple[FlowNode, ...]:
        """Every provision, each once."""
        return (*self.deciding, *self.below)


def law_flow(law: LawInForce, kind: str, found: JudgedKind | None = None) -> LawFlow:
    """The flow of a kind; with what a register came out as, also how many each provision stops."""
    rules = law.regulation.rules_by_kind[kind]
    deciding = [read.rule for read in law.rules_for(kind).rules[: law.rules_for(kind).deciding]]
    rest = [rule for one in _BELOW for rule in rules if rule.kind is one]
    limits = law.regulation.limits_by_kind.get(kind, ())
    counted = None if found is None else _counted(found, deciding)
    nodes = [
        _node(number, rule, law, counted[number - 1] if counted else None)
        for number, rule in enumerate(deciding, 1)
    ]
    below = [_node(number, rule, law, None) for number, rule in enumerate(rest, len(nodes) + 1)]
    below += [_limit(number, one) for number, one in enumerate(limits, len(nodes) + len(below) + 1)]
    if found is None:
        return LawFlow(kind, tuple(nodes), tuple(below))
    answers = tuple((name, int((found.answers == place).sum())) for place, name in enumerate(ANSWERS))
    return LawFlow(kind, tuple(nodes), tuple(below), found.of.size, answers)


def _counted(found: JudgedKind, rules: Sequence[Rule]) -> list[Counted]:
    counted, goes_on = [], np.full(found.of.size, True)
    for rule in rules:
        truths = found.outcomes[rule.id]
        stopped = truths == NOT_MET
        counted.append(
            Counted(
                met=int((truths == MET).sum()),
                unknown=int((truths == UNKNOWN).sum()),
                not_met=int(stopped.sum()),
                out=int((stopped & goes_on).sum()),
            )
        )
        goes_on &= ~stopped
    return counted


def _node(number: int, rule: Rule, law: LawInForce, counted: Counted | None) -> FlowNode:
    readings = tuple(one.id for one in rule.interpretations if _is_open(law.interpretations[one.id]))
    return FlowNode(number, rule.id, rule.place, rule.title, str(rule.kind), readings, counted)


def _limit(number: int, limit: Limit) -> FlowNode:
    return FlowNode(number, limit.id, limit.citations[0].short, limit.title, LIMITS, ())


def _is_open(reading: Interpretation) -> bool:
    """Whether a reading can change a verdict, and nobody has settled it."""
    return reading.weight is Weight.VERDICT and reading.settlement is None
