"""Verb that takes older loans over: one transaction for all of a proposal, by few statements.

Each loan gets a file in the stage of what was paid out, its instalments as what was left on the cut-off day,
one opening entry, the letters and hand-overs that were told, and the lines of its collateral register.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.closings import require_not_closed
from db.plain import from_plain, to_plain
from db.refusals import SelfApproval
from db.sampang.applications.application_rows import write_row
from db.sampang.fund.kept_totals import keep_courses
from db.sampang.fund.ledger import LoanEntry, book_many, held_fund
from db.sampang.fund.loan_books import LoanBooks
from db.sampang.takeover.proposing import AlreadyTakenOver, held_proposal, require_right, subject_of
from db.sampang.takeover.told_rows import custody_rows, deed_rows, instalment_rows, taken_over_told
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import (
    ApplicationRow,
    CollectionEntryRow,
    CustodyEntryRow,
    FileStepRow,
    InstalmentRow,
    LoanRow,
    TakenOverLoanRow,
    TakeoverProposalRow,
)
from db.trail import Subject
from db.verbs import Act, verb
from domain.dates import add_months
from domain.roles import Person
from domain.sampang.bank_file.near_loans import number_form
from domain.sampang.fund.entries import taken_over
from domain.sampang.fund.loan_course import Course
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import Row
from domain.sampang.origination.records import OlderAgreement
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.takeover.old_checks import application_of, left_on_cut_off
from domain.sampang.takeover.old_loans import OldLoan, SignedBalance, Takeover

_HUNDREDTHS = 100


def approve_takeover(session: Session, actor: Person, proposal_id: int, *, at: datetime) -> int:
    """Approve somebody else's proposal and take its loans over; gives how many.

    All or nothing. Raises AlreadyTakenOver, AlreadyClosed, SelfApproval, and Wrong for what cannot be any
    more: a month closed meanwhile, a number that another file has by now.
    """
    permission, action = SampangPermission.APPROVE_TAKEOVER, SampangAction.APPROVE_TAKEOVER
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        fund, row = held_fund(session), held_proposal(session, proposal_id)
        if row.approved_at is not None:
            raise AlreadyTakenOver(row)
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        takeover = takeover_of(row)
        require_right(act, fund, takeover, of=row.id)
        row.approved_by_id, row.approved_at = act.person.id, at
        _take_over(act, row, takeover.loans)
        act.close(subject_of(row), after={"loans": row.loans, "principal": row.principal})
        return row.loans


def takeover_of(row: TakeoverProposalRow) -> Takeover:
    """What a proposal would take over."""
    return Takeover(
        cut_off=row.cut_off,
        loans=tuple(from_plain(OldLoan, told) for told in row.told["loans"]),
        signed=from_plain(SignedBalance, row.signed),
        reason=row.reason,
        file_name=row.file_name,
    )


def _take_over(act: Act, row: TakeoverProposalRow, told: Sequence[OldLoan]) -> None:
    session = act.session
    files = [_file(act, row, one) for one in told]
    session.add_all(files)
    session.flush()
    left = [left_on_cut_off(one) for one in told]
    loans = [_loan(act, row, *each) for each in zip(files, told, left, strict=True)]
    session.add_all(loans)
    session.flush()
    _write_around(act, row, loans, told, left)
    entries = [
        LoanEntry(loan.id, taken_over(loan.principal, row.cut_off, one.number))
        for loan, one in zip(loans, told, strict=True)
    ]
    book_many(session, act.person, entries, act.at)
    keep_courses(session, [(None, _books(*each)) for each in zip(loans, files, left, strict=True)])
    for loan, one in zip(loans, told, strict=True):
        after = {"number": one.number, "principal": loan.principal, "taken_over": row.cut_off.isoformat()}
        act.note(Subject(SampangSubject.LOAN, loan.id), after=after)


def _file(act: Act, row: TakeoverProposalRow, told: OldLoan) -> ApplicationRow:
    file = ApplicationRow(
        number=told.number.strip(),
        status=Stage.DISBURSED,
        stage_since=act.at,
        version=0,
        entered_by_id=row.proposed_by_id,
        entered_at=row.proposed_at,
    )
    write_row(file, application_of(told))
    act.changed(file)
    return file


def _loan(
    act: Act, row: TakeoverProposalRow, file: ApplicationRow, told: OldLoan, left: Sequence[Row]
) -> LoanRow:
    terms = told.terms
    return LoanRow(
        application_id=file.id,
        principal=sum(one.principal for one in left),
        tenor=terms.tenor,
        grace=terms.grace,
        yearly_percent=(terms.rate or 0) // _HUNDREDTHS,
        method=terms.method or InterestMethod.FLAT,
        disbursed_on=terms.disbursed_on,
        rules_fingerprint="",
        taken_over_on=row.cut_off,
        due_from=add_months(terms.first_due.replace(day=1), -1),
        own_day=terms.monthly_day,
        requested_by_id=row.proposed_by_id,
        approved_by_id=act.person.id,
        at=act.at,
    )


def _books(loan: LoanRow, file: ApplicationRow, left: Sequence[Row]) -> LoanBooks:
    course = Course(loan.principal, loan.disbursed_on, left, (), loan.taken_over_on, loan.own_day)
    return LoanBooks(loan.id, file.district_code or "", course)


def _write_around(
    act: Act,
    row: TakeoverProposalRow,
    loans: Sequence[LoanRow],
    told: Sequence[OldLoan],
    left: Sequence[Sequence[Row]],
) -> None:
    """What belongs to the loans: instalments, the step, what was agreed, done and pledged."""
    session, by = act.session, {"by_person_id": act.person.id, "at": act.at}
    each = list(zip(loans, told, left, strict=True))
    write_rows(
        session, InstalmentRow, [one for loan, _, rows in each for one in instalment_rows(loan.id, rows)]
    )
    steps = [_step(row, one) | {"application_id": loan.application_id, **by} for loan, one, _ in each]
    write_rows(session, FileStepRow, steps)
    agreed = [
        {
            "loan_id": loan.id,
            "proposal_id": row.id,
            "number_form": number_form(one.number),
            "told": taken_over_told(one),
        }
        for loan, one, _ in each
    ]
    write_rows(session, TakenOverLoanRow, agreed)
    deeds = [{"loan_id": loan.id, **deed, **by} for loan, one, _ in each for deed in deed_rows(one)]
    write_rows(session, CollectionEntryRow, deeds)
    custody = [
        {"application_id": loan.application_id, "body": to_plain(line), **_UNJUDGED, **by}
        for loan, one, _ in each
        for line in custody_rows(one, row.cut_off)
    ]
    write_rows(session, CustodyEntryRow, custody)


_UNJUDGED = {"standing_good": None, "standing_reason": "", "examined": None}


def _step(row: TakeoverProposalRow, told: OldLoan) -> dict[str, object]:
    terms = told.terms
    agreed = OlderAgreement(
        cut_off=row.cut_off,
        principal=terms.principal,
        number=terms.agreement_number,
        signed_on=terms.agreed_on,
    )
    return {
        "seq": 1,
        "step": Step.TAKE_OVER.value,
        "from_stage": Stage.DISBURSED.value,
        "to_stage": Stage.DISBURSED.value,
        "on": row.cut_off,
        "note": "",
        "body": to_plain(agreed),
        "meeting_id": None,
        "attempt": 0,
    }
