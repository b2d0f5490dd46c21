"""A loan that ran before the product did, as the office tells it: its own terms, and what was paid (O-21)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.dates import add_months, monthly
from domain.labelled import Labelled
from domain.sampang.application import LARGEST_AMOUNT, Applicant, Collateral
from domain.sampang.fund.money_in import LARGEST_FUND
from domain.sampang.kinds import InterestMethod
from domain.sampang.servicing.collecting import HandingOver, LetterKind
from domain.typed import Count, Day, Line, OneOf, Prose, Rupiah

LONGEST_TENOR: Final = 120
MOST_LOANS: Final = 2_000
_HUNDREDTHS: Final = 100


class Whereabouts(Labelled):
    """Where a pledged thing lies on the cut-off day."""

    BANK = "bank", "Di Bank Jatim"
    BORROWER = "borrower", "Sedang dipinjam peminjam"
    ELSEWHERE = "elsewhere", "Di tempat lain"
    UNKNOWN = "unknown", "Belum diketahui"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One instalment of a plan that the agreement gives row by row, in rupiah."""

    due_on: Annotated[date, Day("Jatuh tempo")]
    principal: Annotated[int, Rupiah("Pokok angsuran", largest=LARGEST_AMOUNT)]
    interest: Annotated[int, Rupiah("Jasa angsuran", largest=LARGEST_AMOUNT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTerms:
    """What the borrower's own agreement says, whatever the law of today does.

    `rate` is in hundredths of a percent a year. With `rows` the plan is theirs, and rate and method may stay
    unknown. Without a first due day the first instalment is due a month after the loan was paid out; without
    a day of the month all are due on the day of the first.
    """

    disbursed_on: Annotated[date, Day("Tanggal cair")]
    principal: Annotated[int, Rupiah("Pokok pinjaman", least=1_000, largest=LARGEST_AMOUNT)]
    tenor: Annotated[int, Count("Jangka waktu", unit="bulan", least=1, largest=LONGEST_TENOR)]
    rate: Annotated[int | None, Count("Jasa setahun", unit="seperseratus persen", largest=10_000)] = None
    method: Annotated[InterestMethod | None, OneOf("Cara menghitung jasa")] = None
    grace: Annotated[int, Count("Masa tenggang pokok", unit="bulan", largest=LONGEST_TENOR - 1)] = 0
    first_due_on: Annotated[date | None, Day("Jatuh tempo pertama")] = None
    due_day: Annotated[int | None, Count("Tanggal jatuh tempo tiap bulan", least=1, largest=31)] = None
    agreement_number: Annotated[str, Line("Nomor perjanjian")] = ""
    agreed_on: Annotated[date | None, Day("Tanggal perjanjian")] = None
    settling: Annotated[str, Prose("Ketentuan pelunasan dipercepat dalam perjanjian", longest=1_000)] = ""
    rows: tuple[OwnRow, ...] = ()

    @property
    def first_due(self) -> date:
        """The day on which the first instalment is due."""
        if self.first_due_on is not None:
            return self.first_due_on
        return monthly(self.disbursed_on, 1, self.due_day or self.disbursed_on.day)

    @property
    def monthly_day(self) -> int:
        """The day of the month on which instalments are due, clipped to the month's length."""
        if self.due_day is not None:
            return self.due_day
        is_month_after = self.first_due == add_months(self.disbursed_on, 1)
        return self.disbursed_on.day if is_month_after else self.first_due.day

    @property
    def cost_told(self) -> str:
        """How the interest is worked out, in words."""
        if self.rate is None or self.method is None:
            return "jasa menurut jadwal perjanjian"
        whole, rest = divmod(self.rate, _HUNDREDTHS)
        told = f"{whole},{rest:02}".rstrip("0").rstrip(",")
        return f"{told} % setahun, {self.method.label.lower()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBefore:
    """All principal and all interest that was paid until the end of the cut-off day, in rupiah."""

    principal: Annotated[int, Rupiah("Pokok yang sudah dibayar", largest=LARGEST_AMOUNT)]
    interest: Annotated[int, Rupiah("Jasa yang sudah dibayar", largest=LARGEST_AMOUNT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OldPledge:
    """A pledged thing and where it lies; since when and by which receipt only as far as it is known."""

    thing: Collateral
    lies: Annotated[Whereabouts, OneOf("Letak agunan")] = Whereabouts.UNKNOWN
    since: Annotated[date | None, Day("Disimpan sejak")] = None
    receipt: Annotated[str, Line("Nomor tanda terima")] = ""
    note: Annotated[str, Prose("Catatan letak", longest=1_000)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A letter about arrears that went out before the cut-off day; it counts like one of today (O-21)."""

    kind: Annotated[LetterKind, OneOf("Jenis surat")]
    number: Annotated[str, Line("Nomor surat")]
    on: Annotated[date, Day("Tanggal surat")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OldLoan:
    """One loan to be taken over: who, under which terms, what was paid, and what was done about it."""

    number: Annotated[str, Line("Nomor pinjaman", longest=60)]
    applicant: Applicant
    terms: AgreedTerms
    paid: PaidBefore
    pledged: tuple[OldPledge, ...] = ()
    letters: tuple[SentLetter, ...] = ()
    handovers: tuple[HandingOver, ...] = ()
    note: Annotated[str, Prose("Catatan", longest=1_000)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBalance:
    """What the signed trial balance of the cut-off day says; None for what it does not tell, in rupiah."""

    document: Annotated[str, Line("Neraca saldo: nomor atau uraian, dan siapa yang menandatangani")]
    loans: Annotated[int | None, Count("Jumlah pinjaman", largest=100_000)] = None
    principal: Annotated[int, Rupiah("Pokok pinjaman yang beredar", largest=LARGEST_FUND)]
    interest_due: Annotated[int | None, Rupiah("Tunggakan jasa", largest=LARGEST_FUND)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeover:
    """The loans of one taking over, the day of their balances, and what they are held against.

    `reason` explains in words where the sums are others than those of the signed trial balance.
    """

    cut_off: Annotated[date, Day("Saldo per tanggal (cut-off)")]
    loans: tuple[OldLoan, ...]
    signed: SignedBalance
    reason: Annotated[str, Prose("Penjelasan selisih", longest=2_000)] = ""
    file_name: Annotated[str, Line("Nama berkas")] = ""
