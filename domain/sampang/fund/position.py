"""Where the fund stands: cash, what is spoken for, what is lent, and what has come back."""

from dataclasses import dataclass

from domain.money import rupiah
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at

REVOLVES = at("VIII.5.b", "dapat dimanfaatkan kembali sebagai pinjaman")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The fund in rupiah: `paid_out` and `returned` count principal since the opening balance.

    `committed` is what the Pokjanis has approved and nobody has paid out yet; `taken_over` what older loans
    still owed when they were taken over, which was never in this cash; `written_off` is principal that left
    the books by the regency's decree, and the capital with it. `opened_with` is the opening balance, and
    `recovered` what came in later for claims that were written off: capital too.
    """

    is_open: bool
    capital: int
    cash: int
    committed: int
    paid_out: int
    returned: int
    taken_over: int = 0
    written_off: int = 0
    opened_with: int = 0
    recovered: int = 0

    @property
    def free(self) -> int:
        """What can still be promised."""
        return self.cash - self.committed

    @property
    def lent(self) -> int:
        """Principal that borrowers still owe, as the books have it."""
        return self.paid_out + self.taken_over - self.returned - self.written_off

    @property
    def changed_by_decree(self) -> int:
        """What decrees have added to the capital since the opening balance, less what they took out."""
        return self.capital - self.opened_with - self.taken_over + self.written_off - self.recovered


CLOSED_FUND = Position(is_open=False, capital=0, cash=0, committed=0, paid_out=0, returned=0)


def hindrances_to_promising(position: Position, amount: int) -> tuple[Hindrance, ...]:
    """Why the fund cannot promise an amount in rupiah; empty when it can."""
    return _short(position, amount, position.free, "belum terikat")


def hindrances_to_paying(position: Position, amount: int, promised: int) -> tuple[Hindrance, ...]:
    """Why the fund cannot pay an amount now, of which `promised` was set aside for this very loan."""
    return _short(position, amount, position.free + promised, "tersedia")


def _short(position: Position, amount: int, available: int, word: str) -> tuple[Hindrance, ...]:
    if not position.is_open:
        told = "Saldo awal dana belum dicatat; Ketua Harian mencatatnya di layar Kas dana."
        return (Hindrance(told, REVOLVES),)
    if amount <= available:
        return ()
    told = (
        f"Kas dana kurang {rupiah(amount - available)}: {word} {rupiah(max(available, 0))}, "
        f"diperlukan {rupiah(amount)}."
    )
    return (Hindrance(told, REVOLVES),)
