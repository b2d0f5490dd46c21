"""Totals that are kept with each booking, so that no screen sums the journal; the fund must be held.

The journal stays the ground: `totals_anew` makes every one of them from it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.sampang.fund.loan_books import LoanBooks
from db.tables import AccountMonthRow, LendingMonthRow, LoanProgressRow, PrincipalDueRow
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.loan_course import NO_LENDING, Course, Lending
from domain.sampang.fund.principal_due import NOTHING_DUE, PrincipalDue, principal_changes

LENDING: Final = ("running", "settled", "lent", "owed", "behind", "loans_behind")
_PROGRESS: Final = (
    *("district_code", "principal_paid", "interest_paid", "instalments_paid", "next_due"),
    *("released", "ended_on", "written_off", "recovered"),
)
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
_FALL_DUE: Final = _adding(cast(Table, PrincipalDueRow.__table__))
_PROCEED: Final = _putting(cast(Table, LoanProgressRow.__table__), _PROGRESS)


def keep_moved(session: Session, *entries: Entry) -> None:
    """Add entries to the months of their accounts."""
    amounts: Counter[tuple[str, date, str]] = Counter()
    counted: Counter[tuple[str, date, str]] = Counter()
    for entry in entries:
        month, kind = entry.on.replace(day=1), entry.kind
        for place, (account, amount) in enumerate(sorted(entry.amounts.items())):
            amounts[account, month, kind] += amount
            counted[account, month, kind] += place == 0
    # In the order of the keys, as everybody takes them.
    moved = [
        {"account": key[0], "month": key[1], "kind": key[2], "amount": amounts[key], "entries": counted[key]}
        for key in sorted(amounts)
    ]
    session.execute(_MOVE[session.get_bind().dialect.name], moved)


def keep_lent(session: Session, loan: LoanBooks, entry: Entry) -> None:
    """Write how far a loan is paid back, and add what an entry changes to the months of its kecamatan."""
    is_new = entry.kind in (EntryKind.DISBURSEMENT, EntryKind.TAKEN_OVER)
    keep_courses(session, [(None if is_new else loan, loan.after(entry))])


def keep_courses(session: Session, moved: Sequence[tuple[LoanBooks | None, LoanBooks]]) -> None:
    """The same for many loans at once, each as it was (None where it is new) and as it is now."""
    dialect = session.get_bind().dialect.name
    session.execute(_PROCEED[dialect], [progress_of(now) for _, now in moved])
    changed: dict[tuple[str, date], Lending] = {}
    for before, now in moved:
        since = None if before is None else _parting(before.course, now.course)
        was = {} if before is None else before.course.months(since)
        for month, change in _changed(was, now.course.months(since)):
            key = (now.district_code, month)
            changed[key] = changed.get(key, NO_LENDING) + change
    if lent := [_lent(key, changed[key]) for key in sorted(changed) if changed[key] != NO_LENDING]:
        session.execute(_LEND[dialect], lent)
    _keep_due(session, moved)


def _keep_due(session: Session, moved: Sequence[tuple[LoanBooks | None, LoanBooks]]) -> None:
    changed: dict[date, PrincipalDue] = {}
    for before, now in moved:
        for on, change in principal_changes(None if before is None else before.course, now.course).items():
            changed[on] = changed.get(on, NOTHING_DUE) + change
    if rows := [due_row(on, changed[on]) for on in sorted(changed) if changed[on] != NOTHING_DUE]:
        session.execute(_FALL_DUE[session.get_bind().dialect.name], rows)


def due_row(on: date, found: PrincipalDue) -> dict[str, Any]:
    """The row of what falls due on a day."""
    return {"due_on": on, "due": found.due, "paid": found.paid, "written_off": found.written_off}


def progress_of(loan: LoanBooks) -> dict[str, Any]:
    """The row that tells how far a loan is paid back."""
    found = loan.course.progress()
    kept = {name: getattr(found, name) for name in _PROGRESS if name != "district_code"}
    return {"loan_id": loan.loan_id, "district_code": loan.district_code, **kept}


def _parting(before: Course, now: Course) -> date | None:
    """The first day on which a course is another than before: that of the oldest money that was added."""
    money = (one.on for one in now.received[len(before.received) :])
    return min((*money, *(one.on for one in now.claim[len(before.claim) :])), default=None)


def _lent(key: tuple[str, date], change: Lending) -> dict[str, Any]:
    figures = {name: getattr(change, name) for name in LENDING}
    return {"district_code": key[0], "month": key[1], **figures}


def _changed(before: Mapping[date, Lending], after: Mapping[date, Lending]) -> Iterator[tuple[date, Lending]]:
    for month in before.keys() | after.keys():
        change = after.get(month, NO_LENDING) - before.get(month, NO_LENDING)
        if change != NO_LENDING:
            yield month, change
