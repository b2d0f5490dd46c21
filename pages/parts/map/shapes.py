"""The shapes that are drawn of a regency: approximate, or those that the office loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

import streamlit as st

from db.office.boundaries import boundaries_in_use, loaded_boundaries
from domain.dates import indonesian_moment
from domain.regions.approximate_boundaries import BOUNDARY_NOTE, boundaries
from domain.regions.enclaves import enclaves_of
from domain.regions.regions import Regency
from pages.parts.map.served_shapes import ShapesFile
from pages.parts.store import database

_served = False


@dataclass(frozen=True, slots=True)
class Shapes:
    """A map without figures, its shapes as a file, its width to its height, and whose boundaries it draws."""

    specification: dict[str, Any]
    file: ShapesFile
    proportion: float
    source: str
    official: bool


def shapes_of(regency: Regency) -> Shapes:
    """The shapes in use; they are read and checked once, until others are loaded."""
    with database().read() as session:
        version = boundaries_in_use(session, regency)
    return _shapes(regency, version)


def shapes_file(regency: Regency, version: int) -> ShapesFile | None:
    """The file of the shapes in use, for the server; None for a version that is not in use."""
    with database().read() as session:
        in_use = boundaries_in_use(session, regency)
    return _shapes(regency, version).file if version == in_use else None


def serve_shapes() -> None:
    """From now on the server gives the shapes out; without it each map carries its own."""
    global _served
    _served = True


@st.cache_resource(max_entries=8, show_spinner=False)
def _shapes(regency: Regency, version: int) -> Shapes:
    from pages.parts.map.drawing import map_of_file, map_specification  # with Arrow, which only a map needs

    loaded = None
    if version:
        with database().read() as session:
            loaded = loaded_boundaries(session, regency)
    if loaded is None:
        shapes, source = boundaries(regency), f"{BOUNDARY_NOTE}."
    else:
        shapes = loaded.boundaries.geojson()
        source = f"Batas dari berkas {loaded.name}, dimuat {loaded.by} pada {indonesian_moment(loaded.at)}."
    file = ShapesFile(regency.code, version, _rounded(shapes))
    holes = enclaves_of(regency)
    drawn = map_of_file(file.address, holes) if _served else map_specification(file.shapes, holes)
    return Shapes(drawn, file, _proportion(shapes), source, official=loaded is not None)


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
