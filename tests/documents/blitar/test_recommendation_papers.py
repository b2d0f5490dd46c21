"""The letter of recommendation, the list of all of them, and the review of a Fasilitator on paper."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from documents.blitar.letter import Printing
from documents.blitar.reporting.recommendation_letter import recommendation_letter
from documents.blitar.reporting.recommendation_list import recommendation_list
from documents.blitar.reporting.review_sheet import ReviewPaper, review_sheet
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.facilitator_deeds import Deeds, Trace
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult, TaskReview
from domain.blitar.reporting.recommendations import (
    AgencyLetter,
    BundleState,
    LetterNumber,
    Recommended,
    Whereabouts,
)
from domain.dates import JAKARTA
from tests.documents.printed import pages_of

PRINTING = Printing(on=date(2026, 3, 4), by="Sari", application_version="0.1.0", demo=True)
ANI = Recommended(
    visit_id=1,
    visited_on=date(2026, 2, 3),
    client_number="BN-2026-0001",
    client_name="Warung Bu Ani",
    kind=SubjectKind.CLIENT_MICRO,
    district_code="35.05.16",
    problem="Belum punya P-IRT",
    told="Mohon penyuluhan keamanan pangan",
)
MAJU = replace(
    ANI,
    visit_id=2,
    visited_on=date(2026, 2, 17),
    client_number="BN-2026-0002",
    client_name="Koperasi Maju",
    kind=SubjectKind.CLIENT_COOPERATIVE,
    district_code=None,
)
LETTER = AgencyLetter(
    agency="Dinas Kesehatan",
    lines=(ANI, MAJU, replace(ANI, visit_id=3)),
    letter=LetterNumber(number="500.3/12/2026", on=date(2026, 3, 2)),
    signer="Bambang",
)
HOSTILE = "\x00\u202e<b>{nb}\n" * 100


def printed(**more):
    return recommendation_letter(replace(LETTER, **more), PRINTING)


def test_the_letter_stands_in_the_order_of_an_official_letter():
    first, last = pages_of(printed())
    order = (
        "DINAS KOPERASI, USAHA KECIL DAN MENENGAH",
        "Blitar, 2 Maret 2026",
        "Nomor : 500.3/12/2026",
        "Sifat : Biasa",
        "Lampiran : 1 berkas",
        "Hal : Rekomendasi",
        "Yth. Kepala Dinas Kesehatan",
        "Pasal 13 ayat (1)",
        "Pasal 13 ayat (2)",
        # Three visits to two binaan, on 3 and 17 February.
        "antara 3 Februari 2026 dan 17 Februari 2026 terdapat 3 (tiga) rekomendasi",
        "2 (dua) koperasi dan usaha mikro",
        "terima kasih",
        "Bambang",
        "NIP",
        "Tembusan:",
    )
    places = [first.index(words) for words in order]
    assert places == sorted(places)
    assert "KONSEP" not in first
    assert "Lampiran surat nomor 500.3/12/2026, tanggal 2 Maret 2026" in last


def test_the_list_tells_each_binaan_its_place_problem_recommendation_and_day():
    last = pages_of(printed())[-1]
    for words in (
        "1 Warung Bu Ani BN-2026-0001 Usaha mikro binaan Binangun Belum punya P-IRT Mohon penyuluhan",
        "2 Koperasi Maju BN-2026-0002 Koperasi binaan belum diisi",
        "17 Februari 2026",
        "DATA CONTOH",
    ):
        assert words in last


def test_a_letter_that_nobody_has_set_is_a_draft_on_every_page_without_number_or_name():
    pages = pages_of(printed(letter=None, signer=""))
    assert "KONSEP: belum ditetapkan Kepala Dinas (Pasal 13 ayat (1))." in pages[0]
    assert all("KONSEP" in page for page in pages)
    assert "Nomor : ....." in pages[0]


def test_one_visit_is_told_with_its_day_and_an_addressee_of_ones_own_words_as_written():
    (first, _) = pages_of(printed(lines=(ANI,), agency="Camat Binangun"))
    assert "pada 3 Februari 2026 terdapat 1 (satu) rekomendasi" in first
    assert "Yth. Camat Binangun" in first


def test_long_words_go_on_in_the_next_row_and_nothing_is_cut():
    words = " ".join(f"kata{number}" for number in range(250))
    text = " ".join(pages_of(printed(lines=(replace(ANI, problem=words, told=words),))))
    assert all(text.count(f"kata{number} ") >= 2 for number in range(249))


@pytest.mark.parametrize("hostile", [HOSTILE, "=1+1", "**x**", "X" * 2_000])
def test_hostile_words_do_no_harm(hostile):
    line = replace(ANI, client_name=hostile, problem=hostile, told=hostile)
    number = LetterNumber(number=hostile, on=date(2026, 3, 2))
    pages = pages_of(printed(lines=(line,), agency=hostile, letter=number, signer=hostile))
    assert f"halaman 1 dari {len(pages)}" in pages[0]


def test_a_reprint_gives_the_same_bytes():
    assert printed() == printed()


# ---- the list of all -----------------------------------------------------------------------------
def a_list(*told, most=2_000):
    since, until = date(2026, 1, 1), date(2026, 3, 4)
    return " ".join(pages_of(recommendation_list(told, since, until, PRINTING, most=most)))


def test_the_list_of_all_counts_by_perangkat_daerah_and_tells_where_each_stands():
    sent = Whereabouts(
        agency="Dinas Kesehatan", line=MAJU, state=BundleState.SENT, number="12", on=date(2026, 3, 3)
    )
    told = a_list(
        Whereabouts(agency="Dinas Kesehatan", line=ANI), sent, replace(sent, agency="Dinas Perikanan")
    )
    # Not in a letter, prepared, returned, set, sent, answered.
    assert "Dinas Kesehatan 1 0 0 0 1 0" in told
    assert "Dinas Perikanan 0 0 0 0 1 0" in told
    assert "Jumlah 1 0 0 0 2 0" in told
    assert "Warung Bu Ani BN-2026-0001, Kec. Binangun Mohon penyuluhan keamanan pangan" in told
    assert "Dikirim nomor 12, 3 Maret 2026" in told
    assert "terbaru yang dimuat" not in told


def test_an_empty_and_a_full_list_say_so():
    assert "Tidak ada rekomendasi" in a_list()
    assert "Hanya 1 rekomendasi terbaru" in a_list(Whereabouts(agency="Dinas Kesehatan", line=ANI), most=1)


# ---- the review ----------------------------------------------------------------------------------
REVIEW = ReviewPaper(
    name="Sari",
    review=FacilitatorReview(
        staff_id=1,
        month=date(2026, 2, 1),
        tasks={FacilitatorTask.DATA: TaskReview(result=TaskResult.PARTLY, note="Formulir belum masuk")},
        conclusion="Baik",
    ),
    deeds=Deeds(month=date(2026, 2, 1), has_account=True, counts={Trace.VERIFIED: 1_250}),
    by="Bambang",
    at=datetime(2026, 3, 4, 9, 30, tzinfo=JAKARTA),
    version=2,
)


def test_the_review_names_whom_the_decree_names_and_by_which():
    (page,) = pages_of(review_sheet(replace(REVIEW, decree="800/12/2025"), PRINTING))
    assert "Fasilitator Sari Keputusan 800/12/2025" in page


def test_the_review_shows_nine_tasks_what_is_known_and_what_was_found():
    (page,) = pages_of(review_sheet(REVIEW, PRINTING))
    for words in (
        "Fasilitator Sari",
        "Februari 2026",
        "versi 2, Bambang, 4 Maret 2026 09.30",
        "Pasal 15 ayat (2)",
        "1.250 kunjungan dari bulan mana pun diverifikasi dalam bulan ini",
        "Sebagian Formulir belum masuk",
        "belum dikirim lewat program",
        "Kesimpulan Baik",
    ):
        assert words in page
    assert page.count("Belum dinilai") == 8
    assert "KONSEP" not in page


def test_with_every_trace_it_still_is_one_page():
    full = replace(REVIEW.deeds, counts=dict.fromkeys(Trace, 1_000))
    assert len(pages_of(review_sheet(replace(REVIEW, deeds=full), PRINTING))) == 1


def test_without_a_judgement_it_is_a_draft():
    empty = FacilitatorReview(staff_id=1, month=date(2026, 2, 1))
    pages = pages_of(review_sheet(replace(REVIEW, review=empty, by="", at=None, version=0), PRINTING))
    assert "KONSEP: belum dinilai Kepala Dinas" in pages[0]
    assert pages[0].count("Belum dinilai") == 9


@pytest.mark.parametrize("hostile", [HOSTILE, "X" * 2_000])
def test_hostile_notes_do_no_harm(hostile):
    tasks = dict.fromkeys(FacilitatorTask, TaskReview(result=TaskResult.DONE, note=hostile))
    review = replace(REVIEW.review, tasks=tasks, conclusion=hostile)
    pages = pages_of(review_sheet(replace(REVIEW, review=review, name=hostile, by=hostile), PRINTING))
    assert f"halaman 1 dari {len(pages)}" in pages[0]
