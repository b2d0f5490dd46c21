"""The numbers by which people know what the trail of Sampang tells of."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.sampang.trail import SampangSubject as Kind
from db.tables import (
    ApplicationRow,
    BankFileRow,
    IssuedPaperRow,
    LoanRow,
    MeetingRow,
    RedListEntryRow,
    WriteOffProposalRow,
)
from db.trail import SubjectKind
from domain.dates import indonesian_date

_FILE, _LOAN = ApplicationRow, LoanRow


def _of_loan(row: type[RedListEntryRow] | type[WriteOffProposalRow]) -> Select[*tuple[Any, ...]]:
    query = select(row.id, _FILE.number).join(_LOAN, _LOAN.id == row.loan_id)
    return query.join(_FILE, _FILE.id == _LOAN.application_id)


# Of what has a number or a name that stands on its papers; the rest is told by its own number.
_QUERIES: Mapping[str, Select[*tuple[Any, ...]]] = {
    Kind.APPLICATION: select(_FILE.id, _FILE.number),
    Kind.SURVEY: select(_FILE.id, _FILE.number),
    Kind.APPLICATION_PAPER: select(_FILE.id, _FILE.number),
    Kind.LOAN: select(_LOAN.id, _FILE.number).join(_FILE, _FILE.id == _LOAN.application_id),
    Kind.USE_OF_FUNDS: select(_LOAN.id, _FILE.number).join(_FILE, _FILE.id == _LOAN.application_id),
    Kind.RED_LIST: _of_loan(RedListEntryRow),
    Kind.WRITE_OFF_PROPOSAL: _of_loan(WriteOffProposalRow),
    Kind.BANK_FILE: select(BankFileRow.id, BankFileRow.name),
    Kind.PAPER: select(IssuedPaperRow.id, IssuedPaperRow.number),
}


def known_as(session: Session, kind: SubjectKind, ids: Collection[int]) -> Mapping[int, str]:
    """How people know things of a kind; those that are known by nothing else are left out."""
    if kind == Kind.MEETING:
        days = select(MeetingRow.id, MeetingRow.held_on).where(MeetingRow.id.in_(ids))
        return {id_: indonesian_date(day) for id_, day in session.execute(days)}
    query = _QUERIES.get(kind)
    if query is None:
        return {}
    key = query.selected_columns[0]
    return {id_: told for id_, told in session.execute(query.where(key.in_(ids))) if told}


def numbered(session: Session, told: str) -> tuple[tuple[str, int], ...]:
    """What has the number of a file: the application, its loan, and what hangs on it."""
    file = session.scalar(select(_FILE.id).where(_FILE.number == told))
    if file is None:
        return ()
    loan = session.scalar(select(_LOAN.id).where(_LOAN.application_id == file))
    on_file = [(str(kind), file) for kind in (Kind.APPLICATION, Kind.SURVEY, Kind.APPLICATION_PAPER)]
    return (*on_file, *([(str(Kind.LOAN), loan)] if loan else []))
