"""Verbs for single rows of a bank's file: a person says which loan one means, or puts rows aside."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.limits import require_whole
from db.refusals import NotFound, Wrong
from db.sampang.bank_files.held_files import as_bank_row, change_rows, held_file, held_row, lines_of
from db.sampang.bank_files.loans_to_match import matcher_for
from db.sampang.fund.ledger import held_fund
from db.sampang.refusals import BankRowDecided
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, LoanRow, TakenOverLoanRow
from db.trail import Subject
from db.verbs import verb
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.bank_file.bank_matching import Chosen
from domain.sampang.bank_file.bank_records import LoanChosen, PutAside
from domain.sampang.bank_file.near_loans import number_form
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_PERMISSION = SampangPermission.RECORD_PAYMENTS


def choose_bank_loan(
    session: Session, actor: Person, file_id: int, line: int, chosen: LoanChosen, *, nonce: str, at: datetime
) -> None:
    """Say which loan a row means: it waits with the matched ones until it is accepted.

    Raises Wrong where that loan cannot take the money, or where the same slip was booked and no reason is
    written; BankRowDecided for a row that was booked meanwhile.
    """
    action = SampangAction.CHOOSE_BANK_LOAN
    with verb(session, actor, SAMPANG, _PERMISSION, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(chosen)
        held_fund(session)
        file, row = held_file(session, file_id), held_row(session, file_id, line)
        kind = RowKind(row.kind)
        if row.state == RowState.POSTED or not (kind.can_be_given_a_loan or kind is RowKind.MATCHED):
            raise BankRowDecided(line)
        loan_id, told = _loan_id(session, chosen.number), as_bank_row(row)
        if told.on is None or told.amount is None:
            raise BankRowDecided(line)
        choice = {line: Chosen(loan_id, bool(chosen.because.strip()))}
        (judged,) = matcher_for(session, [told]).judge([told], choice)
        if judged.kind is not RowKind.MATCHED:
            field = "because" if judged.kind is RowKind.DUPLICATE else "number"
            raise Wrong([Problem(field, judged.reason)])
        was = {"kind": row.kind, "loan": row.loan_id, "state": row.state}
        now = {"kind": RowKind.MATCHED.value, "state": RowState.WAITING.value, "loan_id": loan_id}
        because = chosen.because.strip() or None
        reason = f"Dipilih {act.person.name}."
        decided = {"decided_by_id": act.person.id, "decided_at": at, "because": because, "reason": reason}
        change_rows(act, file, [{"line": line, **now, **decided}])
        after = {"kind": RowKind.MATCHED.value, "loan": loan_id, "state": RowState.WAITING.value}
        subject = Subject(SampangSubject.BANK_FILE, file_id)
        act.close(subject, before=was, after={**after, "line": line, "because": because})


def put_rows_aside(
    session: Session,
    actor: Person,
    file_id: int,
    lines: Collection[int],
    why: PutAside,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Put rows aside with a reason, so that nobody has to look at them again; give how many."""
    action = SampangAction.PUT_BANK_ROWS_ASIDE
    with verb(session, actor, SAMPANG, _PERMISSION, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_whole(why)
        file = held_file(session, file_id)
        rows = lines_of(session, file_id, lines)
        if gone := [row.line for row in rows if row.state != RowState.WAITING]:
            raise BankRowDecided(gone[0])
        if not rows:
            raise NotFound("Baris berkas bank ini")
        decided = {"decided_by_id": act.person.id, "decided_at": at, "because": why.reason.strip()}
        aside = [{"line": row.line, "state": RowState.ASIDE.value, **decided} for row in rows]
        change_rows(act, file, aside)
        after = {"aside": [one["line"] for one in aside][:100], "rows": len(aside), "reason": why.reason}
        act.close(Subject(SampangSubject.BANK_FILE, file_id), version=len(aside), after=after)
        return len(aside)


def _loan_id(session: Session, number: str) -> int:
    """The loan of a number, whatever its case, blanks and punctuation (O-28); or raise Wrong."""
    form = func.lower(ApplicationRow.number)
    for sign in "-/. ":
        form = func.replace(form, sign, "")
    told, older = number_form(number), TakenOverLoanRow
    query = (
        select(LoanRow.id)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .where(form == told)
    )
    # An older number may have any sign; its form is kept with it.
    of_old = select(older.loan_id).where(older.number_form == told)
    found = session.scalars(query.limit(1)).first() or session.scalars(of_old).first()
    if found is None:
        sentence = "Nomor pinjaman ini tidak ada, atau pinjamannya belum dicairkan. Periksa nomornya."
        raise Wrong([Problem("number", sentence)])
    return found
