"""A file that is too large, no map, broken or made to hurt is refused with a reason, and soon."""

import json
import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.regions.approximate_boundaries import boundaries
from domain.regions.boundary_geometry import MOST_POSITIONS
from domain.regions.official_boundaries import read_boundaries
from domain.regions.regions import SAMPANG_REGENCY
from domain.regions.rings import cross, turn
from tests.domain.regions.office_maps import BOW_TIE, office_map, read, refused, with_outer_ring


def test_200_mb_is_refused_before_it_is_looked_at():
    assert refused(read_boundaries(bytes(200_000_000), SAMPANG_REGENCY), "5 MB")


NOT_A_MAP = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "UTF-16": '{"type": "FeatureCollection"}'.encode("utf-16"),
    "half of it": b'{"type": "FeatureCollection", "features": [',
    "NaN": b'{"type": "FeatureCollection", "features": [NaN]}',
    "Infinity": b'{"type": "FeatureCollection", "features": [-Infinity]}',
    "a number too long": b"9" * 100_000,
    "nested too deep": b"[" * 2_000_000,
    "nested objects": b'{"a":' * 500_000,
    "a key twice": b'{"type": "FeatureCollection", "type": "FeatureCollection", "features": [1]}',
    "a list": b"[]",
    "a bare geometry": b'{"type": "Polygon", "coordinates": []}',
    "no feature": b'{"type": "FeatureCollection", "features": []}',
    "features that are none": b'{"type": "FeatureCollection", "features": [1, null, "x"]}',
    "many empty lists": b'{"type": "FeatureCollection", "features": [' + b"[]," * 1_000_000 + b"[]]}",
}


@pytest.mark.parametrize("data", NOT_A_MAP.values(), ids=NOT_A_MAP)
def test_what_is_no_map_is_refused_and_nothing_breaks(data):
    assert refused(read_boundaries(data, SAMPANG_REGENCY))


SQUARE = [[113.1, -7.1], [113.2, -7.1], [113.2, -7.0], [113.1, -7.0], [113.1, -7.1]]
CORNER = [113.15, -7.05]
BROKEN_RINGS = {
    "not closed": (SQUARE[:-1], "tidak tertutup"),
    "three positions": ([*SQUARE[:2], SQUARE[0]], "tidak tertutup"),
    "empty": ([], "tidak tersusun"),
    "not a list": ("ring", "tidak tersusun"),
    "a bow-tie": (BOW_TIE, "memotong"),
    "a bow-tie through a corner": ([*SQUARE[:2], CORNER, *SQUARE[2:4], CORNER, SQUARE[0]], "memotong"),
    "a spike": ([SQUARE[0], SQUARE[1], [113.3, -7.1], SQUARE[1], *SQUARE[2:]], "memotong"),
    "there and back": ([SQUARE[0], SQUARE[1], SQUARE[0], SQUARE[0]], "melingkupi"),
    "one line": ([[113.1, -7.0], [113.2, -7.0], [113.3, -7.0], [113.1, -7.0]], "memotong"),
    "metres": ([[x * 1000, y * 100000] for x, y in SQUARE], "EPSG:4326"),
    "too large for a float": ([[10**400, 1], *SQUARE[1:]], "EPSG:4326"),
    "text": ([["113.1", "-7.1"], *SQUARE[1:]], "EPSG:4326"),
    "one number": ([[113.1], *SQUARE[1:]], "EPSG:4326"),
    "latitude first": ([[y, x] for x, y in SQUARE], "EPSG:4326"),
    "elsewhere": ([[x - 10, y] for x, y in SQUARE], "jauh"),
}


@pytest.mark.parametrize(("ring", "word"), BROKEN_RINGS.values(), ids=BROKEN_RINGS)
def test_a_broken_ring_is_refused_with_its_reason(ring, word):
    assert refused(read(with_outer_ring(ring)), word)


def test_an_infinite_coordinate_is_refused():
    data = json.dumps(with_outer_ring(SQUARE)).replace("113.2", "1e999")
    assert refused(read_boundaries(data.encode(), SAMPANG_REGENCY), "EPSG:4326")


def test_a_hole_outside_its_polygon_is_refused():
    found = with_outer_ring(SQUARE)
    found["features"][1]["geometry"]["coordinates"].append([[x + 0.2, y] for x, y in SQUARE])
    assert refused(read(found), "Lubang")


def test_a_hole_that_crosses_its_polygon_is_refused():
    found = with_outer_ring(SQUARE)
    found["features"][1]["geometry"]["coordinates"].append([[x + 0.05, y + 0.01] for x, y in SQUARE])
    assert refused(read(found), "memotong")


@pytest.mark.parametrize(
    "geometry", [None, {"type": "Point", "coordinates": [1, 2]}, {"type": ["Polygon"]}, 3]
)
def test_what_is_no_polygon_is_refused(geometry):
    found = office_map()
    found["features"][1]["geometry"] = geometry
    assert refused(read(found), "ke-2", "Polygon")


def around(turns):
    """A ring round Torjun's label through the given (angle, distance in degrees)."""
    x, y = boundaries(SAMPANG_REGENCY)["features"][1]["properties"]["label"]
    ring = [[x + r * math.cos(a), y + r * math.sin(a)] for a, r in turns]
    return [*ring, ring[0]]


def shore(count):
    angles = [math.tau * n / count for n in range(count)]
    return around([(a, 0.05 + 0.01 * math.sin(97 * a)) for a in angles])


def star(count):
    return around([(math.tau * n * (count // 2 - 1) / count, 0.05) for n in range(count)])


def snail(count):
    """A band wound up many times: it never crosses itself, but every part lies close to many."""
    inward = [(2.5 * n, 0.05 * (1 - n / count)) for n in range(count)]
    return around([*inward, *((a, r - 0.01 / count) for a, r in reversed(inward))])


@pytest.mark.parametrize(
    ("ring", "word"),
    [
        (shore(MOST_POSITIONS), "terlalu rinci"),
        (star(18_001), "memotong"),
        (snail(9_000), "terlalu rumit"),
    ],
    ids=["too many positions", "a star", "a snail"],
)
def test_a_bomb_is_refused(ring, word):
    data = json.dumps(with_outer_ring(ring)).encode()
    assert refused(read_boundaries(data, SAMPANG_REGENCY), word)


def test_a_fine_shore_of_18000_positions_is_checked_to_the_end():
    data = json.dumps(with_outer_ring(shore(18_000))).encode()
    found = read_boundaries(data, SAMPANG_REGENCY)
    # The ring is sound; but this round Torjun holds more villages of its neighbours than its own.
    assert refused(found, "Torjun", "desa-desanya")


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=9))
def test_a_ring_meets_itself_just_when_shapely_says_so(corners):
    shapely = pytest.importorskip("shapely")
    apart = [a for a, b in pairwise([*corners, corners[0]]) if a != b]
    assume(len(apart) >= 3)
    ring = tuple((float(x), float(y)) for x, y in [*apart, apart[0]])
    assert cross((ring,), 100_000) == (not shapely.LinearRing(ring).is_simple)


def test_turning_is_exact_where_floats_are_not():
    # Beside the diagonal by the smallest step there is; in floats the products come out equal.
    beside, b, c = (0.5, 0.5 + 2**-53), (12.0, 12.0), (24.0, 24.0)
    assert (b[0] - beside[0]) * (c[1] - beside[1]) == (b[1] - beside[1]) * (c[0] - beside[0])
    assert turn(beside, b, c) == 1
    assert turn(beside[::-1], b, c) == -1
    assert turn((0.5, 0.5), b, c) == 0


def test_a_check_that_takes_too_long_gives_up():
    assert cross((tuple(map(tuple, star(101))),), 10) is None
