"""Regencies, kecamatan and desa by their official codes.

Compare codes, never names: "Sampang" is both a kabupaten (35.27) and a kecamatan (35.27.03),
and Kota Blitar (35.72) is not Kabupaten Blitar (35.05).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Regency:
    """A kabupaten, e.g. 35.27."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan, e.g. 35.27.03."""

    code: str
    name: str

    @property
    def regency_code(self) -> str:
        """The code of the kabupaten in which it lies."""
        return self.code[:5]


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan, e.g. 35.27.03.2005, with its centre in WGS84 degrees."""

    code: str
    district_code: str
    name: str
    latitude: float
    longitude: float

    @property
    def regency_code(self) -> str:
        """The code of the kabupaten in which it lies."""
        return self.code[:5]


def _rows(file_name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


REGENCIES: Final = tuple(Regency(row["code"], row["name"]) for row in _rows("regencies.csv"))
_BY_CODE: Final = {one.code: one for one in REGENCIES}
BLITAR_REGENCY: Final = _BY_CODE["35.05"]
SAMPANG_REGENCY: Final = _BY_CODE["35.27"]


def regency(code: str) -> Regency | None:
    """Find a regency by its code; None when the code is unknown."""
    return _BY_CODE.get(code)


def district(code: str) -> District | None:
    """Find a kecamatan by its code; None when the code is unknown."""
    return _districts_by_code().get(code)


def village(code: str) -> Village | None:
    """Find a desa or kelurahan by its code; None when the code is unknown."""
    return _villages_by_code().get(code)


@cache
def districts(regency_code: str) -> tuple[District, ...]:
    """List the kecamatan of a regency in order of code; KeyError for another regency."""
    if regency(regency_code) is None:
        raise KeyError(f"no regency with code {regency_code!r}")
    return tuple(d for d in _districts_by_code().values() if d.regency_code == regency_code)


@cache
def villages(district_code: str) -> tuple[Village, ...]:
    """List the desa and kelurahan of a kecamatan in order of code; KeyError if it is unknown."""
    if district(district_code) is None:
        raise KeyError(f"no district with code {district_code!r}")
    return tuple(v for v in _villages_by_code().values() if v.district_code == district_code)


@cache
def _districts_by_code() -> dict[str, District]:
    return {row["code"]: District(row["code"], row["name"]) for row in _rows("districts.csv")}


@cache
def _villages_by_code() -> dict[str, Village]:
    return {
        row["code"]: Village(
            code=row["code"],
            district_code=row["district_code"],
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in _rows("villages.csv")
    }
