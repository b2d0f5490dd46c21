"""The minutes of a survey show every surveyor beside the others, and what they agreed on (VI.2.a, VII.4)."""

from dataclasses import replace
from datetime import date

import pytest

from documents.sampang.letters.survey_minutes import survey_minutes
from documents.sampang.letters.survey_notes import where_they_differ
from domain.sampang.origination.records import Aspect, Element
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD, SURVEY, finding, loan_file
from tests.documents.sampang.letter_papers import text_in

LONG = "Toko Serba Ada dan Penggilingan Padi Sumber Rejeki Makmur Abadi Jaya Bersama Keluarga Haji Umar"


def minutes(**changed):
    return survey_minutes(loan_file(**changed), file_number="DB-2026-0042", head=HEAD, demo=False)


def test_the_day_is_told_in_words():
    assert (
        "Pada hari ini, Senin, tanggal dua bulan Maret tahun dua ribu dua puluh enam (2 Maret 2026), kami"
    ) in text_in(minutes())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 8, 17), "Senin, tanggal tujuh belas bulan Agustus tahun dua ribu dua puluh enam"),
        (date(2027, 1, 1), "Jumat, tanggal satu bulan Januari tahun dua ribu dua puluh tujuh"),
        (date(2030, 12, 31), "Selasa, tanggal tiga puluh satu bulan Desember tahun dua ribu tiga puluh"),
        (date(2026, 11, 11), "Rabu, tanggal sebelas bulan November tahun dua ribu dua puluh enam"),
    ],
)
def test_days_are_spelled_out(day, words):
    assert words in text_in(minutes(survey=replace(SURVEY, on=day)))


def test_the_applicant_and_what_was_asked_are_named():
    text = text_in(minutes())
    assert "Pemohon Kerupuk Bu Siti" in text
    assert "Nomor berkas DB-2026-0042 Diajukan 16 Februari 2026" in text
    assert "Diminta Rp30.000.000, jangka waktu 24 bulan" in text


def test_the_notes_of_the_surveyors_stand_side_by_side_under_each_aspect():
    text = text_in(minutes())
    for place, aspect in enumerate(Aspect, 1):
        mine, other = (
            f"Catatan {who} tentang {aspect.label.lower()}." for who in ("Dwi Lestari", "Ach. Fauzi")
        )
        assert f"(VI.2.a.{place}) {mine} {other}" in text


def test_a_surveyor_without_a_note_says_so():
    text = text_in(minutes(findings=(finding(notes={Aspect.PLAN: "Beli bahan."}), finding("B"))))
    assert "Kelembagaan (VI.2.a.1) tidak ada catatan Catatan B tentang kelembagaan." in text
    assert "dana (VI.2.a.3) Beli bahan. Catatan B" in text


def test_differences_between_the_surveyors_are_told():
    given = (
        finding(),
        finding("B", Element.AGENCY, character_good=False, amount=20_000_000, term_months=36),
        finding("C", Element.REVENUE, character_good=None, amount=None, region_supports=False),
    )
    text = text_in(minutes(findings=given))
    assert (
        "Karakter pemohon dinilai berbeda: 1 surveyor baik, 1 surveyor tidak baik dan 1 surveyor tidak"
        in text
    )
    assert "Wilayah dan lingkungan dinilai berbeda: 2 surveyor mendukung dan 1 surveyor tidak mend" in text
    assert "Usul jumlah berbeda: antara Rp20.000.000 dan Rp30.000.000; 1 surveyor tidak mengusulkan." in text
    assert "Usul jangka waktu berbeda: antara 24 bulan dan 36 bulan." in text
    assert "26 Feb 2026 tidak baik Rp20.000.000 36 bulan" in text


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((finding(), finding("B")), "Para surveyor tidak berbeda"),
        ((finding(),), "Hanya satu surveyor"),
        ((), "Tidak ada temuan surveyor"),
    ],
)
def test_where_nobody_differs_that_is_told(findings, words):
    (line,) = where_they_differ(findings)
    assert line.startswith(words)


def test_an_amount_from_one_surveyor_and_none_from_another_differs():
    assert list(where_they_differ((finding(), finding("B", amount=None)))) == [
        "Usul jumlah berbeda: Rp30.000.000; 1 surveyor tidak mengusulkan."
    ]


def test_what_was_agreed_is_told_in_figures_and_words_with_its_places():
    text = text_in(minutes())
    assert "Karakter pemohon baik VI.2.a.4" in text
    assert "Rp25.000.000,00 (dua puluh lima juta rupiah) VII.4" in text
    assert "Jangka waktu 24 (dua puluh empat) bulan III.6" in text
    assert "Alasan: Usaha lancar dan pembukuan ada." in text


def test_a_character_judged_not_good_is_told():
    assert "Karakter pemohon tidak baik VI.2.a.4" in text_in(
        minutes(survey=replace(SURVEY, character_good=False))
    )


@pytest.mark.parametrize(
    ("supports", "words"),
    [(True, "mendukung"), (False, "tidak mendukung"), (None, "diserahkan kepada Tim Pokjanis")],
)
def test_what_was_agreed_of_the_surroundings_is_told_with_its_place(supports, words):
    text = text_in(minutes(survey=replace(SURVEY, region_supports=supports)))
    assert f"Wilayah dan lingkungan {words} VI.2.a.5" in text


def test_the_surveyors_sign_and_the_meeting_decides():
    text = text_in(minutes())
    assert "1 Dwi Lestari Bank Jatim ....................." in text
    assert "2 Ach. Fauzi Dinas Koperasi dan Usaha Kecil Menengah ....................." in text
    assert "Mengetahui, Kepala Dinas" in text
    assert "yang menetapkan penerima adalah rapat (VI.2.b)" in text


def test_ten_surveyors_with_long_names_and_notes_lose_nothing():
    short = dict.fromkeys(Aspect, "Baik.")
    long = {aspect: " ".join(f"kata{aspect.value}{n}" for n in range(90)) for aspect in Aspect}
    given = tuple(finding(f"{LONG} {n}", notes=short if n % 4 else long, photos="foto 1") for n in range(10))
    pages = pages_of(minutes(findings=given))
    text = " ".join(pages)
    for word in ("katainstitution0", "katainstitution89", "kataregion0", "kataregion89"):
        assert text.count(f"{word} ") == 3
    assert all(f"Haji Umar {n} " in text for n in range(10))
    assert "bagian 4 dari 4" in text
    assert "lanjutan" in text
    assert "Foto disebut foto 1" in text
    assert f"halaman {len(pages)} dari {len(pages)}" in pages[-1]


def test_hostile_notes_are_printed_as_typed():
    typed = "<b>x</b> **tebal** {nb} =1+1\u202e"
    text = text_in(minutes(findings=(finding(notes=dict.fromkeys(Aspect, typed)),)))
    assert text.count("<b>x</b> **tebal** {nb} =1+1") == 5


def test_a_survey_that_is_not_closed_has_no_minutes():
    with pytest.raises(ValueError, match="not closed"):
        minutes(survey=None)
