"""Where one loan stood at the end of a day, and what came in for it in the month of that day."""

from dataclasses import dataclass
from datetime import date

from domain.dates import monthly
from domain.sampang.kinds import ApplicantKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanAtEnd:
    """A loan on a day, in rupiah; `*_in` came in within the month by the day of the money.

    `wholly` counts the instalments that were wholly paid, `left` is what the plan still asks, jasa too.
    `from_bank` is what of the month's money came out of the bank's own files. A loan that was taken over
    falls due from the month after that of `due_from` on, on its `own_day`.
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
    due_from: date | None = None
    own_day: int | None = None

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
        if self.since is None:
            return 0
        begins = self.due_from or self.disbursed_on
        return due_days_gone(begins, self.own_day or self.disbursed_on.day, self.day) - self.wholly


def due_days_gone(begins: date, due_day: int, day: date) -> int:
    """How many due days lie before a day, from the month after a beginning on; they go on monthly."""
    months = (day.year - begins.year) * 12 + day.month - begins.month
    return max(0, months - (monthly(begins, months, due_day) >= day)) if months > 0 else 0
