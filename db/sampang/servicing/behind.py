"""Which loans are behind on a day, and how far: the one question that every list and report asks.

It goes by what was ever booked and the kept oldest unpaid due day, so it answers for today; a day of the
past is told by `lending_figures`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, case, cast, extract, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.amount_lent import amount_lent
from db.sampang.handed_over import hands_over_still, standing_handovers
from db.sampang.servicing.loan_counts import kept_loan_counts
from db.tables import ApplicationRow, CollectionEntryRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.ageing import Age, Ageing, Held, provision_rate
from domain.sampang.servicing.collecting import Handover
from domain.sampang.servicing.days_late import DaysLate, Pressing, days_late
from domain.sampang.servicing.loan_state import LoanStanding, standing_of
from domain.sampang.servicing.quality import ClassLimits, Quality, class_limits

LARGEST_PAGE = 200
_HUNDREDTHS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningLoan:
    """A loan that runs, with its oldest unpaid due day, how many months it is behind, and what is left."""

    loan_id: int
    application_id: int
    number: str
    name: str
    district_code: str | None
    principal: int
    owed: int
    next_due: date
    months: int
    quality: Quality
    disbursed_on: date
    handed_over: Handover | None = None
    days: int = 0

    @property
    def standing(self) -> LoanStanding:
        """Whether it runs, is behind, or was handed over."""
        return standing_of(is_settled=False, is_behind=self.months > 0, handed_over=self.handed_over)


def ageing(session: Session, actor: Person, day: date) -> Ageing:
    """The running loans by months behind, with their provision by the office's percentages of the day."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND, SampangPermission.READ_COLLECTION)
    rules = law_of(session, SAMPANG, day)
    limits, rates = class_limits(rules), {one: provision_rate(one, rules) for one in Quality}
    months, owed = months_behind(day), LoanRow.principal - LoanProgressRow.principal_paid
    query = (
        select(
            months.label("months"),
            func.count(),
            func.sum(owed),
            func.sum(_provision(owed, months, limits, rates)),
        )
        .select_from(LoanProgressRow)
        .join(LoanRow, LoanRow.id == LoanProgressRow.loan_id)
        .where(LoanProgressRow.next_due.is_not(None))
        .group_by("months")
    )
    held = tuple(
        Held(int(late), int(loans), int(left), _set(set_aside, limits.of(int(late)), rates))
        for late, loans, left, set_aside in session.execute(query)
    )
    return Ageing(tuple(sorted(held, key=lambda one: one.months)), limits)


def running_loans(
    session: Session,
    actor: Person,
    day: date,
    *,
    text: str = "",
    classes: Sequence[Quality] = (),
    due_until: date | None = None,
    late: DaysLate | Pressing | None = None,
    age: Age | None = None,
    only_handed_over: bool = False,
    page: int = 1,
    page_size: int = 25,
) -> tuple[tuple[RunningLoan, ...], int]:
    """One page of the loans that run, those longest behind first, and how many there are.

    With `due_until` only those whose oldest unpaid due day lies up to that day; the day before `day` gives
    those that are behind, `late` those that are so for a range of days, and `age` for a range of months. A
    loan that was handed over runs on (IX.2), and can be asked for alone.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    limits = class_limits(law_of(session, SAMPANG, day))
    chosen = _chosen(day, limits, text, classes, due_until)
    if late is not None:
        chosen = chosen.where(*_so_late(late, day))
    if age is not None:
        chosen = chosen.where(*_so_old(age, day))
    if only_handed_over:
        given = select(CollectionEntryRow.loan_id).where(*hands_over_still())
        chosen = chosen.where(LoanProgressRow.loan_id.in_(given))
    if text.strip() or classes or due_until or late or age or only_handed_over:
        total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    else:
        total = kept_loan_counts(session).running
    ordered = chosen.order_by(LoanProgressRow.next_due, LoanProgressRow.loan_id)
    page_of_it = ordered.limit(page_size).offset((page - 1) * page_size)
    # The page is found in the index first, so that only its loans and files are read.
    numbers = list(session.scalars(page_of_it))
    return _read_all(session, _lines(day).where(LoanProgressRow.loan_id.in_(numbers)), limits, day), total


def pressing_loans(session: Session, actor: Person, day: date) -> Mapping[Pressing, int]:
    """How many running loans are due within the week, and how many fell behind within the last month."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    counts = [
        select(func.count()).select_from(LoanProgressRow).where(*_so_late(one, day)).scalar_subquery()
        for one in Pressing
    ]
    return dict(zip(Pressing, session.execute(select(*counts)).one(), strict=True))


def every_late_loan(session: Session, actor: Person, day: date) -> tuple[RunningLoan, ...]:
    """All loans that are behind at one moment, those longest behind first, for a report."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    limits = class_limits(law_of(session, SAMPANG, day))
    return _read_all(session, _lines(day).where(LoanProgressRow.next_due < day), limits, day)


def _chosen(
    day: date, limits: ClassLimits, text: str, classes: Sequence[Quality], due_until: date | None
) -> Select[int]:
    kept, loan, file = LoanProgressRow, LoanRow, ApplicationRow
    query = select(kept.loan_id).where(kept.next_due.is_not(None))
    if due_until is not None:
        query = query.where(kept.next_due <= due_until)
    wanted = text.strip()
    if classes or wanted:
        query = query.join(loan, loan.id == kept.loan_id)
    if classes:
        months = months_behind(day)
        query = query.where(or_(*(_is_of(one, months, limits) for one in classes)))
        if Quality.CURRENT not in classes:
            query = query.where(kept.next_due < day)
    if wanted:
        query = query.join(file, file.id == loan.application_id).where(
            file.name.icontains(wanted, autoescape=True) | file.number.icontains(wanted, autoescape=True)
        )
    return query


def _so_late(late: DaysLate | Pressing, day: date) -> list[ColumnElement[bool]]:
    within = late.due_days(day)
    found = [LoanProgressRow.next_due <= within.last]
    return found if within.first is None else [*found, LoanProgressRow.next_due >= within.first]


def _so_old(age: Age, day: date) -> Iterator[ColumnElement[bool]]:
    """Of an age of arrears; the first holds all that are behind for no longer than it, as the sums do."""
    months = select(months_behind(day)).where(LoanRow.id == LoanProgressRow.loan_id)
    found = months.correlate(LoanProgressRow).scalar_subquery()
    yield LoanProgressRow.next_due < day
    if age.first > 1:
        yield found >= age.first
    if age.last is not None:
        yield found <= age.last


def _lines(day: date) -> Select[*tuple[Any, ...]]:
    kept, loan, file = LoanProgressRow, LoanRow, ApplicationRow
    return (
        select(
            loan.id, loan.application_id, file.number, file.name, file.district_code,
            amount_lent().label("lent"),
            (loan.principal - kept.principal_paid).label("owed"), kept.next_due,
            months_behind(day).label("months"), loan.disbursed_on,
        )
        .select_from(kept)
        .join(loan, loan.id == kept.loan_id)
        .join(file, file.id == loan.application_id)
        .order_by(kept.next_due, kept.loan_id)
    )  # fmt: skip


def _read_all(
    session: Session, query: Select[*tuple[Any, ...]], limits: ClassLimits, day: date
) -> tuple[RunningLoan, ...]:
    rows = session.execute(query).all()
    given = standing_handovers(session, [row.id for row in rows])
    return tuple(_read(row, limits, given.get(row.id), day) for row in rows)


def _read(
    row: Row[*tuple[Any, ...]], limits: ClassLimits, handed_over: Handover | None, day: date
) -> RunningLoan:
    return RunningLoan(
        loan_id=row.id,
        application_id=row.application_id,
        number=row.number,
        name=row.name,
        district_code=row.district_code,
        principal=int(row.lent),
        owed=int(row.owed),
        next_due=row.next_due,
        months=int(row.months),
        quality=limits.of(int(row.months)),
        disbursed_on=row.disbursed_on,
        handed_over=handed_over,
        days=days_late(row.next_due, day),
    )


def months_behind(day: date) -> ColumnElement[int]:
    """The twin of `arrears.months_behind`: due days gone by since the loan was paid out, less those paid.

    The due days of a loan are one day of each month, clipped to the month's end; so the one in the month of
    `day` is over exactly when that day's number is smaller. A loan that was taken over has a day of its own.
    """
    lent, kept = func.coalesce(LoanRow.due_from, LoanRow.disbursed_on), LoanProgressRow
    since = day.year * 12 + day.month - extract("year", lent) * 12 - extract("month", lent)
    due_day = func.coalesce(LoanRow.own_day, extract("day", LoanRow.disbursed_on))
    gone = since - case((due_day >= day.day, 1), else_=0)
    return cast(case((kept.next_due < day, gone - kept.instalments_paid), else_=0), Integer)


def _is_of(quality: Quality, months: ColumnElement[int], limits: ClassLimits) -> ColumnElement[bool]:
    match quality:
        case Quality.CURRENT:
            return months == 0
        case Quality.SUBSTANDARD:
            return months.between(1, limits.substandard)
        case Quality.DOUBTFUL:
            return months.between(limits.substandard + 1, limits.doubtful)
        case Quality.LOSS:
            return months > limits.doubtful


def _provision(
    owed: ColumnElement[int],
    months: ColumnElement[int],
    limits: ClassLimits,
    rates: Mapping[Quality, Fraction | None],
) -> ColumnElement[int]:
    """The twin of `ageing.provision_of`, in whole numbers: a rate has two decimals at most."""
    hundredths = {quality: int((rate or 0) * 100) for quality, rate in rates.items()}
    rate = case(*((_is_of(one, months, limits), hundredths[one]) for one in Quality), else_=0)
    return (2 * owed * rate + _HUNDREDTHS) // (2 * _HUNDREDTHS)


def _set(provision: int, quality: Quality, rates: Mapping[Quality, Fraction | None]) -> int | None:
    return None if rates[quality] is None else int(provision)
