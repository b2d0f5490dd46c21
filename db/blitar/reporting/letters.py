"""Letters of recommendation on their way: set by the Kepala Dinas, sent, answered (Pasal 13)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper, keep_paper
from db.blitar.refusals import OwnLetter
from db.blitar.reporting.bundle_lines import held_visits, put_lines
from db.blitar.reporting.bundle_rows import (
    as_set,
    held_bundle,
    letter_of,
    moved,
    require_state,
    require_unchanged,
    subject_of,
)
from db.blitar.trail import BlitarAction
from db.limits import require_typed, require_whole
from db.plain import Plain
from db.refusals import NotFound, OwnProposal, Wrong
from db.tables import RecommendationBundleRow, VisitRow
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import (
    AgencyLetter,
    Answer,
    BundleState,
    LetterNumber,
    check_answer,
    check_letter,
    check_sending,
    check_standing,
    number_taken,
)
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.roles import Person

_ONLY_LINE: Final = "Ini rekomendasi terakhir dalam surat. Kembalikan suratnya kepada yang menyiapkan."
# The letter is set by the Kepala Dinas alone; what follows is noted by the Fasilitator too.
_EITHER: Final = (BlitarPermission.BUNDLE_RECOMMENDATIONS, BlitarPermission.SET_RECOMMENDATIONS)


def set_bundle(
    session: Session,
    actor: Person,
    bundle_id: int,
    letter: LetterNumber,
    *,
    expected_version: int,
    at: datetime,
    printed: Callable[[AgencyLetter], bytes] | None = None,
) -> None:
    """Set a letter as the Kepala Dinas, with its number and day (Pasal 13(1)); its lines stay from then on.

    Until it is sent the number and the day may be corrected. Raises Wrong while a visit that it rests on
    is not verified, and for a number that another letter of that year bears; OwnLetter for who prepared it.
    A second press of the button changes nothing. What `printed` makes of it is kept as the paper that goes
    out; with a number put right there is another paper.
    """
    permission, action = BlitarPermission.SET_RECOMMENDATIONS, BlitarAction.SET_RECOMMENDATIONS
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_typed(letter)
        row, number = held_bundle(session, bundle_id), letter.number.strip()
        if row.version == expected_version + 1 and (row.number, row.set_on) == (number, letter.on):
            act.unchanged()
            return
        require_unchanged(session, row, expected_version)
        require_state(row, BundleState.DRAFT, BundleState.SET)
        if row.made_by_id == act.person.id:
            raise OwnLetter
        taken = _same_number(session, row.id, letter)
        visits = held_visits(session, [item.visit_id for item in row.items])
        problems = [*check_letter(letter, max(visit.on for visit in visits), act.day), *taken]
        if row.letter is None:
            unverified = [one.client.name for one in visits if one.state != VisitState.VERIFIED]
            problems += check_standing(unverified)
            row.letter = as_set(row)
        if problems:
            raise Wrong(problems)
        before = _letter(row)
        row.state, row.number, row.set_on = BundleState.SET, number, letter.on
        row.set_by_id = act.person.id
        moved(row, at)
        kept: Plain = {}
        if printed is not None:
            pdf = printed(letter_of(row, LetterNumber(number=number, on=letter.on), act.person.name))
            kept = keep_paper(act, MentoringPaper.RECOMMENDATION, row.id, pdf, number=number, on=letter.on)
        act.close(subject_of(row), before=before, after={**_letter(row), **kept})


def return_bundle(
    session: Session,
    actor: Person,
    bundle_id: int,
    why: ClosingReason,
    *,
    expected_version: int,
    at: datetime,
) -> None:
    """Return a letter that waits to be set to who prepared it, with what is to be mended.

    Its lines stay in it; it is set no more until it was changed. A second press changes nothing.
    """
    permission, action = BlitarPermission.SET_RECOMMENDATIONS, BlitarAction.RETURN_RECOMMENDATIONS
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_whole(why)
        row = held_bundle(session, bundle_id)
        if row.version == expected_version + 1 and row.state == BundleState.RETURNED:
            act.unchanged()
            return
        require_unchanged(session, row, expected_version)
        require_state(row, BundleState.DRAFT)
        if row.made_by_id == act.person.id:
            raise OwnProposal
        before, row.state = _letter(row), BundleState.RETURNED
        moved(row, at)
        act.close(subject_of(row), before=before, after={**_letter(row), "reason": why.reason})


def strike_line(
    session: Session,
    actor: Person,
    bundle_id: int,
    visit_id: int,
    why: ClosingReason,
    *,
    expected_version: int,
    at: datetime,
) -> None:
    """Strike one line of a letter that waits to be set, with why; its recommendation waits again.

    The last line is not struck: then the whole letter is returned. Raises OwnProposal for who prepared it.
    """
    permission, action = BlitarPermission.SET_RECOMMENDATIONS, BlitarAction.STRIKE_RECOMMENDATION
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_whole(why)
        row = held_bundle(session, bundle_id)
        told = {item.visit_id: item.told for item in row.items}
        if row.version == expected_version + 1 and visit_id not in told:
            act.unchanged()
            return
        require_unchanged(session, row, expected_version)
        require_state(row, BundleState.DRAFT)
        if row.made_by_id == act.person.id:
            raise OwnProposal
        if visit_id not in told:
            raise NotFound("Rekomendasi ini")
        struck = told.pop(visit_id)
        if not told:
            raise Wrong((Problem("lines", _ONLY_LINE),))
        put_lines(session, row, told)
        moved(row, at)
        name = session.get_one(VisitRow, visit_id).client.name
        gone: Plain = {"visit_id": visit_id, "client": name, "told": struck}
        act.close(subject_of(row), version=row.version, before=gone, after={"reason": why.reason})


def send_bundle(
    session: Session, actor: Person, bundle_id: int, *, on: date, expected_version: int, at: datetime
) -> None:
    """Record the day on which a letter went out (Pasal 13(2)), or correct it until it is answered."""
    with verb(session, actor, BLITAR, _EITHER, BlitarAction.SEND_RECOMMENDATIONS, at=at) as act:
        row = held_bundle(session, bundle_id)
        if row.version == expected_version + 1 and (row.state, row.sent_on) == (BundleState.SENT, on):
            act.unchanged()
            return
        require_unchanged(session, row, expected_version)
        require_state(row, BundleState.SET, BundleState.SENT)
        if row.set_on is None:
            raise ValueError("a letter that was set has a day")
        if problems := check_sending(on, row.set_on, act.day):
            raise Wrong(problems)
        before = _letter(row)
        row.state, row.sent_on = BundleState.SENT, on
        moved(row, at)
        act.close(subject_of(row), before=before, after=_letter(row))


def answer_bundle(
    session: Session,
    actor: Person,
    bundle_id: int,
    answered: Answer,
    *,
    expected_version: int,
    at: datetime,
) -> None:
    """Record what a Perangkat Daerah answered and when; a later answer takes its place in the letter."""
    with verb(session, actor, BLITAR, _EITHER, BlitarAction.ANSWER_RECOMMENDATIONS, at=at) as act:
        require_typed(answered)
        answer, on = answered.answer, answered.on
        row = held_bundle(session, bundle_id)
        if row.version == expected_version + 1 and (row.answer, row.answered_on) == (answer, on):
            act.unchanged()
            return
        require_unchanged(session, row, expected_version)
        require_state(row, BundleState.SENT, BundleState.ANSWERED)
        if row.sent_on is None:
            raise ValueError("a letter that was sent has a day")
        if problems := check_answer(answered, row.sent_on, act.day):
            raise Wrong(problems)
        before = _letter(row)
        row.state, row.answer, row.answered_on = BundleState.ANSWERED, answer, on
        moved(row, at)
        act.close(subject_of(row), before=before, after=_letter(row))


def _same_number(session: Session, bundle_id: int, letter: LetterNumber) -> tuple[Problem, ...]:
    """Whether another letter of the year bears the number; agenda numbers begin anew each year."""
    table = RecommendationBundleRow
    # Two letters set in the same moment would not see each other; on SQLite who writes is alone anyway.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))
    year = letter.on.year
    query = (
        select(table.agency, table.set_on)
        .where(table.id != bundle_id, table.set_on.between(date(year, 1, 1), date(year, 12, 31)))
        .where(func.lower(table.number) == func.lower(letter.number.strip()))
        .order_by(table.id)
        .limit(1)
    )
    return tuple(number_taken(agency, on) for agency, on in session.execute(query) if on is not None)


def _letter(row: RecommendationBundleRow) -> Plain:
    days = {"set_on": row.set_on, "sent_on": row.sent_on, "answered_on": row.answered_on}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {"state": str(row.state), "number": row.number, "answer": row.answer, **told}
