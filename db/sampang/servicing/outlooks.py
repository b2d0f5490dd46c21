"""What comes next for stored loans: one loan with all that is known of it, or a page of those behind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.application_rows import masked
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.fund.ledger import loan_row
from db.sampang.fund.loan_books import books_of, books_of_each
from db.sampang.origination.loan_files import file_of
from db.sampang.servicing.behind import RunningLoan, running_loans
from db.sampang.servicing.done import DoneLine, done_about, done_lines
from db.tables import LoanRow
from domain.roles import Person
from domain.sampang.fund.loan_course import Course
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.arrears import behind_until
from domain.sampang.servicing.claim_file import has_value
from domain.sampang.servicing.collecting import Collected
from domain.sampang.servicing.next_step import Outlook, outlook

PAGE = 25


@dataclass(frozen=True, slots=True)
class Collection:
    """One loan as it is collected: its file, its course, what was done, and what comes next."""

    loan_id: int
    application_id: int
    number: str
    file: LoanFile
    course: Course
    done: Collected
    lines: tuple[DoneLine, ...]
    until: date | None
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class BehindLoan:
    """One line of the list of loans that are behind."""

    loan_id: int
    application_id: int
    number: str
    name: str
    district_code: str | None
    outlook: Outlook


def collection(session: Session, actor: Person, loan_id: int, today: date) -> Collection:
    """One loan as it is collected; identity numbers are masked."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    found = collection_of(session, loan_row(session, loan_id), today)
    return replace(found, file=replace(found.file, application=masked(found.file.application)))


def collection_of(session: Session, row: LoanRow, today: date) -> Collection:
    """The same for the verbs, nothing masked."""
    course, file = books_of(session, row).course, file_of(session, row.application)
    done, until = done_about(session, (row.id,))[row.id], bank_data_until(session)
    coming = outlook(
        course,
        done,
        today=today,
        bank_data_until=until,
        has_value=has_value(file.custody),
        rules=law_of(session, SAMPANG, today),
    )
    number, lines = row.application.number, done_lines(session, row.id)
    return Collection(row.id, row.application_id, number, file, course, done, lines, until, coming)


def loans_behind(
    session: Session, actor: Person, today: date, *, page: int = 1
) -> tuple[tuple[BehindLoan, ...], int]:
    """One page of the loans that are behind, the longest first, with what comes next; and how many."""
    until = behind_until(today)
    rows, total = running_loans(session, actor, today, due_until=until, page=page, page_size=PAGE)
    return outlooks_of(session, rows, today), total


def outlooks_of(session: Session, rows: Sequence[RunningLoan], today: date) -> tuple[BehindLoan, ...]:
    """What comes next for some loans; for those who have asked who may read them."""
    numbers = [row.loan_id for row in rows]
    courses = {one.loan_id: one.course for one in books_of_each(session, numbers)}
    done = done_about(session, numbers)
    until, rules = bank_data_until(session), law_of(session, SAMPANG, today)
    return tuple(
        BehindLoan(
            row.loan_id,
            row.application_id,
            row.number,
            row.name,
            row.district_code,
            outlook(
                courses[row.loan_id],
                done[row.loan_id],
                today=today,
                bank_data_until=until,
                has_value=None,
                rules=rules,
            ),
        )
        for row in rows
    )
