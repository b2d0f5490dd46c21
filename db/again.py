"""The same thing twice: asked about, naming the earlier one, and kept with the reason where it is let pass.

Whoever looks for the earlier ones holds what two writers have in common first, or both would see nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.limits import require_text
from db.refusals import SameAgain
from db.tables import Base, RecordedAgainRow
from db.verbs import Act
from domain.again import AgainBecause, Earlier

FIELD: Final = "again_because"


@dataclass(frozen=True, slots=True)
class Again:
    """What is about to be recorded, held against what it resembles; `because` is why it is let pass."""

    earlier: tuple[Earlier, ...]
    because: str

    def keep(self, act: Act, row: type[Base], row_id: int) -> Mapping[str, Any]:
        """Keep the reason with the row that was recorded; gives what the line in the trail says of it."""
        if not self.earlier or not self.because:
            return {}
        keep_each(act, row, {row_id: self})
        return {"again": {"because": self.because, "resembles": [one.sentence for one in self.earlier]}}


NOTHING_LIKE_IT: Final = Again((), "")


def let_pass(earlier: Iterable[Earlier], because: str, *, known: Collection[str] = ()) -> Again:
    """Let something be recorded that resembles nothing, or for a written reason; else raise SameAgain.

    `known` are the sentences of what was explained when it was recorded before (`explained`).
    """
    require_text(AgainBecause, because, FIELD, may_be_blank=True)
    reason, found = because.strip(), tuple(one for one in earlier if one.sentence not in known)
    if found and not reason:
        raise SameAgain(found)
    return Again(found, reason)


def keep_each(act: Act, row: type[Base], recorded: Mapping[int, Again]) -> None:
    """Keep the reasons with many rows of a table, by their numbers."""
    kept = [
        {
            "in_table": row.__tablename__,
            "row_id": row_id,
            "because": one.because,
            "resembles": [earlier.sentence for earlier in one.earlier],
            "by_person_id": act.person.id,
            "at": act.at,
        }
        for row_id, one in recorded.items()
    ]
    write_rows(act.session, RecordedAgainRow, kept)


def explained(session: Session, row: type[Base], row_id: int) -> frozenset[str]:
    """What a row resembles by the reasons that were kept with it, sentence by sentence."""
    table = RecordedAgainRow
    query = select(table.resembles).where(table.in_table == row.__tablename__, table.row_id == row_id)
    return frozenset(sentence for told in session.scalars(query) for sentence in told)


def reasons_of(session: Session, row: type[Base], numbers: Collection[int]) -> Mapping[int, str]:
    """Why rows of a table were recorded again, by their numbers; for those that were."""
    table = RecordedAgainRow
    query = select(table).where(table.in_table == row.__tablename__, table.row_id.in_(numbers))
    return {one.row_id: one.because for one in session.scalars(query.order_by(table.id))}
