"""A file of a koperasi, and officers as they are told for it."""

from dataclasses import replace

from domain.sampang.application import LoanApplication
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.board import Board, Officer
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import an_eligible_form
from tests.documents.sampang.applications import cooperative

A_BOARD = Board(
    officers=(
        Officer(name="Hj. Maryam", position="Ketua", nik="3527034506850000"),
        Officer(name="Moh. Zaini", position="Bendahara"),
    )
)


def a_cooperative(lending, stage=Stage.DRAFT):
    """The number of a file of a koperasi."""
    form = an_eligible_form()
    return lending.file_at(
        stage, replace(form, applicant=replace(form.applicant, kind=ApplicantKind.COOPERATIVE))
    )


def an_eligible_cooperative() -> LoanApplication:
    """A koperasi that meets every condition, with the two officers of `A_BOARD`."""
    form = an_eligible_form()
    return replace(
        form,
        applicant=replace(form.applicant, kind=ApplicantKind.COOPERATIVE),
        cooperative=replace(cooperative().cooperative, board_size=2, board_signatures=2),
    )
