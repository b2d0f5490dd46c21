"""Pendamping: appointed, given kecamatan, spread fairly, handed over and planned, each by who may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.blitar.caseload.card import client_card
from db.blitar.caseload.clients import end_client, save_client
from db.blitar.caseload.districts_cared_for import figures_by_district
from db.blitar.caseload.handovers import handover, handovers
from db.blitar.caseload.lines import open_clients
from db.blitar.staffing.assignments import deployment
from db.blitar.staffing.staff import staff
from db.blitar.staffing.trainings import trainings
from db.blitar.staffing.week_plans import save_week_plan, week_plans
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.kinds import WorkTie
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.blitar.training import Trainer
from domain.dates import indonesian_date
from domain.regions.regions import BLITAR_REGENCY, district, districts
from domain.working_days import monday_of
from pages.parts.store import now, today
from tests.screens.as_typed import as_typed, date_it
from tests.screens.clock import TODAY
from tests.screens.demo_office import calm, labelled, said
from tests.screens.typing_in import choose

MENTORS = "pages/blitar/mentors/screen.py"
# The one without anybody in the demo, and some that have somebody.
BINANGUN, NGLEGOK, PONGGOK, KESAMBEN, SELOREJO = "35.05.16", "35.05.09", "35.05.06", "35.05.19", "35.05.21"


class Screen:
    """The screen as one person walks through it, and what the store then holds."""

    def __init__(self, office, role, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, MENTORS, **address)

    def tab(self, name):
        self.app.session_state["lihat"] = name
        return self.run()

    def run(self):
        calm(self.app.run())
        return self

    def fill(self, form, **typed):
        """Fill in the fields of a form (`__` stands for a dot)."""
        nonce = self.nonce(form)
        for name, value in typed.items():
            self.app.session_state[f"{nonce}:{name.replace('__', '.')}"] = as_typed(value)
        return self

    def nonce(self, form, rest=""):
        return self.app.session_state[f"nonce:{form}"] + rest

    def press(self, label):
        calm(date_it(self.app, labelled(self.app.button, label)).click().run())
        return self

    @property
    def said(self):
        return said(self.app)

    @property
    def errors(self):
        return [error.value for error in self.app.error]

    def read(self, verb, *told, **more):
        with self.office.database.read() as session:
            return verb(session, self.office.by_role[BlitarRole.FACILITATOR], *told, **more)

    def who(self, code, day=None):
        deployed = self.read(deployment)
        found = coverage_on(day or today(), deployed.services, deployed.assignments)
        (one,) = [one for one in found if one.district.code == code]
        return {cover.service.name for cover in one.covers}

    def load(self, code):
        """How many open binaan a kecamatan has."""
        return self.read(figures_by_district)[code].clients

    def of(self, code):
        """The one Pendamping who has a kecamatan today, whatever the name on that day of the demo."""
        (name,) = self.who(code)
        return self.named(name)

    def named(self, name):
        (found,) = [one for one in self.read(staff) if one.name == name]
        return found


@pytest.fixture
def facilitator(office):
    return Screen(office, BlitarRole.FACILITATOR)


@pytest.fixture
def head(office):
    return Screen(office, BlitarRole.AGENCY_HEAD)


@pytest.fixture
def mentor(office):
    return Screen(office, BlitarRole.MENTOR)


def has_left(screen):
    """The Pendamping of the demo who left with binaan still waiting."""
    (found,) = [one for one in screen.read(staff) if one.clients and not one.service.is_on(today())]
    return found


def own(screen):
    (found,) = [one for one in screen.read(staff) if one.person_id == screen.person.id]
    return found


# ---- the register --------------------------------------------------------------------------------
def test_the_register_lists_everybody_and_announces_what_has_to_be_seen_to(facilitator):
    mentors, facilitators = (element.value for element in facilitator.app.dataframe)
    assert len(mentors) == len(facilitator.read(staff))
    assert set(facilitators["Nama"]) == {"Sari Kusumawardani", "Hendra Prakoso"}
    left = has_left(facilitator)
    assert f"{left.clients} binaan masih atas nama {left.name}" in facilitator.said.replace("*", "")
    assert "1 kecamatan tanpa Pendamping (Pasal 11 ayat (2)): Binangun" in facilitator.said.replace("*", "")


def test_a_pendamping_sees_their_own_week_first_and_no_forms_of_others(mentor):
    assert mentor.app.session_state["lihat"] == "Jadwal kerja"
    assert {button.label for button in mentor.app.button} >= {"Simpan jadwal"}
    mentor.tab("Penugasan")
    assert "Tugaskan" not in {button.label for button in mentor.app.button}
    mentor.tab("Serah terima")
    assert "Serah terimakan" not in {button.label for button in mentor.app.button}


def test_only_the_kepala_dinas_has_the_tab_of_appointments(head, facilitator):
    assert "Penetapan" in {tab.label for tab in head.app.tabs}
    assert "Penetapan" not in {tab.label for tab in facilitator.app.tabs}


@pytest.mark.parametrize("told", ["999999", "abc", "<script>"])
def test_a_link_to_nobody_shows_the_register(office, told):
    screen = Screen(office, BlitarRole.FACILITATOR, orang=told)
    assert screen.app.title[0].value == "Pendamping"


def test_a_card_tells_the_appointment_the_kecamatan_and_the_trainings(office, facilitator):
    one = has_left(facilitator)
    told = Screen(office, BlitarRole.FACILITATOR, orang=one.id).said
    for words in (
        one.name,
        one.decree,
        "Pasal 9 ayat (1)",
        "Binangun",
        "Mengundurkan diri",
        "Pasal 9 ayat (2) huruf b",
    ):
        assert words in told


def test_a_training_is_recorded_once_it_is_whole(office, facilitator):
    one = facilitator.of(PONGGOK)
    before = len(facilitator.read(trainings).get(one.id, ()))
    screen = Screen(office, BlitarRole.FACILITATOR, orang=one.id)
    screen.press("Catat bimbingan teknis")
    assert screen.errors
    screen.fill(f"bimtek-{one.id}", title="Ekspor", trainer=Trainer.ACCREDITED, given_by="LSP", hours=24)
    screen.press("Catat bimbingan teknis")
    assert f"Bimbingan teknis {one.name} tercatat" in screen.said
    assert len(screen.read(trainings)[one.id]) == before + 1


def test_a_training_of_the_same_name_and_day_is_recorded_only_with_a_reason(office, facilitator):
    one = facilitator.of(PONGGOK)
    before = len(facilitator.read(trainings).get(one.id, ()))
    told = {"title": "Ekspor", "trainer": Trainer.ACCREDITED, "given_by": "LSP", "hours": 24}
    for _ in range(2):
        screen = Screen(office, BlitarRole.FACILITATOR, orang=one.id)
        screen.fill(f"bimtek-{one.id}", **told).press("Catat bimbingan teknis")
    assert "Sepertinya sudah tercatat" in screen.said
    assert len(screen.read(trainings)[one.id]) == before + 1
    screen.fill(f"bimtek-{one.id}", again_because="gelombang kedua").press("Catat bimbingan teknis")
    assert len(screen.read(trainings)[one.id]) == before + 2


# ---- endings -------------------------------------------------------------------------------------
def test_a_resignation_tells_its_consequences_and_then_opens_the_gap(office, facilitator):
    one = facilitator.of(PONGGOK)
    screen = Screen(office, BlitarRole.FACILITATOR, orang=one.id)
    screen.fill(f"berakhir-{one.id}", ground="resignation", last_day=today()).run()
    assert "tanpa Pendamping sesudah" in screen.said
    assert f"{one.clients} binaan perlu diserahterimakan" in screen.said
    screen.press("Akhiri tugas")
    assert "berakhir" in screen.said
    assert screen.who(PONGGOK, today() + timedelta(days=1)) == set()


def test_the_fasilitator_is_sent_to_the_kepala_dinas_for_a_dismissal(office, facilitator, head):
    one = facilitator.of(PONGGOK)
    screen = Screen(office, BlitarRole.FACILITATOR, orang=one.id)
    screen.fill(f"berakhir-{one.id}", ground="legal_trouble").run()
    assert "Mintalah Kepala Dinas" in screen.said
    assert "Akhiri tugas" not in {button.label for button in screen.app.button}


def test_a_dismissal_needs_its_number_and_reason(office, head):
    one = head.of(PONGGOK)
    screen = Screen(office, BlitarRole.AGENCY_HEAD, orang=one.id)
    screen.fill(f"berakhir-{one.id}", ground="incapacity", last_day=today()).run()
    screen.press("Akhiri tugas")
    assert screen.errors
    assert head.named(one.name).ending is None
    screen.fill(f"berakhir-{one.id}", decision__decree="SK 9/2026", decision__reason="Sakit menahun").run()
    screen.press("Akhiri tugas")
    assert head.named(one.name).ending.decision.decree == "SK 9/2026"


def test_nobody_is_ended_before_they_were_appointed(office, facilitator):
    one = facilitator.of(PONGGOK)
    screen = Screen(office, BlitarRole.FACILITATOR, orang=one.id)
    before = one.service.appointed_on - timedelta(days=1)
    screen.fill(f"berakhir-{one.id}", ground="resignation", last_day=before).run()
    screen.press("Akhiri tugas")
    assert "sebelum mulai bertugas" in screen.said
    assert facilitator.named(one.name).ending is None


# ---- appointments --------------------------------------------------------------------------------
def a_candidate(screen):
    """Choose the first of those who passed and are not appointed yet, and give their name."""
    screen.tab("Penetapan")
    chooser = labelled(screen.app.selectbox, "Peserta yang lulus")
    calm(chooser.select_index(0).run())
    number = labelled(screen.app.selectbox, "Peserta yang lulus").value
    return labelled(screen.app.selectbox, "Peserta yang lulus").options[0].split(" — ")[0], number


def appointed(screen, number, **typed):
    nonce = screen.nonce("penetapan", f":selection:{number}")
    for name, value in typed.items():
        screen.app.session_state[f"{nonce}:{name}"] = as_typed(value)
    screen.run().press("Tetapkan")


WHOLE = {"civil_servant": False, "other_work_tie": WorkTie.NONE, "party_tie": False, "decree": "SK 30/2026"}


def test_an_appointment_dated_before_the_regulation_is_told_so(head):
    _, number = a_candidate(head)
    nonce = head.nonce("penetapan", f":selection:{number}")
    for day, is_said in ((date(2023, 1, 5), True), (date(2023, 1, 6), False)):
        head.app.session_state[f"{nonce}:appointed_on"] = as_typed(day)
        head.run()
        assert ("Perbup Blitar 3/2023 belum berlaku pada 5 Januari 2023" in head.said) is is_said


def test_a_candidate_who_passed_is_appointed_and_leaves_the_list(head):
    name, number = a_candidate(head)
    appointed(head, number, **WHOLE, contract_until=today() + timedelta(days=365))
    one = head.named(name)
    assert (one.decree, one.candidate_id) == ("SK 30/2026", int(number))
    assert f"{name} ditetapkan sebagai Pendamping" in head.said
    left = [box for box in head.app.selectbox if box.label == "Peserta yang lulus"]
    assert not any(name in option for box in left for option in box.options)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"civil_servant": True}, "Pasal 9 ayat (1)"),
        ({"other_work_tie": WorkTie.PERMANENT}, "Pasal 7 huruf e"),
        ({"party_tie": True}, "Pasal 7 huruf i"),
        ({"party_tie": None}, "Pasal 7 huruf i"),
    ],
)
def test_who_no_longer_meets_a_provision_is_not_appointed_and_it_is_named(head, typed, words):
    before = len(head.read(staff))
    _, number = a_candidate(head)
    appointed(head, number, **WHOLE | typed, contract_until=today() + timedelta(days=365))
    assert any(words in error.replace("\\", "") for error in head.errors)
    assert len(head.read(staff)) == before


def test_an_appointment_without_a_decree_or_a_contract_is_refused(head):
    _, number = a_candidate(head)
    appointed(head, number, **WHOLE | {"decree": ""})
    assert "Nomor Keputusan Kepala Dinas belum diisi" in head.said
    assert "Hari terakhir kontrak belum diisi" in head.said


# ---- kecamatan -----------------------------------------------------------------------------------
def test_the_gap_comes_first_with_since_when(facilitator):
    facilitator.tab("Penugasan")
    first = facilitator.app.dataframe[0].value.iloc[0]
    gap = has_left(facilitator).service.last_day + timedelta(days=1)
    assert (first["Kecamatan"], first["Sejak / sampai"]) == (
        "Binangun",
        f"kosong sejak {indonesian_date(gap)}",
    )
    assert len(facilitator.app.dataframe[0].value) == 22


def give(screen, code=BINANGUN, **typed):
    nonce = screen.nonce("tugaskan", ":")
    told = {"district_code": code, "starts_on": today(), **typed}
    for name, value in told.items():
        screen.app.session_state[f"{nonce}:{name}"] = as_typed(value)
    screen.press("Tugaskan")


def test_a_gap_is_covered_for_a_time_only_with_its_end(facilitator):
    facilitator.tab("Penugasan")
    one = facilitator.of(KESAMBEN)
    give(facilitator, mentor_id=str(one.id), temporary=True)
    assert "perlu tanggal akhir" in facilitator.said
    assert facilitator.who(BINANGUN) == set()
    give(facilitator, mentor_id=str(one.id), temporary=True, ends_on=today() + timedelta(days=20))
    assert facilitator.who(BINANGUN) == {one.name}
    assert "tanpa Pendamping" not in facilitator.said


def test_a_kecamatan_is_not_given_twice_to_one_person(facilitator):
    facilitator.tab("Penugasan")
    one = facilitator.named("Bagus Wicaksono")
    give(facilitator, NGLEGOK, mentor_id=str(one.id))
    assert "sudah ditugaskan di Nglegok" in facilitator.said


def test_the_link_from_the_map_opens_the_form_at_its_kecamatan(office):
    screen = Screen(office, BlitarRole.FACILITATOR, kecamatan=BINANGUN)
    assert screen.app.session_state["lihat"] == "Penugasan"
    assert labelled(screen.app.selectbox, "Kecamatan").value == BINANGUN
    nonce, one = screen.nonce("tugaskan", f":{BINANGUN}"), screen.of(KESAMBEN)
    screen.app.session_state[f"{nonce}:mentor_id"] = str(one.id)
    screen.app.session_state[f"{nonce}:temporary"] = True
    screen.press("Tugaskan")
    assert "perlu tanggal akhir" in screen.said
    assert labelled(screen.app.selectbox, "Pendamping").value == str(one.id)  # what was typed is still there
    screen.app.session_state[f"{nonce}:ends_on"] = as_typed(today() + timedelta(days=20))
    screen.press("Tugaskan")
    assert screen.who(BINANGUN) == {one.name}


def test_an_assignment_is_ended_on_a_day(facilitator):
    facilitator.tab("Penugasan")
    (one,) = [each for each in facilitator.read(deployment).assignments if each.district_code == NGLEGOK]
    facilitator.fill("akhiri-penugasan", assignment=str(one.id), ends_on=today(), note="pindah")
    facilitator.press("Akhiri penugasan")
    assert facilitator.who(NGLEGOK) != set()
    assert facilitator.who(NGLEGOK, today() + timedelta(days=1)) == set()


# ---- the spread ----------------------------------------------------------------------------------
def accept(screen, note="Sesuai rapat"):
    screen.fill("pemerataan", note=note)
    screen.press("Terima dan berlakukan")


def test_the_proposal_covers_everything_and_holds_once_it_is_accepted(facilitator):
    facilitator.tab("Penugasan")
    compared = facilitator.app.dataframe[1].value
    assert list(compared["Tanpa Pendamping"]) == ["1 kecamatan", "0 kecamatan"]
    accept(facilitator, note="")
    assert facilitator.who(BINANGUN) == set()
    accept(facilitator)
    assert all(facilitator.who(one.code) for one in districts(BLITAR_REGENCY.code))


def of_kecamatan(screen, code):
    """The field that asks who has a kecamatan."""
    return labelled(screen.app.multiselect, f"Pendamping di {district(code).name}")


def test_a_single_pair_is_changed_before_accepting(facilitator):
    facilitator.tab("Penugasan")
    one = facilitator.of(PONGGOK)
    calm(of_kecamatan(facilitator, NGLEGOK).set_value([one.id]).run())
    assert list(facilitator.app.dataframe[1].value[""])[-1] == "Pilihan Anda"
    accept(facilitator)
    assert facilitator.who(PONGGOK) == facilitator.who(NGLEGOK) == {one.name}


def test_a_spread_is_not_accepted_over_what_somebody_changed_meanwhile(office, facilitator):
    facilitator.tab("Penugasan")
    one, other = facilitator.of(PONGGOK), facilitator.of(KESAMBEN)
    calm(of_kecamatan(facilitator, NGLEGOK).set_value([one.id]).run())
    there = Screen(office, BlitarRole.FACILITATOR).tab("Penugasan")
    give(there, BINANGUN, mentor_id=str(other.id))
    accept(facilitator)
    assert any("Belum tersimpan: daftarnya berubah" in error for error in facilitator.errors)
    told = "Penugasan atau beban berubah sejak Anda membukanya. Berubah: Binangun:"
    assert told in facilitator.said
    assert f"tanpa Pendamping menjadi Binangun: {facilitator.load(BINANGUN)} binaan, {other.name}" in (
        facilitator.said
    )
    facilitator.press("Pakai daftar terbaru")
    assert of_kecamatan(facilitator, NGLEGOK).value == [one.id]  # what was chosen stays
    accept(facilitator)
    assert facilitator.who(NGLEGOK) == {one.name}


# ---- handovers -----------------------------------------------------------------------------------
def test_who_left_with_binaan_is_proposed_first_and_hands_over(facilitator):
    facilitator.tab("Serah terima")
    one = has_left(facilitator)
    assert one.name in labelled(facilitator.app.selectbox, "Yang menyerahkan").options[0]
    taker = facilitator.of(KESAMBEN)
    rest = labelled(facilitator.app.selectbox, "Penerima binaan di kecamatan tanpa Pendamping")
    calm(rest.set_value(taker.id).run())
    nonce = facilitator.nonce("serah-terima", f":{one.id}")
    facilitator.press("Serah terimakan")
    assert "Nomor berita acara belum diisi" in facilitator.said
    facilitator.app.session_state[f"{nonce}:number"] = "BA 9/2026"
    facilitator.press("Serah terimakan")
    assert f"{one.clients} binaan {one.name} diserahterimakan" in facilitator.said
    assert facilitator.read(handovers)[0].number == "BA 9/2026"
    assert facilitator.named(one.name).clients == 0


def test_binaan_go_to_who_covers_their_kecamatan_unless_the_row_is_changed(facilitator):
    facilitator.tab("Serah terima")
    giver, cover = facilitator.of(SELOREJO), facilitator.of(KESAMBEN)
    facilitator.tab("Penugasan")
    give(facilitator, SELOREJO, mentor_id=str(cover.id))
    facilitator.tab("Serah terima")
    calm(labelled(facilitator.app.selectbox, "Yang menyerahkan").set_value(str(giver.id)).run())
    nonce = facilitator.nonce("serah-terima", f":{giver.id}")
    facilitator.app.session_state[f"{nonce}:number"] = "BA 10/2026"
    facilitator.press("Serah terimakan")
    assert len(facilitator.read(open_clients, mentor_id=giver.id)) == 0
    assert facilitator.named(cover.name).clients == cover.clients + giver.clients


# ---- the week ------------------------------------------------------------------------------------
MONDAY = monday_of(TODAY)


def test_a_pendamping_saves_their_own_week(mentor):
    one = own(mentor)
    mentor.fill(f"jadwal-{one.id}-{MONDAY}", **{f"where.{MONDAY}:0": Where.AWAY})
    mentor.press("Simpan jadwal")
    assert f"Jadwal {one.name}" in mentor.said
    ((stored, version),) = [
        (plan, number) for plan, number in mentor.read(week_plans, MONDAY, MONDAY) if plan.mentor_id == one.id
    ]
    assert version == 2
    assert stored.slots[0].where is Where.AWAY


def test_of_two_people_who_save_the_same_plan_the_second_is_told_and_nothing_is_lost(office, mentor):
    one = own(mentor)
    other = office.by_role[BlitarRole.FACILITATOR]
    told = WeekPlan(mentor_id=one.id, monday=MONDAY, slots=(Slot(day=MONDAY, where=Where.OFFICE),))
    with office.database.write() as session:
        save_week_plan(session, other, told, nonce="other", at=now(), expected_version=1)
    mentor.run()  # what is on the screen was opened before
    mentor.press("Simpan jadwal")
    assert any(other.name in error.replace("\\", "") for error in mentor.errors)
    stored = [plan for plan, _ in mentor.read(week_plans, MONDAY, MONDAY) if plan.mentor_id == one.id]
    assert stored == [told]


def test_last_weeks_plan_is_copied_and_saved_only_when_asked(mentor):
    one = own(mentor)
    next_monday = MONDAY + timedelta(days=7)
    mentor.press("Berikutnya ›")
    mentor.press("Salin dari minggu lalu")
    assert not [plan for plan, _ in mentor.read(week_plans, next_monday, next_monday)]
    mentor.press("Simpan jadwal")
    (before,) = [plan for plan, _ in mentor.read(week_plans, MONDAY, MONDAY) if plan.mentor_id == one.id]
    ((after, _),) = mentor.read(week_plans, next_monday, next_monday)
    assert [slot.where for slot in after.slots] == [slot.where for slot in before.slots]
    assert [slot.day - timedelta(days=7) for slot in after.slots] == [slot.day for slot in before.slots]


def test_the_week_warns_of_empty_office_days_and_of_who_has_no_plan(facilitator):
    facilitator.tab("Jadwal kerja")
    assert "Tidak ada Pendamping yang berjadwal di kantor" in facilitator.said
    assert "Belum ada jadwal" in facilitator.said
    assert "Kurang" in facilitator.said


def test_a_pendamping_reads_the_plans_of_colleagues_and_not_who_has_none(mentor):
    mentor.tab("Jadwal kerja")
    planned = {plan.mentor_id for plan, _ in mentor.read(week_plans, MONDAY, MONDAY)}
    table = next(one.value for one in mentor.app.dataframe if "Pendamping" in one.value.columns)
    assert len(table) == len(planned)
    assert "Belum ada jadwal (" not in mentor.said


def test_work_planned_on_a_holiday_is_warned_about_and_stored(mentor):
    one = own(mentor)
    independence, labour = date(TODAY.year, 8, 17), date(TODAY.year, 5, 1)  # never both at a weekend
    holiday, name = (independence, "Kemerdekaan") if independence.weekday() < 5 else (labour, "Buruh")
    monday = monday_of(holiday)
    mentor.app.session_state["jadwal-hari"] = as_typed(holiday)
    mentor.run()
    assert name in mentor.said
    mentor.fill(f"jadwal-{one.id}-{monday}", **{f"where.{holiday}:0": Where.OFFICE})
    mentor.press("Simpan jadwal")
    assert f"{indonesian_date(holiday)} libur" in mentor.said
    assert [plan.slots[0].day for plan, _ in mentor.read(week_plans, monday, monday)] == [holiday]


# ---- two people at one list ----------------------------------------------------------------------
def rename(screen, client_id, name):
    """Let the Fasilitator correct the name of a binaan, in another session."""
    person = screen.office.by_role[BlitarRole.FACILITATOR]
    with screen.office.database.write() as session:
        card = client_card(session, person, client_id, at=now())
        told, more = replace(card.client, name=name, nik=None), {"nonce": f"ganti-{name}", "at": now()}
        save_client(session, person, client_id, told, expected_version=card.version, **more)


def finish(screen, client_id):
    """Let the Fasilitator end a mentoring, in another session."""
    person = screen.office.by_role[BlitarRole.FACILITATOR]
    leaving = Leaving(ground=LeavingGround.CLOSED, on=today(), reason="Tutup.")
    with screen.office.database.write() as session:
        version = client_card(session, person, client_id, at=now()).version
        end_client(session, person, client_id, leaving, expected_version=version, at=now())


def promise_to(screen, client_id):
    """The field of what was promised to a binaan."""
    return next(one for one in screen.app.text_input if one.key.endswith(f":promises.{client_id}"))


def at_the_handover(screen):
    """The handover of who left, with a receiver for all and a number; give that receiver."""
    screen.tab("Serah terima")
    one, taker = has_left(screen), screen.of(KESAMBEN)
    rest = labelled(screen.app.selectbox, "Penerima binaan di kecamatan tanpa Pendamping")
    calm(rest.set_value(taker.id).run())
    screen.app.session_state[screen.nonce("serah-terima", f":{one.id}") + ":number"] = "BA 11/2026"
    return one, taker


def test_a_promise_stays_with_its_binaan_while_somebody_renames_and_ends_others(facilitator):
    one, _ = at_the_handover(facilitator)
    first, second, third, *_ = facilitator.read(open_clients, mentor_id=one.id)
    calm(promise_to(facilitator, second.id).set_value("NIB selesai Mei").run())
    rename(facilitator, first.id, "Zz paling akhir")  # the list is in the order of names
    finish(facilitator, third.id)
    facilitator.press("Serah terimakan")
    assert "Belum tersimpan: daftarnya berubah" in "".join(facilitator.errors)
    assert f"Tidak ada lagi: {third.name} (" in facilitator.said
    assert f"Berubah: {first.name} (" in facilitator.said
    assert "menjadi Zz paling akhir (" in facilitator.said
    assert len(facilitator.read(handovers)) == 1  # the one of the demo
    facilitator.press("Pakai daftar terbaru")
    facilitator.press("Serah terimakan")
    made = facilitator.read(handovers)[0]
    told = facilitator.read(handover, made.id)
    assert {line.id: promise for line, _, promise in told.lines if promise} == {second.id: "NIB selesai Mei"}
    assert third.id not in {line.id for line, _, _ in told.lines}


def test_a_number_that_other_minutes_have_hands_over_only_with_a_reason(facilitator):
    (earlier,) = facilitator.read(handovers)
    one, _ = at_the_handover(facilitator)
    nonce = facilitator.nonce("serah-terima")
    facilitator.app.session_state[f"{nonce}:{one.id}:number"] = earlier.number
    choose(facilitator.app, "Tanggal serah terima", TODAY)
    facilitator.press("Serah terimakan")
    assert "Sepertinya sudah tercatat" in facilitator.said
    assert facilitator.read(handovers) == (earlier,)
    facilitator.app.session_state[f"{nonce}:again_because"] = "satu nomor untuk dua orang"
    facilitator.press("Serah terimakan")
    assert [made.number for made in facilitator.read(handovers)] == [earlier.number] * 2


def test_who_is_chosen_for_one_binaan_stays_when_the_proposal_changes(facilitator):
    one, taker = at_the_handover(facilitator)
    first, second, *_ = facilitator.read(open_clients, mentor_id=one.id)
    other = facilitator.of(PONGGOK)
    calm(receiver_of(facilitator, first.id).set_value(str(other.id)).run())
    rest = labelled(facilitator.app.selectbox, "Penerima binaan di kecamatan tanpa Pendamping")
    calm(rest.set_value(facilitator.of(SELOREJO).id).run())
    assert receiver_of(facilitator, first.id).value == str(other.id)
    assert receiver_of(facilitator, second.id).value == str(facilitator.of(SELOREJO).id)
    assert taker.id != facilitator.of(SELOREJO).id


def receiver_of(screen, client_id):
    """The field of who takes a binaan."""
    return next(one for one in screen.app.selectbox if f":to.{client_id}." in one.key)


def test_a_handover_in_an_impossible_order_is_refused_beside_the_binaan(facilitator):
    one, _ = at_the_handover(facilitator)
    (young, *_) = sorted(facilitator.read(open_clients, mentor_id=one.id), key=lambda each: each.since)[::-1]
    early = young.since - timedelta(days=1)
    choose(facilitator.app, "Tanggal serah terima", early)
    facilitator.press("Serah terimakan")
    assert f"{young.name} baru didampingi sejak {indonesian_date(young.since)}" in facilitator.said
    assert "Perbaiki isian yang bertanda ⚠" in facilitator.said
    assert len(facilitator.read(handovers)) == 1
