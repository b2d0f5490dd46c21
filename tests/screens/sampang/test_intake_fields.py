"""Pengajuan: every field of every kind of applicant, typed by its label, comes back from the store."""

from datetime import date

import pytest

from db.sampang.applications.applications import application
from domain.purpose_notices import FUND, NoticeGiven
from domain.sampang.application import (
    Applicant,
    BusinessAnswers,
    CooperativeAnswers,
    EarlierLoan,
    GroupAnswers,
    LoanApplication,
)
from domain.sampang.kinds import (
    ApplicantKind,
    CooperativeGrade,
    CooperativeLevel,
    CreditHistory,
    LetterOrigin,
    MaritalStatus,
    Premises,
    Purpose,
    SizeBasis,
    SizeClass,
    Source,
)
from pages.parts.store import now
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.typing_in import fill

LOAN = {
    "Kecamatan": "Sampang",
    "Desa/kelurahan": "Banyuanyar",
    "Alamat": "Jalan Melati 3",
    "Telepon": "0800-1234",
    "NPWP": "3527034506850000",
    "Pinjaman yang diminta": "20 juta",
    "Jangka waktu (bulan)": 24,
    "Penggunaan dana": "Modal kerja dan investasi",
    "Rencana penggunaan": "Membeli bahan dan wajan",
    "Tanggal proposal diterima Dinas": date(2026, 2, 16),
    "Cara masuk": "Formulir kertas",
    "Catatan petugas": "map biru",
    "Disampaikan pada": date(2026, 2, 17),
    "Disampaikan oleh": "Rina",
    "Kredit yang pernah diterima": "Pernah kredit biasa (bank, koperasi, leasing)",
    "Tercatat di daftar merah Dinas?": "Tidak",
    "Pernah meminjam dari dana bergulir ini?": "Ya",
    "Pinjaman terakhir": "15 juta",
    "Lunas tanggal": date(2025, 3, 10),
    "Berjalan berapa bulan sebelum lunas": 20,
    "Lunas lebih awal untuk memperbarui pinjaman?": "Tidak",
    "Semua agunan sudah dicatat di sini": True,
    "Daftar nomor rekening bank": "Tidak",
    "Rencana kerja penggunaan dana": "Ya",
}
WHERE = {
    "district_code": "35.27.03",
    "village_code": "35.27.03.1004",
    "address": "Jalan Melati 3",
    "phone": "0800-1234",
    "npwp": "3527034506850000",
}
ASKED = {
    "amount": 20_000_000,
    "term_months": 24,
    "purpose": Purpose.MIXED,
    "plan": "Membeli bahan dan wajan",
    "filed_on": date(2026, 2, 16),
    "source": Source.PAPER,
    "note": "map biru",
    "notice": NoticeGiven(notice_on=date(2026, 2, 17), notice_by="Rina", version=FUND.version),
    "credit_history": CreditHistory.ORDINARY,
    "on_red_list": False,
    "earlier": EarlierLoan(
        borrowed_before=True,
        last_amount=15_000_000,
        settled_on=date(2025, 3, 10),
        months_run=20,
        settled_early_to_renew=False,
    ),
    "collateral_complete": True,
}
OF_A_BODY = {
    "Nama ketua": "Moh. Ridwan",
    "NIK (KTP) ketua": "3527030506850000",
    "Ada legalitas dari Dinas?": "Ya",
    "Dana disalurkan lagi kepada anggota?": "Ya",
    "Surat permohonan, ditandatangani pengurus lengkap": "Ya",
    "Fotokopi identitas pengurus": "Ya",
    "Daftar anggota penerima dana": "Tidak",
    "Fotokopi legalitas (badan hukum, NPWP, izin/NIB)": "Ya",
    "Susunan pengurus yang dilegalisir Dinas": "Tidak",
}
PAPERS_OF_A_BODY = {
    "request_by_board": True,
    "board_identity": True,
    "member_list": False,
    "legality_copies": True,
    "board_list": False,
    "account_number": False,
    "work_plan": True,
}
KOPERASI = {
    "Jenis pemohon": "Koperasi",
    "Nama koperasi *": "Koperasi Garam Makmur",
    "NIK Koperasi atau nomor badan hukum": "3527010010012",
    "Tingkat menurut catatan Dinas": "Sekunder",
    "Tanggal pengesahan badan hukum": date(2010, 1, 12),
    "Peringkat terakhir": "Berkualitas",
    "RAT sudah dilaksanakan untuk tahun buku": ["2025", "2023"],
    "Koperasi fungsional menurut Dinas?": "Ya",
    "Ada rekomendasi tertulis koperasi sekunder?": "Tidak",
    "Jumlah seluruh pengurus": 5,
    "Pengurus yang menandatangani berita acara tanggung renteng": 4,
    "Mempunyai unit usaha SENKUKO?": "Tidak",
}
A_KOPERASI = LoanApplication(
    applicant=Applicant(
        kind=ApplicantKind.COOPERATIVE,
        name="Koperasi Garam Makmur",
        contact_name="Moh. Ridwan",
        nik="3527030506850000",
        registration_number="3527010010012",
        **WHERE,
    ),
    cooperative=CooperativeAnswers(
        level=CooperativeLevel.SECONDARY,
        functional=True,
        incorporated_on=date(2010, 1, 12),
        grade=CooperativeGrade.QUALITY,
        annual_meeting_years=(2023, 2025),
        board_size=5,
        board_signatures=4,
        senkuko=False,
        secondary_recommendation=False,
    ),
    agency_legality=True,
    relends_to_members=True,
    papers=PAPERS_OF_A_BODY,
    **ASKED,
)
LKM = {
    "Jenis pemohon": "Lembaga keuangan mikro (LKM)",
    "Nama LKM *": "LKM Sumber Rejeki",
    "AD/ART sudah disahkan Dinas?": "Ya",
    "Anggota tercatat di buku daftar anggota": 24,
}
AN_LKM = LoanApplication(
    applicant=Applicant(
        kind=ApplicantKind.MICROFINANCE,
        name="LKM Sumber Rejeki",
        contact_name="Moh. Ridwan",
        nik="3527030506850000",
        **WHERE,
    ),
    group=GroupAnswers(statutes_approved=True, registered_members=24),
    agency_legality=True,
    relends_to_members=True,
    papers=PAPERS_OF_A_BODY,
    **ASKED,
)
USAHA = {
    "Jenis pemohon": "Usaha mikro, kecil, menengah",
    "Nama usaha *": "Kerupuk Bu Siti",
    "Nama pemilik": "Siti Aminah",
    "NIK (KTP) pemilik": "3527034506850000",
    "Status perkawinan pemilik": "Kawin",
    "Nama suami/istri": "Ahmad",
    "NIK (KTP) suami/istri": "3527030506840000",
    "Tanggal usaha berdiri": date(2018, 5, 1),
    "Usaha aktif sejak": date(2018, 6, 1),
    "Memiliki izin usaha (NIB/izin lama)?": "Tidak",
    "Surat menyatakan usaha benar-benar ada?": "Ya",
    "Surat menyatakan permodalan sangat kecil?": "Tidak",
    "Surat dari": "Desa/kelurahan tempat tinggal",
    "Tempat usaha": "Menyewa",
    "Sewa mulai": date(2025, 1, 1),
    "Sewa sampai": date(2028, 12, 31),
    "Ada tunggakan kredit atas nama usaha?": "Tidak",
    "Ada tunggakan kredit atas nama pemilik?": "Ya",
    "Ada tunggakan kredit atas nama suami/istri?": "Tidak",
    "Kekayaan bersih/modal usaha": "40 juta",
    "Penjualan setahun": "250 juta",
    "Kelas usaha menurut Dinas": "Usaha mikro",
    "Dasar hukum kelas usaha": "PP 7/2021 Pasal 35",
    "Alasan atau bukti kelas usaha": "NIB tahun 2023",
    "Surat permohonan, ditandatangani pemilik": "Ya",
    "Fotokopi legalitas usaha (NPWP, izin/NIB)": "Tidak",
    "Fotokopi identitas suami/istri": "Ya",
    "Tanda tangan suami/istri pada surat permohonan": "Ya",
    "Fotokopi identitas pemilik": "Ya",
}
A_USAHA = LoanApplication(
    applicant=Applicant(
        kind=ApplicantKind.BUSINESS,
        name="Kerupuk Bu Siti",
        contact_name="Siti Aminah",
        nik="3527034506850000",
        marital_status=MaritalStatus.MARRIED,
        spouse_name="Ahmad",
        spouse_nik="3527030506840000",
        **WHERE,
    ),
    business=BusinessAnswers(
        founded_on=date(2018, 5, 1),
        active_since=date(2018, 6, 1),
        net_assets=40_000_000,
        annual_sales=250_000_000,
        stated_size=SizeClass.MICRO,
        stated_basis=SizeBasis.PP_7_2021,
        stated_because="NIB tahun 2023",
        has_licence=False,
        letter_states_existence=True,
        letter_states_small_capital=False,
        letter_origin=LetterOrigin.HOME_VILLAGE,
        premises=Premises.RENTED,
        lease_from=date(2025, 1, 1),
        lease_until=date(2028, 12, 31),
        business_arrears=False,
        owner_arrears=True,
        spouse_arrears=False,
    ),
    papers={
        "request_by_owner": True,
        "business_legality_copies": False,
        "spouse_identity": True,
        "request_by_spouse": True,
        "owner_identity": True,
        "account_number": False,
        "work_plan": True,
    },
    **ASKED,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(KOPERASI | OF_A_BODY, A_KOPERASI), (LKM | OF_A_BODY, AN_LKM), (USAHA, A_USAHA)],
    ids=["koperasi", "LKM", "usaha"],
)
def test_every_answer_of_an_applicant_is_stored_as_it_was_typed(office, typed, expected):
    form = IntakeForm(office, baru=1)
    fill(form.screen, typed | LOAN)
    form.save_draft()
    (row,) = office.rows(text=expected.applicant.name)
    with office.database.write() as session:
        kept = application(session, office.officer, row.id, reveal=True, at=now())
    assert kept.application == expected
