"""Verb with which a bank's file comes in: every row is sorted and waits; nothing is booked yet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db.bulk import Progress, between, pieces, untold, write_rows
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import Wrong
from db.sampang.bank_files.loans_to_match import matcher_for
from db.sampang.bank_files.mappings import BankMapping, keep_mapping
from db.sampang.bank_files.tallies import tally
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import BankFileRow, BankRowRow
from db.trail import Subject
from db.verbs import verb
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import MOST_ROWS
from domain.sampang.bank_file.bank_kinds import RowState
from domain.sampang.bank_file.bank_matching import Judged
from domain.sampang.bank_file.bank_records import FileTold, check_told
from domain.sampang.bank_file.bank_rows import BankRow, days_in
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def take_in_bank_file(
    session: Session,
    actor: Person,
    told: FileTold,
    rows: Sequence[BankRow],
    mapping: BankMapping,
    *,
    sha256: str,
    nonce: str,
    at: datetime,
    progress: Progress = untold,
) -> int:
    """Take a file in: sort its rows against loans and books, and keep them waiting; give its number.

    How the bank's columns were mapped is remembered for its next file. Raises Wrong for days of which the
    file cannot tell.
    """
    permission, action = SampangPermission.UPLOAD_BANK_FILES, SampangAction.TAKE_IN_BANK_FILE
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(told)
        if len(rows) > MOST_ROWS:
            raise ValueError(f"a bank's file holds at most {MOST_ROWS} rows")
        if problems := check_told(told, days_in(rows), act.day):
            raise Wrong(problems)
        keep_mapping(act, told.bank, mapping)
        file = BankFileRow(
            **to_plain(told) | {"first": told.first, "last": told.last},
            sha256=sha256, rows=len(rows), tallies={}, version=1, by_person_id=act.person.id, at=at,
        )  # fmt: skip
        session.add(file)
        session.flush()
        judged = matcher_for(session, rows).judge(rows)
        progress(0.4)
        for piece in pieces(judged, between(progress, 0.4, 1)):
            write_rows(session, BankRowRow, [_row(file.id, one) for one in piece])
        tally(session, file)
        after = {**to_plain(told), "rows": len(rows), "sha256": sha256, "tallies": file.tallies}
        act.close(Subject(SampangSubject.BANK_FILE, file.id), after=after)
        return file.id


def _row(file_id: int, judged: Judged) -> dict[str, Any]:
    row = judged.row
    return {
        "file_id": file_id,
        "line": row.line,
        "kind": judged.kind.value,
        "state": RowState.WAITING.value,
        "reason": judged.reason,
        "number": row.number,
        "name": row.name,
        "on": row.on,
        "amount": row.amount,
        "principal": row.principal,
        "interest": row.interest,
        "reference": row.reference,
        "note": row.note,
        "written": dict(row.written) if row.written is not None else None,
        "candidates": {str(one.loan_id): one.why for one in judged.candidates} or None,
        "loan_id": judged.loan_id,
    }
