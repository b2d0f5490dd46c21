"""Binaan and candidates: every field, typed by its label, comes back from the store."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.blitar.caseload.card import client_card
from db.blitar.selection.candidates import candidate, candidates
from db.blitar.selection.rounds import rounds
from db.tables import ClientRow
from domain.blitar.candidate import (
    Candidate,
    Domicile,
    Experience,
    HealthLetter,
    PoliceCertificate,
    Statements,
)
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.consent import Consent
from domain.blitar.kinds import (
    BusinessForm,
    CooperativeScale,
    DomicileProof,
    Education,
    HealthIssuer,
    Operation,
    Sector,
    Statement,
    SubjectKind,
    WorkTie,
)
from domain.blitar.place import Place
from domain.blitar.roles import BlitarRole
from pages.parts.store import now
from tests.screens.clock import TODAY
from tests.screens.demo_office import CLIENTS, SELECTION, calm, labelled
from tests.screens.typing_in import fill

NIK = "3505094506850000"
HOME = Place(
    regency_code="35.05", district_code="35.05.09", village_code="35.05.09.2002", address="Dusun Krajan"
)


@pytest.fixture
def facilitator(office):
    return office.by_role[BlitarRole.FACILITATOR]


# ---- a binaan ----------------------------------------------------------------------------------
ANY_CLIENT = {
    "Kegiatan usaha (Pasal 3 huruf c)": "Pernah berjalan, sekarang berhenti sementara",
    "Kecamatan": "Nglegok",
    "Desa/kelurahan": "Kedawung",
    "Alamat (dusun, RT/RW)": "Dusun Krajan",
    "NIK (KTP), bila diketahui": NIK,
    "Telepon": "0800-1234",
    "Mulai berusaha": date(2019, 7, 1),
    "Disampaikan pada": TODAY,
    "Disampaikan oleh": "Bu Sari",
    "Kisah atau foto boleh ditampilkan di luar Dinas?": "Ya",
    "Catatan": "kenal dari pasar",
    "Didampingi sejak": TODAY - timedelta(days=3),
    "Pendamping": "Bagus Wicaksono",
}
TOLD = {
    "operation": Operation.PAUSED,
    "place": HOME,
    "nik": NIK,
    "phone": "0800-1234",
    "started_on": date(2019, 7, 1),
    "consent": Consent(notice_on=TODAY, notice_by="Bu Sari", shares_story=True),
    "note": "kenal dari pasar",
}
MICRO = {
    "Yang didaftarkan": "Usaha mikro",
    "Nama usaha *": "Keripik Uji Coba",
    "Bidang": "Makanan dan minuman",
    "Tempat usaha di": "Kabupaten Blitar",
    "Nama pemilik": "Siti",
    "Pemilik tinggal di (Pasal 3 huruf b)": "Sama dengan tempat usaha",
    "Usaha berdiri": date(2019, 6, 1),
    "Modal usaha, tanpa tanah dan bangunan": "50 juta",
    "Penjualan setahun": "100 juta",
    "Bentuk usaha (Pasal 1 angka 12)": "Usaha orang perorangan",
    "NIB, bila ada": "9120001234567",
}
A_MICRO = Client(
    kind=SubjectKind.CLIENT_MICRO,
    name="Keripik Uji Coba",
    contact_name="Siti",
    sector=Sector.FOOD,
    business=BusinessAnswers(
        owner_home=Place(regency_code="35.05", district_code="35.05.09", village_code="35.05.09.2002"),
        form=BusinessForm.PERSON,
        founded_on=date(2019, 6, 1),
        capital=50_000_000,
        annual_sales=100_000_000,
        business_number="9120001234567",
    ),
    **TOLD,
)
KOPERASI = {
    "Yang didaftarkan": "Koperasi",
    "Nama koperasi *": "Koperasi Uji Coba",
    "Bidang": "Simpan pinjam",
    "Kedudukan koperasi di": "Kabupaten Blitar",
    "Nama ketua": "Siti",
    "Skala koperasi (Pasal 3 huruf a)": "Provinsi",
    "Cabang dari koperasi yang lebih luas?": "Ya",
    "NIK Koperasi, bila ada": "3505010010012",
}
A_KOPERASI = Client(
    kind=SubjectKind.CLIENT_COOPERATIVE,
    name="Koperasi Uji Coba",
    contact_name="Siti",
    sector=Sector.SAVINGS_AND_LOANS,
    cooperative=CooperativeAnswers(
        scale=CooperativeScale.PROVINCE, is_branch=True, registration_number="3505010010012"
    ),
    **TOLD,
)


@pytest.mark.parametrize(
    ("typed", "expected"), [(MICRO, A_MICRO), (KOPERASI, A_KOPERASI)], ids=["usaha mikro", "koperasi"]
)
def test_every_answer_of_a_new_binaan_is_stored_as_it_was_typed(office, facilitator, typed, expected):
    screen = fill(office.open(facilitator, CLIENTS, isi="baru"), typed | ANY_CLIENT)
    calm(labelled(screen.button, "Simpan binaan").click().run())
    with office.database.write() as session:
        number = session.scalars(select(ClientRow.id).where(ClientRow.name == expected.name)).one()
        card = client_card(session, facilitator, number, at=now(), reveal=True)
    assert card.client == expected
    assert (card.mentor, card.since) == ("Bagus Wicaksono", TODAY - timedelta(days=3))


# ---- a candidate -------------------------------------------------------------------------------
CANDIDATE = {
    "Nama *": "Ani Uji Coba",
    "NIK (KTP)": NIK,
    "Telepon": "0800-1234",
    "Tanggal mendaftar": TODAY,
    "Tanggal lahir": date(1995, 5, 17),
    "Warga Negara Indonesia menurut KTP?": "Ya",
    "Bukti domisili": "Surat keterangan domisili",
    "Surat tidak menyebut batas waktu": False,
    "Surat berlaku sampai": TODAY + timedelta(days=200),
    "Tinggal di": "Kabupaten Blitar",
    "Kecamatan": "Nglegok",
    "Desa/kelurahan": "Kedawung",
    "Alamat": "Dusun Krajan",
    "Penerbit surat sehat": "Puskesmas",
    "Tanggal surat sehat": TODAY - timedelta(days=9),
    "Menyatakan sehat jasmani?": "Ya",
    "Menyatakan sehat rohani?": "Tidak",
    "SKCK dilampirkan?": "Ya",
    "SKCK berlaku sampai": TODAY + timedelta(days=100),
    "Ada catatan dalam SKCK?": "Tidak",
    "Ikatan kerja pada hari mendaftar": "Kontrak kerja berjangka waktu",
    "Kontrak berakhir": TODAY - timedelta(days=1),
    "Pendidikan terakhir yang selesai": "S1",
    "Jurusan dan perguruan tinggi": "Ekonomi, Universitas Contoh",
    "Tidak menuntut diangkat menjadi ASN": "Pernyataan tertulis",
    "Anggota atau pengurus partai politik?": "Tidak",
    "Surat pernyataan bukan anggota/pengurus ada?": "Ya",
    "Bersedia mengikuti seluruh tahapan": "Dinyatakan lisan dan dicatat petugas",
    "Bersedia melayani setiap minggu": "Tidak bersedia menyatakan",
    "Pernah mendampingi?": "Ya",
    "Pendampingan yang pernah dilakukan": "dua tahun di desa",
    "Pernah terlibat pemberdayaan koperasi dan usaha mikro?": "Tidak",
    "Keterlibatannya": "belum pernah",
    "Ada piagam, sertifikat, atau dokumen?": "Ya",
    "Piagam, sertifikat, atau dokumennya": "sertifikat 2024",
    "Berpengalaman dalam kewirausahaan?": "Tidak",
    "Usaha yang pernah dijalankan": "tidak ada",
    "Catatan petugas": "map biru",
}
A_CANDIDATE = Candidate(
    name="Ani Uji Coba",
    nik=NIK,
    born_on=date(1995, 5, 17),
    registered_on=TODAY,
    citizen=True,
    domicile=Domicile(place=HOME, proof=DomicileProof.LETTER, letter_valid_until=TODAY + timedelta(days=200)),
    health=HealthLetter(
        issuer=HealthIssuer.HEALTH_CENTRE,
        issued_on=TODAY - timedelta(days=9),
        states_body=True,
        states_mind=False,
    ),
    police=PoliceCertificate(in_file=True, valid_until=TODAY + timedelta(days=100), has_entry=False),
    work_tie=WorkTie.FIXED_TERM,
    contract_ends_on=TODAY - timedelta(days=1),
    education=Education.BACHELOR,
    education_told="Ekonomi, Universitas Contoh",
    statements=Statements(
        no_demand_for_civil_service=Statement.WRITTEN,
        party_tie=False,
        party_letter=True,
        joins_every_stage=Statement.SPOKEN,
        serves_weekly=Statement.REFUSED,
    ),
    experience=Experience(
        entrepreneurship=False,
        entrepreneurship_told="tidak ada",
        mentored=True,
        mentored_told="dua tahun di desa",
        involved=False,
        involved_told="belum pernah",
        paper=True,
        paper_told="sertifikat 2024",
    ),
    phone="0800-1234",
    note="map biru",
)


def test_every_answer_of_a_candidate_is_stored_as_it_was_typed(office, facilitator):
    with office.database.read() as session:
        (running,) = [one for one in rounds(session, facilitator) if one.round.takes(TODAY)]
    screen = office.open(facilitator, SELECTION, seleksi=running.id)
    screen = fill(calm(labelled(screen.button, "Daftarkan calon").click().run()), CANDIDATE)
    labelled(screen.button, "Simpan pendaftaran").click().run()
    with office.database.write() as session:
        newest = candidates(session, facilitator, running.id)[-1]
        kept = candidate(session, facilitator, newest.id, reveal=True, at=now())
    assert kept.candidate == A_CANDIDATE
