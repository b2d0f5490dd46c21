"""How much waits now, from what is kept with the months: visits, binaan, what was agreed, recommendations."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.blitar.counted_now import NOW
from db.tables import MonthCountRow
from domain.blitar.visiting.visit import VisitState
from domain.roles import Person


def counted_before(session: Session, what: str, day: date, place: str = "") -> int:
    """How many of something there are of days before a day."""
    row = MonthCountRow
    query = select(func.sum(row.n)).where(row.what == what, row.month == NOW, row.key < day.isoformat())
    return int(session.scalar(query.where(row.place == place)) or 0)


def visit_states(session: Session, own: Collection[int] | None) -> Counter[str]:
    """How many visits there are in each state, of some Pendamping alone or of all (None)."""
    row = MonthCountRow
    query = select(row.key, func.sum(row.n)).where(row.what == "states", row.month == NOW)
    if own is not None:
        query = query.where(row.place.in_([str(number) for number in own]))
    return Counter({state: int(n) for state, n in session.execute(query.group_by(row.key)) if n})


def own_waiting(session: Session, person: Person, staff: Collection[int]) -> int:
    """How many visits wait that a person recorded or sent, or made as one of some members of staff."""
    row, made = MonthCountRow, [str(number) for number in staff]
    told = select(func.sum(row.n)).where(row.what == "sent by", row.month == NOW, row.key == str(person.id))
    others = int(session.scalar(told.where(row.place.not_in(made))) or 0)
    return others + visit_states(session, staff)[VisitState.SENT] if made else others
