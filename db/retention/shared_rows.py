"""The rows that every programme keeps beside its own: the trail, photos and scans, reasons given twice."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, or_, select

from db.retention.touched import Touched
from db.tables import AuditRow, EvidenceBytesRow, EvidenceRow, EvidenceWithdrawalRow, RecordedAgainRow
from domain.programme import Programme

Subjects = Mapping[str, Any]
"""By kind of subject the numbers, as a list or as a query."""


def beside(programme: Programme, subjects: Subjects) -> Iterator[Touched]:
    """The trail of some subjects, and the photos and scans beside them."""
    audit, photo = AuditRow, EvidenceRow
    yield Touched(audit, and_(audit.programme == programme.key, _one_of(audit, subjects)))
    theirs = and_(photo.programme == programme.key, _one_of(photo, subjects))
    numbers = select(photo.id).where(theirs)
    yield Touched(EvidenceBytesRow, EvidenceBytesRow.evidence_id.in_(numbers))
    yield Touched(EvidenceWithdrawalRow, EvidenceWithdrawalRow.evidence_id.in_(numbers))
    yield Touched(photo, theirs)


def said_again(rows: Mapping[str, Any]) -> Iterator[Touched]:
    """Why rows of some tables were recorded though others resembled them."""
    row = RecordedAgainRow
    wanted = [and_(row.in_table == table, row.row_id.in_(ids)) for table, ids in rows.items()]
    yield Touched(row, or_(*wanted))


def mentioned(programme: Programme, numbers: Sequence[str]) -> Iterator[Touched]:
    """What tells of some numbers beside somebody else's record: that it resembles theirs."""
    again, audit, told = RecordedAgainRow, AuditRow, frozenset(numbers)
    yield Touched(again, _has(again.resembles, numbers), mentions=told)
    lines = and_(audit.programme == programme.key, cast(audit.after, Text).contains("resembles"))
    yield Touched(audit, and_(lines, _has(audit.after, numbers)), mentions=told)


def _has(column: Any, numbers: Sequence[str]) -> ColumnElement[bool]:
    # JSON of Python writes nothing but a quote and a backslash otherwise than it is.
    return or_(*(cast(column, Text).contains(one, autoescape=True) for one in numbers))


def _one_of(row: type[AuditRow] | type[EvidenceRow], subjects: Subjects) -> ColumnElement[bool]:
    return or_(*(and_(row.subject_kind == kind, row.subject_id.in_(ids)) for kind, ids in subjects.items()))
