"""What a borrower who is behind owes, as a letter tells it: instalment by instalment, since when (IX.1)."""

from dataclasses import dataclass
from datetime import date

from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.repayment import Laid, Owed, behind_on, owed_on
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.servicing.arrears import Arrears
from domain.sampang.servicing.collecting import Collected
from domain.sampang.servicing.next_step import Outlook
from domain.sampang.servicing.quality import Quality
from domain.sampang.servicing.time_behind import as_known_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A loan that is behind, with the instalments that are, counted on a day of the bank's data.

    `owed` is all that is owed by that day: the principal left and the jasa that fell due.
    """

    number: str
    file: LoanFile
    principal: int
    disbursed_on: date
    counted_on: date
    behind: tuple[Laid, ...]
    arrears: Arrears
    quality: Quality
    owed: Owed
    done: Collected


def owing(course: Course, number: str, file: LoanFile, done: Collected, outlook: Outlook) -> Owing | None:
    """What a letter of the day of the outlook tells; None while bank data is missing or nothing is behind."""
    day = outlook.counted_on
    if day is None or outlook.time is None:
        return None
    known = as_known_on(course, day)
    paid = sum(one.principal + one.interest for one in known.received)
    return Owing(
        number=number,
        file=file,
        principal=course.principal,
        disbursed_on=course.disbursed_on,
        counted_on=day,
        behind=behind_on(known.laid, day),
        arrears=outlook.arrears,
        quality=outlook.quality,
        owed=owed_on(course.rows, paid, day),
        done=done,
    )
