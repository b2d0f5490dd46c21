"""The verification sheet tells every visit with its tasks, parts, place and state, and counts the days."""

from dataclasses import replace
from datetime import date

import pytest

from documents.blitar.letter import Printing
from documents.blitar.visiting.verification_sheet import verification_sheet
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.visiting.presence import mondays_between, presence_in
from domain.blitar.visiting.verification import SheetVisit, VerificationSheet
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace, VisitState
from tests.documents.printed import pages_of

PRINTING = Printing(on=date(2026, 11, 23), by="Sari", application_version="0.1.0", demo=True)
MONDAY, TUESDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 20)
FIELD, OFFICE = VisitPlace.FIELD, VisitPlace.OFFICE
IN_THE_FIELD = SheetVisit(
    visit=Visit(
        mentor_id=1,
        client_id=1,
        on=MONDAY,
        district_code="35.05.09",
        tasks=(MentorTask.FINANCE_ACCESS, MentorTask.CONSULTATION),
        parts=(ReportPart.GUIDANCE, ReportPart.EVALUATION),
    ),
    state=VisitState.VERIFIED,
    client_number="BN-2026-0001",
    client_name="Anyaman Bu Ani",
    by="Sari",
    by_on=date(2026, 11, 21),
)
AT_THE_OFFICE = SheetVisit(
    visit=Visit(
        mentor_id=1,
        client_id=2,
        on=TUESDAY,
        place=OFFICE,
        day_part=DayPart.AFTERNOON,
        tasks=(MentorTask.LEGALITY,),
        parts=(ReportPart.CONSULTATION,),
    ),
    state=VisitState.RETURNED,
    client_number="BN-2026-0002",
    client_name="Koperasi Maju",
    by="Sari",
    by_on=date(2026, 11, 21),
    note="Foto belum ada",
)


def a_sheet(*visits, first=MONDAY, last=date(2026, 11, 22), **more):
    told = visits or (IN_THE_FIELD, AT_THE_OFFICE)
    days = [(one.visit.on, one.visit.place) for one in told if one.state is not VisitState.RETURNED]
    weeks = tuple(presence_in(monday, days) for monday in mondays_between(first, last))
    known = {"mentor_name": "Bagus", "decree": "SK 5/2026", "first": first, "last": last}
    return VerificationSheet(visits=told, weeks=weeks, **known | more)


def printed(*visits, **more):
    return verification_sheet(a_sheet(*visits, **more), PRINTING)


def text(*visits, **more):
    return " ".join(pages_of(printed(*visits, **more)))


def test_the_sheet_names_the_pendamping_the_span_and_how_many_stand_where():
    told = text()
    assert "Pendamping Bagus" in told
    assert "16 November 2026 sampai 22 November 2026" in told
    assert "2 tercatat: 1 diverifikasi, 0 menunggu verifikasi, 1 dikembalikan" in told


def test_every_visit_stands_with_its_place_tasks_parts_and_who_looked_at_it():
    told = text()
    assert "1 16 November 2026, pagi BN-2026-0001 Anyaman Bu Ani Lapangan, Nglegok b, k" in told
    assert "Pembinaan, Evaluasi Diverifikasi, Sari, 21 November 2026" in told
    assert "2 17 November 2026, sore BN-2026-0002 Koperasi Maju Kantor i Konsultasi" in told
    assert "Dikembalikan, Sari, 21 November 2026: Foto belum ada" in told
    legend = (
        "b konsultasi dan pendampingan langsung; i urus izin dan sertifikat; k buka akses pembiayaan usaha"
    )
    assert f"Huruf tugas menurut Pasal 12: {legend}." in told


def test_the_days_are_held_against_two_and_three_without_calling_a_silent_day_idle():
    told = text()
    assert "kantor 0 dari 2 hari, lapangan 1 dari 3 hari" in told
    assert "Pasal 7 huruf m" in told
    assert "belum tentu hari tanpa tugas" in told


def test_a_month_counts_each_of_its_weeks():
    told = text(first=date(2026, 11, 1), last=date(2026, 11, 30))
    # 1 November is a Sunday: the weeks of 26 October to 30 November have a day in the month.
    assert told.count("dari 3 hari") == 6


def test_a_span_without_visits_says_so():
    told = " ".join(pages_of(verification_sheet(replace(a_sheet(), visits=()), PRINTING)))
    assert "Tidak ada kunjungan yang dikirim" in told


def test_both_sign_on_the_last_page_and_headings_return():
    for count in (1, 12, 13, 14, 15, 60):
        pages = pages_of(printed(*(IN_THE_FIELD,) * count))
        assert "Fasilitator" in pages[-1]
        assert "Bagus" in pages[-1]
    assert all("DATA CONTOH" in page for page in pages)
    assert sum("Komponen Keadaan" in page for page in pages) > 1


@pytest.mark.parametrize("hostile", ["\x00\u202e<b>{nb}\n" * 500, "=1+1", "**x**"])
def test_hostile_words_do_no_harm(hostile):
    one = replace(AT_THE_OFFICE, client_name=hostile, note=hostile, by=hostile)
    pages = pages_of(printed(one, mentor_name=hostile, decree=hostile))
    assert f"halaman 1 dari {len(pages)}" in pages[0]


def test_a_reprint_gives_the_same_bytes():
    assert printed() == printed()


# ---- the count itself (Pasal 7 huruf m) ----------------------------------------------------------
@pytest.mark.parametrize(
    ("visits", "office", "field", "reached"),
    [
        ([], 0, 0, False),
        ([(MONDAY, FIELD), (MONDAY, FIELD)], 0, 1, False),
        ([(MONDAY, FIELD), (MONDAY, OFFICE)], 1, 1, False),
        ([(date(2026, 11, 21), FIELD), (date(2026, 11, 23), FIELD)], 0, 0, False),  # Saturday; next week
        ([(date(2026, 11, day), OFFICE) for day in (16, 17)], 2, 0, False),
        (
            [(date(2026, 11, day), OFFICE if day < 18 else FIELD) for day in range(16, 21)],
            2,
            3,
            True,
        ),
    ],
)
def test_a_working_day_counts_once_for_each_kind_of_place(visits, office, field, reached):
    week = presence_in(MONDAY, visits)
    assert (week.office, week.field, week.is_reached) == (office, field, reached)
    assert (week.office_asked, week.field_asked) == (2, 3)


def test_holidays_are_taken_off_the_field_days_first():
    # Monday 16 February 2026 cuti bersama, Tuesday 17 February Imlek.
    week = presence_in(date(2026, 2, 16), [(date(2026, 2, 17), FIELD), (date(2026, 2, 18), FIELD)])
    assert (week.office_asked, week.field_asked) == (2, 1)
    assert week.field == 1
