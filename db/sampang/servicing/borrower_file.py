"""Everything of a household in one place: files, loans, arrears, red list, collateral and letters."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.plain import from_plain, to_plain
from db.sampang.amount_lent import amount_lent
from db.sampang.applications.application_rows import application_row, masked, read_row
from db.sampang.fund.loan_books import books_of_each
from db.sampang.handed_over import standing_handovers
from db.sampang.loans.claim_lists import claims_of
from db.sampang.origination.issued_papers import IssuedPaper, issued_for_files
from db.sampang.origination.kin import household_of
from db.sampang.servicing.red_listed import ListedBorrower, red_list
from db.tables import ApplicationRow, CollateralRow, CustodyEntryRow, LoanProgressRow, LoanRow
from domain.purpose_notices import NoticeGiven
from domain.roles import Person
from domain.sampang.application import Applicant, Collateral
from domain.sampang.origination.custody import Custody, CustodyEntry, register_of
from domain.sampang.origination.household import Kinship
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.arrears import NO_ARREARS, Arrears, arrears_on
from domain.sampang.servicing.loan_state import LoanStanding, standing_of
from domain.sampang.servicing.quality import ClassLimits, Quality, class_limits

_COLLATERAL = tuple(field.name for field in fields(Collateral))


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdLoan:
    """A loan of the household, in rupiah: what is left, how far it is behind, its class and its state.

    It runs while its plan asks for something; `claim` is what is left of one that was written off.
    """

    application_id: int
    number: str
    name: str
    principal: int
    disbursed_on: date
    owed: int
    arrears: Arrears
    quality: Quality
    standing: LoanStanding
    ended_on: date | None
    runs: bool
    claim: int = 0


@dataclass(frozen=True, slots=True)
class HouseholdThing:
    """A thing that is or was pledged for one of the files."""

    number: str
    custody: Custody


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowerFile:
    """The household of a file; its numbers are masked. `hints` only bear the same name, and count nothing."""

    application_id: int
    number: str
    applicant: Applicant
    notice: NoticeGiven
    files: tuple[Kinship, ...]
    hints: tuple[Kinship, ...]
    loans: tuple[HouseholdLoan, ...]
    red_list: tuple[ListedBorrower, ...]
    things: tuple[HouseholdThing, ...]
    papers: tuple[IssuedPaper, ...]

    @property
    def running(self) -> tuple[HouseholdLoan, ...]:
        """The loans of which something is left to pay."""
        return tuple(one for one in self.loans if one.runs)

    @property
    def owed(self) -> int:
        """The principal that the household owes."""
        return sum(one.owed for one in self.running)

    @property
    def claims(self) -> int:
        """What is left of claims that were written off, which stay."""
        return sum(one.claim for one in self.loans)

    @property
    def behind(self) -> int:
        """Principal and interest of the household that are behind."""
        return sum(one.arrears.amount for one in self.loans)

    @property
    def stands_on_red_list(self) -> bool:
        """Whether an entry of the household stands."""
        return any(one.stands for one in self.red_list)


def borrower_file(session: Session, actor: Person, application_id: int, day: date) -> BorrowerFile:
    """The household of the applicant of a file, with everything that is recorded of it."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    row = application_row(session, application_id)
    application = masked(read_row(row))
    kin = household_of(session, row)
    files = tuple(one for one in kin if one.relation.is_certain or one.application_id == row.id)
    numbers = {one.application_id: one.number for one in files}
    loans = _loans(session, numbers, day)
    return BorrowerFile(
        application_id=row.id,
        number=row.number,
        applicant=application.applicant,
        notice=application.notice,
        files=files,
        hints=tuple(one for one in kin if one not in files),
        loans=tuple(loans.values()),
        red_list=red_list(session, actor, loan_ids=tuple(loans)) if loans else (),
        things=tuple(_things(session, numbers)),
        papers=issued_for_files(session, actor, numbers),
    )


def _loans(session: Session, files: Collection[int], day: date) -> Mapping[int, HouseholdLoan]:
    """The loans of some files by their numbers, the newest first."""
    loan, kept, file = LoanRow, LoanProgressRow, ApplicationRow
    query = (
        select(
            loan.id, loan.application_id, file.number, file.name, amount_lent().label("lent"),
            loan.disbursed_on,
            (loan.principal - kept.principal_paid - kept.written_off).label("owed"), kept.ended_on,
            kept.next_due, kept.written_off,
        )
        .join(kept, kept.loan_id == loan.id)
        .join(file, file.id == loan.application_id)
        .where(loan.application_id.in_(files))
        .order_by(loan.disbursed_on.desc(), loan.id.desc())
    )  # fmt: skip
    rows = session.execute(query).all()
    if not rows:
        return {}
    arrears = _arrears(session, [row.id for row in rows if row.next_due is not None], day)
    given = standing_handovers(session, [row.id for row in rows])
    claims = claims_of(session, [row.id for row in rows if row.written_off])
    limits: ClassLimits = class_limits(law_of(session, SAMPANG, day))
    found = {}
    for row in rows:
        behind = arrears.get(row.id, NO_ARREARS)
        found[row.id] = HouseholdLoan(
            application_id=row.application_id,
            number=row.number,
            name=row.name,
            principal=row.lent,
            disbursed_on=row.disbursed_on,
            owed=int(row.owed),
            arrears=behind,
            quality=limits.of(behind.months),
            standing=standing_of(
                is_settled=row.ended_on is not None,
                is_behind=behind.since is not None,
                handed_over=given.get(row.id),
                is_written_off=row.written_off > 0,
            ),
            ended_on=row.ended_on,
            runs=row.next_due is not None,
            claim=claims[row.id].left if row.id in claims else 0,
        )
    return found


def _arrears(session: Session, loan_ids: Sequence[int], day: date) -> Mapping[int, Arrears]:
    books = books_of_each(session, loan_ids) if loan_ids else ()
    return {one.loan_id: arrears_on(one.course.laid, one.course.due_day, day) for one in books}


def _things(session: Session, files: Mapping[int, str]) -> Iterator[HouseholdThing]:
    """Every pledged thing of some files, what was swapped or given back too."""
    table, line = CollateralRow, CustodyEntryRow
    pledged: dict[int, list[Collateral]] = {file: [] for file in files}
    query = (
        select(table).where(table.application_id.in_(files)).order_by(table.application_id, table.position)
    )
    for row in session.scalars(query):
        told = {name: to_plain(getattr(row, name)) for name in _COLLATERAL}
        pledged[row.application_id].append(from_plain(Collateral, told))
    lines: dict[int, list[CustodyEntry]] = {file: [] for file in files}
    written = select(line).where(line.application_id.in_(files)).order_by(line.id)
    for entry in session.scalars(written):
        lines[entry.application_id].append(from_plain(CustodyEntry, entry.body))
    for file, number in files.items():
        for custody in register_of(pledged[file], lines[file]):
            yield HouseholdThing(number, custody)
