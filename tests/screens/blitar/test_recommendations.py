"""Rekomendasi: chosen into a letter, set by the Kepala Dinas, sent, answered, and read by the Pendamping."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.blitar.reporting.letter_pages import bundles
from db.blitar.reporting.recommendations import change_bundle, one_bundle
from db.blitar.reporting.waiting_recommendations import waiting, waiting_items
from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visits import save_visit
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.reporting.recommendations import BundlePrepared, BundleState
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import Visit, VisitPlace
from pages.parts.store import now, today
from tests.db.people import a_nonce
from tests.screens.as_typed import as_typed, date_it
from tests.screens.demo_office import HOME, REPORTS, calm, labelled, said

AGENCY = "Badan Uji <b>*Coba*</b>"
TAB = {"bagian": "Rekomendasi"}


class Screen:
    """The tab as one person walks through it, and what the store then holds."""

    def __init__(self, office, role, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, REPORTS, **TAB, **address)

    def press(self, label, key=None):
        found = [one for one in self.app.button if one.label == label and (key is None or one.key == key)]
        calm(date_it(self.app, found[0]).click().run())
        return self

    def fill(self, form, **typed):
        nonce = self.app.session_state[f"nonce:{form}"]
        for name, value in typed.items():
            self.app.session_state[f"{nonce}:{name.replace('__', '.')}"] = as_typed(value)
        return self

    def run(self):
        calm(self.app.run())
        return self

    @property
    def said(self):
        return said(self.app)

    @property
    def labels(self):
        return [one.label for one in self.app.button]

    def read(self, verb, *told, **more):
        with self.office.database.read() as session:
            return verb(session, self.person, *told, **more)


@pytest.fixture
def found(office):
    """Two verified recommendations of the Pendamping with an account, to a Perangkat Daerah of the test."""
    mentor, facilitator = office.by_role[BlitarRole.MENTOR], office.by_role[BlitarRole.FACILITATOR]
    with office.database.write() as session:
        staff = session.scalars(select(StaffRow).where(StaffRow.person_id == mentor.id)).one()
        clients = session.scalars(
            select(ClientRow).where(ClientRow.mentor_id == staff.id, ClientRow.status == "open").limit(2)
        ).all()
        visits = []
        for client in clients:
            visit = Visit(
                mentor_id=staff.id,
                client_id=client.id,
                on=today() - timedelta(days=1),
                place=VisitPlace.OFFICE,
                tasks=(MentorTask.PROBLEM_FINDING,),
                parts=(ReportPart.RECOMMENDATION,),
                problem="Belum *punya* P-IRT",
                recommendation="Mohon penyuluhan",
                agency=AGENCY,
            )
            saved = save_visit(session, mentor, visit, send=True, nonce=a_nonce(), at=now())
            told = [(saved.id, saved.version)]
            verify_visits(session, facilitator, told, nonce=a_nonce(), at=now())
            visits.append(saved.id)
    return visits


def _prepared(office, visits, words="Mohon *kuota* pelatihan"):
    """The Fasilitator makes a letter of the first visit in words of their own."""
    screen = Screen(office, BlitarRole.FACILITATOR, untuk=AGENCY)
    form = f"rekomendasi-{AGENCY}"
    screen.fill(form, **{f"pick__{visits[0]}": True}).run()
    screen.fill(form, **{f"told__{visits[0]}": words})
    screen.press("Siapkan surat baru")
    (letter,) = [one for one in screen.read(bundles, [BundleState.DRAFT]) if one.agency == AGENCY]
    return screen, screen.read(one_bundle, letter.id)


def test_a_letter_goes_its_whole_way_and_the_pendamping_reads_the_answer(office, found):
    screen, letter = _prepared(office, found)
    assert "menunggu Kepala Dinas" in screen.said
    assert [line.said.told for line in letter.lines] == ["Mohon *kuota* pelatihan"]
    assert [one.visit_id for one in screen.read(waiting_items, AGENCY)] == found[1:]
    assert "Tetapkan" not in screen.labels

    head = Screen(office, BlitarRole.AGENCY_HEAD)
    assert "menunggu ditetapkan Kepala Dinas — **giliran Anda**" in head.said
    head.press("Tetapkan", f"buka-surat-{letter.id}")
    assert "Mohon *kuota* pelatihan" in head.said
    assert labelled(head.app.get("download_button"), "Unduh konsep surat")
    head.press("Tetapkan surat")
    assert "Nomor surat belum diisi" in head.said
    head.fill(f"tetapkan-surat-{letter.id}", number="500.3/1/2026")
    head.press("Tetapkan surat")
    assert "nomor 500.3/1/2026" in head.said
    assert labelled(head.app.get("download_button"), "Unduh surat dan lampirannya")

    again = Screen(office, BlitarRole.FACILITATOR, surat=letter.id)
    again.press("Catat pengiriman")
    again.fill(f"jawab-surat-{letter.id}", answer="Dijadwalkan *Januari*").press("Catat jawaban")
    assert screen.read(one_bundle, letter.id).state is BundleState.ANSWERED

    mentor = Screen(office, BlitarRole.MENTOR)
    assert "Jawaban: Dijadwalkan *Januari*" in mentor.said
    mentor.press("Buka", f"buka-surat-{letter.id}")
    assert "Dijadwalkan *Januari*" in mentor.said
    assert not [one for one in mentor.labels if one in ("Catat jawaban", "Betulkan", "Simpan perubahan")]


def test_a_draft_is_joined_changed_and_given_up_and_nothing_is_lost(office, found):
    screen, letter = _prepared(office, found)
    screen.fill(f"rekomendasi-{AGENCY}", **{f"pick__{found[1]}": True}).run()
    screen.press("Tambahkan ke konsep yang ada (1 rekomendasi)")
    assert screen.read(one_bundle, letter.id).size == 2
    screen.press("Buka", f"buka-surat-{letter.id}")
    screen.fill(f"konsep-surat-{letter.id}", **{f"told__{found[0]}": " "}).press("Simpan perubahan")
    assert "Rekomendasi ini kosong" in screen.said
    form = {f"out__{found[0]}": True}
    screen.fill(f"konsep-surat-{letter.id}", **form).press("Simpan perubahan")
    assert [line.said.visit_id for line in screen.read(one_bundle, letter.id).lines] == found[1:]
    version = screen.read(one_bundle, letter.id).version
    more = {"expected_version": version, "nonce": a_nonce(), "at": now()}
    with office.database.write() as session:
        prepared = BundlePrepared(agency=AGENCY, told={found[1]: "Lain"})
        change_bundle(session, screen.person, letter.id, prepared, **more)
    screen.press("Bubarkan")
    assert "dibubarkan" not in screen.said  # somebody changed it meanwhile, so it stays open
    assert "surat" in screen.app.query_params
    screen = Screen(office, BlitarRole.FACILITATOR, surat=letter.id).press("Bubarkan")
    assert "dibubarkan" in screen.said
    assert "surat" not in screen.app.query_params
    assert [one.visit_id for one in screen.read(waiting_items, AGENCY)] == found


def test_a_letter_without_a_choice_is_not_made_and_the_addressee_may_be_another(office, found):
    screen = Screen(office, BlitarRole.FACILITATOR, untuk=AGENCY)
    screen.press("Siapkan surat baru")
    assert "Pilih paling sedikit satu rekomendasi" in screen.said
    screen.press("Pilih semua di halaman ini")
    screen.fill(f"rekomendasi-{AGENCY}", agency="lain").run()
    screen.fill(f"rekomendasi-{AGENCY}", other="Puskesmas Uji").press("Siapkan surat baru")
    (letter,) = [one for one in screen.read(bundles, [BundleState.DRAFT]) if one.agency == "Puskesmas Uji"]
    assert letter.size == 2


def test_a_visit_returned_after_bundling_is_told_and_stands_in_the_way(office, found):
    _, letter = _prepared(office, found)
    with office.database.write() as session:
        version = session.get_one(VisitRow, found[0]).version
        facilitator = office.by_role[BlitarRole.FACILITATOR]
        return_visit(session, facilitator, found[0], version=version, note="Periksa", at=now())
    head = Screen(office, BlitarRole.AGENCY_HEAD, surat=letter.id)
    assert "dikembalikan sesudah dimasukkan ke surat" in head.said
    head.fill(f"tetapkan-surat-{letter.id}", number="1").press("Tetapkan surat")
    assert "tidak lagi terverifikasi" in head.said
    assert head.read(one_bundle, letter.id).state is BundleState.DRAFT


def test_the_counts_on_top_are_those_of_the_store_and_a_wrong_link_says_so(office, found):
    screen = Screen(office, BlitarRole.FACILITATOR)
    in_store = screen.read(waiting)
    assert in_store.unbundled >= len(found)
    assert f"○ {in_store.unbundled} rekomendasi belum masuk surat" in screen.said
    assert AGENCY in screen.said
    assert "tidak ditemukan" in Screen(office, BlitarRole.FACILITATOR, surat=99999).said
    assert "Menunggu ditetapkan" not in screen.said or in_store.letters[BundleState.DRAFT]


def test_a_letter_comes_back_with_its_reason_is_mended_and_waits_for_the_kepala_dinas_again(office, found):
    screen, letter = _prepared(office, found)
    head = Screen(office, BlitarRole.AGENCY_HEAD, surat=letter.id)
    head.press("Ya, kembalikan surat ini")
    assert "Apa yang perlu diperbaiki belum diisi" in head.said
    labelled(head.app.text_area, "Apa yang perlu diperbaiki").set_value("Sebut *nomor* izin")
    head.press("Ya, kembalikan surat ini")
    assert screen.read(one_bundle, letter.id).state is BundleState.RETURNED
    home = office.open(office.by_role[BlitarRole.FACILITATOR], HOME)
    assert "Surat rekomendasi dikembalikan" in [metric.label for metric in home.metric]
    facilitator = Screen(office, BlitarRole.FACILITATOR)
    assert "menunggu diperbaiki Fasilitator — **giliran Anda**" in facilitator.said
    facilitator.press("Perbaiki", f"buka-surat-{letter.id}")
    assert "Sebut *nomor* izin" in facilitator.said
    facilitator.fill(f"konsep-surat-{letter.id}", **{f"told__{found[0]}": "Nomor izin 12"})
    facilitator.press("Simpan perubahan")
    again = screen.read(one_bundle, letter.id)
    assert (again.state, again.lines[0].said.told) == (BundleState.DRAFT, "Nomor izin 12")
    assert "Sebut *nomor* izin" in Screen(office, BlitarRole.AGENCY_HEAD, surat=letter.id).said


def test_only_the_kepala_dinas_is_offered_to_return_a_letter(office, found):
    _, letter = _prepared(office, found)
    assert "Ya, kembalikan surat ini" not in Screen(office, BlitarRole.FACILITATOR, surat=letter.id).labels
