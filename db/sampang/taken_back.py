"""Which decisions stand: a meeting may take one back while it is open, and both steps are kept."""

from functools import cache

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from db.tables import FileStepRow
from domain.sampang.origination.steps import Step


# A second name for a table takes longer to make than most statements take to run.
@cache
def is_taken_back() -> ColumnElement[bool]:
    """Whether the step of a query was taken back: nothing comes between a decision and its taking back."""
    later = aliased(FileStepRow)
    return (
        select(later.seq)
        .where(
            later.application_id == FileStepRow.application_id,
            later.seq == FileStepRow.seq + 1,
            later.step == Step.TAKE_BACK,
        )
        .exists()
    )
