"""The letter of refusal: a surat dinas that gives every reason, what would change it, and how to object."""

import re
from dataclasses import replace
from datetime import date

import pytest

from documents.sampang.letters.refusal_letter import refusal_letter
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import Practice
from domain.sampang.kinds import ApplicantKind
from tests.documents.sampang.applications import business, draft, examined
from tests.documents.sampang.letter_files import HEAD, NO_HEAD, approval, refusal
from tests.documents.sampang.letter_papers import text_in

SHORT_OF_COLLATERAL = replace(business(), amount=45_000_000)
ON_THE_RED_LIST = replace(business(), on_red_list=True)


def letter(application, decision, practice=None, **changed):
    found = examined(application) if practice is None else examined(application, practice)
    told = {"file_number": "DB-2026-0042", "head": HEAD, "demo": False}
    return text_in(refusal_letter(found, decision, **{**told, **changed}))


def test_the_letter_follows_the_order_of_a_surat_dinas():
    text = letter(SHORT_OF_COLLATERAL, refusal("IV.2.g"), number="500/7/2026", copies=("Bupati Sampang",))
    order = (
        "PEMERINTAH KABUPATEN SAMPANG",
        "Sampang, 2 Maret 2026",
        "Nomor : 500/7/2026",
        "Sifat : Biasa",
        "Lampiran : -",
        "Hal : Pemberitahuan hasil seleksi pinjaman dana bergulir",
        "Yth. Siti Aminah Pemilik Kerupuk Bu Siti di Kel. Banyuanyar, Kec. Sampang",
        "Dengan hormat,",
        "tidak lolos seleksi",
        "Alasan rapat: Agunan belum mencukupi.",
        "Ketentuan yang belum terpenuhi",
        "Bila Saudara tidak sependapat",
        "permohonan baru (VI.1)",
        "Demikian kami sampaikan.",
        "selaku Ketua Harian Tim Pokjanis,",
        "Drs. H. Abd. Rahman, M.Si",
        "NIP 19700101 199503 1 001",
        "Tembusan: 1. Bupati Sampang",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_what_was_asked_is_told_in_figures_and_words():
    assert (
        "yang Saudara ajukan tanggal 16 Februari 2026 dengan nomor berkas DB-2026-0042, sebesar "
        "Rp45.000.000,00 (empat puluh lima juta rupiah) untuk jangka waktu 24 (dua puluh empat) bulan."
    ) in letter(SHORT_OF_COLLATERAL, refusal("IV.2.g"))


def test_what_nobody_recorded_is_left_out():
    text = letter(draft(ApplicantKind.BUSINESS), refusal())
    assert "yang Saudara ajukan dengan nomor berkas DB-2026-0042. Rapat" in text
    assert "Yth. ....................." in text


def test_a_provision_not_met_is_told_with_its_figures_and_the_ways_to_meet_it():
    # 45.000.000 x 130 % = 58.500.000; 8.500.000 more than the land of 50.000.000; 50 / 1,3 = 38.461.538.
    text = letter(SHORT_OF_COLLATERAL, refusal("IV.2.g"))
    assert "IV.2.g Agunan paling sedikit 130 % nilai kredit Agunan yang dihitung belum mencapai 130 %" in text
    assert "Rp50.000.000, perlu Rp58.500.000." in text
    assert "Pilih salah satu cara di bawah tabel ini." in text
    assert "Agar Rp45.000.000 terjangkau" in text
    assert "Turunkan pinjaman ke Rp38.461.538. IV.2.g" in text
    assert "Tambah agunan tanah bersertifikat senilai Rp8.500.000. IV.2.g.1" in text


def test_what_the_team_has_still_to_judge_points_to_its_reason():
    open_yet = replace(business(), judgements={})
    text = letter(open_yet, refusal("VI.2.a.4", reason="Karakter dinilai tidak baik."))
    assert "Alasan rapat: Karakter dinilai tidak baik." in text
    assert "VI.2.a.4 Karakter pemohon dinilai baik Menurut penilaian Tim Pokjanis; alasannya disebut" in text
    assert "lalu ajukan lagi: survei dan penilaiannya dilakukan baru (VI.2.a)." in text
    assert text.count("Karakter dinilai tidak baik.") == 1


def test_a_provision_that_is_met_is_told_as_the_teams_consideration_and_never_as_lacking():
    # 38.461.538 x 130 % is 49.999.999,40: the land of 50.000.000 carries it (IV.2.g).
    asked = replace(business(), amount=38_461_538)
    text = letter(asked, refusal("IV.2.g", reason="Usahanya musiman."))
    assert "Ketentuan yang belum terpenuhi" not in text
    assert "Penolakan ini menyebut IV.2.g (agunan paling sedikit 130 % nilai kredit). Menurut" in text
    assert text.count("Usahanya musiman.") == 1


def test_a_place_of_several_rules_that_are_met_is_named_once_beside_what_is_lacking():
    text = letter(ON_THE_RED_LIST, refusal("IX.3", "VI.2.a.4", reason="Belum terbuka."))
    table, considered = text.split("Pertimbangan Pokjanis Penolakan ini juga menyebut")
    assert "IX.3 Tidak tercatat di daftar merah" in table
    assert "VI.2.a.4" not in table
    assert considered.count("VI.2.a.4") == 1


def test_a_provision_that_the_meeting_did_not_name_says_so():
    text = letter(ON_THE_RED_LIST, refusal("VI.2.a.4"))
    assert "IX.3 Tidak tercatat di daftar merah" in text
    assert text.count("tidak disebut dalam keputusan rapat") == 1
    assert "Minta Dinas mencabut" in text


@pytest.mark.parametrize("provisions", [("IX.3",), ()])
def test_a_provision_that_the_meeting_named_needs_no_remark(provisions):
    text = letter(ON_THE_RED_LIST, refusal(*provisions))
    assert "IX.3 Tidak tercatat di daftar merah Tercatat di daftar merah." in text
    assert "tidak disebut dalam keputusan" not in text


def test_a_place_that_no_rule_has_is_printed_as_the_meeting_wrote_it():
    assert "VIII.9.z disebut dalam keputusan" in letter(business(), refusal("VIII.9.z"))


def test_a_refusal_without_provisions_says_so():
    assert "Rapat tidak mencatat ketentuan tertentu" in letter(business(), refusal())


def test_the_way_to_object_is_told_as_outside_the_regulation_with_its_days():
    # UU 30/2014: keberatan within 21 working days (Pasal 77), banding within 10 (Pasal 78).
    text = letter(business(), refusal())
    assert "Perbup Sampang 20/2015 tidak mengatur keberatan atas hasil seleksi. Di luar Perbup itu," in text
    assert "Administrasi Pemerintahan (Pasal 75 sampai dengan Pasal 78) membuka jalan berikut:" in text
    assert "paling lama 21 (dua puluh satu) hari kerja sejak keputusan ini diumumkan (Pasal 77)." in text
    assert "paling lama 10 (sepuluh) hari kerja sejak keputusan atas keberatan diterima (Pasal 78)." in text


def test_a_judgement_that_no_rule_has_is_named_in_words():
    text = letter(business(), refusal("VI.2.a.1", reason="Pengurus tidak lengkap."))
    assert "kelembagaan" in text
    assert text.count("Pengurus tidak lengkap.") == 1


def test_no_reason_stands_twice_in_the_letter():
    text = letter(replace(ON_THE_RED_LIST, amount=45_000_000), refusal("IX.3", "IV.2.g", "IX.3"))
    assert text.count("Tercatat di daftar merah.") == 1
    assert text.count("Agunan yang dihitung belum mencapai 130 %") == 1


@pytest.mark.parametrize(
    ("application", "provisions"),
    [(business(), ()), (SHORT_OF_COLLATERAL, ("IV.2.g",)), (ON_THE_RED_LIST, ("IX.3",))],
)
def test_a_letter_to_a_citizen_says_saudara_and_holds_no_sign_of_the_offices_own(application, provisions):
    text = letter(application, refusal(*provisions))
    for word in (r"\bAnda\b", r"\bS-\d", "tafsir", "pembacaan kami"):
        assert not re.search(word, text)


def test_where_the_office_tells_the_result_alone_the_reasons_stay_out():
    settled = Settlement("B", date(2026, 1, 5), "Kepala Dinas", "SK 5 Tahun 2026")
    text = letter(SHORT_OF_COLLATERAL, refusal("IV.2.g"), Practice(settlements=(("S-54", settled),)))
    assert "tidak lolos seleksi" in text
    assert "permohonan baru (VI.1)" in text
    for words in ("Alasan rapat", "Ketentuan yang belum", "Pasal 75"):
        assert words not in text


def test_the_letter_bears_its_own_day():
    text = letter(business(), refusal(), on=date(2026, 3, 5))
    assert "Sampang, 5 Maret 2026" in text
    assert "Rapat Tim Pokjanis tanggal 2 Maret 2026" in text


def test_no_copies_no_tembusan():
    assert "Tembusan" not in letter(business(), refusal(), copies=(" ",))


def test_hostile_words_are_printed_as_typed():
    who = replace(business().applicant, contact_name="<b>{nb}\u202e", name="**x**", address="=1+1\n[a](b)")
    text = letter(replace(business(), applicant=who), refusal("IV.2.g"), head=NO_HEAD)
    assert "Yth. <b>{nb} Pemilik **x** =1+1 [a](b) di" in text


def test_an_approval_is_no_refusal():
    with pytest.raises(ValueError, match="refuses nothing"):
        letter(business(), approval())
