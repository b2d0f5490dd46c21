"""A borrower's own loans in our books, held against what the form says of them, and taken over into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.dates import full_months, indonesian_date
from domain.money import rupiah
from domain.sampang.application import EarlierLoan


@dataclass(frozen=True, slots=True)
class OwnLoan:
    """One loan of the applicant, in rupiah; `ended_on` is the day on which nothing was left to pay."""

    application_id: int
    number: str
    amount: int
    disbursed_on: date
    ended_on: date | None
    owed: int

    @property
    def told(self) -> str:
        """The loan in a sentence."""
        lent = f"{self.number}: {rupiah(self.amount)}, cair {indonesian_date(self.disbursed_on)}"
        if self.ended_on is not None:
            return f"{lent}, lunas {indonesian_date(self.ended_on)}."
        return f"{lent}, belum lunas: sisa pokok {rupiah(self.owed)}."


def earlier_by_books(loans: Sequence[OwnLoan]) -> EarlierLoan | None:
    """What the books say of the newest loan, for the form; whether it was settled to renew is not in them."""
    if not loans:
        return None
    newest = loans[0]
    run = None if newest.ended_on is None else full_months(newest.disbursed_on, newest.ended_on)
    return EarlierLoan(
        borrowed_before=True, last_amount=newest.amount, settled_on=newest.ended_on, months_run=run
    )


def contradicted(loans: Sequence[OwnLoan], typed: EarlierLoan) -> tuple[str, ...]:
    """Where the answers contradict the books, in sentences; a blank answer contradicts nothing."""
    told = earlier_by_books(loans)
    if told is None:
        return ()
    if typed.borrowed_before is False:
        return ("Isian “Pernah meminjam dari dana bergulir ini?” menjawab Tidak, tetapi buku mencatatnya.",)
    running = next((one for one in loans if one.ended_on is None), None)
    if running is not None and typed.settled_on is not None:
        return (f"Isian menyebut lunas, tetapi {running.number} masih bersisa {rupiah(running.owed)}.",)
    return ()
