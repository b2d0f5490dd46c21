"""What the report to the Bupati tells: visits, the use of the money, and how the loans of each kind go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.plain import from_plain
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.reports.loans_at_end import loans_at_end
from db.sampang.reports.month_figures import fund_at_end
from db.tables import ApplicationRow, CollectionEntryRow, LoanRow, UseOfFundsRow
from domain.roles import Person
from domain.sampang.fund.interest_shares import Share
from domain.sampang.kinds import ApplicantKind
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.guidance_results import Guidance, GuidedKind
from domain.sampang.reports.loan_at_end import LoanAtEnd
from domain.sampang.reports.report_shape import as_of
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import Deed, LetterKind
from domain.sampang.servicing.quality import ClassLimits, Quality, class_limits
from domain.sampang.servicing.use_of_funds import UseOfFunds


@dataclass(frozen=True, slots=True)
class _Seen:
    """The visits to each loan's borrower up to a day, the oldest first, by the number of the file."""

    visits: Mapping[int, Sequence[UseOfFunds]]
    month: date


def guidance(session: Session, actor: Person, month: date, today: date) -> Guidance:
    """The results of a month by kind of borrower, without names."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    day = as_of(month, today)
    loans, limits = loans_at_end(session, month, day), class_limits(law_of(session, SAMPANG, day))
    seen = _Seen(_visits(session, day), month)
    again = _borrowed_again(session, month, day)
    kinds = tuple(
        _of_kind(kind, [one for one in loans if one.kind is kind], seen, limits, again)
        for kind in ApplicantKind
    )
    shares = fund_at_end(session, actor, month, today).holdings
    return Guidance(
        month=month,
        day=day,
        known_until=bank_data_until(session),
        kinds=kinds,
        paid_for=next(one.paid for one in shares if one.share is Share.AGENCY),
        joint_visits=_collected(session, (Deed.VISIT,), month, day),
        letters=_collected(session, tuple(LetterKind), month, day),
    )


def _of_kind(
    kind: ApplicantKind,
    loans: Sequence[LoanAtEnd],
    seen: _Seen,
    limits: ClassLimits,
    again: Mapping[ApplicantKind, int],
) -> GuidedKind:
    running = [one for one in loans if one.runs]
    of_each = [seen.visits.get(one.application_id, ()) for one in running]
    now = [[visit for visit in visits if visit.on >= seen.month] for visits in of_each]
    classes: dict[Quality, int] = defaultdict(int)
    for one in running:
        classes[limits.of(one.months)] += 1
    return GuidedKind(
        kind=kind,
        running=len(running),
        owed=sum(one.owed for one in running),
        visits=sum(map(len, now)),
        visited=sum(bool(visits) for visits in now),
        ever_visited=sum(bool(visits) for visits in of_each),
        as_planned=_answers(_newest(one.as_planned for one in visits) for visits in of_each),
        own_books=_answers(_newest(one.separate_books for one in visits) for visits in of_each),
        classes=dict(classes),
        ended=sum(not one.runs for one in loans),
        again=again.get(kind, 0),
    )


def _newest(answers: Iterable[bool | None]) -> bool | None:
    return next((one for one in reversed(list(answers)) if one is not None), None)


def _answers(found: Iterable[bool | None]) -> tuple[int, int]:
    known = list(found)
    return known.count(True), known.count(False)


def _visits(session: Session, day: date) -> Mapping[int, Sequence[UseOfFunds]]:
    found: dict[int, list[UseOfFunds]] = defaultdict(list)
    query = select(LoanRow.application_id, UseOfFundsRow.body).join(
        LoanRow, LoanRow.id == UseOfFundsRow.loan_id
    )
    for file, body in session.execute(query.order_by(UseOfFundsRow.id)):
        visit = from_plain(UseOfFunds, body)
        if visit.on <= day:
            found[file].append(visit)
    return {file: sorted(visits, key=lambda one: one.on) for file, visits in found.items()}


def _borrowed_again(session: Session, month: date, day: date) -> Mapping[ApplicantKind, int]:
    """Loans paid out in the month to somebody with an earlier one, by NIK or NPWP; a name is no proof."""
    file, loan = ApplicationRow, LoanRow
    query = select(file.kind, file.nik, file.npwp_key, loan.disbursed_on).join(
        loan, loan.application_id == file.id
    )
    query = query.where(loan.disbursed_on <= day, or_(file.nik.is_not(None), file.npwp_key.is_not(None)))
    known: set[str] = set()
    again: dict[ApplicantKind, int] = defaultdict(int)
    for kind, nik, npwp, paid_out in session.execute(query.order_by(loan.disbursed_on, loan.id)):
        marks = {one for one in (nik, npwp) if one}
        again[ApplicantKind(kind)] += bool(marks & known) and paid_out >= month
        known |= marks
    return again


def _collected(session: Session, kinds: Collection[str], month: date, day: date) -> int:
    table = CollectionEntryRow
    query = select(func.count()).where(table.kind.in_(kinds), table.on.between(month, day))
    return int(session.scalar(query) or 0)
