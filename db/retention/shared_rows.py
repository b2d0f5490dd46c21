"""The rows that every programme keeps beside its own: the trail, photos and scans, reasons given twice."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, or_, select
from sqlalchemy.orm import aliased

from db.retention.touched import Touched
from db.tables import AuditRow, EvidenceBytesRow, EvidenceRow, EvidenceWithdrawalRow, RecordedAgainRow
from db.trail import OfficeAction
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
    yield from asked_for(programme, subjects)


def asked_for(programme: Programme, subjects: Subjects) -> Iterator[Touched]:
    """The lines on own records that were asked for: they name no subject, but stand beside those that do."""
    row, about = AuditRow, aliased(AuditRow)
    action = OfficeAction.OWN_RECORD
    same = and_(about.programme == programme.key, about.action == action, about.at == row.at)
    found = select(about.id).where(same, about.person_id == row.person_id, _one_of(about, subjects)).exists()
    yield Touched(row, and_(row.programme == programme.key, row.action == action, row.subject_id == 0, found))


def in_lines_of_files(
    programme: Programme,
    kind: str,
    files: Mapping[int, Collection[int]],
    field: str,
    own: Mapping[str, Any],
) -> Iterator[Touched]:
    """What the trail of a file that came in says of some of its rows, by the numbers in a field of the line.

    `own` gives other fields, and the values of them with which a line is about these rows alone.
    """
    row = AuditRow
    for file, numbers in files.items():
        is_about = partial(_names_rows, field=field, numbers=numbers, own=own)
        line = and_(row.programme == programme.key, row.subject_kind == kind, row.subject_id == file)
        yield Touched(row, line, is_about=is_about)


def _names_rows(
    line: Mapping[str, Any], *, field: str, numbers: Collection[int], own: Mapping[str, Any]
) -> bool:
    if any(line.get(one) in values for one, values in own.items()):
        return True
    return any(key.startswith(f"{field}.") and value in numbers for key, value in line.items())


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


def _one_of(row: Any, subjects: Subjects) -> ColumnElement[bool]:
    return or_(*(and_(row.subject_kind == kind, row.subject_id.in_(ids)) for kind, ids in subjects.items()))
