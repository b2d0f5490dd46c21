"""The links of the chain that hold rows which are about to be erased: what runs of them hash to.

A link that does not hold as it is would be covered up by an erasure: nothing is erased then.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.chain.erased_links import as_bound, erased_runs
from db.chain.kept_rows import KEPT, contents, keys_told
from db.chain.linking import START, hash_of, runs_of
from db.noted_rows import Key
from db.refusals import Refused
from db.tables import ChainLinkRow, ErasedRunRow

_AT_ONCE: Final = 500
ByTable = Mapping[str, Mapping[str, Mapping[str, Any]]]


class ChainBroken(Refused):
    """Something of what is to be erased was changed past the program before."""

    def __init__(self, link: int) -> None:
        super().__init__(
            f"Belum dihapus: rantai jejak putus pada mata rantai {link}, jadi yang akan dihapus "
            "bukan lagi yang dahulu dicatat. Periksa dahulu rantainya pada Jejak audit, lalu ulangi."
        )


def write_runs(session: Session, list_id: int, changes: ByTable) -> None:
    """Write down what each run of the chain hashes to once the changes are made; raises ChainBroken."""
    wanted = {name: _keyed(rows) for name, rows in changes.items() if name in KEPT and rows}
    if not wanted:
        return
    erased, before, found = erased_runs(session), START, []
    last, link = 0, ChainLinkRow
    query = select(link.number, link.held, link.hash).order_by(link.number).limit(_AT_ONCE)
    while some := session.execute(query.where(link.number > last)).all():
        for one in some:
            if _holds_any(one.held, wanted):
                runs = runs_of(_rows(session, one.held, {}))
                if hash_of(before, one.held, as_bound(one.number, runs, erased)) != one.hash:
                    raise ChainBroken(one.number)
                found += _changed(list_id, one, runs, runs_of(_rows(session, one.held, wanted)))
            before, last = one.hash, one.number
    write_rows(session, ErasedRunRow, found)


def _keyed(rows: Mapping[str, Mapping[str, Any]]) -> dict[Key, Mapping[str, Any]]:
    return {tuple(int(one) for one in key.split(":")): values for key, values in rows.items()}


def _holds_any(held: Mapping[str, Any], wanted: Mapping[str, Mapping[Key, Any]]) -> bool:
    return any(
        not wanted[name].keys().isdisjoint(keys_told(KEPT[name], held[name]))
        for name in wanted.keys() & held.keys()
    )


def _rows(session: Session, held: Mapping[str, Any], instead: Mapping[str, Any]) -> list[str]:
    """What is bound of the rows of a link, in its order."""
    return [
        told
        for name in sorted(held)
        for _, told in contents(session, KEPT[name], keys_told(KEPT[name], held[name]), instead.get(name, {}))
    ]


def _changed(
    list_id: int, link: Row[Any], before: Sequence[bytes], after: Sequence[bytes]
) -> list[dict[str, Any]]:
    return [
        {"list_id": list_id, "link": link.number, "place": place, "before": was.hex(), "after": becomes.hex()}
        for place, (was, becomes) in enumerate(zip(before, after, strict=True))
        if was != becomes
    ]
