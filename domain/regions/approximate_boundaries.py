"""Approximate shapes of the kecamatan, where their labels go, and how far they lie apart.

The shapes are drawn from village centres by scripts/draw_boundaries.py. They serve to show
figures on a map, never to say on which side of a border a place lies.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Final

from domain.regions.regions import BLITAR_REGENCY, SAMPANG_REGENCY, Regency, district, villages

BOUNDARY_NOTE: Final = "Batas pendekatan, bukan batas resmi"
EARTH_RADIUS_KM: Final = 6371.0088

_FILES: Final = {
    regency.code: Path(__file__).parent / "boundaries" / name
    for regency, name in ((BLITAR_REGENCY, "blitar.geojson"), (SAMPANG_REGENCY, "sampang.geojson"))
}


@dataclass(frozen=True, slots=True)
class Place:
    """A point in WGS84 degrees."""

    latitude: float
    longitude: float


def boundaries(regency: Regency) -> Mapping[str, Any]:
    """Give the kecamatan as a GeoJSON FeatureCollection; outer rings clockwise, as Altair needs.

    Each feature's properties are `code`, `name` and `label` (longitude, latitude). Every call
    gives a copy of its own.
    """
    found: Mapping[str, Any] = json.loads(_text(regency.code))
    return found


@cache
def label_place(district_code: str) -> Place:
    """Find where a kecamatan's name is written: the point of its shape farthest from the border."""
    longitude, latitude = _feature(district_code)["properties"]["label"]
    return Place(latitude, longitude)


@cache
def centre(district_code: str) -> Place:
    """Find the middle of a kecamatan's villages; KeyError if the code is unknown."""
    found = villages(district_code)
    return Place(
        sum(v.latitude for v in found) / len(found),
        sum(v.longitude for v in found) / len(found),
    )


def kilometres_between(one: str, other: str) -> float:
    """Measure the great circle between the centres of two kecamatan, given by their codes."""
    a, b = centre(one), centre(other)
    north = sin(radians(b.latitude - a.latitude) / 2) ** 2
    east = sin(radians(b.longitude - a.longitude) / 2) ** 2
    across = cos(radians(a.latitude)) * cos(radians(b.latitude)) * east
    return 2 * EARTH_RADIUS_KM * asin(sqrt(north + across))


@cache
def neighbours(district_code: str) -> frozenset[str]:
    """List the codes of the kecamatan of the same regency that share a border with this one."""
    own = _sides(_feature(district_code))
    return frozenset(
        feature["properties"]["code"]
        for feature in json.loads(_text(district_code[:5]))["features"]
        if feature["properties"]["code"] != district_code and own & _sides(feature)
    )


def _sides(feature: Mapping[str, Any]) -> set[frozenset[tuple[float, float]]]:
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[tuple(position) for position in ring] for part in parts for ring in part]
    return {frozenset(side) for ring in rings for side in pairwise(ring)}


def _feature(district_code: str) -> Mapping[str, Any]:
    if district(district_code) is None:
        raise KeyError(f"no district with code {district_code!r}")
    features: list[Mapping[str, Any]] = json.loads(_text(district_code[:5]))["features"]
    return next(f for f in features if f["properties"]["code"] == district_code)


@cache
def _text(regency_code: str) -> str:
    return _FILES[regency_code].read_text(encoding="utf-8")
