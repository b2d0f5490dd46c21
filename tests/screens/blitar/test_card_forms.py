"""Forms of one binaan's card that change one thing, typed by what stands on the screen."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from db.blitar.caseload.card import client_card
from db.blitar.caseload.clients import add_client
from db.blitar.staffing.staff import staff
from db.tables import ClientRow, FollowUpRow, VisitRow
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.kinds import BusinessForm, CooperativeScale, SubjectKind
from domain.blitar.place import Place
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import FollowUpState
from pages.parts.store import now, today
from tests.db.people import a_nonce
from tests.screens.clock import TODAY
from tests.screens.demo_office import CLIENTS, said
from tests.screens.typing_in import send

PLACE = Place(regency_code="35.05", district_code="35.05.09")
BRANCH = Client(
    kind=SubjectKind.CLIENT_COOPERATIVE,
    name="Koperasi Cabang",
    place=PLACE,
    cooperative=CooperativeAnswers(scale=CooperativeScale.PROVINCE, is_branch=True),
)
COMPANY = Client(
    kind=SubjectKind.CLIENT_MICRO,
    name="PT Uji Coba",
    place=PLACE,
    business=BusinessAnswers(form=BusinessForm.COMPANY),
)


class Desk:
    """The demo office with the card of one binaan, as a role opens it."""

    def __init__(self, office):
        self.office = office
        self.facilitator = office.by_role[BlitarRole.FACILITATOR]

    def add(self, told):
        """Take a binaan in whom nobody mentors yet."""
        more = {"mentor_id": None, "since": today(), "nonce": a_nonce(), "at": now()}
        with self.office.database.write() as session:
            return add_client(session, self.facilitator, told, **more)

    def open(self, role, number, **address):
        return self.office.open(self.office.by_role[role], CLIENTS, binaan=number, **address)

    def card(self, number):
        with self.office.database.read() as session:
            return client_card(session, self.facilitator, number, at=now())


@pytest.fixture
def desk(office):
    return Desk(office)


@pytest.mark.parametrize(("told", "question"), [(BRANCH, "branch_accepted"), (COMPANY, "form_accepted")])
@pytest.mark.parametrize(("answer", "accepted"), [("Ya", True), ("Tidak", False)])
def test_what_the_kepala_dinas_rules_is_kept_with_reason_and_day(desk, told, question, answer, accepted):
    number = desk.add(told)
    typed = {"Keputusan": answer, "Alasan": "Sesuai telaah bidang", "Tanggal keputusan": TODAY}
    screen = send(desk.open(BlitarRole.AGENCY_HEAD, number, tampil="Data"), "Simpan keputusan", typed)
    assert "Keputusan tercatat." in said(screen)
    ruling = desk.card(number).client.judgements[question]
    assert (ruling.answer, ruling.reason, ruling.on) == (accepted, "Sesuai telaah bidang", TODAY)
    assert ruling.by == desk.office.by_role[BlitarRole.AGENCY_HEAD].name


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Keputusan", None, "Pilih Ya atau Tidak."),
        ("Alasan", " ", "Alasan keputusan belum diisi."),
        ("Tanggal keputusan", None, "Tanggalnya belum diisi."),
    ],
)
def test_a_ruling_that_lacks_something_is_not_kept(desk, label, value, words):
    number = desk.add(COMPANY)
    typed = {"Keputusan": "Ya", "Alasan": "Usaha kecil", "Tanggal keputusan": TODAY} | {label: value}
    screen = send(desk.open(BlitarRole.AGENCY_HEAD, number, tampil="Data"), "Simpan keputusan", typed)
    assert words in said(screen)
    assert desk.card(number).client.judgements == {}


def test_a_binaan_without_a_pendamping_is_given_to_the_one_that_was_chosen(desk):
    number = desk.add(replace(COMPANY, name="Belum Didampingi"))
    with desk.office.database.read() as session:
        taker = [one for one in staff(session, desk.facilitator) if one.service.is_on(TODAY)][-1]
    screen = desk.open(BlitarRole.FACILITATOR, number, isi="asuhan")
    screen = send(screen, "Simpan", {"Pendamping": taker.name, "Mulai didampingi": TODAY})
    assert f"sekarang didampingi {taker.name}" in said(screen)
    with desk.office.database.read() as session:
        row = session.get_one(ClientRow, number)
    assert (row.mentor_id, row.given_on) == (taker.id, TODAY)


def an_open_follow_up(desk):
    """The first thing of the demo that was agreed at a visit and is not done."""
    query = (
        select(FollowUpRow)
        .join(VisitRow, VisitRow.id == FollowUpRow.visit_id)
        .join(ClientRow, ClientRow.id == FollowUpRow.client_id)
        .where(FollowUpRow.state == "open", VisitRow.state == "verified", ClientRow.status == "open")
        .order_by(FollowUpRow.id)
    )
    with desk.office.database.read() as session:
        return session.scalars(query).first()


@pytest.mark.parametrize("state", [FollowUpState.DONE, FollowUpState.DROPPED])
def test_what_was_agreed_is_closed_on_the_card_as_it_was_typed(desk, state):
    agreed = an_open_follow_up(desk)
    screen = desk.open(BlitarRole.FACILITATOR, agreed.client_id)
    (place,) = [
        place for place, one in enumerate(desk.card(agreed.client_id).follow_ups) if one.id == agreed.id
    ]
    typed = {
        "Hasilnya": state.label,
        "Tanggal": TODAY,
        "Catatan (wajib bila tidak dilanjutkan)": "Surat nomor 7",
    }
    screen = send(screen, "Simpan", typed, place=place)
    assert f"Tindak lanjut ditutup: {state.label.lower()}." in said(screen)
    with desk.office.database.read() as session:
        row = session.get_one(FollowUpRow, agreed.id)
    assert (row.state, row.closed_on, row.closing_note) == (state, TODAY, "Surat nomor 7")


def test_what_will_not_be_done_needs_its_reason(desk):
    agreed = an_open_follow_up(desk)
    screen = desk.open(BlitarRole.FACILITATOR, agreed.client_id)
    typed = {
        "Hasilnya": FollowUpState.DROPPED.label,
        "Tanggal": TODAY,
        "Catatan (wajib bila tidak dilanjutkan)": "",
    }
    assert "Tulis mengapa tidak dilanjutkan." in said(send(screen, "Simpan", typed))
