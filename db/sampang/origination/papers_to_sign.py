"""Where the papers for signing stand: they wait, came back signed, or hold no more, and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.evidence.kept import EvidenceLine, evidence_row, lines_of, shown_bytes
from db.office.practice import law_of
from db.refusals import NotFound
from db.sampang.applications.application_rows import application_row
from db.sampang.origination.boards import known_board
from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.loan_files import file_of
from db.sampang.origination.papers_for_signing import FACTS, STEP_OF
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import IssuedPaperRow, PaperSignedRow, PaperToSignRow
from db.trail import Subject
from db.verbs import log_read
from domain.revealing import Why
from domain.roles import Person
from domain.sampang.origination.for_signing import SigningState, changed_since, void_words
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.steps import STEPS
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class PaperToSign:
    """A paper for signing: which, its state, why it holds no more, when it was signed, and its scans.

    `body` is what was told for it.
    """

    id: int
    kind: PaperKind
    number: str
    state: SigningState
    because: str
    signed_on: date | None
    is_newest: bool
    body: Mapping[str, Any]
    scans: tuple[EvidenceLine, ...] = ()


def papers_to_sign(
    session: Session, actor: Person, application_id: int, day: date
) -> tuple[PaperToSign, ...]:
    """The papers for signing of a file as they stand on a day, the newest first, with their scans."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    return tuple(
        _with_scans(session, one) if one.signed_on else one for one in _of_file(session, application_id, day)
    )


def states_of(session: Session, paper_ids: Collection[int], day: date) -> Mapping[int, PaperToSign]:
    """Where those of some papers stand that are for signing, by their numbers; for who was let through."""
    table = PaperToSignRow
    query = select(table.application_id).where(table.paper_id.in_(paper_ids)).distinct()
    files = session.scalars(query).all() if paper_ids else ()
    return {one.id: one for file in files for one in _of_file(session, file, day)}


def paper_to_sign_bytes(session: Session, actor: Person, paper_id: int, *, at: datetime) -> bytes:
    """A paper for signing, which has identity numbers in full: who opens it is written down."""
    person = authorise(session, actor, SAMPANG, SampangPermission.REVEAL_IDENTITY)
    row = session.get(PaperToSignRow, paper_id)
    if row is None:
        raise NotFound("Surat untuk ditandatangani ini")
    _log_opening(session, person, row, at)
    return session.scalars(select(IssuedPaperRow.pdf).where(IssuedPaperRow.id == paper_id)).one()


def scan_bytes(session: Session, actor: Person, evidence_id: int, *, at: datetime) -> bytes:
    """A scan of a signed paper, opened as the paper itself."""
    person = authorise(session, actor, SAMPANG, SampangPermission.REVEAL_IDENTITY)
    row = evidence_row(session, evidence_id)
    if (row.programme, row.subject_kind) != (SAMPANG.key, SampangSubject.PAPER):
        raise NotFound("Pindaian ini")
    _log_opening(session, person, session.get_one(PaperToSignRow, row.subject_id), at)
    return shown_bytes(session, evidence_id)


def _log_opening(session: Session, person: Person, row: PaperToSignRow, at: datetime) -> None:
    subject = Subject(SampangSubject.APPLICATION, row.application_id)
    log_read(session, person, SAMPANG, SampangAction.REVEAL_IDENTITY, subject, at, Why.OPEN_PAPER.told)


def prepared_by(session: Session, application_id: int, number: str) -> int | None:
    """Who prepared the request for payment with a number that came back signed, if one did."""
    paper, sign = IssuedPaperRow, PaperToSignRow
    query = (
        select(paper.by_person_id)
        .join(sign, sign.paper_id == paper.id)
        .join(PaperSignedRow, PaperSignedRow.paper_id == paper.id)
        .where(sign.application_id == application_id, sign.kind == PaperKind.PAYMENT_REQUEST)
        .where(paper.number == number)
    )
    return session.scalars(query.limit(1)).one_or_none()


def _of_file(session: Session, application_id: int, day: date) -> tuple[PaperToSign, ...]:
    table = PaperToSignRow
    query = (
        select(table, PaperSignedRow.on)
        .outerjoin(PaperSignedRow, PaperSignedRow.paper_id == table.paper_id)
        .where(table.application_id == application_id)
        .order_by(table.paper_id.desc())
        .options(joinedload(table.paper))
    )
    rows = session.execute(query).all()
    if not rows:
        return ()
    newest = {
        kind: max(row.paper_id for row, _ in rows if row.kind == kind) for kind in {r.kind for r, _ in rows}
    }
    file = file_of(session, application_row(session, application_id))
    found = []
    for row, on in rows:
        is_newest = newest[row.kind] == row.paper_id
        state, because = _standing(session, row, on, file, is_newest, day)
        kind = PaperKind(row.kind)
        found.append(
            PaperToSign(row.paper_id, kind, row.paper.number, state, because, on, is_newest, row.body)
        )
    return tuple(found)


def _standing(
    session: Session, row: PaperToSignRow, on: date | None, file: LoanFile, is_newest: bool, day: date
) -> tuple[SigningState, str]:
    kind = PaperKind(row.kind)
    if on is not None:
        recorded = file.agreement if kind is PaperKind.AGREEMENT else file.request
        if recorded is not None and recorded.number == row.paper.number:
            return SigningState.SIGNED, ""
        return SigningState.VOID, "permintaan pencairannya dikembalikan atau ditarik"
    if not is_newest:
        return SigningState.VOID, "sudah diganti naskah yang lebih baru"
    if file.stage not in STEPS[STEP_OF[kind]].starts:
        return SigningState.VOID, f"berkas sudah pada tahap “{file.stage.label}” tanpa naskah ini"
    application = application_row(session, row.application_id)
    law = law_of(session, SAMPANG, day).as_filed(application.filed_on)
    changed = changed_since(row.facts, FACTS[kind](file, known_board(session, application.id), law, day))
    return (SigningState.VOID, void_words(changed)) if changed else (SigningState.WAITING, "")


def _with_scans(session: Session, one: PaperToSign) -> PaperToSign:
    shown = tuple(
        line for line in lines_of(session, Subject(SampangSubject.PAPER, one.id)) if line.withdrawn is None
    )
    return replace(one, scans=shown)
