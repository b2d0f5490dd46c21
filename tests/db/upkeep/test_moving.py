"""A store moved to the other kind of database and back has the same rows, sums and chain, and goes on."""

import pytest
from sqlalchemy import text

from db.chain.walking import walk_chain
from db.engine import Database
from db.sampang.loans.payments import record_payment
from db.upkeep import moving
from db.upkeep.moving import move
from db.upkeep.refused import NotCopied
from db.upkeep.stocktaking import is_empty_place
from domain.sampang.fund.money_in import Payment
from scripts import move as command
from tests.db.people import NOW, a_nonce, an_office
from tests.db.sampang.lending import DAY
from tests.db.upkeep.conftest import lending_at
from tests.db.upkeep.test_backing_up import stock_of, url_of


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    """The office on a SQLite file: moved from there to a server, and back."""
    with lending_at(f"sqlite:///{tmp_path_factory.mktemp('moving') / 'start.sqlite3'}") as lending:
        yield lending


def test_there_and_back_everything_is_equal_and_the_office_works_on(lending, empty_place):
    start = url_of(lending.database)
    there, back = empty_place("postgresql"), empty_place("sqlite")
    assert command.main([start, there]) == 0
    move(there, back)
    assert stock_of(start) == stock_of(there) == stock_of(back)
    with an_office(there) as moved:
        assert moved.everything() == lending.office.everything()
        payment = Payment(amount=700_000, on=DAY, reference="pindah")
        with moved.database.write() as session:
            record_payment(session, moved.officer, 1, payment, nonce=a_nonce(), at=NOW)
        with moved.database.read() as session:
            assert walk_chain(session).broken is None


def test_a_place_that_holds_anything_is_refused_and_stays_as_it_is(lending, empty_place):
    there = empty_place("postgresql")
    database = Database.at(there)
    with database.writer.begin() as connection:
        connection.execute(text("CREATE TABLE penduduk (nik TEXT)"))
    with pytest.raises(NotCopied, match="sudah berisi"):
        move(url_of(lending.database), there)
    with database.engine.connect() as connection:
        assert connection.dialect.get_table_names(connection) == ["penduduk"]
    database.close()


def test_where_anything_differs_nothing_is_left_at_the_new_place(lending, empty_place, monkeypatch):
    there = empty_place("postgresql")
    monkeypatch.setattr(moving, "go_on_after", lose_a_row)
    with pytest.raises(NotCopied, match="tidak sama"):
        move(url_of(lending.database), there)
    database = Database.at(there)
    with database.engine.connect() as connection:
        assert is_empty_place(connection)
    database.close()


def lose_a_row(connection, table):
    if table.name == "counter":
        connection.execute(text("UPDATE counter SET value = value + 1"))


def test_a_store_of_another_release_is_not_moved(lending, empty_place, monkeypatch):
    monkeypatch.setattr(moving, "NEWEST", "9999")
    with pytest.raises(NotCopied, match="aplikasi ini 9999"):
        move(url_of(lending.database), empty_place("sqlite"))
