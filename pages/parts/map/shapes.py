"""The shapes that are drawn of a regency: approximate, or those that the office loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

import streamlit as st

from db.office.boundaries import boundaries_in_use, loaded_boundaries
from domain.dates import indonesian_moment
from domain.regions.approximate_boundaries import BOUNDARY_NOTE, boundaries
from domain.regions.regions import Regency
from pages.parts.map.drawing import map_specification
from pages.parts.store import database


@dataclass(frozen=True, slots=True)
class Shapes:
    """A map without figures, its width to its height, where its shapes come from, and whether officially."""

    specification: dict[str, Any]
    proportion: float
    source: str
    official: bool


def shapes_of(regency: Regency) -> Shapes:
    """The shapes in use; they are read and checked once, until others are loaded."""
    with database().read() as session:
        version = boundaries_in_use(session, regency)
    return _shapes(regency, version)


@st.cache_resource(max_entries=8, show_spinner="Menyiapkan peta …")
def _shapes(regency: Regency, version: int) -> Shapes:
    loaded = None
    if version:
        with database().read() as session:
            loaded = loaded_boundaries(session, regency)
    if loaded is None:
        return _drawn(boundaries(regency), f"{BOUNDARY_NOTE}.", official=False)
    source = f"Batas dari berkas {loaded.name}, dimuat {loaded.by} pada {indonesian_moment(loaded.at)}."
    return _drawn(loaded.boundaries.geojson(), source, official=True)


def _drawn(shapes: Mapping[str, Any], source: str, *, official: bool) -> Shapes:
    return Shapes(map_specification(_rounded(shapes)), _proportion(shapes), source, official)


def _proportion(shapes: Mapping[str, Any]) -> float:
    """How wide the shapes are for their height; a degree of longitude is shorter than one of latitude."""
    points = [point for one in shapes["features"] for point in _points(one["geometry"]["coordinates"])]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    return round((east - west) * cos(radians((north + south) / 2)) / (north - south), 2)


def _points(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value[0], list | tuple):
        for part in value:
            yield from _points(part)
    else:
        yield value[0], value[1]


def _rounded(shapes: Mapping[str, Any]) -> dict[str, Any]:
    """The shapes with 4 decimals of a degree, some 11 m: more cannot be seen."""
    features = [
        {
            "type": "Feature",
            "properties": feature["properties"],
            "geometry": {
                "type": feature["geometry"]["type"],
                "coordinates": _short(feature["geometry"]["coordinates"]),
            },
        }
        for feature in shapes["features"]
    ]
    return {"type": "FeatureCollection", "features": features}


def _short(value: Any) -> Any:
    return [_short(part) for part in value] if isinstance(value, list) else round(value, 4)
