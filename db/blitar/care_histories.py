"""Who cared for which binaan and when, as the verbs read it that may not change what is past."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.bulk import pieces_in_order
from db.tables import ClientRow, HandoverLineRow, HandoverRow
from domain.blitar.care_history import Came, CareHistory, Turn

_Move = tuple[date, int, int]


def care_histories(session: Session, clients: Collection[int]) -> Mapping[int, CareHistory]:
    """The history of each binaan; whoever goes on to change it holds the binaan first."""
    row = ClientRow
    query = select(row.id, row.name, row.mentor_id, row.since, row.given_on, row.ended_on).order_by(row.id)
    found: dict[int, CareHistory] = {}
    for some in pieces_in_order(clients):
        moves = _moves(session, some)
        rows = session.execute(query.where(row.id.in_(some)))
        found |= {one.id: _history(one, moves[one.id]) for one in rows}
    return found


def histories_with(session: Session, mentor_id: int) -> Sequence[CareHistory]:
    """The histories of every binaan that ever was with a Pendamping."""
    handed = (
        select(HandoverLineRow.client_id)
        .join(HandoverRow, HandoverRow.id == HandoverLineRow.handover_id)
        .where(or_(HandoverRow.from_staff_id == mentor_id, HandoverLineRow.to_staff_id == mentor_id))
    )
    theirs = select(ClientRow.id).where(or_(ClientRow.mentor_id == mentor_id, ClientRow.id.in_(handed)))
    return tuple(care_histories(session, session.scalars(theirs).all()).values())


def _moves(session: Session, clients: Collection[int]) -> Mapping[int, list[_Move]]:
    query = (
        select(
            HandoverLineRow.client_id, HandoverRow.on, HandoverRow.from_staff_id, HandoverLineRow.to_staff_id
        )
        .join(HandoverRow, HandoverRow.id == HandoverLineRow.handover_id)
        .where(HandoverLineRow.client_id.in_(clients))
        .order_by(HandoverRow.on, HandoverRow.id)
    )
    found: dict[int, list[_Move]] = defaultdict(list)
    for client_id, on, giver, taker in session.execute(query):
        found[client_id].append((on, giver, taker))
    return found


def _history(row: Any, moves: Sequence[_Move]) -> CareHistory:
    return CareHistory(
        client_id=row.id, name=row.name, turns=tuple(_turns(row, moves)), ended_on=row.ended_on
    )


def _turns(row: Any, moves: Sequence[_Move]) -> Iterator[Turn]:
    first = moves[0][1] if moves else row.mentor_id
    yield Turn(row.since, None if row.given_on else first, Came.TAKEN_IN)
    if row.given_on:
        yield Turn(row.given_on, first, Came.GIVEN)
    for on, _, taker in moves:
        yield Turn(on, taker, Came.HANDED_OVER)
