"""Verbs for selection rounds: saved while they run, decided once with their minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.blitar.mentoring_papers import MentoringPaper, keep_paper, kept_paper
from db.blitar.refusals import RoundDecided
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import Plain, from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.tables import CandidateRecordRow, CandidateRow, SelectionRoundRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.results import OutcomeKind
from domain.blitar.selecting.rounds import Round, check_change, check_round
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round as the store has it; `result` is what was decided, as it was announced."""

    id: int
    version: int
    round: Round
    candidates: int
    decided_on: date | None
    minutes_number: str
    result: dict[str, Any]

    @property
    def is_decided(self) -> bool:
        """Whether its result stands."""
        return self.decided_on is not None


def save_round(
    session: Session,
    actor: Person,
    wanted: Round,
    *,
    nonce: str,
    at: datetime,
    round_id: int | None = None,
    expected_version: int | None = None,
    printed: Callable[[Round], bytes] | None = None,
) -> int:
    """Announce a round, or change one that runs; give its number. Raises Wrong for what cannot be.

    Once its announcement has a number, what `printed` makes of it is kept as it goes out.
    """
    permission, action = BlitarPermission.RUN_SELECTION, BlitarAction.SAVE_ROUND
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if problems := check_round(wanted):
            raise Wrong(problems)
        require_typed(wanted)
        body, before = to_plain(wanted), None
        if round_id is None:
            row = SelectionRoundRow(version=0)
        else:
            row = held_round(session, round_id)
            require_version(session, row, expected_version, "seleksi ini")
            registered, places = registration_days(session, round_id), passed(session, round_id)
            if problems := check_change(wanted, registered, places):
                raise Wrong(problems)
            before = row.body
        row.body = body
        act.changed(row)
        session.add(row)
        session.flush()
        subject = Subject(BlitarSubject.SELECTION_ROUND, row.id)
        kept = _announced(act, row, wanted, printed) if printed and body != before else {}
        act.close(subject, version=row.version, before=before, after={**body, **kept})
        return row.id


def _announced(act: Act, row: SelectionRoundRow, wanted: Round, printed: Callable[[Round], bytes]) -> Plain:
    number = wanted.announcement_number.strip()
    if not number:
        return {}
    pdf, on = printed(wanted), wanted.announced_on
    return keep_paper(act, MentoringPaper.ANNOUNCEMENT, row.id, pdf, number=number, on=on)


def announcement_paper(session: Session, actor: Person, round_id: int) -> bytes | None:
    """The newest announcement of a round as it went out; None where none was kept."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_SELECTION)
    return kept_paper(session, MentoringPaper.ANNOUNCEMENT, round_id)


def rounds(session: Session, actor: Person) -> tuple[StoredRound, ...]:
    """Every round, the newest first."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_SELECTION)
    query = select(SelectionRoundRow).order_by(SelectionRoundRow.id.desc())
    return tuple(_stored(session, row) for row in session.scalars(query))


def selection_round(session: Session, actor: Person, round_id: int) -> StoredRound:
    """One round; or raise NotFound."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_SELECTION)
    row = session.get(SelectionRoundRow, round_id)
    if row is None:
        raise NotFound("Seleksi ini")
    return _stored(session, row)


def registration_days(session: Session, round_id: int) -> tuple[date, ...]:
    """The days of filing of the round's registrations that came in time; a change may not make them late."""
    wanted = round_of(session.get_one(SelectionRoundRow, round_id))
    bodies = session.scalars(select(CandidateRow.body).where(CandidateRow.round_id == round_id))
    told = (date.fromisoformat(body["registered_on"]) for body in bodies if body.get("registered_on"))
    return tuple(day for day in told if wanted.takes(day))


def passed(session: Session, round_id: int, *, besides: int | None = None) -> int:
    """How many of a round are recorded as passed, one candidate left out if asked."""
    query = (
        select(CandidateRecordRow.candidate_id, CandidateRecordRow.body)
        .join(CandidateRow, CandidateRow.id == CandidateRecordRow.candidate_id)
        .where(CandidateRow.round_id == round_id, CandidateRecordRow.kind == "outcome")
        .order_by(CandidateRecordRow.id)
    )
    newest = {row.candidate_id: row.body["kind"] for row in session.execute(query)}
    return sum(kind == OutcomeKind.PASSED for each, kind in newest.items() if each != besides)


def held_round(session: Session, round_id: int) -> SelectionRoundRow:
    """Hold a round that is not decided yet; or raise NotFound or RoundDecided."""
    query = (
        select(SelectionRoundRow)
        .where(SelectionRoundRow.id == round_id)
        .with_for_update(of=SelectionRoundRow)
        .options(joinedload(SelectionRoundRow.changed_by))
    )
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Seleksi ini")
    if row.decided_on is not None:
        raise RoundDecided(row.minutes_number or "")
    return row


def round_of(row: SelectionRoundRow) -> Round:
    """Read a round back."""
    return from_plain(Round, row.body)


def _stored(session: Session, row: SelectionRoundRow) -> StoredRound:
    count = select(func.count()).select_from(CandidateRow).where(CandidateRow.round_id == row.id)
    return StoredRound(
        id=row.id,
        version=row.version,
        round=round_of(row),
        candidates=session.scalar(count) or 0,
        decided_on=row.decided_on,
        minutes_number=row.minutes_number or "",
        result=row.result or {},
    )
