"""Verbs for candidates: registered once a round, with opinions, test results and an outcome."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.again import explained, let_pass
from db.blitar.refusals import RegisteredTwice
from db.blitar.selection.rounds import held_round, round_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.search_words import search_form
from db.tables import CandidateRecordRow, CandidateRow, SelectionRoundRow
from db.trail import Subject
from db.verbs import log_read, verb
from db.versions import require_version
from domain.again import AgainBecause, Earlier, same_sign
from domain.blitar.candidate import Candidate
from domain.blitar.examining import CandidateFindings, examine_candidate
from domain.blitar.judgement import Judgement
from domain.blitar.programme import BLITAR
from domain.blitar.registration_checks import check_candidate
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.lateness import outcome_with_lateness
from domain.blitar.selecting.results import SelectionOutcome, TestResult
from domain.blitar.selecting.rounds import Round, check_registration_day
from domain.identity import mask_number
from domain.regulation.law_in_force import LawInForce
from domain.revealing import Why
from domain.roles import Person

JUDGEMENT, TEST, OUTCOME = "judgement", "test", "outcome"


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """A registration with everything recorded about it; `number` is its number within the round."""

    id: int
    round_id: int
    number: int
    version: int
    candidate: Candidate
    tests: tuple[TestResult, ...]
    outcome: SelectionOutcome | None
    changed_by: str
    changed_at: datetime


def save_candidate(
    session: Session,
    actor: Person,
    round_id: int,
    candidate: Candidate,
    *,
    nonce: str,
    at: datetime,
    candidate_id: int | None = None,
    expected_version: int | None = None,
    again_because: AgainBecause = "",
) -> int:
    """Register a candidate, or change a registration while the round is not decided; give its number.

    Who comes late is registered too, and stands as refused for it. Raises Wrong for what cannot be,
    RegisteredTwice for a NIK that the round already has, and SameAgain for a name with a day of birth or a
    telephone that it already has, without a written reason.
    """
    permission, action = BlitarPermission.RUN_SELECTION, BlitarAction.SAVE_CANDIDATE
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        form = replace(candidate, judgements={})
        require_typed(form)
        body = to_plain(form)
        held = held_round(session, round_id)
        problems = [*check_candidate(form, act.day)]
        if form.registered_on and (wrong := check_registration_day(round_of(held), form.registered_on)):
            problems.append(wrong)
        if problems:
            raise Wrong(problems)
        _require_new(session, round_id, form, candidate_id)
        row, before = _row_for(session, round_id, candidate_id, expected_version)
        known = explained(session, CandidateRow, row.id) if candidate_id else ()
        again = let_pass(_resembling(session, round_id, form, candidate_id), again_because, known=known)
        row.name, row.search_name, row.nik = form.name, search_form(form.name), form.nik
        row.body = body
        act.changed(row)
        session.add(row)
        session.flush()
        subject = Subject(BlitarSubject.CANDIDATE, row.id)
        after = {**body, **again.keep(act, CandidateRow, row.id)}
        act.close(subject, version=row.version, before=before, after=after)
        return row.id


def candidate(
    session: Session,
    actor: Person,
    candidate_id: int,
    *,
    reveal: bool = False,
    at: datetime | None = None,
) -> StoredCandidate:
    """One registration, with its NIK masked.

    With `reveal` (to continue it) the NIK is whole: that is for those who run the selection, and needs
    the moment `at` and a write session, because it is written to the trail.
    """
    person = authorise(
        session, actor, BLITAR, BlitarPermission.RUN_SELECTION if reveal else BlitarPermission.READ_SELECTION
    )
    found = stored_candidate(session, candidate_row(session, candidate_id))
    if not reveal:
        return _masked(found)
    if at is None:
        raise ValueError("revealing is logged, so it needs its moment")
    subject = Subject(BlitarSubject.CANDIDATE, found.id)
    log_read(session, person, BLITAR, BlitarAction.REVEAL_IDENTITY, subject, at, Why.CONTINUE.told)
    return found


def candidates(session: Session, actor: Person, round_id: int) -> tuple[StoredCandidate, ...]:
    """Every registration of a round in the order of registering, NIK masked."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_SELECTION)
    query = select(CandidateRow).where(CandidateRow.round_id == round_id).order_by(CandidateRow.number)
    rows = tuple(session.scalars(query))
    records: dict[int, list[CandidateRecordRow]] = {row.id: [] for row in rows}
    told = select(CandidateRecordRow).where(CandidateRecordRow.candidate_id.in_(records))
    for record in session.scalars(told.order_by(CandidateRecordRow.id)):
        records[record.candidate_id].append(record)
    wanted = round_of(session.get_one(SelectionRoundRow, round_id)) if rows else None
    return tuple(_masked(_with(row, records[row.id], wanted)) for row in rows)


def matrix(
    session: Session, actor: Person, round_id: int, law: LawInForce
) -> tuple[tuple[StoredCandidate, CandidateFindings], ...]:
    """Every candidate of a round with the thirteen points as the law of a day finds them."""
    return tuple((stored, _found(stored.candidate, law)) for stored in candidates(session, actor, round_id))


def _found(candidate: Candidate, law: LawInForce) -> CandidateFindings:
    told = tuple(getattr(candidate, name) for name in _TOLD)
    return _examined(told, tuple(candidate.judgements.items()), law)


_TOLD = tuple(one.name for one in fields(Candidate) if one.name != "judgements")


@lru_cache(maxsize=1_000)
def _examined(
    told: tuple[Any, ...], judged: tuple[tuple[str, Judgement], ...], law: LawInForce
) -> CandidateFindings:
    """A candidate examined: what is told of them and the law decide everything, so that it is found once."""
    return examine_candidate(Candidate(**dict(zip(_TOLD, told, strict=True)), judgements=dict(judged)), law)


def _require_new(session: Session, round_id: int, form: Candidate, candidate_id: int | None) -> None:
    if form.nik is None:
        return
    query = select(CandidateRow).where(CandidateRow.round_id == round_id, CandidateRow.nik == form.nik)
    other = session.scalars(query).one_or_none()
    if other is not None and other.id != candidate_id:
        raise RegisteredTwice(other.number, other.changed_by.name, other.changed_at)


def _resembling(
    session: Session, round_id: int, form: Candidate, candidate_id: int | None
) -> Iterator[Earlier]:
    """Other registrations of the round with the same name and day of birth or telephone; it must be held."""
    row = CandidateRow
    same_name = select(row).where(row.round_id == round_id, row.search_name == search_form(form.name))
    for other in session.scalars(same_name.order_by(row.number)):
        told = from_plain(Candidate, other.body)
        alike = [
            *(["tanggal lahir"] if form.born_on and form.born_on == told.born_on else []),
            *(["telepon"] if same_sign(form.phone, told.phone) else []),
        ]
        if alike and other.id != candidate_id:
            words = f"Pendaftaran nomor {other.number}, {other.name}: nama dan {' serta '.join(alike)} sama"
            yield Earlier(words, other.changed_by.name, other.changed_at)


def _row_for(
    session: Session, round_id: int, candidate_id: int | None, expected_version: int | None
) -> tuple[CandidateRow, dict[str, Any] | None]:
    if candidate_id is None:
        last = session.scalar(select(func.max(CandidateRow.number)).where(CandidateRow.round_id == round_id))
        return CandidateRow(round_id=round_id, number=(last or 0) + 1, version=0), None
    row = candidate_row(session, candidate_id)
    if row.round_id != round_id:  # or a decided round could be changed by way of one that runs
        raise NotFound("Pendaftaran ini")
    require_version(session, row, expected_version, "pendaftaran ini")
    return row, dict(row.body)


def candidate_row(session: Session, candidate_id: int) -> CandidateRow:
    """Find a registration; or raise NotFound."""
    row = session.get(CandidateRow, candidate_id)
    if row is None:
        raise NotFound("Pendaftaran ini")
    return row


def stored_candidate(session: Session, row: CandidateRow) -> StoredCandidate:
    """Read a registration with all that was recorded; for the verbs, so nothing is masked."""
    query = select(CandidateRecordRow).where(CandidateRecordRow.candidate_id == row.id)
    wanted = round_of(session.get_one(SelectionRoundRow, row.round_id))
    return _with(row, tuple(session.scalars(query.order_by(CandidateRecordRow.id))), wanted)


def _with(row: CandidateRow, records: Iterable[CandidateRecordRow], wanted: Round | None) -> StoredCandidate:
    told = tuple(records)
    registration = read_candidate(row, told)
    tests = {
        record.body["kind"]: from_plain(TestResult, record.body) for record in told if record.kind == TEST
    }
    outcomes = [from_plain(SelectionOutcome, record.body) for record in told if record.kind == OUTCOME]
    recorded = outcomes[-1] if outcomes else None
    return StoredCandidate(
        id=row.id,
        round_id=row.round_id,
        number=row.number,
        version=row.version,
        candidate=registration,
        tests=tuple(tests.values()),
        outcome=outcome_with_lateness(wanted, registration.registered_on, recorded) if wanted else recorded,
        changed_by=row.changed_by.name,
        changed_at=row.changed_at,
    )


def read_candidate(row: CandidateRow, records: Iterable[CandidateRecordRow]) -> Candidate:
    """Read a registration with the newest opinion on each question."""
    judged = {}
    for record in records:
        if record.kind == JUDGEMENT:
            plain = dict(record.body)
            question = plain.pop("question")
            judged[question] = from_plain(Judgement, plain)
    return replace(from_plain(Candidate, row.body), judgements=judged)


def _masked(found: StoredCandidate) -> StoredCandidate:
    nik = found.candidate.nik
    return replace(found, candidate=replace(found.candidate, nik=nik and mask_number(nik)))
