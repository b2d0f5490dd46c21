"""The Monday digest on paper: the figures first, then what needs attention, then everybody."""

from datetime import date

from documents.blitar.letter import Printing
from documents.blitar.reporting.monday_sheet import monday_sheet
from domain.blitar.reporting.digest import DigestPart, MentorWeek, MondayDigest
from tests.documents.printed import pages_of

DAY = date(2026, 3, 2)
PRINTING = Printing(on=DAY, by="Hendra", application_version="1", demo=False)


def printed(parts=(), mentors=()):
    told = MondayDigest(DAY, DAY, 4, tuple(parts), tuple(mentors))
    return pages_of(monday_sheet(told, PRINTING))


def test_it_tells_the_figures_and_which_week_they_are_of():
    (page,) = printed(mentors=[MentorWeek("Sri", 12, 3, 5, False), MentorWeek("Budi", 9, 0, 2, True)])
    assert "Menunggu verifikasi Anda 4" in page
    assert "Kunjungan pekan lalu 7 (23 Februari 2026 sampai 1 Maret 2026)" in page
    assert "Belum berjadwal pekan ini 1 dari 2 Pendamping" in page


def test_it_says_how_many_there_are_beyond_those_that_are_told():
    (page,) = printed([DigestPart("Tindak lanjut lewat batas", 7, ("Warung: Daftar NIB",))])
    assert "Tindak lanjut lewat batas: 7" in page
    assert "dan 6 lagi pada layar Binaan" in page


def test_nothing_that_waits_is_said_so():
    assert "Tidak ada yang menunggu." in printed()[0]


def test_twenty_two_pendamping_and_long_words_stay_on_their_pages():
    parts = [DigestPart(f"Hal {place}", 40, ("Usaha " * 60,) * 5) for place in range(6)]
    mentors = [MentorWeek("Nama Panjang Sekali " * 4, 99, 9, 9, True)] * 22
    assert len(printed(parts, mentors)) <= 3
