"""The baseline of a binaan: what each indicator was when the mentoring began (Pasal 2 ayat (2))."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.caseload.standing import stand_anew
from db.engine import require_write
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import IndicatorReadingRow
from domain.blitar.caseload.indicators import indicators_of
from domain.blitar.field_checks import day_problems
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.visiting.visit import IndicatorChange
from domain.blitar.visiting.visit_checks import value_problems
from domain.dates import JAKARTA
from domain.roles import Permission, Person


def record_baseline(
    session: Session,
    actor: Person,
    client_id: int,
    values: Sequence[IndicatorChange],
    *,
    on: date,
    nonce: str,
    at: datetime,
) -> int:
    """Record baseline values; a later one for the same indicator corrects it, and the earlier one stays.

    Gives how many were recorded. Raises Wrong for what cannot be.
    """
    require_write(session)
    person = authorise(session, actor, Permission.EDIT_CLIENTS)
    require_typed(*values)
    plain = to_plain(tuple(values))
    if done := submissions.claim(session, person, Action.RECORD_BASELINE, nonce, at):
        return done.version
    row = client_row(session, client_id, hold=True)
    require_own(session, person, row.mentor_id, Permission.HAND_OVER_CLIENTS)
    known = indicators_of(ClientKind(row.kind))
    problems = [*day_problems(at.astimezone(JAKARTA).date(), ("on", on))]
    for each in values:
        if each.indicator not in known:
            raise ValueError(f"{each.indicator} does not measure a {row.kind}")
        problems += value_problems(each.indicator, each.indicator, each.value)
    if problems:
        raise Wrong(problems)
    reading = {"client_id": client_id, "on": on, "by_person_id": person.id, "at": at}
    told = [{"indicator": one.indicator, "value": one.value, "evidence": one.evidence} for one in values]
    if told:
        session.execute(insert(IndicatorReadingRow), [reading | one for one in told])
    stand_anew(session, [client_id])
    submissions.settle(session, nonce, client_id, len(values))
    subject = Subject(SubjectKind.CLIENT, client_id)
    after = {"on": on.isoformat(), "values": plain}
    audit.record(session, person, Action.RECORD_BASELINE, subject, at, after=after)
    return len(values)
