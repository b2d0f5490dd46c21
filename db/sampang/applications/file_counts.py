"""How many files there are, kept by stage, kind, kecamatan and verdict, so that no list counts them all.

Whatever changes one of these in a file is counted at the end of its transaction, in the order of the keys:
two transactions never wait for each other in a circle.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import Table, delete, event, func, insert, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, object_session

from db.engine import require_write
from db.tables import ApplicationRow, FileCountRow

COUNTED_BY: Final = ("status", "kind", "district_code", "verdict")
_CHANGES: Final = "file counts"
_TABLE: Final = cast(Table, FileCountRow.__table__)
Key = tuple[str, ...]


def kept_counts(session: Session) -> Mapping[Key, int]:
    """The counts as they are kept; what none is left of is left out."""
    found = session.execute(select(_TABLE).where(FileCountRow.files != 0))
    return {tuple(getattr(row, name) for name in COUNTED_BY): row.files for row in found}


def counts_anew(session: Session) -> Mapping[Key, int]:
    """The same, counted in the files themselves."""
    columns = [getattr(ApplicationRow, name) for name in COUNTED_BY]
    found = session.execute(select(*columns, func.count()).group_by(*columns))
    return {tuple(one or "" for one in key): files for *key, files in found}


def count_anew(session: Session) -> None:
    """Write the counts anew, for whoever has changed files past the object mapper."""
    require_write(session)
    session.execute(delete(FileCountRow))
    counted = [
        {**dict(zip(COUNTED_BY, key, strict=True)), "files": files}
        for key, files in counts_anew(session).items()
    ]
    if counted:
        session.execute(insert(_TABLE), counted)


def count_changes() -> None:
    """From now on count every change of a file that goes through the object mapper."""
    event.listen(ApplicationRow, "after_insert", _added)
    event.listen(ApplicationRow, "after_update", _changed)
    event.listen(Session, "before_commit", _keep)
    event.listen(Session, "after_rollback", _forget)


def _added(_mapper: Any, _connection: Any, row: ApplicationRow) -> None:
    _changes(row)[_key(row)] += 1


def _changed(_mapper: Any, _connection: Any, row: ApplicationRow) -> None:
    changes, past = _changes(row), {}
    for name in COUNTED_BY:
        if before := inspect(row).attrs[name].history.deleted:
            past[name] = before[0]
    if past:
        changes[_key(row, past)] -= 1
        changes[_key(row)] += 1


def _key(row: ApplicationRow, past: Mapping[str, str | None] | None = None) -> Key:
    # A column of the key is never null.
    return tuple(str((past or {}).get(name, getattr(row, name)) or "") for name in COUNTED_BY)


def _changes(row: ApplicationRow) -> Counter[Key]:
    session = object_session(row)
    if session is None:
        raise RuntimeError("a file is written in a session")
    found: Counter[Key] = session.info.setdefault(_CHANGES, Counter())
    return found


def _keep(session: Session) -> None:
    if session.info.get("writes"):
        session.flush()
    changes: Counter[Key] = session.info.pop(_CHANGES, Counter())
    rows = [
        {**dict(zip(COUNTED_BY, key, strict=True)), "files": files}
        for key, files in sorted(changes.items())
        if files
    ]
    if rows:
        session.execute(_ADD[session.get_bind().dialect.name], rows)


def _forget(session: Session) -> None:
    session.info.pop(_CHANGES, None)


def _adding(insert_: Any) -> Any:
    statement = insert_(_TABLE)
    added = {"files": _TABLE.c.files + statement.excluded.files}
    return statement.on_conflict_do_update(index_elements=list(_TABLE.primary_key), set_=added)


_ADD: Final = {"postgresql": _adding(postgresql.insert), "sqlite": _adding(sqlite.insert)}
