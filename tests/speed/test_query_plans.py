"""No screen reads a table that grows from end to end, on either database, whatever its planner knows."""

import pytest

from db.engine import Database
from tests.speed.exceptions import READ_WHOLE
from tests.speed.plans import grow_statistics, whole_reads

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="module")
def read_whole(asked, demo_urls):
    """Give what is read whole, "function: table", by the kind of database and what its planner knows."""
    found = {}
    for kind in KINDS:
        database = Database.at(demo_urls[kind])
        statements = {one.sql: one for _, cost in asked[kind] for one in cost.statements if _reads(one)}
        for known in (False, True):
            with database.writer.begin() as connection:
                grow_statistics(connection, known=known)
            with database.engine.connect() as connection:
                found[kind, known] = {
                    f"{one.asked_by}: {table}"
                    for one in statements.values()
                    for table in whole_reads(connection, one)
                }
        database.close()
    return found


def _reads(statement):
    return statement.sql.lstrip().upper().startswith(("SELECT", "WITH"))


@pytest.mark.parametrize("known", [False, True], ids=["without statistics", "with statistics"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_statement_reads_a_growing_table_from_end_to_end(read_whole, kind, known):
    new = sorted(read_whole[kind, known] - READ_WHOLE.keys())
    assert not new, "\n".join(["read whole:", *new])


def test_an_exception_goes_when_nothing_needs_it_any_more(read_whole):
    idle = sorted(READ_WHOLE.keys() - set().union(*read_whole.values()))
    assert not idle, "\n".join(["not needed any more:", *idle])
