"""By which law a verdict was found: a mark of all that can change it, and what became another since."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from domain.regulation.interpretations import Weight
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import Receipt, fingerprint
from domain.regulation.replaying import practice_of
from domain.regulation.rules import Regulation
from domain.version import VERSION


@lru_cache(maxsize=64)
def basis_of(law: LawInForce) -> str:
    """A short hash over what the law of a day decides by: rules, numbers of the day, readings, program.

    Two days with the same rules, numbers and readings have the same one: a kept verdict stays true over
    them as long as the file itself stays as it is. Questions of procedure decide no verdict.
    """
    deciding = [one for one in law.interpretations.values() if one.computed or one.weight is Weight.VERDICT]
    readings = [f"{one.id} {one.in_use} {one.alternatives}" for one in deciding]
    values = [f"{key} {value}" for key, value in law.values.items()]
    lines = [VERSION, fingerprint(law.regulation), *values, *readings]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def by_filing(law: LawInForce) -> tuple[tuple[date | None, LawInForce], ...]:
    """The law of a day for files handed in since a day, the newest first; the last has no day."""
    found: list[tuple[date | None, LawInForce]] = []
    before = law.regulation.before
    while before is not None:
        since, earlier = before
        found.append((since, law))
        law = law.as_filed(since - timedelta(days=1))
        before = earlier.before
    return (*found, (None, law))


def law_of_receipt(receipt: Receipt, versions: Iterable[Regulation]) -> LawInForce | None:
    """The law that a receipt was worked out by; None where none of the versions is its own."""
    own = next((one for one in versions if fingerprint(one) == receipt.fingerprint), None)
    return None if own is None else LawInForce(own, receipt.day, practice_of(receipt))


def why_again(receipt: Receipt | None, law: LawInForce) -> str:
    """Why a file is assessed once more: what of the law is another than its last receipt rested on."""
    if receipt is None:
        return "belum dinilai"
    found = [*_settled(receipt, law), *_set(receipt, law), *_amended(receipt, law)]
    return "; ".join(found) if found else "isian atau penilaian tim berubah sejak penilaian terakhir"


def _settled(receipt: Receipt, law: LawInForce) -> Iterator[str]:
    before = _in_force(((name, on, letter) for name, letter, on, *_ in receipt.settlements), receipt.day)
    for name, entry in law.interpretations.items():
        if entry.settlement is not None and before.get(name) != entry.settlement.reading:
            yield f"tafsir {name} ditetapkan"


def _set(receipt: Receipt, law: LawInForce) -> Iterator[str]:
    before = _in_force(((key, since, value) for key, since, value, _ in receipt.settings), receipt.day)
    told = ((key, one.since.isoformat(), one.value) for key, one in law.practice.settings)
    for key, value in _in_force(told, law.day).items():
        if before.get(key) != value and key in law.parameters:
            yield f"setelan {law.parameters[key].label} ditetapkan"


def _amended(receipt: Receipt, law: LawInForce) -> Iterator[str]:
    if receipt.fingerprint == fingerprint(law.regulation):
        return
    own = law.regulation.instrument
    is_entered = any(one.key == own.key for one in law.practice.instruments)
    yield f"{own.name} berlaku" if is_entered else "ketentuan dalam program diperbarui"


def _in_force(told: Iterable[tuple[str, str, Any]], day: date) -> dict[str, Any]:
    """Of each name the newest that had begun by a day; told as name, day in ISO form, value."""
    begun = [one for one in told if one[1] <= day.isoformat()]
    return {name: value for name, _, value in sorted(begun, key=lambda one: one[1])}
