"""A map as paper shows it: each kecamatan with its figure, and a class for the grey that it is printed in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.regions.enclaves import Enclave

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """What stands on a kecamatan: the figure as it is printed, its class from 0 up (None: no figure).

    `is_open` marks a kecamatan that nobody covers with a thick border and a cross.
    """

    short: str
    shade: int | None
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMap:
    """A regency on paper: its shapes as GeoJSON, the figures by code, and the classes in words.

    `none` says why a kecamatan can have no figure.
    """

    title: str
    shapes: Mapping[str, Any]
    figures: Mapping[str, PrintedFigure]
    legend: tuple[str, ...]
    note: str
    enclaves: tuple[Enclave, ...] = ()
    none: str = ""

    def outer_rings(self) -> Iterator[tuple[str, Ring]]:
        """Every piece of land with the code of its kecamatan, longitude and latitude."""
        for feature in self.shapes["features"]:
            geometry = feature["geometry"]
            polygons = geometry["coordinates"]
            for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
                yield feature["properties"]["code"], tuple((x, y) for x, y in polygon[0])

    def labels(self) -> Iterator[tuple[str, str, tuple[float, float]]]:
        """Every kecamatan's code and name, and where they are written."""
        for feature in self.shapes["features"]:
            told = feature["properties"]
            yield told["code"], told["name"], (told["label"][0], told["label"][1])
