"""The officers of a koperasi in an agreement: each named with a NIK, each with a place to sign (IV.1.f)."""

from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.signatures import signature_table
from documents.sampang.letters.wording import identity, one_line_or
from documents.sheet import WIDTH
from documents.tables import Column, headed_table
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.board import UNKNOWN, Board, still_unknown
from domain.sampang.origination.loan_file import LoanFile

_COLUMNS: Final = (
    Column("No.", 9, Align.R),
    Column("Nama pengurus", WIDTH - 99),
    Column("Jabatan", 48),
    Column("NIK", 42),
)


def named_officers(sheet: OfficialPaper, file: LoanFile, board: Board) -> None:
    """Who is jointly liable, one by one; of whom nothing is known that is said, never left out."""
    if file.application.applicant.kind is not ApplicantKind.COOPERATIVE:
        return
    known = [(one.name, one_line_or(one.position, UNKNOWN), identity(one.nik)) for one in board.officers]
    lacking = [(UNKNOWN, UNKNOWN, UNKNOWN)] * still_unknown(file, board)
    rows = [(f"{place}", *told) for place, told in enumerate([*known, *lacking], 1)]
    title = "Pengurus PEMINJAM, yang bertanggung jawab secara tanggung renteng (IV.1.f)"
    headed_table(sheet, title, _COLUMNS, rows)
    sheet.ln(2)


def officers_sign(sheet: OfficialPaper, file: LoanFile, board: Board) -> None:
    """A place for the signature of every officer."""
    if file.application.applicant.kind is not ApplicantKind.COOPERATIVE:
        return
    people = [(one.name, one_line_or(one.position, UNKNOWN)) for one in board.officers]
    people += [(UNKNOWN, UNKNOWN)] * still_unknown(file, board)
    heading = "Tanda tangan pengurus PEMINJAM secara tanggung renteng (IV.1.f)"
    signature_table(sheet, people, "Jabatan", heading)
    sheet.ln(3)
