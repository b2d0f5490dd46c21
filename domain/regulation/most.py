"""How much at most: the limit that binds, and the ways to reach the amount that was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.regulation.case import Case
from domain.regulation.expressions import Amount
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import KindRules
from domain.regulation.rules import Limit
from domain.regulation.truth import UNBOUNDED


@dataclass(frozen=True, slots=True)
class LimitFigure:
    """One limit with the least and the most that it can be, in rupiah."""

    limit: Limit
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Most:
    """The largest amount with what is known, in rupiah, and the limit that binds it.

    `could_be` is the largest amount if every unknown fact turned out well; None where nothing known
    bounds it. `elsewhere` gives the largest amount under each other reading that changes it.
    """

    amount: int
    could_be: int | None
    binding: LimitFigure
    limits: tuple[LimitFigure, ...]
    elsewhere: tuple[tuple[Interpretation, str, int], ...]

    @property
    def is_certain(self) -> bool:
        """Whether no unknown fact can still raise the amount."""
        return self.could_be == self.amount


def most_for(rules: KindRules, case: Case) -> Most:
    """The largest amount that the limits allow in a case."""
    figures = figures_of(rules, case)
    binding = binding_of(figures)
    could_be = min(figure.most for figure in figures)
    usual = {id(amount) for _, amount in rules.limits}
    elsewhere = []
    for other in rules.alternatives:
        if all(id(amount) in usual for amount in other.limits):
            continue
        amount = least_of(other.limits, case)
        if amount != binding.least:
            elsewhere.append((other.interpretation, other.letter, amount))
    return Most(
        amount=binding.least,
        could_be=None if could_be >= UNBOUNDED else could_be,
        binding=binding,
        limits=figures,
        elsewhere=tuple(elsewhere),
    )


def figures_of(rules: KindRules, case: Case) -> tuple[LimitFigure, ...]:
    """Every limit in a case, in the order of the rules."""
    return tuple(LimitFigure(limit, *amount.interval(case)) for limit, amount in rules.limits)


def binding_of(figures: Sequence[LimitFigure]) -> LimitFigure:
    """The limit that binds: the one that allows least with what is known."""
    return min(figures, key=lambda figure: figure.least)


def least_of(limits: Sequence[Amount], case: Case) -> int:
    """The smallest of several limits, counting only what is known."""
    return min(limit.interval(case)[0] for limit in limits)
