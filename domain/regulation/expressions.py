"""Rules as small expression trees: facts and amounts joined by `&`, `|`, `~`, comparisons and sums.

A condition answers met, not met or not known yet; an amount answers an interval from the least to the
most that it can be. Both only grow more definite as facts become known, so a decided answer stays.
Other files walk the same trees: columns.py for many applicants at once, explain.py for reasons,
remedies.py for what would change an outcome, wording.py for sentences.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self, TypeVar, dataclass_transform

from domain.regulation.case import Case
from domain.regulation.fact import STILL, Adjustment, Fact
from domain.regulation.interpretations import Interpretation
from domain.regulation.parameter import Parameter, Unit
from domain.regulation.truth import (
    MET,
    NOT_MET,
    NOTHING_KNOWN,
    OPPOSITE,
    UNKNOWN,
    Interval,
    Truth,
    added,
    at_least,
    chosen,
    counted,
    scaled,
    smallest,
)

Node = TypeVar("Node")


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[Node]) -> type[Node]:
    """A frozen part of a tree, told apart by identity."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)


class Condition:
    """Something that holds, does not hold, or is not known yet."""

    __slots__ = ()

    def truth(self, case: Case) -> Truth:
        """Whether the condition holds for a case."""
        raise TypeError(f"{type(self).__name__} does not say when it holds")

    def __and__(self, other: "Condition") -> "All":
        return All((*parts_of(self, All), *parts_of(other, All)))

    def __or__(self, other: "Condition") -> "AnyOf":
        return AnyOf((*parts_of(self, AnyOf), *parts_of(other, AnyOf)))

    def __invert__(self) -> "Condition":
        return self.part if isinstance(self, Not) else Not(self)


class Amount:
    """A whole number, known exactly or only within an interval."""

    __slots__ = ()

    def interval(self, case: Case) -> Interval:
        """The least and the most that the amount can be for a case."""
        raise TypeError(f"{type(self).__name__} does not say how much it is")

    def __ge__(self, other: "Amount | int") -> "AtLeast":
        return AtLeast(self, as_amount(other))

    def __le__(self, other: "Amount | int") -> "AtLeast":
        return AtLeast(as_amount(other), self, turned=True)

    def __lt__(self, other: "Amount | int") -> "Condition":
        return ~AtLeast(self, as_amount(other))

    def __gt__(self, other: "Amount | int") -> "Condition":
        return ~AtLeast(as_amount(other), self, turned=True)

    def __add__(self, other: "Amount") -> "Sum":
        return Sum((*parts_of(self, Sum), *parts_of(other, Sum)))

    def times(self, numerator: "Amount | int", denominator: "Amount | int" = 1) -> "Scaled":
        """The amount times a fraction, rounded down to a whole number."""
        return Scaled(self, as_amount(numerator), as_amount(denominator))

    def when(self, condition: Condition) -> "Choose":
        """The amount where the condition holds, else zero."""
        return Choose(condition, self, Constant(0))


def parts_of(expression: Any, joined_by: Any) -> tuple[Any, ...]:
    """The parts of an unnamed joint of the same sort, or the expression by itself."""
    if type(expression) is joined_by and not getattr(expression, "label", ""):
        return tuple(expression.parts)
    return (expression,)


def as_amount(value: Amount | int) -> Amount:
    """A plain number as an amount."""
    return value if isinstance(value, Amount) else Constant(value)


# ---- conditions ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class TruthFact(Fact, Condition):
    """A yes-or-no fact; `holds` and `fails` are the phrases for yes and no."""

    holds: str
    fails: str

    def truth(self, case: Case) -> Truth:
        value = case.facts.get(self.key)
        return UNKNOWN if value is None else MET if value else NOT_MET


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class ChoiceFact(Fact):
    """A fact with one of a few named values, in their natural order.

    `beside` are figures that are told with the value, because it was worked out from them.
    """

    label: str
    choices: type[StrEnum]
    beside: tuple[Fact, ...] = ()

    def among(self, *values: StrEnum, open_at: Iterable[StrEnum] = ()) -> "OneOf":
        """The condition that the fact is one of these values; at `open_at` it is not decided."""
        return OneOf(self, frozenset(map(str, values)), frozenset(map(str, open_at)))

    def from_on(self, lowest: StrEnum) -> "OneOf":
        """The condition that the fact is this value or a later one in the order of its choices."""
        order = list(self.choices)
        return self.among(*order[order.index(lowest) :])


@node
class OneOf(Condition):
    """A choice is one of the named values; values in `open_at` leave it open."""

    fact: ChoiceFact
    values: frozenset[str]
    open_at: frozenset[str] = frozenset()

    def truth(self, case: Case) -> Truth:
        value = case.facts.get(self.fact.key)
        if value is None or value in self.open_at:
            return UNKNOWN
        return MET if value in self.values else NOT_MET


class Joint(Condition):
    """Several conditions together, found out once for each case."""

    __slots__ = ()

    def truth(self, case: Case) -> Truth:
        """Whether the condition holds for a case."""
        known = case.found.get(self)
        if known is None:
            known = case.found[self] = self.joined(case)
        return known

    def joined(self, case: Case) -> Truth:
        """The same, from its parts."""
        raise TypeError(f"{type(self).__name__} does not say when it holds")


@node
class All(Joint):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def joined(self, case: Case) -> Truth:
        outcome = MET
        for part in self.parts:
            found = part.truth(case)
            if found is NOT_MET:
                return NOT_MET
            if found is UNKNOWN:
                outcome = UNKNOWN
        return outcome


@node
class AnyOf(Joint):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def joined(self, case: Case) -> Truth:
        outcome = NOT_MET
        for part in self.parts:
            found = part.truth(case)
            if found is MET:
                return MET
            if found is UNKNOWN:
                outcome = UNKNOWN
        return outcome


@node
class Not(Condition):
    """The part does not hold."""

    part: Condition

    def truth(self, case: Case) -> Truth:
        return OPPOSITE[self.part.truth(case)]


@node
class StillPossible(Condition):
    """The part holds, or may still come to hold before `until`: never refused, only not yet met."""

    part: Condition
    until: str

    def truth(self, case: Case) -> Truth:
        found = self.part.truth(case)
        return MET if found is MET else UNKNOWN


@node
class AtLeast(Condition):
    """One amount reaches another; decided as soon as the intervals no longer overlap.

    `turned` only says from which side the sentence is told; `holds` and `fails`, where given, are the
    sentences of this comparison in place of the general ones, and `shown` the two amounts to print
    beside them (what there is, what is needed).
    """

    left: Amount
    right: Amount
    turned: bool = False
    holds: str = ""
    fails: str = ""
    shown: tuple[Amount, ...] = ()

    def truth(self, case: Case) -> Truth:
        return at_least(self.left.interval(case), self.right.interval(case))

    def told(self, holds: str, fails: str, shown: tuple[Amount, ...] = ()) -> "AtLeast":
        """The same comparison with sentences of its own."""
        return replace(self, holds=holds, fails=fails, shown=shown)


@node
class Always(Condition):
    """Holds for everybody, because a provision or a reading asks nothing."""

    because: str

    def truth(self, case: Case) -> Truth:
        return MET


@node
class Worded(Condition):
    """A condition told as a whole, in sentences of its own."""

    part: Condition
    holds: str
    fails: str

    def truth(self, case: Case) -> Truth:
        return self.part.truth(case)


@node
class ByReading(Condition):
    """What is asked under each reading of a place that can be read in more than one way."""

    interpretation: Interpretation
    readings: tuple[tuple[str, Condition], ...]

    def truth(self, case: Case) -> Truth:
        return dict(self.readings)[self.interpretation.in_use].truth(case)


# ---- amounts ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class AmountFact(Fact, Amount):
    """A number that somebody tells: rupiah, months, people, a year.

    `adjustment` says how the number can be moved when it stands in the way.
    """

    label: str
    unit: Unit
    adjustment: Adjustment = STILL

    def interval(self, case: Case) -> Interval:
        value = case.facts.get(self.key)
        return NOTHING_KNOWN if value is None else (value, value)  # type: ignore[return-value]


@node
class Constant(Amount):
    """A plain number."""

    value: int

    def interval(self, case: Case) -> Interval:
        return (self.value, self.value)


@node
class Legal(Amount):
    """A number of the law, or of the office, in force on the day; not known where nobody has set it."""

    parameter: Parameter

    def interval(self, case: Case) -> Interval:
        value = case.values.get(self.parameter.key)
        return (value, value) if isinstance(value, int) else NOTHING_KNOWN


class WorkedOut(Amount):
    """An amount of other parts, which is worked out once for each case."""

    __slots__ = ()

    def interval(self, case: Case) -> Interval:
        """The least and the most that the amount can be for a case."""
        known = case.memo.get(self)
        if known is None:
            known = case.memo[self] = self.worked_out(case)
        return known

    def worked_out(self, case: Case) -> Interval:
        """The same, from its parts."""
        raise TypeError(f"{type(self).__name__} does not say how much it is")


@node
class Sum(WorkedOut):
    """Amounts added up."""

    parts: tuple[Amount, ...]
    label: str = ""

    def worked_out(self, case: Case) -> Interval:
        return added([part.interval(case) for part in self.parts])

    def named(self, label: str) -> "Sum":
        """The same sum with a name."""
        return replace(self, label=label)


@node
class Scaled(WorkedOut):
    """An amount times a fraction, rounded down to a whole number."""

    amount: Amount
    numerator: Amount
    denominator: Amount
    label: str = ""

    def worked_out(self, case: Case) -> Interval:
        return scaled(
            self.amount.interval(case), self.numerator.interval(case), self.denominator.interval(case)
        )

    def named(self, label: str) -> "Scaled":
        """The same amount with a name."""
        return replace(self, label=label)


@node
class Choose(WorkedOut):
    """One amount where a condition holds, another where it does not."""

    condition: Condition
    then: Amount
    otherwise: Amount
    label: str = ""

    def worked_out(self, case: Case) -> Interval:
        found = self.condition.truth(case)
        if found is MET:
            return self.then.interval(case)
        if found is NOT_MET:
            return self.otherwise.interval(case)
        return chosen(found, self.then.interval(case), self.otherwise.interval(case))

    def named(self, label: str) -> Self:
        """The same choice with a name."""
        return replace(self, label=label)


@node
class Least(WorkedOut):
    """The smallest of several amounts."""

    parts: tuple[Amount, ...]
    label: str = ""

    def worked_out(self, case: Case) -> Interval:
        return smallest([part.interval(case) for part in self.parts])


@node
class Total(Amount):
    """An amount of every item that meets a condition, added up over the applicant's items."""

    amount: Amount
    where: Condition
    label: str = ""

    def interval(self, case: Case) -> Interval:
        known = case.totals.get(self)
        if known is not None:
            return known
        total = (0, 0)
        for item in case.items:
            total = counted(total, self.where.truth(item), self.amount.interval(item))
        total = case.totals[self] = added([total])
        return total


@node
class AmountByReading(Amount):
    """An amount under each reading of a place that can be read in more than one way."""

    interpretation: Interpretation
    readings: tuple[tuple[str, Amount], ...]

    def interval(self, case: Case) -> Interval:
        return dict(self.readings)[self.interpretation.in_use].interval(case)


def by_reading(interpretation: Interpretation, **readings: Condition) -> ByReading:
    """A condition that depends on how a place is read; one branch for each computed reading."""
    _branches_fit(interpretation, readings)
    return ByReading(interpretation, tuple(readings.items()))


def amount_by_reading(interpretation: Interpretation, **readings: Amount) -> AmountByReading:
    """An amount that depends on how a place is read; one branch for each computed reading."""
    _branches_fit(interpretation, readings)
    return AmountByReading(interpretation, tuple(readings.items()))


def _branches_fit(interpretation: Interpretation, readings: dict[str, Any]) -> None:
    if set(readings) != set(interpretation.computed):
        raise ValueError(f"{interpretation.id}: one branch for each of {interpretation.computed}")
