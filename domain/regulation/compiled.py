"""The lines of the rules written out as straight Python, for speed one applicant at a time.

Every part of the trees becomes one line that is worked out once, however many rules and readings
share it. possible.py puts the lines together to one function; a property test holds that function, the
trees and the columns to the same answers.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.regulation.case import Case
from domain.regulation.expressions import (
    All,
    Always,
    Amount,
    AmountFact,
    AnyOf,
    AtLeast,
    Choose,
    Condition,
    Constant,
    Least,
    Legal,
    Not,
    OneOf,
    Scaled,
    StillPossible,
    Sum,
    Total,
    TruthFact,
    Worded,
)
from domain.regulation.parameter import Value
from domain.regulation.trees import walk
from domain.regulation.truth import UNBOUNDED, Interval


class Writer:
    """Writes the lines for conditions and amounts over one dictionary of facts, called `facts`."""

    def __init__(self, facts: str, values: Mapping[str, Value | None], names: dict[str, Any]) -> None:
        self.facts, self.values, self.names = facts, values, names
        self.lines: list[str] = []
        self._known: dict[Any, Any] = {}

    def _name(self) -> str:
        return f"{self.facts[0]}{len(self.lines)}"

    def put(self, text: str) -> str:
        """Write one line that works something out; gives its name."""
        name = self._name()
        self.lines.append(f"{name} = {text}")
        return name

    def fact(self, key: str) -> str:
        """The name of a fact's value, read once."""
        if key not in self._known:
            self._known[key] = self.put(f"{self.facts}.get({key!r})")
        return str(self._known[key])

    def truth(self, condition: Condition) -> str:
        """The name of a condition's outcome, worked out once."""
        if id(condition) not in self._known:
            self._known[id(condition)] = self._truth(condition)
        return str(self._known[id(condition)])

    def _truth(self, condition: Condition) -> str:
        match condition:
            case TruthFact():
                told = self.fact(condition.key)
                return self.put(f"1 if {told} is None else 2 if {told} else 0")
            case OneOf():
                told = self.fact(condition.fact.key)
                among = f"among{len(self.names)}"
                self.names[among] = condition.values
                return self.put(f"1 if {self._undecided(condition, told)} else 2 if {told} in {among} else 0")
            case All() | AnyOf():
                return self._joint(condition)
            case Not():
                return self.put(f"2 - {self.truth(condition.part)}")
            case StillPossible():
                return self.put(f"{self.truth(condition.part)} or 1")
            case AtLeast():
                (low, high), (other_low, other_high) = map(self.amount, (condition.left, condition.right))
                return self.put(f"2 if {low} >= {other_high} else 0 if {high} < {other_low} else 1")
            case Worded():
                return self.truth(condition.part)
            case Always():
                return "2"
        raise TypeError(f"cannot write {type(condition).__name__}; resolve the readings first")

    def _undecided(self, condition: OneOf, told: str) -> str:
        if not condition.open_at:
            return f"{told} is None"
        open_at = f"among{len(self.names)}"
        self.names[open_at] = condition.open_at
        return f"{told} is None or {told} in {open_at}"

    def _joint(self, joint: All | AnyOf) -> str:
        parts = [self.truth(part) for part in joint.parts]
        sign = "<" if isinstance(joint, All) else ">"
        found = self.put(parts[0])
        self.lines += [f"if {part} {sign} {found}: {found} = {part}" for part in parts[1:]]
        return found

    def amount(self, amount: Amount) -> tuple[str, str]:
        """The names of the least and the most of an amount, worked out once."""
        if id(amount) not in self._known:
            self._known[id(amount)] = self._amount(amount)
        return self._known[id(amount)]  # type: ignore[no-any-return]

    def _amount(self, amount: Amount) -> tuple[str, str]:
        match amount:
            case AmountFact():
                told = self.fact(amount.key)
                low = self.put(f"0 if {told} is None else {told}")
                return low, self.put(f"{UNBOUNDED} if {told} is None else {told}")
            case Constant():
                return str(amount.value), str(amount.value)
            case Legal():
                value = self.values.get(amount.parameter.key)
                return (str(value),) * 2 if isinstance(value, int) else ("0", str(UNBOUNDED))
            case Sum():
                lows, highs = zip(*map(self.amount, amount.parts), strict=True)
                high = self.put(" + ".join(highs))
                self.lines.append(f"if {high} > {UNBOUNDED}: {high} = {UNBOUNDED}")
                return self.put(" + ".join(lows)), high
            case Scaled():
                return self._scaled(amount)
            case Choose():
                return self._choose(amount)
            case Least():
                lows, highs = zip(*map(self.amount, amount.parts), strict=True)
                return self.put(f"min({', '.join(lows)})"), self.put(f"min({', '.join(highs)})")
        raise TypeError(f"cannot write {type(amount).__name__}; resolve the readings first")

    def _scaled(self, amount: Scaled) -> tuple[str, str]:
        (low, high), (top_low, top_high) = self.amount(amount.amount), self.amount(amount.numerator)
        bottom_low, bottom_high = self.amount(amount.denominator)
        if top_low == top_high and bottom_low == bottom_high and bottom_low.isdigit() and int(bottom_low):
            return self._scaled_by_numbers((low, high), top_low, bottom_low)
        least = self.put(f"{low} * {top_low} // {bottom_high} if 0 < {bottom_high} < {UNBOUNDED} else 0")
        open_ended = f"{high} >= {UNBOUNDED} or {top_high} >= {UNBOUNDED} or {bottom_low} == 0"
        return least, self.put(f"{UNBOUNDED} if {open_ended} else {high} * {top_high} // {bottom_low}")

    def _scaled_by_numbers(self, bounds: tuple[str, str], top: str, bottom: str) -> tuple[str, str]:
        low, high = bounds
        part = f" * {top}" if bottom == "1" else f" * {top} // {bottom}"
        return self.put(f"{low}{part}"), self.put(f"{UNBOUNDED} if {high} >= {UNBOUNDED} else {high}{part}")

    def _choose(self, amount: Choose) -> tuple[str, str]:
        found = self.truth(amount.condition)
        (low, high), (other_low, other_high) = self.amount(amount.then), self.amount(amount.otherwise)
        smaller = f"({low} if {low} < {other_low} else {other_low})"
        larger = f"({high} if {high} > {other_high} else {other_high})"
        return (
            self.put(f"{low} if {found} == 2 else {other_low} if {found} == 0 else {smaller}"),
            self.put(f"{high} if {found} == 2 else {other_high} if {found} == 0 else {larger}"),
        )

    def known(self, part: Any, names: tuple[str, str]) -> None:
        """Take the bounds of an amount from names that are worked out elsewhere."""
        self._known[id(part)] = names


def totals_in(parts: Sequence[Condition | Amount]) -> list[Total]:
    """The totals in some conditions or amounts, each once; told apart by identity."""
    return list(dict.fromkeys(part for one in parts for part in walk(one) if isinstance(part, Total)))


def adding(place: int, total: Total, of_item: Writer) -> list[str]:
    """The lines that add one item to a total: to its least `a`, and to its most `d`."""
    low, high = of_item.amount(total.amount)
    found = of_item.truth(total.where)
    return [f"if {found}: d{place} += {high}", f"if {found} == 2: a{place} += {low}"]


def over_items(totals: int, of_item: Sequence[str], bounds: str) -> list[str]:
    """The lines that add up every item of a `case`; of the `bounds`, `c` and `d` are at most unbounded."""
    if not totals:
        return []
    lines = [f" {' = '.join(f'{name}{place}' for name in bounds)} = 0" for place in range(totals)]
    lines += [" for one in case.items:", "  item = one.facts", *(f"  {line}" for line in of_item)]
    capped = [f"{name}{place}" for place in range(totals) for name in bounds if name in "cd"]
    return lines + [f" if {name} > {UNBOUNDED}: {name} = {UNBOUNDED}" for name in capped]


def amounts_of(
    amounts: Sequence[Amount], values: Mapping[str, Value | None]
) -> Callable[[Case], tuple[Interval, ...]]:
    """The function that works out some amounts for a case, in their order, as they are read."""
    names: dict[str, Any] = {}
    of_item, whole = Writer("item", values, names), Writer("facts", values, names)
    lines: list[str] = []
    totals = totals_in(amounts)
    for place, total in enumerate(totals):
        lines += adding(place, total, of_item)
        whole.known(total, (f"a{place}", f"d{place}"))
    found = [f"({', '.join(whole.amount(amount))}), " for amount in amounts]
    source = ["def amounts(case):", *over_items(len(totals), [*of_item.lines, *lines], "ad")]
    source += [" facts = case.facts", *(f" {line}" for line in whole.lines), f" return ({''.join(found)})"]
    exec(compile("\n".join(source), "<amounts>", "exec"), names)
    return names["amounts"]  # type: ignore[no-any-return]
