"""Walking over expression trees: what they contain, and what is left of them under given readings."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any, TypeVar

from domain.regulation.expressions import (
    Amount,
    AmountByReading,
    ByReading,
    ChoiceFact,
    Condition,
    Legal,
)
from domain.regulation.fact import Fact
from domain.regulation.interpretations import Interpretation
from domain.regulation.parameter import Parameter

Tree = TypeVar("Tree", Condition, Amount)


def children(expression: Any) -> Iterator[Any]:
    """The expressions and choice facts directly inside an expression."""
    if isinstance(expression, ByReading | AmountByReading):
        yield from (branch for _, branch in expression.readings)
        return
    if isinstance(expression, Fact):
        return  # the figures told beside a choice are not asked by the rule
    for name in _names(expression.__class__):
        value = getattr(expression, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Condition | Amount | ChoiceFact):
                yield part


# Every law that is opened is walked through many times over.
@cache
def _names(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


def walk(expression: Any) -> Iterator[Any]:
    """An expression and everything inside it, outermost first; a part that is shared comes once."""
    seen: set[int] = set()
    waiting = [expression]
    while waiting:
        part = waiting.pop()
        if id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(reversed(list(children(part))))


# An expression never changes, and is told apart from others by itself.
@lru_cache(maxsize=2048)
def facts_in(expression: Any) -> tuple[Fact, ...]:
    """The facts that an expression asks for, each once, in the order of reading."""
    return tuple(dict.fromkeys(part for part in walk(expression) if isinstance(part, Fact)))


def parameters_in(expression: Any) -> tuple[Parameter, ...]:
    """The numbers of the law that an expression uses, each once."""
    found = {part.parameter.key: part.parameter for part in walk(expression) if isinstance(part, Legal)}
    return tuple(found.values())


def interpretations_in(expression: Any) -> tuple[Interpretation, ...]:
    """The readings that an expression turns on, each once."""
    found = {
        part.interpretation.id: part.interpretation
        for part in walk(expression)
        if isinstance(part, ByReading | AmountByReading)
    }
    return tuple(found.values())


class Resolver:
    """Replaces every choice of reading in a tree by the branch of the reading that is in use.

    A part that several trees share stays shared, and a part that comes out alike under two sets of
    readings is one object: what differs is told by identity, and totals of a case serve all readings.
    """

    def __init__(self) -> None:
        self._turns_on: dict[int, tuple[str, ...]] = {}
        self._resolved: dict[tuple[int, tuple[str, ...]], Any] = {}
        self._built: dict[tuple[int, ...], Any] = {}
        self._kept: list[Any] = []

    def resolve(self, tree: Tree, readings: Mapping[str, str]) -> Tree:
        """The tree under the given readings (interpretation id to letter); others stay open in it."""
        return self._resolve(tree, readings)  # type: ignore[no-any-return]

    def _resolve(self, part: Any, readings: Mapping[str, str]) -> Any:
        turns_on = self._interpretations(part)
        if not turns_on:
            return part
        key = (id(part), tuple(readings.get(name, "") for name in turns_on))
        if key not in self._resolved:
            self._kept.append(part)
            self._resolved[key] = self._rebuilt(part, readings)
        return self._resolved[key]

    def _rebuilt(self, part: Any, readings: Mapping[str, str]) -> Any:
        if isinstance(part, ByReading | AmountByReading):
            return self._choice(part, readings)
        changed: dict[str, Any] = {}
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, Condition | Amount):
                changed[field.name] = self._resolve(value, readings)
            elif isinstance(value, tuple):
                changed[field.name] = tuple(
                    self._resolve(item, readings) if isinstance(item, Condition | Amount) else item
                    for item in value
                )
        inner = [value if isinstance(value, tuple) else (value,) for value in changed.values()]
        made_of = (id(part), *(id(item) for items in inner for item in items))
        if made_of not in self._built:
            self._built[made_of] = replace(part, **changed)
        return self._built[made_of]

    def _choice(self, part: ByReading | AmountByReading, readings: Mapping[str, str]) -> Any:
        name, branches = part.interpretation.id, dict(part.readings)
        if name in readings:
            return self._resolve(branches[readings[name]], readings)
        still = tuple((letter, self._resolve(branch, readings)) for letter, branch in part.readings)
        if all(new is old for (_, new), (_, old) in zip(still, part.readings, strict=True)):
            return part
        return type(part)(part.interpretation, still)

    def _interpretations(self, part: Any) -> tuple[str, ...]:
        if id(part) not in self._turns_on:
            self._kept.append(part)
            self._turns_on[id(part)] = tuple(sorted(i.id for i in interpretations_in(part)))
        return self._turns_on[id(part)]
