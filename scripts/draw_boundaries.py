"""Draw the approximate boundaries of the kecamatan, once, into domain/regions/boundaries.

.venv/bin/python -m scripts.draw_boundaries
.venv/bin/python -m scripts.draw_boundaries --compare FILE   also measures against another map
"""

import argparse
import csv
import json
import math
from pathlib import Path

import numpy as np
import shapely

from domain.regions.regions import REGENCIES, Regency, districts, villages
from scripts.shapes import Points, kecamatan_shapes

HERE = Path(__file__).parent
OUTPUT = HERE.parent / "domain" / "regions" / "boundaries"
FILES = {"35.05": "blitar.geojson", "35.27": "sampang.geojson"}
KM_PER_DEGREE = 6371.0088 * math.pi / 180
SURROUNDINGS = 13 / KM_PER_DEGREE  # degrees about a regency's villages
DECIMALS = 4


class LocalMap:
    """A flat map in kilometres about one place, true enough over a regency."""

    def __init__(self, degrees: Points) -> None:
        self.origin = (degrees.min(axis=0) + degrees.max(axis=0)) / 2
        self.scale = KM_PER_DEGREE * np.array([math.cos(math.radians(self.origin[1])), 1.0])

    def kilometres(self, degrees: Points) -> Points:
        """Turn longitude, latitude into km east, km north."""
        return (degrees - self.origin) * self.scale

    def degrees(self, kilometres: Points) -> Points:
        """Turn km east, km north into longitude, latitude as they are written in the file."""
        return np.round(kilometres / self.scale + self.origin, DECIMALS)


def drawn(regency: Regency) -> str:
    """Draw one regency; the text of its file, the same each time."""
    own = [v for d in districts(regency.code) for v in villages(d.code)]
    own_places = np.array([(v.longitude, v.latitude) for v in own])
    codes, places = _neighbours(own_places)
    local = LocalMap(own_places)
    shapes = kecamatan_shapes(
        local.kilometres(np.vstack([own_places, places])),
        [v.district_code for v in own] + codes,
        [d.code for d in districts(regency.code)],
        shapely.transform(_land(), local.kilometres),
    )
    lines = [_feature(d.code, d.name, shapes[d.code], local) for d in districts(regency.code)]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _neighbours(own_places: Points) -> tuple[list[str], Points]:
    low, high = own_places.min(axis=0) - SURROUNDINGS, own_places.max(axis=0) + SURROUNDINGS
    rows = _rows("neighbouring_villages")
    places = np.array([(float(row["longitude"]), float(row["latitude"])) for row in rows])
    near = ((low <= places) & (places <= high)).all(axis=1)
    return [row["code"][:8] for row, keep in zip(rows, near, strict=True) if keep], places[near]


def _land() -> shapely.Geometry:
    rings: dict[str, list[tuple[float, float]]] = {}
    for row in _rows("land"):
        rings.setdefault(row["ring"], []).append((float(row["longitude"]), float(row["latitude"])))
    return shapely.MultiPolygon([shapely.Polygon(ring) for ring in rings.values()])


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _feature(code: str, name: str, shape: shapely.Geometry, local: LocalMap) -> str:
    # Normal form: outer rings clockwise, as d3 wants them, and always begun at the same corner.
    shape = shapely.normalize(shapely.remove_repeated_points(shapely.transform(shape, local.degrees)))
    if not shape.is_valid:
        raise ValueError(f"{code}: {shapely.is_valid_reason(shape)}")
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    middle = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=1e-5))[0]
    properties = {"code": code, "name": name, "label": [round(float(x), DECIMALS) for x in middle]}
    geometry = shapely.geometry.mapping(shape)
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, separators=(",", ":"), allow_nan=False)


def overlaps(ours: str, other: str) -> dict[str, float]:
    """Intersection over union of each kecamatan with that of the same code in another file."""
    first, second = (_shapes_by_code(text) for text in (ours, other))
    both = sorted(first.keys() & second.keys())
    return {c: first[c].intersection(second[c]).area / first[c].union(second[c]).area for c in both}


def _shapes_by_code(text: str) -> dict[str, shapely.Geometry]:
    return {
        feature["properties"]["code"]: shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
        for feature in json.loads(text)["features"]
    }


def main() -> None:
    """Write both files; print how well they agree with the files to compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--compare", type=Path, action="append", default=[], metavar="FILE")
    others = [path.read_text(encoding="utf-8") for path in arguments.parse_args().compare]
    for regency in REGENCIES:
        text = drawn(regency)
        (OUTPUT / FILES[regency.code]).write_text(text, encoding="utf-8", newline="\n")
        print(f"{regency.name}: {len(text) / 1000:.1f} kB")
        for found in filter(None, (overlaps(text, other) for other in others)):
            for code, share in found.items():
                print(f"  {code} {share:.3f}")
            print(f"  mean {np.mean(list(found.values())):.3f}, least {min(found.values()):.3f}")


if __name__ == "__main__":
    main()
