"""What a person types is kept before it is sent, and offered again after a reload."""

import pytest
from sqlalchemy import select

from db.engine import Database
from db.office.people import personas
from db.office.unsent_forms import UnsentForm, keep_unsent, unsent_forms
from db.tables import ApplicationRow, MeetingRow, MonthlyReportRow
from domain.blitar.roles import BlitarRole
from domain.sampang.origination.stages import Stage
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


def leave(screens, form, address="pengajuan", role=SampangRole.OFFICER):
    """Keep a form as a tab of before left it."""
    unsent = UnsentForm(form, "tab-lama", "Layar lama", address, {"note": "Kata yang diketik"}, now())
    database = Database.at(screens.url)
    with database.write() as session:
        person = next(one for one in personas(session) if role in one.roles)
        keep_unsent(session, person, unsent)
    database.close()


def first(url, column, condition):
    """The first value of a column in the demo of which a condition holds."""
    database = Database.at(url)
    with database.read() as session:
        found = session.scalar(select(column).where(condition).order_by(column).limit(1))
    database.close()
    return found


@pytest.mark.parametrize(
    ("status", "offered"), [(Stage.DISBURSED, False), (Stage.REFUSED, False), (Stage.FILED, True)]
)
def test_what_was_typed_for_a_file_goes_with_the_step_that_it_was_for(demo_url, status, offered):
    screens = visit(demo_url)
    number = first(demo_url, ApplicationRow.id, ApplicationRow.status == status)
    leave(screens, f"check-papers-nonce-{number}-1", "pinjaman")
    later = visit(demo_url)
    assert ("Kata yang diketik" in later.text) is offered
    assert bool(kept(later)) is offered


def test_what_was_typed_for_a_meeting_goes_when_it_is_closed(demo_url):
    screens = visit(demo_url)
    meeting = first(demo_url, MeetingRow.id, MeetingRow.closed_at.is_not(None))
    leave(screens, f"rapat-isian:{meeting}:1", "rapat-pokjanis", SampangRole.TEAM_MEMBER)
    later = Screens(demo_url)
    later.be(SampangRole.TEAM_MEMBER)
    later.open("sampang/meetings/screen.py")
    assert "Layar lama" not in later.text
    assert kept(later, SampangRole.TEAM_MEMBER) == ()


def test_what_was_written_for_a_report_goes_when_it_is_sent(demo_url):
    screens = visit(demo_url)
    month = first(demo_url, MonthlyReportRow.month, MonthlyReportRow.state == "sent")
    leave(screens, f"nonce:laporan:{month}:1", "laporan", BlitarRole.FACILITATOR)
    later = Screens(demo_url)
    later.be(BlitarRole.FACILITATOR)
    later.open("blitar/reports/screen.py")
    assert "Layar lama" not in later.text


def test_the_band_goes_in_every_tab_once_what_it_offers_was_sent(officer):
    type_name(officer, "Toko Sumber")
    second = visit(officer.url)
    assert "Isian Anda pukul" in second.text
    press(officer, "Simpan draf")
    officer.run()
    second.run()
    assert "Isian Anda pukul" not in second.text


def test_what_is_continued_where_its_form_is_gone_says_so_and_can_be_dropped(officer):
    leave(officer, "formulir-yang-tidak-ada")
    later = visit(officer.url)
    press(later, "Lanjutkan")
    later.run()
    later.run()
    assert "tidak dapat dilanjutkan" in later.text
    press(later, "Ya, buang isian ini")
    assert kept(later) == ()
    assert "tidak dapat dilanjutkan" not in later.text
