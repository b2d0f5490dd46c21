"""The logo of an office's papers is a setting: proposed, drawn anew, approved by another, dated, kept."""

from datetime import date, timedelta

import pytest

from db.office.logos import logo_bytes, propose_logo
from db.office.practice import law_of
from db.office.settings import approve_setting
from db.refusals import SelfApproval, Wrong
from domain.regulation.office_proposals import SettingProposed
from domain.regulation.office_texts import text_set
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.parameters import AGENCY_LOGO, AGENCY_NAME
from domain.sampang.programme import SAMPANG
from tests.db.office.logos import a_png
from tests.db.people import NOW, a_nonce, an_office

SINCE = date(2026, 4, 1)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def propose(office, data, who=None, parameter=AGENCY_LOGO, nonce=None):
    told = SettingProposed(since=SINCE, reason="lambang daerah")
    with office.database.write() as session:
        who, nonce = who or office.admin, nonce or a_nonce()
        return propose_logo(session, who, SAMPANG, parameter, data, told, nonce=nonce, at=NOW)


def approve(office, number, who=None):
    with office.database.write() as session:
        approve_setting(session, who or office.lead, SAMPANG, number, at=NOW)


def head_on(office, day):
    with office.database.read() as session:
        return letterhead(law_of(session, SAMPANG, day))


def test_an_approved_logo_stands_on_the_papers_from_its_day_on(office):
    approve(office, propose(office, a_png()))
    assert head_on(office, SINCE - timedelta(days=1)).logo_key == ""
    key = head_on(office, SINCE).logo_key
    with office.database.read() as session:
        kept = logo_bytes(session, key)
    assert kept.startswith(b"\xff\xd8")
    assert b"PNG" not in kept


def test_until_another_person_approves_it_there_is_none(office):
    number = propose(office, a_png(), office.admin_and_lead)
    with pytest.raises(SelfApproval):
        approve(office, number, office.admin_and_lead)
    assert head_on(office, SINCE).logo_key == ""


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"%PDF-1.4 %%EOF", a_png()[:60]])
def test_what_is_no_whole_picture_is_refused_and_nothing_is_kept(office, data):
    before = office.everything()
    with pytest.raises(Wrong):
        propose(office, data)
    assert office.everything() == before


def test_the_same_picture_proposed_twice_is_kept_once(office):
    approve(office, propose(office, a_png()))
    approve(office, propose(office, a_png()))
    assert head_on(office, SINCE).logo_key


def test_another_setting_is_no_picture(office):
    with pytest.raises(ValueError, match="agency_name"):
        propose(office, a_png(), parameter=AGENCY_NAME)


def test_pressed_twice_one_proposal_is_made(office):
    nonce = a_nonce()
    assert propose(office, a_png(), nonce=nonce) == propose(office, a_png(), nonce=nonce)


def test_a_setting_that_nobody_set_is_blank(office):
    with office.database.read() as session:
        assert text_set(law_of(session, SAMPANG, SINCE), AGENCY_LOGO) == ""
