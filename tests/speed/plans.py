"""How a database means to answer a statement, and which tables that grow it would read from end to end."""

import re
from collections.abc import Iterator

# A row more for every visit, application, payment or click of the years to come.
GROWING = (
    "application", "audit", "client", "client_indicator", "file_step", "follow_up", "indicator_reading",
    "instalment", "journal_entry", "loan", "loan_progress", "paper", "posting", "receipt", "submission",
    "visit", "visit_part", "visit_step", "visit_task",
)  # fmt: skip
# How many times the rows of the demo: of its older loans it has more to begin with, so that 20,000 are lent.
TEN_YEARS = dict.fromkeys(GROWING, 400) | {"application": 160} | dict.fromkeys(
    ("loan", "loan_progress", "instalment", "journal_entry", "posting"), 66
)  # fmt: skip
MANY_ROWS = 10_000

_NAMED = re.compile(rf"\b(?:FROM|JOIN|,)\s+({'|'.join(GROWING)})\b(?: AS (\w+))?", re.IGNORECASE)


def grow_statistics(connection, *, known):
    """Let the planner take the demo for ten years of it; with `known`, it has looked through the rows."""
    if connection.dialect.name == "sqlite":
        _grow_on_sqlite(connection, known=known)
    else:
        _grow_on_postgresql(connection, known=known)


def whole_reads(connection, statement):
    """The tables that grow of which the statement would read everything, or very many rows."""
    if connection.dialect.name == "sqlite":
        return set(_scanned_by_sqlite(connection, statement))
    (plan,) = connection.exec_driver_sql(
        f"EXPLAIN (FORMAT JSON) {statement.sql}", statement.parameters
    ).scalar()
    return set(_read_by_postgresql(plan["Plan"], is_cut=False))


def _grow_on_sqlite(connection, *, known):
    connection.exec_driver_sql("ANALYZE")
    if known:
        rows = connection.exec_driver_sql("SELECT rowid, tbl, stat FROM sqlite_stat1").all()
        for number, table, told in rows:
            if table in GROWING:
                times = TEN_YEARS[table]
                grown = (str(_grown(int(each), place, times)) for place, each in enumerate(told.split()))
                connection.exec_driver_sql(
                    "UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?", (" ".join(grown), number)
                )
    else:
        connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    connection.exec_driver_sql("ANALYZE sqlite_schema")


def _grown(rows, place, times):
    # What has few rows each, as the visits of one binaan, stays so; what has many grows with the table.
    return rows * times if place == 0 or rows > MANY_ROWS / times else rows


def _scanned_by_sqlite(connection, statement):
    alias = {given or table: table for table, given in _NAMED.findall(statement.sql)}
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.sql}", statement.parameters)
    for *_, step in plan:
        if step.startswith("SCAN ") and (table := alias.get(step.split()[1])):
            yield table


def _grow_on_postgresql(connection, *, known):
    connection.exec_driver_sql("ANALYZE")
    for name, times in TEN_YEARS.items():
        grow = f"UPDATE pg_class SET reltuples = greatest(reltuples, 10) * {times}"
        connection.exec_driver_sql(f"{grow} WHERE relname = '{name}' AND relkind = 'r'")
    if not known:
        connection.exec_driver_sql("DELETE FROM pg_statistic WHERE starelid >= 16384")


def _read_by_postgresql(node, *, is_cut) -> Iterator[str]:
    """Tables read whole below a node; under a LIMIT that nothing blocks, reading stops by itself."""
    kind = node["Node Type"]
    is_cut = kind == "Limit" or (is_cut and kind not in ("Sort", "Aggregate", "Hash", "Materialize"))
    table = node.get("Relation Name")
    conditions = ("Index Cond", "Recheck Cond", "TID Cond")
    is_whole = kind in ("Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan") and not any(
        told in node for told in conditions
    )
    if table in GROWING and not is_cut and (is_whole or node["Plan Rows"] > MANY_ROWS):
        yield table
    for below in node.get("Plans", ()):
        yield from _read_by_postgresql(below, is_cut=is_cut)
