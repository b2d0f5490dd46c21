"""Verbs for what the Tim Seleksi records about a candidate: opinions, test results, and the outcome."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.law import law_of
from db.blitar.selection.candidates import JUDGEMENT, OUTCOME, TEST, candidate_row, stored_candidate
from db.blitar.selection.rounds import held_round, passed, round_of
from db.engine import require_write
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import InTheWayOfOutcome, Wrong
from db.tables import CandidateRecordRow, CandidateRow
from domain.blitar.candidate_facts import OPINIONS
from domain.blitar.case_of import about_of
from domain.blitar.examining import examine_candidate
from domain.blitar.judgement import Judgement
from domain.blitar.selecting.record_checks import check_opinion, check_outcome, check_test
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestResult, in_the_way_of_passing
from domain.blitar.selecting.rounds import Round
from domain.dates import JAKARTA
from domain.problems import Problem
from domain.roles import Permission, Person

_QUESTIONS = frozenset(opinion.key for opinion in OPINIONS)


def record_opinion(
    session: Session, actor: Person, candidate_id: int, question: str, judgement: Judgement, *, at: datetime
) -> None:
    """Record the actor's opinion on a question that Pasal 7 leaves to people; the newest counts."""
    if question not in _QUESTIONS:
        raise ValueError(f"{question} is not a question to the Tim Seleksi")
    person, row, wanted = _held(session, actor, candidate_id)
    _refuse(check_opinion(judgement, wanted, _day(at)))
    require_typed(judgement)
    signed = replace(
        judgement, by=person.name, about=about_of(question, stored_candidate(session, row).candidate)
    )
    _add(session, person, row, JUDGEMENT, {"question": question, **to_plain(signed)}, at)


def record_test(
    session: Session, actor: Person, candidate_id: int, result: TestResult, *, at: datetime
) -> None:
    """Record the result of a test (Pasal 8 huruf d); a later one of the same test replaces it."""
    person, row, wanted = _held(session, actor, candidate_id)
    _refuse(check_test(result, wanted, _day(at)))
    require_typed(result)
    _add(session, person, row, TEST, to_plain(result), at)


def record_outcome(
    session: Session, actor: Person, candidate_id: int, outcome: SelectionOutcome, *, at: datetime
) -> None:
    """Record what the Tim Seleksi decides; passing needs everything that Pasal 7 and 8 ask."""
    person, row, wanted = _held(session, actor, candidate_id)
    _refuse(check_outcome(outcome, wanted, _day(at)))
    require_typed(outcome)
    signed = replace(outcome, by=person.name)
    if outcome.kind is not OutcomeKind.FAILED:
        stored = stored_candidate(session, row)
        is_passing = outcome.kind is OutcomeKind.PASSED
        left = wanted.quota - passed(session, row.round_id, besides=row.id) if is_passing else 1
        found = examine_candidate(stored.candidate, law_of(session, outcome.on))
        in_way = in_the_way_of_passing(found, stored.tests, outcome.reading_reason, places_left=left)
        if in_way:
            raise InTheWayOfOutcome(in_way)
    _add(session, person, row, OUTCOME, to_plain(signed), at)


def _held(session: Session, actor: Person, candidate_id: int) -> tuple[Person, CandidateRow, Round]:
    require_write(session)
    person = authorise(session, actor, Permission.RUN_SELECTION)
    row = candidate_row(session, candidate_id)
    return person, row, round_of(held_round(session, row.round_id))


def _day(at: datetime) -> date:
    return at.astimezone(JAKARTA).date()


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Wrong(problems)


def _add(
    session: Session, person: Person, row: CandidateRow, kind: str, body: dict[str, Any], at: datetime
) -> None:
    if _is_pressed_again(session, row, kind, body):
        return
    session.add(CandidateRecordRow(candidate_id=row.id, kind=kind, body=body, by_person_id=person.id, at=at))
    session.flush()
    subject = Subject(SubjectKind.CANDIDATE, row.id)
    audit.record(session, person, Action.RECORD_ON_CANDIDATE, subject, at, after={"kind": kind, **body})


def _is_pressed_again(session: Session, row: CandidateRow, kind: str, body: dict[str, Any]) -> bool:
    """Whether the newest record on the same question, test or outcome says exactly this."""
    told = select(CandidateRecordRow.body).where(
        CandidateRecordRow.candidate_id == row.id, CandidateRecordRow.kind == kind
    )
    about = {JUDGEMENT: "question", TEST: "kind"}.get(kind)
    newest: dict[str, Any] | None = None
    for before in session.scalars(told.order_by(CandidateRecordRow.id)):
        if about is None or before[about] == body[about]:
            newest = before
    return newest == body
