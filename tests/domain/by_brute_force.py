"""A second way to find what readings make of a case together: every combination, one after the other."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations, product

from domain.regulation.case import Case
from domain.regulation.expressions import Condition
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation
from domain.regulation.trees import Resolver, interpretations_in

Letters = Mapping[str, str]
_RESOLVER = Resolver()


def open_only(regulation: Regulation, names: tuple[str, ...], day: date) -> LawInForce:
    """The law under a practice that has settled every question but these, each on its default."""
    settled = tuple(
        (name, Settlement(entry.default, day, "Kepala Dinas", "188/1"))
        for name, entry in regulation.interpretations.items()
        if entry.computed and name not in names
    )
    return LawInForce(regulation, day, Practice(settlements=settled))


def verdict_under(law: LawInForce, kind: str, case: Case, letters: Letters) -> int:
    """The least truth of the rules that decide, under some letters in place of those in use."""
    conditions = _read(law, kind, tuple(sorted({**law.readings, **letters}.items())))
    return min(int(condition.truth(case)) for condition in conditions)


@lru_cache(maxsize=4096)
def _read(law: LawInForce, kind: str, readings: tuple[tuple[str, str], ...]) -> list[Condition]:
    rules = [rule for rule in law.regulation.rules_by_kind[kind] if rule.kind.decides]
    return [_RESOLVER.resolve(rule.condition, dict(readings)) for rule in rules if rule.condition]


def smallest_flipping_sets(law: LawInForce, kind: str, case: Case) -> set[frozenset[str]]:
    """The smallest sets of questions whose other readings together give another verdict."""
    in_use = verdict_under(law, kind, case, {})
    rules = law.regulation.rules_by_kind[kind]
    asked = {one.id for rule in rules if rule.condition for one in interpretations_in(rule.condition)}
    entries = [one for one in law.interpretations.values() if one.alternatives and one.id in asked]
    found: set[frozenset[str]] = set()
    for size in range(1, len(entries) + 1):
        for chosen in combinations(entries, size):
            names = frozenset(entry.id for entry in chosen)
            if any(smaller < names for smaller in found):
                continue
            tried = (dict(zip(sorted(names), letters, strict=True)) for letters in _letters(chosen))
            if any(verdict_under(law, kind, case, letters) != in_use for letters in tried):
                found.add(names)
    return found


def _letters(chosen: tuple[object, ...]) -> Iterator[tuple[str, ...]]:
    ordered = sorted(chosen, key=lambda entry: entry.id)  # type: ignore[attr-defined]
    return product(*(entry.alternatives for entry in ordered))  # type: ignore[attr-defined]
