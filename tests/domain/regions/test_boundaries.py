"""The approximate shapes are a map: whole, without gaps or overlaps, each round its own villages."""

from collections import Counter
from itertools import chain, combinations, pairwise
from math import acos, cos, radians, sin

import pytest

from domain.regions.approximate_boundaries import (
    BOUNDARY_NOTE,
    boundaries,
    centre,
    kilometres_between,
    label_place,
    neighbours,
)
from domain.regions.regions import BLITAR_REGENCY, REGENCIES, SAMPANG_REGENCY, Regency, districts, villages

KOTA_BLITAR = (112.1681, -8.0983)  # its alun-alun
MANDANGIN = (113.2136, -7.3107)
both = pytest.mark.parametrize("regency", REGENCIES, ids=lambda r: r.name)


def polygons(feature):
    geometry = feature["geometry"]
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def rings(feature):
    return list(chain.from_iterable(polygons(feature)))


def area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def crossings(sides, latitude):
    """The longitudes, in order, at which sides cross a parallel."""
    return sorted(
        x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in sides
        if (y1 > latitude) != (y2 > latitude)
    )


def lies_in(feature, place):
    sides = chain.from_iterable(map(pairwise, rings(feature)))
    return sum(x > place[0] for x in crossings(sides, place[1])) % 2 == 1


def covered(spans):
    total, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


@both
def test_every_kecamatan_has_one_shape_with_its_code_and_name(regency):
    features = boundaries(regency)["features"]
    found = [(f["properties"]["code"], f["properties"]["name"]) for f in features]
    assert found == [(d.code, d.name) for d in districts(regency.code)]
    assert len(found) == {"35.05": 22, "35.27": 14}[regency.code]


@both
def test_rings_are_closed_and_do_not_cross_themselves(regency):
    def left(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0

    for feature in boundaries(regency)["features"]:
        for ring in rings(feature):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert len({tuple(p) for p in ring}) == len(ring) - 1
            for (a, b), (c, d) in combinations(pairwise(ring), 2):
                if a != d and b != c:  # sides that follow each other meet
                    assert left(a, b, c) == left(a, b, d) or left(c, d, a) == left(c, d, b)


@both
def test_outer_rings_run_clockwise_so_that_altair_fills_the_inside(regency):
    for feature in boundaries(regency)["features"]:
        for outer, *holes in polygons(feature):
            assert area(outer) < 0
            assert all(area(hole) > 0 for hole in holes)


@both
def test_all_villages_lie_in_the_shape_of_their_kecamatan(regency):
    # Measured: 248 of 248 and 186 of 186.
    for feature in boundaries(regency)["features"]:
        for v in villages(feature["properties"]["code"]):
            assert lies_in(feature, (v.longitude, v.latitude)), v


@both
def test_shapes_do_not_overlap(regency):
    features = boundaries(regency)["features"]
    sides = [list(chain.from_iterable(map(pairwise, rings(f)))) for f in features]
    north = max(a[1] for one in sides for a, _ in one)
    south = min(a[1] for one in sides for a, _ in one)
    apart = together = 0.0
    for step in range(400):
        cuts = [crossings(one, south + (step + 0.37) / 400 * (north - south)) for one in sides]
        spans = [(c[i], c[i + 1]) for c in cuts for i in range(0, len(c), 2)]
        apart += sum(end - start for start, end in spans)
        together += covered(spans)
    assert apart == pytest.approx(together, rel=0.005)
    shoelace = -sum(area(ring) for f in features for ring in rings(f))
    assert shoelace == pytest.approx(together * (north - south) / 400, rel=0.005)


@pytest.mark.parametrize(
    ("regency", "within"),
    [(BLITAR_REGENCY, KOTA_BLITAR), (SAMPANG_REGENCY, MANDANGIN)],
    ids=["Kota Blitar", "Mandangin"],
)
def test_shapes_leave_no_gap_but_kota_blitar_and_the_sea_before_mandangin(regency, within):
    sides = chain.from_iterable(pairwise(ring) for f in boundaries(regency)["features"] for ring in rings(f))
    uses = Counter(tuple(sorted((tuple(a), tuple(b)))) for a, b in sides)
    assert set(uses.values()) == {1, 2}
    outline = [side for side, count in uses.items() if count == 1]
    loops = []
    while outline:
        loop = [outline.pop()]
        ends = set(loop[0])
        while more := [side for side in outline if ends & set(side)]:
            loop += more
            ends.update(*more)
            outline = [side for side in outline if side not in more]
        loops.append(loop)
    assert len(loops) == 2
    small = min(loops, key=len)
    assert sum(x > within[0] for x in crossings(small, within[1])) % 2 == 1


def test_kota_blitar_lies_in_no_kecamatan_of_kabupaten_blitar():
    assert not any(lies_in(f, KOTA_BLITAR) for f in boundaries(BLITAR_REGENCY)["features"])


def test_mandangin_island_belongs_to_kecamatan_sampang():
    holders = [
        f["properties"]["code"] for f in boundaries(SAMPANG_REGENCY)["features"] if lies_in(f, MANDANGIN)
    ]
    assert holders == ["35.27.03"]


@both
def test_a_label_is_written_inside_its_kecamatan(regency):
    for feature in boundaries(regency)["features"]:
        place = label_place(feature["properties"]["code"])
        assert [place.longitude, place.latitude] == feature["properties"]["label"]
        assert lies_in(feature, feature["properties"]["label"])


def test_the_shapes_are_said_to_be_approximate():
    assert BOUNDARY_NOTE == "Batas pendekatan, bukan batas resmi"


def test_a_caller_cannot_spoil_the_shapes_for_the_next():
    boundaries(BLITAR_REGENCY)["features"].clear()
    assert len(boundaries(BLITAR_REGENCY)["features"]) == 22


@pytest.mark.parametrize("ask", [centre, label_place, neighbours])
def test_an_unknown_kecamatan_is_a_mistake_in_the_code(ask):
    with pytest.raises(KeyError, match=r"35\.72\.01"):
        ask("35.72.01")
    with pytest.raises(KeyError):
        boundaries(Regency("35.72", "Kota Blitar"))


def test_neighbours_share_a_border():
    # Wonodadi, in the north-western corner, borders only Udanawu and Srengat of this regency.
    assert neighbours("35.05.01") == {"35.05.02", "35.05.03"}
    for regency in REGENCIES:
        for one in districts(regency.code):
            assert neighbours(one.code)
            assert all(one.code in neighbours(other) for other in neighbours(one.code))


def test_distance_is_along_the_great_circle():
    a, b = centre("35.05.01"), centre("35.05.20")
    turned = cos(radians(b.longitude - a.longitude))
    north = sin(radians(a.latitude)) * sin(radians(b.latitude))
    angle = acos(north + cos(radians(a.latitude)) * cos(radians(b.latitude)) * turned)
    assert kilometres_between("35.05.01", "35.05.20") == pytest.approx(6371.0088 * angle, rel=1e-9)
    assert kilometres_between("35.05.20", "35.05.01") == kilometres_between("35.05.01", "35.05.20")
    assert kilometres_between("35.05.01", "35.05.01") == 0
    # Blitar to Sampang: some 1.1 degrees of longitude and of latitude.
    assert 150 < kilometres_between("35.05.01", "35.27.03") < 200


@both
def test_drawing_again_gives_the_same_file(regency):
    pytest.importorskip("shapely")
    from scripts.draw_boundaries import FILES, OUTPUT, drawn

    assert drawn(regency).encode() == (OUTPUT / FILES[regency.code]).read_bytes()


@both
def test_the_file_is_small(regency):
    from json import dumps

    assert len(dumps(boundaries(regency))) < 60_000
