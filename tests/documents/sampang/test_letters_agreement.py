"""The draft agreement: three parties, articles with their provisions, collateral and a trial schedule."""

import re
from dataclasses import replace

import pytest

from documents.sampang.letters.loan_agreement import loan_agreement
from domain.regulation.law_in_force import LawInForce
from domain.sampang.costs import upfront_costs
from domain.sampang.kinds import ApplicantKind, InterestMethod, MaritalStatus
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.loan import schedule_of
from domain.sampang.origination.board import NOBODY, Board, Officer
from tests.documents.printed import pages_of
from tests.documents.sampang.applications import DAY, LAND, business, cooperative, group
from tests.documents.sampang.letter_files import (
    AGREEMENT,
    HEAD,
    NO_HEAD,
    approval,
    loan_file,
    refusal,
    schedule,
)
from tests.documents.sampang.letter_papers import paper, text_in
from tests.documents.sampang.loans import FEES_SET

RULE = "....................."


def drafted(file=None, laid=None, **changed):
    told = {"file_number": "DB-2026-0042", "head": HEAD, "demo": False}
    return loan_agreement(file or loan_file(), laid or schedule(), **{**told, **changed})


def text(file=None, laid=None, **changed):
    return text_in(drafted(file, laid, **changed))


def test_every_page_is_a_draft_for_the_legal_department_even_with_a_number():
    pages = pages_of(drafted(draft=True))
    assert "Nomor: PK/12/2026" in pages[0]
    assert all("KONSEP untuk diperiksa bagian hukum" in page for page in pages)


def test_only_a_draft_ends_with_the_readings_for_the_legal_department():
    before, _, notes = text(draft=True).partition("Catatan untuk bagian hukum")
    assert re.findall(r"Pasal (\d+): .+?\(tafsir (S-\d+)\)", notes) == [
        ("4", "S-40"),
        ("4", "S-41"),
        ("5", "S-42"),
        ("9", "S-43"),
    ]
    for told in (before, text()):
        assert "tafsir" not in told
        assert "pilihan kantor" not in told
    assert "Catatan untuk bagian hukum" not in text()


@pytest.mark.parametrize(("months", "grace"), [(12, 2), (36, 4)])
def test_the_reading_about_24_months_is_noted_for_24_months_alone(months, grace):
    told = text(
        loan_file(decision=approval(25_000_000, months)), schedule(25_000_000, months, grace), draft=True
    )
    assert "(tafsir S-40)" not in told
    assert "(tafsir S-41)" in told


def test_without_grace_nothing_is_said_of_interest_during_it():
    told = text(laid=schedule(grace=0), draft=True)
    assert "sejak tanggal pencairan, tanpa masa tenggang." in told
    assert "Selama masa tenggang" not in told
    assert "S-41" not in told


def test_the_borrower_has_one_name_throughout():
    assert re.findall(r"\b[Pp]eminjam\b", text(loan_file(cooperative()))) == []


def test_no_sentence_of_the_articles_is_told_twice():
    articles = text().partition("Pasal 1.")[2]
    sentences = [one.strip() for one in re.split(r"(?<=[a-z)])\. ", articles) if len(one) > 25]
    assert len(sentences) == len(set(sentences))
    assert len(sentences) > 20


def test_it_closes_with_the_copies_left_to_write_and_a_place_for_the_stamp():
    told = text()
    assert f"Demikian perjanjian ini dibuat rangkap {RULE} dan ditandatangani" in told
    assert "di atas meterai (VI.3). Setiap rangkap mempunyai kekuatan hukum yang sama. PIHAK KESATU," in told
    assert told.count("Meterai") == 1


def test_the_three_parties_are_named():
    told = text()
    assert "Pada hari ini, Senin, tanggal sembilan bulan Maret tahun dua ribu dua puluh enam (9 Maret" in told
    assert "1. Drs. H. Abd. Rahman, M.Si, Kepala Dinas Koperasi dan Usaha Kecil Menengah" in told
    assert "2. Dewi Anggraini, mewakili Bank Pembangunan Daerah Jawa Timur (Bank Jatim)" in told
    assert "3. Siti Aminah, pemilik Kerupuk Bu Siti" in told


def test_before_signing_the_day_the_account_and_the_bank_s_name_are_left_to_write():
    told = text(loan_file(agreement=None, request=None), head=NO_HEAD)
    assert f"Pada hari ini, {RULE}, tanggal {RULE} bulan {RULE} tahun {RULE}, yang" in told
    assert f"2. {RULE}, mewakili Bank" in told
    assert f"Bank Jatim nomor {RULE} atas nama {RULE}, tanpa potongan pajak" in told


def test_the_nip_is_not_that_of_another_person_than_the_one_who_signed():
    other = replace(AGREEMENT, signed_by_lead="Plt. Moh. Zaini")
    told = text(loan_file(agreement=other))
    assert f"selaku Ketua Harian Tim Pokjanis, NIP {RULE}, selanjutnya" in told
    assert f"Plt. Moh. Zaini NIP {RULE}" in told
    assert "19700101" not in told
    assert text().count("NIP 19700101 199503 1 001") == 2


@pytest.mark.parametrize(
    ("nik", "words"), [("3527035708850000", "3527035708850000"), ("3527**********00", RULE), (None, RULE)]
)
def test_a_hidden_nik_is_left_to_write(nik, words):
    who = replace(business().applicant, nik=nik)
    assert f"NIK {words}, beralamat" in text(loan_file(replace(business(), applicant=who)))


def test_every_article_names_its_provision():
    told = text()
    articles = re.findall(r"Pasal (\d+)\. [^(]+\(((?:[IVX]+\.[\w.]+(?:, )?)+)\)", told)
    assert [number for number, _ in articles] == [str(n) for n in range(1, 12)]
    assert all(places for _, places in articles)


@pytest.mark.parametrize(
    "words",
    [
        "sebesar Rp25.000.000,00 (dua puluh lima juta rupiah), menurut kesepakatan rapat Tim Pokjanis",
        "sebagai modal kerja.",
        "secara tersendiri, tidak digabung dengan kegiatan usaha lainnya",
        "nomor 0123456789 atas nama Siti Aminah, tanpa potongan pajak",
        "adalah 24 (dua puluh empat) bulan terhitung sejak tanggal pencairan, termasuk masa tenggang "
        "angsuran pokok selama 4 (empat) bulan.",
        "Selama masa tenggang PEMINJAM tetap membayar jasa pinjaman setiap bulan.",
        "PEMINJAM membayar jasa (bunga) pinjaman sebesar 6 % (enam persen) setahun.",
        "Jasa dihitung secara tetap (flat) dari jumlah pinjaman semula dan sama besarnya setiap bulan.",
        "ke rekening Tim Pokjanis",
        "diikat secara notariil, dan tanah dicek ke BPN",
        "PEMINJAM tidak dibebani biaya administrasi bank",
        "1. Bila PEMINJAM melunasi pinjaman sebelum 1 (satu) tahun sejak tanggal pencairan, PEMINJAM "
        "membayar sisa pokok pinjaman ditambah 3 (tiga) bulan jasa.",
        "2. Bila PEMINJAM melunasi pinjaman dalam jangka waktu 1 (satu) tahun sampai dengan 2 (dua) tahun "
        "sejak tanggal pencairan, PEMINJAM membayar sisa pokok pinjaman ditambah 2 (dua) bulan jasa.",
        "3. Bila PEMINJAM melunasi pinjaman sesudah 2 (dua) tahun sejak tanggal pencairan, PEMINJAM membayar "
        "sisa pokok pinjaman ditambah 1 (satu) bulan jasa.",
        "surat teguran 1, 2, dan 3",
        "Kejaksaan Negeri Sampang atau KPKNL Pamekasan (IX.2)",
        "daftar merah dan dicoret dari daftar pinjaman selanjutnya (IX.3)",
    ],
)
def test_what_the_agreement_binds_to(words):
    assert words in text_in(paper("agreement"))


def test_the_method_is_that_of_the_schedule():
    told = replace(schedule().terms, method=InterestMethod.DECLINING)
    assert "Jasa dihitung secara menurun dari sisa pokok pinjaman." in text(laid=schedule_of(told))


def test_costs_are_told_as_far_as_the_office_has_set_them():
    # 5 per mille of 25.000.000 = 125.000.
    law = LawInForce(SAMPANG_LOANS, DAY, FEES_SET)
    told = text(costs=upfront_costs(25_000_000, 1, law))
    assert "asuransi Rp125.000,00 (seratus dua puluh lima ribu rupiah); notaris Rp750.000,00 (tujuh" in told
    assert "pengecekan BPN belum ditetapkan kantor" in told
    assert "Menurut ketetapan kantor" not in text()


def test_the_collateral_is_listed_with_its_total():
    borrowed = replace(LAND, owned_by_applicant=False, owner_name="H. Abdullah", power_of_attorney=True)
    told = text(loan_file(replace(business(), collateral=(LAND, borrowed))))
    assert "1 Tanah (sertifikat) SHM 112 Desa Torjun PEMINJAM Rp50.000.000 Camat Torjun" in told
    assert "H. Abdullah, dengan surat kuasa Rp50.000.000" in told
    assert "Jumlah nilai: Rp100.000.000,00 (seratus juta rupiah)." in told


def test_no_collateral_is_told_as_not_recorded():
    assert "Belum ada agunan yang dicatat." in text(loan_file(replace(business(), collateral=())))


def test_the_schedule_is_provisional_and_whole():
    # 25.000.000 x 6 % / 12 = 125.000 a month; 25.000.000 / 20 = 1.250.000; 24 x 125.000 = 3.000.000.
    told = text()
    assert "Sementara: dihitung bila dicairkan pada 16 Maret 2026." in told
    assert "1 16 Apr 2026 tenggang 125.000 125.000 25.000.000" in told
    assert "5 16 Agu 2026 1.250.000 125.000 1.375.000 23.750.000" in told
    assert "24 16 Mar 2028 1.250.000 125.000 1.375.000 0" in told
    assert "Jumlah 25.000.000 3.000.000 28.000.000" in told
    assert "Jumlah jasa Rp3.000.000,00 (tiga juta rupiah)." in told


def test_a_schedule_longer_than_a_page_repeats_its_headings():
    # No tenor of today is so long; 60 rows of 5,2 mm are.
    pages = pages_of(drafted(loan_file(decision=approval(60_000_000, 60)), schedule(60_000_000, 60, 0)))
    heads = [page for page in pages if "No. Jatuh tempo Pokok Jasa Jumlah Sisa pokok" in page]
    assert len(heads) == 2
    assert "60 16 Mar 2031 1.000.000 300.000 1.300.000 0" in heads[1]


@pytest.mark.parametrize(
    ("status", "signs"),
    [
        (MaritalStatus.MARRIED, "Suami/istri PEMINJAM (VIII.2.b.1),"),
        (None, "Suami/istri PEMINJAM (bila kawin) (VIII.2.b.1),"),
    ],
)
def test_the_spouse_of_a_business_owner_signs_too(status, signs):
    who = replace(business().applicant, marital_status=status, spouse_name="Moh. Amin")
    told = text(loan_file(replace(business(), applicant=who)))
    assert f"PEMINJAM, Meterai Siti Aminah {signs} Moh. Amin" in told


def test_who_is_not_married_signs_alone():
    who = replace(business().applicant, marital_status=MaritalStatus.UNMARRIED)
    assert "Suami/istri" not in text(loan_file(replace(business(), applicant=who)))


@pytest.mark.parametrize(
    ("application", "place"),
    [
        (business(), "IV.2.g"),
        (cooperative(), "IV.1.i"),
        (group(ApplicantKind.MICROFINANCE), "IV.3.f"),
        (group(ApplicantKind.CLUSTER), "IV.4.f"),
    ],
)
def test_each_kind_has_its_own_place_for_collateral(application, place):
    assert f"Agunan ({place}, III.8" in text(loan_file(application))


def test_only_a_cooperative_s_board_is_jointly_liable():
    assert "Tanggung renteng (IV.1.f) Pengurus koperasi" in text(loan_file(cooperative()))
    assert "Suami/istri" not in text(loan_file(cooperative()))
    assert "enteng" not in text()


def test_a_long_plan_and_hostile_words_are_told_whole():
    plan = " ".join(f"rencana{n}" for n in range(500)) + " <b>{nb}**x**"
    told = text(loan_file(replace(business(), plan=plan)))
    assert "rencana499 <b>{nb}**x**." in told


@pytest.mark.parametrize(
    ("file", "laid"),
    [
        (loan_file(decision=refusal()), schedule()),
        (loan_file(), schedule(24_999_999)),
        (loan_file(decision=approval(25_000_000, 36)), schedule()),
    ],
)
def test_only_the_approved_amount_and_tenor_make_an_agreement(file, laid):
    with pytest.raises(ValueError, match="approved"):
        drafted(file, laid)


OFFICERS = Board(
    officers=(
        Officer(name="Hj. Maryam", position="Ketua", nik="3527034506850000"),
        Officer(name="Moh. Zaini", position="Bendahara"),
    )
)


def of_a_cooperative(size=None):
    told = cooperative()
    return loan_file(replace(told, cooperative=replace(told.cooperative, board_size=size)))


def test_every_officer_of_a_cooperative_is_named_and_has_a_place_to_sign():
    told = text(of_a_cooperative(2), board=OFFICERS)
    assert "1 Hj. Maryam Ketua 3527034506850000 2 Moh. Zaini Bendahara" in told
    assert f"No. Nama Jabatan Tanda tangan 1 Hj. Maryam Ketua {RULE} 2 Moh. Zaini Bendahara {RULE}" in told


@pytest.mark.parametrize(("size", "board", "lacking"), [(3, OFFICERS, 1), (3, NOBODY, 3), (None, NOBODY, 1)])
def test_officers_of_whom_nothing_is_known_are_said_and_sign_too(size, board, lacking):
    told = text(of_a_cooperative(size), board=board)
    assert told.count("belum diketahui belum diketahui belum diketahui") == lacking
    assert told.count(f"belum diketahui belum diketahui {RULE}") == lacking


def test_a_business_has_no_officers_who_are_jointly_liable():
    assert "tanggung renteng" not in text(board=OFFICERS)


def test_printed_to_be_signed_the_day_is_left_to_write_and_it_is_no_draft():
    told = text(to_sign=True)
    assert f"Pada hari ini, {RULE}, tanggal {RULE} bulan {RULE} tahun {RULE}, yang" in told
    assert "KONSEP" not in told


def test_the_spouse_who_signs_is_identified():
    who = replace(business().applicant, spouse_name="Moh. Amin", spouse_nik="3527030101800001")
    assert "Moh. Amin NIK 3527030101800001" in text(loan_file(replace(business(), applicant=who)))
