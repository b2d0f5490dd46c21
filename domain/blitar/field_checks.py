"""Checks of single fields: texts, amounts, days and places."""

from collections.abc import Iterator
from datetime import date

from domain.blitar.place import Place
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, district, districts, village

LONGEST_NAME = 200
LONGEST_TEXT = 2_000
LARGEST_AMOUNT = 10**12
EARLIEST = date(1900, 1, 1)


def place_problems(field: str, place: Place) -> Iterator[Problem]:
    """Only a place in Kabupaten Blitar is held against the list; elsewhere only codes must agree."""
    if len({code[:5] for code in place.codes}) > 1:
        yield Problem(
            f"{field}.regency_code",
            "Kabupaten/kota, kecamatan, dan desa tidak cocok. Pilih lagi dari daftar.",
        )
    elif place.in_blitar and place.district_code and district(place.district_code) is None:
        yield Problem(
            f"{field}.district_code",
            "Kecamatan ini tidak ada di Kabupaten Blitar. "
            f"Pilih satu dari {len(districts(BLITAR_REGENCY.code))} kecamatan dalam daftar.",
        )
    elif place.in_blitar and place.village_code:
        found = village(place.village_code)
        if found is None or found.district_code != (place.district_code or found.district_code):
            yield Problem(
                f"{field}.village_code",
                "Desa/kelurahan ini tidak berada di kecamatan yang dipilih. Pilih lagi dari daftar.",
            )


def text_problems(*fields: tuple[str, str, int]) -> Iterator[Problem]:
    """Texts that are too long."""
    for field, text, longest in fields:
        if len(text) > longest:
            yield Problem(
                field,
                f"Tulisan ini {len(text)} huruf, terlalu panjang. Ringkas menjadi paling banyak {longest}.",
            )


def amount_problems(*fields: tuple[str, int | None]) -> Iterator[Problem]:
    """Amounts of rupiah that cannot be."""
    for field, amount in fields:
        if amount is not None and not 0 <= amount <= LARGEST_AMOUNT:
            yield Problem(
                field,
                f"Jumlah harus antara {rupiah(0)} dan {rupiah(LARGEST_AMOUNT)}. Periksa banyaknya nol.",
            )


def day_problems(day: date, *fields: tuple[str, date | None]) -> Iterator[Problem]:
    """Days that have not come yet, or lie too far back."""
    for field, told in fields:
        if told is not None and not EARLIEST <= told <= day:
            yield Problem(
                field,
                f"Tanggal {indonesian_date(told)} belum terjadi atau terlalu lama. "
                f"Isi tanggal sampai hari ini, {indonesian_date(day)}.",
            )
