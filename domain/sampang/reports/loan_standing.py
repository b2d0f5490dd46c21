"""Where one loan stood at the end of a day, and what came in for it in the month of that day."""

from dataclasses import dataclass
from datetime import date

from domain.dates import add_months
from domain.sampang.kinds import ApplicantKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanStanding:
    """A loan on a day, in rupiah; `*_in` came in within the month by the day of the money.

    `wholly` counts the instalments that were wholly paid, `left` is what the plan still asks, jasa too.
    `from_bank` is what of the month's money came out of the bank's own files.
    """

    application_id: int
    number: str
    name: str
    kind: ApplicantKind
    district_code: str | None
    disbursed_on: date
    principal: int
    owed: int
    left: int
    principal_in: int
    interest_in: int
    surcharge_in: int
    from_bank: int
    arrears_principal: int
    arrears_interest: int
    since: date | None
    wholly: int
    day: date

    @property
    def runs(self) -> bool:
        """Whether anything was left to pay."""
        return self.left > 0

    @property
    def received(self) -> int:
        """Everything that came in within the month."""
        return self.principal_in + self.interest_in + self.surcharge_in

    @property
    def arrears(self) -> int:
        """Principal and interest that were behind."""
        return self.arrears_principal + self.arrears_interest

    @property
    def months(self) -> int:
        """How many months it was behind (O-02)."""
        return 0 if self.since is None else due_days_gone(self.disbursed_on, self.day) - self.wholly


def due_days_gone(disbursed_on: date, day: date) -> int:
    """How many due days of a loan lie before a day; they go on monthly after its last instalment."""
    months = (day.year - disbursed_on.year) * 12 + day.month - disbursed_on.month
    return max(0, months - (add_months(disbursed_on, months) >= day)) if months > 0 else 0
