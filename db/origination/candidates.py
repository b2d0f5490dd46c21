"""The files before the Pokjanis, in the order that the rules give."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.application_rows import masked
from db.origination.files import file_of
from db.practice import practice
from db.tables import ApplicationRow
from domain.regulation.law_in_force import LawInForce
from domain.roles import Permission, Person
from domain.sampang_loans.origination.conditions import examined_as
from domain.sampang_loans.origination.loan_file import LoanFile
from domain.sampang_loans.origination.queue import Candidate, in_order, proposal_for
from domain.sampang_loans.origination.stages import CANDIDATES, Stage
from domain.sampang_loans.programme import law_on


def candidates(session: Session, actor: Person, day: date) -> tuple[Candidate, ...]:
    """Every file that waits for a decision, examined at the surveyed (or asked) amount on a day, in order."""
    authorise(session, actor, Permission.READ_APPLICATIONS)
    law = law_on(day, practice(session))
    query = select(ApplicationRow).where(ApplicationRow.status.in_(CANDIDATES)).order_by(ApplicationRow.id)
    found = (_candidate(row, file_of(session, row), law, day) for row in session.scalars(query))
    return in_order(found)


def _candidate(row: ApplicationRow, file: LoanFile, law: LawInForce, day: date) -> Candidate:
    proposal = proposal_for(file, day)
    found = examined_as(proposal, file, law)
    return Candidate(
        application_id=row.id,
        number=row.number,
        name=masked(file.application).applicant.name,
        stage=Stage(row.status),
        filed_on=file.application.filed_on or day,
        amount=proposal.amount or 0,
        term_months=proposal.term_months or 0,
        has_survey=file.survey is not None,
        found=found,
    )
