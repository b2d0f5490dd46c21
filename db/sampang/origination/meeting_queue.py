"""The files before the Pokjanis, in the order that the rules give."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.access import authorise
from db.office.practice import law_of
from db.plain import from_plain
from db.sampang.applications.application_rows import masked, read_row
from db.sampang.applications.standing_law import is_due
from db.tables import ApplicationRow, FileStepRow
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.origination.conditions import examined_as
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.queue import Candidate, in_order, proposal_for
from domain.sampang.origination.records import SurveyMinutes
from domain.sampang.origination.stages import CANDIDATES, Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def candidates(
    session: Session, actor: Person, day: date, *, today: date | None = None
) -> tuple[Candidate, ...]:
    """Every file that waits for a decision, examined at the surveyed (or asked) amount on a day, in order.

    Beside it stands the verdict of the file itself, as lists tell it `today`. Identity numbers are masked.
    However many files there are, the store is asked the same few times.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    law = law_of(session, SAMPANG, day)
    due = is_due(SAMPANG.law_on(today or day, law.practice)).label("due")
    query = (
        select(ApplicationRow, due)
        .where(ApplicationRow.status.in_(CANDIDATES))
        .order_by(ApplicationRow.id)
        .options(
            selectinload(ApplicationRow.collateral),
            selectinload(ApplicationRow.papers),
            selectinload(ApplicationRow.judgements),
        )
    )
    surveys = _surveys(session)
    return in_order(
        _candidate(row, surveys.get(row.id), law, day, None if due else row.verdict)
        for row, due in session.execute(query)
    )


def _surveys(session: Session) -> Mapping[int, SurveyMinutes]:
    """The newest survey minutes of every file that waits for a decision."""
    query = (
        select(FileStepRow.application_id, FileStepRow.body)
        .join(ApplicationRow, ApplicationRow.id == FileStepRow.application_id)
        .where(ApplicationRow.status.in_(CANDIDATES), FileStepRow.step == Step.CLOSE_SURVEY)
        .order_by(FileStepRow.seq)
    )
    newest = {row.application_id: row.body for row in session.execute(query)}
    return {number: from_plain(SurveyMinutes, body) for number, body in newest.items()}


def _candidate(
    row: ApplicationRow, survey: SurveyMinutes | None, law: LawInForce, day: date, standing: str | None
) -> Candidate:
    file = LoanFile(application=read_row(row), stage=Stage(row.status), survey=survey)
    proposal = proposal_for(file, day)
    found = examined_as(proposal, file, law)
    return Candidate(
        application_id=row.id,
        number=row.number,
        name=row.name,
        stage=file.stage,
        filed_on=file.application.filed_on or day,
        asked=file.application.amount,
        amount=proposal.amount or 0,
        term_months=proposal.term_months or 0,
        has_survey=survey is not None,
        found=replace(found, application=masked(found.application)),
        standing=None if standing is None else Verdict(standing),
    )
