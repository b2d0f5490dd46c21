"""Verbs before the meeting: papers checked, surveyors' findings, the survey closed; and a withdrawal."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.limits import require_whole
from db.plain import to_plain
from db.sampang.applications.application_rows import held_row
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.judgements import add_judgement
from db.sampang.origination.advancing import Advanced, Opened, advance, opened_for, require_free, stepping
from db.sampang.origination.around import around_of
from db.sampang.origination.loan_files import file_of
from db.sampang.origination.numbered_steps import number_of_its_own
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import SurveyFindingRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang import facts as fact
from domain.sampang.application import Judgement
from domain.sampang.eligibility import examine
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at as place_of
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.records import SurveyFinding, SurveyMinutes
from domain.sampang.origination.stages import CANDIDATES, Stage
from domain.sampang.origination.step_notes import PapersChecked, Withdrawal
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION


def check_papers(
    session: Session, actor: Person, application_id: int, checked: PapersChecked, *, nonce: str, at: datetime
) -> Advanced:
    """Note that every paper was looked for (IV.1.h, VIII.2.c); what is lacking may still follow."""
    with stepping(session, actor, Step.CHECK_PAPERS, nonce=nonce, at=at) as act:
        require_whole(checked)
        opened = opened_for(act, application_id, Step.CHECK_PAPERS)
        if isinstance(opened, Advanced):
            return opened
        around = around_of(session, opened.row, checked.on)
        require_free(hindrances_to(Step.CHECK_PAPERS, opened.file, around))
        return advance(opened, checked.on, note=checked.note)


def withdraw(
    session: Session, actor: Person, application_id: int, withdrawal: Withdrawal, *, nonce: str, at: datetime
) -> Advanced:
    """Note that the applicant takes the application back; money that was set aside is free again."""
    with stepping(session, actor, Step.WITHDRAW, nonce=nonce, at=at) as act:
        require_whole(withdrawal)
        opened = opened_for(act, application_id, Step.WITHDRAW)
        if isinstance(opened, Advanced):
            return opened
        return advance(opened, withdrawal.on, note=withdrawal.reason)


def record_finding(
    session: Session, actor: Person, application_id: int, finding: SurveyFinding, *, nonce: str, at: datetime
) -> None:
    """Record what the actor found at a survey (VI.2.a); a later finding of the same person replaces it.

    The finding is signed with the actor's name, whatever it says.
    """
    permission, action = SampangPermission.RECORD_SURVEYS, SampangAction.RECORD_SURVEY
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(finding)
        body = {**to_plain(finding), "surveyor": act.person.name}
        if finding.on > act.day:
            raise Hindered((Hindrance("Tanggal survei masih di masa depan.", place_of("VI.2.a")),))
        row = held_row(session, application_id)
        if (stage := Stage(row.status)) not in CANDIDATES:
            told = f"Survei dicatat sesudah berkas diperiksa dan sebelum diputus; kini “{stage.label}”."
            raise Hindered((Hindrance(told, place_of("VI.2.a")),))
        session.add(SurveyFindingRow(application_id=row.id, body=body, by_person_id=act.person.id, at=at))
        act.close(Subject(SampangSubject.APPLICATION, row.id), after=body)


def close_survey(
    session: Session,
    actor: Person,
    application_id: int,
    minutes: SurveyMinutes,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> Advanced:
    """Note what the surveyors agreed on (Berita acara hasil survei); two findings become opinions.

    Character (VI.2.a.4) and surroundings (VI.2.a.5, where the minutes give one) count in the assessment,
    which is made anew in the same transaction.
    Raises SameAgain for a number that another file has, without a written reason.
    """
    with stepping(session, actor, Step.CLOSE_SURVEY, nonce=nonce, at=at) as act:
        require_whole(minutes)
        opened = opened_for(act, application_id, Step.CLOSE_SURVEY)
        if isinstance(opened, Advanced):
            return opened
        around = around_of(session, opened.row, minutes.on)
        require_free(hindrances_to(Step.CLOSE_SURVEY, opened.file, around))
        again = number_of_its_own(opened, minutes.number, minutes.on, again_because)
        _judge(opened, fact.CHARACTER.key, minutes.character_good, minutes)
        if minutes.region_supports is not None:
            _judge(opened, fact.SURROUNDINGS.key, minutes.region_supports, minutes)
        done = advance(opened, minutes.on, record=minutes, note=minutes.reason, again=again)
        _assess_anew(opened, around_of(session, opened.row, act.day).law)
        return done


def _judge(opened: Opened, question: str, answer: bool, minutes: SurveyMinutes) -> None:
    judgement = Judgement(answer, opened.act.person.name, minutes.on, minutes.reason)
    add_judgement(opened.act, opened.row, question, judgement)


def _assess_anew(opened: Opened, law: LawInForce) -> None:
    act = opened.act
    found = examine(file_of(act.session, opened.row).application, law)
    record_receipt(act.session, act.person, opened.row.id, found.receipt(VERSION), act.at)
