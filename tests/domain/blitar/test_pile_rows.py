"""Rows of paper forms are read as people write them, or come back with a sentence for each column."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from domain.blitar.care_history import Came, CareHistory, Turn
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.pile_columns import Column, column_of, match_headings, refusal_of
from domain.blitar.visiting.pile_reading import Note, NoteKind
from domain.blitar.visiting.pile_register import KnownClient, Register, keys_of
from domain.blitar.visiting.pile_rows import RawRow, read_row, read_rows
from domain.blitar.visiting.presence import day_part_at
from domain.blitar.visiting.visit import DayPart, Doer, Source, VisitPlace
from domain.dates import JAKARTA
from domain.tabular.sheet_cells import NOT_WORKED_OUT

NGLEGOK, WONODADI = "35.05.09", "35.05.01"
SRI, BUDI = 1, 2
TODAY = date(2026, 12, 31)
ANI_NIK, SITI_NIK = "3505094506850001", "3505094506850002"
ANI = KnownClient(11, "BN-2026-0011", "Warung Bu Ani", NGLEGOK, SRI, ANI_NIK)
NAMESAKE = KnownClient(12, "BN-2026-0012", "Warung Bu Ani", WONODADI, SRI)
COOP = KnownClient(13, "BN-2025-0013", "Koperasi Maju", None, BUDI)
JAM, CHIPS = (
    KnownClient(number, f"BN-2026-00{number}", name, NGLEGOK, SRI, SITI_NIK)
    for number, name in ((21, "Selai Siti"), (22, "Keripik Siti"))
)


def a_mentor(number, name):
    return Service(
        mentor_id=number, name=name, appointed_on=date(2026, 1, 1), contract_until=date(2026, 12, 31)
    )


BOTH = (a_mentor(SRI, "Sri Lestari, S.E."), a_mentor(BUDI, "Budi"))


def a_register(*, chosen=None, is_own=False, mentors=BOTH):
    return Register((ANI, NAMESAKE, COOP, JAM, CHIPS), mentors, chosen, is_own=is_own)


def cells(**more):
    told = {
        "client_number": "BN-2026-0011",
        "mentor": "Sri Lestari",
        "day": date(2026, 3, 2),
        "place": "Lapangan",
        "day_part": "Pagi",
        "tasks": "b",
        "parts": "Konsultasi",
    }
    return {Column(name): cell for name, cell in (told | more).items()}


def read(register=None, **more):
    return read_row(RawRow(5, cells(**more)), register or a_register(), TODAY)


def wrong(register=None, **more):
    """The columns that are wrong, with the sentence of each."""
    found = read(register, **more)
    assert found.visit is None
    return {problem.field: problem.sentence for problem in found.problems}


def kinds(found):
    return {note.kind for note in found.notes}


def test_a_full_row_becomes_a_visit_from_paper_with_its_own_date():
    found = read(
        tasks="b, c, i",
        parts="Konsultasi, Rekomendasi",
        problem=" Belum punya NIB ",
        recommendation="Daftar OSS",
        agency="Dinas Kesehatan",
        follow_up="Siapkan KTP",
        due="16/03/2026",
        doer="Pendamping",
        indicator_1="NIB",
        value_1="belum ada",
        evidence_1="foto 3",
        indicator_2="Omzet setahun",
        value_2="12,5 juta",
        form="FK-7",
        note="Hujan",
    )
    assert found.problems == ()
    visit = found.visit
    assert (visit.mentor_id, visit.client_id, visit.on) == (SRI, 11, date(2026, 3, 2))
    assert (visit.place, visit.day_part, visit.district_code) == (
        VisitPlace.FIELD, DayPart.MORNING, NGLEGOK,
    )  # fmt: skip
    assert visit.tasks == (MentorTask.CONSULTATION, MentorTask.PROBLEM_FINDING, MentorTask.LEGALITY)
    assert visit.parts == (ReportPart.CONSULTATION, ReportPart.RECOMMENDATION)
    assert (visit.problem, visit.source, visit.shown_by) == ("Belum punya NIB", Source.PAPER, "FK-7")
    (agreed,) = visit.follow_ups
    assert (agreed.told, agreed.due_on, agreed.doer) == ("Siapkan KTP", date(2026, 3, 16), Doer.MENTOR)
    assert [(one.indicator, one.value, one.evidence) for one in visit.changes] == [
        (Indicator.BUSINESS_NUMBER, 0, "foto 3"),
        (Indicator.ANNUAL_SALES, 12_500_000, ""),
    ]


@pytest.mark.parametrize(
    ("cell", "day", "kind"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), None),
        (datetime(2026, 3, 2), date(2026, 3, 2), None),
        ("02/03/2026", date(2026, 3, 2), NoteKind.DAY_FIRST),
        ("2-3-2026", date(2026, 3, 2), NoteKind.DAY_FIRST),
        ("2.3.26", date(2026, 3, 2), NoteKind.DAY_FIRST),
        ("13/02/2026 00:00:00", date(2026, 2, 13), NoteKind.DAY_FIRST),
        ("2 Maret 2026", date(2026, 3, 2), None),
        ("Senin, 2 Mar 2026", date(2026, 3, 2), None),
        ("17 Agustus 2026", date(2026, 8, 17), None),
        ("2026-03-02", date(2026, 3, 2), None),
        ("2026-03-02T00:00:00", date(2026, 3, 2), None),
        (46083, date(2026, 3, 2), NoteKind.SERIAL),  # 2 March 2026 in Excel
        (46083.0, date(2026, 3, 2), NoteKind.SERIAL),
    ],
)
def test_a_day_is_read_day_first_and_says_so_when_it_was_a_text_or_a_number(cell, day, kind):
    found = read(day=cell)
    assert found.visit.on == day
    assert kinds(found) - {NoteKind.DISTRICT} == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("cell", "because"),
    [
        (None, "belum diisi"),
        ("05/13/2026", "Bila maksudnya 13 Mei 2026"),
        ("31/02/2026", "Februari 2026 hanya mempunyai tanggal 1 sampai 28"),
        ("Senin, 3/3/2026", "jatuh pada hari Selasa"),
        ("2 Maref 2026", "Bulan “maref” tidak dikenal"),
        ("2/3/45", "1945 atau 2045"),
        ("2 Maret", "Tahunnya belum ditulis"),
        ("kemarin", "tidak terbaca"),
        ("02/03/1926", "Tahun 1926"),
        (12, "bukan tanggal"),
        (float("inf"), "bukan tanggal"),
        (time(9, 30), "berisi jam"),
        ("#N/A", "galat Excel"),
        (NOT_WORKED_OUT, "rumus yang belum dihitung"),
    ],
)
def test_a_day_that_cannot_be_is_explained_and_never_guessed(cell, because):
    assert because in wrong(day=cell)[Column.DAY]


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("pagi", DayPart.MORNING),
        ("Siang (11.00–14.00)", DayPart.NOON),
        ("SORE", DayPart.AFTERNOON),
        ("10.59", DayPart.MORNING),
        ("pukul 11:00 WIB", DayPart.NOON),
        (time(14, 0), DayPart.NOON),
        (0.6, DayPart.AFTERNOON),  # 14.24 as a part of a day
    ],
)
def test_the_part_of_the_day_is_a_word_or_a_clock(cell, part):
    assert read(day_part=cell).visit.day_part is part


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        (time(0, 0), DayPart.MORNING),
        (time(10, 59, 59), DayPart.MORNING),
        (time(11, 0), DayPart.NOON),
        (time(13, 59), DayPart.NOON),
        (time(14, 0), DayPart.NOON),
        (time(14, 0, 59), DayPart.NOON),  # the clock still says 14.00
        (time(14, 1), DayPart.AFTERNOON),
        (time(23, 59), DayPart.AFTERNOON),
    ],
)
def test_eleven_and_two_o_clock_are_siang_on_paper_as_in_the_app(clock, part):
    assert DayPart.at(clock) is part
    assert read(day_part=clock).visit.day_part is part
    assert day_part_at(datetime.combine(date(2026, 3, 2), clock, JAKARTA)) is part


@pytest.mark.parametrize(
    ("cell", "letters"),
    [
        ("b, c, i", "bci"),
        ("I;C b", "bci"),
        ("huruf b dan c", "bc"),
        ("b Konsultasi dan pendampingan langsung", "b"),
        ("Temukan masalah, beri rekomendasi, i", "ci"),
        ("Urus izin dan sertifikat", "i"),
    ],
)
def test_tasks_are_letters_or_names(cell, letters):
    assert "".join(task.letter for task in read(tasks=cell).visit.tasks) == letters


@pytest.mark.parametrize(
    ("column", "cell", "because"),
    [
        (Column.TASKS, "b, z", "a sampai r"),
        (Column.TASKS, "bci", "dipisah koma"),
        (Column.TASKS, None, "belum diisi"),
        (Column.PARTS, "Konsultan", "Pasal 16 ayat (2)"),
        (Column.PLACE, "Rumah makan", "Pilih dari: Lapangan, Kantor"),
        (Column.DAY_PART, "malam", "Pagi, Siang atau Sore"),
        (Column.DISTRICT, "Sananwetan", "bukan kecamatan"),
        (Column.MENTOR, "Orang Lain", "tidak ada dalam daftar"),
        (Column.INDICATOR_1, "Omset", "tidak dikenal"),
        (Column.DUE, "nanti", "tidak terbaca"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_column(column, cell, because):
    found = wrong(**{column.value: cell})
    assert because in found[column]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("indicator", "cell", "value"),
    [
        ("NIB", "Ada", 1),
        ("NIB", True, 1),
        ("NIB", "✓", 1),
        ("NIB", 0, 0),
        ("Saluran penjualan", 4.0, 4),
        ("Saluran penjualan", "1.250", 1250),
        ("Omzet setahun", 60000000, 60_000_000),
        ("Omzet setahun", "Rp60.000.000", 60_000_000),
    ],
)
def test_a_value_is_read_as_its_indicator_is_measured(indicator, cell, value):
    assert read(indicator_1=indicator, value_1=cell).visit.changes[0].value == value


@pytest.mark.parametrize(
    ("indicator", "cell"),
    [("NIB", "mungkin"), ("NIB", 2), ("Saluran penjualan", 4.5), ("Omzet setahun", "60 M"), ("NIB", None)],
)
def test_a_value_that_could_be_two_things_is_refused(indicator, cell):
    assert set(wrong(indicator_1=indicator, value_1=cell)) == {Column.VALUE_1}


def test_a_follow_up_needs_its_day_and_a_value_its_indicator():
    assert "belum diisi" in wrong(follow_up="Siapkan KTP")[Column.DUE]
    assert "belum ditulis" in wrong(due=date(2026, 3, 9))[Column.FOLLOW_UP]
    assert "belum dipilih" in wrong(value_2="ada")[Column.INDICATOR_2]


# ---- whom a row means ----------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["BN-2026-0011", "bn 2026 11", "BN/2026/011", "bn20260011"])
def test_a_binaan_is_found_by_its_number_however_it_is_written(number):
    assert read(client_number=number).visit.client_id == ANI.id


def test_a_nik_of_15_digits_stands_in_the_way_only_when_nothing_else_names_the_binaan():
    short = ANI_NIK[1:]
    assert "16 digit, sedangkan yang diisi 15" in wrong(client_number=None, nik=short)[Column.NIK]
    found = read(nik=short)
    assert found.visit.client_id == ANI.id
    assert NoteKind.NAMING in kinds(found)


@pytest.mark.parametrize(
    ("cell", "because"),
    [
        (int(ANI_NIK), "mengganti angka ke-16 dengan nol"),
        (float(ANI_NIK), "mengganti angka ke-16 dengan nol"),
        ("3,50509E+15", "bentuk ilmiah"),
        (350509450685000, "15 digit"),
        ("3505094506850009", "tidak ada dalam daftar"),
    ],
)
def test_a_nik_that_excel_spoilt_is_explained(cell, because):
    assert because in wrong(client_number=None, nik=cell)[Column.NIK]


def test_a_nik_names_the_binaan_and_an_owner_of_two_is_asked_which():
    assert read(client_number=None, nik=ANI_NIK).visit.client_id == ANI.id
    assert "2 usaha binaan" in wrong(client_number=None, nik=SITI_NIK)[Column.CLIENT_NUMBER]
    assert read(client_number=None, nik=SITI_NIK, client_name="keripik siti").visit.client_id == CHIPS.id


def test_a_name_needs_the_kecamatan_when_two_binaan_bear_it():
    by_name = {"client_number": None, "client_name": "WARUNG  bu ani"}
    told = wrong(**by_name)[Column.CLIENT_NAME]
    assert "BN-2026-0011 (Nglegok)" in told
    assert "BN-2026-0012 (Wonodadi)" in told
    found = read(**by_name, client_district="Kec. Wonodadi")
    assert found.visit.client_id == NAMESAKE.id
    assert NoteKind.BY_NAME in kinds(found)
    assert "di kecamatan itu" in wrong(**by_name, client_district="Srengat")[Column.CLIENT_NAME]


def test_a_number_and_the_nik_of_another_binaan_do_not_go_together():
    assert "binaan yang berbeda" in wrong(nik=SITI_NIK)[Column.NIK]
    assert NoteKind.NAMING in kinds(read(client_name="Toko Lain"))


def test_a_row_without_any_binaan_says_how_to_name_one():
    assert "Binaan belum disebut" in wrong(client_number=None)[Column.CLIENT_NUMBER]
    assert "tidak ada dalam daftar" in wrong(client_number="BN-2026-9999")[Column.CLIENT_NUMBER]


def test_a_pendamping_need_not_write_their_name_and_cannot_write_another():
    own = a_register(is_own=True, mentors=BOTH[:1])
    assert read(own, mentor=None).visit.mentor_id == SRI
    assert "kunjungan Anda sendiri" in wrong(own, mentor="Budi")[Column.MENTOR]


def test_the_fasilitator_chooses_who_visited_where_the_row_does_not_say():
    assert read(a_register(chosen=BUDI), mentor=None).visit.mentor_id == BUDI
    assert read(a_register(chosen=BUDI), mentor="SRI LESTARI, S.E., M.M.").visit.mentor_id == SRI


def test_where_nobody_is_named_or_chosen_the_register_tells_who_had_the_binaan_on_that_day():
    turns = (
        Turn(date(2026, 2, 2), None, Came.TAKEN_IN),
        Turn(date(2026, 2, 10), SRI, Came.GIVEN),
        Turn(date(2026, 3, 1), BUDI, Came.HANDED_OVER),
    )
    care = CareHistory(client_id=11, name="Warung Bu Ani", turns=turns)
    register = Register((replace(ANI, care=care),), BOTH)
    found = read(register, mentor=" - ", day="28/2/2026")
    assert found.visit.mentor_id == SRI
    told = "Pendamping kosong; menurut register Sri Lestari, S.E. yang mendampingi hari itu."
    assert Note(NoteKind.CARER, told) in found.notes
    assert read(register, mentor=None, day="1/3/2026").visit.mentor_id == BUDI
    assert read(register, mentor="Sri Lestari", day="1/3/2026").visit.mentor_id == SRI
    assert "tidak punya Pendamping" in wrong(register, mentor=None, day="9/2/2026")[Column.MENTOR]
    # What the register would tell is no fault of the row while its day or its binaan cannot be read.
    assert set(wrong(register, mentor=None, day="kemarin")) == {Column.DAY}
    assert set(wrong(register, mentor=None, client_number="BN-2026-0099")) == {Column.CLIENT_NUMBER}


def test_of_two_appointments_of_a_pendamping_the_one_of_that_day_counts():
    earlier = Service(
        mentor_id=9, name="Sri Lestari", appointed_on=date(2025, 1, 1), contract_until=date(2025, 12, 31)
    )
    own = a_register(is_own=True, mentors=(earlier, BOTH[0]))
    assert read(own, mentor=None, day="2/12/2025").visit.mentor_id == 9
    assert read(own, mentor="Sri Lestari", day="2/3/2026").visit.mentor_id == SRI


def test_the_kecamatan_of_a_visit_in_the_field_is_that_of_the_binaan_unless_told():
    assert read().visit.district_code == NGLEGOK
    assert read(district="Wonodadi").visit.district_code == WONODADI
    assert read(place="Kantor", district="Wonodadi").visit.district_code is None
    assert "belum dicatat" in wrong(client_number="BN-2025-0013", mentor="Budi")[Column.DISTRICT]


# ---- rows and headings ---------------------------------------------------------------------------
def test_every_fault_of_a_row_is_told_at_once():
    found = wrong(client_number=None, day="x", place=None, tasks="?", parts=None, mentor="X")
    assert set(found) == {
        Column.CLIENT_NUMBER, Column.DAY, Column.PLACE, Column.TASKS, Column.PARTS, Column.MENTOR,
    }  # fmt: skip


def test_what_is_wrong_with_readable_cells_is_told_beside_those_that_cannot_be_read():
    late = {"day": date(2027, 1, 1), "follow_up": "Foto", "due": date(2026, 12, 1)}
    more = {"recommendation": "Daftar", "agency": "Dinas Kesehatan", "form": "x" * 301}
    found = wrong(tasks="?", indicator_1="Omzet setahun", value_1="2000000000000", **late, **more)
    assert set(found) == {
        Column.TASKS, Column.DAY, Column.DUE, Column.PROBLEM, Column.FORM, Column.VALUE_1,
    }  # fmt: skip
    assert "belum terjadi" in found[Column.DAY]
    assert set(wrong(place="?", district="Sananwetan")) == {Column.PLACE, Column.DISTRICT}
    assert set(wrong(client_number="BN-1", district="Sananwetan")) == {Column.CLIENT_NUMBER, Column.DISTRICT}


def test_blank_rows_and_the_example_are_passed_over_but_not_one_written_over_the_example():
    blank = RawRow(2, {Column.ORDER: 7, Column.DAY: "  "})
    example = RawRow(3, cells(order="contoh", client_number="BN-0000-0000"))
    over = RawRow(4, cells(order="Contoh"))
    (found,) = read_rows([blank, example, over], a_register(), TODAY)
    assert found.raw is over
    assert "bertanda “contoh”" in found.problems[0].sentence


def test_what_no_database_can_hold_is_taken_out_of_texts():
    assert read(problem="a\0b\ud800c\xa0").visit.problem == "abc"


def test_only_what_the_rows_name_is_looked_up():
    rows = [cells(), cells(client_number=None, nik=ANI_NIK), cells(client_number="", client_name="Toko A.")]
    rows.append(cells(client_number=None, nik="12"))
    keys = keys_of(rows)
    assert keys.numbers == {"BN-2026-0011"}
    assert keys.niks == {ANI_NIK}
    assert keys.names == {"toko a"}


def test_columns_are_known_by_their_headings_in_any_order():
    told = ["Keterangan tambahan", " TUGAS ", "komponen", "tgl.", "Jam", "tempat", "No. Binaan", None]
    found = match_headings(told)
    assert found.are_headings
    assert refusal_of(found) == ""
    assert found.places == {
        Column.TASKS: 1, Column.PARTS: 2, Column.DAY: 3, Column.DAY_PART: 4, Column.PLACE: 5,
        Column.CLIENT_NUMBER: 6,
    }  # fmt: skip
    assert found.unknown == ("Keterangan tambahan",)


def test_missing_columns_are_named_and_a_column_twice_is_refused():
    assert refusal_of(match_headings(["Tanggal", "Tempat", "Waktu", "Tugas"])).startswith(
        "Kolom ini tidak ditemukan: “Komponen laporan”, dan salah satu dari “Nomor binaan”, “NIK” atau"
    )
    full = ["NIK", "Tanggal", "Tempat", "Waktu", "Tugas", "Komponen"]
    assert "dua kali" in refusal_of(match_headings([*full, "TANGGAL"]))
    both = match_headings([*full, "Catatan", "Keterangan"])
    assert (refusal_of(both), both.unknown) == ("", ("Keterangan",))


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("on", Column.DAY),
        ("follow_ups.0.due_on", Column.DUE),
        ("changes.1.value", Column.VALUE_2),
        ("tasks", Column.TASKS),
        ("mentor_id", Column.MENTOR),
        ("anything", None),
    ],
)
def test_a_problem_of_a_visit_points_to_the_column_it_was_read_from(field, column):
    assert column_of(field) is column
