"""How many usaha each kecamatan has is the office's: proposed by one, approved by another, dated, kept."""

from datetime import date, timedelta

import pytest

from db.office.practice import law_of
from db.office.settings import approve_setting, propose_setting
from db.refusals import Wrong
from db.tables import OfficeSettingRow
from domain.blitar.parameters import BUSINESS_COUNTS
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.business_base import base_on
from domain.programme import NotAllowed
from domain.regions.business_counts import BusinessCount, BusinessCounts
from domain.regulation.office_proposals import SettingProposed
from tests.db.people import NOW, a_nonce, an_office

HERE = "35.05.01"
FIRST, SECOND = date(2024, 12, 31), date(2025, 12, 31)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def counted(businesses, code=HERE, source="Hitungan dinas"):
    return BusinessCounts(source, {code: BusinessCount(businesses, 10)}).written()


def proposed(office, value, day=FIRST):
    asked = SettingProposed(since=day, reason="pemutakhiran")
    told = (office.admin, BLITAR, BUSINESS_COUNTS, value, asked)
    with office.database.write() as session:
        return propose_setting(session, *told, nonce=a_nonce(), at=NOW)


def approved(office, number):
    with office.database.write() as session:
        approve_setting(session, office.people[BlitarRole.AGENCY_HEAD], BLITAR, number, at=NOW)


def base(office, day):
    with office.database.read() as session:
        return base_on(law_of(session, BLITAR, day))


def test_a_count_holds_from_its_day_once_another_person_approved_it(office):
    number = proposed(office, counted(900))
    assert base(office, FIRST) is None
    approved(office, number)
    assert base(office, FIRST).of(HERE) == BusinessCount(900, 10)


def test_a_later_count_does_not_overwrite_an_earlier_one(office):
    approved(office, proposed(office, counted(900)))
    approved(office, proposed(office, counted(1100), SECOND))
    assert base(office, SECOND - timedelta(days=1)).of(HERE).businesses == 900
    assert base(office, SECOND).of(HERE).businesses == 1100
    assert office.count(OfficeSettingRow) == 2


def test_whoever_enters_it_may_not_approve_it(office):
    number = proposed(office, counted(900))
    with pytest.raises(NotAllowed), office.database.write() as session:
        approve_setting(session, office.admin, BLITAR, number, at=NOW)


@pytest.mark.parametrize("value", [counted(1, source=" "), counted(1, "35.27.01"), counted(1_000_001)])
def test_a_count_that_cannot_be_is_refused_and_nothing_is_kept(office, value):
    before = office.everything()
    with pytest.raises(Wrong):
        proposed(office, value)
    assert office.everything() == before


@pytest.mark.parametrize("value", ["banyak", 900, (900, 10)])
def test_what_is_no_count_by_kecamatan_is_refused(office, value):
    with pytest.raises(ValueError, match="business_counts"):
        proposed(office, value)
