"""Verb that proposes a logo for an office's papers: kept under its digest, which is the setting's value."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from db.office.settings import propose_setting
from db.refusals import Wrong
from db.tables import LogoRow
from domain.logo import logo_from
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.office_proposals import SettingProposed
from domain.regulation.parameter import Parameter, Unit
from domain.roles import Person


def propose_logo(
    session: Session,
    actor: Person,
    programme: Programme,
    parameter: Parameter,
    brought: bytes,
    proposed: SettingProposed,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose a logo, drawn anew from what was brought; give the proposal's number. Wrong for no picture.

    A second person approves it like every setting of the office.
    """
    if parameter.unit is not Unit.IMAGE:
        raise ValueError(f"{parameter.key} is no picture")
    drawn = logo_from(brought)
    if isinstance(drawn, Problem):
        raise Wrong([drawn])
    key = sha256(drawn).hexdigest()
    number = propose_setting(session, actor, programme, parameter, key, proposed, nonce=nonce, at=at)
    if session.get(LogoRow, key) is None:
        session.add(LogoRow(sha256=key, data=drawn, by_person_id=actor.id, at=at))
        session.flush()
    return number


def logo_bytes(session: Session, key: str) -> bytes:
    """The logo of a setting's value, for papers that everybody may read; empty where none is kept."""
    row = session.get(LogoRow, key) if key else None
    return row.data if row else b""
