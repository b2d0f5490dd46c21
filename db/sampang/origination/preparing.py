"""Verbs that prepare papers which people sign as printed: with their number, kept byte by byte."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.limits import require_whole
from db.plain import to_plain
from db.sampang.applications.application_rows import held_row
from db.sampang.applications.application_saving import subject_of
from db.sampang.fund.ledger import held_fund
from db.sampang.origination.advancing import Opened, require_free
from db.sampang.origination.around import around_of
from db.sampang.origination.boards import known_board
from db.sampang.origination.issued_papers import PaperKind, keep_paper
from db.sampang.origination.loan_files import file_of
from db.sampang.origination.numbered_steps import number_of_its_own
from db.sampang.origination.papers_for_signing import FACTS, require_newest
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction
from db.tables import IssuedPaperRow, PaperToSignRow
from db.verbs import Act, verb
from domain.again import AgainBecause, same_sign
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.board import Board, unnamed_officers
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Agreement, AgreementToSign, PaymentRequest
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.origination.steps import STEPS, Step, refusal_of
from domain.sampang.programme import SAMPANG


@dataclass(frozen=True, slots=True)
class ToPrint:
    """What a paper for signing is printed from: the file as it would go on, with nothing masked."""

    file: LoanFile
    number: str
    board: Board
    on: date
    law: LawInForce


Printing = Callable[[ToPrint], bytes]


def prepare_agreement(
    session: Session,
    actor: Person,
    application_id: int,
    told: AgreementToSign,
    printed: Printing,
    *,
    instead_of: int | None,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Keep an agreement as it will be signed (VI.3), printed from the file as it is; give its paper's number.

    `instead_of` is the newest such paper that was seen; Hindered where another one came meanwhile, and
    for everything that stands in the way of signing. The file stays where it is.
    """
    with _preparing(session, actor, Step.SIGN_AGREEMENT, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(told)
        opened = _opened(act, application_id, Step.SIGN_AGREEMENT)
        agreement = Agreement(**to_plain(told), signed_on=act.day)
        file = replace(opened.file, agreement=agreement)
        opened = replace(opened, file=file)
        paper = _Paper(PaperKind.AGREEMENT, told.number, act.day, to_plain(told))
        return _keep(opened, paper, printed, instead_of, again_because)


def prepare_request(
    session: Session,
    actor: Person,
    application_id: int,
    request: PaymentRequest,
    printed: Printing,
    *,
    instead_of: int | None,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Keep a request for payment (SPP-LS, VIII.2.c) as it will be signed; else as `prepare_agreement`."""
    with _preparing(session, actor, Step.REQUEST_DISBURSEMENT, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(request)
        held_fund(session)
        opened = _opened(act, application_id, Step.REQUEST_DISBURSEMENT)
        signed = replace(request, requested_by=act.person.name)
        opened = replace(opened, file=replace(opened.file, request=signed))
        paper = _Paper(PaperKind.PAYMENT_REQUEST, request.number, request.on, to_plain(signed))
        return _keep(opened, paper, printed, instead_of, again_because)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper about to be kept: its kind, number and day, and what was told for it."""

    kind: PaperKind
    number: str
    on: date
    body: dict[str, Any]


def _preparing(
    session: Session, actor: Person, step: Step, *, nonce: str, at: datetime
) -> AbstractContextManager[Act]:
    return verb(
        session, actor, SAMPANG, STEPS[step].permission, SampangAction.PREPARE_PAPER, nonce=nonce, at=at
    )


def _opened(act: Act, application_id: int, step: Step) -> Opened:
    row = held_row(act.session, application_id)
    file = file_of(act.session, row)
    if refusal := refusal_of(step, file.stage, act.person):
        raise Hindered((Hindrance(refusal),))
    return Opened(act, step, row, file)


def _keep(
    opened: Opened, paper: _Paper, printed: Printing, instead_of: int | None, again_because: str
) -> int:
    act, session, file = opened.act, opened.act.session, opened.file
    require_newest(session, opened.row.id, paper.kind, instead_of)
    around = around_of(session, opened.row, paper.on)
    board = known_board(session, opened.row.id)
    unnamed = unnamed_officers(file, board) if paper.kind is PaperKind.AGREEMENT else ()
    its_own = _of_its_own(session, opened.row.id, paper)
    require_free((*its_own, *unnamed, *hindrances_to(opened.step, file, around)))
    number_of_its_own(opened, paper.number, paper.on, again_because)
    pdf = printed(ToPrint(file, opened.row.number, board, paper.on, around.law))
    numbered = PaperNumber(number=paper.number, on=paper.on)
    issued, after = keep_paper(
        act, paper.kind, pdf, numbered, application_id=opened.row.id, again_because=again_because
    )
    session.add(
        PaperToSignRow(
            paper_id=issued.id,
            application_id=opened.row.id,
            kind=paper.kind,
            body=paper.body,
            facts=dict(FACTS[paper.kind](file, board, around.law, paper.on)),
            replaces_id=instead_of,
        )
    )
    session.flush()
    act.close(subject_of(opened.row), came_to=issued.id, after=after | {"instead_of": instead_of})
    return issued.id


def _of_its_own(session: Session, application_id: int, paper: _Paper) -> tuple[Hindrance, ...]:
    """A new paper has a new number and no coming day; what was printed before keeps its own."""
    query = (
        select(IssuedPaperRow.number)
        .join(PaperToSignRow, PaperToSignRow.paper_id == IssuedPaperRow.id)
        .where(PaperToSignRow.application_id == application_id, PaperToSignRow.kind == paper.kind)
    )
    if any(same_sign(number, paper.number) for number in session.scalars(query)):
        told = f"Nomor {paper.number} sudah tercetak pada naskah berkas ini yang lalu. Beri nomor baru."
        return (Hindrance(told),)
    return ()
