"""Proposals of the office's own decisions: what is proposed, by whom, and how they are approved or closed."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeVar, cast

from sqlalchemy import select

from db.closings import close_proposal, closed_of, is_pressed_again, require_not_closed
from db.limits import require_text
from db.refusals import AlreadyApproved, NotFound, SelfApproval, Wrong
from db.tables import OfficeSettingRow, ReadingSettlementRow
from db.trail import OfficeSubject, Subject
from db.verbs import Act
from domain.closings import Closed, Closing, ClosingReason
from domain.regions.business_counts import counts_from, faults_of
from domain.regulation.parameter import Parameter, Unit, Value, exact
from domain.typed import Line

Row = OfficeSettingRow | ReadingSettlementRow
R = TypeVar("R", OfficeSettingRow, ReadingSettlementRow)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal that waits for approval, or was closed: `key` is a parameter's or an interpretation's."""

    subject: Subject
    key: str
    value: Value
    since: date
    decree: str
    reason: str
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    closed: Closed | None = None


def proposal(row: Row) -> Proposal:
    """Read a proposal from its row."""
    if isinstance(row, OfficeSettingRow):
        key, since, decree = row.parameter, row.since, ""
    else:
        key, since, decree = row.interpretation, row.on, row.decree
    return Proposal(
        subject=subject_of(row),
        key=key,
        value=value_of(row),
        since=since,
        decree=decree,
        reason=row.reason,
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        closed=closed_of(row),
    )


def content_of(row: Row) -> dict[str, Any]:
    """What is proposed, as plain values for the trail."""
    if isinstance(row, OfficeSettingRow):
        return {"parameter": row.parameter, "value": row.value, "since": row.since.isoformat()}
    return {
        "interpretation": row.interpretation,
        "reading": row.reading,
        "on": row.on.isoformat(),
        "decree": row.decree,
    }


def subject_of(row: Row) -> Subject:
    """The proposal as the subject of a line in the trail."""
    if isinstance(row, OfficeSettingRow):
        return Subject(OfficeSubject.OFFICE_SETTING, row.id)
    return Subject(OfficeSubject.READING_SETTLEMENT, row.id)


def value_of(row: Row) -> Value:
    """The proposed value, or the letter of the proposed reading."""
    if isinstance(row, ReadingSettlementRow):
        return row.reading
    return tuple(row.value) if isinstance(row.value, list) else cast(Value, row.value)


def approve(act: Act, table: type[R], proposal_id: int) -> R:
    """Approve a proposal of a programme, held against other writers; the maker is never the approver."""
    row = _held_unapproved(act, table, proposal_id)
    require_not_closed(row)
    if row.proposed_by_id == act.person.id:
        raise SelfApproval
    row.approved_by_id, row.approved_at = act.person.id, act.at
    return row


def close(act: Act, subject: Subject, how: Closing, why: ClosingReason) -> None:
    """Close a proposal of a programme that nobody approved, with its line in the trail."""
    is_setting = subject.kind is OfficeSubject.OFFICE_SETTING
    row: Row = (
        _held_unapproved(act, OfficeSettingRow, subject.id)
        if is_setting
        else _held_unapproved(act, ReadingSettlementRow, subject.id)
    )
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(subject, before=content_of(row), after={"closed": str(how), "reason": why.reason})


def _held_unapproved(act: Act, table: type[R], proposal_id: int) -> R:
    wanted = (table.id == proposal_id, table.programme == act.programme.key)
    query = select(table).where(*wanted).with_for_update()
    row = act.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Usulan ini")
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    return row


_DIGEST = re.compile(r"[0-9a-f]{64}")


def check_value(parameter: Parameter, value: Value, regency: str) -> None:
    """Raise ValueError for a parameter of the law, or a value that it cannot take; Wrong for typed ones."""
    if not parameter.office_setting:
        raise ValueError(f"{parameter.key} is set by law, not by the office")
    if parameter.choices or parameter.unit is Unit.CHOICE:
        if value not in dict(parameter.choices):
            raise ValueError(f"{parameter.key} has no choice {value}")
        return
    if parameter.unit is Unit.IMAGE:
        if not (isinstance(value, str) and _DIGEST.fullmatch(value)):
            raise ValueError(f"{parameter.key} needs the digest of a picture")
        return
    if parameter.unit is Unit.BY_DISTRICT:
        _check_counts(parameter, value, regency)
        return
    if parameter.unit is Unit.TEXT:
        if not isinstance(value, str):
            raise ValueError(f"{parameter.key} needs words")
        require_text(Line(parameter.label), value, "value")
        return
    if parameter.decimals and isinstance(value, str):
        _check_rate(parameter, exact(value))
        return
    for number in value if isinstance(value, tuple) else (value,):
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            raise ValueError(f"{parameter.key} needs whole numbers from 0 up")
        if parameter.largest is not None and number > parameter.largest:
            raise ValueError(f"{parameter.key} is at most {parameter.largest}")
        if number < parameter.least:
            raise ValueError(f"{parameter.key} is at least {parameter.least}")


def _check_counts(parameter: Parameter, value: Value, regency: str) -> None:
    counts = counts_from(value) if isinstance(value, str) else None
    if counts is None:
        raise ValueError(f"{parameter.key} needs counts by kecamatan")
    if faults := faults_of(counts, regency):
        raise Wrong(faults)


def _check_rate(parameter: Parameter, rate: Fraction | None) -> None:
    if rate is None or (rate * 10**parameter.decimals).denominator != 1:
        raise ValueError(f"{parameter.key} needs at most {parameter.decimals} decimals")
    if parameter.largest is not None and rate > parameter.largest:
        raise ValueError(f"{parameter.key} is at most {parameter.largest}")
