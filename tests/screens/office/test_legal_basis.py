"""Dasar hukum: everything can be read and found, and a decision of the office takes two people."""

import pytest

from db.engine import Database
from db.office.people import add_person
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.programme import may
from domain.regulation.interpretations import Weight
from domain.roles import OfficePermission, OfficeRole
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.people import ROLES, held, someone
from tests.screens.as_typed import as_typed
from tests.screens.walking import Screens

PAGE = "office/legal_basis/screen.py"
DECISIONS = "Ketetapan kantor"
POLE = "**tebal** <script>alert(1)</script> :red[x] =1+1 http://x.id a@x.id www.x.id"


def test_nobody_reads_the_law_without_choosing_a_persona(screens):
    _open(screens)
    assert not screens.app.exception
    assert [tab.label for tab in screens.app.tabs] == [
        "Ketentuan", "Gambar", "Naskah", "Angka", "Tafsir", "Peraturan"
    ]  # fmt: skip
    assert "Jangka waktu 12, 24 atau 36 bulan" in screens.text


@pytest.mark.parametrize("role", ROLES)
def test_every_role_opens_every_tab_that_it_may_have(screens, role):
    screens.be(role)
    _open(screens)
    tabs = [tab.label for tab in screens.app.tabs]
    shown = BLITAR if role in set(BlitarRole) else SAMPANG
    decides = may(someone(role), OfficePermission.PROPOSE_SETTINGS, shown) or may(
        someone(role), OfficePermission.APPROVE_SETTINGS, shown
    )
    assert ("Ketetapan kantor" in tabs) == decides
    for tab in tabs:
        _open(screens, tab)
        assert not screens.app.exception


def test_the_address_of_a_tab_that_my_role_lacks_shows_the_first_tab_instead(screens):
    screens.be(SampangRole.OFFICER)
    _open(screens, DECISIONS)
    assert not screens.app.exception
    assert "Usulan baru" not in screens.text


def test_leaving_the_role_that_decides_closes_its_tab(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS)
    assert "Usulan baru" in screens.text
    screens.be(SampangRole.BANK)
    assert not screens.app.exception
    assert "Usulan baru" not in screens.text


def test_a_place_is_found_with_all_that_it_contains_and_nothing_else(screens):
    _open(screens, wanted="iv.2.d")
    assert "Tidak mempunyai tunggakan kredit" in screens.text
    assert "RAT dua kali" not in screens.text
    _open(screens, wanted="III.6")
    assert "Pinjaman tidak melebihi plafon" not in screens.text  # VIII.… holds the letters III.


def test_a_search_comes_from_the_address_too(screens):
    _open(screens, "Tafsir", wanted="S-06")
    assert [box.label.replace("\\", "")[2:6] for box in screens.app.expander] == ["S-06"]


def test_words_are_found_in_numbers_and_readings(screens):
    _open(screens, "Angka", wanted="surat teguran")
    assert "30 hari" in screens.text
    _open(screens, "Tafsir", wanted="kepala desa")
    assert "S-17" in screens.text


def test_a_search_that_finds_nothing_says_what_to_try(screens):
    _open(screens, wanted="zzzz **x** [a](b)")
    assert "Tidak ada ketentuan yang cocok" in screens.text
    assert not screens.app.exception


def test_a_reading_is_one_click_from_the_provision_that_rests_on_it(screens):
    _open(screens, wanted="IV.2.d")
    next(button for button in screens.app.button if button.key.endswith(">S-32")).click().run()
    assert screens.app.session_state["bagian"] == "Tafsir"
    assert "Tunggakan siapa yang menghalangi pinjaman?" in screens.text
    assert "bawaan program" in screens.text.lower()


def test_every_provision_number_and_reading_of_the_programme_is_printed(screens):
    places = {rule.place for rule in SAMPANG_LOANS.rules} | {
        rule.citations[0].short for rule in SAMPANG_LOANS.item_rules
    }
    assert places <= set(_badges(screens, "Ketentuan"))
    _open(screens, "Angka")
    for parameter in SAMPANG_LOANS.parameters.values():
        assert parameter.label[1:] in screens.text
    assert len(_labels(screens, "Tafsir")) == len(SAMPANG_LOANS.interpretations)


def test_everything_of_blitar_is_printed_too_under_its_chapters(screens):
    screens.app.query_params["program"] = "blitar"
    places = {rule.place for rule in BLITAR_MENTORING.rules}
    assert places <= set(_badges(screens, "Ketentuan"))
    _open(screens, "Angka")
    for parameter in BLITAR_MENTORING.parameters.values():
        assert parameter.label[1:] in screens.text
    assert "1.000.000.000" in screens.text
    assert len(_labels(screens, "Tafsir")) == len(BLITAR_MENTORING.interpretations)
    _open(screens, "Peraturan")
    assert "Perbup Blitar 3/2023" in screens.text


def test_a_link_opens_a_provision_of_blitar_and_not_those_whose_place_only_holds_it(screens):
    screens.app.query_params["program"] = "blitar"
    _open(screens, wanted="13(1)")
    assert "Hasil menjadi bahan rekomendasi" in screens.text
    assert "Bab VII · Pemanfaatan hasil pendampingan" in screens.text
    assert "Rekomendasi disampaikan kepada Perangkat Daerah" not in screens.text
    _open(screens, wanted="5(2)")
    assert "kinerja Fasilitator" not in screens.text  # 15(2) holds 5(2)


def test_a_fasilitator_begins_with_blitar_and_can_change_to_sampang_in_the_address(screens):
    screens.be(BlitarRole.FACILITATOR)
    _open(screens)
    assert "Pendampingan Blitar" in screens.text
    screens.app.session_state["program-dasar-hukum"] = "sampang"
    screens.run()
    assert "Jangka waktu 12, 24 atau 36 bulan" in screens.text
    assert screens.app.query_params["program"] in ("sampang", ["sampang"])


def test_readings_that_change_a_verdict_come_before_those_of_procedure(screens):
    listed = [label.replace("\\", "").split("**")[1] for label in _labels(screens, "Tafsir")]
    weights = [SAMPANG_LOANS.interpretations[name].weight for name in listed]
    assert weights == sorted(weights, key=lambda weight: weight is Weight.PROCEDURE)


def test_a_proposal_waits_for_another_person_and_then_counts(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "750.000", "rapat 2 Maret")
    assert "Menunggu persetujuan (1)" in screens.text
    assert not _approve_buttons(screens)
    assert _value_of(screens, "Biaya notaris") == "Rp250.000"
    screens.be(SampangRole.TEAM_LEAD)
    _approve(screens)
    assert "Setelan kantor · biaya notaris: Rp750.000" in screens.text
    assert "Menunggu persetujuan (0)" in screens.text
    assert _value_of(screens, "Biaya notaris") == "Rp750.000"


def test_who_proposed_cannot_approve_even_with_both_roles(screens):
    _add(screens, "Dua Peran", {OfficeRole.ADMINISTRATOR, SampangRole.TEAM_LEAD})
    screens.run()
    both = next(person for person in screens.people() if person.name == "Dua Peran")
    screens.app.session_state["persona-choice"] = both.id
    screens.run()
    _propose_notary_fee(screens, "750.000", "rapat")
    _approve(screens)
    assert "pengusul dan penyetuju harus dua orang" in screens.text
    assert "Menunggu persetujuan (1)" in screens.text


def test_a_settled_reading_shows_its_decree_and_who_approved_it(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS, state={"propose:which": "Ketetapan tafsir"})
    _open(screens, DECISIONS, state={"propose:reading": "S-32"})
    _field(screens, "selectbox", "letter").set_value("B")
    _field(screens, "text_input", "decree").set_value("188/7/2026")
    _field(screens, "text_area", "reason").set_value("rapat Pokjanis")
    _send(screens)
    lead = screens.be(SampangRole.TEAM_LEAD)
    _approve(screens)
    _open(screens, "Tafsir", wanted="S-32")
    assert "Ditetapkan: bacaan B" in screens.text
    assert "188/7/2026" in screens.text
    assert lead.name in screens.text


def test_a_reading_of_servicing_that_is_settled_otherwise_is_told_as_not_worked_by_yet(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS, state={"propose:which": "Ketetapan tafsir"})
    _open(screens, DECISIONS, state={"propose:reading": "O-01"})
    assert "belum ikut dihitung" in screens.text
    _field(screens, "selectbox", "letter").set_value("B")
    _field(screens, "text_input", "decree").set_value("188/8/2026")
    _field(screens, "text_area", "reason").set_value("rapat Pokjanis")
    _send(screens)
    screens.be(SampangRole.TEAM_LEAD)
    _approve(screens)
    _open(screens, "Tafsir", wanted="O-01")
    assert "188/8/2026" in screens.text
    listed = next(each.value for each in screens.app.markdown if each.value.startswith("- **A**"))
    followed, settled_on = listed.splitlines()
    assert ":blue-badge[masih dihitung]" in followed
    assert ":orange-badge[ditetapkan, belum dihitung]" in settled_on


def test_a_reading_of_servicing_is_one_click_from_the_provision_that_is_silent_on_it(screens):
    _open(screens, wanted="VIII.5.a")
    next(button for button in screens.app.button if button.key.endswith(">O-01")).click().run()
    assert screens.app.session_state["bagian"] == "Tafsir"
    assert "Bagaimana uang yang masuk sebelum jatuh tempo dihitung?" in screens.text


def test_signs_in_a_reason_are_shown_as_text(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "750.000", POLE)
    raw = next(each.value for each in screens.app.markdown if "tebal" in each.value)
    assert r"\*\*tebal\*\* \<script\>" in raw
    assert not any(link in raw.replace("\\", "") for link in ("http://x", "a@x", "www.x"))
    assert not any(each.allow_html for each in screens.app.markdown)


def test_a_wrong_value_is_explained_beside_the_field_and_everything_stays(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "tujuh ratus", "rapat")
    assert "Belum diajukan" in screens.text
    assert "Jumlah ini tidak terbaca" in screens.text
    assert _field(screens, "text_input", "value").value == "tujuh ratus"
    assert _field(screens, "text_area", "reason").value == "rapat"
    assert "Menunggu persetujuan (0)" in screens.text


@pytest.mark.parametrize(
    ("value", "reason", "sentence"),
    [
        ("", "rapat", "Nilainya belum diisi"),
        ("-5", "rapat", "tidak boleh negatif"),
        ("900.000.000", "rapat", "tidak mungkin"),
        ("=1+1", "rapat", "Rumus tidak dihitung"),
        ("1.000", " ", "Alasan belum diisi"),
        ("1.000", "a" * 10_000, "Alasan paling panjang 5.000 huruf; yang diketik 10.000."),
    ],
)
def test_bad_input_stores_nothing(screens, value, reason, sentence):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, value, reason)
    assert not screens.app.exception
    assert sentence in screens.text
    assert "Menunggu persetujuan (0)" in screens.text


@pytest.mark.parametrize(
    ("number", "why"), [(-1, "tidak boleh negatif"), (121, "tidak mungkin"), (10**15, "tidak mungkin")]
)
def test_an_absurd_number_of_months_is_refused(screens, number, why):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS, state={"propose:setting": "doubtful_up_to"})
    _field(screens, "text_input", "value").set_value(str(number))
    _field(screens, "text_area", "reason").set_value("rapat")
    _send(screens)
    assert why in screens.text
    assert "Menunggu persetujuan (0)" in screens.text


def test_a_rate_is_proposed_with_a_decimal_comma_and_shown_so(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS, state={"propose:setting": "insurance_rate"})
    _field(screens, "text_input", "value").set_value("2,5")
    _field(screens, "text_area", "reason").set_value("polis 2026")
    _send(screens)
    _open(screens, DECISIONS)
    assert "2,5 per seribu" in screens.text


def test_a_decree_cannot_be_of_tomorrow(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS, state={"propose:which": "Ketetapan tafsir"})
    _field(screens, "text_input", "on").set_value(as_typed(now().date().replace(year=now().year + 1)))
    _send(screens)
    assert "Keputusan harus bertanggal antara" in screens.text
    assert "Bacaan yang ditetapkan belum dipilih" in screens.text


def _open(screens, tab="Ketentuan", wanted="", state=None):
    """Open a tab through the address, as a link does, and type what is searched for."""
    address = screens.app.query_params
    address["bagian"] = tab
    box = [each for each in screens.app.text_input if each.key == "cari"]
    if box:
        box[0].set_value(wanted)
    elif wanted:
        address["cari"] = wanted
    screens.open(PAGE, **(state or {}))


def _labels(screens, tab):
    _open(screens, tab)
    return [box.label for _ in _turned(screens) for box in screens.app.expander]


def _badges(screens, tab):
    _open(screens, tab)
    text = "".join(screens.text for _ in _turned(screens))
    return [part.split("]")[0] for part in text.split(":blue-badge[")[1:]]


def _turned(screens):
    """Turn every page of a long list."""
    pager = screens.app.get("pagination")[0]
    for number in range(1, pager.proto.num_pages + 1):
        screens.app.session_state[pager.key] = number
        screens.run()
        yield number


def _propose_notary_fee(screens, value, reason):
    _open(screens, DECISIONS, state={"propose:setting": "notary_fee"})
    _field(screens, "text_input", "value").set_value(value)
    _field(screens, "text_area", "reason").set_value(reason)
    _send(screens)


def _field(screens, kind, name):
    return next(each for each in getattr(screens.app, kind) if (each.key or "").endswith(f":{name}"))


def _send(screens):
    _press(screens, next(button for button in screens.app.button if button.label == "Ajukan usulan"))


def _approve(screens):
    """Look first at what would change, and then approve."""
    _open(screens, DECISIONS)
    assert not _approve_buttons(screens)
    next(button for button in screens.app.button if button.label == "Periksa dampaknya").click()
    screens.run()
    _press(screens, _approve_buttons(screens)[0])


def _press(screens, button):
    person = screens.app.session_state["persona-choice"]
    button.click()
    screens.run()
    assert not screens.app.exception
    if "Menunggu persetujuan" not in screens.text:
        # Where a screen runs itself once more, AppTest forgets the address and the state of every
        # widget, and a browser does not; so come again as a new visitor.
        screens.app = Screens(screens.url).app
        screens.app.session_state["persona-choice"] = person
        screens.run()
        _open(screens, DECISIONS)


def _approve_buttons(screens):
    return [button for button in screens.app.button if button.label == "Setujui"]


def _value_of(screens, label):
    _open(screens, "Angka", wanted=label.lower())
    shown = [each.value for each in screens.app.markdown]
    at = next(place for place, text in enumerate(shown) if text.startswith(label))
    return shown[at + 1].replace("\\", "").strip("*")


def _add(screens, name, roles):
    database = Database.at(screens.url)
    with database.write() as session:
        add_person(session, name, held(*roles), at=now())
    database.close()


def test_a_returned_proposal_comes_back_with_its_reason_and_is_proposed_again_from_there(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "750.000", "rapat 2 Maret")
    lead = screens.be(SampangRole.TEAM_LEAD)
    _open(screens, DECISIONS)
    _close(screens, "Mengapa dikembalikan", "Tarif notaris belum disepakati", "Ya, kembalikan usulan ini")
    assert "Menunggu persetujuan (0)" in screens.text
    admin = screens.be(OfficeRole.ADMINISTRATOR)
    _open(screens, DECISIONS)
    assert "Dikembalikan kepada Anda (1)" in screens.text
    assert f"Dikembalikan {lead.name}" in screens.text
    assert "Tarif notaris belum disepakati" in screens.text
    next(button for button in screens.app.button if button.label == "Usulkan lagi").click()
    screens.run()
    assert _field(screens, "text_input", "value").value == "750.000"
    assert _field(screens, "text_area", "reason").value == "rapat 2 Maret"
    _field(screens, "text_input", "value").set_value("500.000")
    _send(screens)
    assert "Menunggu persetujuan (1)" in screens.text
    assert "Dikembalikan kepada Anda" not in screens.text
    assert f"Diusulkan {admin.name}: rapat 2 Maret" in screens.text  # in the history, with what was returned


def test_who_proposed_takes_it_back_before_anybody_approves(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "750.000", "rapat 2 Maret")
    _close(screens, "Mengapa ditarik", "Salah nol", "Ya, tarik usulan ini")
    assert "Menunggu persetujuan (0)" in screens.text
    assert "Usulan yang dikembalikan atau ditarik (1)" in screens.text
    assert "Salah nol" in screens.text
    assert "Dikembalikan kepada Anda" not in screens.text


def test_returning_needs_a_reason(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    _propose_notary_fee(screens, "750.000", "rapat 2 Maret")
    screens.be(SampangRole.TEAM_LEAD)
    _open(screens, DECISIONS)
    _close(screens, "Mengapa dikembalikan", " ", "Ya, kembalikan usulan ini")
    assert "Mengapa dikembalikan belum diisi" in screens.text
    assert "Menunggu persetujuan (1)" in screens.text


def _close(screens, field, reason, button):
    next(each for each in screens.app.text_area if each.label == field).set_value(reason)
    _press(screens, next(each for each in screens.app.button if each.label == button))
