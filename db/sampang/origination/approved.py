"""What the Pokjanis has approved, for lists of files."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.taken_back import is_taken_back
from db.tables import ApplicationRow, FileStepRow
from domain.roles import Person
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def approved_amounts(session: Session, actor: Person, application_ids: Collection[int]) -> dict[int, int]:
    """The approved amount in rupiah of each of these applications that was approved."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    # From the files to their steps: SQLite would otherwise walk through the steps of all.
    query = (
        select(FileStepRow.application_id, FileStepRow.body["amount"].as_integer())
        .select_from(ApplicationRow)
        .join(FileStepRow, FileStepRow.application_id == ApplicationRow.id)
        .where(
            ApplicationRow.id.in_(application_ids),
            FileStepRow.step == Step.APPROVE,
            ~is_taken_back(),
        )
    )
    return {number: amount for number, amount in session.execute(query) if amount is not None}
