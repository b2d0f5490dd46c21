"""Dasar hukum shows each clause with its coding, the office's own copy beside it, and other law."""

import pytest

from db.engine import Database
from db.office.own_texts import keep_own_text
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.people import ROLES
from tests.screens.office.test_legal_basis import _open
from tests.screens.walking import Screens

POLE = "[tebal](http://x) <script>alert(1)</script> :red[x]"
COPY = f"[III.9] Barang dagangan {POLE} dapat dijadikan tambahan jaminan\n[IX.1] surat tegoran 1,2,3"


def again(screens):
    """Come again as a new visitor: after a screen ran itself anew, AppTest forgets its widgets."""
    person = screens.app.session_state["persona-choice"]
    screens.app = Screens(screens.url).app
    screens.app.session_state["persona-choice"] = person
    screens.run()


def choose(screens, data, name="perbup.txt"):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, "Naskah")
    screens.app.file_uploader[0].upload(name, data, "text/plain")
    screens.run()


def unchecked(screens):
    return sum("Belum diperiksa kantor" in one.value for one in screens.app.caption)


def buttons(screens, label):
    return [button for button in screens.app.button if button.label == label]


def kept(screens):
    person = screens.be(OfficeRole.ADMINISTRATOR)
    database = Database.at(screens.url)
    with database.write() as session:
        keep_own_text(session, person, SAMPANG, "perbup.txt", COPY.encode(), nonce="salinan", at=now())
    database.close()
    return person


def test_the_text_tells_how_many_clauses_have_an_entry_and_what_each_is(screens):
    _open(screens, "Naskah", wanted="VIII.2.a.1")
    assert "Perbup Sampang 20/2015: 147 dari 147 ketentuan" in screens.text
    assert ":blue-badge[VIII.2.a.1] :gray-badge[hak atau kewajiban]" in screens.text
    assert "“Ketua dan Bendahara Koperasi”" in screens.text
    _open(screens, "Peraturan")
    assert "147 dari 147 ketentuan ada dalam program." in screens.text


@pytest.mark.parametrize("role", [None, *ROLES])
def test_nobody_but_the_administrator_is_offered_to_load_a_copy(screens, role):
    if role is not None:
        screens.be(role)
    _open(screens, "Naskah")
    assert bool(screens.app.file_uploader) == (role is OfficeRole.ADMINISTRATOR)
    assert not screens.app.exception


def test_what_was_found_is_shown_before_anything_is_kept(screens):
    choose(screens, COPY.replace("tambahan jaminan", "jaminan").encode() + b"\n[IX.9] x")
    assert "Ditemukan 2 dari 147 ketentuan" in screens.text
    assert "dan 105 lagi" in screens.text  # 145 are missing, 40 are named
    assert "Tanda yang bukan tempat dalam peraturan ini: IX.9" in screens.text
    assert "III.9: “dapat dijadikan tambahan jaminan”" in screens.text
    assert "Kantor belum memuat salinan naskahnya" in screens.text


def test_a_copy_that_is_kept_stands_beside_its_rule_as_text_with_whose_it_is(screens):
    choose(screens, COPY.encode())
    buttons(screens, "Simpan salinan ini")[0].click()
    screens.run()
    again(screens)
    screens.be(SampangRole.OFFICER)
    _open(screens, wanted="III.9")
    assert {one.value for one in screens.app.text} == {
        f"Barang dagangan {POLE} dapat dijadikan tambahan jaminan"
    }
    assert "menurut salinan kantor, dimuat" in screens.text
    _open(screens, "Naskah", wanted="IX.1")
    assert [one.value for one in screens.app.text] == ["surat tegoran 1,2,3"]
    assert "2 dari 147 ketentuan" in screens.text


def test_a_file_that_is_no_text_is_refused_and_cannot_be_kept(screens):
    choose(screens, b"%PDF-1.7")
    assert "Ini berkas PDF" in screens.text
    assert not buttons(screens, "Simpan salinan ini")


def test_the_copy_names_who_loaded_it(screens):
    person = kept(screens)
    _open(screens, "Naskah", wanted="IX.1")
    assert f"oleh {person.name}" in screens.text


def test_other_law_is_shown_with_its_day_and_that_its_text_is_to_be_checked(screens):
    _open(screens, "Peraturan")
    told = screens.text
    assert "Peraturan lain yang perlu dilihat" in told
    for name in ("PMK 137/PMK.06/2022", "PP 28/2025", "PP 42/2024", "POJK 41/2024", "PP 47/2024"):
        assert f"**{name}**" in told
    assert "17 Oktober 2026" in told
    assert "Batas: Rp8.000.000." in told
    assert unchecked(screens) == 5
    assert not buttons(screens, "Catat pemeriksaan")


def test_other_law_stands_beside_the_rule_and_the_reading_it_is_about(screens):
    _open(screens, wanted="VIII.2.b.2")
    assert "Lihat juga PP 28/2025" in screens.text
    _open(screens, "Tafsir", wanted="S-36")
    assert "Lihat juga POJK 41/2024" in screens.text


def test_the_administrator_notes_that_the_text_was_looked_at(screens):
    person = screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, "Peraturan")
    screens.app.text_area[0].set_value(f"Pasal 3 {POLE}")
    buttons(screens, "Catat pemeriksaan")[0].click()
    screens.run()
    again(screens)
    _open(screens, "Peraturan")
    assert f"Diperiksa oleh {person.name} pada" in screens.text
    assert unchecked(screens) == 4
    assert r"\[tebal\]" in "".join(one.value for one in screens.app.caption)


def test_a_note_without_what_was_found_is_refused(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, "Peraturan")
    buttons(screens, "Catat pemeriksaan")[0].click()
    screens.run()
    assert "Belum tersimpan" in screens.text
    assert unchecked(screens) == 5
