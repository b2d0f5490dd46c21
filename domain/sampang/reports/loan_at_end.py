"""Where one loan stood at the end of a day, and what came in for it in the month of that day."""

from dataclasses import dataclass
from datetime import date

from domain.sampang.kinds import ApplicantKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanAtEnd:
    """A loan on a day, in rupiah; `*_in` came in within the month by the day of the money.

    `left` is what the plan still asks, jasa too; it is behind since its oldest unpaid due day, by so many
    `months` (O-02). `from_bank` is what of the month's money came out of the bank's own files.
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
    months: int

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


def due_days_gone(since: date, due_day: int, day: date) -> int:
    """How many due days lie before a day: one in each month after that of a day; they go on after the last.

    The one in the month of the day is over exactly when its number is smaller, also where it is clipped.
    """
    months = (day.year - since.year) * 12 + day.month - since.month
    return max(0, months - (due_day >= day.day))
