"""Why an outcome is what it is: the leaves that carry it, and the facts still missing that matter."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from domain.regulation.case import Case
from domain.regulation.expressions import (
    All,
    Always,
    Amount,
    AmountByReading,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
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
from domain.regulation.fact import Fact
from domain.regulation.truth import MET, NOT_MET, UNBOUNDED, UNKNOWN

Leaf = TruthFact | OneOf | AtLeast | Always | Worded
# Named once: a union of classes written inside a function is built again at every call.
_LEAVES = (TruthFact, OneOf, AtLeast, Always, Worded)
_JOINTS = (All, AnyOf)
_AROUND_ONE = (Not, StillPossible, Worded)


class Reason(NamedTuple):
    """A leaf that carries an outcome; `negated` when the rule asks for its opposite."""

    leaf: Leaf
    negated: bool = False


class OpenFact(NamedTuple):
    """A fact that nobody has told yet; `item` is the place of the item that it belongs to."""

    fact: Fact | Legal
    item: int | None = None

    @property
    def is_judgement(self) -> bool:
        """Whether only the technical team can tell it."""
        return isinstance(self.fact, Fact) and self.fact.is_judgement


def carrying(condition: Condition, case: Case, negated: bool = False) -> tuple[Reason, ...]:
    """The leaves that carry the outcome of a condition, and only those."""
    if isinstance(condition, _LEAVES):
        return _alone(condition, negated)
    if isinstance(condition, Not):
        return carrying(condition.part, case, not negated)
    if isinstance(condition, StillPossible):
        return carrying(condition.part, case, negated)
    if isinstance(condition, ByReading):
        return carrying(dict(condition.readings)[condition.interpretation.in_use], case, negated)
    if not isinstance(condition, _JOINTS):
        raise TypeError(f"cannot explain {type(condition).__name__}")
    return _carrying_parts(condition, case, negated)


# A leaf by itself is the same reason for every case.
@lru_cache(maxsize=4_096)
def _alone(leaf: Leaf, negated: bool) -> tuple[Reason, ...]:
    return (Reason(leaf, negated),)


def _carrying_parts(joint: All | AnyOf, case: Case, negated: bool) -> tuple[Reason, ...]:
    truths = [part.truth(case) for part in joint.parts]
    outcome = min(truths) if isinstance(joint, All) else max(truths)
    found: list[Reason] = []
    for part, truth in zip(joint.parts, truths, strict=True):
        if truth is outcome:
            found += carrying(part, case, negated)
            if truth is MET and isinstance(joint, AnyOf):
                break
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def open_facts(condition: Condition, case: Case) -> tuple[OpenFact, ...]:
    """The unknown facts that can still change the outcome of an undecided condition."""
    return tuple(dict.fromkeys(_open(condition, case, None)))


def _open(condition: Condition, case: Case, item: int | None) -> Iterator[OpenFact]:
    if condition.truth(case) is not UNKNOWN and not isinstance(condition, StillPossible):
        return
    if isinstance(condition, TruthFact):
        yield OpenFact(condition, item)
    elif isinstance(condition, OneOf):
        yield OpenFact(condition.fact, item)
    elif isinstance(condition, AtLeast):
        yield from _open_amount(condition.left, case, item)
        yield from _open_amount(condition.right, case, item)
    elif isinstance(condition, _AROUND_ONE):
        yield from _open(condition.part, case, item)
    elif isinstance(condition, _JOINTS):
        for part in condition.parts:
            yield from _open(part, case, item)
    elif isinstance(condition, ByReading):
        yield from _open(dict(condition.readings)[condition.interpretation.in_use], case, item)


def _open_amount(amount: Amount, case: Case, item: int | None) -> Iterator[OpenFact]:
    low, high = amount.interval(case)
    if low == high:
        return
    if isinstance(amount, AmountFact | Legal):
        yield OpenFact(amount, item)
    elif isinstance(amount, Scaled):
        for part in (amount.amount, amount.numerator, amount.denominator):
            yield from _open_amount(part, case, item)
    elif isinstance(amount, Sum | Least):
        for part in amount.parts:
            if isinstance(amount, Sum) or part.interval(case)[0] < high or high >= UNBOUNDED:
                yield from _open_amount(part, case, item)
    elif isinstance(amount, Choose):
        yield from _open_choice(amount, case, item)
    elif isinstance(amount, Total):
        yield from _open_total(amount, case)
    elif isinstance(amount, AmountByReading):
        in_use = dict(amount.readings)[amount.interpretation.in_use]
        yield from _open_amount(in_use, case, item)
    elif not isinstance(amount, Constant):
        raise TypeError(f"cannot explain {type(amount).__name__}")


def _open_choice(choice: Choose, case: Case, item: int | None) -> Iterator[OpenFact]:
    found = choice.condition.truth(case)
    yield from _open(choice.condition, case, item)
    if found is not NOT_MET:
        yield from _open_amount(choice.then, case, item)
    if found is not MET:
        yield from _open_amount(choice.otherwise, case, item)


def _open_total(total: Total, case: Case) -> Iterator[OpenFact]:
    for index, item in enumerate(case.items):
        if total.where.truth(item) is not NOT_MET:
            yield from _open(total.where, item, index)
            yield from _open_amount(total.amount, item, index)
