"""The loans of which nothing is left to pay, those that ended last first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.amount_lent import amount_lent
from db.sampang.servicing.behind import LARGEST_PAGE
from db.sampang.servicing.loan_counts import kept_loan_counts
from db.tables import ApplicationRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedLoan:
    """A loan that was paid back: since when, and whether a settlement let interest fall (VIII.5.e)."""

    application_id: int
    number: str
    name: str
    district_code: str | None
    principal: int
    disbursed_on: date
    ended_on: date
    early: bool


def ended_loans(
    session: Session, actor: Person, *, text: str = "", page: int = 1, page_size: int = 25
) -> tuple[tuple[EndedLoan, ...], int]:
    """One page of the loans that are paid back, and how many of them are found."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    chosen, wanted = _chosen(text), text.strip()
    if wanted:
        total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    else:
        total = kept_loan_counts(session).settled
    ordered = chosen.order_by(LoanProgressRow.ended_on.desc(), LoanProgressRow.loan_id.desc())
    # The page is found in the index first, so that only its loans and files are read.
    numbers = list(session.scalars(ordered.limit(page_size).offset((page - 1) * page_size)))
    return _read(session, numbers), total


def _chosen(text: str) -> Select[int]:
    kept, file = LoanProgressRow, ApplicationRow
    query = select(kept.loan_id).where(kept.ended_on.is_not(None))
    if wanted := text.strip():
        query = query.join(LoanRow, LoanRow.id == kept.loan_id).join(file, file.id == LoanRow.application_id)
        query = query.where(
            file.name.icontains(wanted, autoescape=True) | file.number.icontains(wanted, autoescape=True)
        )
    return query


def _read(session: Session, numbers: list[int]) -> tuple[EndedLoan, ...]:
    kept, loan, file = LoanProgressRow, LoanRow, ApplicationRow
    query = (
        select(
            loan.id, loan.application_id, file.number, file.name, file.district_code,
            amount_lent().label("lent"), loan.disbursed_on, kept.ended_on, kept.released,
        )
        .select_from(kept)
        .join(loan, loan.id == kept.loan_id)
        .join(file, file.id == loan.application_id)
        .where(kept.loan_id.in_(numbers))
        .order_by(kept.ended_on.desc(), kept.loan_id.desc())
    )  # fmt: skip
    return tuple(
        EndedLoan(
            application_id=row.application_id,
            number=row.number,
            name=row.name,
            district_code=row.district_code,
            principal=row.lent,
            disbursed_on=row.disbursed_on,
            ended_on=row.ended_on,
            early=row.released > 0,
        )
        for row in session.execute(query)
        if row.ended_on is not None
    )
