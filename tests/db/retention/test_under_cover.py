"""Under the cover of an erasure nothing else is changed: it is refused, or found when the chain is walked."""

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from db.chain.walking import Fault
from db.data_keys import new_key
from db.hiding import hide_all
from db.retention.chain_runs import ChainBroken
from db.tables import AuditRow, ErasureListRow, ErasureRow
from tests.db.people import NOW
from tests.db.retention.yearly import LATER, a_yearly_office


@pytest.fixture
def office(database_url):
    with a_yearly_office(database_url) as office:
        yield office


@pytest.fixture(scope="module")
def whole(shared_database_url):
    """An office for what is refused, which leaves nothing."""
    with a_yearly_office(shared_database_url) as office:
        office.set_years()
        yield office


@pytest.fixture(scope="module")
def forged(whole):
    """A list that two people agreed on and that nothing has closed, as somebody forges it."""
    with whole.database.write() as session:
        row = ErasureListRow(programme="sampang", year=2028, on=NOW.date(), reason="palsu")
        row.proposed_by_id, row.proposed_at = whole.admin.id, NOW
        row.approved_by_id, row.approved_at = whole.lead.id, NOW
        session.add(row)
        session.flush()
        return row.id


def _trail(office):
    """A line of the trail about a file that is erased."""
    (row, *_) = office.rows(AuditRow, AuditRow.subject_kind == "application", AuditRow.subject_id == 1)
    return row.id


def _refused(office, change, list_id=None, key=None):
    """A change past the verbs, with a line of its own for a row of the trail, is refused."""
    with office.database.write() as session:
        if list_id is not None:
            line = {"list_id": list_id, "in_table": "audit", "row_key": str(key), "before": "x", "after": "y"}
            session.connection().execute(insert(ErasureRow), line)
        with pytest.raises(DBAPIError, match="append-only"):
            session.execute(text(change))
        session.rollback()


def test_without_its_line_no_row_is_changed(whole):
    _refused(whole, f"UPDATE audit SET after = NULL WHERE id = {_trail(whole)}")


def test_a_line_of_a_list_that_nobody_approved_lets_nothing_through(whole):
    row, waiting = _trail(whole), whole.propose()
    _refused(whole, f"UPDATE audit SET after = NULL WHERE id = {row}", list_id=waiting, key=row)


def test_a_list_that_has_erased_is_closed(office):
    office.erase()
    row = _trail(office)
    _refused(office, f"UPDATE audit SET after = NULL WHERE id = {row}", list_id=1, key=row)


CHANGES = {
    "another column": "UPDATE audit SET after = NULL, person_name = 'Orang lain' WHERE id = {row}",
    "another row": "UPDATE audit SET after = NULL WHERE id <> {row}",
    "its number": "UPDATE audit SET id = 9999 WHERE id = {row}",
    "removal": "DELETE FROM audit WHERE id = {row}",
}


@pytest.mark.parametrize("what", CHANGES)
def test_with_a_line_nothing_but_what_is_personal_in_that_row_is_changed(whole, forged, what):
    row = _trail(whole)
    _refused(whole, CHANGES[what].format(row=row), list_id=forged, key=row)


def test_a_row_with_a_line_is_not_replaced_on_sqlite(whole, forged):
    if not whole.database.is_sqlite:
        pytest.skip("only SQLite replaces rows")
    row = _trail(whole)
    replaced = f"INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE id = {row}"
    _refused(whole, replaced, list_id=forged, key=row)


def test_an_erasure_that_somebody_added_past_the_verbs_is_found(office):
    row = _trail(office)
    change = f"UPDATE audit SET after = NULL WHERE id = {row}"
    line = "INSERT INTO erasure (id, list_id, in_table, row_key, before, after) VALUES "
    office.past_the_program(
        'INSERT INTO erasure_list (id, programme, year, "on", reason, proposed_by_id, proposed_at, '
        "approved_by_id, approved_at) VALUES (1, 'sampang', 2028, '2028-01-01', 'x', 1, '2028-01-01', 2, "
        "'2028-01-01')",
        f"{line} (1, 1, 'audit', '{row}', 'x', 'y')",
        change,
    )
    broken = office.walked()
    assert (broken.fault, broken.table, broken.rows) == (Fault.CHANGED, "audit", ((row,),))


TAMPERED = {
    "audit": "UPDATE audit SET person_name = 'Orang lain' WHERE subject_id = 1",
    "judgement": "UPDATE judgement SET answer = false WHERE application_id = 2",
}


@pytest.mark.parametrize("table", TAMPERED)
def test_an_erased_row_that_is_changed_afterwards_is_found(office, table):
    office.erase()
    assert office.walked() is None
    office.past_the_program(TAMPERED[table])
    broken = office.walked()
    assert (broken.fault, broken.table) == (Fault.CHANGED, table)


def test_the_word_that_something_was_erased_is_bound_too(office):
    office.erase()
    office.past_the_program("UPDATE erasure SET after = before WHERE id = 1")
    assert office.walked().table == "erasure"


def test_what_was_tampered_with_before_is_not_covered_up_by_erasing_it(office):
    office.set_years()
    number = office.propose()
    change = f"UPDATE audit SET person_name = 'Orang lain' WHERE id = {_trail(office)}"
    office.past_the_program(change)
    with pytest.raises(ChainBroken):
        office.approve(number)
    assert office.applicant(office.withdrawn).nik


def test_rows_erased_by_two_lists_one_after_the_other_hold(office):
    office.set_years()
    office.hold(office.refused, until=(LATER.date()).replace(year=LATER.year + 1))
    office.approve(office.propose())
    after = LATER.replace(year=LATER.year + 2)
    assert office.approve(office.propose(after), at=after) == 1
    assert office.walked() is None


def test_a_store_that_hides_numbers_erases_alike_and_its_key_may_be_changed_afterwards(office):
    first, second = new_key(), new_key()
    hide_all(office.database, first, "", at=NOW)
    assert office.erase() == 2
    assert office.walked() is None
    hide_all(office.database, second, first, at=NOW)
    assert office.walked() is None
    assert office.applicant(office.withdrawn).nik is None
    assert office.applicant(office.on_the_way).nik
