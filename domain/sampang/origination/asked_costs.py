"""What a request for payment asks the borrower to pay, beside what the office's rates give (VIII.5.d)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.money import rupiah
from domain.problems import Problem
from domain.sampang.costs import UpfrontCost
from domain.sampang.origination.records import PaymentRequest

# In the order of `upfront_costs`.
NAMES: Final = {"insurance": "asuransi", "notary": "notaris", "land_check": "pengecekan BPN"}


@dataclass(frozen=True, slots=True)
class AskedCost:
    """One cost in rupiah: what the office's rate gives, None while nobody set it, and what was asked."""

    field: str
    by_rate: int | None
    asked: int

    @property
    def name(self) -> str:
        """What it is paid for, within a sentence."""
        return NAMES[self.field]

    @property
    def differs(self) -> bool:
        """Whether another amount was asked than the rate gives; nothing differs from a rate unset."""
        return self.by_rate is not None and self.asked != self.by_rate


def asked_costs(asked: Mapping[str, int | None], rates: Sequence[UpfrontCost]) -> tuple[AskedCost, ...]:
    """The costs that were typed, by field, beside `upfront_costs`; a blank one is left out."""
    return tuple(
        AskedCost(field, rate.amount, amount)
        for field, rate in zip(NAMES, rates, strict=True)
        if (amount := asked.get(field)) is not None
    )


def costs_of(request: PaymentRequest, rates: Sequence[UpfrontCost]) -> tuple[AskedCost, ...]:
    """The costs of a request beside `upfront_costs`."""
    asked = {"insurance": request.insurance, "notary": request.notary, "land_check": request.land_check}
    return asked_costs(asked, rates)


def unexplained(costs: Sequence[AskedCost], note: str) -> Iterator[Problem]:
    """A problem where a cost differs from the rate and no reason is given."""
    other = [cost for cost in costs if cost.differs]
    if other and not note.strip():
        told = ", ".join(f"{cost.name} menurut ketetapan {rupiah(cost.by_rate or 0)}" for cost in other)
        yield Problem("note", f"Isi alasan biaya berbeda: {told}.")
