"""What was laid on the rows of a loan's own agreement, also before the books knew it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from db.plain import from_plain
from db.tables import TakenOverLoanRow
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.repayment import Laid
from domain.sampang.takeover.old_loans import AgreedTerms
from domain.sampang.takeover.own_plan import laid_as_agreed, own_plan


def laid_by_agreement(session: Session, loan_id: int, course: Course) -> Sequence[Laid]:
    """The rows as they were agreed, with all that was paid of them; interest paid ahead shows only there."""
    if course.taken_over_on is None:
        return course.laid
    row = session.get_one(TakenOverLoanRow, loan_id)
    return laid_as_agreed(own_plan(from_plain(AgreedTerms, row.told["terms"])), course.laid)
