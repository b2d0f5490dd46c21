"""The list of binaan as a workbook: who took it, real dates, NIK as text, and nothing in it runs."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from documents.blitar.caseload.client_workbook import Taken, client_workbook
from domain.blitar.caseload.overview import ClientOverview, ListedClient
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.kinds import Sector, SubjectKind

AT = datetime(2026, 3, 2, 3, 14, tzinfo=UTC)
TAKEN = Taken(told="Kecamatan Nglegok", at=AT, by="Sari", demo=True)
HEAD, FIRST = 7, 8  # the rows of the column heads and of the first binaan in a demo list, from one


def one(name="Warung Bu Ani", nik="3505**********01", **more):
    told = {
        "id": 1,
        "number": "BN-2026-0001",
        "name": name,
        "kind": SubjectKind.CLIENT_MICRO,
        "sector": Sector.FOOD,
        "district_code": "35.05.09",
        "mentor_id": 7,
        "mentor": "Agung",
        "since": date(2026, 1, 5),
        "last_visit_on": date(2026, 2, 27),
        "stage": Stage.GUIDED,
        "movement": Movement.UP,
        "open_follow_ups": 2,
        "overdue_follow_ups": 1,
        "ended_on": None,
    }
    return ListedClient(ClientOverview(**told | more), nik)


def opened(*clients, taken=TAKEN):
    return load_workbook(BytesIO(client_workbook(clients, taken)))["Binaan"]


def cells(sheet, row):
    return [cell.value for cell in sheet[row]]


def test_the_heading_tells_filter_day_and_taker_and_that_it_is_an_example():
    sheet = opened(one(), one())
    assert [sheet.cell(row, 1).value for row in range(1, HEAD)] == [
        "Daftar binaan pendampingan",
        "DATA CONTOH, bukan data sebenarnya",
        "2 binaan. Saringan: Kecamatan Nglegok.",
        "Diunduh 2 Maret 2026 10.14 oleh Sari. NIK disamarkan.",
        "Perkembangan: nilai terbaru dibanding data awal; cara menghitungnya pilihan kantor.",
        None,
    ]
    whole = opened(one(), taken=Taken(told="", at=AT, by="Sari", whole_numbers=True))
    assert whole["A2"].value == "1 binaan. Saringan: semua yang didampingi."
    assert whole["A3"].value == "Diunduh 2 Maret 2026 10.14 oleh Sari. NIK lengkap: jaga kerahasiaannya."


def test_each_binaan_has_its_row_with_numbers_and_dates():
    sheet = opened(one())
    assert cells(sheet, HEAD)[:3] == ["Nomor", "Nama", "Jenis"]
    assert cells(sheet, FIRST) == [
        "BN-2026-0001",
        "Warung Bu Ani",
        "Usaha mikro binaan",
        "3505**********01",
        "Makanan dan minuman",
        "Nglegok",
        "Agung",
        datetime(2026, 1, 5),
        datetime(2026, 2, 27),
        "Dibimbing",
        "naik",
        2,
        1,
        None,
    ]
    assert sheet.cell(FIRST, 8).number_format == "dd mmm yyyy"


def test_what_is_missing_is_said_and_never_a_no():
    blank = one(
        nik=None, sector=None, district_code=None, mentor_id=None, mentor="", last_visit_on=None,
        ended_on=date(2026, 3, 1),
    )  # fmt: skip
    row = cells(opened(blank), FIRST)
    assert row[3:7] == ["belum dicatat", "belum dicatat", "belum dicatat", "tanpa Pendamping"]
    assert row[8] == "belum pernah"
    assert row[13] == datetime(2026, 3, 1)


def test_a_whole_number_stays_text_so_that_no_digit_is_lost():
    cell = opened(one(nik="3505014107800000")).cell(FIRST, 4)
    assert (cell.value, cell.data_type) == ("3505014107800000", "s")


def test_nothing_that_somebody_typed_runs_or_opens():
    nasty = one(name='=HYPERLINK("http://x.test")', mentor="=1+1")
    taken = Taken(told="=2+2", at=AT, by="&Pendamping =3")
    data = client_workbook([nasty, one(name="https://x.test")], taken)
    with ZipFile(BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        names = parts.namelist()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert not [name for name in names if "rels" in name and "sheet1" in name]
    assert "Pendamping" not in sheet.partition("<headerFooter")[2]


def test_the_same_list_gives_the_same_bytes_and_an_empty_one_opens():
    assert client_workbook([one()], TAKEN) == client_workbook([one()], TAKEN)
    assert opened().cell(FIRST, 1).value is None
