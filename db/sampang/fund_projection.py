"""What the books know for a projection of the fund; asked on a press alone, not at every run of a screen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, extract, false, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.fund.ledger import position_of
from db.sampang.fund_over_time import principal_coming
from db.sampang.origination.meeting_queue import places_in_queue
from db.sampang.servicing.behind import months_behind
from db.sampang.servicing.loan_counts import kept_loan_counts
from db.sampang.taken_back import is_taken_back
from db.tables import ApplicationRow, FileStepRow, InstalmentRow, LoanProgressRow, LoanRow
from domain.dates import add_months
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.origination.stages import COMMITTED, UNDECIDED, Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.projection.projection_known import LONGEST_QUEUE, FundKnown, Waiting, by_month
from domain.sampang.projection.projection_rates import History, LoanSeen, history_of
from domain.sampang.projection.projection_start import MOST_A_MONTH, WantedLending
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.quality import class_limits

_ONE_DAY = timedelta(days=1)
_WAITING = tuple(stage for stage in UNDECIDED if stage is not Stage.DRAFT)


def known_for_projection(session: Session, actor: Person, day: date) -> FundKnown:
    """The fund on a day: cash, what running loans bring, who waits, and how loans behaved so far."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    until = bank_data_until(session)
    seen_on = None if until is None else min(until + _ONE_DAY, day)
    law = law_of(session, SAMPANG, day)
    macet_after = class_limits(law).doubtful
    macet, interest = _by_plans(session, day, seen_on, macet_after)
    coming = Counter(
        {(month.year, month.month): left for month, left in principal_coming(session, day).items()}
    )
    position = position_of(session)
    history = None if seen_on is None else _history(session, seen_on, macet_after)
    running = kept_loan_counts(session).running if history is None else sum(history.behind)
    first, waiting = day.replace(day=1), _queue(session, law)
    sound = by_month(first, [(*month, left - macet[month]) for month, left in coming.items()])
    queue = waiting[0] + waiting[1]
    months = max(
        len(sound), len(in_months := by_month(first, [(*one, left) for one, left in interest.items()]))
    )
    return FundKnown(
        day=day,
        cash=position.cash,
        principal=sound + (0,) * (months - len(sound)),
        interest=in_months + (0,) * (months - len(in_months)),
        loans=running,
        overdue=position.lent - coming.total(),
        macet=macet.total(),
        queue=queue[:LONGEST_QUEUE],
        approved=min(len(waiting[0]), LONGEST_QUEUE),
        beyond=max(0, len(queue) - LONGEST_QUEUE),
        history=history,
    )


Months = Counter[tuple[int, int]]


def _by_plans(session: Session, day: date, seen_on: date | None, macet_after: int) -> tuple[Months, Months]:
    """By month from a day on: principal that macet loans should bring, and interest of all others."""
    plan, kept = InstalmentRow, LoanProgressRow
    is_macet: ColumnElement[bool] = false() if seen_on is None else months_behind(seen_on) > macet_after
    year, month = extract("year", plan.due_on), extract("month", plan.due_on)
    query = (
        select(
            *(year, month),
            func.sum(case((is_macet, plan.principal), else_=0)),
            func.sum(case((is_macet, 0), else_=plan.interest)),
        )
        .select_from(kept)
        .join(LoanRow, LoanRow.id == kept.loan_id)
        .join(
            plan,
            and_(plan.loan_id == kept.loan_id, plan.due_on >= day, plan.number > kept.instalments_paid),
        )
        .where(kept.next_due.is_not(None))
        .group_by(year, month)
    )
    macet, interest = Months(), Months()
    for in_year, in_month, principal, jasa in session.execute(query):
        macet[int(in_year), int(in_month)] = int(principal)
        interest[int(in_year), int(in_month)] = int(jasa)
    return macet, interest


def _history(session: Session, until: date, macet_after: int) -> History:
    kept, loan = LoanProgressRow, LoanRow
    query = select(
        func.coalesce(loan.taken_over_on, loan.disbursed_on), kept.instalments_paid, kept.next_due,
        kept.ended_on, kept.released > 0, kept.written_off > 0, loan.taken_over_on.is_not(None),
    ).join(loan, loan.id == kept.loan_id)  # fmt: skip
    seen = (LoanSeen(*row) for row in session.execute(query))
    return history_of(seen, macet_after, until)


def _queue(session: Session, law: LawInForce) -> tuple[tuple[Waiting, ...], tuple[Waiting, ...]]:
    """Files that are approved and wait for their money, then those that qualify and wait for a decision."""
    file, step = ApplicationRow, FileStepRow
    approved = (
        select(step.body["amount"].as_integer(), step.body["term_months"].as_integer())
        .join(file, file.id == step.application_id)
        .where(step.step == Step.APPROVE, file.status.in_(COMMITTED), ~is_taken_back())
        .order_by(step.at, file.id)
    )
    # Nothing above what the file may get at most; who has no term yet cannot be paid out.
    asked = case((file.most < file.amount, file.most), else_=file.amount)
    qualifying = select(asked, file.term_months, file.id).where(
        file.status.in_(_WAITING), file.verdict == Verdict.QUALIFIES
    )
    rows = session.execute(qualifying).all()
    places = places_in_queue(session, law, _WAITING) if rows else {}
    ordered = sorted(rows, key=lambda row: places[row[2]])
    return _with_terms(session.execute(approved)), _with_terms(row[:2] for row in ordered)


def _with_terms(rows: Iterable[Any]) -> tuple[Waiting, ...]:
    return tuple(Waiting(amount, tenor) for amount, tenor in rows if amount and tenor)


def lending_last_year(session: Session, actor: Person, day: date) -> WantedLending | None:
    """What was lent a month on average in the last twelve months; None where nothing was.

    The number is rounded up, the amount to whole hundred thousands, the tenor is the most frequent.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    loan = LoanRow
    query = (
        select(loan.tenor, func.count(), func.sum(loan.principal))
        .where(loan.disbursed_on > add_months(day, -12), loan.disbursed_on <= day)
        .where(loan.taken_over_on.is_(None))
        .group_by(loan.tenor)
    )
    return _averaged([(int(tenor), int(count), int(lent)) for tenor, count, lent in session.execute(query)])


def _averaged(lent: Sequence[tuple[int, int, int]]) -> WantedLending | None:
    if not lent:
        return None
    count, amount = sum(one[1] for one in lent), sum(one[2] for one in lent)
    each = max(100_000, amount // count // 100_000 * 100_000)
    tenor = max(lent, key=lambda one: (one[1], one[0]))[0]
    return WantedLending(a_month=min(max(1, -(-count // 12)), MOST_A_MONTH), amount=each, tenor=tenor)
