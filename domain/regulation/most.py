"""How much at most: the limit that binds, and the ways to reach the amount that was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.regulation.case import Case
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

    @property
    def told(self) -> int | None:
        """The amount as every screen and paper tells it; None where nothing is known for certain yet."""
        return self.amount if self.amount or self.is_certain else None


def most_for(rules: KindRules, case: Case) -> Most:
    """The largest amount that the limits allow in a case."""
    figures = figures_of(rules, case)
    binding = binding_of(figures)
    could_be = min(figure.most for figure in figures)
    least = {amount: figure.least for (_, amount), figure in zip(rules.limits, figures, strict=True)}
    otherwise = zip(rules.other_limits, rules.limited_otherwise(case), strict=True)
    least |= {amount: low for amount, (low, _) in otherwise}
    elsewhere = []
    for other in rules.alternatives:
        amount = min(least[limit] for limit in other.limits)
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
    return tuple(
        LimitFigure(limit, *found)
        for (limit, _), found in zip(rules.limits, rules.limited(case), strict=True)
    )


def binding_of(figures: Sequence[LimitFigure]) -> LimitFigure:
    """The limit that binds: the one that allows least with what is known."""
    return min(figures, key=lambda figure: figure.least)


def least_of(rules: KindRules, case: Case) -> int:
    """The smallest of the limits, counting only what is known: the largest amount."""
    return min(least for least, _ in rules.limited(case))
