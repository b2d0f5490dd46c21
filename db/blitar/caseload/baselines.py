"""The baseline of a binaan: what each indicator was when the mentoring began (Pasal 2 ayat (2))."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.caseload.standing import stand_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import IndicatorReadingRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.field_checks import day_problems
from domain.blitar.indicators import indicators_of
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import IndicatorChange
from domain.blitar.visiting.visit_checks import value_problems
from domain.problems import Problem
from domain.roles import Person


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
    permission, action = BlitarPermission.EDIT_CLIENTS, BlitarAction.RECORD_BASELINE
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_typed(*values)
        plain = to_plain(tuple(values))
        row = client_row(session, client_id, hold=True)
        require_own(session, act.person, row.mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
        if problems := [*day_problems(act.day, ("on", on)), *_problems(ClientKind(row.kind), values)]:
            raise Wrong(problems)
        reading = {"client_id": client_id, "on": on, "by_person_id": act.person.id, "at": at}
        measured = [
            {"indicator": one.indicator, "value": one.value, "evidence": one.evidence} for one in values
        ]
        with months_kept(session, [client_id], Ground.GOALS):
            if measured:
                session.execute(insert(IndicatorReadingRow), [reading | one for one in measured])
            stand_anew(session, [client_id])
        after = {"on": on.isoformat(), "values": plain}
        act.close(Subject(BlitarSubject.CLIENT, client_id), version=len(values), after=after)
        return len(values)


def _problems(kind: ClientKind, values: Sequence[IndicatorChange]) -> Iterator[Problem]:
    known = indicators_of(kind)
    for each in values:
        if each.indicator not in known:
            raise ValueError(f"{each.indicator} does not measure a {kind}")
        yield from value_problems(each.indicator, each.indicator, each.value)
