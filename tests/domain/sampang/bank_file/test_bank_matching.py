"""Rows of a bank's file are held against the loans and the books: nothing twice, nothing lost, no guess."""

from datetime import date

import pytest

from domain.sampang.bank_file.bank_kinds import RowKind
from domain.sampang.bank_file.bank_matching import Booked, Matcher
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.bank_file.near_loans import KnownLoan, NearLoans, same_name

OUT, PAID = date(2026, 3, 2), date(2026, 11, 13)
SITI = KnownLoan(
    1, "DB-2026-0001", ("Kerupuk Barokah", "Siti Aminah"), OUT, 3_000_000, 600_000, date(2026, 12, 2)
)
HASAN = KnownLoan(2, "DB-2026-0002", ("Garam Mitra", "Moh. Hasan"), OUT, 900_000, 450_000, date(2026, 11, 15))
CLOSED = KnownLoan(3, "DB-2025-0117", ("Batik Camplong", "Nurul"), OUT, 0, 0, None)
LOANS = (SITI, HASAN, CLOSED)


def a_row(line=2, number="DB-2026-0001", on=PAID, amount=600_000, **more):
    return BankRow(line=line, number=number, on=on, amount=amount, **more)


def judged(*rows, booked=()):
    return Matcher(NearLoans(LOANS), booked).judge(rows)


def kinds(*rows, booked=()):
    return [one.kind for one in judged(*rows, booked=booked)]


def in_books(reference="", *, loan=SITI, amount=600_000, from_bank=True, entry=41):
    return Booked(entry, loan.id, loan.number, PAID, amount, reference, from_bank)


# ---- the number --------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["DB-2026-0001", "db 2026/0001", " DB20260001 ", "DB.2026.0001"])
def test_a_loan_is_known_by_its_number_whatever_its_case_blanks_and_punctuation(number):
    (one,) = judged(a_row(number=number))
    assert (one.kind, one.loan_id) == (RowKind.MATCHED, SITI.id)


def test_a_number_of_one_and_name_and_amount_of_another_is_never_matched():
    (one,) = judged(a_row(number=SITI.number, name="MOH HASAN", amount=450_000))
    assert (one.kind, one.loan_id) == (RowKind.POSSIBLE, None)
    assert "milik Kerupuk Barokah" in one.reason
    assert [each.loan_id for each in one.candidates] == [HASAN.id, SITI.id]


def test_a_name_of_the_business_or_its_owner_cut_short_or_misspelt_fits_the_number():
    for name in ("KERUPUK BAROKAH", "Siti Aminah", "SITI AMINA", "H. Siti", "Kerupuk Barok"):
        assert kinds(a_row(name=name)) == [RowKind.MATCHED], name
    assert not same_name("Siti Aminah", "Moh. Hasan")


def test_a_row_without_a_known_number_is_possible_for_loans_near_in_name_amount_and_day():
    (one,) = judged(a_row(number="", name="Garam Mitra", amount=450_000))
    assert one.kind is RowKind.POSSIBLE
    assert [each.loan_id for each in one.candidates] == [HASAN.id]
    assert one.candidates[0].why == (
        "nama sama atau mirip, jumlah sama dengan angsurannya, dekat jatuh temponya"
    )


def test_a_number_one_sign_off_is_possible_where_the_amount_is_that_of_the_instalment():
    (one,) = judged(a_row(number="DB-2025-0001"))
    assert (one.kind, [each.loan_id for each in one.candidates]) == (RowKind.POSSIBLE, [SITI.id])
    assert kinds(a_row(number="DB-2025-0001", amount=610_000)) == [RowKind.UNKNOWN]


def test_what_is_near_no_loan_is_unknown():
    assert kinds(a_row(number="KPR-77", name="Rudi"), a_row(number="", name="")) == [RowKind.UNKNOWN] * 2


# ---- too much ----------------------------------------------------------------------------------------
def test_money_beyond_what_is_left_is_over_paid_and_rows_above_count():
    rows = [a_row(line, HASAN.number, amount=450_000, reference=f"T{line}") for line in (2, 3, 4)]
    assert kinds(*rows) == [RowKind.MATCHED, RowKind.MATCHED, RowKind.OVERPAID]
    (one,) = judged(a_row(number=HASAN.number, amount=900_001))
    assert "Rp900.000" in one.reason


def test_money_for_a_loan_that_is_paid_off_is_over_paid_with_that_reason():
    (one,) = judged(a_row(number=CLOSED.number))
    assert (one.kind, "sudah lunas" in one.reason) == (RowKind.OVERPAID, True)


def test_a_negative_row_is_a_correction_for_a_person():
    (one,) = judged(a_row(amount=-600_000))
    assert (one.kind, one.loan_id) == (RowKind.CORRECTION, SITI.id)


def test_money_from_before_the_loan_was_paid_out_is_looked_at():
    (one,) = judged(a_row(on=date(2026, 3, 1)))
    assert (one.kind, "baru cair 2 Maret 2026" in one.reason) == (RowKind.POSSIBLE, True)


def test_a_doubtful_row_is_never_matched_and_an_unread_one_keeps_its_reason():
    (one,) = judged(a_row(doubts=("Excel mungkin menukar hari dan bulan tanggal ini.",)))
    assert (one.kind, one.candidates[0].loan_id) == (RowKind.POSSIBLE, SITI.id)
    (other,) = judged(BankRow(line=9, number=SITI.number, problem="Tanggal setor kosong."))
    assert (other.kind, other.reason) == (RowKind.UNREADABLE, "Tanggal setor kosong.")


# ---- twice -------------------------------------------------------------------------------------------
def test_a_slip_in_the_books_is_a_duplicate_however_it_is_typed_and_on_whichever_loan():
    booked = [in_books("TRX 9", loan=HASAN)]
    (one,) = judged(a_row(reference="trx-9"), booked=booked)
    assert (one.kind, one.loan_id) == (RowKind.DUPLICATE, HASAN.id)
    assert "nomor jurnal 41" in one.reason


def test_two_equal_payments_of_a_day_with_their_own_slips_are_two():
    rows = [a_row(2, reference="TRX 9"), a_row(3, reference="TRX 10")]
    assert kinds(*rows) == [RowKind.MATCHED] * 2
    assert kinds(*rows, booked=[in_books("TRX 9")]) == [RowKind.DUPLICATE, RowKind.MATCHED]
    assert kinds(*rows, booked=[in_books("TRX 9"), in_books("TRX 10")]) == [RowKind.DUPLICATE] * 2


def test_the_same_slip_twice_in_a_file_is_one_payment():
    rows = [a_row(2, reference="TRX 9"), a_row(3, reference="TRX 9")]
    assert kinds(*rows) == [RowKind.MATCHED, RowKind.DUPLICATE]
    (_, other) = judged(a_row(2, reference="TRX 9"), a_row(3, HASAN.number, reference="TRX 9"))
    assert (other.kind, "baris 2" in other.reason) == (RowKind.POSSIBLE, True)


@pytest.mark.parametrize(
    ("in_file", "in_the_books", "expected"),
    [
        (1, 0, [RowKind.MATCHED]),
        (2, 0, [RowKind.MATCHED, RowKind.POSSIBLE]),
        (1, 1, [RowKind.DUPLICATE]),
        (2, 1, [RowKind.DUPLICATE, RowKind.POSSIBLE]),
        (2, 2, [RowKind.DUPLICATE] * 2),
        (1, 2, [RowKind.DUPLICATE]),
        (3, 2, [RowKind.DUPLICATE, RowKind.DUPLICATE, RowKind.POSSIBLE]),
    ],
)
def test_of_equal_rows_without_a_slip_as_many_as_the_books_have_are_known(in_file, in_the_books, expected):
    rows = [a_row(line) for line in range(2, 2 + in_file)]
    booked = [in_books(entry=40 + place) for place in range(in_the_books)]
    assert kinds(*rows, booked=booked) == expected


def test_money_that_an_officer_typed_under_another_slip_is_looked_at_once():
    typed = [in_books("Slip 3", from_bank=False)]
    rows = [a_row(2, reference="TRX 9"), a_row(3, reference="TRX 10")]
    assert kinds(*rows, booked=typed) == [RowKind.POSSIBLE, RowKind.MATCHED]
