"""Penagihan: the bank brings its file, an officer decides and books, and nothing is booked twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.sampang.loans.loans import loans
from db.tables import JournalEntryRow
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from tests.screens.demo_office import COLLECTION, calm, labelled, said

CSV = "text/csv"


class Desk:
    """Penagihan as somebody uses it."""

    def __init__(self, office, role=SampangRole.OFFICER):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, COLLECTION, lihat="Berkas bank")

    def upload(self, data, name="oktober.csv"):
        calm(self.app.file_uploader[0].upload(name, data, CSV).run())
        return self

    def press(self, label):
        labelled(self.app.button, label).click()
        calm(self.app.run())
        return self

    @property
    def said(self):
        return said(self.app)

    def labels(self):
        return [button.label for button in self.app.button]


@pytest.fixture
def lent(office):
    """Two loans of which much is left, with their numbers and names."""
    with office.database.read() as session:
        found, _ = loans(session, office.officer, page_size=200)
    return [one for one in found if not one.is_settled and one.owed > 2_000_000][:2]


def booked(office):
    with office.database.read() as session:
        return len(session.scalars(select(JournalEntryRow.id).where(JournalEntryRow.kind == "payment")).all())


def a_file(*rows, heading="No Pinjaman;Nama;Tanggal;Jumlah;No Ref"):
    return "\n".join((heading, *(";".join(map(str, row)) for row in rows))).encode("utf-8-sig")


def paid_on(days=2):
    return (today() - timedelta(days=days)).isoformat()


def rows_of(lent):
    first, second = lent
    return (
        (first.number, first.name, paid_on(), "100.000", "TRX-1"),
        ("", second.name, paid_on(), "100.000", "TRX-2"),
        ("KPR-9", "Orang Lain", paid_on(), "75.000", "TRX-3"),
        (first.number, first.name, "kemarin", "100.000", "TRX-4"),
    )


def test_the_bank_brings_its_file_and_sees_that_an_officer_books_it(office, lent):
    desk = Desk(office, SampangRole.BANK)
    assert "Data bank s.d." in desk.said
    desk.upload(a_file(*rows_of(lent))).press("Periksa 4 baris")
    assert "1 baris siap dibukukan, Rp100.000" in desk.said
    assert "3 baris perlu dilihat orang" in desk.said
    assert not [label for label in desk.labels() if label.startswith("Bukukan")]
    assert "Menunggu petugas" in desk.said


def test_an_officer_books_what_is_sure_and_a_second_file_books_nothing(office, lent):
    before = booked(office)
    desk = Desk(office).upload(a_file(*rows_of(lent))).press("Periksa 4 baris")
    desk.press("Bukukan 1 baris · Rp100.000")
    assert booked(office) == before + 1
    assert "1 setoran dibukukan" in desk.said
    desk.press("Semua berkas").upload(a_file(*rows_of(lent)))
    assert "Berkas yang sama sudah diunggah" in desk.said
    desk.press("Periksa 4 baris")
    assert "Tidak ada baris yang siap dibukukan" in desk.said
    assert booked(office) == before + 1


def test_a_file_of_unknown_headings_waits_for_a_person_to_map_them_and_is_remembered(office, lent):
    heading = "Rek;Wer;Wann;Wieviel;Beleg"
    desk = Desk(office).upload(a_file(*rows_of(lent), heading=heading))
    assert "belum dipilih" in desk.said
    chosen = {
        "Nomor pinjaman": 0,
        "Nama peminjam": 1,
        "Tanggal setor": 2,
        "Jumlah setor": 3,
        "Nomor bukti": 4,
    }
    for label, place in chosen.items():
        labelled(desk.app.selectbox, label).set_value(place)
        calm(desk.app.run())
    desk.press("Periksa 4 baris").press("Semua berkas")
    desk.upload(a_file(*rows_of(lent), heading=heading), "november.csv")
    assert "belum dipilih" not in desk.said


def test_an_unclear_order_of_day_and_month_is_asked_before_anything_is_read(office, lent):
    first = lent[0]
    desk = Desk(office).upload(a_file((first.number, first.name, "02/03/2026", "100.000", "T")))
    assert "Pilih urutannya menurut bank" in desk.said
    assert not [label for label in desk.labels() if label.startswith("Periksa")]
    labelled(desk.app.radio, "Urutan tanggal dalam berkas").set_value("hari/bulan/tahun")
    calm(desk.app.run())
    assert [label for label in desk.labels() if label.startswith("Periksa 1 baris")]


@pytest.mark.parametrize(
    ("data", "because"),
    [
        (b"", "kosong"),
        (b"\x89PNG\r\n\x1a\n\0\0", "bukan CSV maupun"),
        (b"1;2;3\n4;5;6", "Tidak ada baris judul"),
    ],
)
def test_what_is_no_file_of_a_bank_is_refused_with_a_way_out(office, data, because):
    assert because in Desk(office).upload(data).said
