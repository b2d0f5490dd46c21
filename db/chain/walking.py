"""The chain is walked from its first link: the first place where it does not hold is named."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, cast

from sqlalchemy import Row, Table, func, select
from sqlalchemy.orm import Session

from db.bulk import PIECE, untold
from db.chain.erased_links import Runs, as_bound, erased_runs, not_as_left
from db.chain.kept_rows import KEPT, contents, keys_told
from db.chain.linking import MARK, NEWEST, START, hash_of, run_size, runs_of
from db.noted_rows import Key
from db.tables import ChainLinkRow

_AT_ONCE: Final = 500  # links
Found = Mapping[str, Mapping[Key, str]]


class Fault(Enum):
    """What is wrong where a chain breaks."""

    CHANGED = auto()
    REMOVED = auto()
    ADDED = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold: in which link, and which rows of a table."""

    link: int
    fault: Fault
    table: str = ""
    rows: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: its number and hash; whoever keeps it elsewhere can compare."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class ChainFound:
    """What a walk found: how many links and rows hold, the end, and the first break if there is one."""

    links: int
    rows: int
    head: Head
    broken: Break | None = None


def head_of(session: Session) -> Head:
    """The end of the chain as it stands."""
    newest = session.execute(NEWEST).first()
    return Head(newest.number, newest.hash) if newest else Head(0, START)


def hash_at(session: Session, number: int) -> str | None:
    """The hash of a link, to be compared with one that was kept elsewhere; None when there is none."""
    return session.scalar(select(ChainLinkRow.hash).where(ChainLinkRow.number == number))


def walk_chain(session: Session, progress: Callable[[float], object] = untold) -> ChainFound:
    """Walk the whole chain; `progress` is told the share that is done."""
    head, before, links = head_of(session), START, 0
    bound: Counter[str] = Counter()
    erased = erased_runs(session)
    for some in _read_together(_links(session)):
        found = _contents_of(session, some)
        for link in some:
            broken = _break_of(link, links + 1, before, found, erased)
            if broken is not None:
                return ChainFound(links, bound.total(), head, broken)
            for name, runs in link.held.items():
                bound[name] += len(keys_told(KEPT[name], runs))
            before, links = link.hash, links + 1
        # On a server others go on writing, so that there may be more links than at the beginning.
        progress(min(1.0, links / max(1, head.number)))
    broken = _never_bound(session, head, bound) or _changed_since(session, head)
    return ChainFound(links, bound.total(), head, broken)


def _read_together(links: Iterator[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Links in groups of some hundred, or of some thousand rows, whichever is less."""
    some: list[Row[Any]] = []
    rows = 0
    for link in links:
        some.append(link)
        rows += sum(len(keys_told(KEPT[name], held)) for name, held in link.held.items() if name in KEPT)
        if len(some) == _AT_ONCE or rows > PIECE:
            yield some
            some, rows = [], 0
    if some:
        yield some


def _contents_of(session: Session, links: Sequence[Row[Any]]) -> Found:
    """What is there of the rows that links say to hold, by table."""
    wanted: dict[str, set[Key]] = {}
    for link in links:
        for name in set(link.held) & set(KEPT):
            wanted.setdefault(name, set()).update(keys_told(KEPT[name], link.held[name]))
    return {name: dict(contents(session, KEPT[name], sorted(keys))) for name, keys in wanted.items()}


def _links(session: Session) -> Iterator[Row[Any]]:
    last = 0
    table = cast(Table, ChainLinkRow.__table__)
    query = select(table).order_by(table.c.number).limit(_AT_ONCE)
    while some := session.execute(query.where(table.c.number > last)).all():
        yield from some
        last = some[-1].number


def _break_of(link: Row[Any], number: int, before: str, there: Found, erased: Runs) -> Break | None:
    if link.number != number or not set(link.held) <= set(KEPT):
        return Break(number, Fault.LINK)
    rows: list[tuple[str, Key, str]] = []
    for name in sorted(link.held):
        keys, found = keys_told(KEPT[name], link.held[name]), there[name]
        if missing := tuple(key for key in keys if key not in found):
            return Break(number, Fault.REMOVED, name, missing)
        rows += [(name, key, found[key]) for key in sorted(keys)]
    runs = as_bound(number, runs_of([told for _, _, told in rows]), erased)
    if hash_of(before, link.held, runs) == link.hash:
        return None
    return _changed(link, runs, rows)


def _changed(link: Row[Any], runs: Sequence[bytes], rows: Sequence[tuple[str, Key, str]]) -> Break:
    size = run_size(len(rows))
    for place, run in enumerate(runs):
        if link.marks[place * MARK : (place + 1) * MARK] != run[:MARK]:
            some = rows[place * size : (place + 1) * size]
            return Break(link.number, Fault.CHANGED, some[0][0], tuple(key for _, key, _ in some))
    return Break(link.number, Fault.LINK)


def _never_bound(session: Session, head: Head, bound: Mapping[str, int]) -> Break | None:
    """Rows that somebody added past the program: no link holds them."""
    for name, kept in KEPT.items():
        if session.scalar(kept.bound_now(func.count())) == bound[name]:
            continue
        # The rows before the links: on a server, what somebody records meanwhile is not taken for added.
        found = {tuple(row) for row in session.execute(kept.bound_now(*kept.numbers))}
        in_links = {key for link in _links(session) for key in keys_told(kept, link.held.get(name, ()))}
        if extra := tuple(sorted(found - in_links)):
            return Break(head.number, Fault.ADDED, name, extra)
    return None


def _changed_since(session: Session, head: Head) -> Break | None:
    """Rows that somebody changed after an approved list had erased what is personal in them."""
    found = not_as_left(session)
    if found is None:
        return None
    return Break(head.number, Fault.CHANGED, found.table, tuple(_numbers(one) for one in found.rows))


def _numbers(key: str) -> Key:
    return tuple(int(one) for one in key.split(":"))
