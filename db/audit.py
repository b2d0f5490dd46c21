"""The trail of changes: who, when, what, before and after, in the same transaction as the change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.bulk import write_rows
from db.engine import require_write
from db.plain import Plain
from db.tables import AuditRow
from db.trail import Action, Subject
from db.wings import Wing, wing_of
from domain.identity import mask_number
from domain.programme import Programme
from domain.roles import OfficePermission, Person

_IDENTITY_NUMBERS: Final = frozenset({"nik", "npwp", "spouse_nik", "phone"})
_MOST_ENTRIES: Final = 500


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail; `before` and `after` hold only what changed, by dotted path."""

    id: int
    at: datetime
    person_name: str
    action: Action
    subject: Subject
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def record(
    session: Session,
    person: Person | None,
    programme: Programme | None,
    action: Action,
    subject: Subject,
    at: datetime,
    *,
    before: Plain | None = None,
    after: Plain | None = None,
) -> None:
    """Add one line, with numbers of people masked; without a person it was the program's set-up.

    Without a programme it belongs to the whole installation.
    """
    require_write(session)
    session.add(AuditRow(**_line(person, programme, action, subject, at, before, after)))
    session.flush()


def record_new(
    session: Session,
    person: Person,
    programme: Programme,
    action: Action,
    new: Iterable[tuple[Subject, Plain]],
    at: datetime,
) -> None:
    """Add a line for each of many things that were not there before, by one statement."""
    require_write(session)
    lines = [_line(person, programme, action, subject, at, None, after) for subject, after in new]
    write_rows(session, AuditRow, lines)


def _line(
    person: Person | None,
    programme: Programme | None,
    action: Action,
    subject: Subject,
    at: datetime,
    before: Plain | None,
    after: Plain | None,
) -> dict[str, Any]:
    was, became = dict(_flat(before)), dict(_flat(after))
    changed = [path for path in {**was, **became} if was.get(path) != became.get(path)]
    return {
        "at": at,
        "person_id": person.id if person else None,
        "person_name": person.name if person else "penyiapan program",
        "programme": programme.key if programme else None,
        "action": action,
        "subject_kind": subject.kind,
        "subject_id": subject.id,
        "before": None if before is None else _masked(was, changed),
        "after": None if after is None else _masked(became, changed),
    }


def history(
    session: Session,
    actor: Person,
    programme: Programme,
    subject: Subject | None = None,
    *,
    limit: int = 100,
) -> tuple[AuditEntry, ...]:
    """List the newest lines of a programme first, of one thing or of all."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    query = (
        select(AuditRow)
        .where(AuditRow.programme == programme.key)
        .order_by(AuditRow.id.desc())
        .limit(min(limit, _MOST_ENTRIES))
    )
    if subject:
        query = query.where(AuditRow.subject_kind == subject.kind, AuditRow.subject_id == subject.id)
    return tuple(entry_of(row, wing_of(programme)) for row in session.scalars(query))


def entry_of(row: AuditRow, wing: Wing) -> AuditEntry:
    """A line of the trail with the words of its programme."""
    return AuditEntry(
        id=row.id,
        at=row.at,
        person_name=row.person_name,
        action=wing.action(row.action),
        subject=Subject(wing.subject(row.subject_kind), row.subject_id),
        before=row.before,
        after=row.after,
    )


def _flat(plain: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(plain, Mapping | list):
        entries = plain.items() if isinstance(plain, Mapping) else enumerate(plain)
        for key, entry in entries:
            yield from _flat(entry, f"{path}.{key}" if path else str(key))
    elif plain is not None:
        yield path, plain


def _masked(values: Mapping[str, Any], changed: list[str]) -> Plain:
    return {
        path: mask_number(values[path]) if path.split(".")[-1] in _IDENTITY_NUMBERS else values[path]
        for path in changed
        if path in values
    }
