"""The boundaries that an office loads from its own file, checked before they are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.problems import Problem
from domain.regions.boundary_file import Refused, features_in
from domain.regions.boundary_geometry import Budget, polygons_of
from domain.regions.boundary_names import kecamatan_of
from domain.regions.boundary_places import label_in, refuse_far, refuse_misplaced
from domain.regions.regions import District, Regency, districts
from domain.regions.rings import Polygon, Position

MOST_NAMES: Final = 3
FIELD: Final = "boundary_file"


@dataclass(frozen=True, slots=True)
class OfficialShape:
    """A kecamatan as the office draws it; outer rings clockwise, positions longitude, latitude."""

    district: District
    polygons: tuple[Polygon, ...]
    label: Position


@dataclass(frozen=True, slots=True)
class OfficialBoundaries:
    """The office's shapes of all kecamatan of a regency, in order of code."""

    regency: Regency
    shapes: tuple[OfficialShape, ...]

    def geojson(self) -> Mapping[str, Any]:
        """Give the same FeatureCollection as `boundaries`, drawn from the office's shapes."""
        return {"type": "FeatureCollection", "features": [_feature(shape) for shape in self.shapes]}


def read_boundaries(data: bytes, regency: Regency) -> OfficialBoundaries | Problem:
    """Read an office's GeoJSON file with every kecamatan of the regency once, or say what is wrong.

    Checked: size, form, position, rings that cross themselves (exactly), which kecamatan each
    feature is, and that it lies round its own villages. Not checked: small gaps and overlaps.
    """
    try:
        return _read(data, regency)
    except Refused as refused:
        return Problem(FIELD, str(refused))


def _read(data: bytes, regency: Regency) -> OfficialBoundaries:
    budget = Budget()
    found: dict[str, tuple[Polygon, ...]] = {}
    for number, feature in enumerate(features_in(data), 1):
        members = feature if isinstance(feature, dict) else {}
        kecamatan = kecamatan_of(_said(members), number, regency)
        if kecamatan.code in found:
            raise Refused(
                f"Kecamatan {kecamatan.name} ada lebih dari sekali, jadi tidak jelas mana yang berlaku. "
                "Gabungkan menjadi satu fitur (Dissolve di QGIS), lalu muat lagi."
            )
        found[kecamatan.code] = polygons_of(members.get("geometry"), number, budget)
    _refuse_missing([d for d in districts(regency.code) if d.code not in found], regency)
    refuse_far(found, regency)
    refuse_misplaced(found, regency)
    return OfficialBoundaries(
        regency,
        tuple(OfficialShape(d, found[d.code], label_in(found[d.code], d)) for d in districts(regency.code)),
    )


def _said(members: Mapping[str, Any]) -> dict[str, Any]:
    properties = members.get("properties")
    said = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(members.get("id"), str):
        said.setdefault("code", members["id"])
    return said


def _refuse_missing(missing: list[District], regency: Regency) -> None:
    if missing:
        names = ", ".join(d.name for d in missing[:MOST_NAMES])
        more = f" dan {len(missing) - MOST_NAMES} lainnya" if len(missing) > MOST_NAMES else ""
        raise Refused(
            f"Peta {regency.name} ini belum lengkap: kecamatan {names}{more} tidak ada. "
            "Tambahkan kecamatan itu, lalu muat lagi."
        )


def _feature(shape: OfficialShape) -> dict[str, Any]:
    coordinates = [[[list(p) for p in ring] for ring in polygon] for polygon in shape.polygons]
    return {
        "type": "Feature",
        "properties": {"code": shape.district.code, "name": shape.district.name, "label": list(shape.label)},
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }
