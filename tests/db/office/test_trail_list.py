"""The trail is read page by page, by who, about what, and between days."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db.office.trail_list import TrailWanted, people_of_trail, trail_page
from db.sampang.applications.applications import save_draft
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow
from domain.dates import JAKARTA
from domain.sampang.programme import SAMPANG
from tests.db.people import a_form, a_nonce, an_office

EVENING = datetime(2026, 3, 2, 23, 30, tzinfo=JAKARTA)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def _draft(office, at, actor=None, name="Toko"):
    with office.database.write() as session:
        form = a_form()
        form = replace(form, applicant=replace(form.applicant, name=name))
        return save_draft(session, actor or office.officer, form, nonce=a_nonce(), at=at).id


def _page(office, before=None, size=50, **wanted):
    with office.database.read() as session:
        return trail_page(session, office.admin, SAMPANG, TrailWanted(**wanted), before=before, size=size)


def _subjects(page):
    return [one.subject.id for one in page.lines if one.action is SampangAction.SAVE_APPLICATION]


def test_pages_follow_each_other_without_a_gap_or_a_line_twice(office):
    drafts = [_draft(office, EVENING + timedelta(minutes=place), name=f"Toko {place}") for place in range(5)]
    first = _page(office, size=2)
    second = _page(office, before=first.older, size=2)
    third = _page(office, before=second.older, size=2)
    assert _subjects(first) + _subjects(second) + _subjects(third) == drafts[::-1]
    assert third.older is None


def test_a_day_is_a_day_in_indonesia_and_both_ends_count(office):
    draft = _draft(office, EVENING)  # 16.30 of the same day in Greenwich
    night = _draft(office, EVENING + timedelta(hours=2), name="Toko malam")  # still the second there
    assert _subjects(_page(office, first_day=date(2026, 3, 2), last_day=date(2026, 3, 2))) == [draft]
    assert _subjects(_page(office, first_day=date(2026, 3, 3))) == [night]


def test_lines_are_chosen_by_the_number_of_a_file_and_tell_it(office):
    one, _ = _draft(office, EVENING), _draft(office, EVENING, name="Lain")
    with office.database.read() as session:
        number = session.get_one(ApplicationRow, one).number
    page = _page(office, number=f" {number} ")
    assert _subjects(page) == [one]
    assert page.known[SampangSubject.APPLICATION, one] == number


@pytest.mark.parametrize("told", ["tidak ada", "9" * 30, "-1"])
def test_a_number_of_nothing_finds_nothing(office, told):
    _draft(office, EVENING)
    assert _page(office, number=told).lines == ()


def test_lines_are_chosen_by_who_and_about_what(office):
    one, other = _draft(office, EVENING), _draft(office, EVENING, name="Lain")
    assert _subjects(_page(office, kind=SampangSubject.APPLICATION, number=str(other))) == [other]
    assert _subjects(_page(office, person_id=office.officer.id)) == [other, one]
    assert _page(office, person_id=office.member.id).lines == ()


def test_everybody_may_be_looked_for(office):
    with office.database.read() as session:
        names = dict(people_of_trail(session, office.admin, SAMPANG))
    assert names[office.officer.id] == office.officer.name
