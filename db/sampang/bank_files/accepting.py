"""Verb with which the matched rows of a bank's file are booked: all in one transaction, none twice."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import Progress, between, untold
from db.sampang.bank_files.held_files import as_bank_row, change_rows, held_file
from db.sampang.bank_files.loans_to_match import matcher_for
from db.sampang.fund.ledger import held_fund
from db.sampang.loans.many_payments import post_payments
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import BankFileRow, BankRowRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.roles import Person
from domain.sampang.bank_file.bank_accepting import LoanMoney, money_of
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.bank_file.bank_matching import Chosen, Judged
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many rows were booked, and how many stand otherwise than when the file came in."""

    posted: int
    changed: int


def accept_bank_rows(
    session: Session,
    actor: Person,
    file_id: int,
    *,
    lines: Collection[int] | None = None,
    nonce: str,
    at: datetime,
    progress: Progress = untold,
) -> Accepted:
    """Book the matched rows of a file that wait, or those of some lines; the file then counts as taken in.

    Each row is held once more against the loans and the books as they are now: one that was booked
    meanwhile by another file or by hand, or that no longer fits, is not booked and says why. A file without
    a matched row can be accepted too: its days were looked at.
    """
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.ACCEPT_BANK_ROWS
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return Accepted(act.earlier.version, 0)
        held_fund(session)
        file = held_file(session, file_id)
        judged = _judged_now(session, file_id, lines)
        progress(0.2)
        money = list(money_of(judged, file_id))
        numbers = post_payments(act, money, between(progress, 0.2, 0.8))
        changed = [one for one in judged if one.kind is not RowKind.MATCHED]
        _write(act, file, money, numbers, changed)
        progress(1)
        done = Accepted(len(money), len(changed))
        total = sum(one.received.amount for one in money)
        after = {"posted": done.posted, "amount": total, "changed": done.changed}
        act.close(Subject(SampangSubject.BANK_FILE, file_id), version=done.posted, after=after)
        return done


def _judged_now(session: Session, file_id: int, lines: Collection[int] | None) -> Sequence[Judged]:
    row = BankRowRow
    table: Any = row.__table__
    query = select(table).where(
        row.file_id == file_id, row.state == RowState.WAITING, row.kind == RowKind.MATCHED
    )
    wanted = None if lines is None else frozenset(lines)
    stored = [
        one for one in session.execute(query.order_by(row.line)) if wanted is None or one.line in wanted
    ]
    chosen = {
        one.line: Chosen(one.loan_id, bool(one.because), by_person=one.decided_by_id is not None)
        for one in stored
    }
    rows = [as_bank_row(one) for one in stored]
    return matcher_for(session, rows).judge(rows, chosen)


def _write(
    act: Act, file: BankFileRow, money: Sequence[LoanMoney], numbers: Sequence[int], changed: Sequence[Judged]
) -> None:
    if file.accepted_at is None:
        file.accepted_by_id, file.accepted_at = act.person.id, act.at
    posted = [
        {"line": one.line, "state": RowState.POSTED.value, "loan_id": one.loan_id, "entry_id": number}
        for one, number in zip(money, numbers, strict=True)
    ]
    others = [
        {
            "line": one.row.line,
            "kind": one.kind.value,
            "reason": one.reason,
            "loan_id": one.loan_id,
            "candidates": {str(near.loan_id): near.why for near in one.candidates} or None,
        }
        for one in changed
    ]
    change_rows(act, file, posted, others)
