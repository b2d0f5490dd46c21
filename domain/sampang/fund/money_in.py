"""Money that comes into the fund, as people write it down: the opening balance, payments, reversals."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.sampang.application import LARGEST_AMOUNT
from domain.typed import Day, Line, Prose, Rupiah

LARGEST_FUND: Final = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningBalance:
    """The fund's capital in the Pokjanis' account on the first day, in rupiah, and its decree (VIII.1.a)."""

    amount: Annotated[int, Rupiah("Saldo rekening Tim Pokjanis", least=1, largest=LARGEST_FUND)]
    on: Annotated[date, Day("Per tanggal")]
    decree: Annotated[str, Line("Nomor keputusan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What came in for a loan, in rupiah, and the slip that shows it."""

    amount: Annotated[int, Rupiah("Jumlah yang masuk", least=1, largest=LARGEST_AMOUNT)]
    on: Annotated[date, Day("Tanggal masuk")]
    reference: Annotated[str, Line("Nomor bukti setor")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalAsked:
    """Why a recorded payment is to be reversed."""

    reason: Annotated[str, Prose("Alasan", longest=1_000)]
