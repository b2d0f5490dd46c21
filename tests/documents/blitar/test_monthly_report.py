"""The monthly report on paper and as a workbook tells every number, every Pendamping, and what it is."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.blitar.letter import Printing
from documents.blitar.reporting.monthly_report import monthly_report
from documents.blitar.reporting.monthly_workbook import TakenVisits, monthly_workbook
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.reporting.behind import Row, Rows
from domain.blitar.reporting.report import (
    Gap,
    GapReason,
    Narrative,
    ReportState,
    ReportVersion,
    unwritten,
)
from domain.blitar.reporting.report_figures import MentorFigures, PartFigures, ReportFigures, Totals
from domain.dates import months_up_to
from tests.documents.printed import pages_of

OCTOBER = date(2026, 10, 1)
PRINTING = Printing(on=date(2026, 11, 3), by="Sari", application_version="0.1.0", demo=True)
NOW = Totals(
    clients=256, cooperatives=63, businesses=193, visited_clients=217, visits=1252, office_visits=252,
    field_visits=1000, agreed=49, done=33, overdue=25, recommendations=12,
)  # fmt: skip
FIGURES = ReportFigures(
    month=OCTOBER,
    totals=NOW,
    before=replace(NOW, clients=249, visits=1265),
    waiting=23,
    drafts=0,
    returned=2,
    by_part={part: PartFigures(visits=59, clients=58, mentors=18) for part in ReportPart},
    by_task=dict.fromkeys(MentorTask, 0) | {MentorTask.LEGALITY: 51},
    by_goal=dict.fromkeys(Goal, 0) | {Goal.MICRO_LEGALITY: 40},
    by_stage=dict.fromkeys(Stage, 0) | {Stage.GUIDED: 107},
    mentors=(
        MentorFigures(staff_id=1, name="Anik", serving=False, clients=6),
        MentorFigures(staff_id=2, name="Budi", clients=10, waiting=12),
        MentorFigures(
            staff_id=3,
            name="Sri",
            clients=200,
            visits=20,
            office_visits=4,
            field_visits=16,
            visited_clients=15,
        ),
    ),
    visits_by_month=dict.fromkeys(months_up_to(OCTOBER, 12), 0) | {OCTOBER: 1252},
)
NARRATIVE = Narrative(
    texts={part: f"Uraian {part.label} pertama.\nBaris kedua {part.label}." for part in ReportPart},
    closing="Rencana November: pelatihan.",
    gaps=(Gap(staff_id=2, reason=GapReason.OTHER, note="pindah tugas"),),
)
DRAFT = replace(unwritten(OCTOBER), narrative=NARRATIVE)
SENT = ReportVersion(
    month=OCTOBER,
    version=2,
    saves=3,
    state=ReportState.SENT,
    narrative=NARRATIVE,
    correction="Satu kunjungan keliru",
    figures=FIGURES,
    law="abcdef0123456789",
    program="0.1.0",
    sent_by="Sari",
    sent_at=datetime(2026, 11, 3, 2, 30, tzinfo=UTC),
)
VISIT = Row(date(2026, 10, 5), 7, "BN-2026-0007", "=1+1", "Sri", "Lapangan · Urus izin dan sertifikat", 11)
TAKEN = TakenVisits(Rows((VISIT,), 1, own_only=False), datetime(2026, 11, 20, 3, 5, tzinfo=UTC))


def text(told=SENT, figures=FIGURES, printing=PRINTING):
    return " ".join(pages_of(monthly_report(told, figures, printing)))


def test_it_tells_the_numbers_beside_last_months_each_with_its_provision():
    for words in (
        "Bulan Oktober 2026",
        "Pasal 5 ayat (3) huruf i",
        "Binaan didampingi dalam bulan itu 256 249 Pasal 3",
        "63 koperasi, 193 usaha mikro",
        "Kunjungan terverifikasi 1.252 1.265 Pasal 16 ayat (2)",
        "Tindak lanjut terlambat 25 25 Pasal 12 huruf r",
        "23 kunjungan menunggu verifikasi",
        "2 kunjungan dikembalikan",
        "Angka Rekomendasi dapat berbeda",
        "Pasal 12 huruf i Urus izin dan sertifikat 51",
        "Pasal 2 ayat (2) huruf h Legalitas usaha mikro bertambah 40",
        "naik kelas ditetapkan Kepala Dinas",
        "Dibimbing 107",
        "Oktober 2026 1.252",
        "DATA CONTOH",
    ):
        assert words in text()


def test_the_seven_parts_stand_in_their_order_each_with_number_and_narrative():
    told, places = text(), []
    for place, part in enumerate(ReportPart, 1):
        assert f"Uraian {part.label} pertama. Baris kedua {part.label}." in told
        places.append(told.index(f"{place}. {part.label}: 59 kunjungan, 58 binaan"))
    assert places == sorted(places)
    assert "7. Rekomendasi: 59 kunjungan, 58 binaan, 12 rekomendasi tertulis" in told


def test_a_pendamping_without_a_visit_stays_with_the_reason():
    told = text()
    assert "Menunggu verifikasi" in told
    assert "Budi 10 0 0 0 0 12 Lain: pindah tugas" in told
    assert "Sri 200 20 16 4 15 0 –" in told
    assert "Anik 6 0 0 0 0 0 Tidak bertugas bulan ini" in told
    assert "Belum ada Pendamping 40" in told  # 256 - 6 - 10 - 200
    assert "Alasan belum diisi" in text(told=replace(DRAFT, narrative=Narrative()))


def test_a_draft_says_so_and_a_sent_one_tells_version_and_reason():
    draft = text(told=DRAFT)
    assert "KONSEP: belum dikirim kepada Kepala Dinas" in draft
    assert "Terkirim" not in draft
    sent = text()
    assert "KONSEP" not in sent
    for words in (
        "versi 2",
        "Alasan pembetulan Satu kunjungan keliru",
        "Terkirim 3 November 2026 09.30 oleh Sari",
        "Angka dibekukan saat dikirim",
    ):
        assert words in sent
    assert "abcdef0123456789" not in sent  # a version of the rules means nothing to who reads the paper


def test_it_closes_with_the_fasilitators_words_and_name():
    told = text()
    closing = told[told.index("Penutup") :]
    assert "Rencana November: pelatihan." in closing
    assert "Blitar, 3 November 2026 Fasilitator Sari" in closing


def test_a_part_without_words_says_so():
    assert text(told=replace(SENT, narrative=Narrative())).count("Tidak ada uraian.") == 7


@pytest.mark.parametrize("hostile", ["\x00\u202e<b>{nb}\n" * 300, "=1+1", "**x**"])
def test_hostile_words_do_no_harm(hostile):
    narrative = Narrative(texts=dict.fromkeys(ReportPart, hostile), closing=hostile)
    told = replace(SENT, narrative=narrative, correction=hostile, sent_by=hostile)
    figures = replace(FIGURES, mentors=(replace(FIGURES.mentors[1], name=hostile),))
    pages = pages_of(monthly_report(told, figures, PRINTING))
    assert f"halaman 1 dari {len(pages)}" in pages[0]
    hostile_visits = replace(TAKEN, rows=Rows((replace(VISIT, told=hostile),), 1, own_only=False))
    assert monthly_workbook(told, figures, hostile_visits, PRINTING)


def test_a_reprint_gives_the_same_bytes():
    assert monthly_report(SENT, FIGURES, PRINTING) == monthly_report(SENT, FIGURES, PRINTING)
    first, second = (monthly_workbook(SENT, FIGURES, TAKEN, PRINTING) for _ in range(2))
    assert first == second


def test_the_workbook_has_real_numbers_and_the_visits_behind_them():
    book = load_workbook(BytesIO(monthly_workbook(SENT, FIGURES, TAKEN, PRINTING)))
    rows = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    assert list(rows) == ["Ringkasan", "Per Pendamping", "Komponen", "Tugas", "Tujuan", "Kunjungan"]
    assert ["Kunjungan terverifikasi", 1252, 1265, "Pasal 16 ayat (2)"] in rows["Ringkasan"]
    assert ["DATA CONTOH", None, None, None] in rows["Ringkasan"]
    assert ["Budi", 10, 0, 0, 0, 0, 12, "Lain: pindah tugas"] in rows["Per Pendamping"]
    assert rows["Komponen"][2][:4] == ["Pembinaan", 59, 58, 18]
    assert ["Pasal 12 huruf i", "Urus izin dan sertifikat", 51] in rows["Tugas"]
    assert ["Pasal 2 ayat (2) huruf h", "Legalitas usaha mikro bertambah", 40] in rows["Tujuan"]
    # What looks like a formula stays text.
    assert rows["Kunjungan"][3] == [
        datetime(2026, 10, 5), "BN-2026-0007", "=1+1", "Sri", "Lapangan · Urus izin dan sertifikat",
    ]  # fmt: skip
    assert book["Kunjungan"]["C4"].data_type == "s"


def _notes(told, **more):
    taken = replace(TAKEN, rows=replace(TAKEN.rows, **more))
    book = load_workbook(BytesIO(monthly_workbook(told, FIGURES, taken, PRINTING)))
    first = [row[0] for row in book["Kunjungan"].iter_rows(values_only=True)]
    return first[: first.index("Tanggal")]


def test_the_sheet_of_visits_says_as_of_when_it_is_whose_and_that_sent_figures_are_frozen():
    now = "Kunjungan terverifikasi, keadaan 20 November 2026 10.05; diunduh Sari."
    frozen = "Angka di lembar lain dibekukan 3 November 2026 09.30; kunjungan di bawah dapat sudah berubah."
    assert _notes(SENT) == [now, frozen]
    assert _notes(DRAFT) == [now]
    own = "Hanya kunjungan Anda sendiri; angka di lembar lain tentang semua Pendamping."
    assert _notes(DRAFT, own_only=True) == [now, own]
    assert _notes(DRAFT, total=12_000) == [now, "Hanya 1 kunjungan pertama dari 12.000."]


def test_in_the_first_month_nothing_is_compared_with_a_month_before_it():
    first = replace(FIGURES, before=None)
    told = text(figures=first)
    assert "Binaan didampingi dalam bulan itu 256 – Pasal 3" in told
    assert "Bulan lalu belum ada binaan" in told
    assert "Bulan lalu belum ada binaan" not in text()
    book = load_workbook(BytesIO(monthly_workbook(SENT, first, TAKEN, PRINTING)))
    rows = [list(row) for row in book["Ringkasan"].iter_rows(values_only=True)]
    assert ["Kunjungan terverifikasi", 1252, "–", "Pasal 16 ayat (2)"] in rows
    assert ["Koperasi binaan", 63, "–", "Pasal 3 huruf a"] in rows


def test_a_draft_workbook_says_so():
    book = load_workbook(BytesIO(monthly_workbook(DRAFT, FIGURES, TAKEN, PRINTING)))
    said = [cell for row in book["Ringkasan"].iter_rows(values_only=True) for cell in row]
    assert "KONSEP, belum dikirim; angkanya masih dapat berubah" in said
