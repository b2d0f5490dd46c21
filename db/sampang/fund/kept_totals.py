"""Totals that are kept with each booking, so that no screen sums the journal; the fund must be held.

The journal stays the ground: `totals_anew` makes every one of them from it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.sampang.fund.loan_books import LoanBooks
from db.tables import AccountMonthRow, LendingMonthRow, LoanProgressRow
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.loan_course import NO_LENDING, Lending

LENDING: Final = ("running", "settled", "lent", "owed", "behind", "loans_behind")
_PROGRESS: Final = ("district_code", "principal_paid", "interest_paid", "instalments_paid", "next_due")
_INSERT: Final = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def _adding(table: Table) -> Mapping[str, Any]:
    """The statement that adds to the row of a key, or makes it, by the kind of database."""
    keys, figures = list(table.primary_key), [one for one in table.columns if not one.primary_key]

    def made(insert: Any) -> Any:
        statement = insert(table)
        added = {one.name: one + statement.excluded[one.name] for one in figures}
        return statement.on_conflict_do_update(index_elements=keys, set_=added)

    return {dialect: made(insert) for dialect, insert in _INSERT.items()}


def _putting(table: Table, columns: tuple[str, ...]) -> Mapping[str, Any]:
    """The statement that writes the row of a key anew."""

    def made(insert: Any) -> Any:
        statement = insert(table)
        put = {name: statement.excluded[name] for name in columns}
        return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=put)

    return {dialect: made(insert) for dialect, insert in _INSERT.items()}


# Every booking runs these, so they are put together once and go past the object mapper.
_MOVE: Final = _adding(cast(Table, AccountMonthRow.__table__))
_LEND: Final = _adding(cast(Table, LendingMonthRow.__table__))
_PROCEED: Final = _putting(cast(Table, LoanProgressRow.__table__), _PROGRESS)


def keep_moved(session: Session, entry: Entry) -> None:
    """Add an entry to the months of its accounts."""
    month, kind = entry.on.replace(day=1), entry.kind
    moved = [
        {"account": account, "month": month, "kind": kind, "amount": amount, "entries": int(place == 0)}
        for place, (account, amount) in enumerate(sorted(entry.amounts.items()))
    ]
    session.execute(_MOVE[session.get_bind().dialect.name], moved)


def keep_lent(session: Session, loan: LoanBooks, entry: Entry) -> None:
    """Write how far a loan is paid back, and add what an entry changes to the months of its kecamatan."""
    dialect, now = session.get_bind().dialect.name, loan.after(entry)
    session.execute(_PROCEED[dialect], progress_of(now))
    before = {} if entry.kind is EntryKind.DISBURSEMENT else loan.course.months()
    if changed := list(_changed(loan.district_code, before, now.course.months())):
        session.execute(_LEND[dialect], changed)


def progress_of(loan: LoanBooks) -> dict[str, Any]:
    """The row that tells how far a loan is paid back."""
    found = loan.course.progress()
    kept = {name: getattr(found, name) for name in _PROGRESS if name != "district_code"}
    return {"loan_id": loan.loan_id, "district_code": loan.district_code, **kept}


def _changed(
    district_code: str, before: Mapping[date, Lending], after: Mapping[date, Lending]
) -> Iterator[dict[str, Any]]:
    # In the order of the keys, as everybody takes them.
    for month in sorted(before.keys() | after.keys()):
        change = after.get(month, NO_LENDING) - before.get(month, NO_LENDING)
        if change != NO_LENDING:
            figures = {name: getattr(change, name) for name in LENDING}
            yield {"district_code": district_code, "month": month, **figures}
