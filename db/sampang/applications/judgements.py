"""Verbs for the recorded opinions of the technical team; a new one is added, the old ones stay."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.applications.application_rows import held_row, read_judgement, read_row
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, JudgementRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.case_of import about_of, is_ruling_on
from domain.sampang.facts import OPINIONS
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.typed import Reason

_QUESTIONS: Final = frozenset(opinion.key for opinion in OPINIONS)


@dataclass(frozen=True, slots=True)
class RecordedJudgement:
    """One recorded opinion, with its question and the moment of recording."""

    question: str
    judgement: Judgement
    recorded_at: datetime


def record_judgement(
    session: Session,
    actor: Person,
    application_id: int,
    question: str,
    *,
    answer: bool,
    on: date,
    reason: Reason,
    nonce: str,
    at: datetime,
) -> Judgement:
    """Record the actor's opinion on a question; from now on it counts instead of an earlier one.

    The current verdict is emptied, because it rested on other facts: assess again in the same
    session. The version stays, so that it does not stand in the way of an officer's open form.
    """
    permission, action = SampangPermission.RECORD_JUDGEMENTS, SampangAction.RECORD_JUDGEMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        judgement = Judgement(answer, act.person.name, on, reason)
        if act.earlier:
            return judgement
        require_whole(judgement)
        row = held_row(session, application_id)
        stored = read_row(row)
        if question not in _QUESTIONS and not is_ruling_on(question, stored):
            raise ValueError(f"{question} is not a question to the technical team about this application")
        judgement = replace(judgement, about=about_of(question, stored))
        add_judgement(act, row, question, judgement)
        before = stored.judgements.get(question)
        act.close(
            Subject(SampangSubject.APPLICATION, application_id),
            before=None if before is None else {question: to_plain(before)},
            after={question: to_plain(judgement)},
        )
        return judgement


def add_judgement(act: Act, row: ApplicationRow, question: str, judgement: Judgement) -> None:
    """Add an opinion to a held application, and empty the verdict that rested on other facts."""
    row.verdict = row.most = row.basis = None
    add_ruling(act, row, question, judgement)


def add_ruling(act: Act, row: ApplicationRow, question: str, judgement: Judgement) -> None:
    """Add an opinion on something that the verdict on a held application does not rest on."""
    added = JudgementRow(
        application_id=row.id,
        question=question,
        answer=judgement.answer,
        about=judgement.about,
        by_name=judgement.by,
        by_person_id=act.person.id,
        on=judgement.on,
        reason=judgement.reason,
        recorded_at=act.at,
    )
    act.session.add(added)
    act.session.flush()
    act.session.expire(row, ["judgements"])


def judgements_of(session: Session, actor: Person, application_id: int) -> tuple[RecordedJudgement, ...]:
    """List every opinion ever recorded on an application, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    query = (
        select(JudgementRow)
        .where(JudgementRow.application_id == application_id)
        .order_by(JudgementRow.id.desc())
    )
    return tuple(
        RecordedJudgement(row.question, read_judgement(row), row.recorded_at)
        for row in session.scalars(query)
    )
