"""What is known of one applicant on one day, as the rules read it."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.regulation.parameter import Value
from domain.regulation.truth import Interval

FactValue = bool | int | str | None
Facts = Mapping[str, FactValue]


class Case:
    """Facts of one applicant, facts of each of the applicant's items, and the law's numbers on the day.

    A fact that is absent or None is not known. `memo` keeps totals over the items for as long as the
    case lives, so a case is made anew whenever a fact changes.
    """

    __slots__ = ("facts", "items", "memo", "values")

    def __init__(
        self, facts: Facts, items: Sequence[Facts] = (), values: Mapping[str, Value | None] = {}
    ) -> None:
        self.facts = facts
        self.values = values
        self.items: tuple[Case, ...] = tuple([Case(item, (), values) for item in items])
        self.memo: dict[Any, Interval] = {}

    def but(self, **changed: FactValue) -> "Case":
        """The same case with some facts changed."""
        return Case({**self.facts, **changed}, [item.facts for item in self.items], self.values)

    def but_item(self, index: int, **changed: FactValue) -> "Case":
        """The same case with some facts of one item changed."""
        items = [item.facts for item in self.items]
        items[index] = {**items[index], **changed}
        return Case(self.facts, items, self.values)
