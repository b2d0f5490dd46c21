"""Rows of a bank's file held against the loans and the books: the kind of each, with its reason."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.bank_file.bank_kinds import RowKind
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.bank_file.near_loans import Candidate, KnownLoan, NearLoans, number_form, same_name


@dataclass(frozen=True, slots=True)
class Booked:
    """A payment in the books that nobody took back; `from_bank` tells that a bank's row brought it."""

    entry_id: int
    loan_id: int
    number: str
    on: date
    amount: int
    reference: str
    from_bank: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its kind, why, and the loan that it means or may mean."""

    row: BankRow
    kind: RowKind
    reason: str
    loan_id: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The loan that was found for a row before; `is_explained` tells that a person wrote why.

    Where no person chose it, equal money of that day is looked for once more.
    """

    loan_id: int
    is_explained: bool = False
    by_person: bool = True


_NOBODY_CHOSE: Final[Mapping[int, Chosen]] = MappingProxyType({})
_Money = tuple[int, date, int]
_Slip = tuple[str, date, int]


class Matcher:
    """Judges the rows of one file in their order; what one row takes of a loan is gone for the next."""

    def __init__(self, loans: NearLoans, booked: Iterable[Booked]) -> None:
        self._loans = loans
        self._slips: dict[_Slip, Booked] = {}
        self._books: dict[_Money, list[Booked]] = {}
        for one in booked:
            if sign := number_form(one.reference):
                self._slips.setdefault((sign, one.on, one.amount), one)
            self._books.setdefault((one.loan_id, one.on, one.amount), []).append(one)
        self._claimed: Counter[_Money] = Counter()
        self._seen: dict[_Slip, tuple[BankRow, int | None]] = {}
        self._taken: Counter[int] = Counter()
        self._given: Counter[_Money] = Counter()

    def judge(
        self, rows: Sequence[BankRow], chosen: Mapping[int, Chosen] = _NOBODY_CHOSE
    ) -> tuple[Judged, ...]:
        """Judge every row of a file; `chosen` are loans that were found before, by the lines of the rows."""
        for row in rows:
            if (booked := self._booked_slip(row)) is not None:
                self._claimed[booked.loan_id, booked.on, booked.amount] += 1
        return tuple(
            self._by_choice(row, chosen[row.line]) if row.line in chosen else self._judged(row)
            for row in rows
        )

    def _by_choice(self, row: BankRow, chosen: Chosen) -> Judged:
        loan, booked = self._loans[chosen.loan_id], self._booked_slip(row)
        if booked is not None and not chosen.is_explained:
            return Judged(row, RowKind.DUPLICATE, _known(booked), booked.loan_id)
        if _day(row) < loan.money_from:
            return self._possible(row, _too_early(loan), loan)
        again = None if chosen.by_person else self._same_money(row, loan, _day(row), _amount(row))
        return again or self._fits(row, loan)

    def _judged(self, row: BankRow) -> Judged:
        if row.problem:
            return Judged(row, RowKind.UNREADABLE, row.problem)
        on, amount = _day(row), _amount(row)
        loan = self._loans.by_number(row.number)
        if amount < 0:
            told = "Bank menarik kembali uang ini. Usulkan pembalikan angsurannya di Kas dana (dua orang)."
            return Judged(row, RowKind.CORRECTION, told, loan.id if loan else None)
        again = self._same_slip(row, loan)
        if again is not None:
            return again
        if loan is None:
            return self._without_loan(row)
        return self._odd(row, loan) or self._same_money(row, loan, on, amount) or self._fits(row, loan)

    def _same_slip(self, row: BankRow, loan: KnownLoan | None) -> Judged | None:
        booked = self._booked_slip(row)
        if booked is not None:
            return Judged(row, RowKind.DUPLICATE, _known(booked), booked.loan_id)
        if (key := _slip(row)) is None:
            return None
        if key not in self._seen:
            self._seen[key] = (row, loan.id if loan else None)
            return None
        first, loan_id = self._seen[key]
        if loan_id == (loan.id if loan else None) and number_form(first.number) == number_form(row.number):
            return Judged(row, RowKind.DUPLICATE, f"Sama dengan baris {first.line} berkas ini.", loan_id)
        told = f"Bukti yang sama ada di baris {first.line} untuk pinjaman lain."
        return self._possible(row, told, loan)

    def _without_loan(self, row: BankRow) -> Judged:
        found = self._loans.candidates(row)
        missing = f"Nomor “{row.number}” tidak ada" if row.number else "Nomor pinjaman kosong"
        if not found:
            return Judged(row, RowKind.UNKNOWN, f"{missing}, dan tidak ada pinjaman yang mirip.")
        first = self._loans[found[0].loan_id]
        told = f"{missing}; mungkin {first.told} ({found[0].why})."
        return Judged(row, RowKind.POSSIBLE, " ".join((told, *row.doubts)), None, found)

    def _odd(self, row: BankRow, loan: KnownLoan) -> Judged | None:
        """Whether something speaks against the loan that the number names (O-29), or against the reading."""
        told = list(row.doubts)
        if row.name and not any(same_name(row.name, name) for name in loan.names):
            told.append(f"Nomor itu milik {loan.names[0]}, bukan “{row.name}”.")
        if _day(row) < loan.money_from:
            told.append(_too_early(loan))
        return self._possible(row, " ".join(told), loan) if told else None

    def _same_money(self, row: BankRow, loan: KnownLoan, on: date, amount: int) -> Judged | None:
        """Equal money of the same loan and day in the books, or above in the file (O-23)."""
        key = (loan.id, on, amount)
        books, sign = self._books.get(key, []), _slip(row)
        others = len(books) - self._claimed[key]
        if sign is not None:
            # Another slip is another deposit, but what a person typed may be this one under another number.
            typed = [one for one in books if not one.from_bank or not number_form(one.reference)]
            if others > 0 and typed:
                self._claimed[key] += 1
                known = typed[0]
                slip = f"bukti “{known.reference}”, jurnal {known.entry_id}"
                told = f"Uang yang sama sudah dibukukan dengan {slip}."
                return self._possible(row, told, loan)
            return None
        if others > 0:
            self._claimed[key] += 1
            entry = books[min(self._claimed[key], len(books)) - 1].entry_id
            return Judged(row, RowKind.DUPLICATE, f"Sudah dibukukan, nomor jurnal {entry}.", loan.id)
        if books or self._given[key]:
            told = "Setoran kedua yang sama pada hari itu, tanpa nomor bukti. Pastikan bukan uang yang sama."
            return self._possible(row, told, loan)
        return None

    def _fits(self, row: BankRow, loan: KnownLoan) -> Judged:
        on, amount = _day(row), _amount(row)
        left = loan.left - self._taken[loan.id]
        if left <= 0:
            ended = "tagihan hapus bukunya sudah terbayar" if loan.is_written_off else "sudah lunas"
            told = f"{loan.number} {ended}. Uang ini dikembalikan kepada peminjam."
            return Judged(row, RowKind.OVERPAID, told, loan.id)
        if amount > left:
            told = f"Lebih besar dari sisa pokok dan jasa {loan.number}, {rupiah(left)}."
            return Judged(row, RowKind.OVERPAID, told, loan.id)
        if _is_while_closed(loan, on):
            return self._possible(row, _not_yet_open(loan), loan)
        self._taken[loan.id] += amount
        self._given[loan.id, on, amount] += 1
        claim = "; dihapusbukukan, jadi uangnya menambah modal dana" if loan.is_written_off else ""
        told = f"Nomor {'dan nama ' if row.name else ''}cocok dengan {loan.told}{claim}."
        return Judged(row, RowKind.MATCHED, told, loan.id)

    def _possible(self, row: BankRow, told: str, loan: KnownLoan | None) -> Judged:
        """A row that a person looks at; the loan that its number names stands among the others."""
        found = self._loans.candidates(row)
        if loan is not None and all(one.loan_id != loan.id for one in found):
            found = (*found, Candidate(loan.id, 0, "nomornya"))
        return Judged(row, RowKind.POSSIBLE, told, None, found)

    def _booked_slip(self, row: BankRow) -> Booked | None:
        key = _slip(row)
        return None if key is None else self._slips.get(key)


def _known(booked: Booked) -> str:
    return f"Bukti ini sudah dibukukan pada {booked.number}, nomor jurnal {booked.entry_id}."


def _too_early(loan: KnownLoan) -> str:
    if loan.taken_over_on is not None:
        return (
            f"Sudah termasuk saldo {loan.number} yang diambil alih per {indonesian_date(loan.taken_over_on)}."
        )
    return f"{loan.number} baru cair {indonesian_date(loan.disbursed_on)}."


def _is_while_closed(loan: KnownLoan, on: date) -> bool:
    """Whether a running loan was settled or written off on a day or later, which was taken back since."""
    return not loan.is_written_off and loan.opened_again_on is not None and on < loan.opened_again_on


def _not_yet_open(loan: KnownLoan) -> str:
    since = indonesian_date(loan.opened_again_on) if loan.opened_again_on else ""
    return (
        f"Sampai {since} {loan.number} tercatat lunas atau dihapusbukukan; hari itu baru pembukuannya "
        "dibalik. Sisihkan baris ini, lalu catat uangnya sebagai angsuran sejak hari itu."
    )


def _slip(row: BankRow) -> _Slip | None:
    sign = number_form(row.reference)
    return (sign, row.on, row.amount) if sign and row.on and row.amount and not row.problem else None


def _day(row: BankRow) -> date:
    if row.on is None:
        raise ValueError("a row without a problem has a day")
    return row.on


def _amount(row: BankRow) -> int:
    if row.amount is None:
        raise ValueError("a row without a problem has an amount")
    return row.amount
