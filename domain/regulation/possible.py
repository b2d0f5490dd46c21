"""Which verdicts any combination of open readings could give, quickly and never too few of them.

Written out as one straight function like the rules themselves. A truth becomes the set of truths that it
can take (a bit each: 1 not met, 2 not known, 4 met), an amount the least and the most of each of its two
bounds. Parts are looked at by themselves, so a set may hold a verdict that no combination gives; where it
holds one verdict only, every combination gives that one. diagrams.py tells the rest exactly.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from domain.regulation.case import Case
from domain.regulation.compiled import Writer, adding, over_items, totals_in
from domain.regulation.diagrams import OpenReadings
from domain.regulation.expressions import (
    All,
    Amount,
    AmountByReading,
    AnyOf,
    AtLeast,
    ByReading,
    Choose,
    Condition,
    Least,
    Not,
    Scaled,
    StillPossible,
    Sum,
    Total,
    Worded,
)
from domain.regulation.parameter import Value
from domain.regulation.truth import UNBOUNDED

Spans = tuple[str, str, str, str]
"""Names for the least and the most of the lower bound, then of the upper bound."""

_BITS: Final = {truth: 1 << truth for truth in (0, 1, 2)}
ONE_TRUTH: Final = frozenset(_BITS.values())


def truths_in(mask: int) -> tuple[int, ...]:
    """The truths that a set holds."""
    return tuple(truth for truth, bit in _BITS.items() if mask & bit)


def _table(outcome: Any) -> tuple[int, ...]:
    """The set of outcomes of two sets, at 8 times the one plus the other."""
    return tuple(
        sum({_BITS[outcome(one, other)] for one in truths_in(a) for other in truths_in(b)})
        for a in range(8)
        for b in range(8)
    )


LOWER, UPPER = _table(min), _table(max)
OPPOSITE_SET: Final = tuple(sum(_BITS[2 - truth] for truth in truths_in(mask)) for mask in range(8))
STILL_SET: Final = tuple(sum({_BITS[max(truth, 1)] for truth in truths_in(mask)}) for mask in range(8))


class _SetWriter:
    """Writes the lines for sets of truths and spans of amounts beside the plain lines of a writer."""

    def __init__(self, plain: Writer, readings: OpenReadings) -> None:
        self._plain, self._readings = plain, readings
        self._known: dict[int, Any] = {}
        self._kept: list[Condition] = []  # so that no id is used twice
        plain.names |= {"LOWER": LOWER, "UPPER": UPPER, "OPPOSITE": OPPOSITE_SET, "STILL": STILL_SET}
        plain.names["ALONE"] = tuple(_BITS.values())

    def mask(self, condition: Condition) -> str:
        """The name of a condition's set of truths, worked out once."""
        if id(condition) not in self._known:
            self._known[id(condition)] = self._mask(condition)
        return str(self._known[id(condition)])

    def _mask(self, condition: Condition) -> str:
        put = self._plain.put
        if not self._readings.turns(condition):
            return put(f"ALONE[{self._plain.truth(condition)}]")
        match condition:
            case All() | AnyOf():
                return self.joint(condition)
            case Not():
                return put(f"OPPOSITE[{self.mask(condition.part)}]")
            case StillPossible():
                return put(f"STILL[{self.mask(condition.part)}]")
            case Worded():
                return self.mask(condition.part)
            case AtLeast():
                return self._at_least(condition)
            case ByReading():
                return put(" | ".join(self.mask(branch) for _, branch in condition.readings))
        raise TypeError(f"no readings within {type(condition).__name__}")

    def joint(self, joint: All | AnyOf) -> str:
        """The set of a joint; what no reading touches is joined plainly before."""
        plain = tuple(part for part in joint.parts if not self._readings.turns(part))
        turning = [part for part in joint.parts if self._readings.turns(part)]
        table, together = ("LOWER", All(plain)) if isinstance(joint, All) else ("UPPER", AnyOf(plain))
        self._kept.append(together)
        masks = [*([self.mask(together)] if plain else []), *map(self.mask, turning)]
        found = masks[0]
        for mask in masks[1:]:
            found = self._plain.put(f"{table}[{found} << 3 | {mask}]")
        return found

    def _at_least(self, condition: AtLeast) -> str:
        a, b, c, d = self.spans(condition.left)
        e, f, g, h = self.spans(condition.right)
        met, not_met = f"(4 if {b} >= {g} else 0)", f"(1 if {c} < {f} else 0)"
        return self._plain.put(f"{met} | {not_met} | (2 if {a} < {h} and {d} >= {e} else 0)")

    def spans(self, amount: Amount) -> Spans:
        """The names of an amount's spans, worked out once."""
        if id(amount) not in self._known:
            self._known[id(amount)] = self._spans(amount)
        return self._known[id(amount)]  # type: ignore[no-any-return]

    def _spans(self, amount: Amount) -> Spans:
        if not self._readings.turns(amount):
            low, high = self._plain.amount(amount)
            return low, low, high, high
        match amount:
            case Sum():
                return self._sum(amount)
            case Least():
                columns = zip(*map(self.spans, amount.parts), strict=True)
                return self._four(*(f"min({', '.join(column)})" for column in columns))
            case Scaled():
                return self._scaled(amount)
            case Choose():
                return self._choose(amount)
            case AmountByReading():
                return self._by_reading(amount)
        raise TypeError(f"no readings within {type(amount).__name__}")

    def _four(self, *texts: str) -> Spans:
        a, b, c, d = map(self._plain.put, texts)
        return a, b, c, d

    def _sum(self, amount: Sum) -> Spans:
        columns = [" + ".join(column) for column in zip(*map(self.spans, amount.parts), strict=True)]
        columns[2:] = [f"min({column}, {UNBOUNDED})" for column in columns[2:]]
        return self._four(*columns)

    def _scaled(self, amount: Scaled) -> Spans:
        a, b, c, d = self.spans(amount.amount)
        e, f, g, h = self.spans(amount.numerator)
        i, j, k, m = self.spans(amount.denominator)

        def low(part: str, top: str, bottom: str) -> str:
            return f"{part} * {top} // {bottom} if 0 < {bottom} < {UNBOUNDED} else 0"

        def high(part: str, top: str, bottom: str) -> str:
            open_ended = f"{part} >= {UNBOUNDED} or {top} >= {UNBOUNDED} or {bottom} == 0"
            return f"{UNBOUNDED} if {open_ended} else {part} * {top} // {bottom}"

        return self._four(low(a, e, m), low(b, f, k), high(c, g, j), high(d, h, i))

    def _choose(self, amount: Choose) -> Spans:
        found = self.mask(amount.condition)
        a, b, c, d = self.spans(amount.then)
        e, f, g, h = self.spans(amount.otherwise)
        names = self._four("0", "0", "0", "0")
        either = (
            f"min({a} if {found} & 6 else {UNBOUNDED}, {e} if {found} & 3 else {UNBOUNDED})",
            f"max({b} if {found} & 4 else 0, {f} if {found} & 1 else 0, min({b}, {f}) if {found} & 2 else 0)",
            f"min({c} if {found} & 4 else {UNBOUNDED}, {g} if {found} & 1 else {UNBOUNDED}, "
            f"max({c}, {g}) if {found} & 2 else {UNBOUNDED})",
            f"max({d} if {found} & 6 else 0, {h} if {found} & 3 else 0)",
        )
        told = ", ".join(names)
        self._plain.lines += [
            f"if {found} == 4: {told} = {a}, {b}, {c}, {d}",
            f"elif {found} == 1: {told} = {e}, {f}, {g}, {h}",
            f"else: {told} = {', '.join(either)}",
        ]
        return names

    def _by_reading(self, amount: AmountByReading) -> Spans:
        columns = list(zip(*(self.spans(branch) for _, branch in amount.readings), strict=True))
        outer = ("min", "max", "min", "max")
        return self._four(*(f"{of}({', '.join(column)})" for of, column in zip(outer, columns, strict=True)))

    def known(self, total: Total, names: Spans) -> None:
        """Take the spans of a total from names that are worked out elsewhere."""
        self._known[id(total)] = names

    def told(self) -> dict[int, str]:
        """Every part that turns on an open reading, with the text that gives what it can be."""
        return {
            part: f"({', '.join(found)})" if isinstance(found, tuple) else found
            for part, found in self._known.items()
            if self._readings.turns_by_id(part)
        }


class WorkedOut(NamedTuple):
    """The outcomes of rules under the readings in use, and what any combination could make of them.

    `sets` is empty where a rule that no reading touches decides against the case, unless all was asked for;
    else it holds for every rule the set of its possible truths, and last that of possible verdicts.
    `parts` is empty where only one verdict is possible; else it gives, in the order of `Evaluated.parts`,
    the set of truths or the spans of every part that turns on an open reading.
    """

    outcomes: list[int]
    sets: list[int]
    parts: tuple[Any, ...]


class Evaluated(NamedTuple):
    """A function that works out the rules for a case, and the parts that it tells of, by their ids.

    The function takes the case, and whether everything is asked for; `parts` gives each its place.
    """

    work_out: Callable[[Case, bool], WorkedOut]
    parts: Mapping[int, int]


class Surely:
    """What is the same under every combination: parts by their id, each with its truth or its interval."""

    def __init__(self, parts: Mapping[int, int], told: Sequence[Any]) -> None:
        self._parts, self._told = parts, told

    def get(self, part: int) -> Any:
        """The one truth or interval of a part; None where combinations differ, or nothing is told."""
        if not self._told:
            return None
        can_be = self._told[self._parts[part]]
        if type(can_be) is tuple:
            same = can_be[0] == can_be[1] and can_be[2] == can_be[3]
            return (can_be[0], can_be[2]) if same else None
        return can_be >> 1 if can_be in ONE_TRUTH else None  # 1, 2, 4 stand for 0, 1, 2


def evaluator(
    in_use: Sequence[Condition],
    conditions: Sequence[Condition],
    deciding: int,
    readings: OpenReadings,
    values: Mapping[str, Value | None],
) -> Evaluated:
    """Write the function for rules: `in_use` as they are read, `conditions` with the open readings in them.

    The first `deciding` of them make the verdict, which is the least of their truths. No set is too small.
    """
    names: dict[str, Any] = {}
    of_item, whole = Writer("item", values, names), Writer("facts", values, names)
    item_sets, sets = _SetWriter(of_item, readings), _SetWriter(whole, readings)
    lines: list[str] = []
    totals = totals_in([*in_use, *conditions])
    for place, total in enumerate(totals):
        if readings.turns(total):
            lines += _adding_sets(place, total, of_item, item_sets)
            sets.known(total, (f"a{place}", f"b{place}", f"c{place}", f"d{place}"))
        else:
            lines += adding(place, total, of_item)
            whole.known(total, (f"a{place}", f"d{place}"))
    outcomes = [whole.truth(condition) for condition in in_use]
    untouched = All(tuple(one for one in conditions[:deciding] if not readings.turns(one)))
    if untouched.parts:
        against = f"{whole.truth(untouched)} == 0 and not in_full"
        whole.lines.append(f"if {against}: return [{', '.join(outcomes)}], (), ()")
    each = [sets.mask(condition) for condition in conditions]
    verdict = sets.joint(All(tuple(conditions[:deciding])))
    parts = sets.told()
    told = (", ".join(outcomes), ", ".join([*each, verdict]), "".join(f"{text}, " for text in parts.values()))
    source = _source(len(totals), [*of_item.lines, *lines], whole.lines, told)
    exec(compile(source, "<possible>", "exec"), names)
    evaluate = names["evaluate"]

    def work_out(case: Case, in_full: bool) -> WorkedOut:
        return WorkedOut(*evaluate(case, in_full))

    return Evaluated(work_out, {part: place for place, part in enumerate(parts)})


def _adding_sets(place: int, total: Total, of_item: Writer, item_sets: _SetWriter) -> list[str]:
    low, high = of_item.amount(total.amount)
    found = item_sets.mask(total.where)
    return [
        f"if {found} == 4: a{place} += {low}",
        f"if {found} & 4: b{place} += {low}",
        f"if not {found} & 1: c{place} += {high}",
        f"if {found} & 6: d{place} += {high}",
    ]


def _source(totals: int, of_item: list[str], whole: list[str], told: tuple[str, str, str]) -> str:
    outcomes, sets, parts = told
    lines = ["def evaluate(case, in_full):", *over_items(totals, of_item, "abcd"), " facts = case.facts"]
    lines += [f" {line}" for line in whole]
    lines += [f" sets = [{sets}]", f" if sets[-1] not in ALONE: return [{outcomes}], sets, ({parts})"]
    lines.append(f" return [{outcomes}], sets, ()")
    return "\n".join(lines)
