"""A pile is taken in whole or not at all, each form once, and every file is filed and assessed."""

from datetime import date

import pytest

from db.office.people import add_person
from db.refusals import SameAgain
from db.sampang.applications.paper_pile import already_there, sent_before, take_in_pile
from db.tables import ApplicationRow, ReceiptRow
from domain.regulation.law_in_force import LawInForce
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, a_form, an_office
from tests.db.races import DONE, at_one_moment
from tests.db.statements import asked
from tests.people import held

LAW = LawInForce(SAMPANG_LOANS, date(2026, 3, 2))
NIKS = ("3527034506850000", "3527034506850001")


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


@pytest.fixture
def colleague(office):
    with office.database.write() as session:
        return add_person(session, "Petugas kedua", held(SampangRole.OFFICER), at=NOW)


def paper(name, nik, amount=20_000_000, **more):
    return a_form(name, nik=nik, amount=amount, filed_on=LAW.day, **more)


PILE = (paper("Toko Satu", NIKS[0]), paper("Toko Dua", NIKS[1]))


def signed_in(office, forms, actor=None):
    with office.database.write() as session:
        return take_in_pile(session, actor or office.officer, forms, LAW, at=NOW)


def signed(forms):
    return [(form, f"tanda-{place}-{form.applicant.name}-{form.amount}") for place, form in enumerate(forms)]


def take_in(office, forms, actor=None):
    return signed_in(office, signed(forms), actor)


def there(office, forms, actor=None):
    with office.database.read() as session:
        return already_there(session, actor or office.officer, signed(forms))


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


NEAR = {"district_code": "35.27.03"}
BESIDE = [
    ({"nik": NIKS[0]}, {"nik": NIKS[0]}, "memuat NIK dan jumlah yang sama"),
    ({"npwp": "0012345678901234"}, {"npwp": "012345678901234"}, "memuat NPWP dan jumlah yang sama"),
    (
        {"name": "UD. Makmur", **NEAR},
        {"name": "ud makmur", **NEAR},
        "memuat nama, kecamatan, dan jumlah yang sama",
    ),
]


@pytest.mark.parametrize(("one", "other", "told"), BESIDE, ids=["NIK", "NPWP", "name"])
def test_what_the_store_would_ask_about_between_two_forms_is_told_before(office, one, other, told):
    pile = [
        paper(**{"name": f"Toko {place}", "nik": None} | which) for place, which in enumerate((one, other))
    ]
    found = there(office, pile)
    assert list(found) == [1]
    assert told in found[1]
    good = [form for place, form in enumerate(pile) if place not in found]
    assert len(take_in(office, good)) == 1


@pytest.mark.parametrize("more", [{"district_code": "35.27.04"}, {"amount": 21_000_000, **NEAR}], ids=str)
def test_the_same_name_elsewhere_or_for_another_amount_is_another_form(office, more):
    pile = [a_form("UD Makmur", filed_on=LAW.day, **{"amount": 20_000_000} | told) for told in (NEAR, more)]
    assert there(office, pile) == {}
    assert len(take_in(office, pile)) == 2


@pytest.mark.parametrize("amount", [20_000_000, None])
def test_a_form_that_came_before_is_known_after_its_amount_was_mended(office, amount):
    form = paper("Toko Satu", NIKS[0], amount)
    (stored,) = take_in(office, [form])
    mended = paper("Toko Satu", NIKS[0], 25_000_000)
    office.save(mended, application_id=stored.id, expected_version=stored.version)
    (told,) = there(office, [form]).values()
    assert told.startswith(
        f"Sudah masuk: Pengajuan {stored.number}, Toko Satu, Rp25.000.000: formulir yang sama;"
    )


def test_a_pile_of_a_colleague_is_known_and_told_with_their_name(office, colleague):
    (stored,) = take_in(office, PILE[:1])
    (told,) = there(office, PILE[:1], colleague).values()
    assert f"Pengajuan {stored.number}" in told
    assert f"dicatat {office.officer.name}" in told


def test_what_a_colleague_sent_meanwhile_is_given_back_and_the_rest_goes_in(office, colleague):
    (stored,) = take_in(office, PILE[:1])
    known, new = take_in(office, PILE, colleague)
    assert (known.id, known.already_saved, new.already_saved) == (stored.id, True, False)
    assert (office.count(ApplicationRow), office.count(ReceiptRow)) == (2, 2)


def test_two_who_send_the_same_pile_at_one_moment_take_it_in_once(office, colleague):
    backwards = signed(PILE)[::-1]
    presses = (lambda: take_in(office, PILE), lambda: signed_in(office, backwards, colleague))
    assert at_one_moment(*presses) == [DONE, DONE]
    assert (office.count(ApplicationRow), office.count(ReceiptRow)) == (2, 2)


def many(count):
    return [
        paper(f"Toko {place}", f"3527034506{place:06}", npwp=f"{place:015}", **NEAR)
        for place in range(1, count + 1)
    ]


@pytest.mark.parametrize("stored", [False, True], ids=["new", "stored"])
def test_a_look_at_a_large_pile_asks_no_more_than_at_a_small_one(office, stored):
    if stored:
        take_in(office, many(30))
    costs = []
    for count in (1, 30):
        with asked(office.database) as statements:
            found = there(office, many(count))
        assert len(found) == (count if stored else 0)
        costs.append(len(statements))
    assert costs[0] == costs[1]


def test_the_same_request_comes_in_with_a_written_reason(office):
    take_in(office, PILE)
    again = [(PILE[0], "tanda lain")]
    with pytest.raises(SameAgain), office.database.write() as session:
        take_in_pile(session, office.officer, again, LAW, at=NOW)
    with office.database.write() as session:
        take_in_pile(session, office.officer, again, LAW, at=NOW, again_because="Pinjaman kedua")
    assert office.count(ApplicationRow) == 3


def test_a_form_that_came_word_for_word_is_told_from_one_that_only_asks_the_same(office):
    take_in(office, PILE)
    forms = [*signed(PILE), (PILE[0], "tanda lain")]
    with office.database.read() as session:
        assert sent_before(session, office.officer, forms) == {0, 1}
