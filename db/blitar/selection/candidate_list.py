"""All candidates of a round registered at once: all of them, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.selection.rounds import held_round, round_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.bulk import plain_row, write_rows
from db.limits import require_typed
from db.plain import Plain, to_plain
from db.refusals import Wrong
from db.search_words import search_form
from db.tables import CandidateRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import same_sign
from domain.blitar.candidate import Candidate
from domain.blitar.candidate_list.candidate_columns import MOST_CANDIDATES
from domain.blitar.programme import BLITAR
from domain.blitar.registration_checks import check_candidate
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.rounds import Round, check_registration_day
from domain.problems import Problem
from domain.roles import Person


def already_registered(
    session: Session, actor: Person, round_id: int, told: Sequence[Candidate]
) -> Mapping[int, str]:
    """Which of these the round has already, by place, told; a name alone is enough where no fact differs."""
    authorise(session, actor, BLITAR, BlitarPermission.RUN_SELECTION)
    return _known(session, round_id, told)


def register_candidates(
    session: Session, actor: Person, round_id: int, told: Sequence[Candidate], *, nonce: str, at: datetime
) -> int:
    """Register every candidate whom the round does not have, each with a line in the trail; give how many.

    Who comes late is registered too, and stands as refused for it. Raises Wrong when one of them cannot be.
    """
    permission, action = BlitarPermission.RUN_SELECTION, BlitarAction.SAVE_CANDIDATE
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        if not 0 < len(told) <= MOST_CANDIDATES:
            raise ValueError(f"a list holds between 1 and {MOST_CANDIDATES} candidates")
        require_typed(*told)
        wanted = round_of(held_round(session, round_id))
        known = _known(session, round_id, told)
        fresh = [replace(one, judgements={}) for place, one in enumerate(told) if place not in known]
        if problems := [problem for one in fresh for problem in _problems(one, wanted, act.day)]:
            raise Wrong(tuple(problems[:5]))
        if not fresh:
            act.unchanged()
            return 0
        _write(act, round_id, fresh)
        act.close_noted(round_id, version=len(fresh))
        return len(fresh)


def _problems(one: Candidate, wanted: Round, day: date) -> list[Problem]:
    found = list(check_candidate(one, day))
    if one.registered_on and (early := check_registration_day(wanted, one.registered_on)):
        found.append(early)
    return found


def _write(act: Act, round_id: int, fresh: Sequence[Candidate]) -> None:
    query = select(func.max(CandidateRow.number)).where(CandidateRow.round_id == round_id)
    last = act.session.scalar(query) or 0
    rows = [_row(act, round_id, last + place, one) for place, one in enumerate(fresh, 1)]
    write_rows(act.session, CandidateRow, [plain_row(row) for row in rows])
    found = select(CandidateRow.number, CandidateRow.id).where(CandidateRow.round_id == round_id)
    ids = {each.number: each.id for each in act.session.execute(found.where(CandidateRow.number > last))}
    new: list[tuple[Subject, Plain]] = [
        (Subject(BlitarSubject.CANDIDATE, ids[row.number]), row.body) for row in rows
    ]
    act.note_new(BlitarAction.SAVE_CANDIDATE, new)


def _row(act: Act, round_id: int, number: int, one: Candidate) -> CandidateRow:
    row = CandidateRow(round_id=round_id, number=number, version=0, body=to_plain(one))
    row.name, row.search_name, row.nik = one.name, search_form(one.name), one.nik
    act.changed(row)
    return row


def _known(session: Session, round_id: int, told: Sequence[Candidate]) -> Mapping[int, str]:
    query = select(CandidateRow).where(CandidateRow.round_id == round_id).order_by(CandidateRow.number)
    rows = session.scalars(query).all()
    by_nik = {row.nik: row for row in rows if row.nik}
    by_name: dict[str, list[CandidateRow]] = {}
    for row in rows:
        by_name.setdefault(row.search_name, []).append(row)
    found = {}
    for place, one in enumerate(told):
        if one.nik in by_nik:
            found[place] = f"NIK ini sudah terdaftar dengan nomor {by_nik[one.nik].number}."
            continue
        namesakes = by_name.get(search_form(one.name), [])
        if same := next((row for row in namesakes if _may_be(one, row)), None):
            told_of = f"Nama ini sudah terdaftar dengan nomor {same.number}."
            found[place] = f"{told_of} Bila orang lain, daftarkan lewat formulir."
    return found


def _may_be(one: Candidate, row: CandidateRow) -> bool:
    """Whether nothing that is known of both tells two people of one name apart."""
    if one.nik and row.nik:
        return False
    born = row.body.get("born_on")
    if one.born_on and born:
        return bool(born == one.born_on.isoformat())
    phone = str(row.body.get("phone") or "")
    return same_sign(one.phone, phone) if one.phone and phone else True
