"""The fund's books as a workbook: what an auditor adds up again is what stands there, and nothing runs."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from documents.sampang.fund_workbook import Printed, fund_workbook
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.interest_shares import Holding, Share
from domain.sampang.fund.journal_lines import BooksOfSpan, JournalLine, Span, problems_of_span

MAY = Span(first=date(2026, 5, 1), last=date(2026, 5, 31))
AT = datetime(2026, 6, 3, 2, 5, tzinfo=UTC)
PRINTED = Printed(by="Siti & Anak", at=AT, version="1.2", demo=False)
EVIL = '=HYPERLINK("http://x","y")'
BEFORE = {
    Account.FUND_CASH: 80_000_000,
    Account.LOANS: 20_000_000,
    Account.CAPITAL: -100_000_000,
    Account.INTEREST_CASH: 100_000,
    Account.DUE_TO_REVENUE: -50_000,
    Account.DUE_TO_AGENCY: -33_333,
    Account.DUE_TO_BANK: -16_667,
}


def line(number, kind, amounts, memo="uji", on=date(2026, 5, 4), value_on=None, **more):
    reverses = more.pop("reverses", None)
    return JournalLine(number, kind, on, value_on or on, memo, amounts, "Budi", AT, reverses, **more)


PAID = line(
    7,
    EntryKind.PAYMENT,
    {
        Account.FUND_CASH: 1_000_000,
        Account.LOANS: -1_000_000,
        Account.INTEREST_CASH: 60_000,
        Account.DUE_TO_REVENUE: -30_000,
        Account.DUE_TO_AGENCY: -20_000,
        Account.DUE_TO_BANK: -10_000,
    },
    memo=EVIL,
    value_on=date(2026, 4, 2),
)
REMITTED = line(
    8,
    EntryKind.REMITTANCE,
    {
        Account.REMITTED_REVENUE: 80_000,
        Account.REMITTED_AGENCY: 53_333,
        Account.REMITTED_BANK: 26_667,
        Account.INTEREST_CASH: -160_000,
    },
    again="lembar kedua",
)
TAKEN = line(
    9, EntryKind.REVERSAL, {account: -amount for account, amount in PAID.amounts.items()}, reverses=7
)
HOLDINGS = (
    Holding(Share.REVENUE, 0, 50_000, 80_000, 10_000),
    Holding(Share.AGENCY, 5, 33_333, 53_333, 0),
    Holding(Share.BANK, 0, 16_667, 26_667, 0),
)
BOOKS = BooksOfSpan(MAY, BEFORE, (PAID, REMITTED, TAKEN), HOLDINGS, date(2026, 3, 31))


def opened(books=BOOKS, values=True, printed=PRINTED):
    return load_workbook(BytesIO(fund_workbook(books, printed)), data_only=values)


def balance(books=BOOKS):
    """The rows of the trial balance by account, and its two last lines."""
    rows = [row for row in opened(books)["Neraca saldo"].iter_rows(values_only=True) if row[0]]
    at = next(place for place, row in enumerate(rows) if row[0] == "Akun")
    return {row[0]: row[2:8] for row in rows[at + 1 :]}


def test_every_account_stands_there_with_what_was_before_moved_and_is_after():
    found = balance()
    assert [account.label for account in Account] == list(found)[:-2]
    assert found[Account.FUND_CASH.label] == (80_000_000, 0, 1_000_000, 1_000_000, 80_000_000, 0)
    assert found[Account.INTEREST_CASH.label] == (100_000, 0, 60_000, 220_000, 0, 60_000)
    assert found[Account.DUE_TO_BANK.label] == (0, 16_667, 10_000, 10_000, 0, 16_667)
    assert found[Account.REMITTED_BANK.label] == (0, 0, 26_667, 0, 26_667, 0)


def test_both_columns_of_the_trial_balance_come_to_the_same():
    found = balance()
    # Before 100,1 million; moved twice 1,06 million and 160 thousand; after also the overdrawn 60 thousand.
    assert found["Jumlah"] == (100_100_000, 100_100_000, 2_280_000, 2_280_000, 100_160_000, 100_160_000)
    assert found["Selisih debit dan kredit"][1::2] == (0, 0, 0)


def test_the_sums_are_formulas_that_an_auditor_can_follow():
    sheet = opened(values=False)["Neraca saldo"]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len([one for one in formulas if one.startswith("=SUMIFS(Jurnal!")]) == 2 * len(Account)
    assert len([one for one in formulas if one.startswith("=SUM(")]) == 6
    assert len([one for one in formulas if one.startswith("=MAX(0,")]) == 2 * len(Account)
    journal = opened(values=False)["Jurnal"]
    assert [cell.value for cell in journal[18]][7:9] == ["=SUM(H2:H17)", "=SUM(I2:I17)"]


def test_what_the_formulas_add_up_is_what_they_are_said_to_come_to():
    journal = list(opened()["Jurnal"].iter_rows(min_row=2, max_row=17, values_only=True))
    for account in Account:
        mine = [row for row in journal if row[6] == account.label]
        moved = (sum(row[7] for row in mine), sum(row[8] for row in mine))
        assert balance()[account.label][2:4] == moved
    formulas = opened(values=False)["Neraca saldo"]
    wanted = re.compile(r"=SUMIFS\(Jurnal!\$[HI]\$2:\$[HI]\$17,Jurnal!\$G\$2:\$G\$17,\$A(\d+)\)")
    for row in formulas.iter_rows():
        for cell in row:
            if found := wanted.fullmatch(str(cell.value)):
                assert int(found[1]) == cell.row


def test_each_booking_has_a_row_for_each_account_with_both_of_its_days():
    rows = list(opened()["Jurnal"].iter_rows(values_only=True))
    assert rows[0][:3] == ("Nomor", "Tanggal buku", "Tanggal uang")
    assert rows[1][:5] == (7, datetime(2026, 5, 4), datetime(2026, 4, 2), "Angsuran masuk", "VIII.5.a")
    assert rows[1][6:10] == (Account.FUND_CASH.label, 1_000_000, 0, "Budi")
    assert [row[0] for row in rows[1:17]] == [7] * 6 + [8] * 4 + [9] * 6
    assert rows[7][3:6] == ("Setoran jasa ke Kas Daerah", "VIII.4", "uji (dicatat lagi: lembar kedua)")
    assert {row[10] for row in rows[11:17]} == {7}


def test_what_people_typed_stays_text():
    sheet = opened(values=False)["Jurnal"]
    assert sheet["F2"].value == EVIL
    assert sheet["F2"].data_type == "s"
    assert not sheet._hyperlinks


def test_the_shares_tell_what_is_not_remitted_and_why_it_is_below_zero():
    rows = list(opened()["Jasa"].iter_rows(values_only=True))
    assert rows[1] == ("PAD", "VIII.4.a", 0, 50_000, 80_000, 10_000, -30_000, 70_000, 40_000)
    assert rows[2][2:] == (5, 33_333, 53_333, 0, -19_995, 53_333, 33_338)
    assert rows[4][0:1] + rows[4][2:] == ("Jumlah", 5, 100_000, 160_000, 10_000, -59_995, 150_000, 90_005)
    assert "di bawah nol" in rows[6][0]


def test_it_says_of_which_days_it_is_how_far_they_are_closed_and_who_printed_it():
    head = [row[0] for row in opened()["Neraca saldo"].iter_rows(max_row=6, values_only=True)]
    told = "\n".join(filter(None, head))
    assert "1 Mei 2026 sampai 31 Mei 2026" in told
    assert "Buku ditutup sampai 31 Maret 2026." in told
    assert "3 Juni 2026 09.05 oleh Siti & Anak" in told
    assert "CONTOH" not in told


def test_demo_data_is_marked():
    printed = Printed(by="x", at=AT, version="1", demo=True)
    assert "DATA CONTOH" in opened(printed=printed)["Neraca saldo"]["A2"].value


def test_a_quiet_month_has_no_bookings_and_the_same_balances():
    quiet = BooksOfSpan(MAY, BEFORE, (), HOLDINGS, None)
    found = balance(quiet)
    assert found["Jumlah"] == (100_100_000, 100_100_000, 0, 0, 100_100_000, 100_100_000)
    assert opened(quiet)["Jurnal"]["H3"].value == 0


def test_the_same_books_give_the_same_bytes():
    first = fund_workbook(BOOKS, PRINTED)
    assert first == fund_workbook(BOOKS, PRINTED)
    with ZipFile(BytesIO(first)) as parts:
        assert b"2026-06-03T09:05:00Z" in parts.read("docProps/core.xml")


@pytest.mark.parametrize(("last", "wrong"), [(date(2026, 5, 1), 0), (date(2026, 4, 30), 1)])
def test_a_span_ends_no_earlier_than_it_begins(last, wrong):
    assert len(problems_of_span(Span(first=MAY.first, last=last))) == wrong
