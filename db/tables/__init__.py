"""Every table of the store; importing this package makes the metadata complete."""

from db.tables.applications import (
    ApplicationRow,
    CollateralRow,
    JudgementRow,
    PaperRow,
    ReceiptRow,
)
from db.tables.base import Base
from db.tables.fund import (
    FundRow,
    InstalmentRow,
    JournalEntryRow,
    LoanRow,
    PostingRow,
    ReversalProposalRow,
)
from db.tables.lending import (
    CustodyEntryRow,
    FileStepRow,
    IssuedPaperRow,
    MeetingRow,
    SurveyFindingRow,
)
from db.tables.mentoring import (
    AssignmentRow,
    BoundaryFileRow,
    CandidateRecordRow,
    CandidateRow,
    ClientRow,
    HandoverLineRow,
    HandoverRow,
    SelectionRoundRow,
    StaffRecordRow,
    StaffRow,
    WeekPlanRow,
)
from db.tables.office import (
    AuditRow,
    CounterRow,
    MarkerRow,
    PersonRoleRow,
    PersonRow,
    SubmissionRow,
)
from db.tables.practice import OfficeSettingRow, ReadingSettlementRow

__all__ = [
    "AssignmentRow",
    "BoundaryFileRow",
    "CandidateRecordRow",
    "CandidateRow",
    "ClientRow",
    "HandoverLineRow",
    "HandoverRow",
    "SelectionRoundRow",
    "StaffRecordRow",
    "StaffRow",
    "WeekPlanRow",
    "ApplicationRow",
    "AuditRow",
    "Base",
    "CollateralRow",
    "CounterRow",
    "JudgementRow",
    "MarkerRow",
    "CustodyEntryRow",
    "FileStepRow",
    "FundRow",
    "InstalmentRow",
    "IssuedPaperRow",
    "JournalEntryRow",
    "LoanRow",
    "MeetingRow",
    "PostingRow",
    "ReversalProposalRow",
    "SurveyFindingRow",
    "OfficeSettingRow",
    "PaperRow",
    "PersonRoleRow",
    "PersonRow",
    "ReadingSettlementRow",
    "ReceiptRow",
    "SubmissionRow",
]
