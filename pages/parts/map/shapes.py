"""The shapes that are drawn of a regency: approximate, or those that the office loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    """A map without figures, where its shapes come from, and whether they are official."""

    specification: dict[str, Any]
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
        return Shapes(map_specification(_rounded(boundaries(regency))), f"{BOUNDARY_NOTE}.", official=False)
    told = f"Batas dari berkas {loaded.name}, dimuat {loaded.by} pada {indonesian_moment(loaded.at)}."
    return Shapes(map_specification(_rounded(loaded.boundaries.geojson())), told, official=True)


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
