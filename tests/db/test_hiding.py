"""NIK, NPWP and telephones lie hidden under a key that the database does not hold, and work as before."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from db.blitar.caseload.card import client_card
from db.blitar.caseload.duties import phone_told
from db.chain.walking import walk_chain
from db.data_keys import DataKey, KeyMissing, MistakenKey, PlainStore, WrongKey, new_key
from db.engine import Database
from db.hiding import hidden_columns, hide_all, hides, unlock
from db.opening import bring_store_up_to_date, open_database
from db.sampang.applications.applications import application
from db.sampang.applications.look_alikes import look_alikes_of
from db.sampang.origination.boards import record_board
from db.schema import NEWEST, exclusively, migrate
from db.tables import ApplicationRow, CandidateRow, ClientRow
from domain.sampang.origination.stages import Stage
from scripts import begin
from scripts import migrate as upgrade
from scripts.encrypt_store import main
from tests.db.blitar.test_client_card import ANI, NIK, Cards
from tests.db.people import NOW, a_nonce, an_office
from tests.db.sampang.boards import A_BOARD, a_cooperative
from tests.db.sampang.lending import a_lending_office

KEY, OTHER = new_key(), new_key()
PHONE = "081234567890"
HIS, HERS = "3527034506850000", "3527034506850001"


def _raw(url):
    """Every text of every table, as it lies there."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found = [
            str(tuple(row)) for name in tables for row in connection.execute(text(f"SELECT * FROM {name}"))
        ]
    engine.dispose()
    return "\n".join(found)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Cards(office)


def test_the_same_number_is_hidden_alike_and_another_is_not():
    key = DataKey.of(KEY)
    assert key.hide(HIS) == key.hide(HIS)
    assert key.hide(HIS) != key.hide(HERS)


def test_a_hidden_number_is_shown_under_its_key_alone():
    hidden = DataKey.of(KEY).hide(HIS)
    assert DataKey.of(KEY).show(hidden) == HIS
    with pytest.raises(WrongKey):
        DataKey.of(OTHER).show(hidden)


@pytest.mark.parametrize("typed", ["enc1:x", "enc1:00000000:QUJD", "enc1:NUMBER:QUJD"])
def test_what_somebody_types_that_only_looks_hidden_is_read_as_it_was_typed(typed):
    key = DataKey.of(KEY)
    told = typed.replace("NUMBER", key.number)
    assert key.show(key.hide(told)) == told


@pytest.mark.parametrize(
    "text", ["", "kunci", "QUJD", KEY[:-4], KEY + KEY], ids=["", "kunci", "QUJD", "cut", "twice"]
)
def test_what_is_no_key_is_told(text):
    with pytest.raises(MistakenKey):
        DataKey.of(text)


def test_nothing_of_a_number_lies_in_the_database_once_it_is_hidden(caseload, database_url):
    caseload.add(replace(ANI, phone=PHONE))
    assert NIK in _raw(database_url)
    hide_all(caseload.office.database, KEY, "", at=NOW)
    caseload.add(replace(ANI, name="Toko Baru", phone=PHONE))
    raw = _raw(database_url)
    assert NIK not in raw
    assert PHONE not in raw


def test_a_hidden_number_is_read_found_and_changed_as_before(caseload):
    client = caseload.add(replace(ANI, phone=PHONE))
    hide_all(caseload.office.database, KEY, "", at=NOW)
    later = caseload.add(replace(ANI, name="Batik Ani"))
    card = caseload.do(client_card, caseload.facilitator, client, at=NOW, reveal=True)
    assert (card.client.nik, card.client.phone) == (NIK, PHONE)
    assert [one.id for one in card.siblings] == [later]
    with caseload.office.database.read() as session:
        assert len(session.scalars(select(ClientRow.id).where(ClientRow.nik == NIK)).all()) == 2
        phones = select(phone_told()).where(ClientRow.id == client)
        assert session.scalar(phones) == PHONE


def test_a_file_of_the_fund_its_officers_and_its_likes_are_as_before(database_url):
    with a_lending_office(database_url) as lending:
        file = lending.file_at(Stage.FILED, nik=HIS, spouse_nik=HERS, name="Toko Siti")
        database, officer = lending.office.database, lending.officer
        hide_all(database, KEY, "", at=NOW)
        with database.write() as session:
            who = application(session, officer, file, reveal=True, at=NOW).application.applicant
            assert (who.nik, who.spouse_nik) == (HIS, HERS)
        other = lending.file_at(Stage.FILED, nik=HIS, name="Usaha lain")
        with database.read() as session:
            assert file in {one.id for one in look_alikes_of(session, officer, other)}
    assert HIS not in _raw(database_url)


def test_what_is_kept_for_ever_is_hidden_too(database_url):
    with a_lending_office(database_url) as lending:
        file = a_cooperative(lending)
        with lending.office.database.write() as session:
            record_board(session, lending.officer, file, A_BOARD, nonce=a_nonce(), at=NOW)
        hide_all(lending.office.database, KEY, "", at=NOW)
        assert A_BOARD.officers[0].nik not in _raw(database_url)


def test_what_is_kept_for_ever_is_kept_again_afterwards(database_url):
    with a_lending_office(database_url) as lending:
        file = a_cooperative(lending)
        with lending.office.database.write() as session:
            record_board(session, lending.officer, file, A_BOARD, nonce=a_nonce(), at=NOW)
        hide_all(lending.office.database, KEY, "", at=NOW)
        with pytest.raises(SQLAlchemyError), lending.office.database.write() as session:
            session.execute(text("UPDATE board_entry SET application_id = application_id"))


def test_the_chain_holds_afterwards(caseload):
    caseload.add()
    hide_all(caseload.office.database, KEY, "", at=NOW)
    caseload.add(replace(ANI, name="Toko Baru"))
    with caseload.office.database.read() as session:
        assert walk_chain(session).broken is None


def test_a_key_is_changed_in_one_go(caseload, database_url):
    client = caseload.add(replace(ANI, phone=PHONE))
    hide_all(caseload.office.database, KEY, "", at=NOW)
    before = _raw(database_url)
    hide_all(caseload.office.database, OTHER, KEY, at=NOW)
    assert DataKey.of(KEY).number not in _raw(database_url)
    assert DataKey.of(KEY).number in before
    assert caseload.do(client_card, caseload.facilitator, client, at=NOW, reveal=True).client.nik == NIK


@pytest.mark.parametrize(("before", "refusal"), [("", KeyMissing), (OTHER, WrongKey)], ids=["none", "other"])
def test_a_key_is_not_changed_without_the_one_before(caseload, before, refusal):
    caseload.add()
    hide_all(caseload.office.database, KEY, "", at=NOW)
    with pytest.raises(refusal):
        hide_all(caseload.office.database, OTHER, before, at=NOW)


@pytest.mark.parametrize(
    ("key", "refusal"), [("", KeyMissing), (OTHER, WrongKey), ("x", MistakenKey)], ids=["none", "other", "x"]
)
def test_a_hidden_store_opens_with_its_key_alone(caseload, database_url, key, refusal):
    hide_all(caseload.office.database, KEY, "", at=NOW)
    with pytest.raises(refusal):
        open_database(database_url, sign_in_configured=True, data_key=key)
    open_database(database_url, sign_in_configured=True, data_key=KEY).close()


def test_stores_side_by_side_hide_and_show_each_under_its_own_key_and_one_without_none(another_database_url):
    urls = {key: another_database_url() for key in (KEY, OTHER, "")}
    with ExitStack() as opened:
        stores = {key: Cards(opened.enter_context(an_office(url))) for key, url in urls.items()}
        stores[""].add(ANI)  # the first that works the statements out
        for key in (KEY, OTHER):
            hide_all(stores[key].office.database, key, "", at=NOW)
        for _ in range(2):
            for key in (KEY, "", OTHER):
                stores[key].add(ANI)
        for store in stores.values():
            with store.office.database.read() as session:
                assert set(session.scalars(select(ClientRow.nik))) == {NIK}
    numbers = {key: DataKey.of(key).number for key in (KEY, OTHER)}
    for key, url in urls.items():
        raw = _raw(url)
        hidden_under = [one for one, number in numbers.items() if f"enc1:{number}:" in raw]
        assert (hidden_under, NIK in raw) == ([key] if key else [], not key)


def test_a_store_without_a_key_stays_as_it_is(caseload):
    caseload.add()
    unlock(caseload.office.database, KEY)
    assert not hides(caseload.office.database)
    with caseload.office.database.read() as session:
        assert session.scalars(select(ClientRow.nik)).all() == [NIK]


def test_every_column_of_a_number_is_hidden():
    named = {
        (table.name, column.name)
        for row in (ApplicationRow, CandidateRow, ClientRow)
        for table in [row.__table__]
        for column in table.columns
        if column.name in ("nik", "npwp", "npwp_key", "spouse_nik", "phone")
    }
    hidden = {(table.name, name) for table, names in hidden_columns() for name in names}
    assert named <= hidden


def test_no_page_of_a_file_keeps_a_number_of_before(tmp_path):
    file = tmp_path / "kantor.sqlite3"
    with an_office(f"sqlite:///{file}") as office:
        Cards(office).add(replace(ANI, phone=PHONE))
        hide_all(office.database, KEY, "", at=NOW)
    kept = b"".join(one.read_bytes() for one in tmp_path.glob("kantor.sqlite3*"))
    assert NIK.encode() not in kept


@pytest.fixture
def real_store(tmp_path, monkeypatch):
    """The address of a store of real data of before the keys; the settings hold no key."""
    url = f"sqlite:///{tmp_path / 'nyata.sqlite3'}"
    earlier = Database.at(url)
    with exclusively(earlier) as connection:
        migrate(connection, "0017")
        connection.execute(text("INSERT INTO marker (key, value) VALUES ('created_at', 'yes')"))
    earlier.close()
    for name in ("DATA_KEY", "DATA_KEY_BEFORE"):
        monkeypatch.delenv(name, raising=False)
    return url


def test_an_older_store_of_real_data_without_a_key_is_not_opened(real_store):
    with pytest.raises(PlainStore) as refused:
        open_database(real_store, sign_in_configured=True, data_key=KEY)
    assert "python -m scripts.encrypt_store" in refused.value.sentence


def test_it_opens_once_the_command_has_hidden_its_numbers(real_store, monkeypatch):
    monkeypatch.setenv("DATA_KEY", KEY)
    assert main([real_store]) == 0
    open_database(real_store, sign_in_configured=True, data_key=KEY).close()


def test_the_owner_brings_a_hidden_store_up_to_date_without_its_key(real_store, monkeypatch):
    monkeypatch.setenv("DATA_KEY", KEY)
    main([real_store])
    assert bring_store_up_to_date(real_store) == NEWEST


def test_the_command_asks_for_a_key(real_store, capsys):
    assert main([real_store]) == 2
    assert "kunci-baru" in capsys.readouterr().err


def test_the_command_hides_and_a_second_time_changes_nothing(real_store, monkeypatch, capsys):
    monkeypatch.setenv("DATA_KEY", KEY)
    assert (main([real_store]), main([real_store])) == (0, 0)
    assert "Tidak diubah" in capsys.readouterr().out


def test_the_command_says_that_the_key_before_is_another(real_store, monkeypatch, capsys):
    monkeypatch.setenv("DATA_KEY", KEY)
    main([real_store])
    monkeypatch.setenv("DATA_KEY", OTHER)
    assert main([real_store]) == 1
    assert "bukan kunci" in capsys.readouterr().err


def test_the_command_makes_a_key(capsys):
    assert main(["kunci-baru"]) == 0
    DataKey.of(capsys.readouterr().out)


def test_the_commands_of_an_upgrade_open_a_hidden_store_with_its_key(tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path / 'kantor.sqlite3'}"
    monkeypatch.setenv("DATA_KEY", KEY)
    assert begin.main(["real", url]) == 0
    assert main([url]) == 0
    assert upgrade.main([url]) == 0
    capsys.readouterr()
    assert begin.main(["real", url]) == 1
    assert "sudah ditentukan" in capsys.readouterr().err
