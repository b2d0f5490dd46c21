"""What a person types is kept before it is sent, and offered again after a reload."""

import pytest

from db.engine import Database
from db.office.people import personas
from db.office.unsent_forms import UnsentForm, unsent_forms
from domain.blitar.roles import BlitarRole
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from pages.parts.unsent.offering import told_apart_by
from tests.screens.demo_office import calm, labelled
from tests.screens.walking import Screens

INTAKE = "sampang/intake/screen.py"


@pytest.fixture
def officer(demo_url):
    return visit(demo_url)


def visit(url, role=SampangRole.OFFICER):
    screens = Screens(url)
    screens.be(role)
    screens.open(INTAKE)
    return screens


def kept(screens, role=SampangRole.OFFICER):
    database = Database.at(screens.url)
    with database.read() as session:
        person = next(one for one in personas(session) if role in one.roles)
        found = unsent_forms(session, person, now())
    database.close()
    return found


def type_name(screens, name):
    labelled(screens.app.text_input, "Nama usaha *").set_value(name)
    return calm(screens.app.run())


def press(screens, label):
    labelled(screens.app.button, label).click()
    return calm(screens.app.run())


def test_a_field_that_is_left_is_kept_at_once_and_said(officer):
    type_name(officer, "Toko Sumber")
    (form,) = kept(officer)
    assert dict(form.typed) == {"applicant.name": "Toko Sumber"}
    assert form.screen == "Pengajuan"
    assert "Tersimpan sementara" in " ".join(one.value for one in officer.app.caption)


def test_an_untouched_form_is_not_kept(officer):
    officer.run()
    assert kept(officer) == ()


def test_what_is_emptied_again_is_not_kept_any_more(officer):
    type_name(officer, "Toko Sumber")
    type_name(officer, "")
    assert kept(officer) == ()


def test_a_new_visit_is_offered_what_was_typed_and_finds_it_in_its_field(officer):
    type_name(officer, "Toko Sumber")
    later = visit(officer.url)
    assert "Isian Anda pukul" in later.text
    press(later, "Lanjutkan")
    assert labelled(later.app.text_input, "Nama usaha *").value == "Toko Sumber"
    assert "Isian Anda pukul" not in later.text
    assert [dict(one.typed) for one in kept(later)] == [{"applicant.name": "Toko Sumber"}]


def test_what_is_dropped_is_not_offered_again(officer):
    type_name(officer, "Toko Sumber")
    later = visit(officer.url)
    press(later, "Ya, buang isian ini")
    assert kept(later) == ()
    assert "Isian Anda pukul" not in visit(officer.url).text


def test_a_form_that_is_sent_is_cleared(officer):
    type_name(officer, "Toko Sumber")
    press(officer, "Simpan draf")
    officer.run()
    assert kept(officer) == ()


def test_a_form_that_is_begun_anew_without_being_sent_is_offered_again(officer):
    type_name(officer, "Toko Lain")
    next(one for one in officer.app.button if str(one.key).startswith("draft-")).click()
    officer.run()
    officer.run()
    assert "Toko Lain" in officer.text
    assert [dict(one.typed) for one in kept(officer)] == [{"applicant.name": "Toko Lain"}]


def test_nobody_else_is_offered_it(officer):
    type_name(officer, "Toko Sumber")
    other = Screens(officer.url)
    other.be(BlitarRole.FACILITATOR)
    assert "Isian Anda pukul" not in other.text


def test_two_tabs_keep_what_is_typed_in_each(officer):
    type_name(officer, "Toko Satu")
    second = visit(officer.url)
    assert "Mungkin masih terbuka di tab lain" in second.text
    type_name(second, "Toko Dua")
    type_name(officer, "Toko Satu Jaya")
    assert {one.typed["applicant.name"] for one in kept(officer)} == {"Toko Satu Jaya", "Toko Dua"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"applicant.kind": "cooperative"}, ""),
        ({"filed_on": "28/11/2026", "phone": "081234567890"}, ""),
        ({"applicant.kind": "cooperative", "applicant.name": "KSU Makmur"}, "KSU Makmur"),
        ({"on": "28 Nov", "note": "Catatan kas sudah rapi sekali"}, "Catatan kas sudah rapi sekali"),
        ({"done": True, "amount": 5, "on": "18 Desember 2026"}, ""),
    ],
)
def test_an_offer_is_told_apart_by_a_name_or_a_sentence_never_by_a_code(typed, words):
    form = UnsentForm("x", "t", "Pengajuan", "pengajuan", typed, now())
    assert told_apart_by(form) == words
