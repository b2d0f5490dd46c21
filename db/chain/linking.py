"""Each transaction that records something for ever ends with a link that binds it to all before.

What the object mapper adds is noted here by itself; what goes past it is noted by `db.bulk.write_rows`. The
link is made at the very end, so that on a server writers wait for each other only for that moment.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import event, insert, select, text
from sqlalchemy.orm import Session, UOWTransaction

from db.chain.kept_rows import KEPT, contents, told_runs
from db.noted_rows import KEYS, Key, note_row, taken_notes
from db.tables import ChainLinkRow

MARK: Final = 16  # bytes of the hash of a run
START: Final = "0" * 64
_SINGLY: Final = 100  # rows; in a link of more, a mark stands for a run of many
_RUN: Final = 500
_MOST: Final = 20_000  # rows of one link, when all that was there before the chain is bound
NEWEST: Final = select(ChainLinkRow.number, ChainLinkRow.hash).order_by(ChainLinkRow.number.desc()).limit(1)


def begin_chain(session: Session) -> None:
    """Bind all that the store holds, where nothing is bound yet."""
    if session.execute(NEWEST).first() is None:
        bind_present(session, KEPT)


def bind_present(session: Session, tables: Iterable[str]) -> None:
    """Bind all rows of these tables, none of which a link holds yet."""
    for kept in (KEPT[name] for name in tables):
        query = kept.bound_now(*kept.numbers).order_by(*kept.numbers)
        for some in session.execute(query.execution_options(yield_per=_MOST)).partitions():
            _link(session, {kept.name: [tuple(row) for row in some]})


def run_size(count: int) -> int:
    """How many rows one mark stands for in a link of so many."""
    return 1 if count <= _SINGLY else _RUN


def runs_of(rows: Sequence[str]) -> list[bytes]:
    """The hashes of the rows of a link, one for each; of many, one for each run of them."""
    size = run_size(len(rows))
    return [
        sha256("\n".join(rows[first : first + size]).encode()).digest() for first in range(0, len(rows), size)
    ]


def hash_of(before: str, held: Mapping[str, Any], runs: Sequence[bytes]) -> str:
    """The hash of a link: of the one before, of what it says to hold, and of what those rows hold."""
    told = json.dumps(held, sort_keys=True, separators=(",", ":"))
    return sha256(b"\n".join((before.encode(), told.encode(), b"".join(runs)))).hexdigest()


def _link(session: Session, noted: Mapping[str, Sequence[Key]]) -> None:
    held, rows = {}, []
    for name in sorted(noted):
        found = list(contents(session, KEPT[name], noted[name]))
        if found:
            held[name] = told_runs(key for key, _ in found)
            rows += [told for _, told in found]
    if not rows:
        return
    newest = session.execute(NEWEST).first()
    number, before = (newest.number, newest.hash) if newest else (0, START)
    runs = runs_of(rows)
    session.execute(
        insert(ChainLinkRow),
        {
            "number": number + 1,
            "held": held,
            "marks": b"".join(one[:MARK] for one in runs),
            "hash": hash_of(before, held, runs),
        },
    )


@event.listens_for(Session, "after_flush")
def _note_new(session: Session, _flushed: UOWTransaction) -> None:
    for row in session.new:
        name = getattr(row, "__tablename__", "")
        if name in KEYS and KEPT[name].once is None:
            note_row(session, name, [KEPT[name].key_of(row)])


@event.listens_for(Session, "before_commit")
def _link_noted(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    noted = taken_notes(session)
    if not noted:
        return
    if session.get_bind().dialect.name == "postgresql":
        # Readers go on; another writer waits here until this transaction has ended.
        session.execute(text(f"LOCK TABLE {ChainLinkRow.__tablename__} IN EXCLUSIVE MODE"))
    _link(session, {name: sorted(keys) for name, keys in noted.items()})
