"""Verbs for the recorded opinions of the technical team; a new one is added, the old ones stay."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.applications.application_rows import held_row, read_judgement, read_row
from db.tables import ApplicationRow, JudgementRow
from domain.roles import Permission, Person
from domain.sampang.application import Judgement
from domain.sampang.case_of import about_of, is_ruling_on
from domain.sampang.facts import OPINIONS
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
    require_write(session)
    person = authorise(session, actor, Permission.RECORD_JUDGEMENTS)
    judgement = Judgement(answer, person.name, on, reason)
    require_whole(judgement)
    if submissions.claim(session, person, Action.RECORD_JUDGEMENT, nonce, at):
        return judgement
    row = held_row(session, application_id)
    stored = read_row(row)
    if question not in _QUESTIONS and not is_ruling_on(question, stored):
        raise ValueError(f"{question} is not a question to the technical team about this application")
    judgement = replace(judgement, about=about_of(question, stored))
    added = add_judgement(session, row, person, question, judgement, at)
    submissions.settle(session, nonce, added.id)
    before = stored.judgements.get(question)
    audit.record(
        session,
        person,
        Action.RECORD_JUDGEMENT,
        Subject(SubjectKind.APPLICATION, application_id),
        at,
        before=None if before is None else {question: to_plain(before)},
        after={question: to_plain(judgement)},
    )
    return judgement


def add_judgement(
    session: Session, row: ApplicationRow, person: Person, question: str, judgement: Judgement, at: datetime
) -> JudgementRow:
    """Add an opinion to a held application, and empty the verdict that rested on other facts."""
    added = JudgementRow(
        application_id=row.id,
        question=question,
        answer=judgement.answer,
        about=judgement.about,
        by_name=judgement.by,
        by_person_id=person.id,
        on=judgement.on,
        reason=judgement.reason,
        recorded_at=at,
    )
    session.add(added)
    row.verdict = row.most = None
    session.flush()
    session.expire(row, ["judgements"])
    return added


def judgements_of(session: Session, actor: Person, application_id: int) -> tuple[RecordedJudgement, ...]:
    """List every opinion ever recorded on an application, the newest first."""
    authorise(session, actor, Permission.READ_APPLICATIONS)
    query = (
        select(JudgementRow)
        .where(JudgementRow.application_id == application_id)
        .order_by(JudgementRow.id.desc())
    )
    return tuple(
        RecordedJudgement(row.question, read_judgement(row), row.recorded_at)
        for row in session.scalars(query)
    )
