"""What the trail says of a person under another subject goes with them: own records, bank files, piles."""

import pytest
from sqlalchemy import select

from db.blitar.retention.client_rows import rows_of_clients
from db.office.own_record import own_record
from db.retention.erasing import erase_rows
from db.tables import ApplicationRow, AuditRow, ErasureListRow
from domain.blitar.visiting.visit import DayPart
from domain.revealing import Why
from domain.sampang.programme import SAMPANG
from tests.db.blitar.visiting import AGAIN, Caseload, a_visit
from tests.db.people import NOW, an_office
from tests.db.retention.yearly import a_yearly_office
from tests.db.sampang.bank_files import BankDesk, a_row

TOLD = "pakai rekening istrinya"


@pytest.fixture
def office(database_url):
    with a_yearly_office(database_url) as office:
        yield office


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def _lines(database, action):
    with database.read() as session:
        return list(session.scalars(select(AuditRow.after).where(AuditRow.action == action)))


def _number(office, file):
    (row,) = office.rows(ApplicationRow, ApplicationRow.id == file)
    return row


def test_the_line_on_an_own_record_that_was_asked_for_tells_no_number_any_more(office):
    gone, stays = (_number(office, one) for one in (office.withdrawn, office.on_the_way))
    for minute, one in enumerate((gone, stays)):
        with office.database.write() as session:
            at = NOW.replace(minute=minute)
            own_record(session, office.admin, SAMPANG, one.nik, Why.OWN_REQUEST, at=at)
    office.erase()
    told = str(_lines(office.database, "own_record"))
    assert gone.number not in told
    assert stays.number in told
    assert office.walked() is None


def test_why_a_row_of_a_bank_file_was_put_aside_goes_with_whom_it_names(office):
    desk, gone = BankDesk(office.lending), _number(office, office.withdrawn)
    file = desk.take_in(a_row(1, gone.number), a_row(2, "tak dikenal"))
    desk.put_aside(file, 1, reason=TOLD)
    desk.put_aside(file, 2, reason="uang pajak")
    office.erase()
    told = str(_lines(office.database, "put_bank_rows_aside"))
    assert TOLD not in told
    assert "uang pajak" in told
    assert office.walked() is None


def test_why_a_visit_of_a_pile_was_recorded_again_goes_from_the_line_of_the_pile(caseload):
    client, database = caseload.binaan(), caseload.office.database
    for part in (DayPart.MORNING, DayPart.AFTERNOON):
        caseload.take_in(a_visit(caseload.sri, client, day_part=part))
    assert AGAIN in str(_lines(database, "import_visits"))
    with database.write() as session:
        row = ErasureListRow(programme="blitar", year=2028, on=NOW.date(), reason="JRA")
        row.proposed_by_id, row.proposed_at = caseload.facilitator.id, NOW
        row.approved_by_id, row.approved_at = caseload.mentor.id, NOW
        session.add(row)
        session.flush()
        erase_rows(session, row.id, rows_of_clients(session, [client]), "dihapus (retensi 2028)")
    assert AGAIN not in str(_lines(database, "import_visits"))
