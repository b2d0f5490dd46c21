"""The papers of a meeting: the list of the approved, and the minutes with attendance, fund and votes."""

from dataclasses import replace

import pytest

from documents.sampang.letters.meeting_minutes import meeting_minutes
from documents.sampang.letters.nominative_list import nominative_list
from domain.sampang.fund.position import CLOSED_FUND
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.records import DecisionKind, Element, Vote
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import (
    ALL_AGREE,
    HEAD,
    MEETING,
    POSITION,
    approval,
    decided,
    refusal,
)
from tests.documents.sampang.letter_papers import text_in

LONG = (
    "Toko Serba Ada dan Penggilingan Padi Sumber Rejeki Makmur Sentosa Abadi Jaya Bersama Keluarga Haji Umar"
)
POSTPONED = replace(refusal(), kind=DecisionKind.POSTPONE, reason="Menunggu RAT.")


def nominated(*files):
    return text_in(nominative_list(MEETING, files, number="DN/1", head=HEAD, demo=False))


def minutes(*files, before=POSITION, **changed):
    return text_in(meeting_minutes(replace(MEETING, **changed), files, before=before, head=HEAD, demo=False))


def test_the_list_tells_each_approved_file():
    text = nominated(decided(1, notes=("pemohon baru (VIII.5.g)",)), decided(2, kind=ApplicantKind.CLUSTER))
    assert (
        "1 Usaha 1 DB-2026-0001 Usaha mikro, kecil, menengah Kec. Sampang 30.000.000 25.000.000 24 pem"
        in text
    )
    assert "pemohon baru (VIII.5.g)" in text
    assert "2 Usaha 2 DB-2026-0002 Sentra UKM Kec. Sampang 30.000.000 25.000.000 24 -" in text


def test_the_list_holds_the_approved_alone_and_their_total_in_words():
    # 25.000.000 + 12.500.000 = 37.500.000.
    text = nominated(
        decided(1), decided(2, refusal("IV.2.g")), decided(3, approval(12_500_000, 12)), decided(4, POSTPONED)
    )
    assert "Usaha 2" not in text
    assert "Usaha 4" not in text
    assert "2 Usaha 3" in text
    assert "Jumlah 2 penerima 37.500.000" in text
    assert (
        "Jumlah seluruhnya Rp37.500.000,00 (tiga puluh tujuh juta lima ratus ribu rupiah) untuk 2 (dua)"
        in text
    )


def test_the_list_notes_a_reading_and_who_did_not_agree():
    against = {**ALL_AGREE, Element.BANK: Vote.DISAGREES}
    text = nominated(decided(1, approval(votes=against, reading_reason="S-06 dibaca D")))
    assert "tafsir: S-06 dibaca D tidak setuju: Bank Jatim" in text


def test_the_list_names_its_provisions():
    text = nominated(decided(1))
    for place in ("(VI.2.b)", "(III.4)", "VIII.1.b", "III.6", "VIII.2.d", "(III.5)", "(VI.3)", "(VII.3)"):
        assert place in text


def test_a_meeting_that_approves_nobody_has_an_empty_list():
    text = nominated(decided(1, refusal()))
    assert "Rapat ini tidak menetapkan penerima." in text
    assert "Rp0" not in text


def test_what_nobody_knows_about_a_file_is_told_as_such():
    text = nominated(decided(1, asked=None, district_code=None))
    assert "kecamatan tidak dicatat tidak dicatat 25.000.000" in text


def test_forty_candidates_with_long_names_all_stand_on_the_list():
    files = [decided(n, approval(1_000_000 * n), name=f"{LONG} {n}") for n in range(1, 41)]
    pages = pages_of(nominative_list(MEETING, files, head=HEAD, demo=True))
    text = " ".join(pages)
    assert all(f"Haji Umar {n} DB-2026-{n:04} " in text for n in range(1, 41))
    # 1 + 2 + ... + 40 = 820 million.
    assert "Rp820.000.000,00 (delapan ratus dua puluh juta rupiah) untuk 40 (empat puluh) penerima" in text
    assert all("No. Penerima dan nomor berkas" in page for page in pages[:-1])


def test_all_five_elements_are_listed_and_the_absent_ones_say_so():
    text = minutes(decided(1))
    assert "1 Bupati Sampang - tidak hadir" in text
    assert "2 Sekretaris Daerah Moh. Zaini, Asisten Perekonomian hadir" in text
    assert "Pengelolaan Keuangan dan Aset - tidak hadir" in text
    assert "5 Bank Jatim Dewi Anggraini hadir" in text
    assert "Hadir 3 dari 5 unsur. Tidak hadir: Bupati Sampang; Dinas Pendapatan, Pengelolaan" in text


def test_the_day_the_place_and_the_number_of_files_open_the_minutes():
    text = minutes(decided(1), decided(2))
    assert (
        "Pada hari ini, Senin, tanggal dua bulan Maret tahun dua ribu dua puluh enam (2 Maret 2026), " in text
    )
    assert "bertempat di Aula Dinas, Tim Pokjanis telah mengadakan rapat untuk memutuskan 2 (dua)" in text


def test_the_fund_is_told_before_and_after_the_approvals():
    # 500 - 60 = 440 million free; 25 + 10 more promised: 95 promised, 405 free.
    text = minutes(decided(1), decided(2, approval(10_000_000)), decided(3, refusal()), decided(4, POSTPONED))
    assert "Kas dana Rp500.000.000 Rp500.000.000" in text
    assert "Terikat: ditetapkan, belum dicairkan Rp60.000.000 Rp95.000.000" in text
    assert "Bebas: masih dapat dipinjamkan Rp440.000.000 Rp405.000.000" in text
    assert "Ditetapkan dalam rapat ini: Rp35.000.000 untuk 2 permohonan." in text


@pytest.mark.parametrize("before", [None, CLOSED_FUND])
def test_a_fund_that_nobody_recorded_is_not_told_as_nothing(before):
    text = minutes(decided(1), before=before)
    assert "Keadaan dana pada hari rapat tidak dicatat." in text
    assert "Rp0" not in text


def test_every_decision_is_told_with_its_votes_and_reason():
    votes = {Element.AGENCY: Vote.AGREES, Element.BANK: Vote.DISAGREES, Element.SECRETARY: Vote.ABSTAINS}
    text = minutes(
        decided(1, approval(votes=votes)), decided(2, refusal("IV.2.g", "IX.3")), decided(3, POSTPONED)
    )
    assert "Ditetapkan Rp25.000.000 24 bulan tidak bulat" in text
    assert (
        "Sekretaris Daerah: tidak menyatakan pendapat Dinas Koperasi: setuju Bank Jatim: tidak setuju Us"
        in text
    )
    assert "Usaha layak." in text
    assert "Ditolak Ketentuan: IV.2.g, IX.3" in text
    assert "Ditunda" in text
    assert "Menunggu RAT." in text


@pytest.mark.parametrize("decision", [approval(), refusal("IX.3"), POSTPONED])
@pytest.mark.parametrize(
    ("bank", "is_told"),
    [(Vote.AGREES, (True, False)), (Vote.DISAGREES, (True, True)), (Vote.ABSTAINS, (False, False))],
)
def test_a_decision_is_unanimous_once_everybody_agrees_with_it_whatever_it_is(decision, bank, is_told):
    text = minutes(decided(1, replace(decision, votes={**ALL_AGREE, Element.BANK: bank})))
    assert (" bulat" in text, "tidak bulat" in text) == is_told


def test_disagreement_stands_apart_too():
    votes = {**ALL_AGREE, Element.BANK: Vote.DISAGREES, Element.BUPATI: Vote.ABSTAINS}
    text = minutes(decided(1, approval(votes=votes)), decided(2))
    assert "Usaha 1 (DB-2026-0001), ditetapkan: Bank Jatim tidak setuju." in text
    assert "Usaha 1 (DB-2026-0001), ditetapkan: Bupati Sampang tidak menyatakan pendapat." in text
    assert "Usaha 2 (DB-2026-0002), ditetapkan" not in text


def test_agreement_of_all_is_told():
    assert "Tidak ada unsur yang menyatakan tidak setuju atau tidak berpendapat." in minutes(decided(1))


def test_the_readings_used_are_told_file_by_file():
    text = minutes(decided(1, approval(reading_reason="S-06 dibaca D karena ada dua agunan")), decided(2))
    assert "Usaha 1 (DB-2026-0001): S-06 dibaca D karena ada dua agunan" in text
    assert "Tidak ada tafsir yang dicatat untuk keputusan rapat ini." in minutes(decided(2))


def test_all_who_came_sign_and_the_note_is_kept():
    text = minutes(decided(1), note="Rapat ditutup pukul 11.00.")
    assert "2 Dewi Anggraini Bank Jatim ....................." in text
    assert "Catatan rapat Rapat ditutup pukul 11.00." in text


@pytest.mark.parametrize("files", range(1, 9))
def test_who_came_signs_on_the_page_on_which_the_ketua_harian_does(files):
    told = [decided(place) for place in range(1, files + 1)]
    pdf = meeting_minutes(MEETING, told, before=POSITION, head=HEAD, demo=False)
    last = pages_of(pdf)[-1]
    assert "Yang hadir" in last
    assert "Mengetahui," in last


def test_a_meeting_without_decisions_or_people_says_so():
    text = minutes(attendees=())
    assert "Rapat ini tidak memutuskan permohonan." in text
    assert "Hadir 0 dari 5 unsur." in text
    assert "Yang hadir" not in text


def test_a_reason_without_end_is_told_whole_under_the_table():
    reason = " ".join(f"kata{n}" for n in range(80))
    text = minutes(*(decided(n, approval(reason=reason)) for n in range(1, 41)))
    assert text.count("kata79") == 40
    assert "Alasan nomor 40, Usaha 40: kata0 kata1" in text
