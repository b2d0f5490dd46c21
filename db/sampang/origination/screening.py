"""Verbs before the meeting: papers checked, surveyors' findings, the survey closed; and a withdrawal."""

from datetime import datetime

from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import Hindered
from db.sampang.applications.application_rows import held_row
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.judgements import add_judgement
from db.sampang.origination.advancing import Advanced, Opened, advance, opened_for, require_free
from db.sampang.origination.around import around_of
from db.sampang.origination.loan_files import file_of
from db.tables import SurveyFindingRow
from domain.dates import JAKARTA
from domain.regulation.law_in_force import LawInForce
from domain.roles import Permission, Person
from domain.sampang import facts as fact
from domain.sampang.application import Judgement
from domain.sampang.eligibility import examine
from domain.sampang.instruments import at as place_of
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.hindrance import Hindrance
from domain.sampang.origination.records import SurveyFinding, SurveyMinutes
from domain.sampang.origination.stages import CANDIDATES, Stage
from domain.sampang.origination.step_notes import PapersChecked, Withdrawal
from domain.sampang.origination.steps import Step
from domain.version import VERSION


def check_papers(
    session: Session, actor: Person, application_id: int, checked: PapersChecked, *, nonce: str, at: datetime
) -> Advanced:
    """Note that every paper was looked for (IV.1.h, VIII.2.c); what is lacking may still follow."""
    require_whole(checked)
    opened = opened_for(session, actor, application_id, Step.CHECK_PAPERS, nonce=nonce, at=at)
    if isinstance(opened, Advanced):
        return opened
    require_free(hindrances_to(Step.CHECK_PAPERS, opened.file, around_of(session, opened.row, checked.on)))
    return advance(session, opened, checked.on, nonce=nonce, at=at, note=checked.note)


def withdraw(
    session: Session, actor: Person, application_id: int, withdrawal: Withdrawal, *, nonce: str, at: datetime
) -> Advanced:
    """Note that the applicant takes the application back; money that was set aside is free again."""
    require_whole(withdrawal)
    opened = opened_for(session, actor, application_id, Step.WITHDRAW, nonce=nonce, at=at)
    if isinstance(opened, Advanced):
        return opened
    return advance(session, opened, withdrawal.on, nonce=nonce, at=at, note=withdrawal.reason)


def record_finding(
    session: Session, actor: Person, application_id: int, finding: SurveyFinding, *, nonce: str, at: datetime
) -> None:
    """Record what the actor found at a survey (VI.2.a); a later finding of the same person replaces it.

    The finding is signed with the actor's name, whatever it says.
    """
    require_write(session)
    person = authorise(session, actor, Permission.RECORD_SURVEYS)
    require_whole(finding)
    body = {**to_plain(finding), "surveyor": person.name}
    if finding.on > at.astimezone(JAKARTA).date():
        raise Hindered((Hindrance("Tanggal survei masih di masa depan.", place_of("VI.2.a")),))
    if submissions.claim(session, person, Action.RECORD_SURVEY, nonce, at):
        return
    row = held_row(session, application_id)
    if Stage(row.status) not in CANDIDATES:
        told = (
            f"Survei dicatat sesudah berkas diperiksa dan sebelum diputus; kini “{Stage(row.status).label}”."
        )
        raise Hindered((Hindrance(told, place_of("VI.2.a")),))
    added = SurveyFindingRow(application_id=row.id, body=body, by_person_id=person.id, at=at)
    session.add(added)
    session.flush()
    submissions.settle(session, nonce, added.id)
    subject = Subject(SubjectKind.APPLICATION, row.id)
    audit.record(session, person, Action.RECORD_SURVEY, subject, at, after=body)


def close_survey(
    session: Session, actor: Person, application_id: int, minutes: SurveyMinutes, *, nonce: str, at: datetime
) -> Advanced:
    """Note what the surveyors agreed on (Berita acara hasil survei); the character becomes an opinion.

    The opinion counts in the assessment (VI.2.a.4), which is made anew in the same transaction.
    """
    require_whole(minutes)
    opened = opened_for(session, actor, application_id, Step.CLOSE_SURVEY, nonce=nonce, at=at)
    if isinstance(opened, Advanced):
        return opened
    around = around_of(session, opened.row, minutes.on)
    require_free(hindrances_to(Step.CLOSE_SURVEY, opened.file, around))
    judgement = Judgement(minutes.character_good, opened.person.name, minutes.on, minutes.reason)
    add_judgement(session, opened.row, opened.person, fact.CHARACTER.key, judgement, at)
    done = advance(session, opened, minutes.on, nonce=nonce, at=at, record=minutes, note=minutes.reason)
    _assess_anew(session, opened, at, around_of(session, opened.row, at.astimezone(JAKARTA).date()).law)
    return done


def _assess_anew(session: Session, opened: Opened, at: datetime, law: LawInForce) -> None:
    found = examine(file_of(session, opened.row).application, law)
    record_receipt(session, opened.person, opened.row.id, found.receipt(VERSION), at)
