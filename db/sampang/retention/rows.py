"""Every row in which something of an applicant or a borrower stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from db.retention.shared_rows import beside, in_lines_of_files, mentioned, said_again
from db.retention.touched import Touched
from db.sampang.trail import SampangSubject as Kind
from db.tables import (
    ApplicationRow,
    BankRowRow,
    BoardEntryRow,
    CollateralRow,
    CollectionEntryRow,
    CustodyEntryRow,
    FileStepRow,
    IssuedPaperRow,
    JournalEntryRow,
    JudgementRow,
    LoanRow,
    OfferedThingRow,
    PaperToSignRow,
    ReceiptRow,
    RedListEntryRow,
    ReversalProposalRow,
    SettlementQuoteRow,
    SurveyFindingRow,
    TakenOverLoanRow,
    TakeoverProposalRow,
    UseOfFundsRow,
    WriteOffProposalRow,
)
from domain.sampang.programme import SAMPANG

_OF_FILE = (
    BoardEntryRow, CollateralRow, CustodyEntryRow, FileStepRow, JudgementRow, OfferedThingRow, PaperToSignRow,
    ReceiptRow, SurveyFindingRow,
)  # fmt: skip
_OF_LOAN = (
    CollectionEntryRow, JournalEntryRow, RedListEntryRow, SettlementQuoteRow, TakenOverLoanRow, UseOfFundsRow,
    WriteOffProposalRow,
)  # fmt: skip


def rows_of_files(session: Session, ids: Collection[int]) -> Sequence[Touched]:
    """The rows of applications, with all that came of them."""
    named = session.execute(
        select(ApplicationRow.id, ApplicationRow.number).where(ApplicationRow.id.in_(ids))
    )
    numbers = [number for _, number in named]
    loans = session.scalars(select(LoanRow.id).where(LoanRow.application_id.in_(ids))).all()
    return (
        Touched(ApplicationRow, ApplicationRow.id.in_(ids)),
        *(Touched(row, row.application_id.in_(ids)) for row in _OF_FILE),
        *_papers(ids),
        *_of_loans(loans, numbers),
        *_in_bank_files(session, loans, numbers),
        *beside(SAMPANG, _subjects(ids, loans)),
        *said_again({"application": ids, "loan": loans, "journal_entry": _entries(loans)}),
        *mentioned(SAMPANG, numbers),
    )


def _papers(ids: Collection[int]) -> Iterator[Touched]:
    """What went out for them, and for the meetings that decided on them: those papers tell of each file."""
    paper, step = IssuedPaperRow, FileStepRow
    meetings = select(step.meeting_id).where(step.application_id.in_(ids), step.meeting_id.is_not(None))
    yield Touched(paper, or_(paper.application_id.in_(ids), paper.meeting_id.in_(meetings)))


def _of_loans(loans: Collection[int], numbers: Collection[str]) -> Iterator[Touched]:
    yield from (Touched(row, row.loan_id.in_(loans)) for row in _OF_LOAN)
    yield Touched(ReversalProposalRow, ReversalProposalRow.entry_id.in_(_entries(loans)))
    bank, told = BankRowRow, frozenset(numbers)
    yield Touched(bank, or_(bank.loan_id.in_(loans), bank.number.in_(numbers)))
    yield Touched(bank, or_(*(bank.reason.contains(one, autoescape=True) for one in numbers)), mentions=told)
    row, taken = TakeoverProposalRow, TakenOverLoanRow
    proposals = select(taken.proposal_id).where(taken.loan_id.in_(loans))
    yield Touched(row, row.id.in_(proposals), is_about=lambda body: _is_old_loan(body, told))


def _in_bank_files(session: Session, loans: Collection[int], numbers: Collection[str]) -> Iterator[Touched]:
    """Why somebody chose or put aside a row of a bank's file, as the trail of the file tells it."""
    row, lines = BankRowRow, dict[int, set[int]]()
    theirs = or_(row.loan_id.in_(loans), row.number.in_(numbers))
    for file, line in session.execute(select(row.file_id, row.line).where(theirs)):
        lines.setdefault(file, set()).add(line)
    return in_lines_of_files(SAMPANG, Kind.BANK_FILE, lines, "aside", {"loan": loans})


def _is_old_loan(body: Mapping[str, Any], numbers: Collection[str]) -> bool:
    return "applicant" in body and body.get("number") in numbers


def _entries(loans: Collection[int]) -> Select[Any]:
    return select(JournalEntryRow.id).where(JournalEntryRow.loan_id.in_(loans))


def _subjects(ids: Collection[int], loans: Collection[int]) -> Mapping[str, Any]:
    """What the trail calls them."""
    paper, listed, off = IssuedPaperRow, RedListEntryRow, WriteOffProposalRow
    return {
        **dict.fromkeys((Kind.APPLICATION, Kind.SURVEY, Kind.APPLICATION_PAPER), ids),
        **dict.fromkeys((Kind.LOAN, Kind.USE_OF_FUNDS), loans),
        Kind.JOURNAL_ENTRY: _entries(loans),
        Kind.PAPER: select(paper.id).where(paper.application_id.in_(ids)),
        Kind.RED_LIST: select(listed.id).where(listed.loan_id.in_(loans)),
        Kind.WRITE_OFF_PROPOSAL: select(off.id).where(off.loan_id.in_(loans)),
    }
