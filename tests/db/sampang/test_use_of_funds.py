"""Visits after the money went out: signed, on a day since then, and asked about when they come twice."""

from datetime import UTC, date, datetime

import pytest

from db.refusals import SameAgain, Wrong
from db.sampang.loans.loans import loan_of
from db.sampang.refusals import OutsideVisit
from db.sampang.servicing.use_of_funds import record_use_of_funds, uses_of_funds
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.use_of_funds import UseOfFunds
from tests.db.people import a_nonce
from tests.db.sampang.lending import DAY, a_lending_office

LATER = datetime(2026, 6, 10, tzinfo=UTC)
MAY = date(2026, 5, 4)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def loan(lending):
    return lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED)).id


def record(lending, loan, who=None, on=MAY, **more):
    told = {"bought": "dua karung garam", "separate_books": True} | more.pop("told", {})
    visit = UseOfFunds(visitor="orang lain", on=on, **told)
    return lending.run(record_use_of_funds, who or lending.member, loan, visit, at=LATER, **more)


def seen(lending, loan):
    return [one.visit for one in lending.ask(uses_of_funds, lending.officer, loan)]


def test_a_visit_is_kept_as_it_was_typed_and_signed_with_who_came(lending, loan):
    record(lending, loan)
    (visit,) = seen(lending, loan)
    assert (visit.visitor, visit.on, visit.bought) == (lending.member.name, MAY, "dua karung garam")
    assert (visit.separate_books, visit.as_planned) == (True, None)


def test_the_newest_visit_stands_first_and_a_second_press_adds_nothing(lending, loan):
    nonce = a_nonce()
    first = record(lending, loan, on=date(2026, 6, 1), nonce=nonce)
    assert record(lending, loan, on=date(2026, 6, 1), nonce=nonce) == first
    record(lending, loan)
    assert [one.on for one in seen(lending, loan)] == [date(2026, 6, 1), MAY]


@pytest.mark.parametrize("on", [date(2026, 3, 1), date(2026, 6, 11)])
def test_nobody_saw_the_use_of_money_before_it_went_out_or_in_the_future(lending, loan, on):
    before = lending.office.everything()
    with pytest.raises(OutsideVisit, match="2 Maret 2026"):
        record(lending, loan, on=on)
    assert lending.office.everything() == before
    record(lending, loan, on=DAY)


def test_what_was_seen_is_told(lending, loan):
    with pytest.raises(Wrong):
        record(lending, loan, told={"bought": " "})


def test_a_second_visit_of_a_person_on_a_day_is_asked_about_and_that_of_another_is_not(lending, loan):
    record(lending, loan)
    record(lending, loan, who=lending.bank)
    with pytest.raises(SameAgain, match="sudah dicatat"):
        record(lending, loan)
    record(lending, loan, again_because="sore hari, gudang kedua")
    assert len(seen(lending, loan)) == 3
