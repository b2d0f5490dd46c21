"""The sums of the loans that are taken over, beside those of the signed trial balance (O-21)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dates import indonesian_date, indonesian_month
from domain.problems import Problem
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at
from domain.sampang.takeover.old_checks import left_on_cut_off
from domain.sampang.takeover.old_loans import OldLoan, SignedBalance, Takeover
from domain.sampang.takeover.own_plan import interest_due_in

LENT: Final = at("VIII.1.c", "dibukukan dalam bentuk hutang")


@dataclass(frozen=True, slots=True)
class Sums:
    """How many loans, the principal left, the interest due and not paid, and all interest left, in rupiah."""

    loans: int
    principal: int
    interest_due: int
    interest_left: int


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of the loans beside that of the signed trial balance; None where that does not tell it."""

    label: str
    told: int
    signed: int | None
    is_amount: bool = True

    @property
    def difference(self) -> int:
        """The loans less the trial balance; zero where there is nothing to compare."""
        return 0 if self.signed is None else self.told - self.signed


def sums_of(loans: Sequence[OldLoan], cut_off: date) -> Sums:
    """The sums of loans without problems as of the cut-off day, in rupiah."""
    principal = interest_due = interest_left = 0
    for loan in loans:
        left = left_on_cut_off(loan)
        principal += sum(row.principal for row in left)
        interest_due += interest_due_in(left, cut_off)
        interest_left += sum(row.interest for row in left)
    return Sums(len(loans), principal, interest_due, interest_left)


def compared(sums: Sums, signed: SignedBalance) -> tuple[Compared, ...]:
    """The figures of both, line by line."""
    return (
        Compared("Jumlah pinjaman", sums.loans, signed.loans, is_amount=False),
        Compared("Sisa pokok", sums.principal, signed.principal),
        Compared("Tunggakan jasa", sums.interest_due, signed.interest_due),
    )


def differs(sums: Sums, signed: SignedBalance) -> bool:
    """Whether any figure is another than the trial balance says."""
    return any(line.difference for line in compared(sums, signed))


def explained(takeover: Takeover, sums: Sums) -> Iterator[Hindrance]:
    """A difference that nobody has explained in words."""
    if differs(sums, takeover.signed) and not takeover.reason.strip():
        told = "Jumlahnya berbeda dari neraca saldo yang ditandatangani. Jelaskan selisihnya."
        yield Hindrance(told, LENT)


def problems_of_cut_off(
    cut_off: date | None, today: date, opened_on: date | None, closed_until: date | None
) -> Iterator[Problem]:
    """Why balances of a day cannot be taken over."""
    if opened_on is None:
        told = "Saldo awal dana belum dicatat; Ketua Harian mencatatnya dahulu di layar Kas dana."
        yield Problem("cut_off", told)
        return
    if cut_off is None:
        return
    if cut_off > today:
        yield Problem("cut_off", "Tanggal saldo masih di masa depan; pilih hari yang sudah lewat.")
    elif cut_off < opened_on:
        yield Problem(
            "cut_off",
            f"Saldo awal dana per {indonesian_date(opened_on)}, jadi saldo pinjaman paling awal per hari "
            "itu. Pilih tanggal sejak hari itu.",
        )
    elif closed_until is not None and cut_off <= closed_until:
        yield Problem(
            "cut_off",
            f"Pembukuan {indonesian_month(cut_off)} sudah ditutup. Pilih tanggal sesudah "
            f"{indonesian_date(closed_until)}, dengan saldo per tanggal itu.",
        )
