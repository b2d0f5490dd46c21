"""The result sheet says what was found, on which provision, and what comes next."""

from dataclasses import replace
from datetime import date

import pytest

from domain.purpose_notices import FUND, NoticeGiven
from domain.regulation.assessment import Verdict
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.sampang.eligibility import examine
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from tests.documents.printed import pages_of, printed, text_of
from tests.documents.sampang.applications import (
    LAND,
    VEHICLE,
    business,
    business_on_a_reading,
    cooperative,
    draft,
    examined,
    group,
    judged,
)

UNJUDGED = replace(business(), judgements={})
REFUSED = judged(replace(business(), on_red_list=True, amount=120_000_000))


@pytest.mark.parametrize(
    ("application", "verdict", "words"),
    [
        (business(), Verdict.QUALIFIES, "Memenuhi Semua ketentuan yang menentukan terpenuhi"),
        (draft(ApplicantKind.BUSINESS), Verdict.INCOMPLETE, "Belum lengkap Tidak ada ketentuan yang gagal"),
        (REFUSED, Verdict.NOT_QUALIFIED, "Tidak memenuhi Ada ketentuan yang tidak terpenuhi"),
        (
            business_on_a_reading(),
            Verdict.DEPENDS_ON_READING,
            "Bergantung tafsir Memenuhi menurut bacaan kantor; berbeda bila S-06 dibaca lain.",
        ),
        (UNJUDGED, Verdict.NEEDS_JUDGEMENT, "Perlu penilaian Pokjanis Data sudah cukup"),
    ],
)
def test_every_verdict_is_told_in_words_before_the_provisions(application, verdict, words):
    eligibility = examined(application)
    assert eligibility.assessment.verdict is verdict
    text = text_of(eligibility)
    assert words in pages_of(printed(eligibility))[0]
    assert text.index(words) < text.index("Langkah berikutnya") < text.index("menentukan Tempat Ketentuan")


@pytest.mark.parametrize(
    ("application", "words"),
    [
        (business(), ("Usaha mikro, kecil, menengah", "Pemilik Siti Aminah", "IV.2.g")),
        (cooperative(), ("Jenis Koperasi", "Ketua Moh. Ridwan", "IV.1.i")),
        (group(ApplicantKind.MICROFINANCE), ("Lembaga keuangan mikro (LKM)", "Ketua Nur Laila", "IV.3.f")),
        (group(ApplicantKind.CLUSTER), ("Sentra UKM", "Ketua Nur Laila", "IV.4.f")),
    ],
)
def test_each_kind_of_applicant_is_told_with_its_own_provisions(application, words):
    text = text_of(examined(application))
    for expected in words:
        assert expected in text


@pytest.mark.parametrize("kind", ApplicantKind)
def test_a_sheet_is_printed_when_nothing_but_the_kind_is_known(kind):
    text = text_of(examined(draft(kind)))
    assert "Pemohon belum diisi" in text
    assert "Tempat belum diisi" in text
    assert "Diminta belum diisi" in text or "belum diisi jangka waktu belum diisi" in text
    assert "Belum ada agunan yang dicatat." in text
    assert "None" not in text


def test_the_amounts_are_told_with_the_limit_that_binds():
    # 50.000.000 of land / 130 % = 38.461.538; with 12 % of interest over 24 months: 34.340.659.
    first_page = pages_of(printed(examined(business())))[0]
    assert "Rp30.000.000" in first_page
    assert "Rp38.461.538" in first_page
    assert "nilai agunan / 130 % (IV.2.g)" in first_page
    assert "Rp34.340.659 bila dibaca S-10 B" in first_page


def test_the_counts_are_told_by_outcome():
    # Opinions are asked on potential (IV.2.a), selection (IV.2.c), amount (VIII.1.b, as S-08 is read),
    # character (VI.2.a.4) and surroundings (VI.2.a.5); with no earlier loan there is nothing else to judge.
    first_page = pages_of(printed(examined(UNJUDGED)))[0]
    assert "0 tidak terpenuhi · 0 belum diketahui · 5 menunggu penilaian" in first_page
    assert "Apakah karakter pemohon dinilai baik? Tim Pokjanis VI.2.a.4" in first_page


def test_what_to_ask_names_whom_and_for_which_provision():
    asked = replace(business(), on_red_list=None, collateral=(LAND, replace(VEHICLE, plate=None)))
    text = text_of(examined(replace(asked, amount=60_000_000)))
    assert "Tanyakan dan catat Kepada Ketentuan" in text
    assert "Apakah pemohon tercatat di daftar merah Dinas? petugas Dinas IX.3" in text
    assert "Agunan 2: Nomor polisi daerah mana? pemohon IV.2.g" in text


def test_the_ways_to_reach_the_amount_are_told_with_their_places():
    # 45.000.000 x 130 % = 58.500.000, so 8.500.000 more than the land of 50.000.000.
    text = text_of(examined(replace(business(), amount=45_000_000)))
    assert "Agar Rp45.000.000 terjangkau, pilih salah satu" in text
    assert "Tambah agunan tanah bersertifikat senilai Rp8.500.000 pemohon IV.2.g.1" in text
    assert "Turunkan pinjaman ke Rp38.461.538" in text


def test_what_stands_in_the_way_comes_with_what_would_change_it():
    text = text_of(examined(replace(REFUSED, papers={**REFUSED.papers, "account_number": False})))
    assert "Nomor rekening bank masih dapat dipenuhi" in text
    assert "0 menunggu penilaian · 1 masih dapat dipenuhi" in text
    assert "Lengkapi daftar nomor rekening bank pemohon VIII.2.b.5" in text
    assert "Agar terpenuhi, minta Dinas mencabut" in text
    assert "Daftar nomor rekening bank belum ada" in text


def test_a_thing_that_does_not_count_says_why_and_what_would_mend_it():
    borrowed = replace(LAND, owned_by_applicant=False, owner_name="H. Abdullah", power_of_attorney=False)
    text = text_of(examined(replace(business(), collateral=(borrowed,))))
    assert "pemilik: H. Abdullah" in text
    assert "Rp50.000.000 tidak dihitung" in text
    assert "Agar dihitung, lengkapi surat kuasa bermeterai dari semua pemilik" in text


def test_a_paper_that_may_be_needed_says_so():
    text = text_of(examined(draft(ApplicantKind.COOPERATIVE)))
    assert "Daftar anggota penerima dana mungkin perlu, belum dicatat" in text
    assert "Rencana kerja penggunaan dana belum dicatat" in text


def test_an_opinion_is_told_with_who_gave_it_and_when():
    text = text_of(examined(business()))
    assert "Karakter pemohon dinilai baik (dinilai Ach. Fauzi, 27 Februari 2026)" in text


def test_an_opinion_on_another_amount_is_not_told_as_one_on_this():
    asked = "Apakah jumlah pinjaman sesuai jenis usahanya menurut Pokjanis? "
    assert f"{asked}(dinilai" not in text_of(examined(replace(business(), amount=31_000_000)))


def test_priorities_rights_and_duties_stand_apart():
    text = text_of(examined(cooperative()))
    assert "Prioritas (tidak memutuskan)" in text
    assert "IV.1.c Diprioritaskan: peringkat cukup berkualitas terpenuhi" in text
    assert "Hak dan kewajiban bila pinjaman diberikan" in text
    assert "VIII.3.b Dana dibukukan tersendiri" in text


def test_a_reading_that_decides_is_marked_and_shows_what_the_other_would_give():
    text = text_of(examined(business_on_a_reading()))
    assert "S-06 MENENTUKAN HASIL" in text
    assert "C: hasil menjadi tidak memenuhi; VIII.1.b tidak terpenuhi; paling banyak Rp30.000.000." in text
    assert "Belum ditetapkan." in text
    assert "Mintakan penetapan tafsir" in text


def test_a_settled_reading_names_the_decree_and_its_day():
    settled = Settlement("D", date(2026, 1, 5), "Kepala Dinas", "SK 5 Tahun 2026")
    practice = Practice(settlements=(("S-06", settled),))
    text = text_of(examined(business_on_a_reading(), practice))
    assert "Memenuhi Semua ketentuan" in text
    assert "D (ditetapkan): Paling banyak Rp100.000.000" in text
    assert "Ditetapkan 5 Januari 2026 oleh Kepala Dinas, SK 5 Tahun 2026." in text


def test_a_sheet_of_a_day_before_the_regulation_says_so():
    before = LawInForce(SAMPANG_LOANS, date(2015, 5, 3))
    text = text_of(examine(business_on_a_reading(), before))
    assert "Perbup Sampang 20/2015 belum berlaku pada 3 Mei 2015" in text


def test_a_careful_officer_is_warned():
    old = replace(business_on_a_reading(), collateral=(LAND, replace(VEHICLE, year=2008)))
    assert "Perhatian • Agunan 2: tahun 2008" in text_of(examined(old))


def test_the_notice_stands_on_the_sheet_with_whether_it_was_given():
    text = text_of(examined(business()))
    assert FUND.text in text
    assert "Catatan: belum diketahui apakah sudah disampaikan." in text


def test_a_notice_that_was_given_is_told_with_day_and_person():
    told = NoticeGiven(notice_on=date(2026, 3, 2), notice_by="Rina", version=FUND.version)
    text = text_of(examined(replace(business(), notice=told)))
    assert "Catatan: disampaikan 2 Maret 2026 oleh Rina (dana bergulir, teks 1)." in text
