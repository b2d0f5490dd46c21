"""A list of binaan: what is right goes on, what is wrong is told, what is blank stays unknown."""

from datetime import date
from typing import Any

import pytest

from domain.blitar.client_list.list_columns import ListColumn, ListedKind, ListSheet
from domain.blitar.client_list.list_rows import ListRead, read_client_list
from domain.blitar.kinds import Sector, SubjectKind
from domain.tabular.workbook import RawLine

DAY = date(2026, 11, 30)
# A woman born on 5 June 1985: 05 + 40 in the seventh and eighth digit.
WOMAN = "3505014506850000"
ROW: dict[ListColumn, Any] = {
    ListColumn.NAME: "Warung Bu Ani",
    ListColumn.OWNER: "Ani",
    ListColumn.NIK: WOMAN,
    ListColumn.NIB: "1234567890123",
    ListColumn.DISTRICT: "Kec. Wonodadi",
    ListColumn.SALES: "48 juta",
    ListColumn.SEX: "P",
}


def a_line(line: int = 2, **cells: Any) -> RawLine:
    told = {ListColumn[name]: cell for name, cell in cells.items()}
    return RawLine(
        ListSheet.CLIENTS, line, {key: one for key, one in (ROW | told).items() if one is not None}
    )


def read(*lines: RawLine) -> ListRead:
    return read_client_list(lines, DAY, ListedKind.MICRO)


def faults(*lines: RawLine) -> list[tuple[int, str]]:
    return [(one.raw.line, fault.told) for one in read(*lines).bad for fault in one.faults]


def test_a_line_becomes_a_binaan_as_the_register_tells_it() -> None:
    (found,) = read(a_line()).clients
    client = found.client
    assert (client.kind, client.name, client.nik) == (SubjectKind.CLIENT_MICRO, "Warung Bu Ani", WOMAN)
    assert (client.place.regency_code, client.place.district_code) == ("35.05", "35.05.01")
    assert (client.business.business_number, client.business.annual_sales) == ("1234567890123", 48_000_000)


def test_what_the_register_does_not_say_stays_unknown() -> None:
    (found,) = read(a_line(SALES=None, DISTRICT=None, NIK=None, SEX=None)).clients
    client = found.client
    told = (client.nik, client.place.regency_code, client.business.annual_sales, client.operation)
    assert told == (None, None, None, None)
    assert client.consent.notice_on is None
    assert client.consent.shares_story is None


@pytest.mark.parametrize(
    ("cells", "trade"),
    [
        ({"SECTOR": "Kuliner"}, Sector.FOOD),
        ({"KBLI": "47111"}, Sector.TRADE),
        ({"KBLI": 1413}, None),  # four digits say no group of five
        ({"KBLI": "14131"}, Sector.CLOTHING),
        ({"KBLI": "45201"}, None),  # trade and repair of motors share a division
        ({"SECTOR": "Lain dari yang lain"}, None),
        ({}, None),
    ],
)
def test_a_trade_is_told_in_our_classes_or_not_at_all(cells: dict[str, Any], trade: Sector | None) -> None:
    (found,) = read(a_line(**cells)).clients
    assert found.client.sector is trade


def test_the_words_of_the_register_are_kept() -> None:
    (found,) = read(a_line(SECTOR="Angkringan", KBLI="56102")).clients
    assert found.client.note == "Menurut daftar: Angkringan, KBLI 56102."


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"NAME": None}, "Nama usaha: belum diisi."),
        ({"NIK": "12"}, "NIK: NIK (KTP) harus 16 digit"),
        ({"NIB": "123"}, "NIB: NIB terdiri dari 13 angka"),
        ({"SEX": "Laki-laki"}, "Jenis kelamin: NIK-nya milik perempuan"),
        ({"DISTRICT": "Omben"}, "Kecamatan: Kecamatan ini tidak ada di"),
        ({"VILLAGE": "Tidak Ada"}, "Desa/Kelurahan: tidak ada di Kecamatan Wonodadi"),
        ({"VILLAGE": "Rejosari", "DISTRICT": None}, "Desa/Kelurahan: tulis juga kecamatannya"),
        ({"REGENCY": "Kota Blitar"}, "Kabupaten/Kota: bukan Kabupaten Blitar"),
        ({"SALES": -5}, "Penjualan setahun: Tulis rupiah bulat"),
        ({"SALES": float("inf")}, "Penjualan setahun: Tulis rupiah bulat"),  # 1E400 in a workbook
        ({"KIND": "Koperasi"}, "NIB: hanya untuk usaha mikro"),
    ],
)
def test_what_is_wrong_is_told_with_its_column(cells: dict[str, Any], told: str) -> None:
    found = faults(a_line(**cells))
    assert any(one.startswith(told) for _, one in found), found


def test_one_of_whom_two_lines_tell_is_taken_once_and_the_second_names_the_first() -> None:
    other = a_line(3, NAME="Warung Lain", NIB="1234567890124")
    assert faults(a_line(), other) == [(3, "NIK: sama dengan baris 2 berkas ini.")]


def test_the_same_line_has_the_same_sign_wherever_it_stands() -> None:
    (one,) = read(a_line(2, ORDER=1)).clients
    (other,) = read(a_line(9, ORDER=8)).clients
    assert one.sign == other.sign


def test_a_koperasi_has_no_facts_of_a_business() -> None:
    (found,) = read(a_line(KIND="Koperasi", NIB=None, SALES=None)).clients
    assert found.client.kind is SubjectKind.CLIENT_COOPERATIVE
