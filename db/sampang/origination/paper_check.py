"""Finds papers that went out again: by the number on them, or by a file, held against the stored bytes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.kept_papers import MOST_FOUND, FoundPaper, by_marks, by_number, marks_of
from db.sampang.origination.days_in_papers import days_in_papers
from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.papers_to_sign import PaperToSign, states_of
from db.tables import ApplicationRow, IssuedPaperRow, MeetingRow
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.sampang.origination.for_signing import SigningState
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIssued(FoundPaper[PaperKind]):
    """A paper of the fund that went out; `state` is None for one that is not signed as printed.

    `because` says why one holds no more, and `signed_on` when it came back. `called_off` is why its meeting
    was cancelled.
    """

    state: SigningState | None = None
    because: str = ""
    signed_on: date | None = None
    called_off: str = ""


def papers_by_number(session: Session, actor: Person, told: str, day: date) -> tuple[FoundIssued, ...]:
    """The papers with a seal, or with a number of the office, as it was typed or scanned; newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.VERIFY_PAPERS)
    wanted = by_number(IssuedPaperRow, told)
    return () if wanted is None else _found(session, actor, wanted, day)


def papers_by_file(session: Session, actor: Person, data: bytes, day: date) -> tuple[FoundIssued, ...]:
    """The paper that a file is byte by byte, else those whose seal it carries; newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.VERIFY_PAPERS)
    marks = marks_of(data)
    found = _found(session, actor, by_marks(IssuedPaperRow, marks), day, marks.sha256)
    return tuple(one for one in found if one.is_same) or found


def _found(
    session: Session, actor: Person, wanted: ColumnElement[bool], day: date, sha256: str = ""
) -> tuple[FoundIssued, ...]:
    row = IssuedPaperRow
    query = (
        select(row, ApplicationRow.number, ApplicationRow.name, MeetingRow.held_on, MeetingRow.body)
        .outerjoin(ApplicationRow, ApplicationRow.id == row.application_id)
        .outerjoin(MeetingRow, MeetingRow.id == row.meeting_id)
        .where(wanted)
        .order_by(row.id.desc())
        .limit(MOST_FOUND)
        .options(joinedload(row.by))
    )
    rows = session.execute(query).all()
    signing = states_of(session, [paper.id for paper, *_ in rows], day)
    of_meetings = {paper.meeting_id for paper, *_ in rows if paper.meeting_id is not None}
    days = days_in_papers(session, of_meetings) if of_meetings else {}
    may_read = may(actor, SampangPermission.READ_APPLICATIONS, SAMPANG)
    return tuple(
        _one(
            paper,
            _of(number, name, days.get((paper.meeting_id or 0, paper.sha256), held_on)) if may_read else "",
            sha256,
            signing.get(paper.id),
            (meeting or {}).get("called_off", ""),
        )
        for paper, number, name, held_on, meeting in rows
    )


def _one(
    paper: IssuedPaperRow, of: str, sha256: str, signing: PaperToSign | None, called_off: str
) -> FoundIssued:
    return FoundIssued(
        id=paper.id,
        kind=PaperKind(paper.kind),
        number=paper.number,
        dated_on=paper.dated_on,
        seal=paper.seal,
        by=paper.by.name,
        at=paper.at,
        of=of,
        is_same=paper.sha256 == sha256 if sha256 else None,
        state=signing.state if signing else None,
        because=signing.because if signing else "",
        signed_on=signing.signed_on if signing else None,
        called_off=called_off,
    )


def _of(number: str | None, name: str | None, held_on: date | None) -> str:
    if number is not None:
        return f"{name} ({number})"
    return f"rapat {indonesian_date(held_on)}" if held_on else ""
