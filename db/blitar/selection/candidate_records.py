"""Verbs for what the Tim Seleksi records about a candidate: opinions, test results, and the outcome."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.refusals import InTheWayOfOutcome
from db.blitar.selection.candidates import JUDGEMENT, OUTCOME, TEST, candidate_row, stored_candidate
from db.blitar.selection.rounds import held_round, passed, round_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.office.practice import law_of
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import CandidateRecordRow, CandidateRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.candidate_facts import OPINIONS
from domain.blitar.case_of import about_of
from domain.blitar.examining import examine_candidate
from domain.blitar.judgement import Judgement
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.lateness import late_in_way
from domain.blitar.selecting.record_checks import check_opinion, check_outcome, check_test
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestResult, in_the_way_of_passing
from domain.blitar.selecting.rounds import Round
from domain.problems import Problem
from domain.roles import Person

_QUESTIONS = frozenset(opinion.key for opinion in OPINIONS)


def record_opinion(
    session: Session, actor: Person, candidate_id: int, question: str, judgement: Judgement, *, at: datetime
) -> None:
    """Record the actor's opinion on a question that Pasal 7 leaves to people; the newest counts."""
    if question not in _QUESTIONS:
        raise ValueError(f"{question} is not a question to the Tim Seleksi")
    with _recording(session, actor, at) as act:
        row, wanted = _held(session, candidate_id)
        _refuse(check_opinion(judgement, wanted, act.day))
        require_typed(judgement)
        candidate = stored_candidate(session, row).candidate
        signed = replace(judgement, by=act.person.name, about=about_of(question, candidate))
        _add(act, row, JUDGEMENT, {"question": question, **to_plain(signed)})


def record_test(
    session: Session, actor: Person, candidate_id: int, result: TestResult, *, at: datetime
) -> None:
    """Record the result of a test (Pasal 8 huruf d); a later one of the same test replaces it."""
    with _recording(session, actor, at) as act:
        row, wanted = _held(session, candidate_id)
        _refuse(check_test(result, wanted, act.day))
        require_typed(result)
        _add(act, row, TEST, to_plain(result))


def record_outcome(
    session: Session, actor: Person, candidate_id: int, outcome: SelectionOutcome, *, at: datetime
) -> None:
    """Record what the Tim Seleksi decides; passing needs everything that Pasal 7 and 8 ask."""
    with _recording(session, actor, at) as act:
        row, wanted = _held(session, candidate_id)
        _refuse(check_outcome(outcome, wanted, act.day))
        require_typed(outcome)
        if outcome.kind is OutcomeKind.LATE:
            raise ValueError("that a registration came late is found, and recorded by nobody")
        if outcome.takes_part:
            _require_passing(session, row, wanted, outcome)
        _add(act, row, OUTCOME, to_plain(replace(outcome, by=act.person.name)))


def _require_passing(session: Session, row: CandidateRow, wanted: Round, outcome: SelectionOutcome) -> None:
    stored = stored_candidate(session, row)
    if late := late_in_way(wanted, stored.candidate.registered_on):
        raise InTheWayOfOutcome((late,))
    is_passing = outcome.kind is OutcomeKind.PASSED
    left = wanted.quota - passed(session, row.round_id, besides=row.id) if is_passing else 1
    found = examine_candidate(stored.candidate, law_of(session, BLITAR, outcome.on))
    in_way = in_the_way_of_passing(found, stored.tests, outcome.reading_reason, places_left=left)
    if in_way:
        raise InTheWayOfOutcome(in_way)


def _recording(session: Session, actor: Person, at: datetime) -> AbstractContextManager[Act]:
    permission, action = BlitarPermission.RUN_SELECTION, BlitarAction.RECORD_ON_CANDIDATE
    return verb(session, actor, BLITAR, permission, action, at=at)


def _held(session: Session, candidate_id: int) -> tuple[CandidateRow, Round]:
    row = candidate_row(session, candidate_id)
    return row, round_of(held_round(session, row.round_id))


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Wrong(problems)


def _add(act: Act, row: CandidateRow, kind: str, body: dict[str, Any]) -> None:
    if _is_pressed_again(act.session, row, kind, body):
        act.unchanged()
        return
    record = CandidateRecordRow(
        candidate_id=row.id, kind=kind, body=body, by_person_id=act.person.id, at=act.at
    )
    act.session.add(record)
    act.close(Subject(BlitarSubject.CANDIDATE, row.id), after={"kind": kind, **body})


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
