"""Verb for a prepared paper that came back signed: only then the file goes on."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.again import reasons_of
from db.evidence.kept import Brought, keep_evidence
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.refusals import NotFound
from db.sampang.fund.ledger import held_fund
from db.sampang.origination.advancing import Advanced, advance, opened_for, require_free, stepping
from db.sampang.origination.around import around_of
from db.sampang.origination.boards import known_board
from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.numbered_steps import number_of_its_own
from db.sampang.origination.papers_for_signing import FACTS, STEP_OF, require_newest
from db.sampang.trail import SampangSubject
from db.tables import IssuedPaperRow, PaperSignedRow, PaperToSignRow
from db.trail import Subject
from domain.again import AgainBecause
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.board import unnamed_officers
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.for_signing import (
    PaperSigned,
    changed_since,
    void_words,
)
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Agreement, AgreementToSign, PaymentRequest
from domain.sampang.origination.steps import STEPS


def sign_prepared(
    session: Session,
    actor: Person,
    paper_id: int,
    signed: PaperSigned,
    scan: Brought = (),
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> Advanced:
    """Record that a prepared paper came back signed, with a scan where there is one; the file goes on.

    Raises Hindered for a paper that holds no more, and for everything that stands in the way of its step on
    the day of signing.
    """
    row = _to_sign(session, paper_id)
    kind, step = PaperKind(row.kind), STEP_OF[PaperKind(row.kind)]
    with stepping(session, actor, step, nonce=nonce, at=at) as act:
        require_whole(signed)
        if kind is PaperKind.PAYMENT_REQUEST:
            held_fund(session)
        opened = opened_for(act, row.application_id, step)
        if isinstance(opened, Advanced):
            return opened
        require_newest(session, row.application_id, kind, paper_id)
        record, file = _record(kind, row, signed, opened.file)
        around = around_of(session, opened.row, signed.on)
        board = known_board(session, opened.row.id)
        changed = changed_since(row.facts, FACTS[kind](file, board, around.law, signed.on))
        unnamed = unnamed_officers(file, board) if kind is PaperKind.AGREEMENT else ()
        require_free((*_void(row, changed, signed.on), *unnamed, *hindrances_to(step, file, around)))
        because = again_because or reasons_of(session, IssuedPaperRow, [paper_id]).get(paper_id, "")
        again = number_of_its_own(opened, row.paper.number, signed.on, because)
        session.add(PaperSignedRow(paper_id=paper_id, on=signed.on, by_person_id=act.person.id, at=at))
        if scan:
            keep_evidence(act, Subject(SampangSubject.PAPER, paper_id), scan)
        return advance(opened, signed.on, record=record, again=again)


def _to_sign(session: Session, paper_id: int) -> PaperToSignRow:
    row = session.get(PaperToSignRow, paper_id)
    if row is None:
        raise NotFound("Surat untuk ditandatangani ini")
    return row


def _record(
    kind: PaperKind, row: PaperToSignRow, signed: PaperSigned, file: LoanFile
) -> tuple[Agreement | PaymentRequest, LoanFile]:
    if kind is PaperKind.AGREEMENT:
        told = from_plain(AgreementToSign, row.body)
        agreement = Agreement(**to_plain(told), signed_on=signed.on)
        return agreement, replace(file, agreement=agreement)
    request = from_plain(PaymentRequest, row.body)
    return request, replace(file, request=request)


def _void(row: PaperToSignRow, changed: tuple[str, ...], on: date) -> tuple[Hindrance, ...]:
    place = STEPS[STEP_OF[PaperKind(row.kind)]].places[0]
    number, day = row.paper.number, row.paper.dated_on
    if changed:
        told = f"Naskah nomor {number} tidak berlaku lagi, {void_words(changed)}. Siapkan naskah baru."
        return (Hindrance(told, place),)
    if on < day:
        told = f"Naskah nomor {number} baru dicetak {indonesian_date(day)}; isi tanggal tanda tangannya."
        return (Hindrance(told, place),)
    return ()
