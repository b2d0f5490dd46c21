"""What a store holds, counted so that two copies can be compared: rows, sums, and the end of the chain."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Integer, MetaData, Table, func, inspect, select, text
from sqlalchemy.orm import Session

from db.chain.walking import Break, head_of, walk_chain
from db.schema import NEWEST
from db.tables import ChainLinkRow

REVISION_TABLE: Final = "alembic_version"


@dataclass(frozen=True, slots=True)
class Stock:
    """The revision of a store, its rows by table, the sum of each column of whole numbers, the chain's end.

    Every amount of rupiah is such a column.
    """

    revision: str
    rows: Mapping[str, int]
    sums: Mapping[str, int]
    chain: tuple[int, str]

    @property
    def all_rows(self) -> int:
        """How many rows there are in all tables."""
        return sum(self.rows.values())

    def as_told(self) -> dict[str, Any]:
        """The stock as JSON has it."""
        return asdict(self)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Stock":
        """The stock that `as_told` gave; raises KeyError for anything else."""
        return cls(told["revision"], told["rows"], told["sums"], (told["chain"][0], told["chain"][1]))


def take_stock(connection: Connection) -> Stock:
    """Count everything that there is, whatever release made it."""
    revision = connection.scalar(text(f"SELECT version_num FROM {REVISION_TABLE}"))
    rows: dict[str, int] = {}
    sums: dict[str, int] = {}
    for table in _tables(connection):
        numbers = [column for column in table.c if isinstance(column.type, Integer | BigInteger)]
        query = select(func.count(), *(func.sum(column) for column in numbers)).select_from(table)
        count, *totals = connection.execute(query).one()
        rows[table.name] = count
        sums |= {str(one): int(total or 0) for one, total in zip(numbers, totals, strict=True)}
    return Stock(str(revision), rows, sums, _end(connection, rows))


def differences(before: Stock, after: Stock) -> list[str]:
    """What is not the same in two stocks, by name; nothing where they are equal."""
    found = ["revisi"] if before.revision != after.revision else []
    found += ["ujung rantai"] if before.chain != after.chain else []
    for here, there in ((before.rows, after.rows), (before.sums, after.sums)):
        found += sorted(one for one in {*here, *there} if here.get(one) != there.get(one))
    return found


def broken_chain(connection: Connection, revision: str) -> Break | None:
    """Where the chain breaks first; a store of an earlier release is walked once it is brought up to date."""
    if revision != NEWEST:
        return None
    return walk_chain(Session(connection)).broken


def _tables(connection: Connection) -> Iterator[Table]:
    found = MetaData()
    found.reflect(connection)
    for name in sorted(found.tables):
        if name != REVISION_TABLE:
            yield found.tables[name]


def _end(connection: Connection, rows: Mapping[str, int]) -> tuple[int, str]:
    if ChainLinkRow.__tablename__ not in rows:
        return 0, ""
    end = head_of(Session(connection))
    return end.number, end.hash


def is_empty_place(connection: Connection) -> bool:
    """Whether a database has no table at all."""
    return not inspect(connection).get_table_names()
