"""The red list as a register, and who of a new application's people stands on it (IX.3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.closings import closed_of
from db.sampang.applications.application_rows import application_row
from db.sampang.applications.look_alikes import Likeness, Marks, marks_of, marks_of_row
from db.tables import ApplicationRow, LoanRow, RedListEntryRow
from domain.closings import Closed
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.red_listing import RedListFinding

_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBorrower:
    """One entry of the register: whose, by whom proposed and approved, and how it ended, if it did."""

    id: int
    loan_id: int
    application_id: int
    number: str
    name: str
    reason: str
    conditions: tuple[str, ...]
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    approved_by: str
    since: date | None
    closed: Closed | None
    lifted_on: date | None
    lifted_reason: str
    lifted_by: str

    @property
    def waits(self) -> bool:
        """Whether nobody has approved or closed it yet."""
        return self.since is None and self.closed is None

    @property
    def state(self) -> str:
        """How the entry stands, in words."""
        if self.closed is not None:
            return f"{self.closed.how.label.lower()}: {self.closed.reason}"
        if self.since is None:
            return "menunggu persetujuan"
        since = f"tercatat sejak {indonesian_date(self.since)}"
        return f"{since}, dicabut {indonesian_date(self.lifted_on)}" if self.lifted_on else since

    @property
    def stands(self) -> bool:
        """Whether the borrower is on the list."""
        return self.since is not None and self.lifted_on is None


def red_list(
    session: Session, actor: Person, *, loan_ids: Collection[int] | None = None
) -> tuple[ListedBorrower, ...]:
    """The register, the newest first, or the entries of some loans."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = RedListEntryRow
    query = select(table).order_by(table.id.desc()).limit(_MOST)
    if loan_ids is not None:
        query = query.where(table.loan_id.in_(loan_ids))
    people = (table.proposed_by, table.approved_by, table.closed_by, table.lifted_by)
    of_loan = joinedload(table.loan).joinedload(LoanRow.application)
    return tuple(_entry(row) for row in session.scalars(query.options(of_loan, *map(joinedload, people))))


def waiting_listings(session: Session, actor: Person) -> int:
    """How many proposals for the red list nobody has approved or closed yet."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = RedListEntryRow
    query = select(func.count()).where(table.since.is_(None), table.closed_at.is_(None))
    return int(session.scalar(query) or 0)


def red_listed(session: Session, actor: Person, applicant: Applicant) -> tuple[RedListFinding, ...]:
    """Standing entries that may be of who is being entered: by NIK, spouse, NPWP, or name and kecamatan."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    return _found(session, marks_of(applicant))


def red_listed_of(session: Session, actor: Person, application_id: int) -> tuple[RedListFinding, ...]:
    """The same of a stored application, also for those who may not see its NIK."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    return _found(session, marks_of_row(application_row(session, application_id)))


def _found(session: Session, marks: Marks) -> tuple[RedListFinding, ...]:
    conditions = marks.conditions()
    if not conditions:
        return ()
    table, file = RedListEntryRow, ApplicationRow
    query = (
        select(file, table.since)
        .join(LoanRow, LoanRow.application_id == file.id)
        .join(table, table.loan_id == LoanRow.id)
        .where(or_(*conditions), table.since.is_not(None), table.lifted_at.is_(None))
        .order_by(table.id.desc())
        .limit(_MOST)
    )
    return tuple(_finding(row, since, marks.alike_in(row)) for row, since in session.execute(query))


def _finding(row: ApplicationRow, since: date | None, alike: Sequence[Likeness]) -> RedListFinding:
    if since is None:
        raise RuntimeError("a standing entry has its day")
    certain = any(one is not Likeness.SAME_NAME for one in alike)
    return RedListFinding(row.number, row.name, since, tuple(one.label for one in alike), certain)


def _entry(row: RedListEntryRow) -> ListedBorrower:
    application = row.loan.application
    return ListedBorrower(
        id=row.id,
        loan_id=row.loan_id,
        application_id=application.id,
        number=application.number,
        name=application.name,
        reason=row.reason,
        conditions=tuple(row.found["conditions"]),
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        since=row.since,
        closed=closed_of(row),
        lifted_on=row.lifted_on,
        lifted_reason=row.lifted_reason or "",
        lifted_by=row.lifted_by.name if row.lifted_by else "",
    )
