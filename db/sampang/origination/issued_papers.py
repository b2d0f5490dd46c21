"""Verbs for papers that went out: kept byte by byte, so that a reprint is the same paper."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session, joinedload, undefer

from db.access import authorise
from db.again import let_pass
from db.kept_papers import marks_of, require_paper
from db.limits import require_whole
from db.refusals import NotFound
from db.sampang.refusals import MeetingCalledOff
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import IssuedPaperRow, MeetingRow, PaperToSignRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause, Earlier, same_sign
from domain.dates import indonesian_date, year_of
from domain.labelled import word_for
from domain.programme import may
from domain.roles import Person
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import LetterKind


class PaperKind(StrEnum):
    """Which paper went out; the value is stable, the label is for people."""

    SURVEY_MINUTES = "survey_minutes"
    INVITATION = "invitation"
    NOMINATIVE_LIST = "nominative_list"
    MEETING_MINUTES = "meeting_minutes"
    REFUSAL = "refusal"
    AGREEMENT = "agreement"
    PAYMENT_REQUEST = "payment_request"
    SETTLEMENT_QUOTE = "settlement_quote"
    COLLATERAL_RETURN = "collateral_return"
    PAID_OFF = "paid_off"
    WARNING_1 = LetterKind.WARNING_1.value
    WARNING_2 = LetterKind.WARNING_2.value
    WARNING_3 = LetterKind.WARNING_3.value
    DEFAULT_MINUTES = LetterKind.DEFAULT_MINUTES.value
    DEFAULT_STATEMENT = LetterKind.DEFAULT_STATEMENT.value
    ATTORNEY_REQUEST = LetterKind.ATTORNEY_REQUEST.value
    AUCTION_REQUEST = LetterKind.AUCTION_REQUEST.value

    @property
    def label(self) -> str:
        """The Indonesian name."""
        return _LABELS[self]

    @property
    def file_name(self) -> str:
        """The Indonesian name as files bear it: "surat-perjanjian"."""
        return word_for(self.label)


_LABELS = {
    PaperKind.SURVEY_MINUTES: "Berita acara hasil survei",
    PaperKind.INVITATION: "Undangan rapat Pokjanis",
    PaperKind.NOMINATIVE_LIST: "Daftar nominatif",
    PaperKind.MEETING_MINUTES: "Berita acara rapat Pokjanis",
    PaperKind.REFUSAL: "Surat pemberitahuan tidak lolos",
    PaperKind.AGREEMENT: "Surat perjanjian",
    PaperKind.PAYMENT_REQUEST: "Surat permintaan pembayaran (SPP-LS)",
    PaperKind.SETTLEMENT_QUOTE: "Rincian pelunasan",
    PaperKind.COLLATERAL_RETURN: "Tanda terima pengembalian agunan",
    PaperKind.PAID_OFF: "Surat keterangan lunas",
    **{PaperKind(kind.value): kind.label for kind in LetterKind},
}
# Whether these may go out is asked first (db/sampang/servicing/issuing.py).
_OF_COLLECTING = frozenset(kind.value for kind in LetterKind)


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
    again_because: AgainBecause = "",
) -> int:
    """Keep a paper with the number that the office gave it; give its own number in the store.

    Raises SameAgain where another file or meeting has such a paper with that number in the same year,
    without a written reason.
    """
    with verb(session, actor, SAMPANG, _MAY_ISSUE, SampangAction.ISSUE_PAPER, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if kind in _OF_COLLECTING:
            raise ValueError("a letter of collecting is issued by its own verb")
        require_whole(numbered)
        _require_not_called_off(session, meeting_id)
        of = {"application_id": application_id, "meeting_id": meeting_id}
        row, after = keep_paper(act, kind, pdf, numbered, **of, again_because=again_because)
        act.close(_issued_for(application_id, meeting_id), came_to=row.id, after=after)
        return row.id


def _require_not_called_off(session: Session, meeting_id: int | None) -> None:
    row = session.get(MeetingRow, meeting_id) if meeting_id is not None else None
    if row is not None and row.body.get("called_off"):
        raise MeetingCalledOff


def keep_paper(
    act: Act,
    kind: PaperKind,
    pdf: bytes,
    numbered: PaperNumber,
    *,
    application_id: int | None = None,
    meeting_id: int | None = None,
    again_because: str = "",
) -> tuple[IssuedPaperRow, dict[str, Any]]:
    """Keep a paper inside an open verb; give its row, and what the verb's line tells of it.

    Raises SameAgain as `issue_paper` does.
    """
    require_paper(pdf)
    subject = _issued_for(application_id, meeting_id)
    again = let_pass(_same_number(act.session, kind, numbered, subject), again_because)
    marks = marks_of(pdf)
    row = IssuedPaperRow(
        kind=kind,
        application_id=application_id,
        meeting_id=meeting_id,
        number=numbered.number,
        dated_on=numbered.on,
        sha256=marks.sha256,
        seal=marks.seal,
        pdf=pdf,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    kept = again.keep(act, IssuedPaperRow, row.id)
    return row, {"kind": str(kind), "number": numbered.number, "sha256": row.sha256, **kept}


def _issued_for(application_id: int | None, meeting_id: int | None) -> Subject:
    """The file or the meeting that a paper belongs to, as the subject of a line in the trail."""
    if application_id is not None and meeting_id is None:
        return Subject(SampangSubject.APPLICATION, application_id)
    if meeting_id is not None and application_id is None:
        return Subject(SampangSubject.MEETING, meeting_id)
    raise ValueError("a paper belongs to a file or to a meeting")


def _same_number(
    session: Session, kind: PaperKind, numbered: PaperNumber, subject: Subject
) -> Iterator[Earlier]:
    """Papers of that kind, year and number for something else; agenda numbers begin anew each year."""
    table = IssuedPaperRow
    # Two papers issued in the same moment would not see each other; on SQLite who writes is alone anyway.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))
    query = select(table).where(table.kind == kind, table.dated_on.between(*year_of(numbered.on)))
    for row in session.scalars(query.order_by(table.id).options(joinedload(table.application))):
        is_other = _issued_for(row.application_id, row.meeting_id) != subject
        if is_other and same_sign(row.number, numbered.number):
            of = f"pengajuan {row.application.number}" if row.application else "rapat lain"
            told = f"{kind.label} nomor {row.number}, {indonesian_date(row.dated_on)}, untuk {of}"
            yield Earlier(told, row.by.name, row.at)


def issued_papers(
    session: Session, actor: Person, *, application_id: int | None = None, meeting_id: int | None = None
) -> tuple[IssuedPaper, ...]:
    """The papers of one file, or of one meeting, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    of = IssuedPaperRow
    wanted = of.application_id == application_id if meeting_id is None else of.meeting_id == meeting_id
    return _newest_first(session, wanted)


def issued_for_files(
    session: Session, actor: Person, application_ids: Collection[int]
) -> tuple[IssuedPaper, ...]:
    """The papers of several files, the newest first, asked in one statement."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    return _newest_first(session, IssuedPaperRow.application_id.in_(application_ids))


def _newest_first(session: Session, wanted: ColumnElement[bool]) -> tuple[IssuedPaper, ...]:
    query = select(IssuedPaperRow).where(wanted).order_by(IssuedPaperRow.id.desc())
    rows = session.scalars(query.options(joinedload(IssuedPaperRow.by)))
    return tuple(_issued(row) for row in rows)


def paper_bytes(session: Session, actor: Person, paper_id: int) -> bytes:
    """The paper as it went out; one with identity numbers in full is opened by `paper_to_sign_bytes`."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    query = select(IssuedPaperRow).where(IssuedPaperRow.id == paper_id).options(undefer(IssuedPaperRow.pdf))
    query = query.where(IssuedPaperRow.id.not_in(select(PaperToSignRow.paper_id)))
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Surat ini")
    return row.pdf


_MAY_ISSUE = (
    SampangPermission.RECORD_DECISIONS,
    SampangPermission.RECORD_AGREEMENTS,
    SampangPermission.REQUEST_DISBURSEMENTS,
)


def may_issue(person: Person) -> bool:
    """Whether a person may keep a paper as gone out."""
    return any(may(person, permission, SAMPANG) for permission in _MAY_ISSUE)


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
