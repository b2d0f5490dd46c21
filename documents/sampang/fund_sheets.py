"""The sheets of the fund's workbook: trial balance, journal, shares of the interest."""

from collections.abc import Sequence
from typing import Any, Final

from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entry_places import place_of
from domain.sampang.fund.interest_shares import Holding
from domain.sampang.fund.journal_lines import BooksOfSpan, JournalLine
from domain.sampang.fund.trial_balance import trial_balance

_OF_BALANCE: Final = (
    ("Akun", 44), ("Dasar", 12), ("Saldo awal debit", 18), ("Saldo awal kredit", 18), ("Mutasi debit", 18),
    ("Mutasi kredit", 18), ("Saldo akhir debit", 18), ("Saldo akhir kredit", 18),
)  # fmt: skip
_OF_JOURNAL: Final = (
    ("Nomor", 9), ("Tanggal buku", 13), ("Tanggal uang", 13), ("Jenis", 26), ("Dasar", 10), ("Uraian", 52),
    ("Akun", 40), ("Debit", 17), ("Kredit", 17), ("Dicatat oleh", 24), ("Membalik nomor", 12),
)  # fmt: skip
_OF_SHARES: Final = (
    ("Bagian", 28), ("Dasar", 12), ("Saldo awal", 17), ("Diterima", 17), ("Disetor ke Kas Daerah", 17),
    ("Dibayarkan", 17), ("Belum disetor", 17), ("Di Kas Daerah", 17), ("Belum dibayarkan", 17),
)  # fmt: skip
_BELOW_ZERO: Final = (
    "Belum disetor di bawah nol: angsuran dibalik sesudah jasanya disetor ke Kas Daerah. Selisih itu "
    "diperhitungkan dengan setoran berikutnya."
)


def write_trial_balance(sheet: Any, books: BooksOfSpan, looks: Any, first: int) -> None:
    """Every account with what stood before, what the journal moved, and what stands after."""
    _headings(sheet, _OF_BALANCE, looks, first)
    turnover, last = books.turnover(), _last_line(books)
    for place, account in enumerate(Account, first + 1):
        line, before = place + 1, books.before.get(account, 0)
        debit, credit = turnover[account]
        after = before + debit - credit
        sheet.write_string(place, 0, account.label, looks.text)
        sheet.write_string(place, 1, account.place.short, looks.text)
        sheet.write_number(place, 2, max(before, 0), looks.money)
        sheet.write_number(place, 3, max(-before, 0), looks.money)
        for column, source, moved in ((4, "H", debit), (5, "I", credit)):
            wanted = f"=SUMIFS(Jurnal!${source}$2:${source}${last},Jurnal!$G$2:$G${last},$A{line})"
            sheet.write_formula(place, column, wanted, looks.money, moved)
        sheet.write_formula(place, 6, f"=MAX(0,C{line}-D{line}+E{line}-F{line})", looks.money, max(after, 0))
        sheet.write_formula(place, 7, f"=MAX(0,D{line}-C{line}+F{line}-E{line})", looks.money, max(-after, 0))
    _balance_sums(sheet, books, looks, first + 1)


def _balance_sums(sheet: Any, books: BooksOfSpan, looks: Any, first: int) -> None:
    end = first + len(Account)
    before, turnover = trial_balance(books.before), books.turnover()
    moved = [sum(amounts) for amounts in zip(*turnover.values(), strict=True)]
    after = trial_balance({one: books.before.get(one, 0) + d - c for one, (d, c) in turnover.items()})
    totals = (before.debit, before.credit, *moved, after.debit, after.credit)
    sheet.write_string(end, 0, "Jumlah", looks.bold)
    for letter, total in zip("CDEFGH", totals, strict=True):
        wanted = f"=SUM({letter}{first + 1}:{letter}{end})"
        sheet.write_formula(f"{letter}{end + 1}", wanted, looks.bold_money, total)
    sheet.write_string(end + 1, 0, "Selisih debit dan kredit", looks.bold)
    for debit, credit in ("CD", "EF", "GH"):
        sheet.write_formula(f"{credit}{end + 2}", f"={debit}{end + 1}-{credit}{end + 1}", looks.bold_money, 0)


def write_journal(sheet: Any, books: BooksOfSpan, looks: Any) -> None:
    """One row for each account of each booking, and the sums of both columns."""
    _headings(sheet, _OF_JOURNAL, looks, 0)
    place = 0
    for line in books.lines:
        for one in trial_balance(line.amounts).lines:
            place += 1
            _booking(sheet, place, line, looks)
            sheet.write_string(place, 6, one.account.label, looks.text)
            sheet.write_number(place, 7, one.debit or 0, looks.money)
            sheet.write_number(place, 8, one.credit or 0, looks.money)
    last = _last_line(books)
    sheet.autofilter(0, 0, last - 1, len(_OF_JOURNAL) - 1)
    sheet.write_string(last, 6, "Jumlah", looks.bold)
    totals = [sum(amounts) for amounts in zip(*books.turnover().values(), strict=True)]
    for letter, total in zip("HI", totals, strict=True):
        sheet.write_formula(f"{letter}{last + 1}", f"=SUM({letter}2:{letter}{last})", looks.bold_money, total)


def _booking(sheet: Any, place: int, line: JournalLine, looks: Any) -> None:
    sheet.write_number(place, 0, line.id)
    sheet.write_datetime(place, 1, line.on, looks.day)
    sheet.write_datetime(place, 2, line.value_on, looks.day)
    told = f"{line.memo} (dicatat lagi: {line.again})" if line.again else line.memo
    place_told = place_of(line.kind).short
    for where, text in ((3, line.kind.label), (4, place_told), (5, told), (9, line.by)):
        sheet.write_string(place, where, text, looks.text)
    if line.reverses_id is not None:
        sheet.write_number(place, 10, line.reverses_id)


def write_shares(sheet: Any, books: BooksOfSpan, looks: Any) -> None:
    """What came in for each share up to the last day, what was remitted and paid out, and what is left."""
    _headings(sheet, _OF_SHARES, looks, 0)
    for place, one in enumerate(books.holdings, 1):
        line = place + 1
        sheet.write_string(place, 0, one.share.label, looks.text)
        sheet.write_string(place, 1, one.share.place.short, looks.text)
        for column, amount in enumerate((one.opening, one.received, one.remitted, one.paid), 2):
            sheet.write_number(place, column, amount, looks.money)
        sheet.write_formula(place, 6, f"=C{line}+D{line}-E{line}", looks.money, one.held)
        sheet.write_formula(place, 7, f"=E{line}-F{line}", looks.money, one.payable)
        sheet.write_formula(place, 8, f"=C{line}+D{line}-F{line}", looks.money, one.left)
    end = len(books.holdings) + 1
    sheet.write_string(end, 0, "Jumlah", looks.bold)
    for letter, total in zip("CDEFGHI", _share_sums(books.holdings), strict=True):
        sheet.write_formula(f"{letter}{end + 1}", f"=SUM({letter}2:{letter}{end})", looks.bold_money, total)
    if any(one.held < 0 for one in books.holdings):
        sheet.write_string(end + 2, 0, _BELOW_ZERO)


def _share_sums(holdings: Sequence[Holding]) -> tuple[int, ...]:
    names = ("opening", "received", "remitted", "paid", "held", "payable", "left")
    return tuple(sum(getattr(one, name) for one in holdings) for name in names)


def _headings(sheet: Any, columns: Sequence[tuple[str, int]], looks: Any, line: int) -> None:
    for column, (title, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(line, column, title, looks.heading)
    sheet.freeze_panes(line + 1, 1)
    sheet.repeat_rows(line)


def _last_line(books: BooksOfSpan) -> int:
    """The number of the journal's last row in Excel; an empty journal has one empty row."""
    return max(2, 1 + sum(len(line.amounts) for line in books.lines))
