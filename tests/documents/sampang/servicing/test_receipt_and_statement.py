"""A receipt and a statement tell amounts in words, their parts, and the provisions that they rest on."""

from dataclasses import replace
from datetime import date

from documents.sampang.instalment_card import instalment_card
from documents.sampang.servicing.receipt import receipt_paper
from documents.sampang.servicing.statement import StatementLine, loan_statement
from domain.sampang.fund.loan_course import Course, OfClaim, Received
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, schedule_of
from domain.sampang.servicing.account import Account
from domain.sampang.servicing.payment_receipt import Receipt
from domain.sampang.servicing.quality import Quality
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD

RECEIPT = Receipt(
    number=41,
    loan="DB-2026-0042",
    borrower="Siti *Aminah*",
    on=date(2026, 8, 31),
    reference="STS 7",
    interest=100_000,
    principal=1_000_000,
    owed_after=19_000_000,
    booked_by="Rina",
)
# Rp20.000.000 for 24 months, flat 6 %, four months of grace: Rp100.000 a month, from the fifth Rp1.100.000.
TERMS = LoanTerms(20_000_000, 24, 4, 6, InterestMethod.FLAT, date(2026, 1, 31))
SCHEDULE = schedule_of(TERMS)
PAID = (
    Received(date(2026, 2, 28), 0, 100_000),
    Received(date(2026, 4, 15), 0, 300_000),
    Received(date(2026, 7, 3), 900_000, 100_000),
)
ACCOUNT = Account(Course(20_000_000, TERMS.disbursed_on, SCHEDULE.rows, PAID), date(2026, 8, 1))


def test_a_receipt_names_who_paid_how_much_in_words_for_what_and_what_is_left():
    (page,) = pages_of(receipt_paper(RECEIPT, head=HEAD, demo=True))
    for words in (
        "KUITANSI",
        "Nomor: 41",
        "Siti *Aminah*",
        "Rp1.100.000,00 (satu juta seratus ribu rupiah)",
        "angsuran pinjaman nomor DB-2026-0042",
        "31 Agustus 2026",
        "STS 7",
        "Rp100.000 (VIII.4)",
        "Rp1.000.000 (VIII.5.a)",
        "Rp19.000.000",
        "DATA CONTOH",
    ):
        assert words in page


def test_a_statement_shows_each_day_with_its_parts_and_what_was_left():
    lines = [
        StatementLine(PAID[0].on, "Angsuran masuk, nomor 7", 100_000, 0, 20_000_000),
        StatementLine(PAID[2].on, "Angsuran masuk, nomor 9", 100_000, 900_000, 19_100_000),
    ]
    told = loan_statement(
        ACCOUNT, lines, Quality.SUBSTANDARD, number="DB-2026-0042", borrower="Siti", head=HEAD, demo=False
    )
    (page,) = pages_of(told)
    for words in (
        "31 Jan 2026 Pencairan 20.000.000",
        "28 Feb 2026 Angsuran masuk, nomor 7 100.000 0 100.000 20.000.000",
        "3 Jul 2026 Angsuran masuk, nomor 9 100.000 900.000 1.000.000 19.100.000",
        # 400.000 of the grace and 1.000.000 of the fifth came: 100.000 of it, the whole sixth are behind.
        "Rp1.200.000 sejak 30 Juni 2026, 2 bulan (32 hari)",
        "Sisa pokok Rp19.100.000",
        "Menunggak, Kurang lancar",
        "IX.1",
    ):
        assert words in page


def test_a_statement_of_a_claim_says_that_it_stays_and_what_came_in_for_it():
    gone = (OfClaim(date(2026, 7, 20), 19_100_000), OfClaim(date(2026, 7, 25), recovered=600_000))
    account = replace(ACCOUNT, course=replace(ACCOUNT.course, claim=gone))
    told = loan_statement(account, [], Quality.LOSS, number="x", borrower="Siti", head=HEAD, demo=False)
    (page,) = pages_of(told)
    for words in (
        "Dihapusbukukan, tagihan tetap ada",
        "tagihannya tetap ada (VIII.5.i)",
        "Sudah dibayar Rp2.000.000",
        "Sisa pokok Rp18.500.000",
    ):
        assert words in page


def test_a_card_tells_when_each_instalment_was_wholly_paid():
    told = instalment_card(
        SCHEDULE,
        realised=ACCOUNT.realised,
        number="DB-2026-0042",
        borrower="Siti",
        printed_on=date(2026, 8, 1),
        printed_by="Rina",
        application_version="0.1.0",
        rules_version="0123456789abcdef",
        demo=True,
    )
    (page,) = pages_of(told)
    # No. 2 of 31 March was paid on 15 April; the fifth, of 30 June, has a part only.
    assert "2 31 Mar 2026 tenggang 100.000 100.000 20.000.000 15 Apr 2026" in page
    assert "5 30 Jun 2026 1.000.000 100.000 1.100.000 19.000.000 6 " in page
