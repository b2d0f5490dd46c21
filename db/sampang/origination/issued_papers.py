"""Verbs for papers that went out: kept byte by byte, so that a reprint is the same paper."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, undefer

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_whole
from db.refusals import NotFound
from db.tables import IssuedPaperRow
from domain.roles import Permission, Person, may
from domain.sampang.origination.step_notes import PaperNumber

LARGEST_PAPER = 5_000_000


class PaperKind(StrEnum):
    """Which paper went out; the value is stable, the label is for people."""

    SURVEY_MINUTES = "survey_minutes"
    NOMINATIVE_LIST = "nominative_list"
    MEETING_MINUTES = "meeting_minutes"
    REFUSAL = "refusal"
    AGREEMENT = "agreement"
    PAYMENT_REQUEST = "payment_request"

    @property
    def label(self) -> str:
        """The Indonesian name."""
        return _LABELS[self]


_LABELS = {
    PaperKind.SURVEY_MINUTES: "Berita acara hasil survei",
    PaperKind.NOMINATIVE_LIST: "Daftar nominatif",
    PaperKind.MEETING_MINUTES: "Berita acara rapat Pokjanis",
    PaperKind.REFUSAL: "Surat pemberitahuan tidak lolos",
    PaperKind.AGREEMENT: "Surat perjanjian",
    PaperKind.PAYMENT_REQUEST: "Surat permintaan pembayaran (SPP-LS)",
}


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper that went out, without its bytes."""

    id: int
    kind: PaperKind
    number: str
    dated_on: date
    sha256: str
    by: str
    at: datetime
    application_id: int | None
    meeting_id: int | None


def issue_paper(
    session: Session,
    actor: Person,
    kind: PaperKind,
    pdf: bytes,
    numbered: PaperNumber,
    *,
    nonce: str,
    at: datetime,
    application_id: int | None = None,
    meeting_id: int | None = None,
) -> int:
    """Keep a paper with the number that the office gave it; give its own number in the store."""
    require_write(session)
    person = authorise(session, actor, *_MAY_ISSUE)
    require_whole(numbered)
    if not pdf.startswith(b"%PDF") or len(pdf) > LARGEST_PAPER:
        raise ValueError("this is no paper")
    if (application_id is None) is (meeting_id is None):
        raise ValueError("a paper belongs to a file or to a meeting")
    if done := submissions.claim(session, person, Action.ISSUE_PAPER, nonce, at):
        return done.subject_id
    row = IssuedPaperRow(
        kind=kind,
        application_id=application_id,
        meeting_id=meeting_id,
        number=numbered.number,
        dated_on=numbered.on,
        sha256=hashlib.sha256(pdf).hexdigest(),
        pdf=pdf,
        by_person_id=person.id,
        at=at,
    )
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    subject = (
        Subject(SubjectKind.MEETING, meeting_id)
        if application_id is None and meeting_id is not None
        else Subject(SubjectKind.APPLICATION, application_id or 0)
    )
    after = {"kind": str(kind), "number": numbered.number, "sha256": row.sha256}
    audit.record(session, person, Action.ISSUE_PAPER, subject, at, after=after)
    return row.id


def issued_papers(
    session: Session, actor: Person, *, application_id: int | None = None, meeting_id: int | None = None
) -> tuple[IssuedPaper, ...]:
    """The papers of one file, or of one meeting, the newest first."""
    authorise(session, actor, Permission.READ_APPLICATIONS)
    query = (
        select(IssuedPaperRow)
        .where(
            IssuedPaperRow.application_id == application_id
            if meeting_id is None
            else IssuedPaperRow.meeting_id == meeting_id
        )
        .order_by(IssuedPaperRow.id.desc())
        .options(joinedload(IssuedPaperRow.by))
    )
    return tuple(_issued(row) for row in session.scalars(query))


def paper_bytes(session: Session, actor: Person, paper_id: int) -> bytes:
    """The paper as it went out."""
    authorise(session, actor, Permission.READ_APPLICATIONS)
    query = select(IssuedPaperRow).where(IssuedPaperRow.id == paper_id).options(undefer(IssuedPaperRow.pdf))
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Surat ini")
    return row.pdf


_MAY_ISSUE = (
    Permission.RECORD_DECISIONS,
    Permission.RECORD_AGREEMENTS,
    Permission.REQUEST_DISBURSEMENTS,
)


def may_issue(person: Person) -> bool:
    """Whether a person may keep a paper as gone out."""
    return any(may(person.roles, permission) for permission in _MAY_ISSUE)


def _issued(row: IssuedPaperRow) -> IssuedPaper:
    return IssuedPaper(
        row.id,
        PaperKind(row.kind),
        row.number,
        row.dated_on,
        row.sha256,
        row.by.name,
        row.at,
        row.application_id,
        row.meeting_id,
    )
