"""Checks of single fields: days and places."""

from collections.abc import Iterator
from datetime import date

from domain.blitar.place import Place
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, district, districts, village

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


def day_problems(day: date, *fields: tuple[str, date | None]) -> Iterator[Problem]:
    """Days that have not come yet, or lie too far back."""
    for field, told in fields:
        if told is not None and not EARLIEST <= told <= day:
            yield Problem(
                field,
                f"Tanggal {indonesian_date(told)} belum terjadi atau terlalu lama. "
                f"Isi tanggal sampai hari ini, {indonesian_date(day)}.",
            )
