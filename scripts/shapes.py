"""From village centres to kecamatan shapes, in kilometres on a flat local map.

Nearest-centre (Voronoi) cells would be the villages if their centres were the cells' generators.
The published centres are rather the middles of the villages, so the generators are first moved
until the middle of each cell comes near its village's centre. Only centres and land go in.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

# Found by trying; the same for both regencies and every kecamatan.
FIT_STEPS = 12
FIT_SHARE = 0.25  # of the distance between a cell's middle and its village's centre
SIMPLIFICATION = 0.7  # km: the side of a square as large as the smallest triangle kept
ROUNDINGS = 2  # times that corners are cut
SHORE = 1.5  # km of sea in which borders are drawn before the coast cuts them
ISLET = 0.3  # km2: a smaller piece of a kecamatan is left out

Points = NDArray[np.float64]


def kecamatan_shapes(
    centres: Points, kecamatan: list[str], own: list[str], land: shapely.Geometry
) -> dict[str, shapely.Geometry]:
    """Draw each kecamatan in `own` from the centres of its villages and of all around them."""
    frame = shapely.box(*(centres.min(axis=0) - 2), *(centres.max(axis=0) + 2))
    ground = shapely.intersection(land, frame)
    cells = _cells(_generators(centres, frame, ground), frame)
    cells = shapely.intersection(cells, shapely.buffer(ground, SHORE))
    of = np.array(kecamatan)
    joined = {code: shapely.union_all(cells[of == code], grid_size=1e-6) for code in own}
    return {code: _on_land(shape, ground) for code, shape in _smoothed(joined).items()}


def _generators(centres: Points, frame: shapely.Geometry, ground: shapely.Geometry) -> Points:
    generators = centres.copy()
    for _ in range(FIT_STEPS):
        cells = _cells(generators, frame)
        middles = shapely.centroid(shapely.intersection(cells, ground))
        middles = np.column_stack([shapely.get_x(middles), shapely.get_y(middles)])
        away = centres - middles
        # A cell at the frame or wholly at sea says nothing about its village.
        away[shapely.intersects(cells, frame.boundary) | np.isnan(away).any(axis=1)] = 0
        generators = generators + FIT_SHARE * away
    return generators


def _cells(generators: Points, frame: shapely.Geometry) -> NDArray[np.object_]:
    found = shapely.voronoi_polygons(shapely.MultiPoint(generators), extend_to=frame, ordered=True)
    return shapely.intersection(shapely.get_parts(found), frame)


def _smoothed(shapes: Mapping[str, shapely.Geometry]) -> dict[str, shapely.Geometry]:
    """Smooth each border once, for both its sides, with its ends where they are."""
    codes = list(shapes)
    plain = shapely.coverage_simplify(np.array([shapes[code] for code in codes]), SIMPLIFICATION)
    borders = shapely.line_merge(shapely.union_all(shapely.boundary(plain)))
    rounded = shapely.union_all([_rounded(line) for line in shapely.get_parts(borders)])
    faces: dict[str, list[shapely.Geometry]] = {code: [] for code in codes}
    for face in shapely.get_parts(shapely.polygonize(shapely.get_parts(rounded))):
        common = shapely.area(shapely.intersection(plain, face))
        if common.max() > face.area / 2:  # otherwise it is a hole, such as Kota Blitar
            faces[codes[common.argmax()]].append(face)
    return {code: shapely.union_all(found) for code, found in faces.items()}


def _rounded(line: shapely.Geometry) -> shapely.Geometry:
    points = shapely.get_coordinates(line)
    for _ in range(ROUNDINGS):
        cut = [p for a, b in pairwise(points) for p in (0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b)]
        points = np.array([*cut, cut[0]] if line.is_closed else [points[0], *cut, points[-1]])
    return shapely.LineString(points)


def _on_land(shape: shapely.Geometry, ground: shapely.Geometry) -> shapely.Geometry:
    pieces = shapely.get_parts(shapely.intersection(shape, ground))
    return shapely.union_all(pieces[shapely.area(pieces) > ISLET])
