"""The invitation: weekday and day, place, agenda with the free balance, who is invited, which files."""

from dataclasses import replace

from documents.sampang.letters.invitation import OnAgenda, invitation
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD, MEETING, MONDAY

FILE = OnAgenda(
    place=1,
    number="DB-2026-0001",
    name="Toko Sumber",
    kind="Usaha mikro, kecil, menengah",
    district_code="35.27.03",
    asked=45_000_000,
    surveyed=40_000_000,
)


def pages(files=(FILE,), **more):
    told = {"free": 228_462_500, "number": "005/1/2026", "on": MONDAY, "head": HEAD, "demo": False}
    return pages_of(invitation(MEETING, MEETING.attendees, files, **told | more))


def test_it_tells_when_where_what_and_whom():
    first, _ = pages()
    for words in (
        "Hari, tanggal Senin, 2 Maret 2026",
        "Tempat Aula Dinas",
        "1. Keadaan dana (VIII.5.b): bebas Rp228.462.500",
        "2. Pembahasan dan keputusan 1 permohonan (VI.2.b), menurut lampiran",
        "Dewi Anggraini Bank Jatim",
    ):
        assert words in first


def test_the_files_stand_in_an_annex_with_what_was_asked_and_surveyed():
    _, annex = pages(files=(FILE, replace(FILE, name="Toko Baru", surveyed=None)))
    assert "1 Toko Sumber DB-2026-0001" in annex
    assert "Rp45.000.000 Rp40.000.000" in annex
    assert "Rp45.000.000 belum disurvei" in annex


def test_without_files_and_without_a_fund_it_says_neither_of_them():
    (only,) = pages(files=(), free=None)
    assert "1. Keadaan dana (VIII.5.b) 2." in only
    assert "Lampiran : -" in only


def test_a_file_bears_its_number_in_the_queue_and_the_hour_is_told():
    first, annex = pages(files=(replace(FILE, place=3),))
    assert "3 Toko Sumber" in annex
    assert "Pukul ....................." in first


def test_the_hour_that_was_given_stands_on_it():
    held = replace(MEETING, hour="09.00 WIB")
    told = {"free": None, "number": "1", "on": MONDAY, "head": HEAD, "demo": False}
    assert "Pukul 09.00 WIB" in pages_of(invitation(held, (), (), **told))[0]
