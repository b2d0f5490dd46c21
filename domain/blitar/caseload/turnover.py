"""By how much the turnover of binaan changed since their baseline, of those measured again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.blitar.caseload.progress import Movement

MEASURED: Final = (Movement.UP, Movement.SAME, Movement.DOWN)


@dataclass(frozen=True, slots=True)
class Turnover:
    """The open usaha mikro by where their yearly turnover went, and the change of each kind in rupiah.

    Baseline against the newest verified measurement; `businesses` are all, also those not measured again.
    """

    clients: Mapping[Movement, int]
    change: Mapping[Movement, int]
    businesses: int

    @property
    def net(self) -> int:
        """What all measured together gained, less what they lost."""
        return sum(self.change.values())

    @property
    def measured(self) -> int:
        """How many were measured at the beginning and again."""
        return sum(self.clients.values())

    @property
    def risen(self) -> int:
        """How many of them rose."""
        return self.clients.get(Movement.UP, 0)

    @property
    def not_measured(self) -> int:
        """How many have no baseline or were not measured again, of which nothing is known."""
        return self.businesses - self.measured
