"""From the geometry of a GeoJSON feature to polygons that can be drawn, or a refusal."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from domain.regions.boundary_file import EXPORT_AGAIN, SIMPLIFY, Refused
from domain.regions.rings import Polygon, Position, Ring, cross, holds, wound

MOST_POSITIONS: Final = 20_000
MOST_RINGS: Final = 500
STEPS_PER_SIDE: Final = 30  # a drawn border takes under 10, a tangle far more

_REPAIR: Final = "Perbaiki bentuknya, misalnya dengan Fix geometries di QGIS, lalu muat lagi."


@dataclass(slots=True)
class Budget:
    """How many positions and rings a file may still have, so that checking it ends soon."""

    positions: int = MOST_POSITIONS
    rings: int = MOST_RINGS

    def spend(self, positions: int) -> None:
        """Take one ring off; refused when too much has been spent."""
        self.positions -= positions
        self.rings -= 1
        if self.positions < 0 or self.rings < 0:
            most = f"{MOST_POSITIONS:,}".replace(",", ".")
            raise Refused(
                f"Peta ini terlalu rinci untuk dibuka dengan ringan: batasnya {most} titik "
                f"dan {MOST_RINGS} garis keliling. {SIMPLIFY}"
            )


def polygons_of(geometry: object, number: int, budget: Budget) -> tuple[Polygon, ...]:
    """Check the geometry of feature `number`; outer rings come out clockwise, holes the other way.

    That is how d3, which draws the map, tells inside from outside; GeoJSON's own way is opposite.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        raise Refused(
            f"Fitur ke-{number} bukan Polygon atau MultiPolygon, jadi tidak dapat diwarnai. {EXPORT_AGAIN}"
        )
    parts = geometry.get("coordinates")
    polygons = [parts] if kind == "Polygon" else _list(parts, number)
    return tuple(_polygon(_list(rings, number), number, budget) for rings in polygons)


def _list(value: object, number: int) -> list[object]:
    if not isinstance(value, list) or not value:
        raise Refused(f"Koordinat fitur ke-{number} tidak tersusun sebagai poligon. {EXPORT_AGAIN}")
    return value


def _polygon(rings: list[object], number: int, budget: Budget) -> Polygon:
    outer, *inner = (_ring(_list(ring, number), number, budget) for ring in rings)
    polygon = (wound(outer, clockwise=True), *(wound(ring, clockwise=False) for ring in inner))
    crossing = cross(polygon, STEPS_PER_SIDE * max(100, sum(len(ring) for ring in polygon)))
    if crossing is None:
        raise Refused(f"Garis keliling fitur ke-{number} terlalu rumit untuk diperiksa. {SIMPLIFY}")
    if crossing:
        raise Refused(
            f"Garis keliling fitur ke-{number} memotong atau menyentuh dirinya sendiri, "
            f"jadi bagian dalamnya tidak jelas. {_REPAIR}"
        )
    if not all(_lies_in(hole, polygon[0]) for hole in polygon[1:]):
        raise Refused(f"Lubang fitur ke-{number} terletak di luar poligonnya. {_REPAIR}")
    return polygon


def _lies_in(hole: Ring, outer: Ring) -> bool:
    # They do not cross, so one corner of the hole that is no corner of the other tells.
    corners = set(outer)
    corner = next((position for position in hole if position not in corners), None)
    return corner is not None and holds((outer,), corner)


def _ring(ring: list[object], number: int, budget: Budget) -> Ring:
    budget.spend(len(ring))
    positions = [_position(position, number) for position in ring]
    if len(positions) < 4 or positions[0] != positions[-1]:
        raise Refused(
            f"Garis keliling fitur ke-{number} tidak tertutup: perlu paling sedikit empat titik, "
            f"dan titik terakhir sama dengan yang pertama. {_REPAIR}"
        )
    apart = [a for a, b in pairwise(positions) if a != b]
    if len(apart) < 3:
        raise Refused(f"Garis keliling fitur ke-{number} tidak melingkupi apa pun. {_REPAIR}")
    return (*apart, apart[0])


def _position(position: object, number: int) -> Position:
    if isinstance(position, list) and 2 <= len(position) <= 4:
        x, y = position[:2]
        # A comparison with NaN is false; 1e999 is infinite; True is a number only to Python.
        if _is_number(x) and _is_number(y) and -180 <= x <= 180 and -90 <= y <= 90:
            return float(x), float(y)
    raise Refused(
        f"Ada koordinat fitur ke-{number} yang bukan bujur dan lintang dalam derajat. "
        "Ekspor lagi dalam WGS 84 (EPSG:4326), bukan UTM, lalu muat lagi."
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
