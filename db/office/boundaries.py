"""Verbs for official boundaries that the office loads in place of the approximate ones."""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, undefer

from db.limits import require_text
from db.refusals import Wrong
from db.tables import BoundaryFileRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import Act, verb
from domain.problems import Problem
from domain.programme import Programme
from domain.regions.official_boundaries import OfficialBoundaries, read_boundaries
from domain.regions.regions import Regency
from domain.roles import OfficePermission, Person
from domain.typed import FileName


@dataclass(frozen=True, slots=True)
class LoadedBoundaries:
    """The boundaries that the office loaded last, with their file's name, who loaded it and when."""

    boundaries: OfficialBoundaries
    name: str
    by: str
    at: datetime


def load_boundaries(
    session: Session,
    actor: Person,
    programme: Programme,
    name: FileName,
    data: bytes,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Keep a checked GeoJSON of a programme's regency; raises Wrong for a file that cannot be used."""
    with _loading(session, actor, programme, nonce, at) as act:
        if act.earlier:
            return
        require_text(FileName, name, "name")
        read = read_boundaries(data, programme.regency)
        if isinstance(read, Problem):
            raise Wrong((read,))
        _keep(act, name, data)


def drop_boundaries(
    session: Session, actor: Person, programme: Programme, *, nonce: str, at: datetime
) -> None:
    """Go back to the approximate boundaries; what was loaded stays in the history."""
    with _loading(session, actor, programme, nonce, at) as act:
        if not act.earlier:
            _keep(act, "batas pendekatan", None)


def boundaries_in_use(session: Session, regency: Regency) -> int:
    """The number of what the office loaded last, or 0; it changes whenever the boundaries do.

    Open to everybody, without asking who, like the boundaries themselves.
    """
    newest = select(func.max(BoundaryFileRow.id)).where(BoundaryFileRow.regency_code == regency.code)
    return session.scalar(newest) or 0


def loaded_boundaries(session: Session, regency: Regency) -> LoadedBoundaries | None:
    """The official boundaries in use; None while the approximate ones are.

    Open to everybody, without asking who: every map draws them, and says whose they are.
    """
    query = (
        select(BoundaryFileRow)
        .where(BoundaryFileRow.regency_code == regency.code)
        .order_by(BoundaryFileRow.id.desc())
        .limit(1)
        .options(joinedload(BoundaryFileRow.by), undefer(BoundaryFileRow.data))
    )
    row = session.scalars(query).one_or_none()
    if row is None or row.data is None:
        return None
    read = read_boundaries(row.data, regency)
    if isinstance(read, Problem):
        return None  # a file that a later version of the checks no longer accepts
    return LoadedBoundaries(read, row.name, row.by.name, row.at)


def _loading(
    session: Session, actor: Person, programme: Programme, nonce: str, at: datetime
) -> AbstractContextManager[Act]:
    permission, action = OfficePermission.LOAD_BOUNDARIES, OfficeAction.LOAD_BOUNDARIES
    return verb(session, actor, programme, permission, action, nonce=nonce, at=at)


def _keep(act: Act, name: str, data: bytes | None) -> None:
    row = BoundaryFileRow(
        programme=act.programme.key,
        regency_code=act.programme.regency.code,
        name=name,
        sha256=hashlib.sha256(data or b"").hexdigest(),
        data=data,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    after = {"regency": row.regency_code, "name": name, "sha256": row.sha256}
    act.close(Subject(OfficeSubject.BOUNDARIES, row.id), after=after)
