"""Posisi dana: what the fund has, has lent and owes at the end of a month, and where its interest went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.money import rupiah
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.interest_shares import Holding
from domain.sampang.fund.position import REVOLVES
from domain.sampang.fund.trial_balance import trial_balance
from domain.sampang.instruments import at
from domain.sampang.reports.report_shape import CellKind, Report, ReportColumn, ReportFigure, ReportTable

TITLE: Final = "Posisi dana bergulir"
_CAPITAL: Final = at("VIII.1.a")
_LENT: Final = at("VIII.1.c")
_INTEREST: Final = at("VIII.4")
_NO_RELIEF: Final = at("VIII.5.i")
_COMMITTED: Final = at("VI.2.b")
_MONEY: Final = CellKind.RUPIAH


@dataclass(frozen=True, slots=True, kw_only=True)
class FundAtEnd:
    """The fund at the end of a day: signed rupiah by account, the shares of the interest, and promises.

    `committed` is what was approved and not yet paid out on that day; None where it was not asked.
    `written_off` is principal that the regency's decrees took out of the books, `recovered` what came in for
    such claims since; the claims themselves stay outside the balance.
    """

    month: date
    day: date
    known_until: date | None
    accounts: Mapping[Account, int]
    holdings: tuple[Holding, ...]
    committed: int | None
    written_off: int = 0
    recovered: int = 0


def fund_figures_of(found: FundAtEnd) -> tuple[ReportFigure, ...]:
    """The figures that screen and paper begin with."""
    cash = found.accounts[Account.FUND_CASH]
    shares = found.holdings
    promised: tuple[ReportFigure, ...] = ()
    if found.committed is not None:
        promised = (
            ReportFigure("Sudah disetujui, belum cair", rupiah(found.committed), _COMMITTED),
            ReportFigure("Kas belum terikat", rupiah(cash - found.committed), REVOLVES),
        )
    return (
        ReportFigure("Modal", rupiah(-found.accounts[Account.CAPITAL]), _CAPITAL),
        ReportFigure("Kas dana bergulir", rupiah(cash), REVOLVES),
        *promised,
        ReportFigure("Pokok yang beredar", rupiah(found.accounts[Account.LOANS]), _LENT),
        ReportFigure("Jasa diterima", rupiah(sum(one.opening + one.received for one in shares)), _INTEREST),
        ReportFigure("Disetor ke Kas Daerah", rupiah(sum(one.remitted for one in shares)), _INTEREST),
        ReportFigure("Bagian jasa dibayarkan", rupiah(sum(one.paid for one in shares)), _INTEREST),
        *_claims(found),
    )


def _claims(found: FundAtEnd) -> tuple[ReportFigure, ...]:
    """What was written off, where anything was: outside the balance, and still claimed."""
    if not found.written_off:
        return ()
    return (
        ReportFigure("Pokok dihapusbukukan, di luar neraca", rupiah(found.written_off), _NO_RELIEF),
        ReportFigure("Masuk atas tagihan hapus buku", rupiah(found.recovered), _NO_RELIEF),
    )


def fund_report(found: FundAtEnd) -> Report:
    """The position with the shares of the interest and the balance of every account."""
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=fund_figures_of(found),
        tables=(_shares(found), _balances(found)),
        notes=(
            "Menurut tanggal buku, sejak saldo awal. Hanya pokok yang bergulir (VIII.5.b); jasa dibagi 3/1/2 "
            "atas seluruh jumlahnya (VIII.4, tafsir O-08).",
            "Belum disetor di bawah nol: angsuran dibalik sesudah jasanya disetor; selisihnya diperhitungkan "
            "dengan setoran berikutnya (tafsir O-22).",
            *(
                ("Yang dihapusbukukan menurut keputusan kabupaten tetap ditagih (VIII.5.i).",)
                if found.written_off
                else ()
            ),
        ),
        places=(_CAPITAL, REVOLVES, _LENT, _INTEREST, _COMMITTED),
    )


def _shares(found: FundAtEnd) -> ReportTable:
    columns = (
        ReportColumn("Bagian", share=36),
        ReportColumn("Dasar", share=18),
        *(
            ReportColumn(name, _MONEY, 25)
            for name in ("Diterima", "Disetor", "Dibayarkan", "Belum disetor", "Belum dibayar")
        ),
    )
    rows = tuple(
        (
            one.share.label, one.share.place.short, one.opening + one.received, one.remitted, one.paid,
            one.held, one.left,
        )
        for one in found.holdings
    )  # fmt: skip
    sums = (sum(int(row[place]) for row in rows) for place in range(2, 7))
    return ReportTable("Jasa menurut bagiannya", columns, rows, ("Jumlah", "", *sums))


def _balances(found: FundAtEnd) -> ReportTable:
    columns = (
        ReportColumn("Akun", share=84),
        ReportColumn("Dasar", share=20),
        ReportColumn("Debit", _MONEY, 37),
        ReportColumn("Kredit", _MONEY, 37),
    )
    balance = trial_balance(found.accounts)
    rows = tuple(
        (one.account.label, one.account.place.short, one.debit or 0, one.credit or 0) for one in balance.lines
    )
    return ReportTable("Neraca saldo", columns, rows, ("Jumlah", "", balance.debit, balance.credit))
