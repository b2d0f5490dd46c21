"""Seleksi: a round is announced, filled, judged and fixed, and nothing is lost or shown too far."""

from dataclasses import replace
from datetime import timedelta

import pytest
import streamlit as st

from db.blitar.selection.candidate_records import record_opinion, record_outcome, record_test
from db.blitar.selection.candidates import candidates, save_candidate
from db.blitar.selection.round_results import fix_result
from db.blitar.selection.rounds import rounds, save_round
from db.office.people import add_person
from db.opening import open_demo
from domain.blitar.judgement import Judgement
from domain.blitar.roles import BlitarRole
from domain.blitar.selecting.deciding import ResultMinutes
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from pages.parts.store import now
from tests.domain.blitar.builders import calon
from tests.people import held
from tests.screens.as_typed import as_typed, date_it
from tests.screens.clock import TODAY
from tests.screens.demo_office import badges, calm, labelled, said, unescaped
from tests.screens.walking import Screens, elements

PAGE = "blitar/selection/screen.py"
NIK = "3505012505950000"
DAY = TODAY
OPENED, CLOSED = DAY - timedelta(days=30), DAY - timedelta(days=10)
ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=OPENED,
    opens_on=OPENED,
    closes_on=CLOSED,
    quota=1,
)
SOMEBODY = calon(
    judgements={"understanding": None},
    name="Ani",
    registered_on=CLOSED,
    valid_until=DAY + timedelta(days=90),
    issued_on=OPENED,
)


class Office:
    """A small office of its own: two people, one round, and the screen."""

    def __init__(self, url):
        self.url = url
        self.database = open_demo(url)
        with self.database.write() as session:
            self.people = {
                role: add_person(session, f"Orang {role.label}", held(role), at=now())
                for role in (BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD, BlitarRole.MENTOR)
            }
        self.facilitator = self.people[BlitarRole.FACILITATOR]
        self.round = self.do(save_round, ROUND, nonce="round", at=now())

    def do(self, verb, *told, **more):
        with self.database.write() as session:
            return verb(session, self.facilitator, *told, **more)

    def register(self, form=SOMEBODY):
        nonce = f"{form.name}-{form.nik}"
        return self.do(save_candidate, self.round, form, nonce=nonce, at=now())

    def examine(self, number):
        self.do(record_opinion, number, "understanding", Judgement(True, "", DAY, "wawancara"), at=now())
        for kind in TestKind:
            result = TestResult(kind=kind, on=DAY, examiners="Tim", passed=True, reason="nilai")
            self.do(record_test, number, result, at=now())

    def decide(self, number):
        passed = SelectionOutcome(kind=OutcomeKind.PASSED, on=DAY, by="", reason="memenuhi")
        self.do(record_outcome, number, passed, at=now())

    def candidates(self):
        with self.database.read() as session:
            return candidates(session, self.facilitator, self.round)

    def rounds(self):
        with self.database.read() as session:
            return rounds(session, self.facilitator)

    def open(self, role=BlitarRole.FACILITATOR, **address):
        """Open the screen as somebody, with what stands in the address."""
        walk = Screens(self.url)
        walk.app.session_state["persona-choice"] = self.people[role].id
        calm(walk.run())
        walk.app.switch_page(f"pages/{PAGE}")
        for name, value in address.items():
            walk.app.query_params[name] = str(value)
        calm(walk.app.run())
        return walk.app


@pytest.fixture
def office(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'selection.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    st.cache_data.clear()
    st.cache_resource.clear()
    made = Office(url)
    yield made
    made.database.close()
    st.cache_data.clear()
    st.cache_resource.clear()


def fill(screen, opened, **typed):
    """Fill in fields (`__` stands for a dot) of the form that is open, and let the screen run."""
    nonce = screen.session_state[opened].nonce
    for name, value in typed.items():
        screen.session_state[f"{nonce}:{name.replace('__', '.')}"] = as_typed(value)
    return calm(screen.run())


def press(screen, label):
    """Press a button; a test that goes on afterwards opens the screen anew, because the test's view of
    the application forgets its screen when that runs itself again.
    """
    return calm(date_it(screen, labelled(screen.button, label)).click().run())


def beside(screen, nonce, field):
    """What is said in red after a field."""
    listening, told = False, []
    for element in elements(screen.main):
        key = getattr(element, "key", None)
        if key is not None:
            own = f"{nonce}:{field}"
            listening = key == own or str(key).startswith(f"{own}:")  # the calendar beside it
        elif listening and element.type == "markdown" and ":red[⚠" in element.value:
            told.append(unescaped(element.value))
    return " ".join(told)


def first_table(screen):
    return screen.dataframe[0].value


def test_the_list_tells_the_stage_the_period_the_quota_and_the_registrations(office):
    office.register()
    told = said(office.open())
    assert "Seleksi contoh" in told
    assert "Seleksi berkas, ujian, dan wawancara" in told
    assert "kuota 1 · 1 pendaftar" in told


def test_the_head_of_the_agency_reads_everything_and_is_offered_no_change(office):
    number = office.register(replace(SOMEBODY, nik=NIK))
    labels = [button.label for button in office.open(BlitarRole.AGENCY_HEAD).button]
    assert "Buka seleksi baru" not in labels
    for tab in ("Pendaftar", "Matriks", "Ujian & wawancara", "Hasil"):
        screen = office.open(BlitarRole.AGENCY_HEAD, seleksi=office.round, tampil=tab)
        labels = {button.label for button in screen.button}
        assert not labels & {"Daftarkan calon", "Ubah seleksi", "Catat hasil", "Catat pendapat"}
    screen = office.open(BlitarRole.AGENCY_HEAD, seleksi=office.round, calon=number)
    assert "3505**********00" in said(screen)
    assert NIK not in said(screen)


def test_an_address_cannot_open_a_form_for_somebody_who_may_not_use_it(office):
    screen = office.open(BlitarRole.AGENCY_HEAD, seleksi=office.round, isi="baru")
    assert not [button for button in screen.button if button.label == "Simpan pendaftaran"]
    assert screen.title[0].value == "Seleksi contoh"


@pytest.mark.parametrize("told", ["999", "abc", "-1", "9" * 40])
def test_an_address_of_no_round_does_no_harm(office, told):
    calm(office.open(seleksi=told))


def test_a_new_round_is_announced_and_opened(office):
    screen = office.open(isi="baru")
    fill(
        screen,
        "round-form",
        title="Seleksi kedua",
        announced_on=DAY,
        opens_on=DAY,
        closes_on=DAY + timedelta(days=14),
        quota=3,
    )
    press(screen, "Simpan seleksi")
    newest, _ = office.rounds()
    assert (newest.round.title, newest.round.quota, newest.round.announcement_number) == (
        "Seleksi kedua",
        3,
        "",
    )
    assert len(newest.round.papers) == 10
    assert "14 hari lagi" in said(office.open(seleksi=newest.id))


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "title", "Nama seleksi belum diisi"),
        ({}, "closes_on", "belum diisi"),
        ({}, "quota", "Kuota belum diisi"),
        ({"quota": 0}, "quota", "antara 1 dan 500 orang"),
        (
            {"opens_on": DAY, "closes_on": DAY - timedelta(days=1)},
            "closes_on",
            "ditutup sebelum dibuka",
        ),
        ({"announced_on": DAY, "opens_on": DAY - timedelta(days=1)}, "opens_on", "sebelum diumumkan"),
        ({"title": "a" * 301}, "title", "paling panjang 300 huruf"),
        ({"closes_on": DAY, "test_on": DAY}, "test_on", "sesudah pendaftaran ditutup"),
    ],
)
def test_a_round_that_cannot_be_is_explained_beside_its_field(office, typed, field, sentence):
    screen = office.open(isi="baru")
    fill(screen, "round-form", **typed)
    press(screen, "Simpan seleksi")
    assert sentence in beside(screen, screen.session_state["round-form"].nonce, field)
    assert "Belum tersimpan" in screen.error[0].value
    assert len(office.rounds()) == 1


def test_a_running_round_keeps_room_for_those_who_registered(office):
    office.register()
    screen = office.open(seleksi=office.round, isi="ubah")
    fill(screen, "round-form", closes_on=CLOSED - timedelta(days=1))
    press(screen, "Simpan seleksi")
    said_there = beside(screen, screen.session_state["round-form"].nonce, "closes_on")
    assert "Sudah ada pendaftaran" in said_there
    assert office.rounds()[0].round == ROUND


def registration(office, **typed):
    screen = office.open(seleksi=office.round, isi="baru")
    return fill(screen, "registration", **typed)


def test_a_registration_may_be_saved_with_nothing_but_a_name(office):
    press(registration(office, name="Budi"), "Simpan pendaftaran")
    (stored,) = office.candidates()
    assert (stored.candidate.name, stored.candidate.citizen) == ("Budi", None)


def test_a_blank_form_finds_everything_unknown_and_refuses_nothing(office):
    screen = office.open(seleksi=office.round, isi="baru")
    assert "… Belum lengkap" in " ".join(badges(screen))
    assert "tidak terpenuhi" not in said(screen)


def test_the_line_of_the_matrix_follows_what_is_typed(office):
    screen = registration(office, name="Budi", registered_on=CLOSED)
    assert ":orange-badge[**d** ? belum diketahui]" in said(screen)
    fill(screen, "registration", born_on=CLOSED.replace(year=CLOSED.year - 41))
    assert ":red-badge[**d** ✘ tidak terpenuhi]" in said(screen)
    assert "✘ Tidak memenuhi" in said(screen)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "name", "Nama belum diisi"),
        ({"name": "Budi", "born_on": DAY + timedelta(days=1)}, "born_on", "belum terjadi"),
        ({"name": "Budi", "nik": "123"}, "nik", "16 digit"),
        (
            {"name": "Budi", "registered_on": OPENED - timedelta(days=1)},
            "registered_on",
            "mendahului pembukaan pendaftaran",
        ),
        ({"name": "a" * 301}, "name", "paling panjang 300 huruf"),
        (
            {"name": "Budi", "experience__mentored_told": "a" * 5_001},
            "experience.mentored_told",
            "paling panjang",
        ),
    ],
)
def test_a_bad_entry_is_explained_beside_its_field_and_stored_nowhere(office, typed, field, sentence):
    screen = press(registration(office, **typed), "Simpan pendaftaran")
    assert sentence in beside(screen, screen.session_state["registration"].nonce, field)
    assert office.candidates() == ()


def test_a_second_registration_of_one_person_is_refused_with_the_first_number(office):
    office.register(replace(SOMEBODY, nik=NIK))
    screen = press(registration(office, name="Ani lagi", nik=NIK), "Simpan pendaftaran")
    assert "nomor pendaftaran 1" in unescaped(screen.error[0].value)
    assert len(office.candidates()) == 1


def test_a_person_of_the_same_name_and_telephone_is_asked_about_and_not_registered(office):
    office.register(replace(SOMEBODY, phone="0812-3456"))
    screen = registration(office, name=SOMEBODY.name, phone="08123456")
    nonce = screen.session_state["registration"].nonce
    press(screen, "Simpan pendaftaran")
    assert len(office.candidates()) == 1
    asked = screen.session_state[f"{nonce}:same-again"]  # the screen runs itself again to ask this
    assert "nama dan telepon sama" in asked.earlier[0].told


def test_the_facilitator_continues_a_registration_with_its_whole_nik(office):
    number = office.register(replace(SOMEBODY, nik=NIK))
    screen = office.open(seleksi=office.round, calon=number)
    assert labelled(screen.text_input, "NIK (KTP)").value == NIK
    fill(screen, "registration", phone="0812")
    press(screen, "Simpan pendaftaran")
    (stored,) = office.candidates()
    assert (stored.candidate.phone, stored.version) == ("0812", 2)


def test_the_applicants_are_listed_by_number_and_narrowed_by_verdict(office):
    office.register(replace(SOMEBODY, name="Zul"))
    office.register(replace(SOMEBODY, name="Ani", citizen=False))
    screen = office.open(seleksi=office.round)
    table = first_table(screen)
    assert list(table["Nama"]) == ["Zul", "Ani"]
    assert list(table["Butir Pasal 7"]) == ["terbuka: g", "tidak: a; terbuka: g"]
    screen.session_state[f"verdicts:{office.round}"] = "not_qualified"
    assert list(first_table(calm(screen.run()))["Nama"]) == ["Ani"]


def test_the_matrix_tells_every_point_by_a_sign_and_a_word(office):
    office.register(replace(SOMEBODY, citizen=False, education=None))
    table = first_table(office.open(seleksi=office.round, tampil="Matriks"))
    (row,) = table.to_dict("records")
    assert list(table.columns) == ["Pendaftar", *"abcdefghiklm", "j · diutamakan"]
    assert (row["a"], row["b"], row["f"], row["g"]) == ("✘ tidak", "✔ ya", "? tanya", "☰ nilai")
    assert row["j · diutamakan"] == "+ ada"


def test_a_chosen_point_shows_its_evidence_its_place_and_the_other_reading(office):
    past = replace(SOMEBODY.experience, mentored=False, involved=False, paper=False, paper_told="")
    office.register(replace(SOMEBODY, experience=past))
    screen = office.open(seleksi=office.round, tampil="Matriks")
    screen.session_state["selection:point"] = "k"
    told = said(calm(screen.run()))
    assert "k · Pernah mendampingi dan terlibat dalam pemberdayaan" in told
    assert "belum ada bukti yang dicatat" in told
    assert "Tafsir **B-18**" in told
    assert "Pasal 7 huruf k" in " ".join(element.label for element in _popovers(screen))
    assert "a · WNI" not in told


def test_the_matrix_by_another_days_law_is_marked_and_changes_no_round(office):
    office.register(replace(SOMEBODY, citizen=False))
    screen = office.open(seleksi=office.round, tampil="Matriks", per="2022-12-31")
    told = said(screen)
    assert "Menurut hukum pada 31 Desember 2022; bukan hukum hari ini." in told
    assert "hasil seleksi dan tab lain tidak berubah" in told
    (row,) = first_table(screen).to_dict("records")
    assert row["a"] == "✘ tidak"


def _popovers(screen):
    # The test's view knows a popover only as a block with its label.
    return [block.proto.popover for block in elements(screen.main) if block.type == "popover"]


def test_a_test_result_and_an_opinion_are_recorded(office):
    office.register()
    screen = office.open(seleksi=office.round, tampil="Ujian & wawancara")
    (number,) = (one.id for one in office.candidates())
    test = screen.session_state[f"nonce:test:{number}"]
    for field, value in {"examiners": "Hendra", "passed": True, "told": "78", "reason": "cukup"}.items():
        screen.session_state[f"{test}:{field}"] = as_typed(value)
    press(screen, "Catat hasil")
    screen = office.open(seleksi=office.round, tampil="Ujian & wawancara")
    opinion = screen.session_state[f"nonce:opinion:{number}:understanding"]
    for field, value in {"answer": True, "reason": "paham"}.items():
        screen.session_state[f"{opinion}:{field}"] = as_typed(value)
    press(screen, "Catat pendapat")
    (stored,) = office.candidates()
    (result,) = stored.tests
    assert (result.kind, result.examiners, result.told) == (TestKind.WRITTEN, "Hendra", "78")
    assert stored.candidate.judgements["understanding"].answer
    assert "Catatan penguji: 78" in said(office.open(seleksi=office.round, tampil="Ujian & wawancara"))


def test_a_test_result_without_answer_or_examiner_is_explained_and_not_recorded(office):
    office.register()
    screen = press(office.open(seleksi=office.round, tampil="Ujian & wawancara"), "Catat hasil")
    assert "Penguji belum diisi" in said(screen)
    assert "Pilih Ya atau Tidak" in said(screen)
    assert office.candidates()[0].tests == ()


def test_what_is_in_the_way_of_passing_is_listed_with_its_places(office):
    office.register()
    told = said(office.open(seleksi=office.round, tampil="Hasil"))
    assert "Hasil ujian tertulis belum dicatat. (Pasal 8 huruf d)" in told
    assert "(Pasal 7 huruf g)" in told
    assert "Hasil pendaftar nomor 1 belum diputuskan. (Pasal 8 huruf e)" in told


def outcome(screen, number, **typed):
    nonce = screen.session_state[f"nonce:outcome:{number}"]
    for field, value in typed.items():
        screen.session_state[f"{nonce}:{field}"] = as_typed(value)
    return press(screen, "Catat hasil")


def test_a_person_decides_within_the_quota_and_fixes_the_result_with_the_offices_number(office):
    number = office.register()
    office.examine(number)
    screen = office.open(seleksi=office.round, tampil="Hasil")
    outcome(screen, number, kind=OutcomeKind.PASSED, reason="memenuhi semua")
    assert office.candidates()[0].outcome.kind is OutcomeKind.PASSED
    screen = press(office.open(seleksi=office.round, tampil="Hasil"), "Tetapkan hasil")
    assert "Nomor berita acara belum diisi" in said(screen)
    assert not office.rounds()[0].is_decided
    nonce = screen.session_state[f"nonce:minutes:{office.round}"]
    screen.session_state[f"{nonce}:minutes_number"] = "BA/5"
    press(screen, "Tetapkan hasil")
    assert office.rounds()[0].minutes_number == "BA/5"
    told = said(office.open(seleksi=office.round, tampil="Hasil"))
    assert "hasilnya sama seperti saat ditetapkan" in told


def test_who_may_not_pass_yet_is_told_why_and_nothing_is_recorded(office):
    number = office.register()
    screen = outcome(
        office.open(seleksi=office.round, tampil="Hasil"), number, kind=OutcomeKind.PASSED, reason="x"
    )
    assert "Belum dapat ditetapkan" in screen.error[0].value
    assert office.candidates()[0].outcome is None


def test_a_verdict_that_hangs_on_a_reading_asks_for_the_reading(office):
    born = SOMEBODY.registered_on.replace(year=SOMEBODY.registered_on.year - 40) - timedelta(days=5)
    number = office.register(replace(SOMEBODY, born_on=born))
    office.examine(number)
    screen = office.open(seleksi=office.round, tampil="Hasil")
    told = {"kind": OutcomeKind.PASSED, "reason": "memenuhi"}
    assert "B-09" in said(outcome(screen, number, **told))
    assert office.candidates()[0].outcome is None
    outcome(screen, number, **told, reading_reason="B-09 bacaan A")
    assert office.candidates()[0].outcome.reading_reason == "B-09 bacaan A"


def test_a_decided_round_is_read_only_also_for_the_facilitator(office):
    number = office.register()
    office.examine(number)
    office.decide(number)
    office.do(fix_result, office.round, ResultMinutes(minutes_number="BA/5", on=DAY), at=now())
    for address in ({"tampil": "Hasil"}, {"tampil": "Ujian & wawancara"}, {"calon": number}, {"isi": "ubah"}):
        screen = office.open(seleksi=office.round, **address)
        assert not {button.label for button in screen.button} & {
            "Catat hasil",
            "Catat pendapat",
            "Simpan pendaftaran",
            "Simpan seleksi",
            "Tetapkan hasil",
            "Daftarkan calon",
        }


def test_what_people_typed_is_never_read_as_markup(office):
    office.register(replace(SOMEBODY, name="**tebal** [a](http://b) <script>"))
    for tab in ("Pendaftar", "Matriks", "Ujian & wawancara", "Hasil"):
        screen = office.open(seleksi=office.round, tampil=tab)
        assert not [element for element in screen.markdown if "[a](http" in element.value]


def test_a_round_without_registrations_says_so_in_every_tab(office):
    for tab in ("Pendaftar", "Matriks", "Ujian & wawancara", "Hasil"):
        assert "Belum ada pendaftar" in said(office.open(seleksi=office.round, tampil=tab))


def test_many_candidates_come_by_a_workbook_and_a_late_one_is_told(office):
    screen = office.open(seleksi=office.round, isi="banyak")
    screen.segmented_control[0].set_value("Excel").run()
    late = f"{CLOSED + timedelta(days=1):%d/%m/%Y}"
    text = f"Nama;NIK;Tanggal mendaftar\nAni;;{CLOSED:%d/%m/%Y}\nBudi;;{late}\nCici;12;\n"
    screen.file_uploader[0].upload("calon.csv", text.encode(), "text/csv").run()
    assert "**Calon, baris 4** · NIK: " in said(screen)
    press(screen, "Daftarkan 2 calon")
    assert [one.outcome and one.outcome.kind for one in office.candidates()] == [None, OutcomeKind.LATE]


def test_the_table_of_many_candidates_begins_with_blank_rows(office):
    screen = office.open(seleksi=office.round, isi="banyak")
    assert not [one for one in screen.button if one.label.startswith("Daftarkan ")]
