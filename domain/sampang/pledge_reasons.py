"""Why a pledged thing counts or does not, in a sentence: what is true of it, not which rule failed."""

from collections.abc import Iterator
from typing import Final

from domain.regulation.case import Case
from domain.regulation.explain import Reason
from domain.regulation.expressions import AtLeast, Legal
from domain.regulation.trees import facts_in
from domain.regulation.truth import NOT_MET
from domain.regulation.wording import tell
from domain.sampang import collateral as pledge
from domain.sampang import parameters as law
from domain.sampang.kinds import Plate

_WHEELS: Final = {2: "roda dua", 4: "roda empat"}
_YEAR_FOR: Final = {law.TWO_WHEELER_YEAR.key: 2, law.FOUR_WHEELER_YEAR.key: 4}
_OTHER_PLATE: Final = "nomor polisi daerah lain hanya diterima bila kendaraannya atas nama pemohon/pengurus"


def pledge_reasons(reasons: tuple[Reason, ...], item: Case, description: str) -> tuple[str, ...]:
    """The reasons that concern this thing, each once; of a vehicle with four wheels nothing about two."""
    own = [reason for reason in reasons if not _is_of_another_kind(reason, item)] or list(reasons)
    return tuple(dict.fromkeys(_sentence(reason, item, description) for reason in own))


def _keys(reason: Reason) -> set[str]:
    return {fact.key for fact in facts_in(reason.leaf)}


def _is_of_another_kind(reason: Reason, item: Case) -> bool:
    """Whether a reason only tells one branch of the rule from another, or belongs to the other branch."""
    asked = _keys(reason)
    wheels = item.facts.get(pledge.WHEELS.key)
    if asked == {pledge.WHEELS.key}:
        return wheels in _WHEELS
    if wheels in _WHEELS and _wheels_of(reason) not in (None, wheels):
        return True
    return asked <= set(_of_other_plates(item)) and bool(asked)


def _wheels_of(reason: Reason) -> int | None:
    """For how many wheels the year is meant that a reason compares with."""
    limit = reason.leaf.right if isinstance(reason.leaf, AtLeast) else None
    return _YEAR_FOR.get(limit.parameter.key) if isinstance(limit, Legal) else None


def _of_other_plates(item: Case) -> Iterator[str]:
    plate = item.facts.get(pledge.PLATE.key)
    if plate is None:
        return
    yield pledge.PLATE.key
    if plate == Plate.SAMPANG:
        yield pledge.SALE_RECEIPT.key


def _sentence(reason: Reason, item: Case, description: str) -> str:
    asked, failed = _keys(reason), reason.leaf.truth(item) is NOT_MET
    if failed and isinstance(reason.leaf, AtLeast) and asked & {pledge.YEAR.key, pledge.TITLE_YEAR.key}:
        return _too_old(reason.leaf, item, description)
    if failed and asked == {pledge.OWN.key} and item.facts.get(pledge.PLATE.key) == Plate.OTHER:
        return _OTHER_PLATE
    return tell(reason, item)


def _too_old(leaf: AtLeast, item: Case, description: str) -> str:
    what = description.strip() or "kendaraan"
    made = "" if pledge.YEAR.key in {fact.key for fact in facts_in(leaf)} else "dengan BPKB "
    year, oldest = leaf.left.interval(item)[0], leaf.right.interval(item)[0]
    wheels = _WHEELS.get(int(item.facts.get(pledge.WHEELS.key) or 0), "kendaraan ini")
    return f"{what} {made}tahun {year} terlalu tua: {wheels} paling tua {oldest}"
