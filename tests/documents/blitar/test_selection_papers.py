"""The papers of a selection, printed and read back: what they say, and what they keep to themselves."""

from dataclasses import replace
from datetime import date

import pytest

from documents.blitar.letter import Printing, day_in_words
from documents.blitar.selection.announcement import announcement
from documents.blitar.selection.result_announcement import result_announcement
from documents.blitar.selection.selection_minutes import minutes
from documents.blitar.selection.selection_report import report
from domain.blitar.examining import examine_candidate
from domain.blitar.kinds import Education
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import standing_of
from tests.documents.printed import pages_of
from tests.domain.blitar.builders import calon, law

OFFICE = "Dinas Koperasi, Usaha Kecil dan Menengah Kabupaten Blitar"
NIK = "3505012505950000"
DECIDED = date(2026, 4, 1)
ROUND = Round(
    title="Seleksi contoh 2026",
    announcement_number="PENG/7",
    announced_on=date(2026, 3, 1),
    opens_on=date(2026, 3, 2),
    closes_on=date(2026, 3, 20),
    quota=2,
    papers=("Ijazah",),
    terms="Surat sehat paling lama 30 hari.",
    test_on=date(2026, 3, 25),
)
REAL = Printing(on=date(2026, 4, 2), by="Sari", application_version="0.1.0", demo=False)
DEMO = replace(REAL, demo=True)
FIXED = {"number": "BA/9", "on": DECIDED, "team": ("Sari", "Hendra")}
OPEN = {"number": "", "on": None, "team": ()}


def someone(number, name, kind, *, reading="", **changes):
    found = examine_candidate(calon(name=name, nik=NIK, phone="0812000", **changes), law())
    tests = (TestResult(kind=TestKind.WRITTEN, on=DECIDED, examiners="Tim", passed=True, reason="baik"),)
    outcome = SelectionOutcome(
        kind=kind, on=DECIDED, by="Sari", reason=f"alasan {name}", reading_reason=reading
    )
    return standing_of(number, name, found, tests, outcome)


EVERYBODY = (
    someone(1, "Ani", OutcomeKind.PASSED),
    someone(2, "Budi", OutcomeKind.FAILED, education=Education.DIPLOMA_3),
    someone(3, "Citra", OutcomeKind.RESERVE),
    someone(4, "Dodi", OutcomeKind.PASSED, born_on=date(1985, 3, 3), reading="B-09 bacaan A"),
)


def text(pdf):
    return " ".join(pages_of(pdf))


def every_paper(printing=REAL, **told):
    result = FIXED | told
    return {
        "announcement": announcement(ROUND, printing, result["team"]),
        "minutes": minutes(ROUND, EVERYBODY, printing, **result),
        "result": result_announcement(ROUND, EVERYBODY, printing, **result),
        "report": report(ROUND, EVERYBODY, printing, **result),
    }


PAPERS = every_paper()


def test_the_same_input_gives_the_same_bytes():
    assert every_paper() == PAPERS


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_stands_under_the_name_of_the_office(paper):
    first, *_ = pages_of(PAPERS[paper])
    assert OFFICE.upper() in first
    assert OFFICE in first


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_of_demo_data_is_marked_and_none_of_real_data(paper):
    assert all("DATA CONTOH" in page for page in pages_of(every_paper(DEMO)[paper]))
    assert "DATA CONTOH" not in text(PAPERS[paper])


@pytest.mark.parametrize("paper", ["minutes", "result", "report"])
def test_a_result_that_is_not_fixed_is_printed_as_a_draft(paper):
    assert "KONSEP" in text(every_paper(**OPEN)[paper])
    assert "KONSEP" not in text(PAPERS[paper])


@pytest.mark.parametrize("number", ["", "  "])
def test_an_announcement_without_a_number_is_a_draft_with_room_for_one(number):
    told = text(announcement(replace(ROUND, announcement_number=number), REAL, ()))
    assert "KONSEP: belum bernomor" in told
    assert "Nomor: ......" in told


def test_the_announcement_says_what_is_asked_until_when_and_with_which_papers():
    told = text(PAPERS["announcement"])
    assert "Nomor: PENG/7" in told
    assert "Masa pendaftaran 2 Maret 2026 sampai 20 Maret 2026" in told
    assert "Jumlah yang dicari 2 orang" in told
    assert "Ujian tertulis 25 Maret 2026" in told
    assert "Wawancara diumumkan kemudian" in told
    assert "Ijazah" in told
    assert "Surat sehat paling lama 30 hari." in told
    assert "d Usia paling tinggi 40 tahun saat mendaftar" in told
    assert "j Diutamakan: berpengalaman dalam kewirausahaan (tidak wajib)" in told
    assert "m Bersedia melayani di sekretariat dan di lapangan" in told


def test_the_minutes_show_every_candidate_with_all_thirteen_marks():
    told = text(PAPERS["minutes"])
    assert "1 Ani M M M M M M M M M M M M ada" in told
    assert "2 Budi M M M M M T M M M M M M ada" in told  # a to m without j: f is the sixth


def test_the_minutes_say_who_passed_why_and_with_which_reading():
    told = text(PAPERS["minutes"])
    assert "Nomor: BA/9" in told
    assert "Lulus: 2 orang • Ani (pendaftar nomor 1) • Dodi (pendaftar nomor 4)" in told
    assert "Cadangan: 1 orang • Citra (pendaftar nomor 3)" in told
    assert "alasan Budi" in told
    assert "Tafsir: B-09 bacaan A" in told
    assert "Tim Seleksi (Fasilitator, Pasal 6 ayat (1))" in told
    assert "1. Sari 2. Hendra 3. ....." in told


def test_the_minutes_write_their_day_in_words():
    assert day_in_words(date(2026, 1, 23)) == (
        "Jumat, tanggal dua puluh tiga Januari tahun dua ribu dua puluh enam (23 Januari 2026)"
    )


def test_the_announced_result_names_those_who_passed_and_nobody_else():
    told = text(PAPERS["result"])
    assert "1 Ani 4 Dodi" in told
    assert not any(name in told for name in ("Budi", "Citra"))
    assert "alasan" not in told
    assert "UU 30/2014" in told


def test_a_result_in_which_nobody_passed_says_so():
    assert "Tidak ada peserta yang lulus." in text(result_announcement(ROUND, (), REAL, **FIXED))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_tells_a_nik_or_a_phone_number(paper):
    told = text(PAPERS[paper])
    assert NIK not in told
    assert "0812000" not in told


def test_the_report_counts_every_step_and_asks_for_the_decree():
    told = text(PAPERS["report"])
    assert "Hal : Laporan hasil seleksi Pendamping" in told
    assert f"Yth. Kepala {OFFICE}" in told
    assert "Pasal 6 ayat (3)" in told
    assert "Seleksi berkas Memenuhi 2" in told
    assert "Seleksi berkas Tidak memenuhi 1" in told
    assert "Seleksi berkas Bergantung tafsir 1" in told
    assert "Hasil Lulus 2 Hasil Cadangan 1 Hasil Tidak lulus 1" in told
    assert "Nomor 4: B-09 bacaan A" in told
    assert "Keputusan Kepala Dinas (Pasal 11 ayat (1))" in told


def test_what_people_typed_is_printed_as_typed_and_breaks_nothing():
    hostile = "<b>**tebal**</b> {nb} =1+1"
    wanted = replace(ROUND, title=hostile, terms="X" * 2_000)
    assert hostile in text(announcement(wanted, REAL, (hostile * 40,)))
    assert "{nb}" in text(minutes(wanted, EVERYBODY, REAL, **FIXED))


def test_a_round_of_two_hundred_keeps_the_headings_on_every_page_of_the_matrix():
    crowd = [someone(number, f"Calon {number}", OutcomeKind.FAILED) for number in range(1, 201)]
    pages = pages_of(minutes(ROUND, crowd, REAL, **FIXED))
    matrix = [page for page in pages if " M M M M " in page]
    assert len(matrix) > 3
    assert all("No. Nama a b c d e f g h i k l m j" in page for page in matrix)


def test_who_came_late_stands_in_the_announcement_by_number_alone():
    late = someone(5, "Eko Terlambat", OutcomeKind.LATE)
    told = text(result_announcement(ROUND, (*EVERYBODY, late), REAL, **FIXED))
    assert "Terlambat: pendaftaran nomor 5 diterima sesudah pendaftaran ditutup 20 Maret 2026" in told
    assert "Eko" not in told
