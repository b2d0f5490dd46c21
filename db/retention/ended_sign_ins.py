"""Sign-ins that ended long ago: nobody is named, and the rows themselves go."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from db.retention.touched import Ended, Records, Touched
from db.tables import PersonRoleRow, SignInRow
from db.trail import OfficeSubject
from domain.dates import JAKARTA
from domain.programme import Programme
from domain.retention.retention_kinds import SIGN_INS, Due

_ROW: Final = SignInRow


def ended_sign_ins(programme: Programme, ended: Ended) -> ColumnElement[bool]:
    """The sign-ins of a programme's people that were over by the end of a day."""
    by = datetime.combine(ended.last, time.max, tzinfo=JAKARTA)
    people = select(PersonRoleRow.person_id).where(PersonRoleRow.programme == programme.key)
    over = or_(_ROW.ended_at <= by, _ROW.ends_at <= by, _ROW.idle_ends_at <= by)
    return and_(over, _ROW.person_id.in_(people))


def _due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    query = select(func.count(_ROW.id)).where(ended_sign_ins(programme, ended))
    rows = session.scalar(query) or 0
    return [ended.due(0, "", SIGN_INS.label, ended.last, rows)] if rows else []


def _named(session: Session, ids: Collection[int]) -> Mapping[int, str]:
    return dict.fromkeys(ids, SIGN_INS.label)


def _touched(session: Session, ids: Collection[int]) -> Sequence[Touched]:
    return ()


SIGN_IN_RECORDS: Final = Records(SIGN_INS, OfficeSubject.PERSON, _due, _named, _touched)
