"""The fund as a meeting found it, kept with its first decision; so it never changes."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.access import authorise
from db.plain import from_plain
from db.refusals import NotFound
from db.sampang.fund.ledger import FUND, position_by
from db.tables import FileStepRow, FundRow, JournalEntryRow, MeetingRow, PostingRow
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.position import Position
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_NO_LONGER_PROMISED = (Step.DISBURSE, Step.WITHDRAW, Step.TAKE_BACK)


def fund_before(session: Session, actor: Person, meeting_id: int) -> Position | None:
    """Where the fund stood at a meeting's first decision, without its own; None while it had not opened.

    Of a meeting that decided nothing it is the fund at the closing.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    row = session.get(MeetingRow, meeting_id)
    if row is None:
        raise NotFound("Rapat ini")
    found = None if row.fund_found is None else from_plain(Position, row.fund_found)
    return found if found and found.is_open else None


def fund_from_journal(session: Session, row: MeetingRow) -> Position | None:
    """The same from what was booked and promised by that moment, which is the ground."""
    first = session.scalar(select(func.min(FileStepRow.at)).where(FileStepRow.meeting_id == row.id))
    moment = first or row.closed_at
    opened_at = session.get_one(FundRow, FUND).opened_at
    if moment is None or opened_at is None or opened_at > moment:
        return None
    return position_by(_moved(session, moment), _promised(session, row.id, moment))


def _moved(session: Session, moment: datetime) -> dict[tuple[Account, EntryKind], int]:
    query = (
        select(JournalEntryRow.kind, PostingRow.account, func.sum(PostingRow.amount))
        .join(JournalEntryRow, JournalEntryRow.id == PostingRow.entry_id)
        .where(JournalEntryRow.at <= moment)
        .group_by(JournalEntryRow.kind, PostingRow.account)
    )
    return {
        (Account(account), EntryKind(kind)): int(amount) for kind, account, amount in session.execute(query)
    }


def _promised(session: Session, meeting_id: int, moment: datetime) -> int:
    """What other meetings had approved by then and was not paid out, withdrawn or taken back by then."""
    ended = aliased(FileStepRow)
    is_ended = (
        select(ended.seq)
        .where(
            ended.application_id == FileStepRow.application_id,
            ended.seq > FileStepRow.seq,
            ended.step.in_(_NO_LONGER_PROMISED),
            ended.at <= moment,
        )
        .exists()
    )
    query = select(func.coalesce(func.sum(FileStepRow.body["amount"].as_integer()), 0)).where(
        FileStepRow.step == Step.APPROVE,
        FileStepRow.at <= moment,
        FileStepRow.meeting_id != meeting_id,
        ~is_ended,
    )
    return int(session.scalar(query) or 0)
