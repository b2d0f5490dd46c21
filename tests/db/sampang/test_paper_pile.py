"""A pile is taken in whole or not at all, each form once, and every file is filed and assessed."""

from datetime import date

import pytest

from db.refusals import SameAgain
from db.sampang.applications.paper_pile import already_there, take_in_pile
from db.tables import ApplicationRow, ReceiptRow
from domain.regulation.law_in_force import LawInForce
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.stages import Stage
from tests.db.people import NOW, a_form, an_office

LAW = LawInForce(SAMPANG_LOANS, date(2026, 3, 2))
NIKS = ("3527034506850000", "3527034506850001")


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def paper(name, nik, amount=20_000_000):
    return a_form(name, nik=nik, amount=amount, filed_on=LAW.day)


PILE = (paper("Toko Satu", NIKS[0]), paper("Toko Dua", NIKS[1]))


def signed_in(office, signed):
    with office.database.write() as session:
        return take_in_pile(session, office.officer, signed, LAW, at=NOW)


def take_in(office, forms):
    return signed_in(office, [(form, f"tanda-{form.applicant.name}-{form.amount}") for form in forms])


def there(office, forms):
    with office.database.read() as session:
        return already_there(session, office.officer, forms)


def test_every_form_becomes_a_filed_and_assessed_application(office):
    taken = take_in(office, PILE)
    assert len({one.number for one in taken}) == 2
    with office.database.read() as session:
        rows = [session.get(ApplicationRow, one.id) for one in taken]
        assert {row.status for row in rows} == {Stage.FILED}
        assert all(row.verdict for row in rows)
    assert office.count(ReceiptRow) == 2


def test_the_same_pile_sent_twice_is_taken_in_once(office):
    first, again = take_in(office, PILE), take_in(office, PILE)
    assert [one.id for one in again] == [one.id for one in first]
    assert all(one.already_saved for one in again)
    assert (office.count(ApplicationRow), office.count(ReceiptRow)) == (2, 2)


def test_where_one_form_is_refused_nothing_of_the_pile_is_stored(office):
    take_in(office, PILE[:1])
    with pytest.raises(SameAgain):
        signed_in(office, [(paper("Toko Tiga", "3527034506850002"), "baru"), (PILE[0], "tanda lain")])
    assert office.count(ApplicationRow) == 1


def test_what_is_there_already_is_told_before(office):
    (stored,) = take_in(office, PILE[:1])
    found = there(office, PILE)
    assert list(found) == [0]
    assert stored.number in found[0]


def test_two_forms_of_one_person_for_one_amount_are_asked_about(office):
    found = there(office, (PILE[0], paper("Toko Satu Lagi", NIKS[0])))
    assert list(found) == [1]
    assert "NIK dan jumlah yang sama" in found[1]
