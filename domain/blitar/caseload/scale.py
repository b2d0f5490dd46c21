"""The size class of a micro business by PP 7/2021: which, by which criterion, and since when.

Pasal 35 measures a new business by its capital and one that is older than the PP by its annual sales.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from domain.blitar.client import Client
from domain.blitar.instruments import PP_7_2021
from domain.blitar.kinds import SubjectKind
from domain.blitar.parameters import (
    MEDIUM_CAPITAL,
    MEDIUM_SALES,
    MICRO_CAPITAL,
    MICRO_SALES,
    SMALL_CAPITAL,
    SMALL_SALES,
)
from domain.labelled import Labelled
from domain.money import rupiah
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Citation


class ScaleClass(Labelled):
    """A size class of PP 7/2021."""

    MICRO = "micro", "Mikro"
    SMALL = "small", "Kecil"
    MEDIUM = "medium", "Menengah"
    LARGE = "large", "Lebih dari menengah"


class Criterion(Labelled):
    """What the class is measured by."""

    CAPITAL = "capital", "modal usaha di luar tanah dan bangunan"
    SALES = "sales", "hasil penjualan tahunan"


# The highest amount of each class but the last, the smallest class first.
_LIMITS: Final = {
    Criterion.CAPITAL: (MICRO_CAPITAL, SMALL_CAPITAL, MEDIUM_CAPITAL),
    Criterion.SALES: (MICRO_SALES, SMALL_SALES, MEDIUM_SALES),
}
_PLACE: Final = {
    Criterion.CAPITAL: Citation(PP_7_2021, "Pasal 35 ayat (3)", "Ps 35 ayat (3)"),
    Criterion.SALES: Citation(PP_7_2021, "Pasal 35 ayat (5)", "Ps 35 ayat (5)"),
}


@dataclass(frozen=True, slots=True)
class ScaleFinding:
    """The class, the criterion with its amount, since which day it is in that class, and the provision.

    `unknown` says what is missing when there is no class; it is never a "not micro".
    """

    scale: ScaleClass | None
    criterion: Criterion | None
    amount: int | None
    since: date | None
    unknown: str = ""

    @property
    def citation(self) -> Citation | None:
        """Where the criterion stands."""
        return None if self.criterion is None else _PLACE[self.criterion]

    @property
    def told(self) -> str:
        """The finding in one sentence."""
        if self.scale is None or self.criterion is None or self.amount is None:
            return self.unknown
        return f"{self.scale.label} menurut {self.criterion.label}, {rupiah(self.amount)}"


def class_of(criterion: Criterion, amount: int, law: LawInForce) -> ScaleClass:
    """The class of an amount of rupiah; a limit belongs to the class below it."""
    for scale, limit in zip(ScaleClass, _LIMITS[criterion], strict=False):
        if amount <= cast(int, law.values[limit.key]):
            return scale
    return ScaleClass.LARGE


def scale_of(
    client: Client, told_on: date, law: LawInForce, sales: Iterable[tuple[date, int]] = ()
) -> ScaleFinding | None:
    """The class of a micro business; None for a koperasi, which has none.

    `told_on` is the day on which the figures of the client were told. `sales` are annual sales measured
    (day, rupiah); the newest counts, of one day the measured one, and the class holds since the first day
    of the last unbroken run in the same class.
    """
    if client.kind is not SubjectKind.CLIENT_MICRO:
        return None
    business, known = client.business, list(sales)
    if business.founded_on is None:
        return _not_known("Ukuran belum diketahui: tanggal berdiri usaha belum diisi.")
    if business.founded_on >= PP_7_2021.in_force_since:
        if business.capital is None:
            return _not_known("Ukuran belum diketahui: modal usaha belum diisi.")
        scale = class_of(Criterion.CAPITAL, business.capital, law)
        return ScaleFinding(scale, Criterion.CAPITAL, business.capital, business.founded_on)
    if business.annual_sales is not None:
        known.insert(0, (told_on, business.annual_sales))
    if not known:
        return _not_known("Ukuran belum diketahui: hasil penjualan tahunan belum diisi.")
    return _by_sales(sorted(known, key=lambda one: one[0]), law)


def _by_sales(known: list[tuple[date, int]], law: LawInForce) -> ScaleFinding:
    newest_on, newest = known[-1]
    scale, since = class_of(Criterion.SALES, newest, law), newest_on
    for day, amount in reversed(known):
        if class_of(Criterion.SALES, amount, law) is not scale:
            break
        since = day
    return ScaleFinding(scale, Criterion.SALES, newest, since)


def _not_known(sentence: str) -> ScaleFinding:
    return ScaleFinding(None, None, None, None, sentence)
