"""Verb for a decision that was recorded wrongly: taken back while its meeting is open, the first one kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased, joinedload

from db.access import authorise
from db.limits import require_whole
from db.plain import from_plain
from db.sampang.fund.ledger import held_fund
from db.sampang.origination.advancing import Advanced, advance, opened_for, require_free, stepping
from db.sampang.origination.loan_files import last_step
from db.sampang.origination.meetings import held_open
from db.tables import ApplicationRow, CustodyEntryRow, FileStepRow, IssuedPaperRow
from domain.closings import Closed, Closing, ClosingReason
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at as place_of
from domain.sampang.origination.records import Decision
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_PLACE = place_of("VI.2.b")


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A decision that a meeting took back: about which file, what it was, and why, by whom and when."""

    application_id: int
    number: str
    name: str
    decision: Decision
    why: Closed


def take_back_decision(
    session: Session,
    actor: Person,
    meeting_id: int,
    application_id: int,
    why: ClosingReason,
    *,
    nonce: str,
    at: datetime,
) -> Advanced:
    """Take back what an open meeting decided about a file: it stands where it stood, and is decided anew.

    Money that was promised is free again. Raises MeetingClosed, and Hindered when another meeting decided,
    or when a paper went out or collateral was received on the decision.
    """
    with stepping(session, actor, Step.TAKE_BACK, nonce=nonce, at=at) as act:
        require_whole(why)
        fund = held_fund(session)
        opened = opened_for(act, application_id, Step.TAKE_BACK)
        if isinstance(opened, Advanced):
            return opened
        held_open(session, meeting_id)
        decided = last_step(session, application_id)
        if decided is None:
            raise RuntimeError("a decided file has its decision")
        require_free(_against(session, meeting_id, decided))
        back_to = Stage(decided.from_stage)
        done = advance(
            opened,
            decided.on,
            note=why.reason,
            meeting_id=meeting_id,
            back_to=back_to,
            before=decided.body,
        )
        # What the decision said of the file is gone with it, so it is assessed as it stands.
        opened.row.verdict = opened.row.most = opened.row.basis = None
        session.expire(fund)
        return done


def _against(session: Session, meeting_id: int, decided: FileStepRow) -> Iterator[Hindrance]:
    if decided.meeting_id != meeting_id:
        on = indonesian_date(decided.on)
        told = f"Berkas ini diputus pada rapat lain ({on}), jadi tidak dibetulkan di rapat ini."
        yield Hindrance(told, _PLACE)
    paper, line, file = IssuedPaperRow, CustodyEntryRow, decided.application_id
    issued = select(paper.id).where(
        (paper.meeting_id == meeting_id) | ((paper.application_id == file) & (paper.at >= decided.at))
    )
    if session.scalar(issued.limit(1)) is not None:
        told = "Surat atas keputusan ini sudah terbit, jadi keputusannya tidak dapat dibetulkan lagi."
        yield Hindrance(told, _PLACE)
    received = select(line.id).where(line.application_id == file, line.at >= decided.at)
    if session.scalar(received.limit(1)) is not None:
        told = "Agunannya sudah dicatat sesudah keputusan ini, jadi keputusannya tidak dapat dibetulkan lagi."
        yield Hindrance(told, _PLACE)


def taken_back_at(session: Session, actor: Person, meeting_id: int) -> tuple[TakenBack, ...]:
    """What a meeting decided first and took back, in the order of taking back."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    back, first = FileStepRow, aliased(FileStepRow)
    its_decision: ColumnElement[bool] = (first.application_id == back.application_id) & (
        first.seq == back.seq - 1
    )
    query = (
        select(back, first.body, ApplicationRow)
        .join(first, its_decision)
        .join(ApplicationRow, ApplicationRow.id == back.application_id)
        .where(back.meeting_id == meeting_id, back.step == Step.TAKE_BACK)
        .order_by(back.at, back.application_id, back.seq)
        .options(joinedload(back.by))
    )
    return tuple(
        TakenBack(
            application_id=row.id,
            number=row.number,
            name=row.name,
            decision=from_plain(Decision, body),
            why=Closed(Closing.WITHDRAWN, step.note, step.by.name, step.at),
        )
        for step, body, row in session.execute(query)
    )
