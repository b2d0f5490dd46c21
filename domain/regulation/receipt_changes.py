"""What changed between two receipts of one application, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.case import FactValue
from domain.regulation.expressions import AmountFact, ChoiceFact
from domain.regulation.fact import Fact
from domain.regulation.receipts import Receipt, compare
from domain.regulation.rules import Regulation
from domain.regulation.trees import facts_in
from domain.regulation.truth import Truth
from domain.regulation.wording import OUTCOMES, measure

_Item = Mapping[str, FactValue]
_Numbered = tuple[int, _Item]


def changes(regulation: Regulation, before: Receipt, after: Receipt) -> tuple[str, ...]:
    """Every fact, item of collateral, outcome and result that differs, the facts first."""
    found = compare(before, after)
    titles = _titles(regulation, before.kind) | _titles(regulation, after.kind)
    known = _facts(regulation, of_item=False)
    return (
        *(_change(known[key], was, now_is) for key, was, now_is in found.facts if key in known),
        *_item_changes(regulation, before.items, after.items),
        *(
            f"{titles.get(rule, rule)}: {_outcome(old)} → {_outcome(new)}"
            for rule, old, new in found.outcomes
        ),
        *_results(before, after),
    )


def _results(before: Receipt, after: Receipt) -> Iterator[str]:
    """The verdict, the largest amount, and the readings that were used."""
    verdicts = [Verdict(one.verdict).label for one in (before, after)]
    if verdicts[0] != verdicts[1]:
        yield f"Hasil: {verdicts[0]} → {verdicts[1]}"
    most = ["belum dihitung" if one.most is None else rupiah(one.most) for one in (before, after)]
    if most[0] != most[1]:
        yield f"Paling banyak: {most[0]} → {most[1]}"
    for name in dict.fromkeys((*before.readings, *after.readings)):
        letters = [one.readings.get(name, "belum ada") for one in (before, after)]
        if letters[0] != letters[1]:
            yield f"Bacaan {name}: {letters[0]} → {letters[1]}"


def value_in_words(fact: Fact, value: FactValue) -> str:
    """What is known of a fact, as people read it."""
    if value is None:
        return "belum diketahui"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(fact, AmountFact) and isinstance(value, int):
        return measure(value, fact.unit)
    if isinstance(fact, ChoiceFact):
        return next((choice.label for choice in fact.choices if choice == value), str(value))  # type: ignore[attr-defined]
    return str(value)


@lru_cache(maxsize=8)
def _facts(regulation: Regulation, of_item: bool) -> dict[str, Fact]:
    items = [part for rule in regulation.item_rules for part in (rule.concerns, rule.condition)]
    asked = [rule.condition for rule in regulation.rules if rule.condition]
    limits = [limit.amount for limits in regulation.limits_by_kind.values() for limit in limits]
    found = (fact for part in (*items, *asked, *limits) for fact in facts_in(part))
    return {fact.key: fact for fact in found if fact.of_item is of_item}


def _titles(regulation: Regulation, kind: str) -> dict[str, str]:
    return {rule.id: f"{rule.title} ({rule.place})" for rule in regulation.rules_by_kind.get(kind, ())}


def _outcome(truth: Truth | None) -> str:
    return "tidak ada" if truth is None else OUTCOMES[truth]


def _change(fact: Fact, was: FactValue, now_is: FactValue) -> str:
    name = f"{fact.label}:" if isinstance(fact, AmountFact | ChoiceFact) else fact.question
    return f"{name} {value_in_words(fact, was)} → {value_in_words(fact, now_is)}"


def _item_changes(regulation: Regulation, before: Sequence[_Item], after: Sequence[_Item]) -> Iterator[str]:
    """Items that stayed as they were are set aside; of the others the first answers to the first."""
    gone, come = _without(before, after), _without(after, before)
    known = _facts(regulation, of_item=True)
    for (_, was), (place, now_is) in zip(gone, come, strict=False):
        told = [
            _change(fact, was.get(key), now_is.get(key))
            for key, fact in known.items()
            if was.get(key) != now_is.get(key)
        ]
        yield f"Agunan {place} berubah: {'; '.join(told) or 'keterangannya'}"
    for place, item in gone[len(come) :]:
        yield f"Agunan {place} tidak ada lagi: {_item_in_words(known, item)}"
    for place, item in come[len(gone) :]:
        yield f"Agunan {place} baru: {_item_in_words(known, item)}"
    if not gone and not come and tuple(before) != tuple(after):
        yield "Urutan agunan berubah"


def _without(items: Sequence[_Item], others: Sequence[_Item]) -> list[_Numbered]:
    left = [dict(other) for other in others]
    found = []
    for place, item in enumerate(items, 1):
        if dict(item) in left:
            left.remove(dict(item))
        else:
            found.append((place, item))
    return found


def _item_in_words(known: Mapping[str, Fact], item: _Item) -> str:
    named = [known[key] for key in ("kind", "value") if key in known and item.get(key) is not None]
    return ", ".join(value_in_words(fact, item[fact.key]) for fact in named) or "belum diisi"
