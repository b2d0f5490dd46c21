"""What was done to collect loans, read from the store; for verbs and screens alike."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.plain import from_plain
from db.tables import CollectionEntryRow, RedListEntryRow
from domain.sampang.servicing.collecting import (
    BorrowerReport,
    Collected,
    Collector,
    Deed,
    HandingBack,
    HandingOver,
    Handover,
    JointVisit,
    Letter,
    LetterKind,
)

_NO_PAPER = "Dari pengambilalihan; suratnya tidak tersimpan di sini."
_LETTERS = frozenset(kind.value for kind in LetterKind)


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One thing that was done, with what was written of it, by whom and when; `paper_id` is its letter."""

    id: int
    what: LetterKind | Deed
    on: date
    number: str
    told: str
    by: str
    at: datetime
    paper_id: int | None


def done_lines(session: Session, loan_id: int) -> tuple[DoneLine, ...]:
    """Everything that was done about a loan, the newest first."""
    table = CollectionEntryRow
    query = select(table).where(table.loan_id == loan_id).order_by(table.on.desc(), table.id.desc())
    return tuple(map(done_line, session.scalars(query.options(joinedload(table.by)))))


def done_about(session: Session, loan_ids: Collection[int]) -> Mapping[int, Collected]:
    """What was done about each of several loans, asked in two statements."""
    table, listed = CollectionEntryRow, RedListEntryRow
    rows: dict[int, list[CollectionEntryRow]] = {number: [] for number in loan_ids}
    query = select(table).where(table.loan_id.in_(loan_ids)).order_by(table.on, table.id)
    for row in session.scalars(query):
        rows[row.loan_id].append(row)
    standing = select(listed.loan_id, listed.since).where(
        listed.loan_id.in_(loan_ids), listed.closed_at.is_(None), listed.lifted_at.is_(None)
    )
    since = dict(session.execute(standing).all())
    return {
        number: _collected(found, since.get(number), is_asked=number in since and since[number] is None)
        for number, found in rows.items()
    }


def _collected(rows: Iterable[CollectionEntryRow], since: date | None, *, is_asked: bool) -> Collected:
    found = list(rows)
    back = {row.ends_id: row.on for row in found if row.kind == Deed.HANDED_BACK}
    return Collected(
        letters=tuple(Letter(LetterKind(row.kind), row.number, row.on) for row in found if _is_letter(row)),
        reports=tuple(row.on for row in found if row.kind == Deed.REPORT),
        visits=tuple(row.on for row in found if row.kind == Deed.VISIT),
        handovers=tuple(
            Handover(Collector(row.body["to"]), row.number, row.on, back.get(row.id))
            for row in found
            if row.kind == Deed.HANDED_OVER
        ),
        listed_since=since,
        asks_listing=is_asked,
    )


def _is_letter(row: CollectionEntryRow) -> bool:
    return row.kind in _LETTERS


def done_line(row: CollectionEntryRow) -> DoneLine:
    """One entry as it is told."""
    what = LetterKind(row.kind) if _is_letter(row) else Deed(row.kind)
    return DoneLine(row.id, what, row.on, row.number, _told(row), row.by.name, row.at, row.paper_id)


def _told(row: CollectionEntryRow) -> str:
    if row.kind == Deed.REPORT:
        report = from_plain(BorrowerReport, row.body)
        return f"{report.by_whom}: {report.told}"
    if row.kind == Deed.VISIT:
        visit = from_plain(JointVisit, row.body)
        return f"{visit.who}: {visit.result}"
    if row.kind == Deed.HANDED_OVER:
        given = from_plain(HandingOver, row.body)
        return f"{given.to.label}. {given.note}".strip()
    if row.kind == Deed.HANDED_BACK:
        return from_plain(HandingBack, row.body).reason
    return _NO_PAPER if row.paper_id is None else ""
