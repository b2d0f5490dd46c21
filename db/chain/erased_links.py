"""What an approved list erased, as the walk takes it: no break where a row is as it was left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db.chain.row_hashes import row_hashes
from db.tables import Base, ErasedRunRow, ErasureListRow, ErasureRow

_PIECE: Final = 500
Runs = Mapping[tuple[int, int], Sequence[tuple[str, str]]]
"""By link and place in it what a run hashed to before and after, the oldest first."""


@dataclass(frozen=True, slots=True)
class NotAsLeft:
    """Rows of a table that are not as an erasure left them, or an erasure that no two people agreed on."""

    table: str
    rows: tuple[str, ...]


def erased_runs(session: Session) -> Runs:
    """Every run of the chain that an approved list changed."""
    found: dict[tuple[int, int], list[tuple[str, str]]] = {}
    run = ErasedRunRow
    query = select(run.link, run.place, run.before, run.after).join(ErasureListRow).where(_agreed())
    for link, place, before, after in session.execute(query.order_by(run.id)):
        found.setdefault((link, place), []).append((before, after))
    return found


def as_bound(link: int, runs: Sequence[bytes], erased: Runs) -> list[bytes]:
    """The hashes of the runs of a link as they were bound, where what is there is what erasures left."""
    told = list(runs)
    for place, present in enumerate(runs):
        hashed = present.hex()
        for before, after in reversed(erased.get((link, place), ())):
            hashed = before if hashed == after else hashed
        told[place] = bytes.fromhex(hashed)
    return told


def not_as_left(session: Session) -> NotAsLeft | None:
    """The first table of which an erased row was changed since; None where all are as they were left."""
    row = ErasureRow
    lists = select(ErasureListRow.id).where(_agreed())
    if lonely := session.scalars(select(row.id).where(row.list_id.not_in(lists)).order_by(row.id)).all():
        return NotAsLeft(row.__tablename__, tuple(map(str, lonely)))
    for name in session.scalars(select(row.in_table).distinct().order_by(row.in_table)).all():
        if wrong := tuple(_changed_since(session, name)):
            return NotAsLeft(name, wrong)
    return None


def _changed_since(session: Session, name: str) -> Iterator[str]:
    row, table = ErasureRow, Base.metadata.tables[name]
    query = select(row.row_key, row.after).where(row.in_table == name).order_by(row.id)
    left = {one.row_key: one.after for one in session.execute(query)}
    for some in _pieces(sorted(left)):
        there = row_hashes(session, table, some)
        yield from (key for key in some if there.get(key) != left[key])


def _pieces(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[first : first + _PIECE] for first in range(0, len(keys), _PIECE))


def _agreed() -> Any:
    """That a list was approved by another than who proposed it."""
    one = ErasureListRow
    return and_(one.approved_at.is_not(None), one.approved_by_id != one.proposed_by_id)
