"""The open readings that tie parts of the rules together, so that the parts cannot be looked at one by one.

A reading is tied where two parts of one condition, or two rules, turn on it, or a branch of its own, or where
what it changes is added up over items, chosen by, or divided by. With these held, what remains can be told
part by part.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from domain.regulation.expressions import (
    All,
    AmountByReading,
    AnyOf,
    AtLeast,
    ByReading,
    Choose,
    Condition,
    Least,
    Scaled,
    Sum,
    Total,
)
from domain.regulation.trees import children, interpretations_in, walk


def readings_of(part: Any) -> set[str]:
    """The ids of the readings that a part turns on."""
    return {entry.id for entry in interpretations_in(part)}


def tied_readings(conditions: Sequence[Condition], still_open: Collection[str]) -> tuple[str, ...]:
    """The readings, of those still open, that tie the conditions or their parts, in their order."""
    tied = set(_in_two_of(conditions))
    for part in {id(part): part for one in conditions for part in walk(one)}.values():
        tied |= _tied_in(part)
    return tuple(name for name in still_open if name in tied)


def _tied_in(part: Any) -> set[str]:
    if isinstance(part, Total):
        return readings_of(part)
    if isinstance(part, Choose):
        return readings_of(part.condition) | set(_in_two_of([part.then, part.otherwise]))
    if isinstance(part, Scaled):
        return readings_of(part.denominator) | set(_in_two_of([*children(part)]))
    if isinstance(part, ByReading | AmountByReading):
        own = part.interpretation.id
        return {own} if any(own in readings_of(branch) for _, branch in part.readings) else set()
    if isinstance(part, All | AnyOf | AtLeast | Sum | Least):
        return set(_in_two_of([*children(part)]))
    return set()


def _in_two_of(parts: Iterable[Any]) -> list[str]:
    found = Counter(name for part in parts for name in readings_of(part))
    return [name for name, times in found.items() if times > 1]


def turning_on(names: Collection[str]) -> Callable[[Any], bool]:
    """Whether a part turns on one of some readings."""
    wanted = set(names)
    known: dict[int, bool] = {}
    kept: list[Any] = []

    def turns(part: Any) -> bool:
        if id(part) not in known:
            kept.append(part)  # so that no id is used twice
            known[id(part)] = bool(readings_of(part) & wanted)
        return known[id(part)]

    return turns
