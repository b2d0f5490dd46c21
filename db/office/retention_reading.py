"""What is due to be erased of a programme on a day, by the office's own settings, and what is held back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.closings import closed_of
from db.retention.touched import Ended, Records
from db.tables import ErasureHoldRow, ErasureLineRow, ErasureListRow, OfficeSettingRow
from db.wings import wing_of
from domain.closings import Closed
from domain.programme import Programme
from domain.retention.retention_kinds import Due, Kept, Outcome, RetentionKind
from domain.roles import OfficePermission, Person

READERS = (OfficePermission.PROPOSE_ERASURE, OfficePermission.APPROVE_ERASURE)
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Held:
    """Why something stays though it is due, until when, and who said so."""

    reason: str
    until: date
    by: str


@dataclass(frozen=True, slots=True)
class RetentionNow:
    """What a programme's settings say on a day: what is due, and why some of it is held back."""

    kept: tuple[Kept, ...]
    due: tuple[Due, ...]
    held: Mapping[Key, Held]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureLine:
    """One thing on a list; `name` as it stands now, which after the approval is no name any more."""

    kind: RetentionKind
    id: int
    number: str
    name: str
    event_on: date
    due_on: date
    pieces: int
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureList:
    """A list of a year as it was put forward, and how it ended if it did."""

    id: int
    year: int
    on: date
    reason: str
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    approved_by: str
    erased_at: datetime | None
    closed: Closed | None
    lines: tuple[ErasureLine, ...]

    @property
    def waits(self) -> bool:
        """Whether somebody still has to approve or return it."""
        return self.erased_at is None and self.closed is None


def retention_now(session: Session, actor: Person, programme: Programme, on: date) -> RetentionNow:
    """What is due on a day; of a kind that the office has not set nothing ever is."""
    authorise(session, actor, programme, *READERS)
    kept = kept_on(session, programme, on)
    return RetentionNow(kept, due_on(session, programme, kept, on), held_on(session, programme, on))


def erasure_lists(session: Session, actor: Person, programme: Programme) -> tuple[ErasureList, ...]:
    """Every list of a programme, the newest first."""
    authorise(session, actor, programme, *READERS)
    row = ErasureListRow
    query = select(row).where(row.programme == programme.key).order_by(row.id.desc())
    return tuple(_list(session, programme, one) for one in session.scalars(query))


def kept_on(session: Session, programme: Programme, on: date) -> tuple[Kept, ...]:
    """For how long each kind is kept on a day, as two people agreed."""
    row, wanted = OfficeSettingRow, {one.kind.setting: one.kind for one in records_of(programme)}
    query = (
        select(row.parameter, row.value, row.since)
        .where(row.programme == programme.key, row.parameter.in_(wanted), row.since <= on)
        .where(row.approved_at.is_not(None))
        .order_by(row.since, row.approved_at, row.id)
    )
    found: dict[str, tuple[int, date]] = {
        one.parameter: (int(one.value), one.since) for one in session.execute(query)
    }
    return tuple(Kept(kind, *found.get(setting, (None, None))) for setting, kind in wanted.items())


def due_on(session: Session, programme: Programme, kept: Sequence[Kept], on: date) -> tuple[Due, ...]:
    """What is due, the longest due first; what was erased before is not due again."""
    by_kind = {one.kind.key: one for one in records_of(programme)}
    gone = _gone(session, programme)
    found: list[Due] = []
    for one in kept:
        if one.length is not None:
            ended = Ended(one.kind, one.length, one.kind.last_event(on, one.length), on)
            found += by_kind[one.kind.key].due(session, programme, ended)
    still = (one for one in found if one.id == 0 or one.key not in gone)
    return tuple(sorted(still, key=lambda one: (one.due_on, one.kind, one.id)))


def held_on(session: Session, programme: Programme, on: date) -> dict[Key, Held]:
    """What is held back on a day: the newest word on each thing counts."""
    row = ErasureHoldRow
    query = select(row).where(row.programme == programme.key).order_by(row.id)
    newest = {(one.kind, one.subject_id): one for one in session.scalars(query)}
    return {key: Held(one.reason, one.until, one.by.name) for key, one in newest.items() if one.until >= on}


def records_of(programme: Programme) -> Sequence[Records]:
    """The kinds of records that a programme keeps."""
    return wing_of(programme).records()


def _gone(session: Session, programme: Programme) -> set[Key]:
    line = ErasureLineRow
    query = select(line.kind, line.subject_id).join(ErasureListRow, ErasureListRow.id == line.list_id)
    query = query.where(ErasureListRow.programme == programme.key, line.outcome == Outcome.ERASED)
    return {(one.kind, one.subject_id) for one in session.execute(query)}


def _list(session: Session, programme: Programme, row: ErasureListRow) -> ErasureList:
    return ErasureList(
        id=row.id,
        year=row.year,
        on=row.on,
        reason=row.reason,
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        erased_at=row.erased_at,
        closed=closed_of(row),
        lines=_lines(session, programme, row),
    )


def _lines(session: Session, programme: Programme, row: ErasureListRow) -> tuple[ErasureLine, ...]:
    by_kind = {one.kind.key: one for one in records_of(programme)}
    names: dict[Key, str] = {}
    for key, records in by_kind.items():
        ids = [one.subject_id for one in row.lines if one.kind == key]
        names |= {(key, number): name for number, name in records.named(session, ids).items()}
    return tuple(_line(by_kind, names, one) for one in row.lines)


def _line(by_kind: Mapping[str, Records], names: Mapping[Key, str], one: ErasureLineRow) -> ErasureLine:
    told: dict[str, Any] = {name: getattr(one, name) for name in ("number", "event_on", "due_on", "pieces")}
    return ErasureLine(
        kind=by_kind[one.kind].kind,
        id=one.subject_id,
        name=names.get((one.kind, one.subject_id), ""),
        outcome=None if one.outcome is None else Outcome(one.outcome),
        **told,
    )
