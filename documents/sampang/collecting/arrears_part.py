"""What is behind, instalment by instalment, and the loan that it is of: for the papers of collecting."""

from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import counted, kecamatan, one_line_or, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date
from domain.money import letter_rupiah, rupiah
from domain.sampang.fund.repayment import Laid
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.sampang.servicing.owing import Owing

_AMOUNT: Final = 30.0
_COLUMNS: Final = (
    Column("Ke", 10, Align.R),
    Column("Jatuh tempo", WIDTH - 10 - 4 * _AMOUNT),
    Column("Pokok", _AMOUNT, Align.R),
    Column("Jasa", _AMOUNT, Align.R),
    Column("Sudah dibayar", _AMOUNT, Align.R),
    Column("Sisa", _AMOUNT, Align.R),
)
NO_RELIEF_TOLD: Final = (
    "Bagi peminjam macet karena kepailitan atau usahanya bangkrut tidak ada keringanan; angsuran pokok dan "
    f"jasa tetap wajib dikembalikan ({NO_RELIEF.short})."
)


def arrears_table(sheet: OfficialPaper, of: Owing) -> None:
    """Every instalment that is behind with what is left of it, and the sum in words."""
    rows = [_row(one) for one in of.behind]
    paid = sum(one.interest + one.principal for one in of.behind)
    sums = (
        sum(one.row.principal for one in of.behind),
        sum(one.row.interest for one in of.behind),
        paid,
        of.arrears.amount,
    )
    rows.append(tuple(map(Strong, ("", "Jumlah", *map(rupiah, sums)))))
    table(sheet, _COLUMNS, rows)
    sheet.ln(1.5)
    sheet.prose(
        f"Jumlah yang menunggak {letter_rupiah(of.arrears.amount)}, terdiri dari pokok "
        f"{rupiah(of.arrears.principal)} dan jasa {rupiah(of.arrears.interest)}, sejak jatuh tempo "
        f"{since(of)}; {counted(of.arrears.months)} jatuh tempo lewat per {indonesian_date(of.counted_on)}."
    )


def _row(one: Laid) -> tuple[str, ...]:
    amounts = (one.row.principal, one.row.interest, one.interest + one.principal, one.left)
    return (f"{one.row.number}", indonesian_date(one.row.due_on), *map(rupiah, amounts))


def since(of: Owing) -> str:
    """The oldest due day that is not wholly paid."""
    return indonesian_date(of.behind[0].row.due_on)


def of_the_loan(sheet: OfficialPaper, of: Owing) -> None:
    """The borrower and the loan, line by line."""
    who = of.file.application.applicant
    lines = (
        ("Peminjam", one_line_or(who.name)),
        ("Pemilik/ketua", one_line_or(who.contact_name)),
        ("Alamat", f"{typed(who.address) or 'tidak dicatat'}, {kecamatan(who.district_code)}"),
        ("Nomor berkas", one_line_or(of.number)),
        ("Perjanjian", one_line_or(of.file.agreement_told) if of.file.agreement_told else "-"),
        ("Pinjaman", of.file.lent_told(of.principal, of.disbursed_on)),
        ("Sisa pokok", rupiah(of.owed.principal)),
        ("Jasa jatuh tempo", rupiah(of.owed.interest_due)),
    )
    plain_columns(sheet, (Column("", 36), Column("", WIDTH - 36)), [(a, f": {b}") for a, b in lines])
    sheet.ln(3)
