"""The decree of appointment and the letter of assignment: readable, signable, sealed only as they go out."""

from datetime import date

from documents.blitar.letter import Printing
from documents.blitar.selection.announcement import announcement
from documents.blitar.staffing.appointment_decree import appointment_decree
from documents.blitar.staffing.assignment_letter import assignment_letter
from domain.blitar.appointment import Appointment
from domain.blitar.kinds import SubjectKind
from domain.blitar.selecting.rounds import Round
from domain.blitar.staffing.staff_papers import (
    AppointmentDecree,
    AssignedDistrict,
    AssignmentLetter,
    AssignmentTold,
    selected_in,
)
from domain.paper_seal import seal_kept_in, seal_of
from tests.documents.printed import pages_of

ON, UNTIL = date(2026, 11, 30), date(2027, 12, 31)
PRINTING = Printing(on=ON, by="Yuni", application_version="1", demo=True)
LETTER = AssignmentLetter(number="800/1/2026", on=ON)


def whole(pdf):
    return " ".join(" ".join(pages_of(pdf)).split())


def decree(kind=SubjectKind.MENTOR, *, signed=True, kept=True, **more):
    appointment = Appointment(kind=kind, name="Rini", appointed_on=ON, decree="188/2/2026")
    told = AppointmentDecree(appointment=appointment, until=UNTIL, home_code="35.05.01", **more)
    return appointment_decree(told, PRINTING, signed=signed, kept=kept)


def assigned(lines=1, *, kept=True):
    districts = tuple(
        AssignedDistrict(district_code=f"35.05.{place:02}", starts_on=ON, last_day=UNTIL, temporary=place > 1)
        for place in range(1, lines + 1)
    )
    told = AssignmentTold(name="Rini", decree="188/2/2026", appointed_on=ON, districts=districts)
    return assignment_letter(LETTER, told, PRINTING, kept=kept)


def test_the_decree_names_who_is_appointed_out_of_which_selection_and_until_when():
    passed = selected_in("Seleksi 2026", "BA 3", date(2026, 11, 1))
    told = whole(decree(selected_in=passed, replaces="Tono"))
    assert "Menetapkan Rini, bertempat tinggal di Kecamatan Wonodadi, sebagai Pendamping" in told
    assert "Seleksi 2026, berita acara nomor BA 3 tanggal 1 November 2026" in told
    assert "menggantikan Tono" in told
    assert "sejak 30 November 2026 sampai dengan 31 Desember 2027" in told
    assert "Pasal 11 ayat (1)" in told


def test_a_fasilitator_is_appointed_directly_and_gets_no_kecamatan():
    told = whole(decree(SubjectKind.FACILITATOR))
    assert "Pasal 5 ayat (1)" in told
    assert "surat tugas" not in told


def test_a_decree_that_goes_out_carries_its_seal_and_a_draft_none():
    assert seal_kept_in(decree()) == seal_of("Keputusan Kepala Dinas", "188/2/2026", ON)
    draft = decree(signed=False, kept=False)
    assert seal_kept_in(draft) == ""
    assert "KONSEP" in whole(draft)


def test_the_letter_names_every_kecamatan_and_tells_which_are_for_a_time():
    told = whole(assigned(3))
    for words in ("Wonodadi", "Udanawu", "sementara, menutup kekosongan", "31 Desember 2027", "188/2/2026"):
        assert words in told


def test_a_letter_that_goes_out_carries_its_seal_and_a_draft_none():
    assert seal_kept_in(assigned()) == seal_of("Surat tugas", "800/1/2026", ON)
    assert "KONSEP" in whole(assigned(kept=False))


def test_no_page_of_a_long_letter_holds_only_the_signature():
    for lines in range(15, 23):
        last = pages_of(assigned(lines))[-1]
        assert "Demikian surat tugas ini" in last


def test_an_announcement_that_goes_out_carries_its_seal():
    days = {"announced_on": ON, "opens_on": ON, "closes_on": UNTIL}
    wanted = Round(title="Seleksi 2026", announcement_number="PENG 1", quota=1, **days)
    seal = seal_of("Pengumuman seleksi", "PENG 1", ON)
    assert seal_kept_in(announcement(wanted, PRINTING, ("Hendra",), kept=True)) == seal
    assert seal_kept_in(announcement(wanted, PRINTING, ("Hendra",))) == ""
