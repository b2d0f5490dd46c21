"""One binaan on its screen: what to do next, its forms, a new one, and moving up by two people."""

from datetime import date

from sqlalchemy import select

from db.blitar.caseload.card import client_card
from db.blitar.caseload.proposal_list import proposals
from db.blitar.staffing.staff import staff
from db.tables import AuditRow, ClientIndicatorRow, ClientRow, FollowUpRow
from domain.blitar.caseload.client_leaving import LeavingGround
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.kinds import BusinessForm, Operation, SubjectKind
from domain.blitar.roles import BlitarRole
from domain.revealing import Why
from pages.blitar.clients.card.client_fields import OwnerHome
from pages.parts.store import now, today
from tests.screens.as_typed import as_typed, date_it
from tests.screens.clock import TODAY
from tests.screens.demo_office import CLIENTS, REPORTS, badges, calm, labelled, said


class Screen:
    """The screen as one person walks through it, and what the store then holds."""

    def __init__(self, office, role, page=CLIENTS, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, page, **address)

    def fill(self, form, **typed):
        """Fill in the fields of a form (`__` stands for a dot)."""
        nonce = self.app.session_state[f"nonce:{form}"]
        for name, value in typed.items():
            self.app.session_state[f"{nonce}:{name.replace('__', '.')}"] = as_typed(value)
        calm(self.app.run())
        return self

    def press(self, label):
        calm(date_it(self.app, labelled(self.app.button, label)).click().run())
        return self

    @property
    def said(self):
        return said(self.app)

    def address(self, name):
        value = self.app.query_params[name]
        return value if isinstance(value, str) else value[0]

    @property
    def shown(self):
        return int(self.address("binaan"))

    @property
    def buttons(self):
        return {button.label for button in self.app.button}

    def card(self, client_id):
        with self.office.database.read() as session:
            return client_card(session, self.office.by_role[BlitarRole.FACILITATOR], client_id, at=now())

    def query(self, statement):
        with self.office.database.read() as session:
            return session.scalars(statement).first()


def risen(office):
    """A binaan of the demo of which something went up, and that nobody has proposed."""
    up = select(ClientIndicatorRow.client_id).where(ClientIndicatorRow.movement == "up")
    query = select(ClientRow.id).where(
        ClientRow.status == "open",
        ClientRow.id.in_(up),
        ClientRow.stage.not_in(("proposed", "confirmed")),
    )
    with office.database.read() as session:
        return session.scalars(query.order_by(ClientRow.id)).first()


def test_a_binaan_opens_with_what_waits_and_leads_back_to_the_list_as_it_was(office):
    late = select(FollowUpRow.client_id).where(FollowUpRow.state == "open", FollowUpRow.due_on < today())
    with office.database.read() as session:
        number = session.scalars(late).first()
    screen = Screen(office, BlitarRole.FACILITATOR, binaan=number, kecamatan="35.05.09")
    card = screen.card(number)
    assert screen.app.title[0].value.replace("\\", "") == card.client.name
    assert "lewat batas" in screen.said
    assert "dengan apa tujuan itu diukur adalah pilihan kantor" in screen.said
    screen.press("← Daftar binaan")
    assert "binaan" not in screen.app.query_params
    assert screen.address("kecamatan") == "35.05.09"


def test_who_may_not_see_a_binaan_is_told_so(office):
    own = {one.id for one in _mentors(office) if one.person_id == office.by_role[BlitarRole.MENTOR].id}
    with office.database.read() as session:
        other = session.scalars(select(ClientRow.id).where(ClientRow.mentor_id.not_in(own))).first()
    screen = Screen(office, BlitarRole.MENTOR, binaan=other)
    assert "tidak terbuka bagi Anda" in screen.said
    assert not screen.app.tabs


def _mentors(office):
    with office.database.read() as session:
        return staff(session, office.by_role[BlitarRole.FACILITATOR], SubjectKind.MENTOR)


def test_a_new_binaan_shows_what_is_found_keeps_what_was_typed_and_warns_of_a_look_alike(office):
    screen = Screen(office, BlitarRole.FACILITATOR, isi="baru")
    assert "Belum lengkap" in " ".join(badges(screen.app))
    screen.press("Simpan binaan")
    assert "Nama belum diisi" in screen.said
    screen.fill(
        "binaan-baru",
        name="Batik Uji Coba",
        place__district_code="35.05.09",
        operation=Operation.RUNNING,
        nik="35050145068500",
        owner_home=OwnerHome.SAME,
    )
    assert "14" in screen.said  # which part of the NIK is wrong: 14 digits instead of 16
    screen.press("Simpan binaan")
    assert "Belum tersimpan" in screen.said
    carer = next(box for box in screen.app.selectbox if box.label == "Pendamping")
    carer_id = int(carer.value)  # who covers the kecamatan
    founded = date(TODAY.year - 1, 3, 1)
    told = {"business__founded_on": founded, "business__form": BusinessForm.PERSON}
    screen.fill("binaan-baru", nik="3505014506850000", business__capital="25 juta", **told)
    assert ":green-badge[✔ Memenuhi]" in badges(screen.app)
    assert "Mikro menurut modal usaha di luar tanah dan bangunan, Rp25.000.000" in screen.said
    screen.press("Simpan binaan")
    number = screen.shown
    card = screen.card(number)
    assert (card.client.name, card.mentor_id) == ("Batik Uji Coba", carer_id)
    assert card.client.business.capital == 25_000_000
    assert "tercatat sebagai binaan" in screen.said
    assert "Belum pernah dikunjungi" in screen.said

    again = Screen(office, BlitarRole.FACILITATOR, isi="baru")
    again.fill("binaan-baru", name="batik  uji coba", place__district_code="35.05.09")
    assert f"{card.number} · Batik Uji Coba (nama dan kecamatan sama" in again.said


def test_a_pendamping_takes_in_only_into_their_own_care(office):
    screen = Screen(office, BlitarRole.MENTOR, isi="baru")
    assert "binaan Anda sendiri" in screen.said
    assert "Pendamping" not in {box.label for box in screen.app.selectbox}
    screen.fill("binaan-baru", name="Keripik Uji Coba").press("Simpan binaan")
    (own,) = [one for one in _mentors(office) if one.person_id == screen.person.id]
    assert screen.card(screen.shown).mentor_id == own.id


def test_data_are_changed_the_nik_revealed_on_record_and_the_mentoring_ended(office):
    number = risen(office)
    screen = Screen(office, BlitarRole.FACILITATOR, binaan=number, tampil="Data")
    before = screen.card(number)
    assert "3505**********00" in screen.said
    trail = select(AuditRow.id).where(AuditRow.action == "reveal_identity", AuditRow.subject_id == number)
    assert screen.query(trail) is None
    screen.press("Tampilkan NIK dan telepon")
    assert screen.query(trail) is None
    calm(screen.app.selectbox(key=f"buka-{number}:alasan").set_value(Why.MATCH_CARD).run())
    screen.press("Tampilkan NIK dan telepon")
    assert screen.query(trail) is not None
    screen.press("Ubah data").fill(f"ubah-{number}", phone="0800-1234").press("Simpan data")
    after = screen.card(number)
    stored = screen.query(select(ClientRow.body).where(ClientRow.id == number))
    assert (stored["phone"], after.client.nik) == ("0800-1234", before.client.nik)
    assert after.client.phone == "*********"
    assert after.client.business.owner_home == before.client.business.owner_home
    screen.press("Akhiri pendampingan").press("Akhiri pendampingan")
    assert "Alasannya belum dipilih" in screen.said
    screen.fill(f"akhiri-{number}", ground=LeavingGround.CLOSED, reason="Usaha tutup", sure=True)
    screen.press("Akhiri pendampingan")
    assert not screen.card(number).is_open
    assert "Pendampingan berakhir" in screen.said
    assert "Ubah data" not in screen.buttons


def test_the_baseline_and_the_notice_are_recorded_from_what_waits(office):
    screen = Screen(office, BlitarRole.FACILITATOR, isi="baru")
    screen.fill("binaan-baru", name="Tanpa Data Awal").press("Simpan binaan")
    number = screen.shown
    screen.press("Catat pemberitahuan").fill(f"pemberitahuan-{number}", consent__shares_story=False)
    screen.press("Simpan")
    consent = screen.card(number).client.consent
    assert (consent.notice_on, consent.notice_by, consent.shares_story) == (
        today(),
        screen.person.name,
        False,
    )
    buttons = [button for button in screen.app.button if button.label == "Isi data awal"]
    calm(buttons[0].click().run())
    screen.press("Simpan data awal")
    assert "Belum ada indikator yang diisi" in screen.said
    screen.fill(f"awal-{number}", annual_sales="12 jt", halal=False).press("Simpan data awal")
    rungs = {rung.indicator: rung for step in screen.card(number).ladder for rung in step.rungs}
    assert rungs["annual_sales"].baseline.value == 12_000_000
    assert rungs["halal"].baseline.value == 0
    assert rungs["assets"].baseline is None


def test_a_fasilitator_proposes_and_the_kepala_dinas_decides(office):
    number = risen(office)
    screen = Screen(office, BlitarRole.FACILITATOR, binaan=number)
    screen.press("Usulkan naik kelas")
    assert "tidak memberi ukuran" in screen.said
    screen.press("Ajukan kepada Kepala Dinas")
    assert "Alasan usulan belum diisi" in screen.said
    screen.fill(f"usul-{number}", reason="Bukti lengkap").press("Ajukan kepada Kepala Dinas")
    assert "Menunggu keputusan Kepala Dinas" in screen.said
    assert "Usulkan naik kelas" not in screen.buttons

    head = Screen(office, BlitarRole.AGENCY_HEAD, REPORTS, bagian="Naik kelas")
    assert "Sasaran" not in head.said  # until the office has set one
    with office.database.read() as session:
        waiting = proposals(session, head.person, decided=False).rows
    one = next(one for one in waiting if one.client_id == number)
    form = f"keputusan-{one.id}"
    head.app.session_state[f"putuskan-{one.id}"] = True
    calm(head.app.run())
    nonce = head.app.session_state[f"nonce:{form}"]
    send = next(b for b in head.app.button if b.key == f"{nonce}:form:kirim")
    calm(send.click().run())
    assert "Keputusannya belum dipilih" in head.said
    head.fill(form, outcome=UpgradeOutcome.CONFIRMED, reason="Cukup", number="500/1", on=today(), sure=True)
    send = next(b for b in head.app.button if b.key == f"{nonce}:form:kirim")
    calm(send.click().run())
    card = head.card(number)
    assert card.proposals[0].decision.number == "500/1"
    assert card.stage.label == "Ditetapkan Kepala Dinas"
    assert "Sudah diputuskan" in head.said
