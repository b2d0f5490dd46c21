"""How old the arrears are: loans and outstanding principal by months behind, what is at risk, provision.

The ages are those of O-31, by months behind (O-02). A provision is taken on outstanding principal, half up
for each loan (O-19); where the office has set no percentage there is none, which is not zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter, exact
from domain.sampang import parameters as law
from domain.sampang.servicing.quality import ClassLimits, Quality

PROVISIONS: Final[Mapping[Quality, Parameter]] = {
    Quality.CURRENT: law.PROVISION_CURRENT,
    Quality.SUBSTANDARD: law.PROVISION_SUBSTANDARD,
    Quality.DOUBTFUL: law.PROVISION_DOUBTFUL,
    Quality.LOSS: law.PROVISION_LOSS,
}


@dataclass(frozen=True, slots=True)
class Age:
    """Months behind from one number to another; the last age has no end."""

    first: int
    last: int | None

    @property
    def label(self) -> str:
        """The age as a table's heading names it."""
        if self.last == 0:
            return "Tidak menunggak"
        if self.last is None:
            return f"Lebih dari {self.first - 1} bulan"
        return f"{self.first}-{self.last} bulan"

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"umur-{self.first}"

    def holds(self, months: int) -> bool:
        """Whether so many months behind are of this age."""
        return self.first <= months and (self.last is None or months <= self.last)


AGES: Final = (Age(0, 0), Age(1, 3), Age(4, 6), Age(7, 12), Age(13, None))


@dataclass(frozen=True, slots=True)
class Held:
    """Running loans that are so many months behind: how many, and their outstanding principal in rupiah.

    `provision` is that of the loans' class, None where the office has not set its percentage.
    """

    months: int
    loans: int
    owed: int
    provision: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Loans and rupiah together; `provision` is None where a percentage of what is in it is not set."""

    loans: int = 0
    owed: int = 0
    provision: int | None = 0

    def __add__(self, other: "Sum") -> "Sum":
        """Both together."""
        known = self.provision is not None and other.provision is not None
        together = (self.provision or 0) + (other.provision or 0) if known else None
        return Sum(self.loans + other.loans, self.owed + other.owed, together)

    @property
    def net(self) -> int | None:
        """Outstanding principal less the provision, for the balance sheet; None while one is not set."""
        return None if self.provision is None else self.owed - self.provision


@dataclass(frozen=True, slots=True)
class Ageing:
    """The running loans of a day by age and by class."""

    held: tuple[Held, ...]
    limits: ClassLimits

    def of_age(self, age: Age) -> Sum:
        """The loans of an age."""
        return _together(one for one in self.held if age.holds(one.months))

    def of_class(self, quality: Quality) -> Sum:
        """The loans of a class."""
        return _together(one for one in self.held if self.limits.of(one.months) is quality)

    @property
    def all(self) -> Sum:
        """All running loans."""
        return _together(self.held)

    @property
    def at_risk(self) -> Sum:
        """Loans with anything behind, from the first day (O-31)."""
        return _together(one for one in self.held if one.months)

    @property
    def share_at_risk(self) -> Fraction | None:
        """The part of the outstanding principal that is at risk; None where nothing is lent."""
        return Fraction(self.at_risk.owed, self.all.owed) if self.all.owed else None


def provision_rate(quality: Quality, rules: LawInForce) -> Fraction | None:
    """The percentage of a class on the law's day, as the office has set it."""
    return exact(rules.values.get(PROVISIONS[quality].key))


def provision_of(owed: int, percent: Fraction) -> int:
    """The provision for one loan in rupiah, half up."""
    return floor(owed * percent / 100 + Fraction(1, 2))


def _together(held: Iterable[Held]) -> Sum:
    found = Sum()
    for one in held:
        # A class without loans needs no percentage.
        found += Sum(one.loans, one.owed, one.provision if one.loans else 0)
    return found
