"""The workbook of older loans: filled, broken in many ways, and read or refused kindly."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from documents.sampang.takeover_book import TAKEOVER_BOOK
from documents.tabular.container import Unreadable
from documents.tabular.returned_lines import returned_lines
from documents.tabular.told_workbook import read_told
from documents.tabular.workbook_template import template_of
from domain.sampang.kinds import ApplicantKind, InterestMethod
from domain.sampang.servicing.collecting import Collector, LetterKind
from domain.sampang.takeover.old_loans import OwnRow, Whereabouts
from domain.sampang.takeover.workbook_loans import read_loans

CUT_OFF = date(2026, 2, 28)
TEMPLATE = template_of(TAKEOVER_BOOK, made_on=date(2026, 3, 1))
# Rp24.000.000 at 12 % flat for 24 months; twelve months paid.
ROW = {
    "Nomor pinjaman": "518/31/2014",
    "Jenis peminjam": "Usaha mikro, kecil, menengah",
    "Nama peminjam": "UD Sumber",
    "Kecamatan": "Torjun",
    "Tanggal cair": datetime(2025, 2, 15),
    "Pokok pinjaman": 24_000_000,
    "Jangka waktu (bulan)": 24,
    "Jasa setahun (%)": 12,
    "Cara menghitung jasa": "Tetap (flat)",
    "Pokok sudah dibayar": 12_000_000,
    "Jasa sudah dibayar": 2_880_000,
}


def a_book(*rows, **others):
    """The template filled with rows by their headings; other sheets by their titles, underlined."""
    book = load_workbook(BytesIO(TEMPLATE))
    for title, lines in {
        "Pinjaman": rows,
        **{name.replace("_", " "): told for name, told in others.items()},
    }.items():
        sheet = book[title]
        places = {cell.value: cell.column for cell in sheet[1]}
        for line, row in enumerate(lines, 3):
            for heading, value in row.items():
                sheet.cell(line, places[heading]).value = value
    return saved(book)


def saved(book):
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def read(data, taken=None):
    return read_loans(read_told(data, TAKEOVER_BOOK).lines, CUT_OFF, taken or {})


def faults(data, taken=None):
    return [fault.told for line in read(data, taken).bad for fault in line.faults]


def test_the_template_itself_holds_no_loan():
    with pytest.raises(Unreadable, match="belum berisi satu baris"):
        read_told(TEMPLATE, TAKEOVER_BOOK)


def test_the_same_day_gives_the_same_template():
    assert template_of(TAKEOVER_BOOK, made_on=date(2026, 3, 1)) == TEMPLATE


def test_a_filled_row_is_one_loan_under_its_own_terms():
    (found,) = read(a_book(ROW)).loans
    loan = found.loan
    assert (found.line, loan.number, loan.applicant.kind) == (3, "518/31/2014", ApplicantKind.BUSINESS)
    assert (loan.terms.rate, loan.terms.method) == (1_200, InterestMethod.FLAT)
    assert (loan.paid.principal, loan.paid.interest) == (12_000_000, 2_880_000)
    assert loan.applicant.nik is None


def test_the_other_sheets_belong_to_the_loan_of_their_number():
    number = {"Nomor pinjaman": "518.31.2014"}
    data = a_book(
        ROW | {"Tanggal cair": datetime(2025, 9, 20), "Pokok sudah dibayar": 0, "Jasa sudah dibayar": 0,
               "Jangka waktu (bulan)": 6, "Jasa setahun (%)": None, "Cara menghitung jasa": None},
        Jadwal_sendiri=[
            number | {"Jatuh tempo": datetime(2026, 3, 20), "Pokok angsuran": 24_000_000, "Jasa angsuran": 0}
        ],
        Agunan=[number | {"Jenis agunan": "BPKB", "Keterangan agunan": "Viar", "Letak agunan": "Bank Jatim"}],
        Surat=[number | {"Jenis surat": "SP1", "Nomor surat": "518/T1", "Tanggal surat": "3 Januari 2026"}],
        Penyerahan=[
            number | {"Diserahkan kepada": "KPKNL", "Nomor SKK atau tanda terima": "T-1",
                      "Tanggal penyerahan": datetime(2026, 2, 1)}
        ],
    )  # fmt: skip
    (found,) = read(data).loans
    loan = found.loan
    assert loan.terms.rows == (OwnRow(due_on=date(2026, 3, 20), principal=24_000_000, interest=0),)
    assert [(one.thing.description, one.lies) for one in loan.pledged] == [("Viar", Whereabouts.BANK)]
    assert [(one.kind, one.on) for one in loan.letters] == [(LetterKind.WARNING_1, date(2026, 1, 3))]
    assert [one.to for one in loan.handovers] == [Collector.AUCTION]


@pytest.mark.parametrize(
    ("heading", "written", "meant"),
    [
        ("Pokok pinjaman", "24.000.000", 24_000_000),
        ("Pokok pinjaman", "24,000,000", 24_000_000),
        ("Pokok pinjaman", "Rp 24.000.000,-", 24_000_000),
        ("Pokok pinjaman", 24_000_000.0, 24_000_000),
        ("Tanggal cair", "15/02/2025", date(2025, 2, 15)),
        ("Tanggal cair", "15 Februari 2025", date(2025, 2, 15)),
        ("Tanggal cair", 45_703, date(2025, 2, 15)),
        ("Jangka waktu (bulan)", "24 bulan", 24),
        ("Jasa setahun (%)", "12 %", 1_200),
        ("Jasa setahun (%)", "12,00", 1_200),
        ("Cara menghitung jasa", "FLAT", InterestMethod.FLAT),
    ],
)
def test_offices_write_one_thing_in_many_ways(heading, written, meant):
    (found,) = read(a_book(ROW | {heading: written})).loans
    terms = found.loan.terms
    assert meant in (terms.principal, terms.disbursed_on, terms.tenor, terms.rate, terms.method)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"Pokok pinjaman": "dua puluh juta"}, "Pokok pinjaman: Jumlah “dua puluh juta” tidak terbaca"),
        ({"Pokok pinjaman": "2.4E+07"}, "Pokok pinjaman: Jumlah ditulis “2.4E+07”"),
        ({"Pokok pinjaman": 24_000_000.5}, "Pokok pinjaman: Jumlah ini memuat pecahan rupiah"),
        ({"Pokok pinjaman": "=12000000*2"}, "Pokok pinjaman: Sel ini berisi rumus yang belum dihitung"),
        ({"Pokok pinjaman": "#REF!"}, "Pokok pinjaman: Sel ini berisi galat Excel"),
        ({"Pokok sudah dibayar": -1_000_000}, "Pokok sudah dibayar: Jumlahnya tidak boleh kurang dari nol"),
        ({"Pokok sudah dibayar": None}, "Pokok sudah dibayar: belum diisi."),
        ({"Pokok sudah dibayar": 24_000_001}, "lebih besar daripada pokok pinjaman"),
        ({"Pokok sudah dibayar": 24_000_000}, "Pokoknya sudah dibayar semua"),
        ({"Jasa sudah dibayar": 5_760_001}, "lebih besar daripada seluruh jasa"),
        ({"Tanggal cair": "31/02/2025"}, "Tanggal cair: Februari 2025 hanya mempunyai tanggal 1 sampai 28"),
        ({"Tanggal cair": "kemarin"}, "Tanggal cair: "),
        ({"Tanggal cair": datetime(2026, 3, 1)}, "cair sesudah tanggal saldo"),
        ({"Jasa setahun (%)": 0.12}, "Jasa setahun (%): Angka 0.12 dapat berarti dua hal"),
        ({"Jasa setahun (%)": None}, "Jasa setahun belum diisi"),
        ({"Jasa setahun (%)": 101}, "Jasa setahun harus antara"),
        ({"Cara menghitung jasa": "entah"}, "Cara menghitung jasa: Pilih salah satu"),
        ({"Jangka waktu (bulan)": 0}, "Jangka waktu harus antara 1 dan 120 bulan"),
        ({"Jangka waktu (bulan)": "dua tahun"}, "Jangka waktu (bulan): Tulis angka bulat"),
        ({"Masa tenggang pokok (bulan)": 24}, "Masa tenggang harus lebih pendek"),
        ({"Kecamatan": "Wonodadi"}, "Kecamatan: Kecamatan ini tidak ada di"),
        ({"NIK pemilik atau ketua": "123"}, "NIK pemilik atau ketua: NIK"),
        ({"NIK pemilik atau ketua": 3_527_034_506_850_000}, "dibulatkan oleh Excel"),
        ({"Nama peminjam": None}, "Nama peminjam: belum diisi."),
        ({"Jatuh tempo pertama": datetime(2025, 2, 15)}, "harus sesudah tanggal cair"),
        ({"Tanggal jatuh tempo tiap bulan": 32}, "harus antara 1 dan 31"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_row_is_told_with_its_column(changed, told):
    data = a_book(ROW | changed)
    assert not read(data).loans
    assert any(told in fault for fault in faults(data)), faults(data)


def test_every_fault_of_a_row_is_told_at_once():
    found = faults(a_book(ROW | {"Nama peminjam": None, "Tanggal cair": "x", "Pokok pinjaman": "y"}))
    assert [one.partition(":")[0] for one in found] == ["Nama peminjam", "Tanggal cair", "Pokok pinjaman"]


def test_a_number_has_a_letter_or_a_digit():
    assert faults(a_book(ROW | {"Nomor pinjaman": "-/-"})) == [
        "Nomor pinjaman: tidak memuat huruf atau angka."
    ]


def test_the_same_number_twice_takes_the_first_and_names_its_line():
    found = read(a_book(ROW, ROW | {"Nomor pinjaman": "518-31-2014"}))
    assert [one.line for one in found.loans] == [3]
    assert [fault.told for fault in found.bad[0].faults] == [
        "Nomor pinjaman: sama dengan baris 3 berkas ini."
    ]


def test_a_number_that_is_in_use_is_a_duplicate():
    found = faults(a_book(ROW), {"518312014": "berkas 518/31/2014"})
    assert found == ["Nomor pinjaman: sudah ada: berkas 518/31/2014."]


def test_a_line_of_no_loan_comes_back():
    letter = {"Nomor pinjaman": "999", "Jenis surat": "SP1", "Nomor surat": "1", "Tanggal surat": "3/1/2026"}
    found = read(a_book(ROW, Surat=[letter]))
    assert len(found.loans) == 1
    assert "tidak ada di lembar Pinjaman" in found.bad[0].faults[0].told


def test_a_wrong_letter_keeps_its_whole_loan_back_and_the_others_go_on():
    letter = {"Nomor pinjaman": "518/31/2014", "Jenis surat": "SP1", "Nomor surat": "1",
              "Tanggal surat": datetime(2026, 3, 2)}  # fmt: skip
    found = read(a_book(ROW, ROW | {"Nomor pinjaman": "K-2"}, Surat=[letter]))
    assert [one.loan.number for one in found.loans] == ["K-2"]
    assert [(line.raw.sheet, len(line.faults)) for line in found.bad] == [("loans", 0), ("letters", 1)]


def test_lines_that_came_back_are_read_again_once_they_are_mended():
    bad = read(a_book(ROW | {"Tanggal cair": "x"}, ROW | {"Nomor pinjaman": "K-2", "Pokok pinjaman": 7})).bad
    book = load_workbook(BytesIO(returned_lines(TAKEOVER_BOOK, bad, made_on=CUT_OFF)))
    sheet = book["Pinjaman"]
    places = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, places["Alasan"]).value.startswith("Tanggal cair: ")
    assert sheet.cell(2, places["Baris asal"]).value == 3
    sheet.cell(2, places["Tanggal cair"]).value = datetime(2025, 2, 15)
    sheet.cell(3, places["Pokok pinjaman"]).value = 24_000_000
    again = read(saved(book))
    assert [one.loan.number for one in again.loans] == ["518/31/2014", "K-2"]
    assert not read_told(saved(book), TAKEOVER_BOOK).notes


def test_nothing_that_was_typed_is_ever_run():
    bad = read(a_book(ROW | {"Nama peminjam": "'=HYPERLINK(1)", "Tanggal cair": "x"})).bad
    book = load_workbook(BytesIO(returned_lines(TAKEOVER_BOOK, bad, made_on=CUT_OFF)))
    assert not any(cell.data_type == "f" for sheet in book for line in sheet for cell in line)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "kosong"),
        (b"nomor;nama\n1;x", "bukan buku kerja Excel"),
        (b"PK\x03\x04 rusak", "rusak"),
        (saved(Workbook()), "Lembar “Pinjaman” dengan judul kolom dari templat tidak ditemukan"),
    ],
    ids=["nothing", "text", "broken", "another workbook"],
)
def test_what_is_no_workbook_of_loans_is_refused_kindly(data, told):
    with pytest.raises(Unreadable) as caught:
        read_told(data, TAKEOVER_BOOK)
    assert told in caught.value.sentence


def test_a_column_that_is_missing_is_named():
    book = load_workbook(BytesIO(a_book(ROW)))
    sheet = book["Pinjaman"]
    for cell in sheet[1]:
        cell.value = "Lain" if cell.value == "Pokok sudah dibayar" else cell.value
    with pytest.raises(Unreadable) as caught:
        read_told(saved(book), TAKEOVER_BOOK)
    assert "“Pokok sudah dibayar”" in caught.value.sentence
