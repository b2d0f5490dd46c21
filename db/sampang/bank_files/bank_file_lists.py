"""The bank's files and their rows, for screens and papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.refusals import NotFound
from db.sampang.bank_files.tallies import Tallies, read_tallies
from db.tables import ApplicationRow, BankFileRow, BankRowRow, LoanRow, PostingRow
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.fund.accounts import Account
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

LARGEST_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class StoredBankFile:
    """A file with who brought it when, the days it tells of, and how many of its rows stand where."""

    id: int
    bank: str
    name: str
    first: date
    last: date
    rows: int
    by: str
    at: datetime
    accepted_by: str
    accepted_at: datetime | None
    tallies: Tallies

    @property
    def came_on(self) -> date:
        """The day on which it came, in Indonesia."""
        return self.at.astimezone(JAKARTA).date()

    @property
    def accepted_on(self) -> date | None:
        """The day on which it was first booked, in Indonesia."""
        return self.accepted_at.astimezone(JAKARTA).date() if self.accepted_at else None

    def count(self, state: RowState, *kinds: RowKind) -> int:
        """How many rows stand so."""
        return sum(
            self.tallies[state, kind].rows for kind in kinds or RowKind if (state, kind) in self.tallies
        )

    def amount(self, state: RowState, *kinds: RowKind) -> int:
        """How many rupiah they bring."""
        found = (self.tallies.get((state, kind)) for kind in kinds or RowKind)
        return sum(one.amount for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class Near:
    """A loan that a row may mean."""

    loan_id: int
    number: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class StoredBankRow:
    """One row with its kind, why, what became of it, and the loan that it is booked on or may mean."""

    line: int
    kind: RowKind
    state: RowState
    reason: str
    number: str
    name: str
    on: date | None
    amount: int | None
    reference: str
    note: str
    written: dict[str, str] | None
    loan_number: str
    entry_id: int | None
    because: str
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class BookedParts:
    """What the booked rows of a file come to by the bank and by our books, in rupiah (O-27)."""

    rows_with_parts: int
    interest_of_bank: int
    interest_booked: int


def bank_files(
    session: Session, actor: Person, *, page: int = 1, page_size: int = 10
) -> tuple[tuple[StoredBankFile, ...], int]:
    """One page of the files, the newest first; and how many there are."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_COLLECTION)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    total = session.scalar(select(func.count()).select_from(BankFileRow)) or 0
    query = _whole().order_by(BankFileRow.id.desc()).limit(page_size).offset((page - 1) * page_size)
    return tuple(_file(row) for row in session.scalars(query)), total


def bank_file(session: Session, actor: Person, file_id: int) -> StoredBankFile:
    """One file; or raise NotFound."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_COLLECTION)
    row = session.scalars(_whole().where(BankFileRow.id == file_id)).one_or_none()
    if row is None:
        raise NotFound("Berkas bank ini")
    return _file(row)


def same_files(session: Session, actor: Person, sha256: str) -> tuple[StoredBankFile, ...]:
    """The files with the same bytes that came in before, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.UPLOAD_BANK_FILES)
    query = _whole().where(BankFileRow.sha256 == sha256).order_by(BankFileRow.id.desc()).limit(5)
    return tuple(_file(row) for row in session.scalars(query))


def bank_rows(
    session: Session,
    actor: Person,
    file_id: int,
    state: RowState,
    kind: RowKind | None = None,
    *,
    page: int = 1,
    page_size: int = 25,
) -> tuple[StoredBankRow, ...]:
    """One page of the rows of a file that stand so, in the order of their lines."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    row = BankRowRow
    query = select(row).where(row.file_id == file_id, row.state == state)
    if kind is not None:
        query = query.where(row.kind == kind)
    order = (row.line,) if kind is not None else (row.kind, row.line)
    return _rows(session, query.order_by(*order).limit(page_size).offset((page - 1) * page_size))


def rows_to_give_back(session: Session, actor: Person, file_id: int) -> tuple[StoredBankRow, ...]:
    """Every row of a file that was not booked and is not in the books: for the bank to mend."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    row = BankRowRow
    mended = [kind for kind in RowKind if kind not in (RowKind.MATCHED, RowKind.DUPLICATE)]
    query = select(row).where(row.file_id == file_id, row.state != RowState.POSTED, row.kind.in_(mended))
    return _rows(session, query.order_by(row.line))


def booked_parts(session: Session, actor: Person, file_id: int) -> BookedParts:
    """The interest of a file's booked rows as the bank told it and as the books laid it."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    row, part = BankRowRow, PostingRow
    query = (
        select(func.count(), func.sum(row.interest), func.coalesce(func.sum(part.amount), 0))
        .select_from(row)
        .outerjoin(part, (part.entry_id == row.entry_id) & (part.account == Account.INTEREST_CASH))
        .where(row.file_id == file_id, row.state == RowState.POSTED, row.interest.is_not(None))
    )
    count, of_bank, booked = session.execute(query).one()
    return BookedParts(int(count), int(of_bank or 0), int(booked))


def _whole() -> Select[BankFileRow]:
    return select(BankFileRow).options(joinedload(BankFileRow.by), joinedload(BankFileRow.accepted_by))


def _rows(session: Session, query: Select[BankRowRow]) -> tuple[StoredBankRow, ...]:
    rows = session.scalars(query).all()
    asked = {int(number) for row in rows for number in row.candidates or ()}
    asked |= {row.loan_id for row in rows if row.loan_id is not None}
    named = _named(session, sorted(asked))
    return tuple(_row(row, named) for row in rows)


def _named(session: Session, loan_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    query = (
        select(LoanRow.id, ApplicationRow.number, ApplicationRow.name)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .where(LoanRow.id.in_(loan_ids))
    )
    return {number: (told, name) for number, told, name in session.execute(query)} if loan_ids else {}


def _row(row: BankRowRow, named: dict[int, tuple[str, str]]) -> StoredBankRow:
    near = tuple(
        Near(int(number), *named[int(number)], why) for number, why in (row.candidates or {}).items()
    )
    return StoredBankRow(
        line=row.line,
        kind=RowKind(row.kind),
        state=RowState(row.state),
        reason=row.reason,
        number=row.number,
        name=row.name,
        on=row.on,
        amount=row.amount,
        reference=row.reference,
        note=row.note,
        written=row.written,
        loan_number=named[row.loan_id][0] if row.loan_id is not None else "",
        entry_id=row.entry_id,
        because=row.because or "",
        near=near,
    )


def _file(row: BankFileRow) -> StoredBankFile:
    return StoredBankFile(
        id=row.id,
        bank=row.bank,
        name=row.name,
        first=row.first,
        last=row.last,
        rows=row.rows,
        by=row.by.name,
        at=row.at,
        accepted_by=row.accepted_by.name if row.accepted_by else "",
        accepted_at=row.accepted_at,
        tallies=read_tallies(row),
    )
