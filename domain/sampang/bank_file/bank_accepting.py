"""What is booked of a file that somebody accepts: rows as they stand now, not as they stood when it came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from domain.sampang.bank_file.bank_kinds import RowKind
from domain.sampang.bank_file.bank_matching import Judged
from domain.sampang.fund.money_in import Payment

NO_SLIP: Final = "tanpa nomor bukti"


@dataclass(frozen=True, slots=True)
class LoanMoney:
    """Money that is booked on a loan, and the line of the file that brought it."""

    line: int
    loan_id: int
    received: Payment


def money_of(judged: Sequence[Judged], file_id: int) -> Iterator[LoanMoney]:
    """What the matched rows bring, each with its slip, or with the place where it is told."""
    for one in judged:
        row = one.row
        if one.kind is RowKind.MATCHED and one.loan_id and row.amount and row.on:
            slip = row.reference.strip() or f"{NO_SLIP}, berkas bank {file_id} baris {row.line}"
            received = Payment(amount=row.amount, on=row.on, reference=slip)
            yield LoanMoney(row.line, one.loan_id, received)
