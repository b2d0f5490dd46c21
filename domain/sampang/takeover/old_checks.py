"""What cannot be right in an older loan that is to be taken over, said as sentences beside its fields."""

from collections.abc import Iterator
from datetime import date

from domain.dates import add_months, indonesian_date
from domain.declared import check_whole
from domain.money import rupiah
from domain.problems import Problem
from domain.sampang.application import LoanApplication
from domain.sampang.application_checks import check
from domain.sampang.loan import Row
from domain.sampang.takeover.old_loans import AgreedTerms, OldLoan
from domain.sampang.takeover.own_plan import due_on, interest_due_in, left_of, own_plan

MOST_ROWS = 120


def application_of(loan: OldLoan) -> LoanApplication:
    """What is known of the borrower as a file has it; everything else stays unknown."""
    return LoanApplication(
        applicant=loan.applicant,
        amount=loan.terms.principal,
        term_months=loan.terms.tenor,
        collateral=tuple(one.thing for one in loan.pledged),
        note=loan.note,
    )


def problems_of(loan: OldLoan, cut_off: date) -> tuple[Problem, ...]:
    """Every problem of one loan; empty when it can be taken over."""
    typed = check_whole(loan)
    found = [*typed, *check(application_of(loan), cut_off), *_days(loan, cut_off), *_terms(loan.terms)]
    if not any(problem.field.startswith("terms") for problem in found):
        found += _paid(loan, own_plan(loan.terms))
    return tuple(dict.fromkeys(found))


def _terms(terms: AgreedTerms) -> Iterator[Problem]:
    if terms.grace >= terms.tenor:
        yield Problem("terms.grace", "Masa tenggang harus lebih pendek daripada jangka waktu.")
    yield from _due_days(terms)
    if terms.rows:
        yield from _own_rows(terms)
        return
    if terms.rate is None:
        yield Problem("terms.rate", "Jasa setahun belum diisi. Isi, atau berikan jadwalnya baris demi baris.")
    if terms.method is None:
        yield Problem(
            "terms.method",
            "Cara menghitung jasa belum dipilih. Pilih, atau berikan jadwalnya baris demi baris.",
        )


def _due_days(terms: AgreedTerms) -> Iterator[Problem]:
    if terms.first_due <= terms.disbursed_on:
        yield Problem("terms.first_due_on", "Jatuh tempo pertama harus sesudah tanggal cair.")
    elif terms.first_due > add_months(terms.disbursed_on, 24):
        yield Problem("terms.first_due_on", "Jatuh tempo pertama lebih dari 2 tahun sesudah cair. Periksa.")
    if due_on(terms, 1) != terms.first_due:
        yield Problem(
            "terms.due_day",
            f"Jatuh tempo pertama {indonesian_date(terms.first_due)} bukan tanggal {terms.monthly_day} (atau "
            "akhir bulan yang lebih pendek). Samakan keduanya, atau kosongkan salah satu.",
        )


def _own_rows(terms: AgreedTerms) -> Iterator[Problem]:
    if len(terms.rows) > MOST_ROWS:
        yield Problem("terms.rows", f"Jadwal sendiri paling banyak {MOST_ROWS} baris.")
        return
    days = {due_on(terms, number) for number in range(1, terms.tenor + 1)}
    told = [row.due_on for row in terms.rows]
    if strange := sorted(set(told) - days):
        yield Problem(
            "terms.rows",
            f"Jadwal sendiri menyebut {indonesian_date(strange[0])}, padahal pinjaman ini jatuh tempo tiap "
            f"tanggal {terms.monthly_day} selama {terms.tenor} bulan sejak "
            f"{indonesian_date(terms.first_due)}.",
        )
    if len(told) != len(set(told)):
        yield Problem("terms.rows", "Jadwal sendiri menyebut satu tanggal dua kali. Gabungkan barisnya.")
    if (planned := sum(row.principal for row in terms.rows)) != terms.principal:
        yield Problem(
            "terms.rows",
            f"Pokok dalam jadwal sendiri berjumlah {rupiah(planned)}, sedangkan pokok pinjamannya "
            f"{rupiah(terms.principal)}.",
        )


def _days(loan: OldLoan, cut_off: date) -> Iterator[Problem]:
    until = indonesian_date(cut_off)
    if loan.terms.disbursed_on > cut_off:
        yield Problem(
            "terms.disbursed_on",
            f"Pinjaman ini cair sesudah tanggal saldo ({until}), jadi tidak diambil alih.",
        )
    for place, letter in enumerate(loan.letters):
        if not loan.terms.disbursed_on <= letter.on <= cut_off:
            told = f"Tanggal surat harus antara tanggal cair dan tanggal saldo ({until})."
            yield Problem(f"letters.{place}.on", told)
    for place, given in enumerate(loan.handovers):
        if not loan.terms.disbursed_on <= given.on <= cut_off:
            told = f"Tanggal penyerahan harus antara tanggal cair dan tanggal saldo ({until})."
            yield Problem(f"handovers.{place}.on", told)
    for place, one in enumerate(loan.pledged):
        if one.since is not None and one.since > cut_off:
            told = f"Agunan disimpan sejak hari sesudah tanggal saldo ({until}). Periksa tanggalnya."
            yield Problem(f"pledged.{place}.since", told)


def _paid(loan: OldLoan, rows: tuple[Row, ...]) -> Iterator[Problem]:
    costs = sum(row.interest for row in rows)
    if loan.paid.principal > loan.terms.principal:
        yield Problem(
            "paid.principal",
            f"Pokok yang dibayar {rupiah(loan.paid.principal)} lebih besar daripada pokok pinjaman "
            f"{rupiah(loan.terms.principal)}.",
        )
    elif loan.paid.principal == loan.terms.principal:
        yield Problem(
            "paid.principal",
            "Pokoknya sudah dibayar semua, jadi tidak ada saldo pinjaman yang diambil alih. Hapus barisnya; "
            "jasa yang masih kurang ditagih di luar pembukuan ini.",
        )
    if loan.paid.interest > costs:
        yield Problem(
            "paid.interest",
            f"Jasa yang dibayar {rupiah(loan.paid.interest)} lebih besar daripada seluruh jasa menurut "
            f"syarat pinjaman ini, {rupiah(costs)}. Periksa jumlahnya, persennya, atau jadwalnya.",
        )


def left_on_cut_off(loan: OldLoan) -> tuple[Row, ...]:
    """What is left of each row of a loan without problems."""
    return left_of(own_plan(loan.terms), loan.paid)


def interest_due_on(loan: OldLoan, cut_off: date) -> int:
    """The interest of a loan without problems that fell due by the cut-off day and was not paid."""
    return interest_due_in(left_on_cut_off(loan), cut_off)
