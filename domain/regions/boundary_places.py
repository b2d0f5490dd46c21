"""Whether the shapes of an office's map lie where the villages say that they lie."""

from collections.abc import Mapping
from typing import Final

from domain.regions.approximate_boundaries import label_place
from domain.regions.boundary_file import Refused
from domain.regions.regions import District, Regency, Village, districts, villages
from domain.regions.rings import Polygon, Position, holds

SURROUNDINGS: Final = 0.25  # degrees about the villages of the regency, some 28 km


def refuse_far(shapes: Mapping[str, tuple[Polygon, ...]], regency: Regency) -> None:
    """Refuse a map of which a part lies far from the regency."""
    places = [_place(v) for d in districts(regency.code) for v in villages(d.code)]
    west, east = min(x for x, _ in places) - SURROUNDINGS, max(x for x, _ in places) + SURROUNDINGS
    south, north = min(y for _, y in places) - SURROUNDINGS, max(y for _, y in places) + SURROUNDINGS
    rings = (ring for polygons in shapes.values() for polygon in polygons for ring in polygon)
    if not all(west <= x <= east and south <= y <= north for ring in rings for x, y in ring):
        raise Refused(
            f"Sebagian peta ini terletak jauh dari {regency.name}. Periksa apakah berkasnya benar "
            "dan koordinatnya berurutan bujur lalu lintang, kemudian muat lagi."
        )


def refuse_misplaced(shapes: Mapping[str, tuple[Polygon, ...]], regency: Regency) -> None:
    """Refuse a map with a shape that holds less than half its villages, or more of the others'.

    So kecamatan with each other's codes, or a shape that covers the whole regency, are found.
    """
    everyone = [v for d in districts(regency.code) for v in villages(d.code)]
    for kecamatan in districts(regency.code):
        held = [v for v in everyone if _holds(shapes[kecamatan.code], v)]
        own = sum(v.district_code == kecamatan.code for v in held)
        if 2 * own < len(villages(kecamatan.code)) or 2 * own < len(held):
            raise Refused(
                f"Bentuk Kecamatan {kecamatan.name} tidak terletak di sekitar desa-desanya, jadi "
                "kodenya mungkin tertukar (kode BPS berbeda dengan kode Kemendagri). "
                "Periksa kode dan namanya, lalu muat lagi."
            )


def label_in(polygons: tuple[Polygon, ...], kecamatan: District) -> Position:
    """Find where to write the name: as on the approximate map, or else at a village, but inside."""
    usual = label_place(kecamatan.code)
    places = [(usual.longitude, usual.latitude), *map(_place, villages(kecamatan.code))]
    return next(place for place in places if any(holds(polygon, place) for polygon in polygons))


def _place(village: Village) -> Position:
    return village.longitude, village.latitude


def _holds(polygons: tuple[Polygon, ...], village: Village) -> bool:
    return any(holds(polygon, _place(village)) for polygon in polygons)
