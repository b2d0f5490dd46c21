"""What was recorded twice keeps its reason for ever, also in a database of the previous release."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.again import let_pass, reasons_of
from db.engine import Database
from db.refusals import SameAgain
from db.schema import bring_up_to_date, exclusively, migrate
from db.tables import AuditRow, RecordedAgainRow, VisitRow
from domain.again import Earlier, same_sign
from tests.db.people import NOW

EARLIER = Earlier("Kunjungan nomor 7", "Sari", NOW)


@pytest.fixture
def older(empty_database_url):
    """Give a database as the release before left it, with somebody in it."""
    database = Database.at(empty_database_url)
    with exclusively(database) as connection:
        migrate(connection, "0010")
        connection.execute(text("INSERT INTO person (id, name, active) VALUES (1, 'Sari', true)"))
    yield database
    database.close()


def _keep(session, row_id=7, because="dua kali datang"):
    session.add(
        RecordedAgainRow(
            in_table="visit", row_id=row_id, because=because, resembles=["x"], by_person_id=1, at=NOW
        )
    )
    session.flush()


def test_an_older_database_takes_reasons_once_it_is_brought_up_to_date(older):
    bring_up_to_date(older)
    with older.write() as session:
        _keep(session)
        assert reasons_of(session, VisitRow, [7, 8]) == {7: "dua kali datang"}
        assert reasons_of(session, AuditRow, [7]) == {}


@pytest.mark.parametrize("change", ["UPDATE recorded_again SET because = 'x'", "DELETE FROM recorded_again"])
def test_a_reason_is_never_changed_or_deleted(older, change):
    bring_up_to_date(older)
    with older.write() as session:
        _keep(session)
    with pytest.raises(DBAPIError, match="append-only"), older.write() as session:
        session.execute(text(change))


def test_the_refusal_names_every_earlier_one_with_who_and_when_and_asks_for_a_reason():
    with pytest.raises(SameAgain) as refused:
        let_pass([EARLIER, Earlier("Kunjungan nomor 9", "Hendra", NOW)], "")
    assert refused.value.reasons == (
        "Kunjungan nomor 7; dicatat Sari, 2 Maret 2026 10.14.",
        "Kunjungan nomor 9; dicatat Hendra, 2 Maret 2026 10.14.",
    )
    assert "tulis mengapa, lalu tekan tombolnya sekali lagi" in refused.value.sentence


def test_what_resembles_nothing_or_was_explained_before_passes_without_a_reason():
    assert let_pass([], "").because == ""
    assert let_pass([EARLIER], "", known={EARLIER.sentence}).earlier == ()
    with pytest.raises(SameAgain) as refused:
        let_pass([EARLIER, Earlier("Kunjungan nomor 9", "Hendra", NOW)], "", known={EARLIER.sentence})
    assert len(refused.value.reasons) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("STS 7/2026", "sts-7.2026", True),
        ("STS 7/2026", "STS 72026", True),
        ("STS 7", "STS 8", False),
        ("-", "-", False),
        ("", "", False),
    ],
)
def test_numbers_of_papers_are_compared_by_their_letters_and_digits(one, other, same):
    assert same_sign(one, other) is same
