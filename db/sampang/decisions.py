"""What needs a decision about the fund, read once for every screen and paper that tells it."""

from datetime import date

from sqlalchemy.orm import Session

from db.access import authorise
from db.office.waiting import rules_to_approve
from db.sampang.approvals import proposals_waiting
from db.sampang.file_stages import AtStage, files_by_stage
from db.sampang.fund.ledger import position_of
from domain.due_decisions import Decision
from domain.roles import OfficePermission, Person
from domain.sampang.decisions_due import decisions
from domain.sampang.leadership import waits
from domain.sampang.programme import SAMPANG


def fund_decisions(session: Session, actor: Person, day: date) -> tuple[Decision, ...]:
    """The list as it stands on a day, for whoever reads the summary."""
    person = authorise(session, actor, SAMPANG, OfficePermission.READ_SUMMARY)
    return decisions_of(session, person, day, files_by_stage(session))


def decisions_of(
    session: Session, person: Person, day: date, stages: tuple[AtStage, ...]
) -> tuple[Decision, ...]:
    """The same for who was let through and has read how many files are at each stage."""
    files = waits((one.stage, one.files, one.since, one.middle) for one in stages)
    proposals = (*proposals_waiting(session, person), *rules_to_approve(session, person, SAMPANG))
    return decisions(files, proposals, position_of(session).free, day)
