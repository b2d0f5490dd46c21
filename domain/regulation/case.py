"""What is known of one applicant on one day, as the rules read it."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.regulation.parameter import Value
from domain.regulation.truth import Interval, Truth

FactValue = bool | int | str | None
Facts = Mapping[str, FactValue]


class Case:
    """Facts of one applicant, facts of each of the applicant's items, and the law's numbers on the day.

    A fact that is absent or None is not known. `memo` keeps amounts that are worked out for as long as the
    case lives, so a case is made anew whenever a fact changes; `totals` keeps what the items add up to, also
    for a case with the same items.
    """

    __slots__ = ("facts", "found", "items", "memo", "totals", "values")

    def __init__(
        self, facts: Facts, items: Sequence[Facts] = (), values: Mapping[str, Value | None] = {}
    ) -> None:
        self.facts = facts
        self.values = values
        self.items: tuple[Case, ...] = tuple([Case(item, (), values) for item in items])
        self.memo: dict[Any, Interval] = {}
        self.found: dict[Any, Truth] = {}
        self.totals: dict[Any, Interval] = {}

    def but(self, **changed: FactValue) -> "Case":
        """The same case with some facts changed."""
        other = Case({**self.facts, **changed}, (), self.values)
        other.items, other.totals = self.items, self.totals
        return other

    def but_item(self, index: int, **changed: FactValue) -> "Case":
        """The same case with some facts of one item changed."""
        items = [item.facts for item in self.items]
        items[index] = {**items[index], **changed}
        return Case(self.facts, items, self.values)
