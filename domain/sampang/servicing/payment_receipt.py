"""A receipt for money of a loan, and the short words that go with it by telephone."""

from dataclasses import dataclass
from datetime import date

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.servicing.account import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money as it was booked, in rupiah: its own two parts, and the principal that was left after it."""

    number: int
    loan: str
    borrower: str
    on: date
    reference: str
    interest: int
    principal: int
    owed_after: int
    booked_by: str

    @property
    def amount(self) -> int:
        """What came in."""
        return self.interest + self.principal

    @property
    def told(self) -> str:
        """The receipt in a few lines, for a message."""
        return (
            f"Yth. {self.borrower}, angsuran pinjaman {self.loan} sebesar {rupiah(self.amount)} sudah kami "
            f"terima tanggal {indonesian_date(self.on)} (kuitansi {self.number}): jasa "
            f"{rupiah(self.interest)}, pokok {rupiah(self.principal)}. Sisa pokok {rupiah(self.owed_after)}. "
            "Terima kasih."
        )


def reminder(borrower: str, loan: str, account: Account) -> str:
    """What to send a borrower on the account's day: what is behind, due today, or comes next."""
    due, arrears = account.due_now, account.arrears
    if not due.to_pay:
        return f"Yth. {borrower}, pinjaman {loan} sudah lunas. Terima kasih."
    if arrears.since:
        told = (
            f"angsuran pinjaman {loan} yang jatuh tempo sejak {indonesian_date(arrears.since)} belum kami "
            f"terima sebesar {rupiah(due.behind)}"
        )
        told += f", dan hari ini jatuh tempo {rupiah(due.today)}" if due.today else ""
        return f"Yth. {borrower}, {told}. {_PAY}"
    if due.today:
        return f"Yth. {borrower}, hari ini jatuh tempo angsuran pinjaman {loan} {rupiah(due.today)}. {_PAY}"
    when = indonesian_date(due.next.row.due_on) if due.next else ""
    told = f"angsuran pinjaman {loan} berikutnya {rupiah(due.to_pay)}, jatuh tempo {when}"
    return f"Yth. {borrower}, {told}. {_PAY}"


_PAY = "Mohon disetor ke rekening Tim Pokjanis di Bank Jatim."
