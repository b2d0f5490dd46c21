"""Every table of the store; importing this package makes the metadata complete."""

from db.tables.applications import (
    ApplicationRow,
    CollateralRow,
    JudgementRow,
    PaperRow,
    ReceiptRow,
)
from db.tables.base import Base
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
    "ApplicationRow",
    "AuditRow",
    "Base",
    "CollateralRow",
    "CounterRow",
    "JudgementRow",
    "MarkerRow",
    "OfficeSettingRow",
    "PaperRow",
    "PersonRoleRow",
    "PersonRow",
    "ReadingSettlementRow",
    "ReceiptRow",
    "SubmissionRow",
]
