"""Verbs for official boundaries that the office loads in place of the approximate ones."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, undefer

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_text
from db.refusals import Wrong
from db.tables import BoundaryFileRow
from domain.problems import Problem
from domain.regions.official_boundaries import OfficialBoundaries, read_boundaries
from domain.regions.regions import Regency
from domain.roles import Permission, Person
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
    regency: Regency,
    name: FileName,
    data: bytes,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Keep a checked GeoJSON of a regency; raises Wrong with the sentence for a file that cannot be used."""
    require_write(session)
    person = authorise(session, actor, Permission.LOAD_BOUNDARIES)
    require_text(FileName, name, "name")
    read = read_boundaries(data, regency)
    if isinstance(read, Problem):
        raise Wrong((read,))
    _keep(session, person, regency, name, data, nonce=nonce, at=at)


def drop_boundaries(session: Session, actor: Person, regency: Regency, *, nonce: str, at: datetime) -> None:
    """Go back to the approximate boundaries; what was loaded stays in the history."""
    require_write(session)
    person = authorise(session, actor, Permission.LOAD_BOUNDARIES)
    _keep(session, person, regency, "batas pendekatan", None, nonce=nonce, at=at)


def boundaries_in_use(session: Session, regency: Regency) -> int:
    """The number of what the office loaded last, or 0; it changes whenever the boundaries do."""
    newest = select(func.max(BoundaryFileRow.id)).where(BoundaryFileRow.regency_code == regency.code)
    return session.scalar(newest) or 0


def loaded_boundaries(session: Session, regency: Regency) -> LoadedBoundaries | None:
    """The official boundaries in use; None while the approximate ones are."""
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


def _keep(
    session: Session,
    person: Person,
    regency: Regency,
    name: str,
    data: bytes | None,
    *,
    nonce: str,
    at: datetime,
) -> None:
    if submissions.claim(session, person, Action.LOAD_BOUNDARIES, nonce, at):
        return
    row = BoundaryFileRow(
        regency_code=regency.code,
        name=name,
        sha256=hashlib.sha256(data or b"").hexdigest(),
        data=data,
        by_person_id=person.id,
        at=at,
    )
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    after = {"regency": regency.code, "name": name, "sha256": row.sha256}
    subject = Subject(SubjectKind.BOUNDARIES, row.id)
    audit.record(session, person, Action.LOAD_BOUNDARIES, subject, at, after=after)
